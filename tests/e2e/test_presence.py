"""Where colleagues are: seen, followed, hidden, told, and never in one's way."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE, at_rest, card, cell, large_map, make_map, open_grid, retype, small_map
from tests.serving import Served

Open = Callable[..., Page]
Check = Callable[[Page], list[dict[str, Any]]]
LONG = "pays with a card that was lost, found again, and then refused twice by a machine that is out of paper"


@pytest.fixture
def enter(server: Served, open_page: Open) -> Callable[..., Page]:
    """Open a map as somebody with a name."""

    def open_as(name: str, id: str, **options: Any) -> Page:
        page = open_page(server.address, **options)
        person = json.dumps({"id": name.lower(), "name": name})
        page.evaluate("(person) => localStorage.setItem('footfall.person', person)", person)
        page.goto(f"{server.address}/maps/{id}")
        open_grid(page)
        return page

    return open_as


@pytest.fixture
def parcel(server: Served) -> str:
    """A small map."""
    return make_map(server, small_map(first=("does", "pay", "pays"), second=("hurts", "pay", "waits")))


def test_one_follows_a_colleague_over_a_large_map_until_a_key_of_ones_own(server: Served, enter: Open) -> None:
    id = make_map(server, large_map(steps=20, lanes=12, cards=240))
    anna, bram = enter("Anna", id), enter("Bram", id)
    bram.get_by_role("button", name="Follow Anna").click()
    expect(bram.locator(".following")).to_contain_text("Following Anna")
    cell(anna, "lane-0", "step-0").click(position={"x": 2, "y": 2})
    anna.keyboard.press("Control+End")
    far = cell(bram, "lane-11", "step-19")
    expect(far).to_be_in_viewport(timeout=PATIENCE)
    bram.keyboard.press("Escape")
    expect(bram.locator(".following")).to_have_count(0)
    anna.keyboard.press("Control+Home")
    expect(bram.locator('.head[data-row="stages"] .presence-name').first).to_have_text("Anna", timeout=PATIENCE)
    expect(far).to_be_in_viewport()


@pytest.mark.parametrize("own", ["key", "wheel", "press"])
def test_ones_own_key_wheel_or_press_ends_the_following(parcel: str, enter: Open, own: str) -> None:
    anna, bram = enter("Anna", parcel), enter("Bram", parcel)
    card(anna, "first").click()
    bram.keyboard.press("Control+k")
    bram.get_by_role("combobox", name="Command").fill("follow anna")
    bram.keyboard.press("Enter")
    expect(bram.locator(".following")).to_be_visible(timeout=PATIENCE)
    if own == "key":
        bram.keyboard.press("ArrowDown")
    elif own == "wheel":
        bram.get_by_role("grid").hover()
        bram.mouse.wheel(0, 40)
    else:
        card(bram, "second").click()
    expect(bram.locator(".following")).to_have_count(0)


def test_who_leaves_is_followed_no_more(parcel: str, enter: Open) -> None:
    anna, bram = enter("Anna", parcel), enter("Bram", parcel)
    bram.get_by_role("button", name="Follow Anna").click()
    anna.close()
    expect(bram.get_by_text("Anna has left the map")).to_be_visible(timeout=PATIENCE)
    expect(bram.locator(".following, .people")).to_have_count(0)


def test_a_card_and_its_cell_say_who_edits_them_unless_colleagues_are_hidden(parcel: str, enter: Open) -> None:
    anna, bram = enter("Anna", parcel), enter("Bram", parcel)
    card(anna, "first").dblclick()
    said = "pays, assumed, Anna is editing"
    expect(card(bram, "first")).to_have_attribute("aria-label", said, timeout=PATIENCE)
    expect(cell(bram, "does", "pay")).to_contain_text("Anna is editing")
    for shown in (False, True):
        bram.get_by_role("button", name="1 colleague is here").click()
        bram.get_by_role("menuitem", name="Show where colleagues are").click()
        expect(bram.locator(".presence-name")).to_have_count(int(shown))
        expect(card(bram, "first")).to_have_attribute("aria-label", said if shown else "pays, assumed")
    expect(bram.get_by_role("button", name="Follow Anna")).to_be_visible()


def test_colleagues_stay_hidden_when_the_map_is_opened_again(parcel: str, enter: Open) -> None:
    anna, bram = enter("Anna", parcel), enter("Bram", parcel)
    card(anna, "first").click()
    expect(bram.locator(".presence-name")).to_have_text("Anna", timeout=PATIENCE)
    bram.get_by_role("button", name="1 colleague is here").click()
    bram.get_by_role("menuitem", name="Show where colleagues are").click()
    bram.reload()
    expect(bram.get_by_role("button", name="Follow Anna")).to_be_visible(timeout=PATIENCE)
    expect(bram.locator(".presence-name")).to_have_count(0)


def test_the_rows_stay_where_they_are_while_a_colleague_types(parcel: str, enter: Open) -> None:
    anna, bram = enter("Anna", parcel), enter("Bram", parcel)
    before = at_rest(card(bram, "second"))
    card(anna, "first").dblclick()
    expect(card(bram, "first")).to_have_attribute("aria-label", "pays, assumed, Anna is editing", timeout=PATIENCE)
    anna.keyboard.type(LONG, delay=2)
    expect(card(bram, "first").locator(".card-text")).to_contain_text("out of paper", timeout=PATIENCE)
    assert at_rest(card(bram, "second")) == before
    anna.keyboard.press("Enter")
    expect(card(bram, "first")).to_have_attribute("aria-label", f"pays{LONG}, assumed, Anna is here", timeout=PATIENCE)
    assert at_rest(card(bram, "second"))["y"] > before["y"]


def test_what_one_works_on_stays_in_its_place_when_something_grows_above_it(server: Served, enter: Open) -> None:
    id = make_map(server, large_map(steps=5, lanes=20, cards=100))
    anna, bram = enter("Anna", id), enter("Bram", id)
    card(bram, "card-75").click()
    before = at_rest(card(bram, "card-75"))["y"]
    retype(anna, "card-0", f"{LONG}, {LONG}")
    expect(card(bram, "card-0").locator(".card-text")).to_contain_text("out of paper", timeout=PATIENCE)
    expect(card(bram, "card-0")).not_to_have_attribute("data-held", "")
    assert abs(at_rest(card(bram, "card-75"))["y"] - before) < 1


def test_a_sentence_now_and_then_says_what_others_did(parcel: str, enter: Open) -> None:
    anna, bram = enter("Anna", parcel), enter("Bram", parcel)
    said = bram.locator(".others-said")
    retype(anna, "first", "pays twice")
    card(anna, "second").click()
    anna.keyboard.press("Delete")
    expect(card(bram, "second")).to_have_count(0, timeout=PATIENCE)
    expect(said).to_have_text("")
    expect(said).to_have_text("Anna: 1 card changed, 1 card deleted.", timeout=PATIENCE)


def test_axe_finds_nothing_where_one_follows_somebody(parcel: str, enter: Open, accessibility: Check) -> None:
    anna, bram = enter("Anna", parcel), enter("Bram", parcel, color_scheme="dark")
    card(anna, "first").dblclick()
    bram.get_by_role("button", name="Follow Anna").click()
    expect(bram.locator(".following")).to_be_visible()
    expect(bram.locator(".presence-name")).to_be_visible(timeout=PATIENCE)
    assert accessibility(bram) == []
