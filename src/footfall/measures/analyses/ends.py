"""Ends: at which nodes customers' paths begin and end."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.journey.analyses import EndsAnalysis
from footfall.measures.analyses.reach import everybody
from footfall.measures.nodes import events_as_nodes
from footfall.measures.tabulating import Figured
from footfall.measures.ways import Way


@cache
def ends() -> Any:
    """The first and the last event of each customer: (end, node, customer, value, at)."""
    steps = events_as_nodes()
    begun = steps.filter(steps.position == 0).select("node", "customer", at="time")
    ended = steps.group_by("customer").agg(node=_.node.argmax(_.position), at=_.time.argmax(_.position))
    both = (("start", begun), ("end", ended))
    rows = [one.select("node", "customer", "at", end=ibis.literal(end), value=1) for end, one in both]
    return ibis.union(*rows)


FIGURES = (
    Figured("customers", "customers", "count", "Customers whose first (start) or last (end) event is here.", ends),
    Figured(
        "share",
        "share",
        "share",
        "Of all customers with events, the share whose first event (start) or last event (end) is here.",
        ends,
        everybody,
    ),
)


def figures(analysis: EndsAnalysis) -> Sequence[Figured]:  # noqa: ARG001 - all have the same
    """How many customers, and which share of them all."""
    return FIGURES


def words(analysis: EndsAnalysis) -> str:  # noqa: ARG001 - all count the same
    """What is counted."""
    return "Customers by the place of their first and of their last event."


WAY = Way({"end": "text", "node": "node"}, figures, words)
