"""Intervals: how far the number may be off, as it is one sample of what customers do. All are 95 %, two-sided."""

from math import ceil, floor, sqrt

from scipy import special  # not scipy.stats, which takes four times as long to load as all that a question needs

CONFIDENCE = 0.95
TAIL = (1 - CONFIDENCE) / 2
Z = float(special.ndtri(1 - TAIL))

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
    """The ranks (from 1) between which the p-quantile of n sorted values lies, and how far it lies beyond the first.

    Linear interpolation: type 7 of Hyndman and Fan (1996), what most programs call the median and percentile.
    """
    place = (n - 1) * p
    below = floor(place)
    return below + 1, min(below + 2, n), place - below


def quantile_interval_ranks(n: int, p: float) -> tuple[int | None, int | None]:
    """The ranks of the values that bound a quantile: exact, from the binomial distribution, for any distribution.

    With X ~ Binomial(n, p) the interval from rank l to rank u covers with P(l <= X < u) (Conover 1999, section 3.2).
    None where n is too small for a bound.
    """
    low, high = _binomial_quantile(TAIL, n, p), _binomial_quantile(1 - TAIL, n, p) + 1
    return (low if low >= 1 else None), (high if high <= n else None)


def _binomial_quantile(q: float, n: int, p: float) -> int:
    """The least k with P(X <= k) >= q; `bdtrik` solves for it in real numbers and may miss by one."""
    found = ceil(special.bdtrik(q, n, p))
    return found - 1 if found >= 1 and special.bdtr(found - 1, n, p) >= q else found
