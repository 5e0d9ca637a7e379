"""Nodes: what an event is in a picture of paths, as a number in tables and as a text outside of them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import ibis
import pyarrow as pa

from footfall.journey.analyses import By
from footfall.journey.questions import EVENT
from footfall.journey.records import Touchpoint
from footfall.measures.places import Combination, bound
from footfall.measures.tables import events

CHANNEL = "channel:"  # before the name of a channel, where events are seen as their channels
TEAM = "team:"  # before the name of a team, where events are seen as the teams of their touchpoints

# Numbers of what is no node of the data, and how they are told outside of tables.
ANY, ENDED, UNKNOWN, REST, NOWHERE = -1, -2, -3, -4, -5
BESIDE = {
    ANY: ("", ""),  # none, or whichever
    ENDED: (":ended", "the end"),  # nothing followed, or nothing went before
    UNKNOWN: (":unknown", "not known"),  # only the day is known, and not what came first on it
    REST: (":rest", "the rest"),  # nodes that are too rare to be told apart
}

NODES = pa.schema([("combination", pa.int32()), ("node", pa.int32())])


@dataclass(frozen=True)
class Nodes:
    """The nodes of a dataset, by their numbers; `of` says which node each combination is."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    of: tuple[tuple[int, int], ...]  # combination, node
    note: str = ""

    def id(self, number: int) -> str:
        """The text that names a node outside of tables; empty for none or any."""
        return self.ids[number] if number >= 0 else BESIDE[number][0]

    def name(self, number: int) -> str:
        """What people call a node."""
        return self.names[number] if number >= 0 else BESIDE[number][1]

    def number(self, id: str) -> int:
        """The number of a node; NOWHERE when there is none."""
        beside = {told: number for number, (told, _) in BESIDE.items()}
        return self.ids.index(id) if id in self.ids else beside.get(id, NOWHERE)

    def named(self) -> tuple[int, ...]:
        """The numbers of all nodes but that of events without a channel or a team."""
        return tuple(number for number, id in enumerate(self.ids) if id not in {CHANNEL, TEAM})

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


def nodes_at(ids: Sequence[str], names: Sequence[str], places: Sequence[Collection[int]]) -> Nodes:
    """Named places as nodes, numbered in their order; an event may be at several, or at none."""
    of = tuple((combination, number) for number, place in enumerate(places) for combination in sorted(place))
    return Nodes(tuple(ids), tuple(names), of)


def nodes_by(
    by: By | Literal["team"], touchpoints: Mapping[str, Touchpoint], combinations: Sequence[Combination]
) -> Nodes:
    """See the events of a dataset as touchpoints, as themselves, as channels, or as the teams of their touchpoints.

    An event that no touchpoint takes is a node of its own, so that none is left out.
    """
    taken, twice = _taken(touchpoints, combinations) if by in {"touchpoint", "team"} else ({}, set())
    if by == "team":
        taken = {number: f"{TEAM}{touchpoints[id].team}" for number, id in taken.items()}
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


def _written(by: By | Literal["team"], one: Combination) -> str:
    match by:
        case "channel":
            return f"{CHANNEL}{one.channel}"
        case "team":
            return TEAM
        case _:
            return f"{EVENT}{one.event}"


def _note(twice: set[str]) -> str:
    if not twice:
        return ""
    some = ", ".join(f"“{event}”" for event in sorted(twice)[:3])
    rest = f" and {len(twice) - 3} more" if len(twice) > 3 else ""
    return f"Several touchpoints take {some}{rest}: each stands at the first of them in the library."
