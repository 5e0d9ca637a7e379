"""Bindings in a browser: by keyboard, by rule, on a phone, seen by others, and in the numbers of a map."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Set
from footfall.service import library
from footfall.service.workspace import workspace
from tests.e2e.maps import PATIENCE, Records, await_saved, make_map, open_grid, small_map
from tests.serving import Served, fetch, serving

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
PHONE = {"width": 390, "height": 844}
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def demo(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the demo with two of its events unbound."""
    data, anna = shutil.copytree(demo_data, tmp_path_factory.mktemp("demo") / "data"), Actor(id="anna", name="Anna")
    with workspace(data) as ws:
        loose = ("touchpoint-survey-mail", "touchpoint-advertisement")
        library.change(
            ws, anna, Change(id=str(uuid7()), ops=tuple(Set(id=id, field="bindings", value=[]) for id in loose))
        )
    with serving(data) as served:
        yield served


def open_bindings(open_page: Open, demo: Served, asks: str = "", **options: Any) -> Page:
    page = open_page(f"{demo.address}/data/demo-shop/bindings{asks}", **options)
    page.get_by_role("grid", name="Events").wait_for(timeout=PATIENCE)
    return page


def row(page: Page, event: str) -> Locator:
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=event, exact=True))


def focus(page: Page, event: str) -> None:
    """Go into the list by Tab and down to an event, as somebody without a mouse does."""
    page.get_by_role("searchbox").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[role=grid]') !== null"):
            break
    for _ in range(30):
        if page.evaluate("document.activeElement.textContent").startswith(event):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrows do not reach {event}")


def rules(demo: Served, touchpoint: str) -> Any:
    records = json.loads(fetch(f"{demo.address}/api/v1/library")[1])["records"]
    found = [record for record in records.values() if record["name"] == touchpoint]
    return [record.get("bindings", []) for record in found]


def measured(at: str) -> Records:
    records = small_map()
    records["map"]["dataset"] = "demo-shop"
    records["counts"] = {"type": "lane", "kind": "measures", "order": "a2"}
    question = {"kind": "reach", "at": [at]}
    records["reach"] = {"type": "card", "lane": "counts", "step": "pay", "question": question, "order": "a0"}
    return records


def test_an_event_tied_by_one_key_shows_in_the_numbers_of_a_map(demo: Served, open_page: Open) -> None:
    map = f"{demo.address}/maps/{make_map(demo, measured('touchpoint-survey-mail'))}"
    beside = open_page(map)
    open_grid(beside)
    value = beside.locator(".measure-value")
    expect(beside.locator("[data-card=reach]")).to_be_visible(timeout=PATIENCE)
    expect(value.filter(has_text="%")).to_have_count(0)

    page = open_bindings(open_page, demo, "?show=unbound")
    focus(page, "survey_mail")
    page.keyboard.press("a")
    expect(page.get_by_text("“survey_mail” is now “Survey mail”.")).to_be_visible(timeout=PATIENCE)
    expect(row(page, "survey_mail")).to_have_count(0, timeout=PATIENCE)
    await_saved(page)
    assert rules(demo, "Survey mail") == [[{"events": ["survey_mail"], "channels": []}]]

    beside.reload()
    expect(value.filter(has_text="%").first).to_be_visible(timeout=PATIENCE)


def test_a_new_touchpoint_is_made_by_keyboard_and_taken_back(demo: Served, open_page: Open) -> None:
    page = open_bindings(open_page, demo)
    focus(page, "label_printed")
    page.keyboard.press("Enter")
    field = page.get_by_role("combobox", name="Touchpoint")
    field.wait_for(timeout=PATIENCE)
    page.keyboard.type("Label in the post")
    page.keyboard.press("Enter")
    made = row(page, "label_printed").get_by_role("button", name="Label in the post")
    expect(made).to_be_visible(timeout=PATIENCE)
    await_saved(page)
    assert rules(demo, "Label in the post") == [[{"events": ["label_printed"], "channels": []}]]
    page.keyboard.press("Control+z")
    expect(made).to_have_count(0, timeout=PATIENCE)
    await_saved(page)
    assert rules(demo, "Label in the post") == []


def test_several_events_are_tied_at_once_and_somebody_else_sees_it(demo: Served, open_page: Open) -> None:
    other = open_bindings(open_page, demo)
    page = open_bindings(open_page, demo)
    row(page, "ad_clicked").click()
    row(page, "label_printed").click(modifiers=["Control"])
    expect(page.get_by_role("heading", name="2 event names")).to_be_visible()
    page.get_by_role("button", name="Tie to a touchpoint").click()
    page.get_by_role("combobox", name="Touchpoint").fill("return page")
    page.keyboard.press("Enter")
    for one in (page, other):
        for event in ("ad_clicked", "label_printed"):
            taker = row(one, event).get_by_role("button", name="Return page")
            expect(taker).to_be_visible(timeout=PATIENCE)
    row(page, "ad_clicked").click()
    row(page, "label_printed").click(modifiers=["Control"])
    page.keyboard.press("Delete")
    expect(row(other, "ad_clicked")).to_contain_text("unbound", timeout=PATIENCE)


def test_a_rule_tells_what_it_would_match_before_it_is_saved(demo: Served, open_page: Open) -> None:
    page = open_bindings(open_page, demo)
    page.get_by_role("complementary").get_by_role("button", name="Order chat").click()
    page.get_by_role("button", name="Add a rule").click()
    field = page.get_by_role("combobox", name="Event is")
    expect(field).to_be_focused()
    page.keyboard.type("return_*")
    told = page.get_by_role("form", name="Rule").get_by_role("status")
    expect(told).to_contain_text("return_started, return_received", timeout=PATIENCE)
    expect(told).to_contain_text("“Return page” takes them already")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="phone", exact=True).click()
    expect(told).to_contain_text("0 events", timeout=PATIENCE)
    page.get_by_role("button", name="Save rule").click()
    expect(page.get_by_text("matches nothing in this dataset")).to_be_visible(timeout=PATIENCE)
    await_saved(page)
    last = {"events": ["return_*"], "channels": ["phone"]}
    assert rules(demo, "Order chat") == [[{"events": ["chat_started"], "channels": []}, last]]


def test_axe_finds_nothing_wide_and_on_a_phone_with_what_is_open(
    demo: Served, open_page: Open, accessibility: Violations
) -> None:
    found = {}
    for screen in ({"width": 1440, "height": 900}, PHONE):
        page = open_bindings(open_page, demo, viewport=screen)
        found[f"list {screen['width']}"] = accessibility(page)
        page.locator(".bind-row .tick").nth(4).click()
        if screen is PHONE:
            page.get_by_role("button", name="Tie or untie").click()
        page.get_by_role("heading", name="checkout_started").wait_for(timeout=PATIENCE)
        found[f"event {screen['width']}"] = accessibility(page)
        page.get_by_role("complementary").get_by_role("button", name="Checkout in the app", exact=True).click()
        page.get_by_role("button", name="Edit the rule").first.click()
        found[f"rule {screen['width']}"] = accessibility(page)
        assert page.evaluate(WIDE) == 0
    assert found == {what: [] for what in found}


def test_without_data_the_page_says_what_it_is_for(server: Served, open_page: Open, accessibility: Violations) -> None:
    page = open_page(f"{server.address}/bindings")
    page.get_by_role("heading", name="Which events are your touchpoints?").wait_for(timeout=PATIENCE)
    assert accessibility(page) == []
    page.get_by_role("button", name="Import a file").click()
    page.wait_for_url(f"{server.address}/data")
