"""Before and after: chance alone is called an effect at the stated rate, and planted effects are found at theirs."""

import numpy as np
import pytest

from footfall.measures.helped.estimate import Estimate
from footfall.measures.helped.series import LEAST, Segmented, more_periods

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
@pytest.mark.parametrize("sides", [(LEAST["week"], LEAST["week"]), (12, 9), (30, 22)])
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

    for change, truth in (("mean", 2.0), ("level", 1.0), ("slope", 0.1)):
        found = design.changes(series, change)
        center = np.average(planted[26:] - 0.05 * times[26:], weights=weights[26:]) if change == "mean" else truth
        assert center == pytest.approx(truth, abs=0.2)
        assert np.mean([one.value for one in found]) == pytest.approx(center, abs=0.05)
        assert 0.93 <= np.mean([one.low <= center <= one.high for one in found]) <= 0.98


def test_a_planted_change_is_found_in_four_of_five_cases_once_as_many_periods_more_have_come_as_was_said() -> None:
    times, weights = np.arange(-100, 8), np.full(108, 100.0)
    early, wanted = Segmented(times, weights), 0.95  # standard deviations of a period
    series = chance(108)
    seen = Estimate(0.4, float(np.mean([one.variance for one in early.changes(series)])), 30)
    (independent,) = np.flatnonzero(early.carried_over(series) == 0)[:1]
    more = more_periods(early, series[[independent]], seen, wanted) or 0

    later = np.arange(-100, 8 + more)

    assert more > 1
    assert rate(early, chance(108, seed=3) + wanted * (times >= 0)) < 0.75
    found = rate(Segmented(later, np.full(len(later), 100.0)), chance(len(later), seed=2) + wanted * (later >= 0))
    assert 0.73 <= found <= 0.87


def test_no_number_of_periods_shows_a_change_that_is_small_beside_what_is_unsure_of_the_line_before() -> None:
    design, series = Segmented(*periods(10, 9)), chance(19)[:1]
    (seen,) = design.changes(series)

    assert more_periods(design, series, seen, seen.half / 3) is None


def test_periods_may_be_absent() -> None:
    times, weights = periods(20, 20)
    kept = np.delete(np.arange(40), [3, 4, 11, 30])
    series = (2.0 * (times >= 0) + 0.1 * times)[None, kept]  # a line that is moved

    (found,) = Segmented(times[kept], weights[kept]).changes(series)

    assert found.value == pytest.approx(2.0)
