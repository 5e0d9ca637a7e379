"""When people shop: years that grow, weeks, seasons and evenings; and waits with long tails."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.int64]  # since 1970, UTC
Numbers = NDArray[np.float64]
Where = NDArray[np.bool_]

MINUTE, HOUR, DAY = 60, 3600, 86_400
FIRST_DAY, LAST_DAY = date(2024, 11, 1), date(2026, 10, 31)
EPOCH = date(1970, 1, 1)
BEGIN = (FIRST_DAY - EPOCH).days * DAY
END = ((LAST_DAY - EPOCH).days + 1) * DAY

WEEKDAYS = (1.15, 1.0, 0.95, 0.95, 0.85, 0.9, 1.2)  # Monday to Sunday: parcels are ordered on Sunday evening
HOURS = (2, 1, 1, 1, 1, 2, 4, 8, 12, 14, 15, 15, 16, 15, 14, 14, 15, 16, 20, 27, 31, 28, 17, 7)
PEAK = ((11, 18), (12, 23))  # from the sales of November to the day before Christmas


def visit_times(rng: np.random.Generator, count: int) -> Seconds:
    """Moments at which `count` people begin to shop, spread over the two years by their rhythm."""
    days = np.arange((END - BEGIN) // DAY)
    day = rng.choice(days, count, p=_share(_day_weights(days)))
    hour = rng.choice(24, count, p=_share(np.array(HOURS, float)))
    return BEGIN + day * DAY + hour * HOUR + rng.integers(0, HOUR, count)


def _day_weights(days: Seconds) -> Numbers:
    growth = 1 + 0.5 * days / len(days)
    week = np.array(WEEKDAYS)[weekday(BEGIN + days * DAY)]
    fading = np.where(days > len(days) - 20, 0.7, 1.0)  # people of the last weeks are only partly known
    peak = np.where(is_peak(BEGIN + days * DAY), 1.9, 1.0)
    return np.asarray(growth * week * fading * peak)


def _share(weights: Numbers) -> Numbers:
    return np.asarray(weights / weights.sum())


def weekday(moments: Seconds) -> Seconds:
    """0 for Monday to 6 for Sunday."""
    return (moments // DAY + 3) % 7  # 1 January 1970 was a Thursday


def is_peak(moments: Seconds) -> Where:
    """Whether a moment lies in the weeks before Christmas, when everybody orders."""
    days = moments.astype("datetime64[s]").astype("datetime64[D]")
    since_new_year = (days - days.astype("datetime64[Y]")).astype(int)
    first, last = ((date(2025, *day) - date(2025, 1, 1)).days for day in PEAK)
    return np.asarray((since_new_year >= first) & (since_new_year <= last))


def midnight(moments: Seconds) -> Seconds:
    """The beginning of the day of each moment."""
    return moments // DAY * DAY


def not_on_sunday(moments: Seconds) -> Seconds:
    """The same moments, those on a Sunday one day later: nothing is delivered then."""
    return np.where(weekday(moments) == 6, moments + DAY, moments)


def waits(rng: np.random.Generator, median: float, count: int, sigma: float = 0.8, least: int = 3) -> Seconds:
    """Waits in seconds around a median in seconds, lognormal: most are short, a few very long."""
    long_tailed = median * np.exp(sigma * rng.standard_normal(count))
    return least + np.round(long_tailed).astype(np.int64)


def chance(rng: np.random.Generator, share: float | Numbers, count: int) -> Where:
    """Yes for about that share of `count`."""
    return rng.random(count) < share


def between(rng: np.random.Generator, low: Seconds, high: Seconds) -> Seconds:
    """A moment after `low` and before `high`, evenly spread; `low` + 3 s where there is no room."""
    room = np.maximum(high - low - 6, 0)
    into = np.floor(rng.random(len(low)) * room).astype(np.int64)
    return np.asarray(low + 3 + into)
