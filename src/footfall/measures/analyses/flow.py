"""Flow: from which node customers go straight to which, per customer (the first time) or each time."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from ibis import _

from footfall.journey.analyses import FlowAnalysis
from footfall.measures.analyses.reach import customers_there
from footfall.measures.answering import Runs
from footfall.measures.nodes import events_as_nodes, nodes
from footfall.measures.tables import hours_between
from footfall.measures.tabulating import Figured, Found
from footfall.measures.ways import PutAnalysis, Way

KEYS = ("source", "target")
HOURS = ("median", "p90")


@cache
def transitions() -> Any:
    """Each time that an event was followed straight by another (`until` is when), with the hours between."""
    following = nodes().rename(next_combination="combination", target="node")
    steps = events_as_nodes().join(following, "next_combination")
    hours = hours_between(steps.time, steps.next_time)
    return steps.select("target", "customer", "position", source="node", value=hours, at=steps.time, until="next_time")


@cache
def customers_who_went() -> Any:
    """Each customer once on each way that they went, with the hours of the first time: then both ends were earliest."""
    gone = transitions().group_by(*KEYS, "customer").agg(at=_["at"].min(), until=_.until.min())
    return gone.select(*KEYS, "customer", "at", value=hours_between(gone["at"], gone.until))


@cache
def events_at_source() -> Any:
    """All events of which it is known what came next, if anything, as places where one could go from."""
    known = events_as_nodes().filter(~_.next_unknown)
    return known.select("customer", "position", source="node", at="time")


@cache
def customers_at_source() -> Any:
    """Each customer once at each node, at the first time there."""
    return customers_there().select("customer", "at", source="node")


CUSTOMERS = Figured(
    "customers",
    "customers",
    "count",
    "Customers who had an event here and whose very next event was there.",
    customers_who_went,
)
SHARE = Figured(
    "share",
    "share",
    "share",
    "Of the customers with an event here, the share whose very next event after one was there.",
    customers_who_went,
    customers_at_source,
    ("source",),
)
TRANSITIONS = Figured(
    "transitions", "events", "count", "How often an event here was followed straight by one there.", transitions
)
EVENT_SHARE = Figured(
    "share", "share", "share", "Of the events here, the share that was followed straight by one there.",
    transitions, events_at_source, ("source",), ("customer", "position"),
)  # fmt: skip


def figures(analysis: FlowAnalysis) -> Sequence[Figured]:
    """How many, which share, and how long it took."""
    if analysis.per == "event":
        rows, counted, when = transitions, (TRANSITIONS, EVENT_SHARE), "each time"
    else:
        rows, counted, when = customers_who_went, (CUSTOMERS, SHARE), "the first time"
    if not analysis.times:
        return counted
    return (
        *counted,
        Figured("median_hours", "hours", "median", f"Median hours from here to there, {when}.", rows),
        Figured("p90_hours", "hours", "p90", f"90th percentile of the hours from here to there, {when}.", rows),
    )


def words(analysis: FlowAnalysis) -> str:
    """What is counted."""
    if analysis.per == "event":
        return "Each time that an event was followed straight by another one of the same path."
    return "Customers who had an event at the one and whose very next event was at the other, each once on each way."


def run(_way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    """By quicker ways to the same numbers, which stand on the populations here."""
    from footfall.measures.analyses import flow_counts, flow_customers

    return flow_counts.count(dataset, put) if put.analysis.per == "event" else flow_customers.count(dataset, put)


WAY = Way(dict.fromkeys(KEYS, "node"), figures, words, run=run)
