"""All paths of a dataset laid beside a map: by variants, and what is said of each."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyarrow as pa

from footfall.measures.alignment import deviations
from footfall.measures.alignment.acceptor import Acceptor
from footfall.measures.alignment.aligning import LOG, Ints, Paths, align
from footfall.measures.alignment.alphabet import KIND, SHARES, Alphabet, as_drawn
from footfall.measures.alignment.deviations import NONE, Longs, Rows, Told
from footfall.measures.alignment.tables import lists

LONGEST = 20_000  # events of a path that show steps; longer ones are of machines, and are left out and counted


@dataclass(frozen=True)
class Laid:
    """Variants laid beside a map; arrays by variant, unless another length is said."""

    weights: Longs  # customers
    customers: Longs  # of all variants, one variant after another
    costs: Longs
    worst: Longs  # what would cost most: no event taken for a step, and all required steps of the shortest way missing
    rows: Rows
    arcs: tuple[Longs, Longs]  # (variant, arc) of each arc followed
    unmapped: tuple[Longs, Longs]  # (variant, kind) of each event that no touchpoint takes
    left_out: int  # customers whose path is too long

    @property
    def fit(self) -> Any:
        """From 0 to 1: how little a path costs beside what it could cost at most."""
        return 1 - self.costs / np.maximum(self.worst, 1)

    def counted(self, variants: Longs) -> tuple[int, Longs]:
        """How many customers some variants have; a variant may stand there several times."""
        different = np.unique(variants)
        return int(self.weights[different].sum()), different

    def by(self, variants: Longs, keys: Longs) -> dict[int, tuple[int, int]]:
        """For each key its rows and its customers."""
        width = len(self.weights) or 1
        pairs, times = np.unique(keys * width + variants, return_counts=True)
        found: dict[int, tuple[int, int]] = {}
        names, begins = np.unique(pairs // width, return_index=True)
        weights = self.weights[pairs % width] if len(pairs) else np.zeros(0, np.int64)
        if not len(names):
            return found
        events, customers = np.add.reduceat(weights * times, begins), np.add.reduceat(weights, begins)
        return dict(zip(names.tolist(), zip(events.tolist(), customers.tolist(), strict=True), strict=True))

    def members(self, variants: Longs, values: Any) -> pa.Table:
        """(customer, value) of the customers of different variants."""
        begins = np.cumsum(self.weights) - self.weights
        counts = self.weights[variants]
        within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        customers = self.customers[np.repeat(begins[variants], counts) + within]
        valued = np.repeat(np.asarray(values, np.float64), counts)
        return pa.table({"customer": pa.array(customers, pa.int32()), "value": pa.array(valued)})


def lay(acceptor: Acceptor, alphabet: Alphabet, found: pa.Table, *, unmapped: bool) -> Laid:
    """Lay the variants of a dataset beside a map; `unmapped`: whether events that no touchpoint takes cost anything."""
    shown = np.array([bool(kind.shows) for kind in alphabet.kinds], bool)
    bound = np.array([kind.is_bound for kind in alphabet.kinds], bool)
    read = _read(acceptor, alphabet, found, shown)
    kinds, variant = read.symbols // KIND, read.variant
    costs, taken = _aligned(acceptor, alphabet, read, shown[kinds])
    told = Told(read.symbols, read.starts, taken)
    costing = ~shown[kinds] & (bound[kinds] | unmapped)
    extra = np.bincount(variant[costing], minlength=len(read.weights))
    possible = np.bincount(variant[costing | shown[kinds]], minlength=len(read.weights))
    went = deviations.moves(acceptor, told)
    rows = deviations.rows(acceptor, alphabet.kinds, told, went)
    return Laid(
        weights=read.weights,
        customers=read.customers,
        costs=costs + extra,
        worst=possible + acceptor.shortest,
        rows=rows.only((rows.kind == NONE) | bound[rows.kind] | unmapped),
        arcs=deviations.followed_arcs(acceptor, went),
        unmapped=(variant[~bound[kinds]], kinds[~bound[kinds]].astype(np.int64)),
        left_out=read.left_out,
    )


@dataclass(frozen=True)
class _Read:
    """Variants as they are read."""

    symbols: Ints
    starts: Longs
    customers: Longs
    weights: Longs
    left_out: int = 0

    @property
    def variant(self) -> Longs:
        return np.repeat(np.arange(len(self.weights)), np.diff(self.starts))

    def only(self, keep: Any) -> "_Read":
        """Some of the variants; the customers of the others are counted."""
        symbols = self.symbols[np.repeat(keep, np.diff(self.starts))]
        starts = np.concatenate([[0], np.cumsum(np.diff(self.starts)[keep])])
        customers = self.customers[np.repeat(keep, self.weights)]
        return _Read(symbols, starts, customers, self.weights[keep], int(self.weights[~keep].sum()))


def _read(acceptor: Acceptor, alphabet: Alphabet, found: pa.Table, shown: Any) -> _Read:
    symbols, starts = lists(found["path"], np.int32)
    customers, whose = lists(found["customers"], np.int64)
    read = _Read(symbols, starts, customers, np.diff(whose))
    lengths = np.diff(_before(shown[symbols // KIND])[starts])
    if (lengths > LONGEST).any():
        read = read.only(lengths <= LONGEST)
    if not (read.symbols & SHARES).any():
        return read
    leftmost = np.array([kind.shows[0] if kind.shows else acceptor.end for kind in alphabet.kinds])
    stays = np.array([(state, state) in acceptor.arcs for state in range(acceptor.end)] + [True])
    order = as_drawn(read.symbols, read.starts, leftmost[read.symbols // KIND], stays)
    return replace(read, symbols=read.symbols[order])


def _before(mask: Any) -> Longs:
    """How many hold before each place."""
    return np.concatenate([[0], np.cumsum(mask)])


def _aligned(acceptor: Acceptor, alphabet: Alphabet, read: _Read, shown: Any) -> tuple[Ints, Ints]:
    """What each path costs and each event is taken for; those that show no step only cost, and need not be aligned."""
    paths = Paths(read.symbols[shown] // KIND, _before(shown)[read.starts])
    taken = np.full(len(read.symbols), LOG, np.int32)
    found = align(acceptor, alphabet.shows(), paths)
    taken[shown] = found.taken
    return found.costs, taken
