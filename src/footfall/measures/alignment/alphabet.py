"""What the events of a dataset are to a map: the steps that they show, else what they are called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from footfall.measures.alignment.aligning import Ints
from footfall.measures.covered import Cover
from footfall.measures.places import fails

SHARES, FAILED, KIND = 1, 2, 4  # a symbol: the kind of an event times 4, and these two marks

CODED = pa.schema([("combination", pa.int32()), ("kind", pa.int64()), ("failing", pa.bool_())])


@dataclass(frozen=True)
class Kind:
    """Events that are the same to a map."""

    shows: tuple[int, ...]  # states of the steps that they may be taken for, from left to right
    node: str  # the touchpoint that takes them, else event:<name>
    events: tuple[str, ...]  # what the data call them
    is_bound: bool  # whether a touchpoint takes them


@dataclass(frozen=True)
class Alphabet:
    """The kinds of events of a dataset, and the kind of each combination."""

    kinds: tuple[Kind, ...]
    coded: pa.Table

    def shows(self) -> list[tuple[int, ...]]:
        """For each kind the states that it may be taken for."""
        return [kind.shows for kind in self.kinds]


def kinds_at(cover: Cover, places: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How many kinds of events, as the data name them, show each step."""
    named: dict[str, set[str]] = {}
    for one in cover.combinations:
        for touchpoint in cover.takers[one.number] if one.events else ():
            named.setdefault(touchpoint, set()).add(one.event)
    return {step: len(set().union(*(named.get(one, set()) for one in place))) for step, place in places.items()}


def alphabet(cover: Cover, places: Mapping[str, Sequence[str]], steps: Sequence[str]) -> Alphabet:
    """The kinds of events of a dataset; `places` names the touchpoints of each step that has any."""
    at: dict[str, list[int]] = {}
    for state, step in enumerate(steps, 1):
        for touchpoint in places.get(step, ()):
            at.setdefault(touchpoint, []).append(state)
    found: dict[tuple[tuple[int, ...], str, bool], int] = {}
    names: list[dict[str, None]] = []
    coded = []
    for one in cover.combinations:
        takers = cover.takers[one.number]
        shows = tuple(sorted({state for touchpoint in takers for state in at.get(touchpoint, ())}))
        key = (shows, takers[0] if takers else f"event:{one.event}", bool(takers))
        number = found.setdefault(key, len(found))
        names[number:] = names[number:] or [{}]
        names[number][one.event] = None
        failing = any(fails(cover.touchpoints[id], one) for id in takers)
        coded.append({"combination": one.number, "kind": number, "failing": failing})
    kinds = [Kind(shows, node, tuple(called), bound) for (shows, node, bound), called in zip(found, names, strict=True)]
    return Alphabet(tuple(kinds), pa.Table.from_pylist(coded, CODED))


def as_drawn(symbols: Ints, starts: Any, states: Ints, stays: Any) -> Any:
    """The order in which the events of each path are read: where a day's order is not known, as the map draws it.

    `states` is the leftmost step that each event shows, `stays` says of each state whether it holds several events in a
    row. Gives the places of the events in their new order: of events of one step that does not, the second comes after
    the first of all others, as when the steps of a day were gone through twice.
    """
    places = np.arange(len(symbols))
    begins = symbols & SHARES == 0
    begins[starts[:-1][np.diff(starts) > 0]] = True
    day = np.cumsum(begins)
    alike = np.lexsort((places, states, day))
    turns = (np.diff(day[alike], prepend=-1) != 0) | (np.diff(states[alike], prepend=-1) != 0)
    rounds = np.empty(len(symbols), np.int64)
    rounds[alike] = places - np.maximum.accumulate(np.where(turns, places, 0))
    return np.lexsort((places, states, np.where(stays[states], 0, rounds), day))
