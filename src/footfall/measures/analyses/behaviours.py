"""Loops, rework, back-and-forth, dead ends and hand-overs: what customers do that a smooth journey has little of.

All claim only what must have been so: where only the day is known, no order is made up.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.journey.analyses import BehavioursAnalysis
from footfall.journey.questions import Place
from footfall.measures.analyses.reach import customers_there
from footfall.measures.analyses.walking import following, number, unplaced
from footfall.measures.nodes import ANY, ENDED, UNKNOWN
from footfall.measures.tables import at_place, hours_between
from footfall.measures.tabulating import Figured, rows_with
from footfall.measures.ways import PutAnalysis, Way

KEYS = ("behaviour", "node", "other")


@cache
def happened(kinds: tuple[str, ...]) -> Any:
    """(behaviour, node, other, customer, value, at, hours): each time that something of these kinds happened.

    | behaviour | node | other | hours |
    |---|---|---|---|
    | rework | met again straight away | ANY | from one to the next |
    | loop | met again after the customer had gone elsewhere | ANY | from leaving until coming back |
    | back-and-forth | met again after one event elsewhere | where that was | from leaving until coming back |
    | hand-over | from which the very next event was elsewhere | where that was | from one to the next |
    | dead-end | the last event, at no expected end | ANY | none |
    """
    each = [POPULATIONS[kind]().mutate(behaviour=ibis.literal(kind)) for kind in kinds]
    told = ibis.union(*(rows.select(*KEYS, "customer", "at", "hours", value=1) for rows in each))
    return told.semi_join(_named(), "node")


@cache
def customers_who_did(kinds: tuple[str, ...]) -> Any:
    """(behaviour, node, other, customer, value, at): each customer once, the first time."""
    return happened(kinds).group_by(*KEYS, "customer").agg(at=_["at"].min()).mutate(value=1)


@cache
def timed(kinds: tuple[str, ...]) -> Any:
    """Those times of which the hours are known."""
    rows = happened(kinds).filter(_.hours.notnull())
    return rows.mutate(value=rows.hours)


@cache
def _named() -> Any:
    """All nodes but that of events without a channel or a team."""
    return ibis.table({"node": "int32"}, name="named")


@cache
def _again() -> Any:
    """Each event at a node that the customer had met before, beside the last time before."""
    path = ibis.window(group_by=["customer", "node"], order_by="position")
    rows = following().select("customer", "node", "next_node", "position", "earliest", "time")
    rows = rows.mutate(
        left=rows.position.lag().over(path),
        left_at=rows.time.lag().over(path),
        left_for=rows.next_node.lag().over(path),
    )
    again = rows.filter(rows.left.notnull() & (rows.left_for != UNKNOWN))
    return again.mutate(hours=hours_between(again.left_at, again.time), at=again.time, other=number(ANY))


@cache
def _rework() -> Any:
    return _again().filter(_.left_for == _.node)


@cache
def _loops() -> Any:
    return _again().filter((_.left_for != _.node) & (_.earliest > _.left + 1))


@cache
def _back_and_forth() -> Any:
    """There, elsewhere for one event, and back; both steps are known."""
    rows = _again().filter((_.left_for != _.node) & (_.position == _.left + 2) & (_.earliest == _.position))
    return rows.anti_join(unplaced(), ["customer", "position"]).mutate(other=_.left_for)


@cache
def _handed_over() -> Any:
    """Steps straight from one node to another; to nobody's there is no hand-over."""
    went = following().filter(_.node != _.next_node).semi_join(_named().rename(next_node="node"), "next_node")
    return went.mutate(other=went.next_node, at=went.next_time, hours=hours_between(went.time, went.next_time))


@cache
def _dead_ends() -> Any:
    """Last events of paths that are at no place where a journey may end."""
    last = following().filter(_.next_node == ENDED).anti_join(at_place(0), "combination")
    return last.mutate(other=number(ANY), at=last.time, hours=ibis.null("float64"))


POPULATIONS: dict[str, Callable[[], Any]] = {
    "rework": _rework,
    "loop": _loops,
    "back-and-forth": _back_and_forth,
    "hand-over": _handed_over,
    "dead-end": _dead_ends,
}


def kinds_of(analysis: BehavioursAnalysis) -> tuple[str, ...]:
    """What is looked for: hand-overs between channels and teams alone, dead ends where ends are named."""
    handed = ("hand-over",) if analysis.by in {"channel", "team"} else ()
    return ("rework", "loop", "back-and-forth", *handed, *(("dead-end",) if analysis.ends else ()))


def figures(analysis: BehavioursAnalysis) -> Sequence[Figured]:
    """How many customers, which share of those who were there, how often, and the time that it took."""
    kinds = kinds_of(analysis)
    did, times = rows_with(customers_who_did, kinds), rows_with(happened, kinds)
    return (
        Figured("customers", "customers", "count", "Customers who did this at least once.", did),
        Figured(
            "share", "share", "share", "Of all customers with an event here, the share who did.", did, customers_there,
            ("node",),
        ),
        Figured("times", "events", "count", "How often it happened.", times),
        Figured("median_hours", "hours", "median", "Median hours that it took each time.", rows_with(timed, kinds)),
    )  # fmt: skip


def words(analysis: BehavioursAnalysis) -> str:
    """What is looked for."""
    said = [
        "Rework: the same place again with the very next event.",
        "Loop: back at a place after having gone elsewhere.",
        "Back-and-forth: there, elsewhere for one event, and back.",
    ]
    if analysis.by in {"channel", "team"}:
        said.append(f"Hand-over: the very next event was in another {analysis.by}.")
    if analysis.ends:
        said.append("Dead end: the last event was not at {0}.")
    return " ".join(said)


def places(analysis: BehavioursAnalysis) -> tuple[Place, ...]:
    """Where a journey may end."""
    return (analysis.ends,) if analysis.ends else ()


def _tables(put: PutAnalysis) -> dict[str, pa.Table]:
    return {"named": pa.table([pa.array(put.nodes.named(), pa.int32())], ["node"])}


WAY = Way({"behaviour": "text", "node": "node", "other": "node"}, figures, words, places, tables=_tables)
