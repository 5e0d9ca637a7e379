"""How long each way took, read off the hours of a whole dataset, which were written in order beside its events.

Where one combination alone is the source and another one the target, the places of all that is read are known
beforehand. Of other ways, and under a filter, hours are sorted (spreading.py), to the same numbers.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from math import isnan
from typing import Any

import ibis
import numpy as np
import pyarrow as pa

from footfall.events.tables import table
from footfall.measures.analysed import Figure
from footfall.measures.analyses.flow import HOURS, KEYS, transitions
from footfall.measures.answering import QUANTILE, Runs
from footfall.measures.collecting import uncollected
from footfall.measures.spreading import SURE, Key, Quantiles, Spread, fractions, spread
from footfall.measures.statistics import bounding_ranks, ranks_around
from footfall.measures.tables import HOUR
from footfall.measures.tabulating import figure
from footfall.measures.ways import PutAnalysis
from footfall.measures.within import WHOLE

Array = np.ndarray[Any, np.dtype[Any]]


def of_ways(dataset: Runs, put: PutAnalysis, rows: Sequence[Mapping[str, int]]) -> dict[Key, Spread]:
    """The quantiles of these ways: of each its source and target, `n`, and where it would `begin` if it is of one run.

    `runs` says of how many pairs of combinations it is, `keys` how many ways there are in all.
    """
    plain = [row for row in rows if row["runs"] == 1] if put.within == WHOLE else []
    found = _in_order(dataset, plain) if plain else {}
    rest = {key: row["n"] for row in rows if (key := (row["source"], row["target"])) not in found}
    are_all = bool(rest) and len(rest) == rows[0]["keys"]
    return found | spread(dataset, Quantiles(transitions, KEYS, HOURS, are_all), rest, put.tables())


def _in_order(dataset: Runs, rows: Sequence[Mapping[str, int]]) -> dict[Key, Spread]:
    n, begin = (np.array([row[name] for row in rows]) for name in ("n", "begin"))
    below, above, beyond = np.moveaxis(np.array([_ranks(n, QUANTILE[name]) for name in HOURS]), 2, 0)
    low, high = _hours(dataset, np.array([below, above]), begin)
    values = np.moveaxis(low + (high - low) * beyond, 2, 0)
    with uncollected():
        keys = [(row["source"], row["target"]) for row in rows]
        told = [dict(zip(HOURS, map(_said, by_name), strict=True)) for by_name in values.tolist()]
    return dict(zip(keys, told, strict=True))


def _said(bounded: tuple[float, float, float]) -> tuple[float | None, float | None, float | None]:
    low, value, high = (None if isnan(one) else one for one in bounded)
    return low, value, high


def _ranks(n: Array, p: float) -> Array:
    """(lower bound, quantile, upper bound) x (the ranks around, how far beyond the first) x ways; rank 0 is none."""
    low, high = bounding_ranks(n, p)
    exact = np.array([(low, low, n * 0), ranks_around(n, p), (high, high, n * 0)])
    beside = np.array([ranks_around(n, fraction) for fraction in fractions(p)])
    return np.where(n < SURE, exact, beside)


def _hours(dataset: Runs, ranks: Array, begin: Array) -> Array:
    """The hours at these ranks of ways that begin there; not a number where there is no rank."""
    places = (begin + ranks - 1).astype(np.int64)
    wanted = pa.table({"place": np.unique(places[ranks > 0])})
    read = dataset.run(_at_places(), wanted=wanted)
    known, gaps = np.asarray(read["place"]), np.asarray(read["gap"])
    order = np.argsort(known)
    at = np.searchsorted(known, places, sorter=order).clip(0, len(known) - 1)
    return np.where(ranks > 0, gaps[order[at]] / HOUR, np.nan)


def figures(hours: Spread, n: int, customers: int | None) -> dict[str, Figure]:
    """How long a way took."""
    return {
        f"{name}_hours": figure("hours", value, n, customers, (low, high)) for name, (low, value, high) in hours.items()
    }


@cache
def _at_places() -> Any:
    """(place, gap) of the places in the table `wanted`."""
    return table("gaps").semi_join(ibis.table({"place": "int64"}, name="wanted"), "place")
