"""What is proposed for real files, without a word from a person; counts are made again with the csv module alone."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from footfall.events.converting import Converted, convert, open_source
from footfall.events.identity import Pseudonyms
from footfall.events.mapping import Mapping
from footfall.events.proposing import proposal
from footfall.events.sheets import open_sheet


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{name.strip(): value for name, value in row.items()} for row in csv.DictReader(file)]


def read(path: Path, to: Path) -> tuple[Mapping, Converted, list[dict[str, Any]]]:
    """The file under the proposed mapping."""
    mapping = proposal(open_sheet(path)).mapping
    assert mapping
    done = convert(open_source(path, mapping, {}), Pseudonyms(b"k" * 32), to / "part.parquet")
    return mapping, done, pq.read_table(to / "part.parquet").to_pylist()


def test_the_airport_survey_has_the_published_figures(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "sfo_survey_2017" / "2017_SFO_Customer_Survey.csv"
    found = proposal(open_sheet(path))
    assert found.missing == "The file does not say on which day the answers were given: say it as the time of all rows."
    _, _, part = read(path, tmp_path)
    nps = [row for row in part if (row["scale_min"], row["scale_max"]) == (0, 10)]
    promoters, detractors = (
        sum(weight for row in nps if good(row["score"]) for weight in [1])
        for good in (lambda score: score >= 9, lambda score: score <= 6)
    )
    assert (len(nps), round(100 * (promoters - detractors) / len(nps), 1)) == (2746, 39.8)
    weights = sum(row["weight"] for row in nps)
    signed = sum(row["weight"] * ((row["score"] >= 9) - (row["score"] <= 6)) for row in nps)
    assert round(100 * signed / weights, 1) == 40.4
    food = [row["score"] for row in part if row["question"] == "Restaurants"]
    assert len(food) == sum(row["Q7FOOD"] in "12345" and row["Q7FOOD"] != "" for row in rows(path))


def test_the_audit_log_has_an_event_for_each_change_of_state(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "servicenow_incidents" / "incident_event_log_first1500.csv"
    mapping, done, part = read(path, tmp_path)
    assert (mapping.source, mapping.customer, mapping.day_first) == ("ServiceNow", "number", True)
    states = {row["incident_state"] for row in rows(path)} - {"-100"}
    assert {row["event"] for row in part} == states
    assert len({row["customer"] for row in part}) == len({row["number"] for row in rows(path)}) == 1500
    assert done.rows == 10_383


def test_each_complaint_is_a_customer_with_two_moments(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "cfpb_complaints_2013" / "consumer_complaints.csv"
    _, done, part = read(path, tmp_path)
    per_customer: dict[int, set[str]] = defaultdict(set)
    for row in part:
        per_customer[row["customer"]].add(row["event"])
    assert (done.rows, done.kept, len(per_customer)) == (3186, 3186, 3186)
    assert set(map(frozenset, per_customer.values())) == {frozenset({"Complaint received", "Sent to company"})}
    assert min(row["time"] for row in part).isoformat()[:10] == "2013-06-04"


def test_orders_and_reviews_of_olist_meet_in_the_order(shared_data: Path, tmp_path: Path) -> None:
    folder = shared_data / "olist_2017"
    orders = read(folder / "olist_orders_dataset.csv", tmp_path)
    reviews = read(folder / "olist_order_reviews_dataset.csv", tmp_path)
    assert (orders[0].kind, reviews[0].kind) == ("wide", "answers")
    customers = [{row["customer"] for row in part} for _, _, part in (orders, reviews)]
    assert len(customers[0]) == len({row["order_id"] for row in rows(folder / "olist_orders_dataset.csv")})
    assert customers[1] <= customers[0]


def test_the_clickstream_needs_no_name(shared_data: Path, tmp_path: Path) -> None:
    mapping, done, _ = read(shared_data / "shop_clickstream" / "simple-onlineshop.csv", tmp_path)
    assert mapping == Mapping(customer="client_id", event="event", time="timestamp")
    assert (done.rows, done.kept) == (38_010, 38_010)


@pytest.mark.parametrize(
    "name", ["olist_2017/olist_products_dataset.csv", "olist_2017/product_category_name_translation.csv"]
)
def test_a_list_of_things_is_no_journey(name: str, shared_data: Path) -> None:
    found = proposal(open_sheet(shared_data / name))
    assert found.mapping is None
    assert "has no column with times" in found.missing
