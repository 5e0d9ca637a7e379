"""Customers: who they are, one by one, the first to come first."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from footfall.journey.analyses import CustomersAnalysis
from footfall.measures.analysed import Figure
from footfall.measures.answering import Runs
from footfall.measures.tables import answers, attributes, customers, events
from footfall.measures.tabulating import Figured, Found
from footfall.measures.ways import PutAnalysis, Way


def _of(rows: Any) -> Any:
    named = rows.join(customers.select("customer", "identity"), "customer")
    return named.select("customer", pseudonym="identity", value=1, at=named.time)


@cache
def all_events() -> Any:
    """All events, by whose they are."""
    return _of(events)


@cache
def all_answers() -> Any:
    """All answers, by whose they are."""
    return _of(answers)


FIGURES = (
    Figured("events", "events", "count", "Events of the customer.", all_events),
    Figured("answers", "answers", "count", "Answers of the customer.", all_answers),
)


def figures(analysis: CustomersAnalysis) -> Sequence[Figured]:  # noqa: ARG001 - all have the same
    """How much they did and said."""
    return FIGURES


def words(analysis: CustomersAnalysis) -> str:  # noqa: ARG001 - all count the same
    """What is listed."""
    return "Customers by their pseudonyms, those who came first at the top, with how much they did and said."


@cache
def page(offset: int, limit: int) -> Any:
    """A page of customers, in the order of their first moment."""
    return customers.order_by("first", "identity").limit(limit, offset=offset)


@cache
def everybody() -> Any:
    """One row: how many there are."""
    return customers.agg(rows=customers.count())


@cache
def facts(offset: int, limit: int) -> Any:
    """(customer, attribute, value) of those on a page."""
    return attributes.semi_join(page(offset, limit), "customer").order_by("customer", "attribute")


def run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:  # noqa: ARG001 - all ways run so
    """A page of them with their attributes."""
    offset, limit = put.analysis.offset, put.analysis.limit
    known: dict[int, dict[str, str]] = {}
    for row in dataset.run(facts(offset, limit)).to_pylist():
        known.setdefault(row["customer"], {})[row["attribute"]] = row["value"]
    rows = dataset.run(page(offset, limit)).to_pylist()
    total = dataset.run(everybody())["rows"][0].as_py()
    return Found(
        tuple(((row["identity"],), _figures(row)) for row in rows),
        max(0, total - offset - len(rows)),
        facts=tuple(_span(row) | known.get(row["customer"], {}) for row in rows),
        details={"total": total},
    )


def _figures(row: Mapping[str, Any]) -> dict[str, Figure]:
    return {name: _count(name, row[name]) for name in ("events", "answers")}


def _count(unit: Any, n: int) -> Figure:
    """How many of one customer, which says nothing about others."""
    return Figure(value=n, unit=unit, n=n, customers=min(n, 1), too_few=False)


def _span(row: Mapping[str, Any]) -> dict[str, str]:
    return {name: f"{row[name].isoformat()}Z" for name in ("first", "last")}


WAY = Way({"pseudonym": "customer"}, figures, words, run=run)
