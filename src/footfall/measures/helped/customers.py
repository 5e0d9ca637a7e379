"""Customers of two groups in the sums from which a difference in differences follows, as one expression over all."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations_with_replacement
from typing import Any

import numpy as np
from ibis import _

from footfall.measures.analyses.before_after import rows_by_side
from footfall.measures.helped.groups import Customers
from footfall.measures.kinds import Kind

EACH = ("sum_before", "rows_before", "sum_after", "rows_after")  # as `Customers` has them
PAIRS = tuple(combinations_with_replacement(range(len(EACH)), 2))


@cache
def sums(kind: Kind) -> Any:
    """For each group how many customers, the sums of what each has, and of the products of each two of them."""
    rows = rows_by_side(kind, True)
    rows = rows.filter(rows.period == "")
    value = rows.value.cast("float64")
    read = {
        name: part.sum(where=rows.side == side).fill_null(0).cast("float64")
        for side in ("before", "after")
        for name, part in ((f"sum_{side}", value), (f"rows_{side}", value * 0 + 1))
    }
    each = rows.group_by("group", "customer").agg(**read)
    totals = {name: _[name].sum() for name in EACH}
    products = {f"product_{a}_{b}": (_[EACH[a]] * _[EACH[b]]).sum() for a, b in PAIRS}
    return each.group_by("group").agg(customers=_.count(), **totals, **products)


def read_sums(rows: Sequence[Mapping[str, Any]]) -> dict[str, Customers]:
    """The groups out of the rows of `sums`, by their names."""
    return {row["group"]: _customers(row) for row in rows}


def _customers(row: Mapping[str, Any]) -> Customers:
    products = np.zeros((len(EACH), len(EACH)))
    for a, b in PAIRS:
        products[a, b] = products[b, a] = row[f"product_{a}_{b}"]
    return Customers(row["customers"], np.array([row[name] for name in EACH]), products)
