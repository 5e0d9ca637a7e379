"""What customers do beside the map, in a browser: with the keyboard alone, and readable for everybody."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.keys import choose, press, tab_to
from tests.e2e.maps import PATIENCE
from tests.serving import Served

Violations = Callable[[Page], list[dict[str, Any]]]


def test_the_customers_who_stop_at_a_step_are_opened_from_the_map(
    demo: Served, open_page: Callable[..., Page], accessibility: Violations
) -> None:
    page = open_page(f"{demo.address}/maps/demo")
    page.get_by_role("button", name="Followed?").press("Enter", timeout=PATIENCE)
    stopped = page.locator(".followed-table").get_by_role("button", name=re.compile("^Pay: stopped"))
    stopped.wait_for(timeout=PATIENCE)
    shown = stopped.inner_text()
    expect(page.locator(".step-head .followed-stopped").filter(has_text=shown)).to_have_count(1)
    assert accessibility(page) == []
    stopped.press("Enter")
    expect(page.get_by_text(f"{shown} customers", exact=True)).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Close").press("Enter")
    told = page.get_by_role("heading", name=re.compile("do as drawn"))
    counted = told.inner_text()
    page.get_by_role("checkbox", name="Count them as deviations").press("Space", timeout=PATIENCE)
    expect(told).not_to_have_text(counted)


def test_two_groups_are_set_beside_each_other_above_a_map_by_keyboard(
    demo: Served, open_page: Callable[..., Page], accessibility: Violations
) -> None:
    page = open_page(f"{demo.address}/maps/demo")
    switch = page.get_by_role("button", name="Two groups", exact=True)
    switch.wait_for(timeout=PATIENCE)
    tab_to(page, "Two groups")
    press(page, "Enter")
    expect(switch).to_have_attribute("aria-pressed", "true")
    panel = page.get_by_role("complementary", name="Two groups")
    expect(panel.get_by_text("Told apart by").first).to_be_visible(timeout=PATIENCE)
    tab_to(page, "Told apart by")
    choose(page, "where they came")
    tab_to(page, "Place")
    choose(page, "Helpline")
    tab_to(page, "Compare")
    press(page, "Enter")
    told = panel.get_by_text(re.compile(r"numbers? differs?, corrected|Nothing differs more"))
    expect(told).to_be_visible(timeout=3 * PATIENCE)
    assert accessibility(page) == []
    step = panel.locator(".contrast-step").first.get_by_role("button").first
    name = step.inner_text()
    tab_to(page, name)
    press(page, "Enter")
    expect(page.locator("[role=grid] :focus, [role=grid] .is-at").first).to_contain_text(name)
