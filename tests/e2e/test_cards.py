"""A card of every kind, made by keys alone: what is asked of it, what it shows, and what it says aloud."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from footfall.journey.records.lane import LaneKind
from tests.e2e.maps import PATIENCE, await_saved, cell, make_map, on_server, open_grid
from tests.serving import Served, fetch

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
Keys = tuple[str, tuple[str, ...]]

FAR = 60  # presses of Tab after which a field counts as out of reach
FOCUSED = "(element) => element === document.activeElement"

# For each kind what is typed as its words; then for each field its name and the keys pressed there, where `=` types.
MADE: dict[str, tuple[str, tuple[Keys, ...], str]] = {
    "actions": ("Asks for **help**", (), "Asks for help, assumed"),
    "goals": ("Know when", (("How well it is met", ("ArrowRight",)),), "Know when, mostly met, 4 of 5, assumed"),
    "needs": ("A clear day", (("How well it is met", ("Home",)),), "A clear day, not met, 1 of 5, assumed"),
    "expectations": ("Tomorrow", (), "Tomorrow, assumed"),
    "thoughts": ("Where is it?", (), "Where is it?, assumed"),
    "questions": ("When?", (), "When?, assumed"),
    "touchpoints": (
        "We write first",
        (
            ("Touchpoint of the library", ("=Tracking mail", "Enter")),
            ("Another channel", ("=E-mail", "Enter")),
            ("Direction", ("Enter", "ArrowDown", "Enter")),
            ("Who runs it", ("Enter", "ArrowDown", "Enter")),
            ("Moment of truth", ("Space",)),
            ("Importance", ("End",)),
            ("Quality", ("Home",)),
        ),
        "We write first, moment of truth, E-mail, one-way, owned, importance 5 of 5, quality 1 of 5, assumed",
    ),
    "channels": ("", (("Another channel", ("=Phone", "Enter")),), "Phone, assumed"),
    "quotes": (
        "On its way",
        (("Who said it", ("=Customer 12", "Enter")), ("Link", ("=example.com/review", "Enter"))),
        "On its way, said by Customer 12, assumed",
    ),
    "pain-points": ("No day", (("Severity", ("Enter", "End", "Enter")),), "No day, severe, assumed"),
    "barriers": ("A printer", (("Severity", ("Enter", "ArrowDown", "Enter")),), "A printer, minor, assumed"),
    "strengths": ("Rings twice", (), "Rings twice, assumed"),
    "opportunities": (
        "Say when",
        (
            ("Worth to customers", ("End",)),
            ("Effort", ("Home",)),
            ("Teams that take it up", ("=Delivery", "Enter")),
        ),
        "Say when, value 5, effort 1, Delivery, assumed",
    ),
    "ideas": ("A box to send back", (("Effort", ("End",)),), "A box to send back, effort 5, assumed"),
    "measures": ("Reach", (), "Reach, nothing chosen to measure"),
    "chart": (
        "Visits",
        (
            ("Add a number", ("Enter",)),
            ("What number 1 is of", ("=2026", "Enter")),
            ("Number 1", ("Control+a", "=12.5", "Enter")),
        ),
        "Visits, 2026 12.5, assumed",
    ),
    "time": ("", (("Should take", ("=2 d", "Enter")),), "2 d expected"),
    "context": ("At work", (), "At work, assumed"),
    "role": ("Who pays", (), "Who pays, assumed"),
    "responsible": ("", (("Teams that answer for it", ("=Customer care", "Enter")),), "Customer care, assumed"),
    "documents": (
        "Invoice",
        (("Where it is", ("=Finance", "Enter")), ("Link", ("=https://example.com/i", "Enter"))),
        "Invoice, Finance, link to example.com/i, assumed",
    ),
    "physical-evidence": ("The box", (), "The box, assumed"),
    "frontstage": ("Rings", (("Who does it", ("=delivery", "Enter")),), "Rings, Delivery, assumed"),
    "backstage": ("Packs", (), "Packs, assumed"),
    "support": ("Routes", (), "Routes, assumed"),
    "systems": ("ERP", (), "ERP, assumed"),
    "policies": ("14 days", (), "14 days, assumed"),
    "free": ("See [the plan](https://example.com/plan)", (), "See the plan, assumed"),
}
ELSEWHERE = {"emotion", "images", "storyboard"}  # points and pictures have tests of their own


def lane_of_each(kinds: list[str]) -> dict[str, dict[str, Any]]:
    """A map of one step with a lane of each kind."""
    records: dict[str, dict[str, Any]] = {
        "map": {"type": "map", "title": "Every kind"},
        "get": {"type": "stage", "name": "Get"},
        "wait": {"type": "step", "name": "Wait", "stage": "get"},
    }
    for place, kind in enumerate(kinds):
        records[kind] = {"type": "lane", "kind": kind, "order": f"a{place:03}V"}
    return records


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until the focus is there."""
    for _ in range(FAR):
        if target.count() and target.first.evaluate(FOCUSED):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not come to {target}")


def field(page: Page, name: str) -> Locator:
    """A control of the details by its name, of whatever sort."""
    panel = page.get_by_role("complementary", name="Details")
    named = panel.get_by_label(name, exact=True)
    pressed = panel.get_by_role("button", name=name, exact=True)
    chosen = panel.locator(".field", has=page.get_by_text(name, exact=True)).locator("button.select")
    return named.and_(panel.locator("input, textarea")).or_(pressed).or_(chosen)


def press(page: Page, *keys: str) -> None:
    """Press keys; what begins with `=` is typed."""
    for key in keys:
        if key.startswith("="):
            page.keyboard.type(key[1:])
        else:
            page.keyboard.press(key)


def make_card(page: Page, kind: str) -> Locator:
    """A new card in the lane in focus, with its words and fields; the focus comes back to it."""
    words, fields, _ = MADE[kind]
    press(page, "Enter")
    if words:
        expect(page.get_by_label("Text of the card")).to_be_focused(timeout=PATIENCE)
        press(page, f"={words}", "Enter")
    else:
        expect(page.locator(".asks :focus")).to_have_count(1, timeout=PATIENCE)
    made = cell(page, kind, "wait").locator(".card")
    for name, keys in fields:
        tab_to(page, field(page, name))
        press(page, *keys)
        expect(page.get_by_role("listbox")).to_have_count(0)
        # A list that closes gives the focus back a moment later.
        expect(page.get_by_role("complementary", name="Details").locator(":focus")).to_have_count(1, timeout=PATIENCE)
    press(page, *(["Escape"] if fields else []))
    expect(made).to_be_focused(timeout=PATIENCE)
    return made


def test_the_table_has_every_kind_of_lane() -> None:
    assert MADE.keys() | ELSEWHERE == {kind.value for kind in LaneKind}


@pytest.fixture(scope="module")
def filled(server: Served, browser: Any) -> str:
    """The id of a map with a card of every kind, made with the keyboard."""
    id = make_map(server, lane_of_each(list(MADE)))
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.goto(f"{server.address}/maps/{id}")
    open_grid(page)
    tab_to(page, page.locator("[role=grid] .step-head").first)
    press(page, "ArrowDown")
    for kind in MADE:
        expect(cell(page, kind, "wait")).to_be_focused(timeout=PATIENCE)
        make_card(page, kind)
        press(page, "ArrowDown")
    await_saved(page)
    page.close()
    return id


def test_each_kind_says_what_was_asked_of_it(server: Served, open_page: Open, filled: str) -> None:
    page = open_page(f"{server.address}/maps/{filled}")
    open_grid(page)
    page.locator(".card").last.wait_for()
    said = {kind: cell(page, kind, "wait").locator(".card").get_attribute("aria-label") for kind in MADE}
    assert said == {kind: name for kind, (_, _, name) in MADE.items()}


def test_what_is_named_for_the_first_time_stands_in_the_library(server: Served, filled: str) -> None:
    _, body = fetch(f"{server.address}/api/v1/library")
    for name in ("Tracking mail", "Delivery", "Customer care", "E-mail", "Phone"):
        assert body.count(f'"name":"{name}"'.encode()) + body.count(f'"name": "{name}"'.encode()) == 1, name
    records = on_server(server, filled)
    teams = {record["step"]: record["teams"] for record in records.values() if record.get("lane") == "frontstage"}
    opportunity = next(record for record in records.values() if record.get("lane") == "opportunities")
    assert teams == {"wait": opportunity["teams"]}


def test_cards_of_every_kind_are_silent_for_axe(
    server: Served, open_page: Open, accessibility: Violations, filled: str
) -> None:
    page = open_page(f"{server.address}/maps/{filled}", viewport={"width": 1440, "height": 2400})
    open_grid(page)
    for kind in ("touchpoints", "chart", "responsible"):
        cell(page, kind, "wait").locator(".card").click(position={"x": 3, "y": 3})
        assert accessibility(page) == [], kind
    page.get_by_role("radio", name="Outline").click()
    page.locator(".outline-lane .card").last.wait_for()
    assert accessibility(page) == []


def test_links_of_a_card_open_elsewhere_and_only_safe_ones_are_links(
    server: Served, open_page: Open, filled: str
) -> None:
    page = open_page(f"{server.address}/maps/{filled}")
    open_grid(page)
    quote = cell(page, "quotes", "wait").locator(".card")
    link = quote.get_by_role("link")
    assert [link.get_attribute(name) for name in ("href", "target", "rel")] == [
        "https://example.com/review",
        "_blank",
        "noopener noreferrer",
    ]
    note = cell(page, "free", "wait").locator(".card")
    assert note.get_by_role("link").get_attribute("href") == "https://example.com/plan"
    note.click(position={"x": 3, "y": 3})
    address = page.get_by_role("complementary", name="Details").locator("textarea").first
    address.fill("[x](javascript:alert(1)) <img src=x onerror=alert(1)>")
    address.blur()
    expect(note.locator(".card-text")).to_have_text("[x](javascript:alert(1)) <img src=x onerror=alert(1)>")
    assert note.get_by_role("link").count() == 0
    assert note.locator("img").count() == 0
    quote.click(position={"x": 3, "y": 3})
    field(page, "Link").fill("javascript:alert(1)")
    field(page, "Link").blur()
    expect(page.get_by_role("alert")).to_contain_text("A link begins with")
    assert link.get_attribute("href") == "https://example.com/review"


def test_a_time_that_is_typed_as_words_is_what_is_expected(server: Served, open_page: Open) -> None:
    map = make_map(server, lane_of_each(["time"]))
    page = open_page(f"{server.address}/maps/{map}")
    open_grid(page)
    cell(page, "time", "wait").click()
    page.keyboard.type("3 days")
    page.keyboard.press("Enter")
    made = cell(page, "time", "wait").locator(".card")
    expect(made).to_have_accessible_name("3 d expected")
    await_saved(page)
    (card,) = [record for record in on_server(server, map).values() if record["type"] == "card"]
    assert (card["expected_hours"], card.get("text", "")) == (72, "")
