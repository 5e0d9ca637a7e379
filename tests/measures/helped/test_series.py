"""Before and after: chance alone is called an effect at the stated rate, and planted effects are found at theirs."""

import numpy as np
import pytest

from footfall.measures.helped.estimate import more_customers
from footfall.measures.helped.series import LEAST, SLOPE, Segmented

SERIES = 2_000  # a rate of 5 % is then told to within 1 %
STATED = (0.02, 0.07)  # of effects where there is none: 5 %, less where errors do not depend on each other


def periods(before: int, after: int) -> tuple[np.ndarray, np.ndarray]:
    times = np.arange(-before, after)
    return times, np.random.default_rng(before).uniform(50, 150, len(times))


def chance(periods: int, carried_over: float = 0.0, seed: int = 1) -> np.ndarray:
    """Errors of which each carries over a part into the next, each of variance 1."""
    errors = np.random.default_rng(seed).standard_normal((SERIES, periods))
    for place in range(1, periods):
        errors[:, place] = carried_over * errors[:, place - 1] + np.sqrt(1 - carried_over**2) * errors[:, place]
    return errors


def rate(design: Segmented, series: np.ndarray) -> float:
    return float(np.mean([one.is_sure for one in design.changes(series)]))


@pytest.mark.parametrize("carried_over", [0.0, 0.3, 0.5])
@pytest.mark.parametrize("sides", [(LEAST, LEAST), (12, 9), (30, 22)])
def test_a_trend_without_a_change_is_called_an_effect_at_the_stated_rate(
    sides: tuple[int, int], carried_over: float
) -> None:
    times, weights = periods(*sides)
    series = chance(len(times), carried_over) / np.sqrt(weights) + 0.05 * times

    assert STATED[0] <= rate(Segmented(times, weights), series) <= STATED[1]


def test_days_of_the_week_that_differ_are_no_effect() -> None:
    times, _ = periods(28, 25)
    weights = np.where(times % 7 < 2, 30.0, 100.0)
    week = np.array([0, 1, 2, 3, 1, -2, -3])[times % 7]
    series = chance(len(times), 0.2) / np.sqrt(weights / 50) + week

    assert STATED[0] <= rate(Segmented(times, weights, days=True), series) <= STATED[1]


def test_the_interval_holds_the_planted_change_and_a_change_of_slope_is_told_apart_from_it() -> None:
    times, weights = periods(26, 20)
    planted = 0.05 * times + (times >= 0) * (1.0 + 0.1 * (times + 0.5))
    design, series = Segmented(times, weights), planted + chance(len(times), 0.3)

    for column, truth in ((2, 1.0), (SLOPE, 0.1)):
        found = design.changes(series, column)
        assert np.mean([one.value for one in found]) == pytest.approx(truth, abs=0.05)
        assert 0.93 <= np.mean([one.low <= truth <= one.high for one in found]) <= 0.98


def test_a_planted_change_is_found_in_four_of_five_cases_once_as_many_customers_more_have_come_as_was_said() -> None:
    times, weights = np.arange(-40, 10), np.full(50, 100.0)
    early = Segmented(times, weights).changes(chance(50))
    wanted = 1.5  # standard deviations of a period; seen at once in fewer than four of five
    more = np.median([more_customers(one, 10 * 100, wanted) or np.inf for one in early])

    later = np.arange(-40, 10 + round(more / 100))
    series = chance(len(later), seed=2) + wanted * (later >= 0)

    assert rate(Segmented(times, weights), chance(50, seed=3) + wanted * (times >= 0)) < 0.75
    assert 0.75 <= rate(Segmented(later, np.full(len(later), 100.0)), series) <= 0.87


def test_no_number_of_customers_shows_a_change_that_is_smaller_than_what_is_unsure_of_the_time_before() -> None:
    design = Segmented(*periods(8, 40))
    (seen,) = design.changes(chance(48)[:1])

    assert more_customers(seen, 4_000, seen.half / 2) is None


def test_periods_may_be_absent() -> None:
    times, weights = periods(20, 20)
    kept = np.delete(np.arange(40), [3, 4, 11, 30])
    series = (2.0 * (times >= 0) + 0.1 * times)[None, kept]

    (found,) = Segmented(times[kept], weights[kept]).changes(series)

    assert found.value == pytest.approx(2.0)
