"""Customer data by the page alone: two files come in, become a map, are edited, and leave as a PDF."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.e2e.maps import PATIENCE, await_saved, open_grid
from tests.serving import Served, fetch, serving

Open = Callable[..., Page]
OFTEN = 3 * PATIENCE  # a file is read, or data are asked
ORDERS = 400
BACKWARDS = 7
Row = Sequence[object]


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Served]:
    """A workspace in which there is nothing yet."""
    with serving(tmp_path / "data") as served:
        yield served


def write(path: Path, head: str, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head.split(), *rows])


def shop(folder: Path) -> None:
    """Orders that lie long with a carrier; one in five comes late and is scored low."""
    dice, start = Random(7), datetime(2026, 1, 5, 9)
    orders: list[Row] = []
    reviews: list[Row] = []
    for number in range(ORDERS):
        paid = start + timedelta(hours=number)
        sent = paid + timedelta(hours=-3 if number < BACKWARDS else dice.uniform(2, 20))
        is_late = number % 5 == 0
        due, came = paid + timedelta(days=8), paid + timedelta(days=11 if is_late else dice.uniform(4, 7))
        orders.append((f"o{number}", f"p{number}", *(f"{at:%Y-%m-%d %H:%M:%S}" for at in (paid, sent, came, due))))
        reviews.append((f"o{number}", dice.choice((1, 2) if is_late else (4, 5)), f"{came + timedelta(days=1):%F %T}"))
    write(folder / "orders.csv", "order_id parcel_id paid_at sent_at delivered_at estimated_delivery_date", orders)
    write(folder / "people.csv", "parcel_id person", [(f"p{n}", f"ann{n % 390}") for n in range(ORDERS)])
    write(folder / "reviews.csv", "order_id review_score answered_at", reviews)


def test_orders_and_answers_come_in_by_the_page_become_a_map_and_a_pdf(
    fresh: Served, open_page: Open, tmp_path: Path
) -> None:
    shop(tmp_path)
    page = open_page(f"{fresh.address}/data")
    person = (("people.csv", "parcel_id", "person"),)
    report = bring(page, tmp_path, "orders.csv", person, "Parcels")
    expect(report).to_contain_text(f"{ORDERS} rows read, {ORDERS} kept, 0 refused")
    expect(report).to_contain_text(re.compile(rf"{BACKWARDS}\s*The steps run backwards in time"))
    answers = bring(page, tmp_path, "reviews.csv", (("orders.csv", "order_id", "parcel_id"), *person), "Parcels")
    expect(answers).to_contain_text(f"{ORDERS} answers of 390 customers")

    scenario = draft(page)
    assert re.search(r"Slowest stage: Deliver\w*, half stay [\d.]+ days or longer \(n \d+\)", scenario), scenario
    assert re.search(r"Strongest pain: .*20\.0% come after the promised time \(n 400\)", scenario), scenario
    edit_and_export(page, fresh)


def test_real_orders_show_delivery_as_slowest_and_late_parcels_as_the_strongest_pain(
    fresh: Served, open_page: Open, shared_data: Path
) -> None:
    folder = shared_data / "olist_2017"
    page = open_page(f"{fresh.address}/data")
    person = (("olist_customers_dataset.csv", "customer_id", "customer_unique_id"),)
    report = bring(page, folder, "olist_orders_dataset.csv", person, "Olist")
    expect(report).to_contain_text("4,049 rows read, 4,049 kept, 0 refused; 13,209 events of 3,991 customers.")
    expect(report).to_contain_text(re.compile(r"7\s*The steps run backwards in time"))
    order = ("olist_orders_dataset.csv", "order_id", "customer_id")
    answers = bring(page, folder, "olist_order_reviews_dataset.csv", (order, *person), "Olist", "delivered customer")
    expect(answers).to_contain_text("4,103 answers of 3,991 customers.")

    scenario = draft(page)
    assert "Slowest stage: Delivery, half stay 7.8 days or longer (n 2,282)." in scenario
    assert re.search(r"Strongest pain: .*6\.2% come after the promised time \(n 2,317\)", scenario), scenario
    edit_and_export(page, fresh)


def test_a_file_that_is_no_table_is_one_sentence_and_leaves_nothing(
    fresh: Served, open_page: Open, tmp_path: Path
) -> None:
    picture = tmp_path / "orders.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(900))
    page = open_page(f"{fresh.address}/data", is_refused=True)
    page.locator("input[type=file]").set_input_files(picture)
    expect(page.get_by_text("orders.csv is a picture")).to_be_visible(timeout=OFTEN)
    assert json.loads(fetch(f"{fresh.address}/api/v1/datasets")[1]) == []


def bring(
    page: Page, folder: Path, file: str, joins: Sequence[tuple[str, str, str]], name: str, about: str = ""
) -> Locator:
    """Import a file with columns from others, the last of them as the customer; its report."""
    page.locator("input[type=file]").set_input_files(folder / file)
    page.locator(".mapping").wait_for(timeout=OFTEN)
    for place, (other, key, column) in enumerate(joins):
        page.get_by_role("button", name="Bring a column from another file").click()
        page.locator("input.file").nth(place).set_input_files(folder / other)
        choose(page, "found by", key, place)
        page.get_by_label("brings the column").nth(place).fill(column)
    choose(page, "Customer (becomes a pseudonym)", joins[-1][2])
    if about:
        page.get_by_label("or always").last.fill(about)
    page.get_by_label("Into the dataset").fill(name)
    page.get_by_role("button", name="Import", exact=True).click()
    report = page.locator(".report").filter(has_text=file)
    report.wait_for(timeout=OFTEN)
    return report


def choose(page: Page, label: str, option: str, place: int = 0) -> None:
    page.get_by_role("button", name=label).nth(place).click()
    page.get_by_role("option", name=option, exact=True).click()


def draft(page: Page) -> str:
    """Draft a map and wait for its numbers; what its scenario says."""
    page.get_by_role("button", name="Draft a map").click()
    page.locator(".measure-value").first.wait_for(timeout=OFTEN)
    return page.get_by_label("Scenario").input_value()


def edit_and_export(page: Page, served: Served) -> None:
    """Retype a pain of the draft, and find it in the PDF."""
    grid = open_grid(page)
    grid.locator(".card-pain").first.click()
    page.keyboard.press("Enter")
    page.keyboard.press("Control+A")
    page.keyboard.type("Nobody says when it comes")
    page.keyboard.press("Enter")
    await_saved(page)
    page.get_by_role("button", name="Export").click()
    with page.expect_download(timeout=OFTEN) as coming:
        page.get_by_role("menuitem", name="PDF").click()
    (sheet,) = PdfReader(BytesIO(coming.value.path().read_bytes())).pages
    assert "Nobody says when it comes" in " ".join(sheet.extract_text().split())
    assert served.address in page.url
