"""Trend: a question's number period by period, and where its level changed.

Each period is asked by itself: a customer's events and answers in it are a path of their own. So the tables are cut
into such paths, and the question's own population is taken over them; nothing is defined a second time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _
from pydantic import JsonValue

from footfall.events.tables import SCHEMAS
from footfall.journey.analyses import TrendAnalysis
from footfall.journey.questions import Place
from footfall.measures.analysed import Figure
from footfall.measures.answering import Runs
from footfall.measures.calendar import calendar_tables, in_periods, named_periods, periods_of, told_beside
from footfall.measures.change_points import change_points
from footfall.measures.kinds import Kind, kind_of, words_of
from footfall.measures.putting import Put, places_of
from footfall.measures.tables import answers, customers, events, put_as_tables
from footfall.measures.tabulating import Figured, Found, rows_with
from footfall.measures.ways import PutAnalysis, Way, tabulated

APART = 2**32  # between the numbers of one customer's paths in two periods


@cache
def by_period(kind: Kind) -> Any:
    """(period, customer, value, at): the population of a question in each period, the period by its name."""
    rows = numbered(kind)
    named = rows.join(named_periods(), rows.number == named_periods().period)
    return named.select("customer", "value", "at", period=named.label)


@cache
def numbered(kind: Kind) -> Any:
    """(number, customer, value, at): the same, the period by its number."""
    cut = {events: _events(), answers: _answers(), customers: _customers()}
    found = kind.population().op().replace({table.op(): rows.op() for table, rows in cut.items()}).to_expr()
    number, customer = (found.customer // APART).cast("int32"), (found.customer % APART).cast("int32")
    return found.select("value", "at", customer=customer, number=number).filter(_.value.notnull())


def _apart(rows: Any) -> Any:
    """Rows with the number of the customer's path in the period."""
    dated = in_periods(rows)
    return dated.mutate(customer=dated.period.cast("int64") * APART + dated.customer)


@cache
def _events() -> Any:
    """The events as paths of one period: places, visits and what comes next end with it."""
    rows = _apart(events)
    path = ibis.window(group_by="customer")
    visits = ibis.window(group_by=["customer", "combination"], order_by="position")
    begun = rows.mutate(begin=rows.position.min().over(path), end=rows.position.max().over(path))
    is_last = begun.position == begun.end
    cut = begun.mutate(
        position=begun.position - begun.begin,
        earliest=ibis.greatest(begun.earliest - begun.begin, 0),
        visit=(ibis.row_number().over(visits) + 1).cast("int32"),
        next_combination=is_last.ifelse(ibis.null("int32"), begun.next_combination),
        next_time=is_last.ifelse(ibis.null("timestamp(6)"), begun.next_time),
    )
    return cut.select(*SCHEMAS["events"])


@cache
def _answers() -> Any:
    return _apart(answers).select(*SCHEMAS["answers"])


@cache
def _customers() -> Any:
    """Everybody with events, once for each period in which they have some."""
    facts = {"first": _.time.min(), "last": _.time.max(), "events": _.count()}
    counted = _apart(events).group_by("customer").agg(**facts)
    return counted.mutate(identity=ibis.literal(0, "int64"), answers=ibis.literal(0, "int64")).select(
        *SCHEMAS["customers"]
    )


def figures(analysis: TrendAnalysis) -> Sequence[Figured]:
    """The question's number."""
    kind = kind_of(analysis.question)
    return (Figured("value", kind.unit, kind.aggregate, "The number in this period.", rows_with(by_period, kind)),)


def words(analysis: TrendAnalysis) -> str:
    """What is asked."""
    return (
        f"{words_of(analysis.question)} Each {analysis.every} (in the time zone {analysis.zone}) is asked by itself, "
        "as if nothing had happened before and after it."
    )


def places(analysis: TrendAnalysis) -> tuple[Place, ...]:
    """The places of the question."""
    return places_of(analysis.question)


def _tables(put: PutAnalysis) -> dict[str, pa.Table]:
    return put_as_tables([Put(put.analysis.question, put.places, put.names)]) | calendar_tables(periods_of(put))


def _each(put: PutAnalysis) -> tuple[tuple[str, ...], ...]:
    return tuple((period.label,) for period in periods_of(put))


def _run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    """The rows in order of time, and where the level changed."""
    found = tabulated(way, dataset, put)
    beside = told_beside(periods_of(put), put.span)
    lacking = beside["incomplete"]
    told = {str(key[0]): row["value"] for key, row in found.rows}
    whole = {period: figure for period, figure in told.items() if isinstance(lacking, list) and period not in lacking}
    by_size = kind_of(put.analysis.question).aggregate != "sum"
    return replace(found, details=beside | {"changes": _changes(whole, by_size=by_size)})


def _changes(told: Mapping[str, Figure], *, by_size: bool) -> list[JsonValue]:
    """Where the level changed; a mean or a median of more rows says more, a count stands for itself."""
    known = {period: one for period, one in told.items() if one.value is not None}
    values = [one.value or 0.0 for one in known.values()]
    weights = [float(one.n) if by_size else 1.0 for one in known.values()]
    labels = list(known)
    return [
        {"period": labels[change.index], "before": change.before, "after": change.after, "p": change.p}
        for change in change_points(values, weights)
    ]


WAY = Way({"period": "text"}, figures, words, places, run=_run, tables=_tables, by_key=True, always=_each)
