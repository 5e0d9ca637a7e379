"""The library in a browser: a persona by keyboard alone, empathy map, stakeholders, and where things are used."""

import json
import re
import urllib.request
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect
from uuid_utils import uuid7

from tests.e2e.maps import PATIENCE, Records, at_rest, await_saved, cell, make_map, on_server, open_grid, soon
from tests.serving import Served, fetch

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
FULL: dict[str, str | list[str]] = {
    "role": "Nurse in shifts",
    "quote": "I need to know when.",
    "bio": "Orders after a late shift.",
    "goals": ["Know the day", "Have it in hand"],
    "needs": ["A time that holds"],
    "frustrations": ["A slot of four hours"],
    "motivations": ["Free evenings"],
    "facts": ["Utrecht"],
    "segment": "Orders in the app",
    "functional_value": "It comes",
    "social_value": "She is on time",
    "emotional_value": "Calm",
}
LABELS = {
    "Role": "role",
    "Quote": "quote",
    "Background": "bio",
    "Add to Goals": "goals",
    "Add to Needs": "needs",
    "Add to Frustrations": "frustrations",
    "Add to Motivations": "motivations",
    "Add to Facts": "facts",
    "Segment in the data": "segment",
    "Functional": "functional_value",
    "Social": "social_value",
    "Emotional": "emotional_value",
}
EMPATHY = ("Thinks", "Sees", "Feels", "Hears", "Says", "Pains", "Does", "Gains")


def library(server: Served) -> dict[str, dict[str, Any]]:
    """The library's records as the server has them."""
    records: dict[str, dict[str, Any]] = json.loads(fetch(f"{server.address}/api/v1/library")[1])["records"]
    return records


def named(server: Served, name: str) -> dict[str, Any]:
    """The record of the library with this name, without its order."""
    found = [record for record in library(server).values() if record["name"] == name]
    assert len(found) == 1, library(server)
    return {field: value for field, value in found[0].items() if field != "order"}


def tab_to(page: Page, target: Locator, limit: int = 90) -> None:
    """Press Tab until the target has the focus, as somebody without a mouse does."""
    for _ in range(limit):
        if target.count() == 1 and target.evaluate("each => each === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")


def type_into(page: Page, label: str, text: str) -> None:
    """Go to a field by Tab and type over what stands there."""
    tab_to(page, page.get_by_label(label, exact=True))
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def choose(page: Page, label: re.Pattern[str], times: int) -> None:
    """Open a choice and go down some options."""
    tab_to(page, page.get_by_role("button", name=label))
    page.keyboard.press("Enter")
    page.get_by_role("listbox").wait_for()
    for _ in range(times):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("listbox").wait_for(state="detached")


def begin(page: Page, name: str) -> None:
    """Press the page's main button by keyboard."""
    page.get_by_role("heading", level=1).wait_for(timeout=PATIENCE)
    button = page.get_by_role("button", name=name).first
    button.wait_for(timeout=PATIENCE)
    tab_to(page, button)
    page.keyboard.press("Enter")


def fill_texts(page: Page) -> None:
    """Type every text of the persona, in the order in which Tab reaches the fields."""
    for label in ("Role", "Quote", "Add to Facts"):
        type_typed(page, label)
    choose(page, re.compile("Role when deciding"), 4)
    choose(page, re.compile("Awareness"), 3)
    for label in LABELS.keys() - {"Role", "Quote", "Add to Facts"}:
        page.keyboard.press("Control+Home")
        type_typed(page, label)


def type_typed(page: Page, label: str) -> None:
    value = FULL[LABELS[label]]
    tab_to(page, page.get_by_label(label, exact=True), limit=200)
    if isinstance(value, str):
        page.keyboard.type(value)
        return
    for line in value:
        page.keyboard.type(line)
        page.keyboard.press("Enter")


def test_a_persona_with_all_its_fields_is_made_by_keyboard_and_is_there_after_a_reload(
    server: Served, open_page: Open
) -> None:
    page = open_page(f"{server.address}/library")
    begin(page, "New persona")
    page.wait_for_url(re.compile("/library/personas/.+"))
    type_into(page, "Name", "Noor de Graaf")
    fill_texts(page)
    make_trait_and_figure(page)
    tab_to(page, page.get_by_label("Add to Evidence", exact=True), limit=200)
    page.keyboard.type("Eight interviews")
    page.keyboard.press("Enter")
    await_saved(page)
    page.reload()
    expect(page.get_by_label("Quote", exact=True)).to_have_value("I need to know when.", timeout=PATIENCE)
    expect(page.get_by_role("heading", level=1)).to_have_text("Noor de Graaf")
    noor = named(server, "Noor de Graaf")
    assert noor.pop("evidence")[0]["note"] == "Eight interviews"
    assert noor == FULL | {
        "type": "persona",
        "name": "Noor de Graaf",
        "buying_role": "decider",
        "awareness": "solution",
        "traits": [{"low": "Patient", "high": "In a hurry", "value": 60}],
        "figures": [{"label": "Orders", "value": 2.5}],
    }


def make_trait_and_figure(page: Page) -> None:
    tab_to(page, page.get_by_role("button", name="Add a trait"), limit=200)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Word on the left")).to_be_focused()
    page.keyboard.type("Patient")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.type("In a hurry")
    tab_to(page, page.get_by_role("button", name="Add a number"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("What the number is of")).to_be_focused()
    page.keyboard.type("Orders")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+a")
    page.keyboard.type("2.5")
    page.keyboard.press("Tab")


def open_empathy(page: Page, server: Served, name: str) -> None:
    """Open the empathy map of a new persona."""
    begin(page, "New persona")
    page.wait_for_url(re.compile("/library/personas/.+"))
    page.get_by_label("Name", exact=True).fill(name)
    await_saved(page)
    page.get_by_role("link", name="Empathy map").click()
    page.get_by_role("heading", name="Empathy map").wait_for()


def test_notes_of_the_empathy_map_are_typed_and_moved_by_keyboard_and_by_pointer(
    server: Served, open_page: Open
) -> None:
    page = open_page(f"{server.address}/library")
    open_empathy(page, server, "Empathic")
    for field in EMPATHY:
        tab_to(page, page.get_by_label(f"Add to {field}", exact=True))
        page.keyboard.type(f"{field} first")
        page.keyboard.press("Enter")
    note = page.get_by_role("list", name="Hears").get_by_role("textbox", name="note")
    note.focus()
    page.keyboard.press("Alt+ArrowRight")  # over the persona in the middle
    said = page.get_by_role("list", name="Says").get_by_role("textbox", name="note")
    expect(said.nth(1)).to_be_focused()
    expect(said.nth(1)).to_have_value("Hears first")
    grip = page.locator("[data-note='Thinks first'] .grip")
    grip.hover()
    page.mouse.down()
    page.locator("[data-empathy=gains]").hover(position={"x": 40, "y": 150})
    page.mouse.up()
    expect(page.get_by_role("list", name="Gains").get_by_role("textbox", name="note")).to_have_count(2)
    await_saved(page)
    found = named(server, "Empathic")
    assert {field.lower(): found.get(field.lower(), []) for field in EMPATHY} == {
        "thinks": [],
        "sees": ["Sees first"],
        "feels": ["Feels first"],
        "hears": [],
        "says": ["Says first", "Hears first"],
        "pains": ["Pains first"],
        "does": ["Does first"],
        "gains": ["Gains first", "Thinks first"],
    }
    page.get_by_role("button", name="Undo").click()
    soon(page, lambda: named(server, "Empathic").get("thinks"), ["Thinks first"])


def test_a_stakeholder_goes_to_another_ring_by_key_and_by_pointer_and_is_rated(server: Served, open_page: Open) -> None:
    page = open_page(f"{server.address}/library/stakeholders")
    begin(page, "New stakeholder")
    page.get_by_label("Name", exact=True).wait_for()
    expect(page.get_by_label("Name", exact=True)).to_be_focused()
    page.keyboard.type("Parcel service")
    page.keyboard.press("Escape")
    spot = page.locator("[data-stakeholder]")
    expect(spot).to_have_text(re.compile("Parcel service"))
    spot.focus()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    expect(spot).to_have_accessible_name(re.compile("Parcel service.*Indirect"))
    rings = at_rest(page.locator(".rings"))
    spot.hover()
    page.mouse.down()
    page.mouse.move(rings["x"] + rings["width"] / 2 + 20, rings["y"] + rings["height"] / 2 - 10, steps=4)
    page.mouse.up()
    expect(spot).to_have_accessible_name(re.compile("Parcel service.*Core"))
    page.get_by_role("button", name="Influence and interest").click()
    spot.focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(spot).to_have_accessible_name(re.compile("Parcel service.*influence 3.5 of 5, interest 3.0 of 5"))
    expect(spot).to_be_focused()
    page.get_by_role("button", name="Table").click()
    expect(page.get_by_role("row", name=re.compile("Parcel service"))).to_contain_text("3.5")
    await_saved(page)
    wanted = {"type": "stakeholder", "name": "Parcel service", "ring": "core", "influence": 3.5, "interest": 3}
    assert named(server, "Parcel service") == wanted


def test_a_touchpoint_says_where_it_is_used_opens_the_map_there_and_warns_before_it_goes(
    demo: Served, open_page: Open
) -> None:
    records = {
        "map": {"type": "map", "title": "Another journey"},
        "stage": {"type": "stage", "name": "Look"},
        "step": {"type": "step", "name": "See an advertisement", "stage": "stage", "touchpoint": "touchpoint-search"},
        "does": {"type": "lane", "kind": "touchpoints"},
        "seen": {"type": "card", "lane": "does", "step": "step", "touchpoint": "touchpoint-search", "text": "Search"},
    }
    make_map(demo, records)
    page = open_page(f"{demo.address}/library/touchpoints/touchpoint-search")
    used = page.get_by_role("listitem").filter(has_text="Another journey")
    expect(used).to_contain_text("1 card, 1 step", timeout=PATIENCE)
    page.get_by_role("button", name="More for Search").click()
    page.get_by_role("menuitem", name="Delete").click()
    dialog = page.get_by_role("alertdialog")
    expect(dialog).to_contain_text("in 2 maps")
    expect(dialog).to_contain_text("Another journey")
    dialog.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Undo").last.click()
    page.get_by_role("main").get_by_role("link", name="Search").first.click()
    used.get_by_role("link").click()
    page.get_by_role("grid").wait_for(timeout=PATIENCE)
    expect(page.get_by_role("columnheader", name=re.compile("See an advertisement"))).to_be_visible()
    expect(page.locator("aside.panel h2")).to_have_text("See an advertisement")
    assert "at=" not in page.url


def test_axe_finds_nothing_on_any_page_of_the_library(demo: Served, open_page: Open, accessibility: Violations) -> None:
    page = open_page(f"{demo.address}/library")
    found = look_everywhere(page, demo, accessibility)
    page.set_viewport_size({"width": 390, "height": 844})
    found |= {f"{name} on a phone": what for name, what in look_everywhere(page, demo, accessibility).items()}
    assert found == {name: [] for name in found}
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide == 390


def look_everywhere(page: Page, demo: Served, accessibility: Violations) -> dict[str, list[dict[str, Any]]]:
    found = {}
    noor = "personas/persona-noor-de-graaf"
    details = ("touchpoints/touchpoint-search", "channels/channel-web", "teams", "stakeholders")
    for path in ("personas", noor, f"{noor}/empathy", *details):
        page.goto(f"{demo.address}/library/{path}")
        page.get_by_role("heading", level=1).wait_for(timeout=PATIENCE)
        page.locator(".save-state").wait_for(timeout=PATIENCE)
        found[path] = accessibility(page)
    begin_once(page)
    for look in ("Rings", "Influence and interest", "Table"):
        page.get_by_role("button", name=look, exact=True).click()
        found[look] = accessibility(page)
    return found


def begin_once(page: Page) -> None:
    """Have at least one stakeholder to look at."""
    if page.get_by_role("heading", name="Who else is concerned?").is_visible():
        page.get_by_role("button", name="New stakeholder").first.click()
        page.get_by_role("region", name="Details of New stakeholder").wait_for()


NOTED: Records = {
    "map": {"type": "map", "title": "With notes", "personas": ["noted"]},
    "wait": {"type": "stage", "name": "Wait"},
    "track": {"type": "step", "name": "Track", "stage": "wait", "order": "a0"},
    "call": {"type": "step", "name": "Call", "stage": "wait", "order": "a1"},
    "thinks": {"type": "lane", "kind": "free", "name": "Head"},
}


def shelve_noted(server: Served) -> None:
    """Put a persona with two notes in the library."""
    noted = {"type": "persona", "name": "Nora", "thinks": ["Where is it?"], "says": ["Call me"]}
    body = {"id": str(uuid7()), "ops": [{"op": "put", "id": "noted", "record": noted}]}
    address = f"{server.address}/api/v1/library/changes"
    asked = urllib.request.Request(address, json.dumps(body).encode(), {"Content-Type": "application/json"})
    urllib.request.urlopen(asked, timeout=30).close()


def test_notes_of_a_persona_go_to_a_lane_by_keyboard_and_by_pointer_and_say_where_they_come_from(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    shelve_noted(server)
    id = make_map(server, NOTED)
    page = open_page(f"{server.address}/maps/{id}")
    open_grid(page)
    cell(page, "thinks", "track").click()
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").wait_for()
    page.keyboard.type("Notes of the persona")
    page.keyboard.press("Enter")
    panel = page.get_by_role("complementary", name="Notes of the persona")
    expect(panel).to_contain_text("Head · Track")
    assert accessibility(page) == []
    tab_to(page, panel.get_by_role("button", name="Where is it?"))
    page.keyboard.press("Enter")
    expect(panel).to_contain_text("on the map")
    panel.locator("[data-note='Call me']").hover()
    page.mouse.down()
    cell(page, "thinks", "call").hover()
    page.mouse.up()
    expect(cell(page, "thinks", "call").locator(".card")).to_contain_text("Call me")
    await_saved(page)
    cards = [record for record in on_server(server, id).values() if record["type"] == "card"]
    told = {(one["step"], one["text"], one["persona"], one["evidence"][0]["note"]) for one in cards}
    assert told == {
        ("track", "Where is it?", "noted", "Empathy map of Nora: Thinks"),
        ("call", "Call me", "noted", "Empathy map of Nora: Says"),
    }


def test_a_new_persona_is_added_to_a_map_by_typing_its_name(server: Served, open_page: Open) -> None:
    shelve_noted(server)
    id = make_map(server, NOTED)
    page = open_page(f"{server.address}/maps/{id}")
    open_grid(page)
    field = page.get_by_role("combobox", name="Add a persona")
    field.fill("Otto")
    page.keyboard.press("Enter")
    otto = page.locator("aside a", has_text="Otto")  # by no role: a list that stays open for more hides all else
    expect(otto).to_be_visible()
    await_saved(page)
    otto.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Otto", timeout=PATIENCE)
    soon(page, lambda: len(on_server(server, id)["map"]["personas"]), 2)
