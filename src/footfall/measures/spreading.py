"""Quantiles of each key's values, with their intervals, read off the values in order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import sqrt
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
from ibis import _

from footfall.measures import statistics
from footfall.measures.answering import QUANTILE, Runs
from footfall.measures.collecting import uncollected

Rows = Callable[[], Any]  # gives an expression: the key columns, customer, value, at, and what tells rows apart
Key = tuple[Any, ...]
Spread = dict[str, tuple[float | None, float | None, float | None]]  # by quantile: lower bound, value, upper bound

SURE = 20_000  # rows from which quantiles beside a quantile bound it, without its ranks being looked up
RANKS = ("low", "below", "above", "high")


@dataclass(frozen=True)
class Quantiles:
    """Which quantiles are read off a population, by which keys; whether they are asked of all keys that it has."""

    rows: Rows
    keys: tuple[str, ...]
    names: tuple[str, ...]
    are_all: bool = False


def spread(
    dataset: Runs, asked: Quantiles, sizes: Mapping[Key, int], tables: Mapping[str, pa.Table]
) -> dict[Key, Spread]:
    """These quantiles of each key, of which `sizes` says how many rows it has; 95 % intervals.

    Of fewer than SURE rows the exact interval, from one sorting of the values for all quantiles; of more its bounds.
    """
    few = {key: n for key, n in sizes.items() if n < SURE}
    many = [key for key in sizes if key not in few]
    found = _by_rank(dataset, replace(asked, are_all=asked.are_all and not many), few, tables) if few else {}
    return found | (
        _by_fraction(dataset, replace(asked, are_all=asked.are_all and not few), many, tables) if many else {}
    )


def key_of(row: Mapping[str, Any], keys: Sequence[str]) -> Key:
    """The key of a row; a path in it is a tuple."""
    return tuple(tuple(row[key]) if isinstance(row[key], list) else row[key] for key in keys)


def key_fields(rows: Rows, keys: Sequence[str]) -> list[pa.Field]:
    """The columns of a table of keys."""
    schema = rows().select(*keys).schema().to_pyarrow()
    return [schema.field(key) for key in keys]


def _by_rank(
    dataset: Runs, asked: Quantiles, sizes: Mapping[Key, int], tables: Mapping[str, pa.Table]
) -> dict[Key, Spread]:
    n = np.fromiter(sizes.values(), np.int64)
    around = {name: statistics.ranks_around(n, QUANTILE[name]) for name in asked.names}
    ranks = {f"{name}_{rank}": one for name in asked.names for rank, one in _ranks(n, name, around[name]).items()}
    columns = zip(*sizes, strict=True) if asked.keys else ()
    fields = key_fields(asked.rows, asked.keys)
    table = {field.name: pa.array(column, field.type) for field, column in zip(fields, columns, strict=True)}
    read = dataset.run(_ranked(asked), ranks=pa.table(table | ranks), **tables).to_pylist()
    told = {key_of(row, asked.keys): row for row in read}
    beyond = {name: one[2].tolist() for name, one in around.items()}
    with uncollected():
        return {
            key: {name: _told(told[key], name, beyond[name][place]) for name in asked.names}
            for place, key in enumerate(sizes)
        }


def _ranks(n: statistics.Numbers, name: str, around: tuple[statistics.Numbers, ...]) -> dict[str, pa.Array]:
    """Where in the order of the values, from 0, those stand that tell a quantile and bound it."""
    low, high = statistics.bounding_ranks(n, QUANTILE[name])
    places = zip(RANKS, (low, *around[:2], high), strict=True)
    return {rank: pa.array(place - 1, mask=place == 0).cast(pa.int32()) for rank, place in places}


def _told(row: Mapping[str, Any], name: str, beyond: float) -> tuple[float | None, float | None, float | None]:
    low, below, above, high = (row[f"{name}_{rank}"] for rank in RANKS)
    return low, below + (above - below) * beyond, high


@cache
def _ranked(asked: Quantiles) -> Any:
    """(keys, the values at the asked ranks): each key's values in order, once for all that is read off them."""
    wanted = [f"{name}_{rank}" for name in asked.names for rank in RANKS]
    ranks = _keyed(asked, "ranks", **dict.fromkeys(wanted, "int32"))
    values = _grouped(asked, ranks).agg(values=_.value.cast("float64").collect())
    joined = values.mutate(values=_["values"].sort()).join(ranks, list(asked.keys))
    return joined.select(*asked.keys, **{name: joined["values"][joined[name]] for name in wanted})


def _keyed(asked: Quantiles, name: str, **columns: str) -> Any:
    """A table of the keys that are asked for, and what else it has."""
    population = asked.rows()
    return ibis.table({key: population[key].type() for key in asked.keys} | columns, name=name)


def _grouped(asked: Quantiles, wanted: Any) -> Any:
    """The rows of the wanted keys, by key; looking for these takes half as long as all else, so not where all are."""
    rows = asked.rows()
    return (rows if asked.are_all else rows.semi_join(wanted, list(asked.keys))).group_by(*asked.keys)


def _by_fraction(
    dataset: Runs, asked: Quantiles, many: Sequence[Key], tables: Mapping[str, pa.Table]
) -> dict[Key, Spread]:
    keys = [dict(zip(asked.keys, key, strict=True)) for key in many]
    table = pa.Table.from_pylist(keys, pa.schema(key_fields(asked.rows, asked.keys)))
    read = dataset.run(_bounded(asked), many=table, **tables).to_pylist()
    return {
        key_of(row, asked.keys): {
            name: tuple(row["at"][3 * place : 3 * place + 3]) for place, name in enumerate(asked.names)
        }
        for row in read
    }


@cache
def _bounded(asked: Quantiles) -> Any:
    """(keys, at): the values at the fractions of all quantiles, one after the other."""
    wanted = [fraction for name in asked.names for fraction in fractions(QUANTILE[name])]
    rows = _grouped(asked, _keyed(asked, "many"))
    return rows.agg(at=_.value.cast("float64").quantile(wanted))


def fractions(p: float) -> tuple[float, float, float]:
    """A quantile between two beside it that bound it: of SURE rows or more its interval (95 %) lies within them.

    The ranks of the exact interval lie within Z standard deviations of a binomial share of SURE, and a little.
    """
    beside = 1.05 * statistics.Z * sqrt(p * (1 - p) / SURE)
    return p - beside, p, p + beside
