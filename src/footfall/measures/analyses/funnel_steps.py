"""Funnel step by step: who came to each place in order, how long it took, and where those went who dropped out."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.journey.analyses import FunnelLossesAnalysis, FunnelStepsAnalysis
from footfall.journey.questions import Place
from footfall.measures.analyses.walking import following
from footfall.measures.answering import Runs
from footfall.measures.funnel import Limit, came_to
from footfall.measures.tabulating import Figured, Found, rows_with
from footfall.measures.ways import PutAnalysis, Way, tabulated


@cache
def came(steps: int, limit: Limit) -> Any:
    """(step, customer, value, at, hours, position, certain): who came to each step, from 1; hours since the one before.

    No hours are told at the first step, and where only the day is known and the order is not certain.
    """
    columns = ("customer", "at", "hours", "position", "certain")
    each = [came_to(place, limit).mutate(step=ibis.literal(place + 1, "int32")) for place in range(steps)]
    return ibis.union(*(one.select("step", *columns, value=1) for one in each))


@cache
def came_first(steps: int, limit: Limit) -> Any:
    """(customer, at): who came to the first step."""
    rows = came(steps, limit).filter(_.step == 1)
    return rows.select("customer", "at")


@cache
def came_before(steps: int, limit: Limit) -> Any:
    """(step, customer, at): who came to the step before each step but the first."""
    rows = came(steps, limit).filter(_.step < steps)
    return rows.select("customer", "at", step=(rows.step + 1).cast("int32"))


@cache
def timed(steps: int, limit: Limit) -> Any:
    """Those of whom it is known how long they took from the step before."""
    rows = came(steps, limit).filter(_.hours.notnull())
    return rows.mutate(value=rows.hours)


@cache
def dropped(steps: int, limit: Limit) -> Any:
    """(step, customer, value, at, position): who came to a step and not to the one after it."""
    here = came(steps, limit)
    gone_on = here.select("customer", step=(_.step - 1).cast("int32"))
    left = here.filter(here.step < steps).anti_join(gone_on, ["step", "customer"])
    return left.select("step", "customer", "at", "position", value=1)


@cache
def went(steps: int, limit: Limit) -> Any:
    """(step, next, customer, value, at): who dropped out after a step, and where they went straight from there."""
    onward = following().select("customer", "position", next="next_node")
    return dropped(steps, limit).join(onward, ["customer", "position"]).drop("position")


def limit_of(analysis: FunnelStepsAnalysis | FunnelLossesAnalysis) -> Limit:
    """How long a step may take, and where paths begin."""
    return Limit(analysis.within_hours, analysis.within == "first", analysis.closed)


def figures(analysis: FunnelStepsAnalysis) -> Sequence[Figured]:
    """How many came, of those at the first and at the step before, how fast, and how many dropped out."""
    asked = len(analysis.places), limit_of(analysis)
    here, first, before = (rows_with(rows, *asked) for rows in (came, came_first, came_before))
    left = rows_with(dropped, *asked)
    return (
        Figured("customers", "customers", "count", "Customers who came here, and to all places before in order.", here),
        Figured("share_of_first", "share", "share", "Of those who came to the first place, the share.", here, first),
        Figured(
            "share_of_previous", "share", "share", "Of those who came to the place before, the share.", here, before,
            ("step",),
        ),
        Figured(
            "median_hours", "hours", "median", "Median hours from the place before.", rows_with(timed, *asked)
        ),
        Figured("dropped", "customers", "count", "Customers who came here and not to the next place.", left),
        Figured("dropped_share", "share", "share", "Of those who came here, the share.", left, here, ("step",)),
    )  # fmt: skip


def loss_figures(analysis: FunnelLossesAnalysis) -> Sequence[Figured]:
    """How many went there, and which share of those who dropped out."""
    asked = len(analysis.places), limit_of(analysis)
    gone, left = rows_with(went, *asked), rows_with(dropped, *asked)
    return (
        Figured("customers", "customers", "count", "Customers who went straight there from their last place.", gone),
        Figured(
            "share", "share", "share", "Of all who dropped out after this place, the share.", gone, left, ("step",)
        ),
    )


def words(analysis: FunnelStepsAnalysis | FunnelLossesAnalysis) -> str:
    """Who counts."""
    begin = "whose path begins at {0}" if analysis.closed else "who came to {0}"
    rest = "and then to each further place later on, each as early as can be"
    if analysis.within_hours is None:
        return f"Customers {begin}, {rest}."
    since = "their first event at {0}" if analysis.within == "first" else "the place before"
    return f"Customers {begin}, {rest} and at most {analysis.within_hours:g} hours after {since}."


def loss_words(analysis: FunnelLossesAnalysis) -> str:
    """Who counts."""
    return f"{words(analysis)} Those who went no further, by their very next event."


def places(analysis: FunnelStepsAnalysis | FunnelLossesAnalysis) -> tuple[Place, ...]:
    """The places of the funnel."""
    return analysis.places


@cache
def _uncertain(steps: int, limit: Limit) -> Any:
    """(customers): how many may have come in this order, and it is not known whether they did."""
    rows = came(steps, limit).filter(~_.certain)
    return rows.agg(customers=rows.customer.nunique())


def _run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    found = tabulated(way, dataset, put)
    (unsure,) = dataset.run(_uncertain(len(put.places), limit_of(put.analysis)), **put.tables())[
        "customers"
    ].to_pylist()
    note = f"{unsure:,} customers may have come in this order, and count: of some events only the day is known."
    return Found(found.rows, found.more, note if unsure else "", {"places": list(put.names)})


def _each(put: PutAnalysis) -> tuple[tuple[int, ...], ...]:
    return tuple((step,) for step in range(1, len(put.places) + 1))


def _came(analysis: FunnelStepsAnalysis | FunnelLossesAnalysis) -> Any:
    return came(len(analysis.places), limit_of(analysis))


WAY = Way({"step": "number"}, figures, words, places, by_key=True, always=_each, run=_run, shared=_came)
LOSSES = Way({"step": "number", "next": "node"}, loss_figures, loss_words, places, run=_run, shared=_came)
