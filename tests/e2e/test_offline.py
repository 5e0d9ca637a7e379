"""The server goes away while somebody types, and comes back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.maps import (
    PATIENCE,
    SAVED,
    await_saved,
    card,
    cards_on_server,
    cards_shown,
    make_map,
    open_grid,
    retype,
    small_map,
)
from tests.serving import Served, free_port, serving

Open = Callable[..., Page]
BACK = 3 * PATIENCE  # until a page tries again that has been refused several times


class Machine:
    """A server that can be stopped and started again on its port with its data."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()

    @contextmanager
    def on(self) -> Iterator[Served]:
        """Serve for the length of a block."""
        with serving(self.folder, port=self.port) as served:
            yield served


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path / "data")


def see_offline(page: Page, changes: str) -> None:
    expect(page.locator(".save-state")).to_have_text(f"Offline, {changes} kept on this device", timeout=PATIENCE)


def add_below(page: Page, id: str, text: str) -> None:
    card(page, id).click()
    page.keyboard.press("n")
    page.get_by_label("Text of the card").fill(text)
    page.keyboard.press("Enter")


def test_what_is_typed_without_a_server_is_kept_here_and_arrives_once(machine: Machine, open_page: Open) -> None:
    with machine.on() as server:
        id = make_map(server, small_map(first=("does", "pay", "pays")))
        page = open_page(f"{server.address}/maps/{id}", loses_server=True)
        open_grid(page)
        expect(page.locator(".save-state")).to_have_text(SAVED)
    retype(page, "first", "pays twice")
    see_offline(page, "1 change")
    add_below(page, "first", "calls the helpline")
    kept = cards_shown(page)
    with machine.on() as server:
        expect(page.locator(".save-state")).to_have_text(SAVED, timeout=BACK)
        assert cards_on_server(server, id) == kept
        assert sorted(text for _, _, text in kept.values()) == ["calls the helpline", "pays twice"]
        page.reload()
        open_grid(page)
        await_saved(page)
        assert cards_shown(page) == kept == cards_on_server(server, id)


def test_a_page_that_is_closed_without_a_server_has_its_edits_when_it_is_opened_again(
    machine: Machine, open_page: Open
) -> None:
    with machine.on() as server:
        id = make_map(server, small_map(first=("does", "pay", "pays")))
        page = open_page(f"{server.address}/maps/{id}", loses_server=True)
        open_grid(page)
        expect(page.locator(".save-state")).to_have_text(SAVED)
    add_below(page, "first", "calls the helpline")
    see_offline(page, "2 changes")
    page.close()
    with machine.on() as server:
        assert list(cards_on_server(server, id)) == ["first"]
        again = page.context.new_page()
        again.goto(f"{server.address}/maps/{id}")
        open_grid(again)
        expect(again.locator("[role=grid] .card")).to_have_count(2, timeout=PATIENCE)
        await_saved(again)
        kept = cards_shown(again)
        assert sorted(text for _, _, text in kept.values()) == ["calls the helpline", "pays"]
        assert cards_on_server(server, id) == kept


def test_two_who_typed_while_the_server_was_away_agree_when_it_is_back(machine: Machine, open_page: Open) -> None:
    with machine.on() as server:
        id = make_map(server, small_map(first=("does", "pay", "pays"), second=("does", "wait", "waits")))
        pages = [open_page(f"{server.address}/maps/{id}", loses_server=True) for _ in range(2)]
        for page in pages:
            open_grid(page)
            expect(page.locator(".save-state")).to_have_text(SAVED)
    anna, bram = pages
    retype(anna, "first", "pays twice")
    retype(bram, "second", "waits at home")
    expected = {"first": ("does", "pay", "pays twice"), "second": ("does", "wait", "waits at home")}
    with machine.on() as server:
        for page, other in ((anna, "second"), (bram, "first")):
            words = expected[other][2]
            expect(card(page, other).locator(".card-text")).to_have_text(words, timeout=BACK)
            await_saved(page)
        assert [cards_on_server(server, id), cards_shown(anna), cards_shown(bram)] == [expected] * 3


def test_ten_minutes_away_with_edits_of_many_kinds_lose_nothing_of_either(machine: Machine, open_page: Open) -> None:
    with machine.on() as server:
        cards = {
            "first": ("does", "pay", "pays"),
            "second": ("does", "wait", "waits"),
            "third": ("hurts", "pay", "slow"),
        }
        id = make_map(server, small_map(**cards))
        pages = [open_page("about:blank", loses_server=True) for _ in range(2)]
        for page in pages:
            page.clock.install()
            page.goto(f"{server.address}/maps/{id}")
            open_grid(page)
            expect(page.locator(".save-state")).to_have_text(SAVED)
    anna, bram = pages
    retype(anna, "first", "pays twice")
    add_below(anna, "first", "calls the helpline")
    card(anna, "third").click()
    anna.keyboard.press("Delete")
    card(bram, "second").click()
    bram.keyboard.press("Alt+ArrowDown")
    add_below(bram, "first", "writes a mail")
    for page in pages:
        page.clock.fast_forward("10:00")
        expect(page.locator(".save-state")).to_contain_text("kept on this device", timeout=PATIENCE)
    add_below(anna, "second", "asks a neighbour")
    expected = [
        ("does", "pay", "calls the helpline"),
        ("does", "pay", "pays twice"),
        ("does", "pay", "writes a mail"),
        ("does", "wait", "asks a neighbour"),
        ("hurts", "wait", "waits"),
    ]
    with machine.on() as server:
        for page in pages:
            page.clock.fast_forward("00:15")
            expect(page.locator("[role=grid] .card")).to_have_count(len(expected), timeout=BACK)
            await_saved(page)
        found = [cards_on_server(server, id), cards_shown(anna), cards_shown(bram)]
        assert [sorted(each.values()) for each in found] == [expected] * 3
        anna.get_by_role("button", name="Undo", exact=True).first.click()
        expect(bram.get_by_text("asks a neighbour")).to_have_count(0, timeout=PATIENCE)
        expect(bram.locator("[role=grid] .card-text", has_text="writes a mail")).to_be_visible()


def test_a_server_that_is_killed_while_two_type_has_every_letter_once_it_is_back(
    machine: Machine, open_page: Open
) -> None:
    with machine.on() as server:
        id = make_map(server, small_map(first=("does", "pay", ""), second=("does", "wait", "")))
        pages = [open_page(f"{server.address}/maps/{id}", loses_server=True) for _ in range(2)]
        for page, mine in zip(pages, ("first", "second"), strict=True):
            open_grid(page)
            card(page, mine).dblclick()
            page.keyboard.type("before, ")
        server.process.kill()
    for page in pages:
        page.keyboard.type("during, ", delay=20)
    with machine.on() as server:
        for page in pages:
            page.keyboard.type("after", delay=20)
            page.keyboard.press("Enter")
            await_saved(page)
            expect(page.locator(".save-state")).to_have_text(SAVED, timeout=BACK)
        words = "before, during, after"
        expected = {"first": ("does", "pay", words), "second": ("does", "wait", words)}
        for page in pages:
            for mine in expected:
                expect(card(page, mine).locator(".card-text")).to_have_text(words, timeout=BACK)
        assert cards_on_server(server, id) == expected
