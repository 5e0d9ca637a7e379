"""Maps for browser tests: made and read through REST, and read from what a grid shows."""

import json
import re
import time
import urllib.request
from collections.abc import Callable
from typing import Any, TypeVar

from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.serving import Served, fetch

T = TypeVar("T")
Records = dict[str, dict[str, Any]]
Shown = dict[str, tuple[str, str, str]]

SAVED = re.compile(r"^\s*Saved")
PATIENCE = 20_000  # milliseconds until something that does not come is given up; two slow cores share many browsers

RESTING = """async (place) => {
  const where = () => Object.values(place.getBoundingClientRect().toJSON()).join();
  for (let before = '', still = 0, frame = 0; still < 3 && frame < 600; frame += 1) {
    await new Promise(requestAnimationFrame);
    still = where() === before ? still + 1 : 0;
    before = where();
  }
}"""
SHOWN = """() => [...document.querySelectorAll('[role=grid] .cell .card')].map((card) => [
  card.dataset.card, card.dataset.row, card.dataset.column, card.querySelector('.card-text')?.textContent ?? ''])"""


def small_map(**cards: tuple[str, str, str]) -> Records:
    """A map of one stage, two steps and two lanes; each card is lane, step and text."""
    records: Records = {
        "map": {"type": "map", "title": "Parcel"},
        "buy": {"type": "stage", "name": "Buy", "order": "a0"},
        "pay": {"type": "step", "name": "Pay", "stage": "buy", "order": "a0"},
        "wait": {"type": "step", "name": "Wait", "stage": "buy", "order": "a1"},
        "does": {"type": "lane", "kind": "actions", "name": "Does", "order": "a0"},
        "hurts": {"type": "lane", "kind": "free", "name": "Hurts", "order": "a1"},
    }
    for place, (id, (lane, step, text)) in enumerate(cards.items()):
        records[id] = {"type": "card", "lane": lane, "step": step, "text": text, "order": f"a{place}"}
    return records


def make_map(server: Served, records: Records) -> str:
    """Make a map; its id."""
    body = json.dumps({"records": records}).encode()
    headers = {"Content-Type": "application/json"}
    asked = urllib.request.Request(f"{server.address}/api/v1/maps", body, headers)
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return str(json.load(answer)["id"])


def on_server(server: Served, id: str) -> Records:
    """The records of a map as the server has them."""
    _, body = fetch(f"{server.address}/api/v1/maps/{id}")
    records: Records = json.loads(body)["records"]
    return records


def cards_on_server(server: Served, id: str) -> Shown:
    """Each card's lane, step and text, as the server has them."""
    cards = {id: record for id, record in on_server(server, id).items() if record["type"] == "card"}
    return {id: (card["lane"], card["step"], card.get("text", "")) for id, card in cards.items()}


def cards_shown(page: Page) -> Shown:
    """Each card's lane, step and text, as the grid shows them."""
    return {id: (lane, step, text) for id, lane, step, text in page.evaluate(SHOWN)}


def open_grid(page: Page) -> Locator:
    """Wait for the grid of the map."""
    grid = page.get_by_role("grid")
    grid.wait_for(timeout=PATIENCE)
    return grid


def card(page: Page, id: str) -> Locator:
    """A card in the grid by its id."""
    return page.locator(f'[role=grid] .card[data-card="{id}"]')


def cell(page: Page, lane: str, step: str) -> Locator:
    """A cell of the grid."""
    return page.locator(f'[role=gridcell][data-row="{lane}"][data-column="{step}"]')


def retype(page: Page, id: str, text: str) -> None:
    """Double-click a card and type over what stands there."""
    card(page, id).dblclick()
    page.get_by_label("Text of the card").fill(text)
    page.keyboard.press("Enter")


def soon(page: Page, read: Callable[[], T], wanted: T) -> None:
    """Wait until what is read is what is wanted; else show what was read last."""
    end = time.monotonic() + PATIENCE / 1_000
    while (found := read()) != wanted and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert found == wanted


def at_rest(place: Locator) -> FloatRect:
    """Where something is, once it has stood still for some frames."""
    place.evaluate(RESTING)
    box = place.bounding_box()
    assert box
    return box


def await_saved(page: Page) -> None:
    """Wait until the page says that everything is saved."""
    expect(page.locator(".save-state")).to_have_text(SAVED, timeout=PATIENCE)


def large_map(steps: int = 40, lanes: int = 20, cards: int = 2_000) -> Records:
    """A map as large as we promise to edit: stages of five steps each, and the cards over all cells."""
    records: Records = {"map": {"type": "map", "title": "A large map"}}
    for at in range(steps):
        if at % 5 == 0:
            records[f"stage-{at // 5}"] = {"type": "stage", "name": f"Stage {at // 5}", "order": f"a{at // 5:03}V"}
        step = {"type": "step", "name": f"Step {at}", "stage": f"stage-{at // 5}", "order": f"a{at:03}V"}
        records[f"step-{at}"] = step
    kinds = ("actions", "touchpoints", "thoughts", "pain-points", "opportunities")
    for at in range(lanes):
        lane = {"type": "lane", "kind": kinds[at % len(kinds)], "name": f"Lane {at}", "order": f"a{at:03}V"}
        records[f"lane-{at}"] = lane
    for at in range(cards):
        place = {"lane": f"lane-{at % (lanes * steps) // steps}", "step": f"step-{at % steps}"}
        text = f"card {at}: what customers do here"
        records[f"card-{at}"] = {"type": "card", "text": text, "order": f"a{at // (lanes * steps):03}V"} | place
    return records
