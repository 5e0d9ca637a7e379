"""Maps inside maps, and all of them at once: opened, refused, walked by keyboard, and every number opened."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE, await_saved, make_map, on_server, open_grid, small_map, soon
from tests.serving import Served


def test_a_step_opens_a_map_and_all_maps_stand_in_one_tree_and_one_heat_map(
    server: Served, open_page: Callable[..., Page], accessibility: Callable[[Page], list[dict[str, Any]]]
) -> None:
    inner = make_map(server, small_map(one=("does", "pay", "Pays"), two=("does", "wait", "Waits")) | title("Inside"))
    outer = make_map(server, small_map(first=("does", "pay", "Orders")) | title("Outside"))
    page = open_page(f"{server.address}/maps/{outer}?at=pay")
    open_grid(page)
    choose(page, "Inside")
    expect(page.locator(".step-head .opens-map-link")).to_be_visible(timeout=PATIENCE)
    await_saved(page)
    soon(page, lambda: on_server(server, outer)["pay"].get("map"), inner)

    page.locator(".step-head .opens-map-link").click()
    trail = page.get_by_role("navigation", name="The maps around this one")
    expect(trail).to_contain_text("Outside, step Pay")
    page.goto(f"{server.address}/maps/{inner}?at=wait")
    choose(page, "Outside")
    expect(page.get_by_role("alert")).to_contain_text("Inside → Outside → Inside")
    assert "map" not in on_server(server, inner)["wait"]
    assert accessibility(page) == []

    page.goto(f"{server.address}/portfolio")
    tree = page.get_by_role("treegrid", name="All journeys by level")
    rows = tree.locator("tbody tr")
    expect(rows.filter(has_text="step Pay")).to_have_attribute("aria-level", "2")
    at = rows.filter(has_text="Outside").first
    at.focus()
    page.keyboard.press("ArrowLeft")
    expect(rows.filter(has_text="step Pay")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(rows.filter(has_text="step Pay")).to_be_focused()
    rows.filter(has_text="step Pay").get_by_role("button", name="Assumed: 2, Inside").click()
    cards = page.get_by_role("complementary", name="Cards of Inside")
    expect(cards.get_by_role("link")).to_have_text(["Pays", "Waits"])
    assert accessibility(page) == []

    page.get_by_role("link", name="Heat map").click()
    heads = page.locator(".heat-map thead th")
    page.get_by_role("button", name="Assumed", exact=True).click()
    expect(heads.nth(4)).to_have_attribute("aria-sort", "descending")
    assert accessibility(page) == []

    page.keyboard.press("Control+k")
    page.get_by_role("searchbox", name="Search everything").fill("wäits")
    page.get_by_role("region", name="Cards").get_by_role("link").click()
    expect(page.locator('[data-card="two"]')).to_be_visible()


def test_a_map_is_renamed_on_its_card(server: Served, open_page: Callable[..., Page]) -> None:
    id = make_map(server, small_map() | title("Parcels"))
    page = open_page(server.address)
    card = page.locator(".map-card", has=page.locator(f'a[href="/maps/{id}"]'))
    card.get_by_role("link").focus()
    page.keyboard.press("F2")
    name = page.get_by_role("textbox", name="Name of the map")
    expect(name).to_be_focused()
    page.keyboard.type("Returns")
    page.keyboard.press("Enter")
    expect(card.locator(".map-card-title")).to_have_text("Returns", timeout=PATIENCE)
    expect(card.get_by_role("link")).to_be_focused()

    card.get_by_role("button", name="More for Returns").focus()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="Rename map").press("Enter")
    expect(name).to_be_focused()
    page.keyboard.type("No")
    page.keyboard.press("Escape")
    expect(name).to_have_count(0)
    assert on_server(server, id)["map"]["title"] == "Returns"


def title(words: str) -> dict[str, dict[str, Any]]:
    return {"map": {"type": "map", "title": words}}


def choose(page: Page, title: str) -> None:
    """Let the step that is selected open a map."""
    page.locator('.panel [data-field="map"] button').click()
    page.get_by_role("option", name=title).click()
