"""Reach: how many customers come to each node, which share of them all, and how often."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from ibis import _

from footfall.journey.analyses import ReachAnalysis
from footfall.measures.answering import Runs
from footfall.measures.nodes import events_as_nodes
from footfall.measures.tables import events
from footfall.measures.tabulating import Figured, Found
from footfall.measures.ways import PutAnalysis, Way, tabulated


@cache
def customers_there() -> Any:
    """Each customer once at each node, at the first time there."""
    there = events_as_nodes().filter(_.visit == 1).group_by("node", "customer").agg(at=_.time.min())
    return there.mutate(value=1)


@cache
def events_there() -> Any:
    """All events at each node."""
    return events_as_nodes().select("node", "customer", "position", value=1, at=_.time)


@cache
def everybody() -> Any:
    """All customers with events, at their first one: each path begins once."""
    return events.filter(events.position == 0).select("customer", at="time")


FIGURES = (
    Figured("customers", "customers", "count", "Customers with at least one event here.", customers_there),
    Figured(
        "share",
        "share",
        "share",
        "Of all customers with at least one event, the share who had one here.",
        customers_there,
        everybody,
    ),
    Figured("events", "events", "count", "Events here.", events_there),
)


def figures(analysis: ReachAnalysis) -> Sequence[Figured]:  # noqa: ARG001 - all have the same
    """How many customers, which share, how many events."""
    return FIGURES


def words(analysis: ReachAnalysis) -> str:  # noqa: ARG001 - all count the same
    """What is counted."""
    return "Customers who came to each place at least once, and how often they did."


def run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    """By first visits, where few enough nodes are more than one combination."""
    from footfall.measures.analyses import reach_counts  # which stands on the populations here

    quick = len(reach_counts.shared(put.nodes)) <= reach_counts.MOST
    return reach_counts.count(dataset, put) if quick else tabulated(way, dataset, put)


WAY = Way({"node": "node"}, figures, words, run=run)
