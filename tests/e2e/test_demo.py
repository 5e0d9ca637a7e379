"""What the demo shows: living numbers, a draft from data, files to take away."""

import json
import re
import urllib.request
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.e2e.maps import PATIENCE, cards_on_server, cards_shown, on_server, open_grid, soon
from tests.serving import Served, fetch

Open = Callable[..., Page]
OFTEN = 3 * PATIENCE  # a first question reads the data


@pytest.fixture
def page(demo: Served, open_page: Open) -> Page:
    """The demo map with its numbers."""
    page = open_page(f"{demo.address}/maps/demo")
    open_grid(page)
    page.locator(".measure-value").first.wait_for(timeout=OFTEN)
    return page


def readings(demo: Served) -> dict[str, Any]:
    _, body = fetch(f"{demo.address}/api/v1/maps/demo/readings")
    return dict(json.loads(body))


def population(demo: Served, question: dict[str, Any]) -> list[str]:
    """All customers behind a question, as the server tells them."""
    body = json.dumps({"dataset": "demo-shop", "question": question, "limit": 1000}).encode()
    headers = {"Content-Type": "application/json"}
    asked = urllib.request.Request(f"{demo.address}/api/v1/questions/population", body, headers)
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return [row["customer"][:10] for row in json.load(answer)["rows"]]


def number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def measure_card(page: Page, text: str) -> Locator:
    return page.locator(".card-measure").filter(has=page.get_by_text(text, exact=True))


def test_a_measure_shows_its_number_and_n_and_opens_exactly_the_customers_it_counted(demo: Served, page: Page) -> None:
    card = measure_card(page, "Pays in the app")
    id = card.get_attribute("data-card") or ""
    reading = readings(demo)["cards"][id]
    expect(card.locator(".measure-value")).to_have_text(f"{100 * reading['value']:.1f}%")
    link = card.get_by_role("button")
    assert reading["n"] > 0
    soon(page, lambda: number(link.inner_text()), reading["n"])

    link.click()
    panel = page.get_by_role("complementary", name="Customers of Pays in the app")
    count = panel.locator(".panel-tools > .numbers").first
    expect(count).to_have_text(re.compile(r"\d (customer|row)s?$"), timeout=PATIENCE)
    soon(page, lambda: number(count.inner_text()), reading["n"])
    counted = population(demo, reading["question"])
    assert len(counted) == reading["n"]
    soon(page, lambda: listed(panel), counted[:50])


def listed(panel: Locator) -> list[str]:
    return panel.locator("tbody tr td:first-child").all_inner_texts()


def test_a_customer_of_a_number_opens_what_that_customer_did(page: Page) -> None:
    measure_card(page, "Pays in the app").get_by_role("button").click()
    panel = page.get_by_role("complementary", name="Customers of Pays in the app")
    first = panel.locator("tbody").get_by_role("button").first
    first.click(timeout=PATIENCE)
    expect(panel.locator("ol.path > li").first).to_be_visible(timeout=PATIENCE)
    panel.get_by_role("button", name="All customers").click()
    expect(panel.get_by_role("table")).to_be_visible()


def test_every_number_of_the_map_is_the_servers(demo: Served, page: Page) -> None:
    told = readings(demo)["cards"]
    shown = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.card-measure')].map((card) =>
             [card.dataset.card, card.querySelector('.number-link')?.textContent.replace(/\\D/g, '')]))"""
    )
    assert shown == {id: str(reading["n"]) for id, reading in told.items()}


def test_a_dataset_becomes_a_draft_that_opens_filled(demo: Served, open_page: Open) -> None:
    page = open_page(demo.address)
    page.get_by_role("button", name="Choose a dataset").click(timeout=PATIENCE)
    page.get_by_role("menuitem", name="Demo shop").click()
    page.wait_for_url("**/maps/*", timeout=OFTEN)
    open_grid(page)
    records = on_server(demo, page.url.rsplit("/", 1)[1])
    kinds = [record["type"] for record in records.values()]
    counts = {kind: kinds.count(kind) for kind in ("stage", "step", "lane")}
    assert min(counts.values()) > 2
    expect(page.get_by_role("rowheader")).to_have_count(counts["lane"])
    expect(page.locator(".step-head")).to_have_count(counts["step"])
    emotions = {id for id, record in records.items() if record.get("kind") == "emotion"}
    written = cards_on_server(demo, page.url.rsplit("/", 1)[1]).items()
    soon(page, lambda: set(cards_shown(page)), {id for id, (lane, _, _) in written if lane not in emotions})
    assert page.locator(".card-touchpoint").count() > 2


def exported(page: Page, name: str) -> tuple[str, bytes]:
    """Choose a format in the export menu; the file's name and its bytes."""
    page.get_by_role("button", name="Export").click()
    with page.expect_download(timeout=OFTEN) as coming:
        page.get_by_role("menuitem", name=name).click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def test_the_export_menu_gives_a_pdf_of_the_whole_map(page: Page) -> None:
    name, body = exported(page, "PDF")
    assert (name[-4:], body[:5]) == (".pdf", b"%PDF-")
    text = " ".join(sheet.extract_text() for sheet in PdfReader(BytesIO(body)).pages)
    assert "Parcel delivery, from order to doorstep" in " ".join(text.split())


def test_the_export_menu_gives_a_picture_and_the_text_of_the_map(page: Page) -> None:
    name, body = exported(page, "PNG")
    assert name.endswith(".png")
    assert Image.open(BytesIO(body)).width > 1_000
    name, body = exported(page, "Text")
    assert (name.endswith(".journey.yaml"), body.decode().splitlines()[0]) == (True, "footfall: 1")
