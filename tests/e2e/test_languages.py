"""The page in the language of its reader, and mirrored."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE, cell, make_map, on_server, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]


def test_the_page_speaks_the_first_language_of_the_browser_that_it_knows(server: Served, open_page: Open) -> None:
    page = open_page(server.address, locale="nl-BE")
    expect(page.get_by_role("heading", level=1)).to_have_text("Klantreizen", timeout=PATIENCE)
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["nl", "ltr"]


def test_the_chosen_language_stays_chosen_and_draws_an_open_map_anew(server: Served, open_page: Open) -> None:
    id = make_map(server, small_map(one=("does", "pay", "Pays")))
    page = open_page(f"{server.address}/maps/{id}", locale="en-GB")
    open_grid(page)
    page.get_by_role("button", name="Language").click()
    page.get_by_role("menuitem", name="Nederlands").click()
    expect(page.get_by_role("columnheader", name="Fase", exact=True)).to_be_visible(timeout=PATIENCE)
    page.reload()
    expect(page.get_by_role("button", name="Taal")).to_be_visible(timeout=PATIENCE)


def test_a_map_begun_in_dutch_has_dutch_names_and_says_so(server: Served, open_page: Open) -> None:
    id = make_map(server, {"map": {"type": "map", "title": "Leeg"}})
    page = open_page(f"{server.address}/maps/{id}", locale="nl-NL")
    page.get_by_role("button", name="Kies een sjabloon").click(timeout=PATIENCE)
    page.get_by_role("radio", name="Vier fasen, van vraag tot gebruik").check(timeout=PATIENCE)
    page.get_by_role("button", name="Begin hiermee").click()
    expect(page.get_by_role("columnheader", name="Fase Vraag")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".save-state")).to_contain_text("Opgeslagen", timeout=PATIENCE)
    records = on_server(server, id)
    names = [record.get("name") for record in records.values() if record["type"] == "stage"]
    assert sorted(map(str, names)) == ["Aankoop", "Gebruik", "Vergelijking", "Vraag"]
    assert records["map"] == {"type": "map", "title": "Leeg", "language": "nl"}


def test_a_mirrored_page_begins_on_the_right_and_the_left_arrow_goes_on(server: Served, open_page: Open) -> None:
    id = make_map(server, small_map())
    page = open_page(f"{server.address}/maps/{id}?dir=rtl")
    open_grid(page)
    first, second = cell(page, "does", "pay"), cell(page, "does", "wait")
    boxes = [box for box in (first.bounding_box(), second.bounding_box()) if box]
    assert boxes[0]["x"] > boxes[1]["x"]
    first.click(position={"x": 60, "y": 30})
    page.keyboard.press("ArrowLeft")
    expect(second).to_be_focused(timeout=PATIENCE)
