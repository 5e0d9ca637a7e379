"""Contrast: numbers of two groups side by side, which of them differ, how much, and how sure that is.

Shares, means, scores of promoters and medians are compared each in its own way (differences.py). All comparisons of one
contrast are corrected together for their number; those that differ come first, the largest effect before the others.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from typing import Any, Literal

import numpy as np
import pyarrow as pa
from ibis import _
from scipy import special

from footfall.measures import differences
from footfall.measures.analysed import Contrasted, Figure
from footfall.measures.differences import Bounded, Difference, Order, Sums
from footfall.measures.measure import Unit
from footfall.measures.statistics import TAIL, Z

DIFFERS = 0.05  # the q up to which a difference is called one

How = Literal["share", "mean", "points", "median"]


@dataclass(frozen=True)
class Pair:
    """One number of both groups; `order` says how their values stand among each other, where they can be ordered."""

    how: How
    unit: Unit
    first: Figure
    second: Figure
    order: Order | None = None

    @property
    def is_too_few(self) -> bool:
        """Whether a side is too small to say anything."""
        return any(one.too_few or one.value is None for one in (self.first, self.second))


@dataclass(frozen=True)
class Compared:
    """A pair, its difference, and what is said of it."""

    pair: Pair
    difference: Figure
    contrasted: Contrasted


def compare(pairs: Sequence[Pair], sentence: Callable[[int, Contrasted], str]) -> list[tuple[int, Compared]]:
    """Compare all pairs; with the place that each had, those that differ first. `sentence` says a pair in words."""
    found = [None if pair.is_too_few else _difference(pair) for pair in pairs]
    tested = [place for place, one in enumerate(found) if one is not None and one.p is not None]
    rates = differences.false_discovery_rates([found[place].p for place in tested])  # type: ignore[union-attr, misc]
    q = dict(zip(tested, rates, strict=True))
    told = []
    for place, (pair, one) in enumerate(zip(pairs, found, strict=True)):
        says = _contrasted(pair, one, q.get(place))
        told.append(
            (place, Compared(pair, _figure(pair, one), says.model_copy(update={"words": sentence(place, says)})))
        )
    return sorted(told, key=lambda item: _rank(item[1].contrasted))


def _difference(pair: Pair) -> Difference:
    a, b = pair.first, pair.second
    effect = differences.dominance(pair.order) if pair.order else None
    match pair.how:
        case "share":
            hits, other = round((a.value or 0) * a.n), round((b.value or 0) * b.n)
            return differences.of_shares(hits, a.n, other, b.n)
        case "mean":
            return differences.of_means(_sums(a, student=True), _sums(b, student=True), effect)
        case "points":
            return differences.of_promoters(_sums(a, student=False), _sums(b, student=False), effect)
        case "median":
            order = pair.order or Order(a.n, b.n, a.n * b.n / 2, 0)
            return differences.of_medians(_bounded(a), _bounded(b), order)


def _bounded(one: Figure) -> Bounded:
    return Bounded(one.value or 0.0, one.low, one.high)


def _sums(one: Figure, *, student: bool) -> Sums:
    """The sums behind a mean: its interval is as wide as the variance of its values says."""
    mean, n = one.value or 0.0, one.n
    half = max((one.high if one.high is not None else mean) - mean, mean - (one.low if one.low is not None else mean))
    quantile = float(special.stdtrit(n - 1, 1 - TAIL)) if student and n > 1 else Z
    spread = (half / quantile) ** 2 * n * (n - 1 if student else n)  # the sum of squares around the mean
    return Sums(n, mean, spread + n * mean * mean)


def _contrasted(pair: Pair, one: Difference | None, q: float | None) -> Contrasted:
    if one is None:
        return Contrasted(effect=None, effect_is=_effect(pair), p=None, q=None, differs=False)
    return Contrasted(effect=one.effect, effect_is=_effect(pair), p=one.p, q=q, differs=q is not None and q <= DIFFERS)


def _effect(pair: Pair) -> Literal["h", "delta"]:
    return "h" if pair.how == "share" else "delta"


def _figure(pair: Pair, one: Difference | None) -> Figure:
    n, counted = pair.first.n + pair.second.n, (pair.first.customers, pair.second.customers)
    customers = None if None in counted else sum(filter(None, counted))
    if one is None:
        return Figure(value=None, unit=pair.unit, n=n, customers=customers, too_few=True)
    return Figure(value=one.value, unit=pair.unit, low=one.low, high=one.high, n=n, customers=customers, too_few=False)


def _rank(says: Contrasted) -> tuple[int, float]:
    """What differs, then what was compared, then what is too few; the largest effect first."""
    group = 0 if says.differs else 1 if says.p is not None else 2
    return group, -strength(says)


def strength(says: Contrasted) -> float:
    """How large an effect is, of one kind for all: Cliff's delta as the Cohen's d of as little overlap (Cliff 1993)."""
    if says.effect is None:
        return 0.0
    if says.effect_is == "h":
        return abs(says.effect)
    return sqrt(2) * float(special.ndtri(min(1 - 1e-9, (abs(says.effect) + 1) / 2)))


@cache
def spread(rows: Callable[[], Any], keys: tuple[str, ...]) -> Any:
    """How often each value is in the population of each key."""
    population = rows()
    return population.group_by(*keys, "value").agg(times=_.count())


def orders(first: pa.Table, second: pa.Table, keys: Sequence[str]) -> dict[tuple[Any, ...], Order]:
    """How the values of two groups stand among each other, for each key that both have; tables as `spread` gives."""
    sides = [_by_key(table, keys) for table in (first, second)]
    return {key: _order(sides[0][key], sides[1][key]) for key in sides[0].keys() & sides[1].keys()}


Counts = tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]  # values, and how often each


def _by_key(table: pa.Table, keys: Sequence[str]) -> dict[tuple[Any, ...], Counts]:
    if not table.num_rows:
        return {}
    ordered = table.sort_by([(key, "ascending") for key in keys])
    values, times = ordered["value"].to_numpy(), ordered["times"].to_numpy()
    codes = [ordered[key].combine_chunks().dictionary_encode().indices.to_numpy() for key in keys]
    is_new = np.logical_or.reduce([np.diff(code) != 0 for code in codes])
    starts = [0, *(np.flatnonzero(is_new) + 1)]
    named = [tuple(ordered[key][int(start)].as_py() for key in keys) for start in starts]
    ends = [*starts[1:], len(values)]
    return {key: (values[a:b], times[a:b]) for key, a, b in zip(named, starts, ends, strict=True)}


def _order(first: Counts, second: Counts) -> Order:
    values = np.union1d(first[0], second[0])
    return differences.order(_spread_over(values, first), _spread_over(values, second))


def _spread_over(values: Any, counts: Counts) -> Any:
    found = np.zeros(len(values))
    found[np.searchsorted(values, counts[0])] = counts[1]
    return found
