"""From an interview to a map: brought in, marked, cited and graded; its source goes, and comes back."""

import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.maps import PATIENCE, card, make_map, on_server, open_grid, small_map
from tests.importing import bring_in
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
INTERVIEW = """# Interview with Noor

Anna: How was the delivery?

Noor: I waited two weeks for my lamp. Nobody told me anything. You can mail me at noor@example.com.

Noor: When it came I was glad.
"""


def test_an_interview_is_marked_and_cited_and_its_going_takes_the_grades_along(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    map = make_map(server, small_map(slow=("hurts", "wait", "It takes too long")))
    page = open_page(f"{server.address}/evidence", color_scheme="light")
    page.get_by_role("button", name="New source").first.click(timeout=PATIENCE)
    page.get_by_label("Name", exact=True).fill("Interview with Noor")
    page.keyboard.press("Enter")
    page.get_by_label("Held on").fill("2026-01-10")
    page.get_by_role("link", name="Open the source").click(timeout=PATIENCE)
    files = [{"name": "noor.md", "mimeType": "text/markdown", "buffer": INTERVIEW.encode()}]
    page.locator("input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    sentences = page.get_by_role("listbox", name="Sentences of the transcript")
    expect(sentences).to_contain_text("You can mail me at [e-mail].", timeout=PATIENCE)

    # By the keyboard: the third paragraph, two of its sentences.
    sentences.focus()
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Enter")
    marked = page.locator(".excerpt-list > li")
    expect(marked).to_have_count(1, timeout=PATIENCE)
    expect(marked).to_contain_text("I waited two weeks for my lamp. Nobody told me anything.")
    # By the pointer: a paragraph, as an observation.
    page.locator(".transcript-block").last.click(click_count=3)
    page.get_by_role("button", name="Mark as observation").click()
    expect(marked).to_have_count(2, timeout=PATIENCE)
    assert accessibility(page) == []

    # Carried onto a map beside it, a passage becomes a card, and undo takes that back.
    page.get_by_role("button", name="Map beside it").click()
    spot = page.locator('td[data-cell="does|wait|"]')
    expect(spot).to_be_visible(timeout=PATIENCE)
    assert accessibility(page) == []
    carry(page, page.locator(".transcript .marked").first, spot)
    expect(spot).to_contain_text("I waited two weeks", timeout=PATIENCE)
    carry(page, marked.last.locator(".excerpt-grip"), page.locator('[data-cell="hurts|wait|slow"]'))
    expect(page.locator(".beside-card.is-fresh")).to_contain_text("It takes too long")
    expect(page.locator(".beside").get_by_role("status")).to_contain_text("Saved ", timeout=PATIENCE)
    placed = [one for one in on_server(server, map).values() if one.get("evidence")]
    assert [(one["lane"], one["step"], len(one["evidence"])) for one in placed] == [
        ("hurts", "wait", 1),
        ("does", "wait", 1),
    ]
    for _ in placed:
        page.get_by_role("button", name="Undo on the map").click()
    expect(spot).to_have_text("", timeout=PATIENCE)
    page.get_by_role("button", name="Map beside it").click()

    # One becomes a card of its own, the other is cited by a card that is there.
    marked.first.get_by_role("button", name="Put on a map").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Put it there").click(timeout=PATIENCE)
    page.get_by_role("button", name="Open the map").click(timeout=PATIENCE)
    open_grid(page)
    card(page, "slow").click()
    page.get_by_role("button", name="Cite").click(timeout=PATIENCE)
    page.get_by_role("searchbox").fill("glad")
    page.locator(".cite-choice").filter(has_text="When it came I was glad").click(timeout=PATIENCE)
    proof = page.locator(".evidence")
    expect(proof).to_contain_text("When it came I was glad", timeout=PATIENCE)
    expect(proof).to_contain_text("Interview with Noor")
    legend = page.locator(".map-foot")
    expect(legend).to_contain_text("heard 2", timeout=PATIENCE)
    cited = [one for one in on_server(server, map).values() if one.get("evidence")]
    assert [one["evidence"][0]["source"] for one in cited] == [cited[0]["evidence"][0]["source"]] * 2

    # The source goes: what stands on it is assumed again, at once, on a map that is open; undo brings it back.
    other = page.context.new_page()
    other.goto(f"{server.address}/evidence/sources/{cited[0]['evidence'][0]['source']}")
    other.get_by_role("button", name="More for Interview with Noor").click(timeout=PATIENCE)
    other.get_by_role("menuitem", name="Delete").click(timeout=PATIENCE)
    other.get_by_role("button", name="Delete", exact=True).click(timeout=PATIENCE)
    expect(legend).to_contain_text("heard 0", timeout=PATIENCE)
    expect(proof).to_contain_text("Its source is gone: it proves nothing", timeout=PATIENCE)
    other.get_by_role("button", name="Undo").first.click(timeout=PATIENCE)
    expect(legend).to_contain_text("heard 2", timeout=PATIENCE)
    expect(proof).to_contain_text("When it came I was glad", timeout=PATIENCE)


def carry(page: Page, what: Locator, to: Locator) -> None:
    """Take something up with the pointer, and let it go in the middle of something else."""
    begin, end = what.bounding_box(), to.bounding_box()
    assert begin is not None
    assert end is not None
    page.mouse.move(begin["x"] + 8, begin["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + end["width"] / 2, end["y"] + end["height"] / 2, steps=4)
    page.mouse.up()


LOG = b"who,when,what\n" + b"".join(b"c%d,2024-01-01 10:00,look\n" % one for one in range(40))
COLUMNS = {"kind": "events", "customer": "who", "time": "when", "event": "what"}


def test_a_dataset_that_goes_takes_along_what_was_measured_from_it(server: Served, open_page: Open) -> None:
    bring_in(server, "log.csv", LOG, COLUMNS, "Looks")
    records = small_map(slow=("hurts", "wait", "It takes too long"))
    records["slow"]["evidence"] = [{"note": "Late", "dataset": "looks", "value": 0.2, "low": 0.1, "high": 0.3, "n": 40}]
    page = open_page(f"{server.address}/maps/{make_map(server, records)}?at=slow")
    legend, proof = page.locator(".map-foot"), page.locator(".evidence")
    expect(legend).to_contain_text("measured 1", timeout=PATIENCE)

    asked = urllib.request.Request(f"{server.address}/api/v1/datasets/looks", method="DELETE")
    urllib.request.urlopen(asked, timeout=30).close()
    page.reload()
    expect(legend).to_contain_text("assumed 1", timeout=PATIENCE)
    card(page, "slow").click()
    expect(proof).to_contain_text("Its dataset is gone: it proves nothing until", timeout=PATIENCE)

    bring_in(server, "log.csv", LOG, COLUMNS, "Looks")
    page.reload()
    expect(legend).to_contain_text("measured 1", timeout=PATIENCE)


def test_a_persona_of_a_real_project_comes_in_as_a_source(server: Served, open_page: Open, shared_data: Path) -> None:
    persona = shared_data / "journey_texts" / "personas__application-developer.md"
    if not persona.is_file():
        pytest.skip("the persona files are not there")
    page = open_page(f"{server.address}/evidence", color_scheme="dark")
    page.get_by_role("button", name="New source").first.click(timeout=PATIENCE)
    page.get_by_role("link", name="Open the source").click(timeout=PATIENCE)
    page.locator("input[type=file]").set_input_files(persona)
    expect(page.locator(".transcript-block.is-heading").first).to_be_visible(timeout=PATIENCE)
    page.get_by_role("listbox").focus()
    page.keyboard.press("End")
    page.keyboard.press("o")
    expect(page.locator(".excerpt-list > li")).to_have_count(1, timeout=PATIENCE)
