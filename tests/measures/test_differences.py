"""Differences of two groups agree with an independent way to the same number, and with published examples."""

from math import sqrt
from statistics import mean, variance

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from footfall.measures import differences
from footfall.measures.differences import Bounded, Order, Sums

SCORES = st.lists(st.integers(1, 5).map(float), min_size=2, max_size=40)
PAIR = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def sums(values: list[float]) -> Sums:
    return Sums(len(values), mean(values), sum(value * value for value in values))


def order(a: list[float], b: list[float]) -> Order:
    first, second = (np.array([some.count(value) for value in sorted({*a, *b})], float) for some in (a, b))
    return differences.order(first, second)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((0, 10), (0, 20), -0.1611, 0.2775),
    ],
)
def test_shares_differ_as_in_newcombes_table(
    first: tuple[int, int], second: tuple[int, int], low: float, high: float
) -> None:
    """Newcombe (1998), Statistics in Medicine 17, table II, method 10."""
    found = differences.of_shares(*first, *second)
    assert (found.low, found.high) == (pytest.approx(low, abs=6e-5), pytest.approx(high, abs=6e-5))


def test_an_effect_of_shares_is_cohens() -> None:
    """Cohen (1988), table 6.2.2: the arcsine of .50 less that of .25 is 1.571 - 1.047."""
    assert differences.of_shares(50, 100, 25, 100).effect == pytest.approx(0.524, abs=1e-3)


@given(PAIR, PAIR)
def test_shares_are_tested_by_chi_square_and_exactly_where_few_are_expected(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    table = np.array([[a[0], a[1] - a[0]], [b[0], b[1] - b[0]]])
    found = differences.share_test(*a, *b)
    if 0 in table.sum(axis=0):
        assert found == 1
    elif stats.contingency.expected_freq(table).min() < 5:
        assert found == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-5)
    else:
        assert found == pytest.approx(stats.chi2_contingency(table, correction=False).pvalue, rel=1e-6, abs=1e-12)


@pytest.mark.filterwarnings("ignore:Precision loss")  # scipy's, where a sample's values are all alike
@given(SCORES, SCORES)
def test_means_are_compared_as_welch_does(a: list[float], b: list[float]) -> None:
    found = differences.of_means(sums(a), sums(b))
    if variance(a) + variance(b) == 0:
        assert (found.low, found.high, found.p) == (found.value, found.value, float(mean(a) == mean(b)))
        return
    told = stats.ttest_ind(a, b, equal_var=False)
    low, high = told.confidence_interval(0.95)
    assert found.p == pytest.approx(told.pvalue, abs=1e-9)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))


@given(SCORES, SCORES)
def test_values_are_ordered_as_mann_and_whitney_do(a: list[float], b: list[float]) -> None:
    found = order(a, b)
    pairs = [(x > y) - (x < y) for x in a for y in b]
    assert differences.dominance(found) == pytest.approx(mean(pairs))
    if len({*a, *b}) == 1:
        assert differences.order_test(found) == 1
    else:
        told = stats.mannwhitneyu(a, b, method="asymptotic")
        assert (found.above, differences.order_test(found)) == (told.statistic, pytest.approx(told.pvalue, abs=1e-9))


@given(st.lists(st.sampled_from([100.0, 0.0, -100.0]), min_size=2, max_size=40))
def test_promoter_scores_are_compared_with_the_variance_of_each(values: list[float]) -> None:
    other = [100.0, 0.0, -100.0, -100.0]
    found = differences.of_promoters(sums(values), sums(other))
    error = sqrt(np.var(values) / len(values) + np.var(other) / len(other))
    assert found.value == pytest.approx(mean(values) + 25)
    assert found.p == pytest.approx(2 * stats.norm.sf(abs(found.value) / error))


def test_medians_join_the_intervals_of_both() -> None:
    found = differences.of_medians(Bounded(10, 7, 14), Bounded(4, 1, 16), Order(20, 20, 300, 0))
    assert found == differences.Difference(6, 6 - sqrt(9 + 144), 6 + sqrt(16 + 9), found.p, 0.5)
    assert differences.of_medians(Bounded(10, None, 14), Bounded(4, 1, 16), Order(5, 20, 50, 0)).low is None


@given(st.lists(st.floats(0, 1), max_size=60))
def test_many_comparisons_are_corrected_as_benjamini_and_hochberg_do(ps: list[float]) -> None:
    found = differences.false_discovery_rates(ps)
    assert found == (pytest.approx(list(stats.false_discovery_control(ps))) if ps else [])
