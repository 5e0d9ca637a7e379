"""How often each way is gone, counted by combinations first: at most one scan, however many events there are.

The same numbers as the aggregates of the populations in flow.py, but for the customers behind them: these are counted
only where there may be fewer than ten.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.events.derived import ways
from footfall.measures import statistics
from footfall.measures.analysed import Figure
from footfall.measures.analyses import flow_hours
from footfall.measures.analyses.flow import KEYS, events_at_source, transitions
from footfall.measures.answering import Runs
from footfall.measures.collecting import uncollected
from footfall.measures.measure import TOO_FEW
from footfall.measures.nodes import nodes
from footfall.measures.spreading import Rows, Spread
from footfall.measures.tabulating import Found, customers_of, figure
from footfall.measures.ways import PutAnalysis

Key = tuple[int, ...]


@cache
def gone(limit: int) -> Any:
    """(source, target, n, least, begin, runs, keys): the ways gone most.

    Each is of so many `runs` of hours in order, the first of which would `begin` there (flow_hours.py).
    """
    known = ways().filter(_.next_combination.notnull())
    before = ibis.window(order_by=["combination", "next_combination"], preceding=None, following=0)
    known = known.mutate(begin=_.n.sum().over(before) - _.n)
    named = known.join(nodes().rename(source="node"), "combination")
    named = named.join(nodes().rename(next_combination="combination", target="node"), "next_combination")
    summed = named.group_by(*KEYS).agg(n=_.n.sum(), least=_.least.max(), begin=_.begin.min(), runs=_.count())
    counted = summed.mutate(keys=summed.count().over(ibis.window()))
    return counted.order_by(_.n.desc(), *KEYS).limit(limit)


@cache
def sources() -> Any:
    """(source, n, least): the events of which it is known what came next, if anything."""
    known = ways().filter(~_.next_unknown).join(nodes().rename(source="node"), "combination")
    first = known.group_by("source", "combination").agg(n=_.n.sum(), least=_.least.sum())
    return first.group_by("source").agg(n=_.n.sum(), least=_.least.max())


@cache
def paths() -> Any:
    """One row: how many paths began."""
    return ways().agg(customers=_.begun.sum())


def count(dataset: Runs, put: PutAnalysis) -> Found:
    """The ways gone most often, each with its share of the events at its source."""
    given = put.tables()
    with dataset.sharing(ways()) as counted:
        most = counted.run(gone(put.analysis.limit), **given).to_pylist()
        left = counted.run(sources(), **given).to_pylist()
        (begun,) = counted.run(paths())["customers"].to_pylist()
    went = _customers(dataset, transitions, KEYS, most, given)
    were = _customers(dataset, events_at_source, KEYS[:1], left, given)
    hours = flow_hours.of_ways(dataset, put, most) if put.analysis.times else {}
    with uncollected():
        rows = tuple(_rows(most, {row["source"]: row["n"] for row in left}, went, were, hours))
    return Found(rows, (most[0]["keys"] if most else 0) - len(rows), customers=begun or 0)


def _rows(
    most: Sequence[Mapping[str, int]],
    sizes: Mapping[int, int],
    went: Mapping[Key, int],
    were: Mapping[Key, int],
    hours: Mapping[Key, Spread],
) -> Iterator[tuple[Key, dict[str, Figure]]]:
    """Each way with its figures; `sizes` says how many events each source has."""
    for row in most:
        key, n, all = (row["source"], row["target"]), row["n"], sizes[row["source"]]
        share = figure("share", n / all, all, were.get(key[:1]), statistics.share_interval(n, all))
        told = {"transitions": figure("events", n, n, went.get(key)), "share": share}
        yield key, told | flow_hours.figures(hours.get(key, {}), n, went.get(key))


def _customers(
    dataset: Runs, of: Rows, keys: tuple[str, ...], rows: Sequence[Mapping[str, Any]], given: Mapping[str, pa.Table]
) -> dict[Key, int]:
    """The customers of each key that may have fewer than ten; of others they are not worth counting."""
    few = [tuple(row[key] for key in keys) for row in rows if row["least"] < TOO_FEW]
    return customers_of(dataset, of, keys, few, given)
