"""Two groups: chance alone is called an effect at the stated rate, and planted effects are found at theirs."""

import numpy as np
import pytest

from footfall.measures.differences import Bounded, Sums, of_means
from footfall.measures.helped.estimate import more_customers
from footfall.measures.helped.groups import Customers, difference_of_means, difference_of_quantiles
from footfall.measures.statistics import quantile_interval_ranks

RUNS = 1_000
STATED = (0.03, 0.07)


def shares(dice: np.random.Generator, customers: int, rise: float = 0.0, more_after: int = 0) -> Customers:
    """Customers who do something with a chance of their own, some times before the start and some times after it."""
    rows = dice.poisson(1.5, (customers + more_after, 2))
    rows[customers:, 0] = 0
    own = np.clip(dice.beta(2, 8, customers + more_after)[:, None] + [0.0, rise], 0, 1)
    hits = dice.binomial(rows, own)
    return Customers.of(np.column_stack([hits[:, 0], rows[:, 0], hits[:, 1], rows[:, 1]]).astype(float))


def rate(customers: int, rise: float = 0.0, more_after: int = 0, seed: int = 1) -> float:
    dice = np.random.default_rng(seed)
    found = (
        difference_of_means(
            shares(dice, customers, rise, more_after), shares(dice, customers, more_after=more_after), has_before=True
        )
        for _ in range(RUNS)
    )
    return float(np.mean([one.is_sure for one in found]))


@pytest.mark.parametrize("customers", [40, 400])
def test_groups_that_changed_alike_are_called_an_effect_at_the_stated_rate(customers: int) -> None:
    assert STATED[0] <= rate(customers) <= STATED[1]


def test_a_planted_effect_is_found_in_four_of_five_cases_once_as_many_customers_more_have_come_as_was_said() -> None:
    dice = np.random.default_rng(3)
    seen = difference_of_means(shares(dice, 800), shares(dice, 800), has_before=True)
    more = more_customers(seen, 1_600, 0.06)

    assert more is not None
    assert rate(800, 0.06, seed=4) < 0.77
    assert 0.75 <= rate(800, 0.06, more // 2, seed=5) <= 0.87


def test_without_a_before_and_with_one_row_each_it_is_welchs_difference_of_means() -> None:
    dice = np.random.default_rng(7)
    first, second = dice.normal(4, 1, 50), dice.normal(3.5, 2, 70)
    after = [np.column_stack([0 * one, 0 * one, one, 0 * one + 1]) for one in (first, second)]

    found = difference_of_means(*(Customers.of(one) for one in after), has_before=False)

    welch = of_means(*(Sums(len(one), one.mean(), float(one @ one)) for one in (first, second)))
    assert (found.value, found.low, found.high) == pytest.approx((welch.value, welch.low, welch.high))


def test_medians_that_changed_alike_are_called_an_effect_at_no_more_than_the_stated_rate() -> None:
    low, high = (rank or 0 for rank in quantile_interval_ranks(81, 0.5))
    hours = np.sort(np.random.default_rng(5).lognormal(2, 1, (RUNS, 4, 81)))
    told = [[Bounded(one[40], one[low - 1], one[high - 1]) for one in four] for four in hours]

    found = [difference_of_quantiles(four[:2], four[2:]) for four in told]

    assert np.mean([one is not None and one.is_sure for one in found]) <= STATED[1]


def test_a_median_without_a_bound_says_nothing() -> None:
    known = Bounded(4.0, 3.0, 5.0)

    assert difference_of_quantiles([known, Bounded(4.0, None, 9.0)]) is None
