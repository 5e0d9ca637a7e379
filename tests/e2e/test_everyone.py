"""Axe on every page and everything that opens over it, in light and dark."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.e2e.maps import PATIENCE, make_map, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
PHONE = {"width": 390, "height": 844}


def opened(page: Page) -> Page:
    """The demo map with its grid and its numbers."""
    open_grid(page)
    page.locator(".measure-value").first.wait_for(timeout=3 * PATIENCE)
    return page


def test_axe_finds_nothing_on_home_and_in_its_dialogs(demo: Served, open_page: Open, accessibility: Violations) -> None:
    page = open_page(demo.address)
    page.locator(".map-card-link").first.wait_for(timeout=PATIENCE)
    page.get_by_role("table").wait_for(timeout=PATIENCE)
    found = {"home": accessibility(page)}
    for name in ("New map", "Import"):
        page.get_by_role("button", name=name).first.click()
        page.get_by_role("dialog").wait_for()
        found[name] = accessibility(page)
        page.keyboard.press("Escape")
        page.get_by_role("dialog").wait_for(state="detached")
    assert found == {"home": [], "New map": [], "Import": []}


def test_axe_finds_nothing_on_a_full_map_and_in_what_opens_over_it(
    demo: Served, open_page: Open, accessibility: Violations
) -> None:
    page = opened(open_page(f"{demo.address}/maps/demo"))
    found = {"map": accessibility(page)}
    page.locator(".card-measure").first.click(position={"x": 3, "y": 3})
    found["card in the panel"] = accessibility(page)
    for name, key, role in (("palette", "Control+k", "dialog"), ("keys", "?", "dialog"), ("menu", "Shift+F10", "menu")):
        page.locator("[role=grid] :focus").wait_for()
        page.keyboard.press(key)
        page.get_by_role(role).first.wait_for()  # type: ignore[arg-type]
        found[name] = accessibility(page)
        page.keyboard.press("Escape")
        page.get_by_role(role).first.wait_for(state="detached")  # type: ignore[arg-type]
    page.locator(".number-link").first.click()
    page.locator(".panel-rows tbody tr").first.wait_for(timeout=PATIENCE)
    found["customers"] = accessibility(page)
    assert found == {name: [] for name in ("map", "card in the panel", "palette", "keys", "menu", "customers")}


def test_axe_finds_nothing_while_a_card_is_typed_and_on_an_empty_map(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    id = make_map(server, small_map(first=("does", "pay", "pays")))
    page = open_page(f"{server.address}/maps/{id}")
    open_grid(page)
    page.locator(".cell .card").dblclick()
    page.get_by_label("Text of the card").wait_for()
    found = {"typing": accessibility(page)}
    empty = make_map(server, {"map": {"type": "map", "title": "Nothing yet"}})
    page.goto(f"{server.address}/maps/{empty}")
    page.get_by_role("heading", name="This map is empty").wait_for(timeout=PATIENCE)
    found["empty"] = accessibility(page)
    assert found == {"typing": [], "empty": []}


def test_axe_finds_nothing_on_the_data_pages_the_templates_and_where_nothing_is(
    demo: Served, open_page: Open, accessibility: Violations
) -> None:
    page = open_page(f"{demo.address}/data")
    found = {}
    for path in ("data", "data/demo-shop", "nowhere", "templates"):
        page.goto(f"{demo.address}/{path}")
        page.get_by_role("heading", level=1).first.wait_for(timeout=PATIENCE)
        page.wait_for_load_state("networkidle")
        found[path] = accessibility(page)
    assert found == {"data": [], "data/demo-shop": [], "nowhere": [], "templates": []}


def test_axe_finds_nothing_on_a_phone(demo: Served, open_page: Open, accessibility: Violations) -> None:
    page = open_page(demo.address, viewport=PHONE)
    found = {}
    for path in ("", "data/demo-shop", "maps/demo", "templates"):
        page.goto(f"{demo.address}/{path}")
        page.get_by_role("heading", level=1).first.wait_for(timeout=PATIENCE)
        page.wait_for_load_state("networkidle")
        found[path] = accessibility(page)
    assert found == {"": [], "data/demo-shop": [], "maps/demo": [], "templates": []}
