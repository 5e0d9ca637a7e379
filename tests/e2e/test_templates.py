"""The gallery of templates, a map begun with one and kept as one, and guidance that goes when a place is filled."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE, await_saved, cell, make_map, on_server, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]


def test_the_gallery_finds_a_template_and_a_map_begins_with_it(server: Served, open_page: Open) -> None:
    page = open_page(f"{server.address}/templates")
    cards = page.locator(".template-card")
    expect(cards).to_have_count(23, timeout=PATIENCE)
    page.get_by_role("button", name="Service blueprint 3").click()
    expect(cards).to_have_count(3)
    page.get_by_label("Search templates").fill("support")
    expect(cards).to_have_count(1)
    cards.get_by_role("button").click()
    expect(page.get_by_role("radio", checked=True)).to_have_count(1, timeout=PATIENCE)
    expect(page.get_by_label("Preview")).to_contain_text("support")
    page.get_by_label("What is it about?").fill("Our helpdesk")
    page.keyboard.press("Enter")
    open_grid(page)
    header = on_server(server, page.url.rsplit("/", 1)[1])["map"]
    assert (header["title"], header["kind"]) == ("Our helpdesk", "service-blueprint")


def test_a_map_in_dutch_begins_on_an_english_page(server: Served, open_page: Open) -> None:
    page = open_page(server.address, locale="en-GB")
    page.get_by_role("button", name="New map").click(timeout=PATIENCE)
    page.get_by_role("button", name="Language of the map").click()
    page.get_by_role("option", name="Nederlands").click()
    page.get_by_label("Search templates").fill("vraag tot gebruik")
    expect(page.get_by_role("radio")).to_have_count(1)
    page.keyboard.press("Enter")
    open_grid(page)
    records = on_server(server, page.url.rsplit("/", 1)[1])
    assert (records["map"]["language"], records["map"]["title"]) == ("nl", "Vier fasen, van vraag tot gebruik")


def test_a_map_is_saved_as_a_template_that_stands_first_and_can_be_deleted(server: Served, open_page: Open) -> None:
    id = make_map(server, small_map(first=("does", "pay", "pays")))
    page = open_page(f"{server.address}/maps/{id}")
    open_grid(page)
    page.keyboard.press("Control+k")
    page.keyboard.type("template")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_label("Name")).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("Control+a")
    page.keyboard.type("Our parcels")
    page.get_by_label("What it is for").fill("For the next shop.")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Save as template").last.click()
    page.get_by_role("button", name="See all templates").click(timeout=PATIENCE)
    own = page.locator(".template-card").first
    expect(own).to_contain_text("Our parcels", timeout=PATIENCE)
    expect(own).to_contain_text("For the next shop.")
    page.get_by_role("button", name="More for Our parcels").click()
    page.get_by_role("menuitem", name="Delete template").click()
    page.get_by_role("button", name="Delete template").click()
    expect(page.get_by_text("Our parcels")).to_have_count(0)


def test_guidance_stands_where_nothing_is_yet_and_goes_when_it_is_filled(server: Served, open_page: Open) -> None:
    records = small_map()
    records["does"] |= {"hint": "What do they do?"}
    records["buy"] |= {"hint": "They buy."}
    page = open_page(f"{server.address}/maps/{make_map(server, records)}")
    open_grid(page)
    expect(page.get_by_text("They buy.")).to_be_visible()
    hints = page.get_by_text("What do they do?")
    expect(cell(page, "does", "pay").get_by_text("What do they do?")).to_be_visible()
    expect(cell(page, "does", "wait").get_by_text("What do they do?")).to_be_hidden()
    cell(page, "does", "pay").click(position={"x": 8, "y": 30})
    page.keyboard.press("Enter")
    page.keyboard.type("pays")
    page.keyboard.press("Enter")
    await_saved(page)
    expect(hints).to_have_count(1)
    expect(cell(page, "does", "wait").get_by_text("What do they do?")).to_be_visible()
    expect(page.get_by_text("They buy.")).to_have_count(0)


def test_a_map_is_duplicated_from_the_list(server: Served, open_page: Open) -> None:
    records = small_map(first=("does", "pay", "pays")) | {"map": {"type": "map", "title": "Twice"}}
    first = make_map(server, records)
    page = open_page(server.address)
    page.get_by_role("button", name="More for Twice").click(timeout=PATIENCE)
    page.get_by_role("menuitem", name="Duplicate map").click()
    page.get_by_role("button", name="Open the copy").click(timeout=PATIENCE)
    open_grid(page)
    copied = on_server(server, page.url.rsplit("/", 1)[1])
    assert copied == on_server(server, first) | {"map": {"type": "map", "title": "Copy of Twice"}}


def test_a_file_with_an_unknown_kind_of_lane_is_refused_in_a_sentence(
    server: Served, open_page: Open, tmp_path: Path
) -> None:
    file = tmp_path / "odd.journey.yaml"
    file.write_text("footfall: 1\ntitle: Odd\nlanes:\n  - kind: telepathy\n", encoding="utf-8")
    page = open_page(server.address, is_refused=True)
    page.get_by_role("button", name="Import").click(timeout=PATIENCE)
    page.get_by_label("A file, chosen or dropped here").set_input_files(file)
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Line 4 has 'telepathy' as 'kind' of a lane", timeout=PATIENCE)


def test_a_map_of_another_tool_is_shown_with_what_has_no_place_before_it_is_made(
    server: Served, open_page: Open, tmp_path: Path
) -> None:
    file = tmp_path / "day.mmd"
    file.write_text("journey\n  title Day\n  section Work\n    Tea: 9: Me\n", encoding="utf-8")
    page = open_page(server.address)
    page.get_by_role("button", name="Import").click(timeout=PATIENCE)
    page.get_by_label("A file, chosen or dropped here").set_input_files(file)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("1 stage, 1 step, 1 card")).to_be_visible(timeout=PATIENCE)
    expect(dialog).to_contain_text("'Tea' has the score 9")
    dialog.get_by_role("button", name="Import").click()
    open_grid(page)
    assert on_server(server, page.url.rsplit("/", 1)[1])["map"]["title"] == "Day"
