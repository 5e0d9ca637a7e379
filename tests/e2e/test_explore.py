"""Exploring a fresh import with the keyboard alone: a picture, its numbers, their customers, and a card on a map."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.keys import choose, press, tab_to
from tests.e2e.maps import PATIENCE, make_map, on_server, open_grid, small_map
from tests.importing import bring_in
from tests.serving import Served, serving

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
PHONE = {"width": 390, "height": 844}
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CUSTOMERS = 40
MAPPING = {"kind": "events", "customer": "who", "time": "at", "event": "what", "channel": "by"}


def log() -> bytes:
    """Everybody orders and pays; every other one tracks, of whom half asks; all but eight get it."""
    rows = ["who,at,what,by"]
    for who in range(CUSTOMERS):
        steps = ["Order", "Pay"] + (["Track"] if who % 2 else []) + (["Ask"] if who % 4 == 1 else [])
        steps += ["Receive"] if who >= 8 else []
        channels = {"Ask": "phone", "Receive": "door"}
        rows += [
            f"c{who},2026-08-{day:02}T10:00:00Z,{step},{channels.get(step, 'web')}" for day, step in enumerate(steps, 1)
        ]
    return "\n".join(rows).encode()


@pytest.fixture(scope="module")
def shop(server: Served) -> Served:
    """A fresh import, and a map without any number."""
    assert bring_in(server, "shop.csv", log(), MAPPING, "Shop")["state"] == "done"
    make_map(server, with_counts())
    return server


def with_counts() -> dict[str, Any]:
    """A small map with a lane for numbers."""
    counts = {"type": "lane", "kind": "measures", "name": "Counts", "order": "a2"}
    return {**small_map(), "counts": counts}


def explored(open_page: Open, shop: Served, asks: str = "", **options: Any) -> Page:
    page = open_page(f"{shop.address}/explore{asks}", **options)
    page.get_by_role("group", name="Flow graph").wait_for(timeout=PATIENCE)
    return page


def test_from_a_fresh_import_to_a_flow_and_its_customers_and_a_card_on_a_map_by_keyboard(
    shop: Served, open_page: Open
) -> None:
    page = explored(open_page, shop)
    tab_to(page, "Order 40 customers")
    press(page, "ArrowRight")
    expect(page.locator(":focus")).to_have_attribute("aria-label", "Order → Pay, 40 customers, median 24 h")
    press(page, "ArrowRight", "ArrowRight", "ArrowDown", "Enter")
    numbers = page.get_by_role("complementary", name="Numbers")
    expect(numbers.get_by_role("heading", level=2).first).to_have_text("Pay → Receive")

    tab_to(page, "Open 16 customers")
    press(page, "Enter")
    customers = page.get_by_role("complementary", name="Customers of Pay → Receive: Customers")
    expect(customers.get_by_role("row")).to_have_count(16 + 1)
    press(page, "Escape")
    expect(customers).to_have_count(0)

    pin(page)
    expect(page.get_by_text("Pinned to “Parcel”.")).to_be_visible(timeout=PATIENCE)
    tab_to(page, "Parcel", key="Shift+Tab")
    press(page, "Enter")
    open_grid(page)
    [pinned] = [one for one in on_server(shop, page.url.split("/")[-1]).values() if one.get("question")]
    assert (pinned["text"], pinned["lane"], pinned["step"]) == ("Pay → Receive", "counts", "wait")
    assert pinned["question"] == {
        "kind": "flow",
        "source": ["event:Pay"],
        "target": ["event:Receive"],
        "statistic": "share",
    }


def test_from_a_file_to_a_flow_a_funnel_a_contrast_and_a_number_on_a_map_by_keyboard_in_one_go(
    open_page: Open, tmp_path: Path
) -> None:
    file = tmp_path / "shop.csv"
    file.write_bytes(log().replace(b"who,at,what,by", b"customer,time,event,channel"))
    with serving(tmp_path / "data") as served:
        map = make_map(served, with_counts())
        page = open_page(f"{served.address}/data/import")
        chooser = page.locator("input[type=file]")
        chooser.wait_for(state="attached")
        tab_to(page, "Choose")
        chooser.set_input_files(file)  # the dialog for files is the system's
        expect(page.get_by_label("As it would come in")).to_contain_text("142 rows kept", timeout=PATIENCE)
        tab_to(page, "Into a new dataset")
        press(page, "Enter")
        expect(page.locator(".report")).to_contain_text("142 events of 40 customers", timeout=PATIENCE)

        tab_to(page, "Explore", key="Shift+Tab")
        press(page, "Enter")
        page.get_by_role("group", name="Flow graph").wait_for(timeout=PATIENCE)
        ask_for_a_funnel(page)
        ask_for_a_contrast(page)
        tab_to(page, "Flow", key="Shift+Tab")
        press(page, "Enter")
        tab_to(page, "Order 40 customers")
        press(page, "ArrowRight", "Enter")
        pin(page)
        expect(page.get_by_text("Pinned to “Parcel”.")).to_be_visible(timeout=PATIENCE)
        [pinned] = [one for one in on_server(served, map).values() if one.get("question")]
    assert (pinned["text"], pinned["lane"], pinned["step"]) == ("Order → Pay", "counts", "wait")


def pin(page: Page) -> None:
    """Put the chosen number at the step `Wait` of the one map."""
    tab_to(page, "Pin to a map")
    press(page, "Enter")
    tab_to(page, "Step")
    choose(page, "Wait")
    tab_to(page, "Pin it")
    press(page, "Enter")


def ask_for_a_funnel(page: Page) -> None:
    tab_to(page, "Funnel", key="Shift+Tab")
    press(page, "Enter")
    for place in ("Order", "Receive"):
        tab_to(page, "Add a step")
        choose(page, place)
    steps = page.get_by_role("region", name="Funnel").get_by_role("button", name="2. Receive")
    expect(steps).to_contain_text("32 · 80.0%", timeout=PATIENCE)
    expect(page.get_by_text("drop out, 20.0%")).to_be_visible()


def ask_for_a_contrast(page: Page) -> None:
    tab_to(page, "Contrast", key="Shift+Tab")
    press(page, "Enter")
    tab_to(page, "Place")
    choose(page, "Track")
    expect(page.get_by_role("heading", name="What differs")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("region", name="Contrast").get_by_role("button", name="Ask").first).to_be_visible()


def test_the_table_is_one_key_away_and_going_back_shows_what_was_there_before(shop: Served, open_page: Open) -> None:
    page = explored(open_page, shop)
    press(page, "t")
    expect(page.get_by_role("table").get_by_role("row").nth(1)).to_contain_text("OrderPay40100%")
    press(page, "t")
    tab_to(page, "Paths", key="Shift+Tab")
    press(page, "Enter")
    expect(page.get_by_role("region", name="Variants")).to_contain_text("6 paths, of 6 different ones, cover 100%")
    page.go_back()
    expect(page.get_by_role("group", name="Flow graph")).to_be_visible(timeout=PATIENCE)


def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    shop: Served, open_page: Open, accessibility: Violations
) -> None:
    page = explored(open_page, shop)
    page.get_by_role("button", name="Pay 40 customers", exact=True).press("Enter")
    expect(
        page.get_by_role("complementary", name="Numbers").get_by_text("Only customers who came to Pay").first
    ).to_be_visible()
    assert accessibility(page) == []
    press(page, "t")
    assert accessibility(page) == []
    page.set_viewport_size(PHONE)
    press(page, "t")
    expect(page.get_by_role("group", name="Flow graph")).to_be_visible(timeout=PATIENCE)
    assert accessibility(page) == []
    assert page.evaluate(WIDE) == 0


FUNNEL = "&ask=" + quote(json.dumps({"places": [["event:Order"], ["event:Pay"], ["event:Receive"]]}))
WAY = "&ask=" + quote(
    json.dumps({"question": {"kind": "flow", "source": ["event:Order"], "target": ["event:Pay"], "statistic": "share"}})
)
GROUPS = [
    {"name": "tracked", "only": {"passed": [["event:Track"]]}},
    {"name": "not", "only": {"never": [["event:Track"]]}},
]
APART = "&ask=" + quote(json.dumps({"groups": GROUPS}))
PICTURES = (
    "steps",
    "tree",
    "funnel-steps" + FUNNEL,
    "trend" + WAY,
    "retention",
    "variants",
    "ends",
    "segments",
    "contrast" + APART,
    "scores",
    "themes",
    "customers",
)


def test_axe_finds_nothing_in_any_picture(shop: Served, open_page: Open, accessibility: Violations) -> None:
    page = explored(open_page, shop)
    found = {}
    for view in PICTURES:
        page.goto(f"{page.url.split('?')[0]}?view={view}")
        page.locator('.explore-view[aria-busy="false"]').wait_for(timeout=PATIENCE)
        found[view] = accessibility(page)
    assert {view: places for view, places in found.items() if places} == {}


def test_a_trend_of_how_many_come_on_by_keyboard(shop: Served, open_page: Open) -> None:
    page = explored(open_page, shop)
    tab_to(page, "Time", key="Shift+Tab")
    press(page, "Enter")
    for field, said in (("Number", "share who came on to"), ("Place", "Order"), ("And then", "Pay")):
        tab_to(page, field)
        choose(page, said)
    dot = page.get_by_role("region", name="Trend").get_by_role("button", name="1 Aug 2026")
    expect(dot).to_be_visible(timeout=PATIENCE)


def test_a_question_that_takes_long_can_be_stopped_and_asked_again(shop: Served, open_page: Open) -> None:
    page = explored(open_page, shop)
    page.route("**/api/v1/analyses/run", lambda _: None)  # no answer comes
    tab_to(page, "Paths", key="Shift+Tab")
    press(page, "Enter")
    expect(page.get_by_text("Counting for")).to_be_visible(timeout=PATIENCE)
    stop = page.get_by_role("button", name="Stop", exact=True)
    with page.expect_event("requestfailed", timeout=PATIENCE):
        stop.press("Enter")
    page.unroute("**/api/v1/analyses/run")
    page.get_by_role("button", name="Ask it again").press("Enter")
    expect(page.get_by_role("region", name="Variants")).to_contain_text(
        "6 paths, of 6 different ones", timeout=PATIENCE
    )
