"""Reach: how many customers come to each node, which share of them all, and how often."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from ibis import _

from footfall.journey.analyses import ReachAnalysis
from footfall.measures.analysed import Figure
from footfall.measures.analyses import node_counts
from footfall.measures.analyses.node_counts import Count
from footfall.measures.answering import Runs
from footfall.measures.collecting import uncollected
from footfall.measures.nodes import events_as_nodes
from footfall.measures.statistics import share_interval
from footfall.measures.tables import events
from footfall.measures.tabulating import Figured, Found, figure
from footfall.measures.ways import PutAnalysis, Way


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


def run(_way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    """The nodes with the most customers, by first visits: the same numbers in a fraction of the time."""
    came = node_counts.count(dataset, put.nodes)
    all = sum(one.begun for one in came.values())
    most = sorted(came.items(), key=lambda one: (-one[1].customers, one[0]))[: put.analysis.limit]
    with uncollected():
        rows = tuple(((node,), _figures(one, all)) for node, one in most)
    return Found(rows, len(came) - len(rows), customers=all)


def _figures(came: Count, all: int) -> dict[str, Figure]:
    n = came.customers
    return {
        "customers": figure("customers", n, n, n),
        "share": figure("share", n / all, all, all, share_interval(n, all)),
        "events": figure("events", came.n, came.n, n),
    }


WAY = Way({"node": "node"}, figures, words, run=run)
