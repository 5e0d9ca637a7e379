"""How often each way is gone, counted by combinations first: one scan, however many events there are.

The same numbers as the aggregates of the populations in flow.py, but for the customers behind them: these are counted
only where there may be fewer than ten.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.measures import statistics
from footfall.measures.analyses.flow import events_at_source, transitions
from footfall.measures.answering import Runs
from footfall.measures.measure import TOO_FEW
from footfall.measures.nodes import nodes
from footfall.measures.spreading import Rows
from footfall.measures.tables import events
from footfall.measures.tabulating import Found, customers_of, figure
from footfall.measures.ways import PutAnalysis

WAY = ("source", "target")
Key = tuple[int, ...]


@cache
def pairs() -> Any:
    """(combination, next_combination, next_unknown, n, least, begun): all events, the only scan of them.

    At least `least` customers went so: a customer has one first visit at a combination. `begun` paths began there.
    """
    counts = {"n": _.count(), "least": _.count(where=_.visit == 1), "begun": _.count(where=_.position == 0)}
    return events.group_by("combination", "next_combination", "next_unknown").agg(**counts)


@cache
def ways(limit: int) -> Any:
    """(source, target, n, least, keys): the ways gone most."""
    known = pairs().filter(_.next_combination.notnull())
    named = known.join(nodes().rename(source="node"), "combination")
    named = named.join(nodes().rename(next_combination="combination", target="node"), "next_combination")
    summed = named.group_by(*WAY).agg(n=_.n.sum(), least=_.least.max())
    counted = summed.mutate(keys=summed.count().over(ibis.window()))
    return counted.order_by(_.n.desc(), *WAY).limit(limit)


@cache
def sources() -> Any:
    """(source, n, least): the events of which it is known what came next, if anything."""
    known = pairs().filter(~_.next_unknown).join(nodes().rename(source="node"), "combination")
    first = known.group_by("source", "combination").agg(n=_.n.sum(), least=_.least.sum())
    return first.group_by("source").agg(n=_.n.sum(), least=_.least.max())


@cache
def paths() -> Any:
    """One row: how many paths began."""
    return pairs().agg(customers=_.begun.sum())


def count(dataset: Runs, put: PutAnalysis) -> Found:
    """The ways gone most often, each with its share of the events at its source."""
    given = put.tables()
    with dataset.sharing(pairs()) as counted:
        gone = _read(counted, ways(put.analysis.limit), given)
        left = _read(counted, sources(), given)
        (begun,) = counted.run(paths())["customers"].to_pylist()
    went = _customers(dataset, transitions, WAY, gone, given)
    were = _customers(dataset, events_at_source, WAY[:1], left, given)
    sizes = {row["source"]: row["n"] for row in left}
    rows = []
    for row in gone:
        key, n, all = (row["source"], row["target"]), row["n"], sizes[row["source"]]
        share = figure("share", n / all, all, were.get(key[:1]), statistics.share_interval(n, all))
        rows.append((key, {"transitions": figure("events", n, n, went.get(key)), "share": share}))
    return Found(tuple(rows), (gone[0]["keys"] if gone else 0) - len(rows), customers=int(begun or 0))


def _read(dataset: Runs, counts: Any, given: Mapping[str, pa.Table]) -> list[dict[str, int]]:
    """Rows of whole numbers; DuckDB gives a sum of these as a decimal."""
    return [{name: int(value) for name, value in row.items()} for row in dataset.run(counts, **given).to_pylist()]


def _customers(
    dataset: Runs, of: Rows, keys: tuple[str, ...], rows: Sequence[Mapping[str, Any]], given: Mapping[str, pa.Table]
) -> dict[Key, int]:
    """The customers of each key that may have fewer than ten; of others they are not worth counting."""
    few = [tuple(row[key] for key in keys) for row in rows if row["least"] < TOO_FEW]
    return customers_of(dataset, of, keys, few, given)
