"""What alignments say of each path: which steps and links were followed, and where it deviates from the map.

The four deviations are those of Halvorsrud, Kvale and Følstad (Improving Service Quality through Customer Journey
Analysis, 2016): a step that is *missing*, an event *ad hoc*, steps *out of order*, and one that *failed*. Beside them
stand a step that was done *again*, more often than it is drawn, and one at which a customer *stopped*: all that the map
requires behind the last step done is told as that one deviation, not as steps missing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from footfall.measures.alignment.acceptor import BEGIN, Acceptor
from footfall.measures.alignment.aligning import LOG, Ints
from footfall.measures.alignment.alphabet import FAILED, KIND, Kind

Longs = NDArray[np.int64]
NONE = -1
STEPS = 10_000  # more than a map has


class What(IntEnum):
    """What is said of a path at a step."""

    FOLLOWED = 0
    MISSING = 1
    AD_HOC = 2
    OUT_OF_ORDER = 3
    AGAIN = 4
    FAILED = 5
    STOPPED = 6


@dataclass(frozen=True)
class Rows:
    """What is said, one row each, all arrays of one length.

    Of which variant, what, and at which step; of an ad hoc event after which step, until which, and its kind. `place`
    orders the rows of a variant along its path.
    """

    variant: Longs
    what: Longs
    step: Longs
    until: Longs
    kind: Longs
    place: Longs

    def only(self, mask: Any) -> "Rows":
        """Some of the rows, or all in another order."""
        return Rows(*(column[mask] for column in vars(self).values()))


@dataclass(frozen=True)
class Moves:
    """From which step to which each variant went between two events taken for steps, the beginning and the end too."""

    variant: Longs
    source: Longs
    target: Longs
    place: Longs  # of the event taken for the target; behind the last one for the end


@dataclass(frozen=True)
class Told:
    """Aligned variants: the symbols of all, where each begins, and what each event was taken for."""

    symbols: Ints
    starts: Longs
    taken: Ints

    @cached_property
    def variant(self) -> Longs:
        """The variant of each event."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


def moves(acceptor: Acceptor, told: Told) -> Moves:
    """The moves of all variants."""
    done = np.flatnonzero(told.taken != LOG)
    who, target = told.variant[done], told.taken[done].astype(np.int64)
    source = np.where(np.diff(who, prepend=NONE) != 0, BEGIN, np.concatenate([[BEGIN], target])[: len(target)])
    everybody = np.arange(len(told.starts) - 1)
    last = np.full(len(everybody), BEGIN)
    last[who] = target  # of several the last one stays
    return Moves(
        np.concatenate([who, everybody]),
        np.concatenate([source, last]),
        np.concatenate([target, np.full(len(everybody), acceptor.end)]),
        np.concatenate([done, told.starts[1:]]),
    )


def followed_arcs(acceptor: Acceptor, went: Moves) -> tuple[Longs, Longs]:
    """(variant, arc) of each arc that was followed: between two steps done, passing over none that is required."""
    number = {arc: place for place, arc in enumerate(acceptor.arcs)}

    def arcs(source: int, target: int) -> list[int]:
        ways = acceptor.ways[source]
        states = [source, *ways.to(target), target]
        return [number[arc] for arc in pairwise(states)] if not ways.costs[target] else []

    which, found = _for_each_pair(acceptor, went, arcs)
    return went.variant[which], found


def rows(acceptor: Acceptor, kinds: Sequence[Kind], told: Told, went: Moves) -> Rows:
    """All that is said of the variants, in the order of their paths."""
    origins = np.array(acceptor.origins)
    shown = _shown(kinds)
    shown = np.where(shown == NONE, NONE, origins[shown])
    unplanned = np.flatnonzero(told.taken == LOG)
    is_drawn = shown[told.symbols[unplanned] // KIND, 0] != NONE
    taken = np.flatnonzero(told.taken != LOG)
    done = _at(told, taken, What.FOLLOWED, origins[told.taken[taken]])
    missing = _missing(acceptor, went)
    logs = _elsewhere(told, unplanned[is_drawn], shown, _key(missing))
    missing, logs = _paired(missing, logs, _key(done))
    missing, stopped = _stopped(told, origins[went.source], missing)
    found = [missing, stopped, done, logs, _failed(told, done), _failed(told, logs)]
    found.append(_ad_hoc(acceptor, told, unplanned[~is_drawn]))
    together = Rows(*(np.concatenate(column) for column in zip(*(vars(one).values() for one in found), strict=True)))
    return together.only(np.lexsort((together.what, together.place, together.variant)))


def _for_each_pair(
    acceptor: Acceptor, went: Moves, say: Callable[[int, int], Sequence[int]]
) -> tuple[NDArray[np.intp], Longs]:
    """What is said of each move by its source and target: the move and the value, one row for each value."""
    width = acceptor.end + 1
    pairs, which = np.unique(went.source * width + went.target, return_inverse=True)
    said = [say(*divmod(int(pair), width)) for pair in pairs]
    lengths = np.array([len(values) for values in said], np.int64)
    begins, values = np.cumsum(lengths) - lengths, np.array([value for one in said for value in one], np.int64)
    counts = lengths[which]
    move = np.repeat(np.arange(len(which)), counts)
    within = np.arange(len(move)) - np.repeat(np.cumsum(counts) - counts, counts)
    return move, values[begins[which[move]] + within]


def _missing(acceptor: Acceptor, went: Moves) -> Rows:
    def missed(source: int, target: int) -> list[int]:
        passed = acceptor.ways[source].to(target)
        return [acceptor.origins[state] for state in passed if not acceptor.free[state - 1]]

    which, steps = _for_each_pair(acceptor, went, missed)
    return _rows(went.variant[which], What.MISSING, steps, went.place[which] * 2)


def _rows(variant: Longs, what: What, step: Longs, place: Longs, kind: Any = NONE, until: Any = NONE) -> Rows:
    columns = (variant, what, step, until, kind, place)
    return Rows(*(np.array(column) for column in np.broadcast_arrays(*columns)))


def _at(told: Told, places: NDArray[np.intp], what: What, step: Longs) -> Rows:
    """Rows of events."""
    return _rows(told.variant[places], what, step.astype(np.int64), places * 2 + 1)


def _shown(kinds: Sequence[Kind]) -> Longs:
    width = max([1, *(len(kind.shows) for kind in kinds)])
    padded = [[*kind.shows, *[NONE] * (width - len(kind.shows))] for kind in kinds]
    return np.array(padded, np.int64).reshape(len(kinds), width)


def _key(rows: Rows) -> Longs:
    """One number for the variant and the step."""
    return rows.variant * STEPS + rows.step


def _elsewhere(told: Told, places: NDArray[np.intp], shown: Longs, missing: Longs) -> Rows:
    """Events that show steps and were taken for none, each at the leftmost of its steps that is missing, if any is."""
    states = shown[told.symbols[places] // KIND]
    keys = told.variant[places][:, np.newaxis] * STEPS + states
    is_missing = (_count(missing, keys) > 0) & (states != NONE)
    chosen = states[np.arange(len(places)), np.argmax(is_missing, axis=1)]
    return _at(told, places, What.AGAIN, chosen)


def _paired(missing: Rows, logs: Rows, done: Longs) -> tuple[Rows, Rows]:
    """A step missing here and done there is one step out of order, and so is one that was never done in its place."""
    absent, done_elsewhere = _key(missing), _key(logs)
    is_paired = _rank(done_elsewhere) < _count(absent, done_elsewhere)
    is_odd = is_paired | (_count(done, done_elsewhere) == 0)
    told = _rows(logs.variant, What.AGAIN, logs.step, logs.place)
    told.what[is_odd] = What.OUT_OF_ORDER
    return missing.only(_rank(absent) >= _count(done_elsewhere, absent)), told


def _stopped(told: Told, came_from: Longs, missing: Rows) -> tuple[Rows, Rows]:
    """What is missing on the way to the end is one row at the step done last; at the beginning, where none was done."""
    ends = told.starts[1:]
    is_last = missing.place == ends[missing.variant] * 2
    who = np.unique(missing.variant[is_last])
    last = came_from[len(came_from) - len(ends) :]  # the moves to the end, one of each variant, come last
    return missing.only(~is_last), _rows(who, What.STOPPED, last[who], ends[who] * 2)


def _rank(keys: Longs) -> Longs:
    """How many of the same key come before each."""
    order = np.argsort(keys, kind="stable")
    begins = np.diff(keys[order], prepend=NONE) != 0
    places = np.arange(len(keys))
    ranks = np.empty(len(keys), np.int64)
    ranks[order] = places - np.maximum.accumulate(np.where(begins, places, 0))
    return ranks


def _count(among: Longs, keys: Longs) -> Longs:
    """How many there are of each key among others."""
    ordered = np.sort(among)
    return np.searchsorted(ordered, keys, side="right") - np.searchsorted(ordered, keys, side="left")


def _failed(told: Told, rows: Rows) -> Rows:
    """Those of the events whose promise was broken or that mean failure."""
    failed = rows.only(told.symbols[rows.place // 2] & FAILED != 0)
    failed.what[:] = What.FAILED
    return failed


def _ad_hoc(acceptor: Acceptor, told: Told, places: NDArray[np.intp]) -> Rows:
    """Events that show no step, between the steps done before and after them."""
    done, variant = np.flatnonzero(told.taken != LOG), told.variant
    at = np.searchsorted(done, places)
    steps = np.append(np.array(acceptor.origins)[told.taken[done]], acceptor.end)
    whose = np.append(variant[done], NONE)
    before = np.where((at > 0) & (whose[at - 1] == variant[places]), steps[at - 1], BEGIN)
    after = np.where(whose[at] == variant[places], steps[at], acceptor.end)
    kind = told.symbols[places] // KIND
    return _rows(variant[places], What.AD_HOC, before, places * 2 + 1, kind, after)
