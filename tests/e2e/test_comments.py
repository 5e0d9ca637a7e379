"""Comments: said from the keyboard, seen by others, resolved, and kept when what they are about is gone."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE, await_saved, card, make_map, on_server, open_grid, small_map
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
PAY = ("does", "pay", "pays")


def test_a_comment_is_said_answered_by_another_resolved_and_outlives_its_card(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    map = make_map(server, small_map(a=PAY, b=("does", "wait", "waits")))
    anna, ben = (open_page(f"{server.address}/maps/{map}") for _ in range(2))
    for page in (anna, ben):
        open_grid(page)
    card(anna, "a").click()
    anna.keyboard.press("Shift+C")
    expect(anna.get_by_label("About pays")).to_be_focused()
    anna.keyboard.type("Is this so?")
    anna.keyboard.press("Control+Enter")
    await_saved(anna)
    said = [record for record in on_server(server, map).values() if record["type"] == "comment"]
    assert [(one["target"], one["text"]) for one in said] == [("a", "Is this so?")]
    expect(card(anna, "a")).to_have_accessible_name("pays, assumed, 1 open comment")

    card(ben, "a").get_by_role("button", name="1 open comment").click(timeout=PATIENCE)
    panel = ben.get_by_role("complementary", name="Comments")
    panel.get_by_role("article").get_by_role("button", name="Answer").click()
    ben.keyboard.type("It is.")
    ben.keyboard.press("Control+Enter")
    expect(anna.get_by_role("article")).to_contain_text("It is.", timeout=PATIENCE)
    assert accessibility(ben) == []

    panel.get_by_role("button", name="Resolve", exact=True).click()
    expect(card(anna, "a").locator(".comment-count")).to_have_count(0, timeout=PATIENCE)
    panel.get_by_role("button", name="Resolved 1").click()
    panel.get_by_role("button", name="Reopen").click()
    card(ben, "a").click(position={"x": 5, "y": 5})
    ben.keyboard.press("Delete")
    panel.get_by_role("button", name="Orphans 1").click(timeout=PATIENCE)
    expect(panel.get_by_role("article")).to_contain_text("Is this so?")


def test_an_at_sign_offers_names_and_who_is_mentioned_is_told(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    map = make_map(server, small_map(a=PAY))
    anna, ben = (open_page(f"{server.address}/maps/{map}") for _ in range(2))
    rename = "([id, name]) => localStorage.setItem('footfall.person', JSON.stringify({id, name}))"
    for page, id, name in ((anna, "anna", "Anna Visser"), (ben, "ben", "Ben Bakker")):
        page.evaluate(rename, [id, name])
        page.reload()
        open_grid(page)
    anna.reload()
    card(anna, "a").click(timeout=PATIENCE)
    anna.keyboard.press("Shift+C")
    expect(anna.get_by_label("About pays")).to_be_focused(timeout=PATIENCE)
    anna.keyboard.type("Ask @bak")
    expect(anna.get_by_role("option", name="Ben Bakker")).to_be_visible(timeout=PATIENCE)
    assert accessibility(anna) == []
    anna.keyboard.press("Enter")
    expect(anna.get_by_role("option")).to_have_count(0)
    anna.keyboard.type("first")
    anna.keyboard.press("Control+Enter")
    await_saved(anna)
    [said] = [record for record in on_server(server, map).values() if record["type"] == "comment"]
    assert (said["text"], said["mentions"]) == ("Ask @Ben Bakker first", ["ben"])

    card(ben, "a").get_by_role("button", name="1 open comment").click(timeout=PATIENCE)
    expect(ben.get_by_role("article")).to_contain_text("mentions you")
    expect(ben.get_by_role("article").get_by_text("@Ben Bakker")).to_be_visible()
    assert accessibility(ben) == []


def test_a_comment_on_a_card_goes_with_it_and_escape_leads_back_to_the_map(server: Served, open_page: Open) -> None:
    map = make_map(server, small_map(a=PAY))
    page = open_page(f"{server.address}/maps/{map}")
    open_grid(page)
    card(page, "a").click()
    page.keyboard.press("Shift+C")
    expect(page.get_by_label("About pays")).to_be_focused(timeout=PATIENCE)
    page.keyboard.type("Later, perhaps")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Escape")
    expect(card(page, "a")).to_be_focused()
    page.keyboard.press("Alt+ArrowRight")
    expect(page.locator('.cell[data-column="wait"] .card .comment-count')).to_have_text("1")
