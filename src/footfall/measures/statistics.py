"""Intervals: how far the number may be off, as it is one sample of what customers do. All are 95 %, two-sided."""

from math import sqrt
from typing import Any

import numpy as np
from scipy import special  # not scipy.stats, which takes four times as long to load as all that a question needs

CONFIDENCE = 0.95
TAIL = (1 - CONFIDENCE) / 2
Z = float(special.ndtri(1 - TAIL))

Numbers = np.ndarray[Any, np.dtype[Any]]
Interval = tuple[float | None, float | None]
UNKNOWN: Interval = (None, None)


def share_interval(hits: float, n: int) -> Interval:
    """Wilson's score interval of a share (Wilson 1927, without continuity correction)."""
    if n == 0:
        return UNKNOWN
    k, scale = round(hits), 2 * (n + Z * Z)
    centre, half = (2 * k + Z * Z) / scale, Z * sqrt(4 * k * (n - k) / n + Z * Z) / scale
    return (centre - half if k > 0 else 0.0), (centre + half if k < n else 1.0)


def mean_interval(n: int, mean: float, squares: float) -> Interval:
    """Student's interval of a mean, from the sum of squares of the values; unknown for fewer than two."""
    if n < 2:
        return UNKNOWN
    variance = max(0.0, squares - n * mean * mean) / (n - 1)
    half = float(special.stdtrit(n - 1, 1 - TAIL)) * sqrt(variance / n)
    return mean - half, mean + half


def effective_number(weights: float, squares: float) -> int:
    """How many answers of equal weight would tell as much as weighted ones (Kish 1965): (Σw)² / Σw².

    The interval of a weighted number is that of as many answers; `squares` is the sum of the squares of the weights.
    """
    return int(weights**2 / squares + 1e-9) if squares else 0


def promoter_interval(n: int, score: float, squares: float) -> Interval:
    """Interval of a Net Promoter Score in points: normal, with the variance p⁺ + p⁻ - (p⁺ - p⁻)².

    `squares` is the sum of squares of the values 100, 0 and -100, so that squares / n / 100² = p⁺ + p⁻.
    """
    if n < 2:
        return UNKNOWN
    variance = max(0.0, squares / n - score * score)
    half = Z * sqrt(variance / n)
    return max(-100.0, score - half), min(100.0, score + half)


def quantile_ranks(n: int, p: float) -> tuple[int, int, float]:
    """The ranks (from 1) between which the p-quantile of n sorted values lies, and how far it lies beyond the first."""
    below, above, beyond = ranks_around(np.asarray(n), p)
    return int(below), int(above), float(beyond)


def ranks_around(n: Numbers, p: float) -> tuple[Numbers, Numbers, Numbers]:
    """The same of many.

    Linear interpolation: type 7 of Hyndman and Fan (1996), what most programs call the median and percentile.
    """
    place = (n - 1) * p
    below = np.floor(place)
    return below + 1, np.minimum(below + 2, n), place - below


def quantile_interval_ranks(n: int, p: float) -> tuple[int | None, int | None]:
    """The ranks of the values that bound a quantile; None where n is too small for a bound."""
    low, high = bounding_ranks(np.asarray(n), p)
    return int(low) or None, int(high) or None


def bounding_ranks(n: Numbers, p: float) -> tuple[Numbers, Numbers]:
    """The same of many, 0 for none: exact, from the binomial distribution, for any distribution.

    With X ~ Binomial(n, p) the interval from rank l to rank u covers with P(l <= X < u) (Conover 1999, section 3.2).
    """
    low, high = _binomial_quantile(TAIL, n, p), _binomial_quantile(1 - TAIL, n, p) + 1
    return np.maximum(low, 0), np.where(high <= n, high, 0)


def _binomial_quantile(q: float, n: Numbers, p: float) -> Numbers:
    """The least k with P(X <= k) >= q: from where Cornish and Fisher (1938) put it, one by one to where it is."""
    z = float(special.ndtri(q))
    near = n * p + z * np.sqrt(n * p * (1 - p)) + (1 - 2 * p) * (z * z - 1) / 6
    k = np.clip(np.floor(near), 0, n)
    while np.any(is_less := special.bdtr(k, n, p) < q):
        k = k + is_less
    while np.any(is_more := (k >= 1) & (special.bdtr(np.maximum(k - 1, 0), n, p) >= q)):
        k = k - is_more
    return k
