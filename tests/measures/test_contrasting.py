"""A contrast finds what was planted, first of all, and finds nothing where the groups were shuffled."""

import numpy as np
import pyarrow as pa
import pytest

from footfall.measures import statistics
from footfall.measures.analysed import Contrasted, Figure
from footfall.measures.contrasting import Pair, compare, orders, strength
from footfall.measures.differences import Order
from footfall.measures.tabulating import figure

NODES, CUSTOMERS, CHURNED = 30, 600, 240
DRIVERS = {3: 0.35, 11: -0.3, 20: 0.25}  # by how much more often the churned came there


def came(random: np.random.Generator) -> np.ndarray:
    """Which of the customers, the churned first, came to which node."""
    usual = random.uniform(0.1, 0.6, NODES)
    usual[list(DRIVERS)] = 0.45
    churned = usual.copy()
    churned[list(DRIVERS)] += list(DRIVERS.values())
    chances = np.where(np.arange(CUSTOMERS)[:, None] < CHURNED, churned, usual)
    return random.random((CUSTOMERS, NODES)) < chances


def share(hits: int, n: int) -> Figure:
    return figure("share", hits / n, n, n, statistics.share_interval(hits, n))


def contrast(there: np.ndarray, is_churned: np.ndarray) -> list[tuple[int, Contrasted]]:
    first, second = there[is_churned].sum(axis=0), there[~is_churned].sum(axis=0)
    n, other = int(is_churned.sum()), int((~is_churned).sum())
    pairs = [Pair("share", "share", share(int(a), n), share(int(b), other)) for a, b in zip(first, second, strict=True)]
    return [(node, one.contrasted) for node, one in compare(pairs, lambda *_: "")]


def test_planted_drivers_come_first_the_largest_before_the_others() -> None:
    found = contrast(came(np.random.default_rng(1)), np.arange(CUSTOMERS) < CHURNED)
    assert [node for node, _ in found[:3]] == list(DRIVERS)
    assert [says.differs for _, says in found] == [True] * 3 + [False] * (NODES - 3)


def test_shuffled_groups_differ_in_at_most_five_of_a_hundred_contrasts() -> None:
    random = np.random.default_rng(2)
    there, labels = came(random), np.arange(CUSTOMERS) < CHURNED
    found = [contrast(there, random.permutation(labels)) for _shuffle in range(200)]
    assert np.mean([any(says.differs for _, says in one) for one in found]) <= 0.05


def mean(value: float, half: float, n: int = 50) -> Figure:
    return figure("score", value, n, n, (value - half, value + half))


def test_a_mean_is_compared_with_the_variance_that_its_interval_tells() -> None:
    values = np.random.default_rng(3).normal(4, 1, (2, 50))
    sums = [(50, float(row.mean()), float(row @ row)) for row in values]
    sides = [figure("score", one[1], 50, 50, statistics.mean_interval(*one)) for one in sums]
    ((_, told),) = compare([Pair("mean", "score", sides[0], sides[1])], lambda *_: "")
    from scipy import stats

    assert told.contrasted.p == pytest.approx(stats.ttest_ind(*values, equal_var=False).pvalue)


def test_too_few_customers_are_not_compared_and_come_last() -> None:
    few = figure("score", 1.0, 9, 9, (0.5, 1.5))
    told = compare(
        [Pair("mean", "score", few, mean(4, 0.1)), Pair("mean", "score", mean(4, 0.1), mean(4, 0.1))], lambda *_: ""
    )
    assert [(place, one.contrasted.p) for place, one in told] == [(1, 1.0), (0, None)]
    assert told[1][1].difference.too_few


def test_values_of_two_groups_are_ordered_key_by_key() -> None:
    first = pa.table({"node": [1, 1, 2], "value": [1.0, 3.0, 5.0], "times": [2, 1, 1]})
    second = pa.table({"node": [1, 3, 1], "value": [2.0, 9.0, 3.0], "times": [1, 1, 1]})
    assert orders(first, second, ["node"]) == {(1,): Order(3, 2, 1.5, 12.0)}


def test_effects_of_both_kinds_are_ranked_on_one_scale() -> None:
    """Cliff's delta of .147, .33 and .474 is as much as a Cohen's d of .2, .5 and .8 (Romano and others 2006)."""
    for delta, d in ((0.147, 0.2), (0.33, 0.5), (0.474, 0.8)):
        says = Contrasted(effect=delta, effect_is="delta", p=0.01, q=0.01, differs=True)
        assert strength(says) == pytest.approx(d, abs=0.12)
