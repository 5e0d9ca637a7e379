"""Figures by key: each an aggregate of exactly the rows of its population that have the key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import sqrt
from typing import Any, Literal

import ibis
import pyarrow as pa
from pydantic import JsonValue

from footfall.measures import statistics
from footfall.measures.analysed import Contrasted, Figure
from footfall.measures.answering import QUANTILE, Runs
from footfall.measures.measure import TOO_FEW, Unit

Rows = Callable[[], Any]  # gives an expression: the key columns, customer, value, at, and what tells rows apart


@dataclass(frozen=True)
class Figured:
    """How one figure is read off its population.

    A share is told by two: of the rows `among` whom (by the first keys only, or none of them) those that are also in
    `rows`, where `by` are the columns that say which row is which.
    """

    name: str
    unit: Unit
    aggregate: Literal["count", "sum", "mean", "weighted", "median", "p90", "share"]  # weighted: rows have a `weight`
    words: str
    rows: Rows
    among: Rows | None = None
    among_keys: tuple[str, ...] = ()
    by: tuple[str, ...] = ("customer",)


@cache
def rows_with(population: Callable[..., Any], *parameters: Any) -> Rows:
    """A population with parameters; the same for the same ones, so that figures that share it are reckoned together."""
    return lambda: population(*parameters)


SURE = 20_000  # rows from which quantiles beside a quantile bound it, without its ranks being looked up


def fractions(p: float) -> tuple[float, float, float]:
    """A quantile, and two beside it that bound it: of SURE rows or more its interval (95 %) lies within them.

    The ranks of the exact interval lie within Z standard deviations of a binomial share of SURE, and a little.
    """
    beside = 1.05 * statistics.Z * sqrt(p * (1 - p) / SURE)
    return p - beside, p, p + beside


@dataclass(frozen=True)
class Found:
    """The rows of a table: their keys as the tables have them, and their figures."""

    rows: tuple[tuple[tuple[Any, ...], dict[str, Figure]], ...]
    more: int = 0
    note: str = ""
    details: Mapping[str, JsonValue] = field(default_factory=dict)
    facts: tuple[Mapping[str, str], ...] = ()  # of each row what else is known of it
    contrasts: tuple[Contrasted, ...] = ()  # of each row, where it sets customers against others


@dataclass(frozen=True)
class Wanted:
    """Which rows a table has: those of the keys with the most rows, or the first keys; some keys are there always."""

    limit: int
    by_key: bool = False
    always: tuple[tuple[Any, ...], ...] = ()


def tabulate(
    dataset: Runs, keys: tuple[str, ...], figures: Sequence[Figured], wanted: Wanted, tables: Mapping[str, pa.Table]
) -> Found:
    """Reckon all figures of the keys of the first one's population."""
    counts, total = _counted(dataset, keys, figures, wanted, tables)
    first = counts[figures[0].rows]
    more = total - len(first)
    shown = [*first, *(key for key in wanted.always if key not in first)]
    told = {one.name: _figures(dataset, keys, one, shown, counts[one.rows], tables) for one in figures}
    rows = [(key, {name: by_key[key] for name, by_key in told.items()}) for key in shown]
    return Found(tuple(sorted(rows, key=lambda row: row[0]) if wanted.by_key else rows), more)


Counts = dict[tuple[Any, ...], dict[str, Any]]


def _counted(
    dataset: Runs, keys: tuple[str, ...], figures: Sequence[Figured], wanted: Wanted, tables: Mapping[str, pa.Table]
) -> tuple[dict[Rows, Counts], int]:
    """For each population that figures share, one row a key; and how many keys the first one has."""
    found: dict[Rows, Counts] = {}
    total = 0
    for rows in dict.fromkeys(one.rows for one in figures):
        read_off = frozenset(one.aggregate for one in figures if one.rows == rows)
        once = any(_is_of_customers(one) for one in figures if one.rows == rows)
        if not found:
            asked = summary(rows, keys, read_off, wanted.limit, wanted.by_key, once)
            read = dataset.run(asked, **tables).to_pylist()
            total = read[0]["keys"] if read else 0
        else:
            read = dataset.run(summary(rows, keys, read_off, once=once), **tables).to_pylist()
        found[rows] = {key_of(row, keys): row for row in read}
    return found, total


def key_of(row: Mapping[str, Any], keys: Sequence[str]) -> tuple[Any, ...]:
    """The key of a row; a path in it is a tuple."""
    return tuple(tuple(row[key]) if isinstance(row[key], list) else row[key] for key in keys)


def _is_of_customers(one: Figured) -> bool:
    """Whether it says that each customer has one row at most of each key, so that counting rows counts customers."""
    return one.aggregate == "share" and one.by == ("customer",)


def _customers(population: Any, once: bool) -> Any:
    return population.count() if once else population.customer.nunique()


@cache
def summary(
    rows: Rows,
    keys: tuple[str, ...],
    aggregates: frozenset[str] = frozenset(),
    limit: int = 0,
    by_key: bool = False,
    once: bool = False,
) -> Any:
    """A row for each key: how many rows, of how many customers, and what these aggregates follow from.

    `once` says that each customer has one row at most of each key: telling customers apart takes longer than all else.
    """
    population = rows()
    quantiles = sorted(aggregates & QUANTILE.keys())
    read = {name: population.value.quantile(list(fractions(QUANTILE[name]))) for name in quantiles}
    read |= _sums(population) if aggregates & {"sum", "mean"} else {}
    read |= _weighted(population) if "weight" in population.columns else {}
    counted = population.group_by(*keys).agg(n=population.count(), customers=_customers(population, once), **read)
    if not limit:
        return counted
    order = keys if by_key else (ibis.desc("n"), *keys)
    return counted.mutate(keys=counted.count().over(ibis.window())).order_by(*order).limit(limit)


def _sums(population: Any) -> dict[str, Any]:
    """The sums from which means follow."""
    return {"total": population.value.sum(), "squares": (population.value * population.value).sum()}


def _figures(
    dataset: Runs,
    keys: tuple[str, ...],
    one: Figured,
    shown: Sequence[tuple[Any, ...]],
    mine: Counts,
    tables: Mapping[str, pa.Table],
) -> dict[tuple[Any, ...], Figure]:
    if one.aggregate == "share":
        return _shares(dataset, keys, one, {key: mine.get(key) for key in shown}, tables)
    bounds = {}
    if one.aggregate in QUANTILE:
        small = {key: mine[key] for key in shown if key in mine and mine[key]["n"] < SURE}
        bounds = _quantile_bounds(dataset, keys, one, small, tables)
    return {key: _figure(one, mine.get(key), bounds.get(key, statistics.UNKNOWN)) for key in shown}


def _figure(one: Figured, row: Mapping[str, Any] | None, bounds: statistics.Interval) -> Figure:
    if row is None:
        return figure(one.unit, 0.0 if one.aggregate in {"count", "sum"} else None, 0, 0)
    n = row["n"]
    match one.aggregate:
        case "count":
            return figure(one.unit, n, n, row["customers"])
        case "sum":
            return figure(one.unit, row["total"], n, row["customers"])
        case "mean":
            mean = row["total"] / n
            return figure(one.unit, mean, n, row["customers"], _interval(one.unit, n, mean, row["squares"]))
        case "weighted":
            mean, square = row["heavy"] / row["weights"], row["heavy_squares"] / row["weights"]
            alike = statistics.effective_number(row["weights"], row["weight_squares"])
            return figure(one.unit, mean, n, row["customers"], _interval(one.unit, alike, mean, square * alike))
        case _:
            low, value, high = row[one.aggregate]
            return figure(one.unit, value, n, row["customers"], bounds if n < SURE else (low, high))


def _weighted(population: Any) -> dict[str, Any]:
    """The sums from which weighted means follow."""
    weight, value = population.weight, population.value
    return {
        "weights": weight.sum(),
        "weight_squares": (weight * weight).sum(),
        "heavy": (weight * value).sum(),
        "heavy_squares": (weight * value * value).sum(),
    }


def _interval(unit: Unit, n: int, mean: float, squares: float) -> statistics.Interval:
    """Of a mean, after what its values are: yes or no, points of promoters, or numbers."""
    if unit == "share":
        return statistics.share_interval(mean * n, n)
    if unit == "points":
        return statistics.promoter_interval(n, mean, squares)
    return statistics.mean_interval(n, mean, squares)


def figure(
    unit: Unit, value: float | None, n: int, customers: int, bounds: statistics.Interval = statistics.UNKNOWN
) -> Figure:
    """A number with its interval; of fewer customers than ten it says that they are too few."""
    low, high = bounds
    return Figure(value=value, unit=unit, low=low, high=high, n=n, customers=customers, too_few=customers < TOO_FEW)


def _shares(
    dataset: Runs,
    keys: tuple[str, ...],
    one: Figured,
    hits: Mapping[tuple[Any, ...], Mapping[str, Any] | None],
    tables: Mapping[str, pa.Table],
) -> dict[tuple[Any, ...], Figure]:
    among = dataset.run(_size(one), **tables).to_pylist()
    sizes = {key_of(row, one.among_keys): row for row in among}
    places = [keys.index(key) for key in one.among_keys]
    return {key: _share(one, row, sizes.get(tuple(key[place] for place in places))) for key, row in hits.items()}


def _share(one: Figured, hits: Mapping[str, Any] | None, all: Mapping[str, Any] | None) -> Figure:
    if all is None or not all["n"]:
        return figure(one.unit, None, 0, 0)
    k, n = (hits["n"] if hits else 0), all["n"]
    return figure(one.unit, k / n, n, all["customers"], statistics.share_interval(k, n))


@cache
def _size(one: Figured) -> Any:
    rows = (one.among or one.rows)()
    sizes = {"n": rows.count(), "customers": _customers(rows, _is_of_customers(one))}
    return rows.group_by(*one.among_keys).agg(**sizes) if one.among_keys else rows.agg(**sizes)


def _quantile_bounds(
    dataset: Runs, keys: tuple[str, ...], one: Figured, rows: Counts, tables: Mapping[str, pa.Table]
) -> dict[tuple[Any, ...], statistics.Interval]:
    """Read off the sorted values at the ranks that bound a quantile."""
    p = QUANTILE[one.aggregate]
    ranks = {key: statistics.quantile_interval_ranks(row["n"], p) for key, row in rows.items()}
    wanted = [
        dict(zip(keys, key, strict=True)) | {"rank": rank} for key, pair in ranks.items() for rank in pair if rank
    ]
    if not wanted:
        return {}
    asked = pa.Table.from_pylist(wanted, pa.schema([*_fields(one, keys), ("rank", pa.int64())]))
    read = dataset.run(_ranked(one.rows, keys), ranks=asked, **tables).to_pylist()
    values = {(key_of(row, keys), row["rank"]): row["value"] for row in read}
    return {key: (values.get((key, low)), values.get((key, high))) for key, (low, high) in ranks.items()}


def _fields(one: Figured, keys: tuple[str, ...]) -> list[pa.Field]:
    schema = one.rows().select(*keys).schema().to_pyarrow()
    return [schema.field(key) for key in keys]


@cache
def _ranked(rows: Rows, keys: tuple[str, ...]) -> Any:
    """(keys, rank, value) of the asked ranks of each key's population, sorted by value."""
    population = rows()
    types = {key: population[key].type() for key in keys}
    ranks = ibis.table(types | {"rank": "int64"}, name="ranks")
    in_order = ibis.window(group_by=list(keys), order_by=["value"])
    asked = population.semi_join(ranks, list(keys)).mutate(rank=ibis.row_number().over(in_order) + 1)
    return asked.join(ranks, [*keys, "rank"]).select(*keys, "rank", "value")


@cache
def members(one: Figured, keys: tuple[str, ...]) -> Any:
    """The population of one figure, (customer, value, at); the table `key` holds the key that was opened."""
    rows = one.rows()
    key = ibis.table({name: rows[name].type() for name in keys}, name="key")
    return rows_of(one, keys, key).select("customer", "value", "at")


def rows_of(one: Figured, keys: tuple[str, ...], of: Any) -> Any:
    """(keys, customer, value, at): the populations of one figure for some keys, the rows of `of`."""
    rows = one.rows()
    if one.among is None:
        return rows.semi_join(of, list(keys)).select(*keys, "customer", "at", value=rows.value.cast("float64"))
    among, shared = one.among(), list(one.among_keys)
    everybody = of.join(among, shared) if shared else of.cross_join(among)
    everybody = everybody.select(*keys, *one.by, "at")
    hits = rows.select(*keys, *one.by, hit="at", is_hit=True)
    joined = everybody.left_join(hits, [*keys, *one.by]).select(*everybody.columns, "hit", "is_hit")
    value, at = joined.is_hit.notnull().cast("float64"), joined.hit.fill_null(joined["at"])
    return joined.select(*keys, "customer", value=value, at=at)


def key_table(one: Figured, keys: tuple[str, ...], values: Sequence[Any]) -> pa.Table:
    """The table `key` with one key in it."""
    return pa.Table.from_pylist([dict(zip(keys, values, strict=True))], pa.schema(_fields(one, keys)))
