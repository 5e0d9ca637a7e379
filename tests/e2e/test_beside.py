"""A future map beside its current one, and the roadmap that leads there: by keyboard, and what is found opened."""

import json
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from uuid_utils import uuid7

from tests.e2e.keys import press, tab_to
from tests.e2e.maps import PATIENCE, make_map, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]


def post(server: Served, path: str, body: object = None) -> Any:
    data = json.dumps(body).encode() if body is not None else b""
    asked = urllib.request.Request(f"{server.address}/api/v1{path}", data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return json.load(answer)


def put(id: str, **record: object) -> dict[str, object]:
    return {"op": "put", "id": id, "record": record}


@pytest.fixture
def future(server: Served) -> str:
    """A future map without the second step of its current one, with another in its place and an opportunity named."""
    shelf = [
        put("in-time", type="opportunity", name="Arrive in time", status="doing"),
        put("one-slot", type="idea", name="Choose one hour", opportunity="in-time"),
    ]
    post(server, "/library/changes", {"id": str(uuid7()), "ops": shelf})
    current = make_map(server, small_map(pays=("does", "pay", "Pays"), waits=("does", "wait", "Waits")))
    grown: str = post(server, f"/maps/{current}/future")["id"]
    ops = [
        {"op": "drop", "id": "waits"},
        {"op": "drop", "id": "wait"},
        put("slot", type="step", stage="buy", name="Choose a slot", order="a2"),
        {"op": "set", "id": "pays", "field": "opportunity", "value": "in-time"},
    ]
    post(server, f"/maps/{grown}/changes", {"id": str(uuid7()), "ops": ops})
    return grown


def starts(region: Locator) -> dict[str, int]:
    """Where the head of each step begins, in pixels; of a gap too."""
    heads: dict[str, int] = region.locator(".row-steps .step-head").evaluate_all(
        "heads => Object.fromEntries(heads.map(head => [head.dataset.column ?? head.textContent, head.offsetLeft]))"
    )
    return heads


def test_steps_of_both_maps_stand_in_the_same_columns(
    server: Served, open_page: Open, accessibility: Violations, future: str
) -> None:
    page = open_page(f"{server.address}/maps/{future}")
    open_grid(page)
    tab_to(page, "Beside the current map")
    press(page, "Enter")
    gap = page.locator(".step-head.is-gap")
    expect(gap).to_have_text("− removed Wait", timeout=PATIENCE)
    expect(page.locator(".cell.is-gap .gone")).to_have_text("− removedWaits")
    assert accessibility(page) == []

    tab_to(page, "Both", key="Shift+Tab")
    press(page, "Enter")
    above, below = (page.get_by_role("region", name=name) for name in ("The current map", "The future map"))
    expect(above.locator(".step-head.is-gap")).to_have_text("+ added Choose a slot", timeout=PATIENCE)
    first, second, third = starts(above).values()
    assert starts(above) == {"pay": first, "wait": second, "+ added Choose a slot": third}
    assert starts(below) == {"pay": first, "− removed Wait": second, "slot": third}
    assert accessibility(page) == []

    # A key goes from step to step, and over the gap.
    below.locator('[data-card="pays"]').focus()
    press(page, "ArrowRight")
    expect(below.locator('[role=gridcell][data-row="does"][data-column="slot"]')).to_be_focused()

    tab_to(page, "4 differences", key="Shift+Tab")
    press(page, "Enter")
    panel = page.get_by_role("complementary", name="Differences")
    expect(panel).to_contain_text("Opportunity: none → Arrive in time", timeout=PATIENCE)
    expect(panel).not_to_contain_text("in-time")
    panel.get_by_role("button", name="Wait removed").press("Enter")
    expect(below.locator(".step-head.is-gap")).to_be_focused()


def test_the_roadmap_leads_from_the_future_map_to_its_opportunities_and_a_search_to_their_ideas(
    server: Served, open_page: Open, accessibility: Violations, future: str
) -> None:
    page = open_page(f"{server.address}/portfolio/roadmap/{future}")
    expect(page.get_by_role("region", name="Now").get_by_role("link")).to_have_text("Arrive in time", timeout=PATIENCE)
    expect(page.get_by_role("region", name="Later").get_by_role("listitem")).to_have_count(0)
    assert accessibility(page) == []
    tab_to(page, "Arrive in time")
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Arrive in time")).to_be_visible(timeout=PATIENCE)

    press(page, "Control+k")
    page.get_by_role("searchbox", name="Search everything").fill("choose one hour")
    expect(page.get_by_role("region", name="Ideas").get_by_role("link")).to_be_visible(timeout=PATIENCE)
    press(page, "ArrowDown", "Enter")
    expect(page.locator(".opportunity-idea.is-sought")).to_be_focused(timeout=PATIENCE)
    assert accessibility(page) == []
