"""Change points: planted ones are found where they are, and flat noise is told to have none."""

import numpy as np
import pytest

from footfall.measures.change_points import change_points


def test_a_planted_change_is_found_at_its_place_with_both_levels() -> None:
    values = [10.0, 11, 10, 9, 10, 10, 11, 20, 21, 19, 20, 20, 21, 20]
    (found,) = change_points(values, [1] * len(values))
    assert (found.index, found.before, round(found.after, 6)) == (7, pytest.approx(71 / 7), round(141 / 7, 6))
    assert found.p < 0.01


def test_several_changes_are_found_in_order_and_twice_the_same() -> None:
    dice = np.random.default_rng(2)
    values = np.concatenate([dice.normal(level, 1, 20) for level in (0, 8, 3)])
    found = change_points(values, np.ones(60))
    assert [change.index for change in found] == [20, 40]
    assert found == change_points(values, np.ones(60))


@pytest.mark.parametrize("values", [[], [1.0], [1.0] * 5, [3.0] * 40])
def test_too_short_or_constant_series_have_none(values: list[float]) -> None:
    assert change_points(values, [1.0] * len(values)) == []


def test_values_of_which_little_is_known_weigh_little() -> None:
    values = [5.0, 6, 5, 4, 5, 6, 4, 5, 6, 50, 51, 50]
    assert [change.index for change in change_points(values, [1.0] * 12)] == [9]
    assert change_points(values, [1.0] * 9 + [1e-6] * 3) == []


@pytest.mark.parametrize("kind", ["normal", "shares"])
def test_flat_noise_has_changes_in_at_most_one_series_of_twenty(kind: str) -> None:
    dice = np.random.default_rng(4)
    alarms = 0
    for _ in range(200):
        sizes = dice.integers(20, 200, 24)
        values = dice.normal(0, 1, 24) if kind == "normal" else dice.binomial(sizes, 0.3) / sizes
        alarms += bool(change_points(values, np.ones(24) if kind == "normal" else sizes))
    assert alarms <= 18  # 10 are expected; more than 18 have a probability under 1 %
