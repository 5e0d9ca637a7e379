"""A service blueprint with its three lines, and a future map beside its current one: without a mouse."""

import json
import re
import urllib.request
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.maps import PATIENCE, await_saved, card, make_map, on_server, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
FAR = 60  # presses of Tab after which a control counts as out of reach
PHONE = {"width": 390, "height": 844}

# The lanes of a blueprint from above to below, as the menu of kinds names them, each with the line below it.
LANES = (
    ("Physical evidence", "physical-evidence", ""),
    ("Actions", "actions", "interaction"),
    ("Frontstage", "frontstage", "visibility"),
    ("Backstage", "backstage", "internal"),
    ("Support", "support", ""),
    ("Systems", "systems", ""),
)
LINES = {
    "interaction": "Line of interaction",
    "visibility": "Line of visibility",
    "internal": "Line of internal interaction",
}
CARDS = ("menu", "orders at the table", "takes the order", "cooks", "delivers vegetables", "till")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, control: Locator, back: bool = False) -> None:
    """Press Tab until the focus is on a control."""
    control.wait_for(timeout=PATIENCE)
    for _ in range(FAR):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if control.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not come to {control}")


def tab_to_grid(page: Page, back: bool = False) -> None:
    """Press Tab until the focus is on the map."""
    for _ in range(FAR):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("document.activeElement.closest('.map-main [role=grid]') !== null"):
            return
    raise AssertionError("Tab does not come to the map")


def name_it(page: Page, field: str, name: str) -> None:
    """Type into the field that is open, and finish."""
    expect(page.get_by_label(field)).to_be_focused(timeout=PATIENCE)
    page.keyboard.type(name)
    page.keyboard.press("Enter")


def command(page: Page, words: str) -> None:
    """Do a command by its name among all commands."""
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Command")).to_be_focused()
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="Command").wait_for(state="detached")


def add_lane(page: Page, kind: str) -> None:
    """A lane at the end, of a kind."""
    tab_to(page, page.get_by_role("button", name="Add lane"))
    press(page, "Enter")
    page.get_by_role("menu").wait_for()
    page.keyboard.type(kind)
    press(page, "Enter")
    page.get_by_role("rowheader", name=f"Lane {kind}").wait_for()
    tab_to_grid(page, back=True)
    expect(page.get_by_role("rowheader", name=f"Lane {kind}")).to_be_focused()


def draw_line(page: Page, line: str) -> None:
    """A line below the lane that has the focus."""
    tab_to(page, page.get_by_role("button", name="Line below"))
    press(page, "Enter")
    page.get_by_role("listbox").wait_for()
    page.keyboard.type(LINES[line])
    press(page, "Enter")
    page.get_by_role("listbox").wait_for(state="detached")
    tab_to_grid(page, back=True)


def lanes_of(records: dict[str, dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Name, kind and line of each lane, from above to below."""
    lanes = sorted((r for r in records.values() if r["type"] == "lane"), key=lambda lane: lane.get("order", "a0"))
    return [(lane.get("name", ""), lane["kind"], lane.get("line_below", "")) for lane in lanes]


def test_a_blueprint_with_three_lines_is_made_from_nothing_by_keys_alone(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    id = make_map(server, {"map": {"type": "map", "title": "Pizzeria", "kind": "service-blueprint"}})
    page = open_page(f"{server.address}/maps/{id}")
    tab_to(page, page.get_by_role("button", name="or with one stage and one lane"))
    press(page, "Enter")
    expect(page.get_by_role("columnheader", name="Stage without a name, 1 step")).to_be_focused()
    press(page, "Enter")
    name_it(page, "Name of the stage", "Eat")
    press(page, "ArrowDown", "Enter")
    name_it(page, "Name of the step", "Order")

    # One lane is there, that of the customer's actions; what they hold comes above it, the others below.
    press(page, "ArrowDown", "Home")
    draw_line(page, "interaction")
    add_lane(page, "Physical evidence")
    press(page, "Alt+ArrowUp")
    for kind, _, line in LANES[2:]:
        add_lane(page, kind)
        if line:
            draw_line(page, line)
    press(page, "Control+Home", "ArrowDown", "ArrowDown")
    for text in CARDS:
        press(page, "Enter")
        name_it(page, "Text of the card", text)
        press(page, "ArrowDown")
    await_saved(page)

    records = on_server(server, id)
    assert lanes_of(records) == list(LANES)
    cards = {r["text"]: records[r["lane"]]["kind"] for r in records.values() if r["type"] == "card"}
    assert cards == dict(zip(CARDS, (kind for _, kind, _ in LANES), strict=True))
    assert accessibility(page) == []


def test_a_blueprint_begins_with_a_template_of_the_gallery_by_keys_alone(server: Served, open_page: Open) -> None:
    page = open_page(server.address)
    tab_to(page, page.get_by_role("button", name="New map"))
    press(page, "Enter")
    page.get_by_role("dialog").wait_for()
    tab_to(page, page.get_by_label("Search templates"))
    page.keyboard.type("blueprint with three lines")
    expect(page.get_by_role("radio")).to_have_count(1, timeout=PATIENCE)
    press(page, "Enter")
    open_grid(page)
    records = on_server(server, page.url.rsplit("/", 1)[1])
    lines = [line for _, _, line in lanes_of(records) if line]
    assert (records["map"]["kind"], lines) == ("service-blueprint", ["interaction", "visibility", "internal"])
    tab_to_grid(page)
    press(page, "Control+Home", "ArrowDown", "ArrowDown", "Enter")
    name_it(page, "Text of the card", "the menu")
    await_saved(page)
    [card] = [r for r in on_server(server, page.url.rsplit("/", 1)[1]).values() if r["type"] == "card"]
    assert card["text"] == "the menu"


def current_map(server: Served) -> str:
    return make_map(
        server,
        small_map(
            pays=("does", "pay", "pays at the till"),
            waits=("does", "wait", "waits"),
            slow=("hurts", "pay", "the queue is slow"),
            cold=("hurts", "wait", "it is cold"),
        ),
    )


def future_of(page: Page, current: str) -> str:
    page.wait_for_url(lambda address: not address.endswith(current), timeout=PATIENCE)
    return page.url.rsplit("/", 1)[1]


def test_a_future_map_grows_beside_its_current_map_and_shows_what_differs_by_keys_alone(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    current = current_map(server)
    before = on_server(server, current)
    page = open_page(f"{server.address}/maps/{current}")
    open_grid(page)
    tab_to_grid(page)
    command(page, "grow a future")
    future = future_of(page, current)
    banner = page.locator(".look-banner")
    expect(banner).to_contain_text("0 differences", timeout=PATIENCE)
    expect(page.locator(".kind-badge")).to_contain_text("Future state")

    tab_to_grid(page)
    press(page, "Control+Home", "ArrowDown", "ArrowDown")
    expect(card(page, "pays")).to_be_focused()
    press(page, "Enter")
    name_it(page, "Text of the card", " no more")
    press(page, "n")
    name_it(page, "Text of the card", "pays at the table")
    press(page, "Control+End")
    expect(card(page, "cold")).to_be_focused()
    press(page, "Alt+ArrowLeft")
    press(page, "ArrowUp")
    expect(card(page, "slow")).to_be_focused()
    press(page, "Delete")
    await_saved(page)

    expect(banner).to_contain_text("4 differences", timeout=PATIENCE)
    expect(card(page, "pays").locator(".differs")).to_have_text("~ changed")
    expect(card(page, "cold").locator(".differs")).to_have_text("→ moved")
    expect(page.locator(".card .differs-added")).to_have_text("+ added")
    expect(page.locator(".gone")).to_have_text(re.compile("− removed.*the queue is slow"))
    assert accessibility(page) == []

    # From one difference to the next; then the list of them, and from the list back to the place.
    press(page, "Control+Home", "F8")
    expect(card(page, "pays")).to_be_focused()
    press(page, "F8", "F8")
    expect(page.locator('[role=gridcell][data-row="hurts"][data-column="pay"]')).to_be_focused()
    press(page, "Shift+F8", "Shift+F8")
    expect(card(page, "pays")).to_be_focused()
    tab_to(page, banner.get_by_role("button", name="4 differences"), back=True)
    press(page, "Enter")
    panel = page.get_by_role("complementary", name="Differences")
    tab_to(page, panel.get_by_role("button", name="the queue is slow removed"))
    assert accessibility(page) == []
    press(page, "Enter")
    expect(page.locator('[role=gridcell][data-row="hurts"][data-column="pay"]')).to_be_focused()

    # The current one alone, to read; then both.
    tab_to(page, banner.get_by_role("button", name="Current", exact=True), back=True)
    press(page, "Enter")
    expect(card(page, "slow").locator(".differs")).to_have_text("− removed")
    tab_to(page, banner.get_by_role("button", name="Both"))
    press(page, "Enter")
    above, below = (page.get_by_role("region", name=name) for name in ("The current map", "The future map"))
    expect(above.locator('[data-card="slow"]')).to_be_visible()
    expect(below.locator('[data-card="slow"]')).to_have_count(0)
    expect(below.locator('[data-card="pays"] .differs')).to_have_text("~ changed")
    assert accessibility(page) == []

    assert on_server(server, current) == before
    records = on_server(server, future)
    assert {"kind": "future", "base_map": current, "title": "Parcel (future)"}.items() <= records["map"].items()
    assert (records["pays"]["text"], records["cold"]["step"], "slow" in records) == (
        "pays at the till no more",
        "pay",
        False,
    )
    command(page, "lay the map beside")
    expect(banner).to_have_count(0)


def test_the_current_map_leads_to_what_grew_from_it_and_its_deletion_leaves_that_whole(
    server: Served, open_page: Open
) -> None:
    current = current_map(server)
    with urllib.request.urlopen(
        urllib.request.Request(f"{server.address}/api/v1/maps/{current}/future", method="POST"), timeout=30
    ) as answer:
        future = json.load(answer)["id"]
    page = open_page(f"{server.address}/maps/{current}")
    open_grid(page)
    tab_to(page, page.get_by_role("button", name="Current state · 1 future map"))
    press(page, "Enter")
    page.get_by_role("menuitem", name="Parcel (future)").wait_for()
    press(page, "End", "Enter")
    page.wait_for_url(f"**/maps/{future}", timeout=PATIENCE)
    expect(page.locator(".look-banner")).to_contain_text("0 differences", timeout=PATIENCE)

    urllib.request.urlopen(
        urllib.request.Request(f"{server.address}/api/v1/maps/{current}", method="DELETE"), timeout=30
    ).close()
    page.goto(f"{server.address}/maps/{future}")
    open_grid(page)
    expect(page.get_by_text("its current map was deleted")).to_be_visible(timeout=PATIENCE)
    expect(card(page, "slow")).to_be_visible()


def test_the_checklist_says_what_is_missing_and_leads_there(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    page = open_page(f"{server.address}/maps/{current_map(server)}")
    open_grid(page)
    tab_to_grid(page)
    command(page, "checklist")
    panel = page.get_by_role("complementary", name="Checklist")
    expect(panel.get_by_role("heading", name="0 of 9")).to_be_focused()
    assert accessibility(page) == []

    tab_to(page, panel.get_by_role("button", name="Go to Scope"))
    press(page, "Enter")
    expect(page.get_by_label("Begins with")).to_be_focused()
    page.keyboard.type("an advert")
    press(page, "Tab")
    page.keyboard.type("the second order")
    tab_to_grid(page, back=True)
    await_saved(page)
    command(page, "checklist")
    expect(panel.get_by_role("heading", name="1 of 9")).to_be_focused()

    tab_to(page, panel.get_by_role("button", name="Add lane “Emotion”"))
    press(page, "Enter")
    expect(page.locator('[role=gridcell][data-column="pay"]').last).to_be_focused()
    press(page, "Enter", "Enter")
    expect(page.get_by_role("slider")).to_be_visible()
    expect(panel.get_by_role("heading", name="2 of 9")).to_be_visible()
    tab_to(page, panel.get_by_role("button", name="Close the checklist"))
    press(page, "Enter")
    expect(panel).to_have_count(0)


def test_on_a_phone_the_checklist_and_the_differences_are_in_the_menu(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    current = current_map(server)
    page = open_page(f"{server.address}/maps/{current}", viewport=PHONE)
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Checklist").click()
    panel = page.get_by_role("complementary", name="Checklist")
    expect(panel.get_by_role("heading", name="0 of 9")).to_be_focused()
    assert accessibility(page) == []
    panel.get_by_role("button", name="Close the checklist").click()
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Grow a future map").click()
    future_of(page, current)
    expect(page.locator(".look-banner")).to_contain_text("0 differences", timeout=PATIENCE)
    assert accessibility(page) == []
