"""What customers wrote: found by what it says, overruled from the keyboard, and counted anew."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.maps import PATIENCE
from tests.importing import bring_in
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
MAPPING = {"kind": "answers", "customer": "who", "time": "at", "text": "text", "question_is": "Why?"}
TEXTS = """who,at,text
ann,2026-01-03,The courier was very friendly.
bob,2026-01-02,Parcel came late and broken.
cas,2026-01-01,De bezorger was onbeleefd.
"""


@pytest.fixture
def page(server: Served, open_page: Open, request: pytest.FixtureRequest) -> Page:
    """Open the excerpts of a dataset of three, each test its own."""
    name = str(request.node.name)[:40]
    page = open_page(server.address, color_scheme="light")
    job = bring_in(server, "a.csv", TEXTS.encode(), MAPPING, name)
    assert job["state"] == "done"
    page.goto(f"{server.address}/data/{job['dataset']}")
    page.get_by_role("link", name="What they wrote").click(timeout=PATIENCE)
    expect(page.locator(".excerpt")).to_have_count(3, timeout=PATIENCE)
    return page


def excerpt(page: Page, words: str) -> Locator:
    return page.locator(".excerpt").filter(has_text=words)


def choose(page: Page, select: Locator, key: str) -> None:
    """Choose in a list from the keyboard: open it, go to the first or last entry, take it."""
    select.press("Enter")
    page.get_by_role("listbox").wait_for(timeout=PATIENCE)
    page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page.get_by_role("listbox")).to_have_count(0, timeout=PATIENCE)


def test_the_words_that_decided_are_marked(page: Page) -> None:
    expect(page.locator("mark.is-praise")).to_have_text(["friendly"])
    expect(page.locator("mark.is-blame")).to_have_text(["came late", "broken", "onbeleefd"])


def test_a_feeling_is_overruled_from_the_keyboard_counted_anew_and_taken_back(page: Page) -> None:
    late = excerpt(page, "late and broken")
    choose(page, late.get_by_role("button", name="Feeling"), "End")
    expect(late).to_contain_text("said so on", timeout=PATIENCE)
    expect(page.locator(".feels-positive + dd")).to_have_text("2", timeout=PATIENCE)
    page.reload()
    expect(late).to_contain_text("Told from the text: negative; English; delivery", timeout=PATIENCE)
    late.get_by_role("button", name="Take back").press("Enter")
    expect(page.locator(".feels-positive + dd")).to_have_text("1", timeout=PATIENCE)


def test_themes_are_typed_and_excerpts_found_by_them(page: Page) -> None:
    field = excerpt(page, "late and broken").get_by_label("Themes, with commas")
    field.fill("delivery, speed")
    field.press("Enter")
    theme = page.locator(".excerpt-theme").filter(has_text="speed")
    theme.press("Enter", timeout=PATIENCE)
    expect(page.locator(".excerpt")).to_have_count(1, timeout=PATIENCE)
    expect(theme).to_have_attribute("aria-pressed", "true")


def test_excerpts_are_found_by_words_and_by_language(page: Page) -> None:
    search = page.get_by_role("search")
    search.get_by_label("Words").fill("FRIENDLY")
    expect(page.locator(".excerpt")).to_have_count(1, timeout=PATIENCE)
    search.get_by_label("Words").fill("")
    expect(page.locator(".excerpt")).to_have_count(3, timeout=PATIENCE)
    choose(page, search.get_by_role("button", name="Language"), "ArrowDown")
    expect(page.get_by_role("status").first).to_contain_text("2 excerpts of 3", timeout=PATIENCE)


def test_axe_finds_nothing(page: Page, accessibility: Violations) -> None:
    assert accessibility(page) == []
