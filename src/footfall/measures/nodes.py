"""Nodes: what an event is in a picture of paths, as a number in tables and as a text outside of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.journey.analyses import By
from footfall.journey.questions import EVENT
from footfall.journey.records import Touchpoint
from footfall.measures.places import Combination, bound
from footfall.measures.tables import events

CHANNEL = "channel:"  # before the name of a channel, where events are seen as their channels

NODES = pa.schema([("combination", pa.int32()), ("node", pa.int32())])


@dataclass(frozen=True)
class Nodes:
    """The nodes of a dataset, by their numbers; `of` says which node each combination is."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    of: tuple[tuple[int, int], ...]  # combination, node
    note: str = ""

    def id(self, number: int) -> str:
        """The text that names a node outside of tables; empty for none, -1."""
        return self.ids[number] if number >= 0 else ""

    def number(self, id: str) -> int:
        """The number of a node; -1 when there is none."""
        return self.ids.index(id) if id in self.ids else -1

    def table(self) -> pa.Table:
        """The table behind `nodes()`."""
        columns = zip(*self.of, strict=True) if self.of else ((), ())
        return pa.table([pa.array(column, pa.int32()) for column in columns], NODES)


@cache
def nodes() -> Any:
    """(combination, node): which node each combination is."""
    return ibis.table({"combination": "int32", "node": "int32"}, name="nodes")


@cache
def events_as_nodes() -> Any:
    """The events with the node that each one is."""
    return events.join(nodes(), "combination")


@cache
def counted() -> Any:
    """(node, events, customers): how often each node happened, and to how many; the most frequent first."""
    by_node = events_as_nodes().group_by("node").agg(events=_.count(), customers=_.customer.nunique())
    return by_node.order_by(_.events.desc(), "node")


def nodes_by(by: By, touchpoints: Mapping[str, Touchpoint], combinations: Sequence[Combination]) -> Nodes:
    """See the events of a dataset as touchpoints, as themselves, or as channels.

    An event that no touchpoint takes is a node of its own, so that none is left out.
    """
    taken, twice = _taken(touchpoints, combinations) if by == "touchpoint" else ({}, set())
    written = {one.number: taken.get(one.number) or _written(by, one) for one in combinations}
    ids = {id: number for number, id in enumerate(dict.fromkeys(written.values()))}
    names = tuple(touchpoints[id].name if id in touchpoints else id.partition(":")[2] for id in ids)
    return Nodes(tuple(ids), names, tuple((number, ids[id]) for number, id in written.items()), _note(twice))


def _taken(
    touchpoints: Mapping[str, Touchpoint], combinations: Sequence[Combination]
) -> tuple[dict[int, str], set[str]]:
    """Which touchpoint takes each combination, the first of the library; and the events that several take."""
    taken: dict[int, str] = {}
    twice: set[int] = set()
    for id, touchpoint in touchpoints.items():
        matched = bound(touchpoint, combinations)
        twice |= matched & taken.keys()
        taken |= {number: id for number in matched if number not in taken}
    return taken, {one.event for one in combinations if one.number in twice and one.events}


def _written(by: By, one: Combination) -> str:
    return f"{CHANNEL}{one.channel}" if by == "channel" else f"{EVENT}{one.event}"


def _note(twice: set[str]) -> str:
    if not twice:
        return ""
    some = ", ".join(f"“{event}”" for event in sorted(twice)[:3])
    rest = f" and {len(twice) - 3} more" if len(twice) > 3 else ""
    return f"Several touchpoints take {some}{rest}: each stands at the first of them in the library."
