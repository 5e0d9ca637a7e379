"""From a pain on a map to an opportunity, the board, the matrix and a file."""

import csv
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.e2e.maps import PATIENCE, make_map, open_grid
from tests.serving import Served

Open = Callable[..., Page]
Violations = Callable[[Page], list[dict[str, Any]]]
PAIN = "Nobody says that it is late"
MAP: dict[str, Any] = {
    "map": {"type": "map", "title": "Parcel", "language": "en"},
    "wait": {"type": "stage", "name": "Wait", "order": "a0"},
    "track": {"type": "step", "stage": "wait", "name": "Track it", "order": "a0"},
    "pains": {"type": "lane", "kind": "pain-points", "name": "Pains", "order": "a0"},
    "late": {
        "type": "card",
        "lane": "pains",
        "step": "track",
        "text": PAIN,
        "severity": "severe",
        "evidence": [{"note": "Interview 7"}],
    },
}


def test_a_pain_becomes_an_opportunity_moves_on_the_board_is_a_quick_win_and_goes_out_as_a_file(
    server: Served, open_page: Open, accessibility: Violations
) -> None:
    id = make_map(server, MAP)
    page = open_page(f"{server.address}/maps/{id}")
    open_grid(page)
    card = page.locator("[data-card=late]")
    card.click()
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Command").fill("make an opportunity")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Make an opportunity")
    expect(dialog.get_by_label("What to improve")).to_have_value(PAIN, timeout=PATIENCE)
    question = f"How might we spare customers this: {PAIN}?"
    expect(dialog.get_by_label("The question that opens it up")).to_have_value(question)
    assert accessibility(page) == []
    dialog.get_by_label("What to improve").fill("Say when it is late")
    page.keyboard.press("Enter")
    expect(card).to_contain_text("Say when it is late · open", timeout=PATIENCE)
    expect(page.locator(".save-state")).to_contain_text("Saved", timeout=PATIENCE)

    page.goto(f"{server.address}/opportunities/board")
    page.locator(".board-note").focus()
    page.keyboard.press("Alt+ArrowRight")
    planned = page.get_by_role("region", name="planned")
    expect(planned.locator(".board-note")).to_be_focused(timeout=PATIENCE)
    assert accessibility(page) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Say when it is late")
    expect(page.get_by_text("Interview 7")).to_be_visible()
    expect(page.get_by_role("link", name=PAIN)).to_have_attribute("href", f"/maps/{id}?at=late", timeout=PATIENCE)
    assert accessibility(page) == []

    page.goto(f"{server.address}/opportunities/matrix")
    for field, rating in (("Worth to customers", "5"), ("Effort", "2")):
        page.get_by_label(f"{field} of Say when it is late").select_option(rating)
    point = page.get_by_role("button", name="Say when it is late: quick win, worth 5, effort 2")
    expect(point).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".save-state")).to_contain_text("Saved", timeout=PATIENCE)
    assert accessibility(page) == []
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as brought:
        page.get_by_role("menuitem", name="CSV").click()
    rows = list(csv.reader(brought.value.path().read_text().splitlines()))
    assert rows[1] == ["Say when it is late", "5", "2", "yes", ""]
