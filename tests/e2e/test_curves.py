"""Several curves in one lane: one for each persona, told apart by more than colour, moved by keys and by hand."""

import json
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from uuid_utils import uuid7

from tests.e2e.maps import PATIENCE, Records, at_rest, await_saved, cell, make_map, on_server, open_grid, soon
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]

PERSONAS = {
    "ann": {"type": "persona", "name": "Ann", "order": "a0"},
    "bob": {"type": "persona", "name": "Bob", "colour": 1, "order": "a1"},
}
LANES: Records = {
    "map": {"type": "map", "title": "Two people", "personas": ["ann", "bob"]},
    "get": {"type": "stage", "name": "Get"},
    "wait": {"type": "step", "name": "Wait", "stage": "get", "order": "a0"},
    "open": {"type": "step", "name": "Open", "stage": "get", "order": "a1"},
    "does": {"type": "lane", "kind": "actions", "actor": "Customer", "line_below": "interaction", "order": "a0"},
    "feels": {"type": "lane", "kind": "emotion", "order": "a1"},
    "a": {"type": "card", "lane": "feels", "step": "open", "score": 1, "persona": "ann", "feeling": "glad"},
    "b": {"type": "card", "lane": "feels", "step": "open", "score": -1, "persona": "bob", "order": "a1"},
}


@pytest.fixture(scope="module")
def library(server: Served) -> Served:
    """The server, with two personas in its library."""
    ops = [{"op": "put", "id": id, "record": record} for id, record in PERSONAS.items()]
    body = json.dumps({"id": str(uuid7()), "ops": ops}).encode()
    headers = {"Content-Type": "application/json"}
    asked = urllib.request.Request(f"{server.address}/api/v1/library/changes", body, headers)
    with urllib.request.urlopen(asked, timeout=30):
        return server


def names(page: Page, step: str) -> list[str | None]:
    """What the points at a step are called, with their scores."""
    points = cell(page, "feels", step).get_by_role("slider")
    return [f"{point.get_attribute('aria-label')}: {point.get_attribute('aria-valuetext')}" for point in points.all()]


def test_new_points_go_to_the_persona_that_has_none_and_are_moved_by_keys(library: Served, open_page: Open) -> None:
    map = make_map(library, LANES)
    page = open_page(f"{library.address}/maps/{map}")
    open_grid(page)
    cell(page, "feels", "wait").click()
    for why in ("quick", "slow"):
        page.keyboard.press("n")
        expect(page.get_by_label("What makes it feel so")).to_be_focused(timeout=PATIENCE)
        page.keyboard.type(why)
        page.keyboard.press("Enter")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    await_saved(page)
    assert names(page, "wait") == ["quick, Ann: +1", "slow, Bob: −0.5"]
    legend = page.locator(".curve-legend .whose-name")
    expect(legend).to_have_text(["Ann", "Bob"])
    records = on_server(library, map)
    assert {r["text"]: r["persona"] for r in records.values() if r.get("step") == "wait" and "text" in r} == {
        "quick": "ann",
        "slow": "bob",
    }


def test_a_point_says_its_feeling_is_dragged_and_changes_hands(library: Served, open_page: Open) -> None:
    page = open_page(f"{library.address}/maps/{make_map(library, LANES)}")
    open_grid(page)
    expect(cell(page, "feels", "open").locator(".point-word")).to_have_text("glad")
    point = page.locator("[data-card=a][role=slider]")
    box = at_rest(point)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 33, steps=4)
    page.mouse.up()
    soon(page, lambda: names(page, "open"), ["Drawn emotion, Ann: 0, glad", "Drawn emotion, Bob: −1"])
    panel = page.get_by_role("complementary", name="Details")
    panel.locator(".field", has_text="Curve").get_by_role("button").click()
    page.get_by_role("option", name="Measured, typed by hand").click()
    expect(point).to_have_accessible_name("Drawn emotion, Ann, measured")
    panel.locator(".field", has_text="Whose").get_by_role("button").click()
    page.get_by_role("option", name="Bob").click()
    expect(point).to_have_accessible_name("Drawn emotion, Bob, measured")


def test_curves_and_lines_are_named_and_silent_for_axe_in_grid_and_outline(
    library: Served, open_page: Open, accessibility: Violations
) -> None:
    page = open_page(f"{library.address}/maps/{make_map(library, LANES)}")
    grid = open_grid(page)
    expect(grid.get_by_role("rowheader", name="Lane Actions, Customer, Line of interaction below")).to_be_visible()
    expect(grid.get_by_text("Line of interaction", exact=True)).to_be_visible()
    assert accessibility(page) == []
    page.get_by_role("radio", name="Outline").click()
    page.get_by_role("navigation", name="Stages and steps").get_by_role("button", name="Open").click()
    expect(page.get_by_role("group", name="glad, Ann, +1 drawn")).to_be_visible()
    expect(page.get_by_role("group", name="Drawn emotion, Bob, −1 drawn")).to_be_visible()
    expect(page.locator(".outline").get_by_text("Line of interaction", exact=True)).to_be_visible()
    assert accessibility(page) == []
