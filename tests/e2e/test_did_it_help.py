"""Whether an opportunity helped, asked on its page: the data, the number and the start are chosen, and each n opens."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]


def test_a_start_and_a_number_are_chosen_and_the_answer_opens_the_customers_that_it_counted(
    demo: Served, open_page: Open, accessibility: Violations
) -> None:
    page = open_page(f"{demo.address}/opportunities")
    page.get_by_role("button", name="New opportunity").first.click()
    said = page.locator(".helped-said")
    expect(said).to_contain_text("Cannot tell yet: say since when", timeout=PATIENCE)

    page.get_by_label("Customers meet it since").fill("2026-04-01")
    choose(page, "Dataset", "Demo shop")
    choose(page, "What it measures", "Customers reached")
    expect(said).to_contain_text("the trend before would have had it", timeout=PATIENCE)

    page.locator(".helped-dot").first.focus()
    page.keyboard.press("ArrowRight")
    words = page.locator(".helped-dot:focus").get_attribute("aria-label") or ""
    page.keyboard.press("Enter")
    count = words.rsplit("n ", 1)[1]
    expect(page.get_by_role("complementary")).to_contain_text(f"n {count}", timeout=PATIENCE)
    expect(page.get_by_role("complementary")).to_contain_text(f"{count} customers", timeout=PATIENCE)
    assert accessibility(page) == []


def choose(page: Page, field: str, option: str) -> None:
    """Choose an option of a field."""
    page.get_by_role("button", name=field).click()
    page.get_by_role("option", name=option).first.click()
