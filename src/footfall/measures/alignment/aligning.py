"""Paths aligned to an acceptor at the lowest cost, many at once.

An event that shows a step and is taken for it costs 0 (a synchronous move), an event that is not taken for a step costs
1 (a log move), a required step that is passed over costs 1 (a model move), an optional one nothing: the standard cost
of alignments (Adriansyah, Aligning Observed and Modeled Behavior, 2014).

Of several alignments at the lowest cost one is taken by this rule: going along the path, an event is taken for a step
wherever that is possible at the lowest cost, and for the leftmost step when it shows several; of the ways between two
steps that which passes the fewest steps, then the leftmost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from footfall.measures.alignment.acceptor import BEGIN, FAR, Acceptor

Ints = NDArray[np.int32]

CELLS = 20_000_000  # states of all places in paths that are held at once
LOG = -1  # an event that is taken for no step


@dataclass(frozen=True)
class Paths:
    """Different paths: the symbols of all, one path after another, and where each begins; one more than there are."""

    symbols: Ints
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts) - 1


@dataclass(frozen=True)
class Aligned:
    """The alignment of each path: what it costs, and for each event the state that it was taken for, or LOG."""

    costs: Ints
    taken: Ints


def align(acceptor: Acceptor, shows: Sequence[Sequence[int]], paths: Paths) -> Aligned:
    """Align paths; `shows` gives the states that a symbol may be taken for, none for one that only costs."""
    table = _Table(acceptor, shows)
    aligned = Aligned(np.zeros(len(paths), np.int32), np.full(len(paths.symbols), LOG, np.int32))
    lengths = np.diff(paths.starts)
    for some in _portions(np.argsort(-lengths, kind="stable"), lengths, acceptor.end):
        places = _Places(paths, some, lengths[some])
        _choose(table, places, _left_to_pay(table, places), aligned)
    return aligned


class _Table:
    """An acceptor and its alphabet as arrays; a symbol that shows fewer steps than others shows the end, in vain."""

    def __init__(self, acceptor: Acceptor, shows: Sequence[Sequence[int]]) -> None:
        between = np.array([ways.costs for ways in acceptor.ways], np.int32)  # [from, to]
        self.ending = between[:, acceptor.end]
        nowhere = np.full((1, acceptor.end), FAR, np.int32)
        self.entering = np.concatenate([between[:, : acceptor.end].T, nowhere])  # [to, from]
        self.width = max((len(states) for states in shows), default=0)
        padded = [[*sorted(states), *[acceptor.end] * (self.width - len(states))] for states in shows]
        self.shows = np.array(padded, np.int32).reshape(len(shows), self.width)
        self.after = np.append(self.ending, 0)[np.newaxis]  # left to pay behind the end of a path, by state


class _Places:
    """The places of some paths, the longest first, so that those which reach a place are the first ones."""

    def __init__(self, paths: Paths, some: NDArray[np.int64], lengths: NDArray[np.int64]) -> None:
        self.some, self._starts, self._symbols = some, paths.starts[some], paths.symbols
        reached = np.bincount(lengths) if len(lengths) else np.zeros(1, np.int64)
        self.active = len(some) - np.cumsum(reached)[:-1]  # paths that are longer than each place

    def at(self, place: int) -> NDArray[np.int64]:
        """Where the events of a place stand among the symbols."""
        found: NDArray[np.int64] = self._starts[: self.active[place]] + place
        return found

    def symbols(self, place: int) -> Ints:
        """The symbols of a place."""
        return self._symbols[self.at(place)]


def _portions(order: NDArray[np.int64], lengths: NDArray[np.int64], states: int) -> Iterator[NDArray[np.int64]]:
    """The paths in portions that fit into memory."""
    portion = np.cumsum((lengths[order] + 1) * states) // CELLS
    yield from np.split(order, np.flatnonzero(np.diff(portion)) + 1)


def _left_to_pay(table: _Table, places: _Places) -> list[Ints]:
    """Reckon from the ends of the paths: for each place what is left to pay, by path and by the step done last."""
    left = np.repeat(table.after, len(places.some), axis=0)
    history = [left[:0, :-1]]
    for place in reversed(range(len(places.active))):
        count = places.active[place]
        rows, best = np.arange(count), left[:count, :-1] + 1
        for states in table.shows[places.symbols(place)].T:
            np.minimum(best, table.entering[states] + left[rows, states][:, np.newaxis], out=best)
        left[:count, :-1] = best
        history.append(best)
    return history[::-1]


def _choose(table: _Table, places: _Places, left: list[Ints], aligned: Aligned) -> None:
    """Go along the paths and take each event for a step where that costs no more than the least."""
    state = np.full(len(places.some), BEGIN, np.int32)
    pay = _then(table, left[0], state)
    aligned.costs[places.some] = pay
    for place, count in enumerate(places.active):
        here, least = state[:count], pay[:count]
        chosen, rest = np.full(count, LOG, np.int32), least - 1
        for states in table.shows[places.symbols(place)].T[::-1]:  # so that the leftmost is the last word
            then = _then(table, left[place + 1], states)
            fits = table.entering[states, here] + then == least
            chosen, rest = np.where(fits, states, chosen), np.where(fits, then, rest)
        aligned.taken[places.at(place)] = chosen
        state[:count], pay[:count] = np.where(chosen == LOG, here, chosen), rest


def _then(table: _Table, left: Ints, states: Ints) -> Ints:
    """What is left to pay in some states at the next place, for the paths that end here behind the end."""
    pay: Ints = table.after[0, states]
    count = min(len(left), len(states))
    pay[:count] = left[np.arange(count), np.minimum(states[:count], left.shape[1] - 1)]
    return pay
