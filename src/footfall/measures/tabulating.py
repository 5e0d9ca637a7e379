"""Figures by key: each an aggregate of exactly the rows of its population that have the key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

import ibis
import pyarrow as pa
from ibis import _
from pydantic import JsonValue

from footfall.measures import statistics
from footfall.measures.analysed import Contrasted, Figure
from footfall.measures.answering import QUANTILE, Runs
from footfall.measures.collecting import uncollected
from footfall.measures.measure import TOO_FEW, Unit
from footfall.measures.spreading import Quantiles, Rows, key_fields, key_of, spread
from footfall.measures.tables import bit_or


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


@dataclass(frozen=True)
class Found:
    """The rows of a table: their keys as the tables have them, and their figures."""

    rows: tuple[tuple[tuple[Any, ...], dict[str, Figure]], ...]
    more: int = 0
    note: str = ""
    details: Mapping[str, JsonValue] = field(default_factory=dict)
    facts: tuple[Mapping[str, str], ...] = ()  # of each row what else is known of it
    contrasts: tuple[Contrasted, ...] = ()  # of each row, where it sets customers against others
    customers: int | None = None  # with events in what was looked at, where the way came to know it


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
    for of, names in _quantiles(figures).items():
        sizes = {key: counts[of][key]["n"] for key in shown if key in counts[of]}
        asked = Quantiles(of, keys, names, are_all=not more and len(sizes) == len(counts[of]))
        for key, quantiles in spread(dataset, asked, sizes, tables).items():
            counts[of][key] |= quantiles
    told = {one.name: _figures(dataset, keys, one, shown, counts[one.rows], tables) for one in figures}
    rows = [(key, {name: by_key[key] for name, by_key in told.items()}) for key in shown]
    return Found(tuple(sorted(rows, key=lambda row: row[0]) if wanted.by_key else rows), more)


def _quantiles(figures: Sequence[Figured]) -> dict[Rows, tuple[str, ...]]:
    """Which quantiles are read off each population."""
    found: dict[Rows, tuple[str, ...]] = {}
    for one in figures:
        if one.aggregate in QUANTILE:
            found[one.rows] = (*found.get(one.rows, ()), one.aggregate)
    return found


Counts = dict[tuple[Any, ...], dict[str, Any]]
Heads = Literal["rows", "all", "few"]


def _counted(
    dataset: Runs, keys: tuple[str, ...], figures: Sequence[Figured], wanted: Wanted, tables: Mapping[str, pa.Table]
) -> tuple[dict[Rows, Counts], int]:
    """For each population that figures share, one row a key; and how many keys the first one has."""
    found: dict[Rows, Counts] = {}
    total = 0
    for rows in dict.fromkeys(one.rows for one in figures):
        asked, heads = _asked([one for one in figures if one.rows == rows])
        limit = 0 if found else wanted.limit
        read = dataset.run(summary(rows, keys, asked, limit, wanted.by_key, heads), **tables).to_pylist()
        if not found:
            total = read[0]["keys"] if read else 0
        if heads == "few":
            _tell_few_apart(dataset, rows, keys, read, tables)
        found[rows] = {key_of(row, keys): row for row in read}
    return found, total


def _asked(figures: Sequence[Figured]) -> tuple[frozenset[str], Heads]:
    """What is read off a population in one go, and how its customers are counted.

    Where each has one row at most of each key, rows are customers. Else telling customers apart takes longer than all
    else, and there are many: only where they may be too few it is done. Of what they said there is less, and it is.
    """
    aggregates = frozenset(one.aggregate for one in figures if one.aggregate not in QUANTILE)
    heads = {_heads(one) for one in figures}
    return aggregates, next(one for one in ("rows", "all", "few") if one in heads)


def _heads(one: Figured) -> Heads:
    if one.aggregate == "share" and one.by == ("customer",):
        return "rows"
    return "all" if one.aggregate in {"sum", "mean", "weighted"} else "few"


LEFT_OVER = 31  # customers' numbers leave so many rests: a bit of a whole number for each


def _customers(population: Any, heads: Heads) -> Any:
    """How many customers; of `few` a bit for each rest that a number leaves: at least as many customers as bits."""
    if heads == "few":
        return bit_or(ibis.literal(1, "int32") << (population.customer % LEFT_OVER))
    return population.count() if heads == "rows" else population.customer.nunique()


def _tell_few_apart(
    dataset: Runs, rows: Rows, keys: tuple[str, ...], read: Sequence[dict[str, Any]], tables: Mapping[str, pa.Table]
) -> None:
    """In the place of bits: how many customers, or None where they are certainly enough."""
    few = [key_of(row, keys) for row in read if row["customers"].bit_count() < TOO_FEW]
    told = customers_of(dataset, rows, keys, few, tables)
    for row in read:
        row["customers"] = told.get(key_of(row, keys))


def customers_of(
    dataset: Runs,
    rows: Rows,
    keys: tuple[str, ...],
    few: Sequence[tuple[Any, ...]],
    tables: Mapping[str, pa.Table],
) -> dict[tuple[Any, ...], int]:
    """How many customers a population has at each of these keys, which may have fewer than ten."""
    if not few:
        return {}
    named = [dict(zip(keys, key, strict=True)) for key in few]
    asked = pa.Table.from_pylist(named, pa.schema(key_fields(rows, keys)))
    read = dataset.run(_apart(rows, keys), few=asked, **tables).to_pylist()
    return {key_of(row, keys): row["customers"] for row in read}


@cache
def _apart(rows: Rows, keys: tuple[str, ...]) -> Any:
    """(keys, customers) of the keys in the table `few`."""
    population = rows()
    if not keys:
        return population.agg(customers=population.customer.nunique())
    few = ibis.table({key: population[key].type() for key in keys}, name="few")
    return population.semi_join(few, list(keys)).group_by(*keys).agg(customers=_.customer.nunique())


@cache
def summary(
    rows: Rows,
    keys: tuple[str, ...],
    aggregates: frozenset[str] = frozenset(),
    limit: int = 0,
    by_key: bool = False,
    heads: Heads = "all",
) -> Any:
    """A row for each key: how many rows, of how many customers, and what these aggregates follow from."""
    population = rows()
    read = _sums(population) if aggregates & {"sum", "mean"} else {}
    read |= _weighted(population) if "weight" in population.columns else {}
    counted = population.group_by(*keys).agg(n=population.count(), customers=_customers(population, heads), **read)
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
    with uncollected():
        return {key: _figure(one, mine.get(key)) for key in shown}


def _figure(one: Figured, row: Mapping[str, Any] | None) -> Figure:
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
            return figure(one.unit, value, n, row["customers"], (low, high))


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
    unit: Unit, value: float | None, n: int, customers: int | None, bounds: statistics.Interval = statistics.UNKNOWN
) -> Figure:
    """A number with its interval; of fewer customers than ten it says that they are too few.

    `customers` is None where they are certainly enough, and were not counted.
    """
    low, high = bounds
    few = customers is not None and customers < TOO_FEW
    return Figure(value=value, unit=unit, low=low, high=high, n=n, customers=customers, too_few=few)


def _shares(
    dataset: Runs,
    keys: tuple[str, ...],
    one: Figured,
    hits: Mapping[tuple[Any, ...], Mapping[str, Any] | None],
    tables: Mapping[str, pa.Table],
) -> dict[tuple[Any, ...], Figure]:
    rows, heads = one.among or one.rows, _heads(one)
    among = dataset.run(_size(rows, one.among_keys, heads), **tables).to_pylist()
    if heads == "few":
        _tell_few_apart(dataset, rows, one.among_keys, among, tables)
    sizes = {key_of(row, one.among_keys): row for row in among}
    places = [keys.index(key) for key in one.among_keys]
    with uncollected():
        return {key: _share(one, row, sizes.get(tuple(key[place] for place in places))) for key, row in hits.items()}


def _share(one: Figured, hits: Mapping[str, Any] | None, all: Mapping[str, Any] | None) -> Figure:
    if all is None or not all["n"]:
        return figure(one.unit, None, 0, 0)
    k, n = (hits["n"] if hits else 0), all["n"]
    return figure(one.unit, k / n, n, all["customers"], statistics.share_interval(k, n))


@cache
def _size(rows: Rows, keys: tuple[str, ...], heads: Heads) -> Any:
    """How many rows a population has in all, or by these keys, and of how many customers."""
    population = rows()
    sizes = {"n": population.count(), "customers": _customers(population, heads)}
    return population.group_by(*keys).agg(**sizes) if keys else population.agg(**sizes)


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
    return pa.Table.from_pylist([dict(zip(keys, values, strict=True))], pa.schema(key_fields(one.rows, keys)))
