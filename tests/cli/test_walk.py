"""A real shop's orders walked through the command line, from files to a picture; numbers are counted again by hand."""

import csv
import json
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from statistics import median

import pytest

from footfall.journey.text import read
from tests.cli.terminal import run

STEPS = {
    "Ordered": "order_purchase_timestamp",
    "Payment approved": "order_approved_at",
    "Handed to carrier": "order_delivered_carrier_date",
    "Delivered": "order_delivered_customer_date",
}
DUE = "order_estimated_delivery_date"
PERSON = "{file: olist_customers_dataset.csv, key: customer_id, column: customer_unique_id}"
MOMENTS = "\n".join(f"  - {{column: {column}, event: {event}}}" for event, column in list(STEPS.items())[:3])
ORDERS = f"""kind: wide
customer: customer_unique_id
joins: [{PERSON}]
steps:
{MOMENTS}
  - {{column: {STEPS["Delivered"]}, event: Delivered, due: {DUE}}}
"""
REVIEWS = f"""kind: answers
customer: customer_unique_id
joins:
  - {{file: olist_orders_dataset.csv, key: order_id, column: customer_id}}
  - {PERSON}
time: review_answer_timestamp
about_is: Delivered
score: review_score
scale_min: 1
scale_max: 5
"""
Journey = list[tuple[datetime, int, int, str]]


@pytest.fixture(scope="module")
def shop(shared_data: Path) -> Path:
    return shared_data / "olist_2017"


@pytest.fixture(scope="module")
def orders(shop: Path) -> list[dict[str, str]]:
    """All orders with the person who ordered, as the csv module reads them."""
    people = {row["customer_id"]: row["customer_unique_id"] for row in rows(shop / "olist_customers_dataset.csv")}
    return [row | {"who": people[row["customer_id"]]} for row in rows(shop / "olist_orders_dataset.csv")]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def moments(order: dict[str, str]) -> dict[str, datetime]:
    return {event: datetime.fromisoformat(order[column]) for event, column in STEPS.items() if order[column]}


def is_backwards(order: dict[str, str]) -> bool:
    times = list(moments(order).values())
    return times != sorted(times)


def days_in_delivery(orders: list[dict[str, str]]) -> list[float]:
    """From a person's first event of the delivery to the next event elsewhere, else to the last one there."""
    paths: dict[str, Journey] = defaultdict(list)
    for line, order in enumerate(orders):
        paths[order["who"]] += [(at, line, place, event) for place, (event, at) in enumerate(moments(order).items())]
    return [stay for path in paths.values() if (stay := _stay(sorted(path))) is not None]


def _stay(path: Journey) -> float | None:
    inside = [event in {"Handed to carrier", "Delivered"} for *_, event in path]
    here = [place for place, is_here in enumerate(inside) if is_here]
    left = [place + 1 for place in here if place + 1 < len(path) and not inside[place + 1]]
    if not here or (not left and len(here) == 1):
        return None
    return (path[(left or here[-1:])[0]][0] - path[here[0]][0]).total_seconds() / 86_400


def test_orders_become_a_draft_that_shows_slow_delivery_and_late_parcels_and_then_a_picture(
    shop: Path, orders: list[dict[str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("orders.yaml").write_text(ORDERS)
    Path("reviews.yaml").write_text(REVIEWS)
    into = ("--into", "Olist", "--data", "data", "--mapping")
    told = run("import", shop / "olist_orders_dataset.csv", *into, "orders.yaml").out
    backwards = sum(map(is_backwards, orders))
    assert f"Kept {len(orders):,} of {len(orders):,} rows" in told
    assert f"  {backwards} × The steps run backwards in time; each event was kept at its own time." in told
    assert run("import", shop / "olist_order_reviews_dataset.csv", *into, "reviews.yaml").code == 0

    assert run("draft", "olist", "-o", "draft.journey.yaml", "--data", "data").code == 0
    text = Path("draft.journey.yaml").read_text()
    stays = days_in_delivery(orders)
    assert f"Slowest stage: Delivery, half stay {median(stays):.1f} days or longer (n {len(stays):,})." in text
    delivered = [order for order in orders if order[STEPS["Delivered"]]]
    late = sum(order[STEPS["Delivered"]] > order[DUE] for order in delivered) / len(delivered)
    pain = f"{100 * late:.1f}% come after the promised time (n {len(delivered):,})"
    assert f"Strongest pain: Delivered: {pain}" in text

    edited = Path("edited.journey.yaml")
    edited.write_text(text.replace(f"text: {pain}", "text: Late parcels, says the team"))
    id = json.loads(run("import", edited, "--data", "data", "--format", "json").out)["maps"][0]
    assert run("export", id, "-o", "again.journey.yaml", "--data", "data").code == 0
    cards = read(Path("again.journey.yaml").read_text()).records.values()
    assert any(str(card.get("text", "")).startswith("Late parcels, says the team") for card in cards)
    assert_painted(id)


def assert_painted(id: str) -> None:
    """The map with its numbers as a picture, where the fonts were built."""
    from footfall.render.typesetting import FONTS

    if FONTS.is_dir():
        assert run("export", id, "-o", "map.pdf", "--data", "data").code == 0
        assert Path("map.pdf").read_bytes().startswith(b"%PDF")
