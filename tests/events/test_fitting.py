"""A mapping of last year for this year's file: what is called otherwise is found, what is gone is said."""

import pytest

from footfall.events.alike import pairs
from footfall.events.columns import Asked, Attribute, Join, WideStep
from footfall.events.fitting import Renamed, fit
from footfall.events.mapping import Mapping

FULL = {
    "customer": "a1",
    "customer_else": "a2",
    "also_known_as": ["a3", "a4"],
    "id": "a5",
    "attributes": [{"column": "a6"}],
    "time": "a7",
    "event": "a8",
    "event_else": "a9",
    "channel": "a10",
    "due": "a11",
    "on_time": "a12",
    "steps": [{"column": "a13", "event": "a13", "due": "a14", "after": "a15"}],
    "about": "a16",
    "asked": [{"column": "a17"}],
    "question": "a18",
    "score": "a19",
    "weight": "a20",
    "text": "a21",
    "language": "a22",
    "joins": [{"file": "other.csv", "key": "a23", "column": "brought"}],
}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("*RESPNUM", "RESPNUM"),
        ("NETPRO  ", "NETPRO"),
        ("Q8COM1", "Q8-1"),
        ("order date 2025", "order date 2026"),
        ("order_date_2025", "Order Date"),
        ("customerId", "customer_id"),
        ("delivered_at", "delivery at"),
        ("costumer_id", "customer_id"),
        ("Größe", "grösse"),
    ],
)
def test_a_name_is_found_again_that_is_written_otherwise(was: str, now: str) -> None:
    assert pairs([was, "else"], ["something", now]) == {was: now}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (["Q8COM1"], ["Q7COM1", "Q8COM2", "Q18-1"]),  # another number is another question
        (["ordered"], ["Ordered", "ORDERED"]),  # which one would be a guess
        (["shipping date"], ["shipping date planned", "shipping date actual"]),
        (["2025"], ["2026"]),
    ],
)
def test_no_name_is_guessed(was: list[str], now: list[str]) -> None:
    assert pairs(was, now) == {}


def test_a_name_that_is_there_itself_is_not_given_to_another_one() -> None:
    assert pairs(["Q8COM1", "Q8-1"], ["Q8-1", "other"]) == {"Q8-1": "Q8-1"}
    assert pairs(["delivered at", "delivery"], ["Delivery", "delivery_at"]) == {
        "delivery": "Delivery",
        "delivered at": "delivery_at",
    }


def test_every_column_that_a_mapping_can_name_is_found_again() -> None:
    mapping = Mapping.model_validate(FULL)
    own = mapping.own_columns()
    found = fit(mapping, own, [f"*{name.upper()}" for name in own])
    assert len(own) == 23
    assert set(found.mapping.own_columns()) == {f"*{name.upper()}" for name in own}
    assert (found.lacking, found.found, found.likeness) == ((), 1, 1)


def test_what_a_column_is_called_in_footfall_stays_when_the_column_is_renamed() -> None:
    mapping = Mapping(
        kind="answers",
        customer="*RESPNUM",
        time_is="2025-05-15",
        asked=(Asked(column="NETPRO  ", instrument="nps", scale_min=0, scale_max=10), Asked(column="Q8COM3")),
        attributes=(Attribute(column="Plan"),),
        weight="weight2025",
    )
    found = fit(mapping, ("*RESPNUM", "NETPRO  ", "Q8COM3", "Plan", "GATE"), ("RESPNUM", "NETPRO", "plan", "Q9"))
    assert found.mapping == Mapping(
        kind="answers",
        customer="RESPNUM",
        time_is="2025-05-15",
        asked=(Asked(column="NETPRO", question="NETPRO", instrument="nps", scale_min=0, scale_max=10),),
        attributes=(Attribute(column="plan", name="Plan"),),
    )
    assert found.renamed == (
        Renamed(was="*RESPNUM", now="RESPNUM"),
        Renamed(was="Plan", now="plan"),
        Renamed(was="NETPRO  ", now="NETPRO"),
    )
    assert (found.lacking, found.found) == (("weight2025", "Q8COM3"), 0.6)


def test_what_a_mapping_cannot_be_without_stays_named_and_is_said_to_lack() -> None:
    mapping = Mapping(customer="who", time="when", event="what", channel="by")
    found = fit(mapping, (), ("person", "when", "what"))
    assert found.mapping.customer == "who"
    assert found.lacking == ("who", "by")


def test_files_of_joins_are_found_again_and_their_columns() -> None:
    mapping = Mapping(
        kind="wide",
        customer="person 2025",
        joins=(Join(file="people-2025.csv", key="customer 2025", column="person 2025"),),
        steps=(WideStep(column="paid", event="Paid"),),
    )
    beside = {"people-2026.csv": ("customer 2026", "person 2026"), "stock.csv": ("item",)}
    found = fit(mapping, (), ("Paid", "customer 2026"), beside)
    assert found.mapping == Mapping(
        kind="wide",
        customer="person 2026",
        joins=(Join(file="people-2026.csv", key="customer 2026", column="person 2026"),),
        steps=(WideStep(column="Paid", event="Paid"),),
    )
    assert fit(mapping, (), ("paid", "customer 2025"), {}).lacking == ("people-2025.csv",)


def test_the_row_itself_is_in_every_file() -> None:
    mapping = Mapping(customer="(row)", time="when", event="what")
    assert fit(mapping, (), ("when", "what")).mapping == mapping
