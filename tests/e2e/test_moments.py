"""Moments of truth and Kano in a browser: by keyboard, with populations, silent for axe."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from footfall.service import datasets, kano_pasting
from footfall.service.kano_pasting import PastedKano
from footfall.service.workspace import workspace
from tests.e2e.maps import PATIENCE
from tests.service import test_derived_moments
from tests.service.test_moments import ANNA, HEADER, SURVEY, rows
from tests.service.test_surveys import write
from tests.serving import Served, serving

Open = Callable[..., Page]
Check = Callable[[Page], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve a hotel's survey, Kano answers of one wave, and a map on which every eighth delivery is late."""
    folder: Path = tmp_path_factory.mktemp("served")
    lines = [f"g{n};Wi-Fi;I expect it;I dislike it" for n in range(14)] + ["g90;Wi-Fi;perhaps;7"]
    with workspace(folder / "data") as ws:
        datasets.import_file(ws, ANNA, write(folder / "a.csv", rows(), HEADER), SURVEY, "Hotel")
        kano_pasting.store(ws, ANNA, PastedKano(name="Kano May", table="\n".join(lines)))
        test_derived_moments.fill(ws, folder)
    with serving(folder / "data") as server:
        yield server


def test_a_survey_shows_its_broken_moments_and_each_number_opens_its_answers(
    served: Served, open_page: Open, accessibility: Check
) -> None:
    page = open_page(f"{served.address}/opportunities/moments?from=survey:hotel")
    table = page.get_by_role("table", name="Moments of truth")
    expect(table.get_by_role("row").nth(1)).to_contain_text("Improve first", timeout=PATIENCE)
    assert accessibility(page) == []
    point = page.locator("[data-point]").first
    point.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-point]:focus")).to_have_accessible_name(re.compile("wifi rating: importance .* n 60"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("60 rows")).to_be_visible(timeout=PATIENCE)
    expect(table.locator(".is-chosen")).to_contain_text("wifi rating")
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name=re.compile("^Importance of food rating")).click()
    expect(page.get_by_text("80 rows")).to_be_visible(timeout=PATIENCE)
    page.set_viewport_size({"width": 320, "height": 700})
    page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")  # the picture is drawn anew


def test_a_pasted_table_gets_its_classes_and_one_is_set_on_an_opportunity(
    served: Served, open_page: Open, accessibility: Check
) -> None:
    page = open_page(f"{served.address}/opportunities/kano")
    table = page.get_by_role("table", name="Kano's classes")
    expect(table.get_by_role("row").nth(1)).to_contain_text("must-be", timeout=PATIENCE)
    expect(table).to_contain_text("perhaps / 7")
    assert accessibility(page) == []
    table.get_by_role("button", name="Wi-Fi, must-be: 14").click()
    expect(page.get_by_text("14 customers")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Set class of Wi-Fi on an opportunity").click()
    page.get_by_role("menuitem", name="A new opportunity").click()
    page.get_by_role("button", name="Paste answers").click()
    page.get_by_label("Into the dataset").fill("Kano June")
    later = "\n".join([*(f"{n};Lounge;fijn;neutraal" for n in range(12)), "nothing"])
    page.get_by_label(re.compile("^Answers: who")).fill(later)
    page.get_by_role("button", name="Store the answers").click()
    expect(page.get_by_text("line 13: nothing")).to_be_visible(timeout=PATIENCE)
    expect(table.get_by_role("row").nth(1)).to_contain_text("attractive", timeout=PATIENCE)
    page.get_by_role("link", name="List").click()
    page.get_by_role("link", name="Wi-Fi").click()
    expect(page.get_by_text(re.compile("Kano: Wi-Fi is must-be, said 14 of 14"))).to_be_visible(timeout=PATIENCE)


def test_a_broken_promise_becomes_an_opportunity_with_its_customers_by_keyboard(
    served: Served, open_page: Open, accessibility: Check
) -> None:
    page = open_page(f"{served.address}/opportunities/moments")
    page.get_by_role("button", name=re.compile("Where from")).click()
    page.get_by_role("option", name=re.compile("^Web map")).click()
    table = page.get_by_role("table", name="Moments of truth")
    expect(table.get_by_role("row").nth(1)).to_contain_text("Deliver, after the promised time", timeout=PATIENCE)
    page.get_by_role("button", name=re.compile("^Importance of Deliver, after")).click()
    expect(page.get_by_text("400 customers")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Close").click()
    assert accessibility(page) == []
    expect(table.get_by_role("button", name=re.compile("^Make an opportunity: Deliver, after"))).to_be_enabled()
    page.get_by_role("button", name=re.compile("^Deliver, after the promised time: importance")).focus()
    page.keyboard.press("Shift+F10")
    expect(page.get_by_role("menuitem", name="Make an opportunity")).to_be_focused(timeout=PATIENCE)
    page.keyboard.press("Enter")
    table.get_by_role("link", name="Keep the promise at “Deliver”").click(timeout=PATIENCE)
    page.get_by_role("button", name=re.compile("^50 customers of Web")).click(timeout=PATIENCE)
    expect(page.get_by_text("These are the customers of the number that it cites.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name=re.compile("It is better when the number is"))).to_contain_text("lower")
    expect(page.get_by_text("Cannot tell yet: say since when")).to_be_visible(timeout=PATIENCE)
