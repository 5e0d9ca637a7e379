"""Customer data by the page alone: files come in, are corrected, refused, cancelled, and become a map."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

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
    send(page, *(tmp_path / name for name in ("orders.csv", "reviews.csv", "people.csv")))
    page.get_by_label("Bring a column").select_option("person")
    page.get_by_label("What person is").select_option(label="Who")
    report = bring_in(page, "orders.csv", "Parcels")
    expect(report).to_contain_text(f"{ORDERS} rows read, {ORDERS} kept, 0 refused")
    expect(report).to_contain_text(re.compile(rf"{BACKWARDS}\s*The steps run backwards in time"))
    page.get_by_role("button", name="Next: reviews.csv").click()
    page.get_by_role("button", name="Use person").click()
    expect(page.get_by_label("Into the dataset that is here")).to_have_value("Parcels")
    expect(bring_in(page, "reviews.csv")).to_contain_text(f"{ORDERS} answers of 390 customers")
    page.get_by_role("button", name="Open the dataset").click()

    scenario = draft(page)
    assert re.search(r"Slowest stage: Deliver\w*, half stay [\d.]+ days or longer \(n \d+\)", scenario), scenario
    assert re.search(r"Strongest pain: .*20\.0% come after the promised time \(n 400\)", scenario), scenario
    edit_and_export(page, fresh)


def test_real_orders_show_delivery_as_slowest_and_late_parcels_as_the_strongest_pain(
    fresh: Served, open_page: Open, shared_data: Path
) -> None:
    folder = shared_data / "olist_2017"
    page = open_page(f"{fresh.address}/data")
    send(page, *(folder / f"olist_{name}_dataset.csv" for name in ("orders", "order_reviews", "customers")))
    page.get_by_label("Bring a column").select_option("customer_unique_id")
    page.get_by_label("What customer_unique_id is").select_option(label="Who")
    report = bring_in(page, "olist_orders_dataset.csv", "Olist")
    expect(report).to_contain_text("4,049 rows read, 4,049 kept, 0 refused; 13,209 events of 3,991 customers.")
    expect(report).to_contain_text(re.compile(r"7\s*The steps run backwards in time"))
    page.get_by_role("button", name="Next: olist_order_reviews_dataset.csv").click()
    page.get_by_role("button", name="Use customer_unique_id").click()
    expect(page.get_by_label("About the event")).to_have_value("Delivered")
    answers = bring_in(page, "olist_order_reviews_dataset.csv")
    expect(answers).to_contain_text("4,103 answers of 3,991 customers.")
    page.get_by_role("button", name="Open the dataset").click()

    scenario = draft(page)
    assert "Slowest stage: Delivery, half stay 7.8 days or longer (n 2,282)." in scenario
    assert re.search(r"Strongest pain: .*6\.2% come after the promised time \(n 2,317\)", scenario), scenario
    edit_and_export(page, fresh)


def test_a_file_comes_in_by_the_keyboard_alone(
    fresh: Served, open_page: Open, accessibility: Callable[[Page], list[Any]], tmp_path: Path
) -> None:
    write(
        tmp_path / "visits.csv",
        "ref moment page",
        [(f"v{n % 9}", f"2026-01-{n + 1:02} 10:00", "cart") for n in range(20)],
    )
    page = open_page(f"{fresh.address}/data/import")
    choose = page.locator("input[type=file]")
    choose.wait_for(state="attached")
    page.get_by_role("link", name="Data").last.focus()
    page.keyboard.press("Tab")
    expect(choose).to_be_focused()
    choose.set_input_files(tmp_path / "visits.csv")  # the dialog for files is the system's
    trial = page.get_by_label("As it would come in")
    expect(trial).to_contain_text("Choose the column that says who.", timeout=OFTEN)
    for column, part in (("ref", "Who"), ("moment", "When"), ("page", "What h")):
        page.get_by_label(f"What {column} is").focus()
        page.keyboard.type(part)
    expect(trial).to_contain_text("20 rows kept · none refused · 20 events", timeout=OFTEN)
    expect(trial.get_by_label("One customer's path")).to_contain_text("9 days later")
    assert accessibility(page) == []
    page.get_by_label("Keep cart").focus()
    page.keyboard.press("Space")
    expect(trial).to_contain_text("left out")
    page.keyboard.press("Space")
    page.get_by_label("Into a new dataset").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".report")).to_contain_text("20 events of 9 customers", timeout=OFTEN)
    assert accessibility(page) == []


def test_refused_rows_come_back_as_they_stand_in_the_file(fresh: Served, open_page: Open, tmp_path: Path) -> None:
    good = "".join(f"v{n % 9},2026-01-{n + 1:02} 10:00,cart\n" for n in range(20))
    (tmp_path / "visits.csv").write_text(f"user_id,timestamp,event\n{good}ann,soon,pay\n")
    page = open_page(f"{fresh.address}/data")
    send(page, tmp_path / "visits.csv")
    expect(bring_in(page, "visits.csv", "Visits")).to_contain_text("20 kept, 1 refused")
    with page.expect_download(timeout=OFTEN) as coming:
        page.get_by_role("button", name="Refused rows as CSV").click()
    with coming.value.path().open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["user_id"], row["timestamp"], row["event"]) == ("ann", "soon", "pay")
    assert "22" in row.values()


def test_a_file_that_is_no_table_is_one_sentence_and_another_one_can_come(
    fresh: Served, open_page: Open, tmp_path: Path
) -> None:
    shop(tmp_path)
    (tmp_path / "scan.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(900))
    page = open_page(f"{fresh.address}/data", is_refused=True)
    send(page, tmp_path / "scan.csv")
    expect(page.get_by_role("alert")).to_contain_text("scan.csv is a picture", timeout=OFTEN)
    assert json.loads(fetch(f"{fresh.address}/api/v1/datasets")[1]) == []
    send(page, tmp_path / "orders.csv")
    expect(bring_in(page, "orders.csv", "Parcels")).to_contain_text(f"{ORDERS} kept, 0 refused")


def test_an_import_that_is_cancelled_leaves_nothing_but_the_choices(
    fresh: Served, open_page: Open, tmp_path: Path
) -> None:
    rows = [(f"c{n % 50_000}", f"2026-01-{n % 28 + 1:02} 10:00:00", f"page {n % 40}") for n in range(400_000)]
    write(tmp_path / "large.csv", "user_id timestamp event", rows)
    page = open_page(f"{fresh.address}/data")
    send(page, tmp_path / "large.csv")
    page.get_by_label("Into a new dataset").fill("Large")
    page.get_by_role("button", name="Import", exact=True).click()
    page.get_by_label("Importing large.csv").get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("Cancelled. Nothing of large.csv was stored.")).to_be_visible(timeout=OFTEN)
    assert json.loads(fetch(f"{fresh.address}/api/v1/datasets")[1]) == []
    expect(page.get_by_label("Into a new dataset")).to_have_value("Large")


def test_next_years_survey_is_read_as_last_years_and_what_could_not_be_mapped_is_said(
    fresh: Served, open_page: Open, tmp_path: Path
) -> None:
    head = "*RESPNUM,date 2025,Q7 signs,Q7 food,Q8COM1,GATE"
    (tmp_path / "survey-2025.csv").write_text(f"{head}\nann,2025-05-01,4,6,fine,A\nbob,2025-05-02,2,3,,B\n")
    (tmp_path / "survey-2026.csv").write_text(
        "RESPNUM,date 2026,Q7 SIGNS,Q8-1,GATE\neve,2026-05-01,5,good,A\njon,2026-05-02,1,bad,B\n"
    )
    page = open_page(f"{fresh.address}/data")
    send(page, tmp_path / "survey-2025.csv")
    page.get_by_text("A row is somebody's answers").click()
    for column, part in (("*RESPNUM", "Who"), ("date 2025", "When"), ("Q8COM1", "A question")):
        page.get_by_label(f"What {column} is").select_option(label=part)
    for column in ("Q7 signs", "Q7 food"):
        page.get_by_label(f"Pick {column}").check()
    page.get_by_label("Part of the picked columns").select_option(label="A question")
    expect(page.get_by_label("As it would come in")).to_contain_text("2 rows kept", timeout=OFTEN)
    bring_in(page, "survey-2025.csv", "Airport")
    page.get_by_role("button", name="Import other files").click()

    send(page, tmp_path / "survey-2026.csv")
    before = page.get_by_label("A mapping from before")
    expect(before).to_contain_text("*RESPNUM → RESPNUM", timeout=OFTEN)
    expect(before).to_contain_text("Q8COM1 → Q8-1")
    expect(before).to_contain_text("Could not be mapped, since nothing here is like it: Q7 food")
    before.get_by_role("button", name="Read it the same way").click()
    expect(before).to_contain_text("in use")
    expect(bring_in(page, "survey-2026.csv")).to_contain_text("4 answers of 2 customers", timeout=OFTEN)


def send(page: Page, *files: Path) -> None:
    """Choose files, and wait until the last of them was looked into."""
    page.locator("input[type=file]").first.set_input_files(files)
    page.get_by_role("button", name=files[-1].name).wait_for(timeout=OFTEN)
    expect(page.get_by_text("reading …")).to_be_hidden(timeout=OFTEN)


def bring_in(page: Page, file: str, name: str = "") -> Locator:
    """Import the file that is read, into a dataset of this name where one is given; its report."""
    if name:
        page.get_by_label("Into a new dataset").fill(name)
    page.get_by_role("button", name="Import", exact=True).click()
    report = page.locator(".report").filter(has_text=file)
    report.wait_for(timeout=OFTEN)
    return report


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
