"""What the checks find stands beside the map and leads to where it is mended; rules say how grave it is."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE, await_saved, card, make_map, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]
Axe = Callable[[Page], list[dict[str, Any]]]


def test_a_finding_leads_to_its_card_and_a_rule_of_the_library_makes_it_graver(
    server: Served, open_page: Open, accessibility: Axe
) -> None:
    records = small_map(slow=("hurts", "pay", "We ask for the card twice"))
    records["hurts"] |= {"kind": "pain-points"}
    page = open_page(f"{server.address}/maps/{make_map(server, records)}")
    open_grid(page)
    page.get_by_role("button", name="Checklist").first.click()
    found = page.get_by_role("region", name="What the checks find")
    expect(found.get_by_text("begins with 'We'").first).to_be_visible(timeout=PATIENCE)
    assert accessibility(page) == []
    found.get_by_role("button", name="to: The pain 'We ask for the card twice'").click()
    expect(page.locator(".panel [data-field=severity] button")).to_be_focused()
    page.goto(f"{server.address}/library/rules")
    level = page.get_by_role("button", name="Level of: A sentence begins with")
    level.click()
    page.get_by_role("option", name="Error", exact=True).click()
    page.get_by_role("textbox", name="Add to The company's names").fill("Acme")
    page.keyboard.press("Enter")
    await_saved(page)
    assert accessibility(page) == []
    page.go_back()
    page.get_by_role("button", name="Checklist").first.click()
    expect(page.locator(".finding.is-error").first).to_contain_text("begins with 'We'", timeout=PATIENCE)
    expect(card(page, "slow")).to_be_visible()
