"""Retention: of the customers who came first in a period, how many came back so many periods later."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.journey.analyses import RetentionAnalysis
from footfall.journey.questions import Place
from footfall.measures.answering import Runs
from footfall.measures.calendar import calendar_tables, in_periods, named_periods, periods_of, told_beside
from footfall.measures.tables import at_place, events
from footfall.measures.tabulating import Figured, Found, rows_with
from footfall.measures.ways import PutAnalysis, Way, tabulated


@cache
def begun(start: int | None) -> Any:
    """(period, cohort, customer, at): the period of each customer's first event, anywhere or at a place."""
    rows = events if start is None else events.semi_join(at_place(start), "combination")
    first = in_periods(rows.group_by("customer").agg(time=_.time.min())).join(named_periods(), "period")
    return first.select("period", "customer", cohort="label", at="time")


@cache
def cohorts(start: int | None, most: int) -> Any:
    """(cohort, later, customer, value, at): each cohort's customers for each later period that there was."""
    last = named_periods().agg(last=_.period.max())
    later = ibis.range(1, most + 1).unnest().name("later").as_table().select(later=_.later.cast("int32"))
    each = begun(start).cross_join(later).cross_join(last)
    return each.filter(_.period + _.later <= _.last).select("cohort", "later", "customer", "at", value=1)


@cache
def returned(start: int | None, back: int | None, most: int) -> Any:
    """(cohort, later, customer, value, at): who came so many periods later, anywhere or to a place; when first then."""
    rows = events if back is None else events.semi_join(at_place(back), "combination")
    came = in_periods(rows.select("customer", "time")).rename(came="period")
    again = came.join(begun(start).select("customer", "period", "cohort"), "customer")
    again = again.mutate(later=(again.came - again.period).cast("int32"))
    within = again.filter(again.later.between(1, most))  # before they are put together: most came far later
    return within.group_by("cohort", "later", "customer").agg(at=_.time.min()).mutate(value=1)


def figures(analysis: RetentionAnalysis) -> Sequence[Figured]:
    """How many there are in the cohort, how many came back, and which share."""
    start, back = _numbers(analysis)
    all, came = rows_with(cohorts, start, analysis.most), rows_with(returned, start, back, analysis.most)
    return (
        Figured("cohort", "customers", "count", "Customers whose first event was in this period.", all),
        Figured("customers", "customers", "count", "Those of them who came back so many periods later.", came),
        Figured("share", "share", "share", "Of the cohort, the share who did.", came, all, ("cohort", "later")),
    )


def _numbers(analysis: RetentionAnalysis) -> tuple[int | None, int | None]:
    """The number of each of the places, where there is one."""
    start = 0 if analysis.start else None
    return start, len(places(analysis)) - 1 if analysis.return_to else None


def words(analysis: RetentionAnalysis) -> str:
    """What is counted."""
    start, back = _numbers(analysis)
    begin = "their first event" if start is None else f"their first event at {{{start}}}"
    again = "any event" if back is None else f"an event at {{{back}}}"
    return (
        f"Customers by the {analysis.every} of {begin} (in the time zone {analysis.zone}); of each such cohort those "
        f"who had {again} in the first, second or a later {analysis.every} after it."
    )


def places(analysis: RetentionAnalysis) -> tuple[Place, ...]:
    """Where customers begin and where they come back to, as far as said."""
    return tuple(place for place in (analysis.start, analysis.return_to) if place)


def _tables(put: PutAnalysis) -> dict[str, pa.Table]:
    return calendar_tables(periods_of(put))


def _run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    """The rows; periods that the data do not have in full are told beside."""
    found = tabulated(way, dataset, put)
    return Found(found.rows, found.more, found.note, told_beside(periods_of(put), put.span))


WAY = Way({"cohort": "text", "later": "number"}, figures, words, places, by_key=True, tables=_tables, run=_run)
