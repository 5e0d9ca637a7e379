"""Two people on one map."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.maps import (
    PATIENCE,
    await_saved,
    card,
    cards_on_server,
    cards_shown,
    make_map,
    on_server,
    open_grid,
    retype,
    small_map,
    soon,
)
from tests.serving import Served

Open = Callable[..., Page]
Pair = tuple[str, Page, Page]


@pytest.fixture
def pair(server: Served, open_page: Open) -> Pair:
    """One map, open in front of two people."""
    id = make_map(server, small_map(first=("does", "pay", "pays"), second=("does", "wait", "waits")))
    pages = [open_page(f"{server.address}/maps/{id}") for _ in range(2)]
    for page in pages:
        open_grid(page)
    return id, pages[0], pages[1]


def see(page: Page, id: str, text: str) -> None:
    expect(card(page, id).locator(".card-text")).to_have_text(text, timeout=PATIENCE)


def test_what_one_types_the_other_sees(pair: Pair) -> None:
    _, anna, bram = pair
    retype(anna, "first", "pays by card")
    see(bram, "first", "pays by card")
    retype(bram, "second", "waits at home")
    see(anna, "second", "waits at home")


def test_undo_takes_back_only_what_one_did_oneself_and_both_agree_with_the_server(server: Served, pair: Pair) -> None:
    id, anna, bram = pair
    retype(anna, "first", "pays by card")
    retype(bram, "second", "waits at home")
    see(anna, "second", "waits at home")
    see(bram, "first", "pays by card")

    card(anna, "first").click()
    anna.keyboard.press("Control+z")
    see(bram, "first", "pays")
    see(bram, "second", "waits at home")
    card(bram, "second").click()
    bram.keyboard.press("Control+z")
    see(anna, "second", "waits")
    anna.keyboard.press("Control+Shift+z")
    see(bram, "first", "pays by card")

    expected = {"first": ("does", "pay", "pays by card"), "second": ("does", "wait", "waits")}
    for page in (anna, bram):
        await_saved(page)
        page.reload()
        open_grid(page)
    found = [cards_on_server(server, id), cards_shown(anna), cards_shown(bram)]
    assert found == [expected] * 3


def test_what_both_do_in_one_cell_stays_and_both_see_one_order(server: Served, pair: Pair) -> None:
    id, anna, bram = pair
    for page, text in ((anna, "looks for the card"), (bram, "asks for the price")):
        card(page, "first").click()
        page.keyboard.press("n")
        page.get_by_label("Text of the card").fill(text)
        page.keyboard.press("Enter")
    for page in (anna, bram):
        expect(page.locator("[role=grid] .card")).to_have_count(4, timeout=PATIENCE)
        await_saved(page)
    texts = {text for _, _, text in cards_on_server(server, id).values()}
    assert texts == {"pays", "waits", "looks for the card", "asks for the price"}
    soon(bram, lambda: list(cards_shown(bram).items()), list(cards_shown(anna).items()))
    soon(anna, lambda: cards_shown(anna), cards_on_server(server, id))


def test_one_sees_by_name_where_the_other_is(server: Served, pair: Pair) -> None:
    id, anna, bram = pair
    anna.goto(server.address)
    anna.evaluate("localStorage.setItem('footfall.person', JSON.stringify({id: 'anna', name: 'Anna'}))")
    anna.goto(f"{server.address}/maps/{id}")
    open_grid(anna)
    card(anna, "second").click()
    expect(bram.locator(".presence-name")).to_have_text("Anna", timeout=PATIENCE)
    retype(anna, "second", "waits at work")
    see(bram, "second", "waits at work")
    assert on_server(server, id)["second"]["text"] == "waits at work"
