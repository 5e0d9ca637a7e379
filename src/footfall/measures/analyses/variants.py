"""Variants: customers whose paths have the same nodes in the same order."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from footfall.journey.analyses import LONGEST_PATH, VariantsAnalysis
from footfall.measures.analyses.reach import everybody
from footfall.measures.answering import Runs
from footfall.measures.nodes import events_as_nodes
from footfall.measures.tables import events, hours_between
from footfall.measures.tabulating import Figured, Found
from footfall.measures.ways import PutAnalysis, Way, tabulated

CUT = f"Of longer paths the first {LONGEST_PATH} events count: where these are the same, the paths are taken as alike."
SPACE = 1 << 32  # more than there are nodes


@cache
def paths() -> Any:
    """(customer, path, value, at): each customer's nodes in order, the hours from the first event to the last."""
    steps = events_as_nodes()
    # Place and node in one whole number: these sort in half the time of pairs.
    kept = (steps.position.cast("int64") * SPACE + steps.node).collect(where=steps.position < LONGEST_PATH)
    spans = steps.group_by("customer").agg(steps=kept, at=steps.time.min(), until=steps.time.max())
    path = spans.steps.sort().map(lambda step: (step % SPACE).cast("int32"))
    return spans.select("customer", "at", path=path, value=hours_between(spans["at"], spans.until))


@cache
def longest() -> Any:
    """One row: how many events the longest path has."""
    return events.agg(events=events.position.max() + 1)


FIGURES = (
    Figured("customers", "customers", "count", "Customers whose path is this one.", paths),
    Figured("share", "share", "share", "Of all customers with events, the share whose path it is.", paths, everybody),
    Figured("median_hours", "hours", "median", "Median hours from the first event of the path to the last.", paths),
    Figured("p90_hours", "hours", "p90", "90th percentile of the hours from the first event to the last.", paths),
)


def figures(analysis: VariantsAnalysis) -> Sequence[Figured]:  # noqa: ARG001 - all have the same
    """How many customers, which share of them all, and how long it took."""
    return FIGURES


def words(analysis: VariantsAnalysis) -> str:  # noqa: ARG001 - all count the same
    """What is counted."""
    return "Customers by their path: the same events in the same order are one variant."


def run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    """The commonest variants, and which share of all customers they cover together."""
    found = tabulated(way, dataset, put)
    covered = sum(row["share"].value or 0 for _, row in found.rows)
    cut = (dataset.run(longest())["events"][0].as_py() or 0) > LONGEST_PATH
    details = {"variants": len(found.rows) + found.more, "coverage": min(1.0, covered)}
    return replace(found, details=details, note=CUT if cut else "")


WAY = Way({"path": "path"}, figures, words, run=run, shared=lambda _: paths())
