"""Every page and what opens over it: nothing for axe in both themes, wide and on a phone; none scrolls sideways."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import DESKTOP
from tests.e2e.maps import PATIENCE, Records, make_map, small_map
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
MAP = "/maps/demo"
EMPTY_SHELVES = ("personas", "stakeholders", "touchpoints", "channels", "teams")
# What opens over a map, by the words that find its command in the palette, and what is there when it is open.
PANELS = {
    "history": ("versions and history", "complementary", "History"),
    "comments": ("all comments", "complementary", "Comments"),
    "details of the map": ("details of the map", "complementary", "Details"),
    "notes of the persona": ("notes of the persona", "complementary", None),
    "checklist": ("checklist", "complementary", "Checklist"),
}
DIALOGS = {
    "links": ("all links", "dialog", "Links between steps"),
    "template": ("save as template", "dialog", "Save as template"),
    "export": ("export the map, or print", "dialog", "Export the map"),
    "find": ("search in the map", "textbox", "Search in the map"),
    "presentation": ("present the map", "dialog", "Presentation of Parcel"),
}
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LONG = "Arbeidsongeschiktheidsverzekeringsmaatschappij"


@contextmanager
def command(page: Page, words: str, role: str, name: str | None) -> Iterator[None]:
    """Do what the palette finds by these words, and take it back in the end."""
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name="Command")
    field.fill(words)
    page.keyboard.press("Enter")
    page.get_by_role(role, name=name).first.wait_for(timeout=PATIENCE)  # type: ignore[arg-type]
    expect(field).to_have_count(0)
    yield
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def opened(page: Page, address: str) -> Page:
    """Go there, and wait until the page has what it asked for."""
    page.goto(address)
    page.get_by_role("heading", level=1).first.wait_for(timeout=PATIENCE)
    page.wait_for_load_state("networkidle")
    return page


def seen_by_noor() -> Records:
    """A small map, so that axe is soon through, with a persona, a goal, an emotion and a link."""
    records = small_map(first=("does", "pay", "pays"), feels=("feels", "wait", ""))
    records["map"] |= {"personas": ["persona-noor-de-graaf"], "point_of_view": "Who waits", "customer_goal": "A lamp"}
    records["feels"] |= {"score": -1, "feeling": "tense", "lane": "mood"}
    records["mood"] = {"type": "lane", "kind": "emotion", "order": "a2"}
    records["on"] = {"type": "link", "source": "pay", "target": "wait", "kind": "branch", "condition": "It is paid"}
    return records


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_in_the_panels_and_dialogs_of_a_map(
    demo: Served, open_page: Open, accessibility: Violations, screen: dict[str, int]
) -> None:
    address = f"{demo.address}/maps/{make_map(demo, seen_by_noor())}"
    page = opened(open_page(address, viewport=screen), address)
    found = {}
    for what, (words, role, name) in (PANELS | DIALOGS).items():
        with command(page, words, role, name):
            found[what] = accessibility(page)
    assert found == {what: [] for what in found}
    assert page.evaluate(WIDE) == 0


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing_where_nothing_is_yet(
    server: Served, open_page: Open, accessibility: Violations, screen: dict[str, int]
) -> None:
    page = open_page(server.address, viewport=screen)
    found = {}
    shelves = [f"library/{shelf}" for shelf in EMPTY_SHELVES]
    for path in ("", "data", "bindings", "evidence/sources", "evidence/releases", *shelves):
        opened(page, f"{server.address}/{path}")
        found[path] = accessibility(page)
    opened(page, f"{server.address}/maps/{make_map(server, {'map': {'type': 'map', 'title': 'Nothing yet'}})}")
    found["map"] = accessibility(page)
    assert found == {what: [] for what in found}


def test_axe_finds_nothing_on_a_map_that_is_gone(server: Served, open_page: Open, accessibility: Violations) -> None:
    page = open_page(f"{server.address}/maps/nothing", is_refused=True)
    page.get_by_role("heading", name="This map is not here").wait_for(timeout=PATIENCE)
    assert accessibility(page) == []


def test_axe_finds_nothing_on_the_heads_of_a_map_and_in_their_details(
    demo: Served, open_page: Open, accessibility: Violations
) -> None:
    page = opened(open_page(f"{demo.address}{MAP}"), f"{demo.address}{MAP}")
    found = {}
    for head in (".stage-head", ".step-head", ".row-lane .lane-name", ".shape-emotion .point-drawn", ".cell .card"):
        page.locator(f"[role=grid] {head}").first.click(position={"x": 8, "y": 8})
        found[head] = accessibility(page)
    assert found == {what: [] for what in found}


def long_words() -> Records:
    """A map with words that are wider than a phone."""
    records = small_map(first=("does", "pay", LONG * 3), second=("hurts", "wait", f"https://example.com/{LONG}"))
    for id, field in (("map", "title"), ("buy", "name"), ("pay", "name"), ("does", "name")):
        records[id][field] = LONG
    return records


def test_no_page_is_wider_than_the_narrowest_screen(demo: Served, browser: Browser) -> None:
    page = browser.new_page(viewport=NARROW, reduced_motion="reduce")  # type: ignore[arg-type]
    noor = "library/personas/persona-noor-de-graaf"
    shelves = [f"library/{shelf}" for shelf in EMPTY_SHELVES]
    places = [
        "",
        "templates",
        "data",
        "data/demo-shop",
        "data/demo-shop/bindings",
        "data/demo-shop/excerpts",
        "nowhere",
        "evidence/sources",
        "evidence/releases",
        *shelves,
        noor,
        f"{noor}/empathy",
        MAP[1:],
    ]
    wide = {}
    for path in [*places, f"maps/{make_map(demo, long_words())}"]:
        opened(page, f"{demo.address}/{path}")
        wide[path] = page.evaluate(WIDE)
    page.close()
    assert wide == dict.fromkeys(wide, 0)
