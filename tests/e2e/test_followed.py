"""How a map is followed, in a browser: with the keyboard alone, and readable for everybody."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE
from tests.serving import Served

Violations = Callable[[Page], list[dict[str, Any]]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_customers_who_miss_a_step_are_opened_from_the_map(
    demo: Served, open_page: Callable[..., Page], accessibility: Violations, scheme: str
) -> None:
    page = open_page(f"{demo.address}/maps/demo", color_scheme=scheme)
    page.get_by_role("button", name="Followed?").press("Enter", timeout=PATIENCE)
    missing = page.locator(".followed-table").get_by_role("button", name=re.compile("^Pay: missing"))
    missing.wait_for(timeout=PATIENCE)
    shown = missing.inner_text()
    expect(page.locator(".step-head .followed-missing").filter(has_text=shown)).to_have_count(1)
    assert accessibility(page) == []
    missing.press("Enter")
    expect(page.get_by_text(f"{shown} customers", exact=True)).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Close").press("Enter")
    page.get_by_role("checkbox", name="Count them as deviations").press("Space", timeout=PATIENCE)
    expect(page.get_by_role("heading", name=re.compile("do as drawn"))).not_to_have_text("0.0% do as drawn")
