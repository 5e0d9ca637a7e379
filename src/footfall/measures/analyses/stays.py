"""How long it takes: a stay, the wait before an event, from one place to the next, the whole journey."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.journey.analyses import StaysAnalysis
from footfall.journey.questions import Place
from footfall.journey.records import Touchpoint
from footfall.measures.analyses.walking import number
from footfall.measures.duration import stays_at
from footfall.measures.funnel import came_to
from footfall.measures.measure import Unit
from footfall.measures.nodes import ANY, Nodes, nodes, nodes_at, nodes_by
from footfall.measures.places import Combination, resolved
from footfall.measures.tables import asked_as_table, events, hours_between
from footfall.measures.tabulating import Figured, rows_with
from footfall.measures.ways import PutAnalysis, Way


@cache
def stays() -> Any:
    """(node, customer, value, at, position): customers with the hours of their first stay at each node."""
    rows = stays_at(nodes().select("combination", ask="node"))
    return rows.rename(node="ask").mutate(position=0)


@cache
def waits() -> Any:
    """(node, customer, value, at, position): each event with the hours since the one before, where that is known."""
    here = nodes().rename(next_combination="combination")
    rows = events.join(here, "next_combination")
    hours = hours_between(rows.time, rows.next_time)
    return rows.select("node", "customer", "position", value=hours, at=rows.next_time)


@cache
def between() -> Any:
    """(node, customer, value, at, position): customers with the hours since they came to the place before."""
    came = came_to(1).filter(_.hours.notnull())
    return came.select("customer", "at", node=(came.ask + 1).cast("int32"), value=came.hours, position=0)


@cache
def journeys() -> Any:
    """(node, customer, value, at, position): customers' hours from first to last event; one alone takes no time."""
    ends = events.group_by("customer").agg(at=_.time.min(), last=_.time.max())
    return ends.select("customer", "at", node=number(ANY), value=hours_between(ends.at, ends["last"]), position=0)


POPULATIONS: dict[str, Callable[[], Any]] = {
    "stay": stays, "wait": waits, "between": between, "journey": journeys,
}  # fmt: skip


@cache
def _expected() -> Any:
    return ibis.table({"node": "int32", "expected": "float64"}, name="expected")


@cache
def judged(of: str) -> Any:
    """Those of which it is known how long they should have taken."""
    return POPULATIONS[of]().semi_join(_expected(), "node")


@cache
def over(of: str) -> Any:
    """Those that took longer than they should."""
    rows = POPULATIONS[of]().join(_expected(), "node")
    return rows.filter(rows.value > rows.expected).drop("expected")


COUNTED = {
    "stay": "Customers who stayed here.",
    "wait": "Events here of which it is known which event of the customer went before.",
    "between": "Customers who came here after the place before.",
    "journey": "Customers.",
}


def figures(analysis: StaysAnalysis) -> Sequence[Figured]:
    """How many, the hours in the middle, of the slowest tenth and on average; and how many took too long."""
    rows = POPULATIONS[analysis.of]
    unit: Unit = "events" if analysis.of == "wait" else "customers"
    told = (
        Figured(unit, unit, "count", COUNTED[analysis.of], rows),
        Figured("median_hours", "hours", "median", "Median hours.", rows),
        Figured("p90_hours", "hours", "p90", "90th percentile of the hours: one of ten takes longer.", rows),
        Figured("mean_hours", "hours", "mean", "Mean hours.", rows),
    )
    if not any(place.expected_hours is not None for place in analysis.places):
        return told
    late, all = rows_with(over, analysis.of), rows_with(judged, analysis.of)
    by = ("customer", "position")
    words = "The share that took longer than expected."
    return (*told, Figured("over_expected", "share", "share", words, late, all, ("node",), by))


WORDS = {
    "stay": "Hours from a customer's first event at a place until the next event elsewhere; where nothing follows "
    "elsewhere, until the last event there, and a single event that nothing follows is no stay.",
    "wait": "Hours from a customer's event before to each event at a place.",
    "between": "Hours from a customer's first event at one place to the first event at the next place after it.",
    "journey": "Hours from a customer's first event to the last; a single event takes no time.",
}


def words(analysis: StaysAnalysis) -> str:
    """What is timed."""
    return WORDS[analysis.of]


def places(analysis: StaysAnalysis) -> tuple[Place, ...]:
    """The places, in order."""
    return tuple(place.at for place in analysis.places)


def _tables(put: PutAnalysis) -> dict[str, pa.Table]:
    """Places stand for nodes where there are any; for `between` each two that follow are an ask."""
    told = put.analysis.places
    expected = {number: place.expected_hours for number, place in enumerate(told) if place.expected_hours is not None}
    pairs = [put.places[at : at + 2] for at in range(len(told) - 1)] if put.analysis.of == "between" else []
    columns = [pa.array(expected.keys(), pa.int32()), pa.array(expected.values(), pa.float64())]
    return {"asked": asked_as_table(pairs), "expected": pa.table(columns, ["node", "expected"])}


def _nodes(
    analysis: StaysAnalysis, touchpoints: Mapping[str, Touchpoint], combinations: Sequence[Combination]
) -> Nodes:
    if not analysis.places:
        return nodes_by(analysis.by, touchpoints, combinations)
    at = [resolved(place.at, touchpoints, combinations)[0] for place in analysis.places]
    return nodes_at([place.id for place in analysis.places], [place.name for place in analysis.places], at)


WAY = Way({"node": "node"}, figures, words, places, nodes=_nodes, tables=_tables)
