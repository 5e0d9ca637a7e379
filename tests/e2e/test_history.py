"""The history of a map: name a version, look at it beside now, and go back to it, from the keyboard."""

import json
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from uuid_utils import uuid7

from tests.e2e.maps import PATIENCE, await_saved, card, make_map, on_server, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]


def change(server: Served, map: str, *ops: dict[str, Any]) -> None:
    """Ben changes a map from elsewhere."""
    headers = {"Content-Type": "application/json", "X-Footfall-Actor": "ben", "X-Footfall-Actor-Name": "Ben"}
    body = json.dumps({"id": str(uuid7()), "ops": ops}).encode()
    with urllib.request.urlopen(
        urllib.request.Request(f"{server.address}/api/v1/maps/{map}/changes", body, headers), timeout=30
    ) as answer:
        assert answer.status == 200


@pytest.fixture
def map(server: Served) -> str:
    """A map with three cards."""
    return make_map(
        server, small_map(a=("does", "pay", "pays"), b=("does", "wait", "waits"), c=("hurts", "pay", "slow"))
    )


def open_history(page: Page) -> Locator:
    """Open the history by its name among all commands."""
    page.keyboard.press("Control+k")
    page.keyboard.type("history")
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary", name="History")
    panel.wait_for()
    return panel


def test_a_version_is_named_looked_at_beside_now_and_restored_as_one_change_that_is_undone(
    server: Served, open_page: Open, accessibility: Violations, map: str
) -> None:
    page = open_page(f"{server.address}/maps/{map}")
    open_grid(page).focus()
    panel = open_history(page)
    before = {id: record for id, record in on_server(server, map).items() if record["type"] != "version"}
    panel.get_by_label("Name the map as it is now").fill("First draft")
    page.keyboard.press("Enter")
    version = panel.get_by_role("button", name="First draft")
    version.wait_for(timeout=PATIENCE)

    change(
        server,
        map,
        {"op": "set", "id": "a", "field": "text", "value": "pays at once"},
        {"op": "set", "id": "b", "field": "step", "value": "pay"},
        {"op": "drop", "id": "c"},
        {"op": "put", "id": "d", "record": {"type": "card", "lane": "hurts", "step": "wait", "text": "new"}},
    )
    expect(card(page, "d")).to_be_visible(timeout=PATIENCE)
    version.focus()
    page.keyboard.press("Enter")
    page.get_by_text("4 differences to now").wait_for(timeout=PATIENCE)
    expect(card(page, "c").locator(".differs")).to_have_text("− removed")
    expect(card(page, "a").locator(".differs")).to_have_text("~ changed")
    expect(card(page, "b").locator(".differs")).to_have_text("→ moved")
    expect(card(page, "d")).to_have_count(0)
    assert accessibility(page) == []

    page.get_by_role("button", name="As it is now").click()
    expect(card(page, "d").locator(".differs")).to_have_text("+ added")
    page.get_by_role("button", name="Restore").click()
    expect(card(page, "c")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".look-banner")).to_have_count(0)
    await_saved(page)
    after = {id: record for id, record in on_server(server, map).items() if record["type"] != "version"}
    assert after == before

    page.get_by_role("button", name="Undo").first.click()
    expect(card(page, "d")).to_be_visible(timeout=PATIENCE)
    expect(card(page, "c")).to_have_count(0)


def test_the_past_cannot_be_edited_and_what_one_person_changed_is_listed(
    server: Served, open_page: Open, map: str
) -> None:
    change(server, map, {"op": "set", "id": "a", "field": "text", "value": "pays at once"})
    page = open_page(f"{server.address}/maps/{map}")
    open_grid(page).focus()
    panel = open_history(page)
    panel.get_by_role("button", name="Ben").click(timeout=PATIENCE)
    page.locator(".look-banner").wait_for(timeout=PATIENCE)
    expect(panel.get_by_text("pays at once").first).to_be_visible(timeout=PATIENCE)
    card(page, "a").dblclick()
    expect(page.get_by_label("Text of the card")).to_have_count(0)
    page.get_by_role("button", name="Back to now").click()
    card(page, "a").dblclick()
    expect(page.get_by_label("Text of the card")).to_be_visible()
