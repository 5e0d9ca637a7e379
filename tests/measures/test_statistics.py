"""Intervals cover what they promise, and formulas agree with an independent way to the same number."""

from math import sqrt
from statistics import NormalDist, mean, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from footfall.measures import statistics

Z = NormalDist().inv_cdf(0.975)


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_a_share_has_wilsons_interval(n: int, share: float) -> None:
    hits = round(n * share)
    p = hits / n
    centre, half = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    low, high = statistics.share_interval(hits, n)
    assert low == pytest.approx((centre - half) / (1 + Z * Z / n), abs=1e-9)
    assert high == pytest.approx((centre + half) / (1 + Z * Z / n), abs=1e-9)


@given(st.lists(st.integers(1, 5).map(float), min_size=2, max_size=60))
def test_a_mean_has_students_interval(values: list[float]) -> None:
    n = len(values)
    low, high = statistics.mean_interval(n, mean(values), sum(value * value for value in values))
    half = stats.t.ppf(0.975, n - 1) * sqrt(variance(values) / n)
    assert (low, high) == (pytest.approx(mean(values) - half, abs=1e-6), pytest.approx(mean(values) + half, abs=1e-6))


@given(st.lists(st.sampled_from([100.0, 0.0, -100.0]), min_size=2, max_size=60))
def test_a_promoter_score_has_its_own_variance(values: list[float]) -> None:
    n = len(values)
    up, down = values.count(100.0) / n, values.count(-100.0) / n
    half = Z * 100 * sqrt((up + down - (up - down) ** 2) / n)
    low, high = statistics.promoter_interval(n, mean(values), sum(value * value for value in values))
    assert low == pytest.approx(max(-100, 100 * (up - down) - half), abs=1e-4)
    assert high == pytest.approx(min(100, 100 * (up - down) + half), abs=1e-4)


@given(st.integers(1, 500), st.sampled_from([0.5, 0.9]))
def test_the_ranks_around_a_quantile_cover_it_in_at_least_95_of_100_samples(n: int, p: float) -> None:
    """The chance that fewer than `low` or at least `high` of n values lie below the true quantile is at most 5 %."""
    low, high = statistics.quantile_interval_ranks(n, p)
    below = stats.binom.cdf(low - 1, n, p) if low else 0
    above = stats.binom.sf(high - 1, n, p) if high else 0
    assert below <= 0.025 + 1e-9
    assert above <= 0.025 + 1e-9
    assert low is None or low <= n * p + 1
    assert high is None or high <= n


@given(st.integers(1, 200_000), st.sampled_from([0.5, 0.9]))
def test_the_ranks_around_a_quantile_are_quantiles_of_the_binomial_distribution(n: int, p: float) -> None:
    low, high = int(stats.binom.ppf(0.025, n, p)), int(stats.binom.ppf(0.975, n, p)) + 1
    assert statistics.quantile_interval_ranks(n, p) == (low if low >= 1 else None, high if high <= n else None)


def test_too_few_values_have_no_interval() -> None:
    assert statistics.share_interval(0, 0) == (None, None)
    assert statistics.mean_interval(1, 4.0, 16.0) == (None, None)
    assert statistics.promoter_interval(1, 100.0, 10_000.0) == (None, None)
    assert statistics.quantile_interval_ranks(5, 0.5) == (None, None)
