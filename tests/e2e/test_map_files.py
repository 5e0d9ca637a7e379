"""A map file at the page of maps: read as what a person says, and over a map that is there."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE, make_map, on_server, open_grid, small_map
from tests.serving import Served, fetch

Open = Callable[..., Page]
DIAGRAM = "journey\n  title Parcel\n  section Wait\n    Checks the app: 2: Maya\n"


def test_a_file_is_read_as_what_a_person_says_it_is(server: Served, open_page: Open) -> None:
    page = open_page(server.address, is_refused=True)
    bring(page, "notes.txt", f"# Notes\n\n```mermaid\n{DIAGRAM}```\n".encode())
    expect(page.get_by_role("button", name="Read it as")).to_contain_text("Mermaid", timeout=PATIENCE)
    choose(page, "Read it as", "CJML")
    expect(page.get_by_role("alert")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Import", exact=True).last).to_be_disabled()
    choose(page, "Read it as", "Mermaid")
    page.get_by_role("button", name="Import", exact=True).last.click(timeout=PATIENCE)
    open_grid(page)
    assert on_server(server, page.url.rsplit("/", 1)[1])["map"]["title"] == "Parcel"


def test_an_edited_file_changes_the_map_that_it_came_from_and_says_so_first(server: Served, open_page: Open) -> None:
    records = small_map(first=("does", "pay", "pays"))
    id = make_map(server, records | {"map": {"type": "map", "title": "Edited elsewhere"}})
    _, file = fetch(f"{server.address}/api/v1/maps/{id}/export?format=yaml")
    before = on_server(server, id)
    page = open_page(server.address)
    bring(page, "parcel.journey.yaml", file.replace(b"pays", b"pays at once"))
    choose(page, "What it becomes", "Edited elsewhere")
    seen = page.get_by_role("dialog", name="Import a map")
    expect(seen).to_contain_text("What changes in the map", timeout=PATIENCE)
    expect(seen).to_contain_text("changed (1): pays at once")
    page.get_by_role("button", name="Change the map").click()
    open_grid(page)
    assert page.url.endswith(id)
    assert on_server(server, id) == before | {"first": before["first"] | {"text": "pays at once"}}


def bring(page: Page, name: str, content: bytes) -> None:
    page.get_by_role("button", name="Import", exact=True).click(timeout=PATIENCE)
    page.get_by_label("A file, chosen or dropped here").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": content}
    )


def choose(page: Page, field: str, option: str) -> None:
    page.get_by_role("button", name=field).click(timeout=PATIENCE)
    page.get_by_role("option", name=option, exact=True).last.click()
