"""How many customers come to each node, counted by customers first: a bit of a whole number for each node.

The same numbers as the aggregates of the populations in reach.py, in a third of the time: telling apart who was where
by (node, customer) takes a row for each, by customer alone a row for each customer.
"""

from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.measures.answering import Runs
from footfall.measures.nodes import Nodes, nodes
from footfall.measures.statistics import share_interval
from footfall.measures.tables import bit_or, events
from footfall.measures.tabulating import Found, figure
from footfall.measures.ways import PutAnalysis

BITS = 62  # nodes that one whole number holds
MOST = 4 * BITS  # nodes that are counted so


@cache
def masks(words: int) -> Any:
    """(customer, been_0, been_1 …): a bit for each node that a customer came to."""
    marks = ibis.table({"combination": "int32"} | {f"mark_{word}": "int64" for word in range(words)}, name="marks")
    first = events.filter(_.visit == 1).join(marks, "combination")
    return first.group_by("customer").agg(**{f"been_{word}": bit_or(first[f"mark_{word}"]) for word in range(words)})


@cache
def customers(words: int) -> Any:
    """(node, customers) of all nodes that somebody came to."""
    bits = ibis.table({"word": "int32", "node": "int32", "bit": "int64"}, name="bits")
    been = [
        masks(words).select(been=f"been_{word}").cross_join(bits.filter(bits.word == word)) for word in range(words)
    ]
    found = [one.filter((one.been & one.bit) != 0).group_by("node").agg(customers=_.count()) for one in been]
    return ibis.union(*found) if words > 1 else found[0]


@cache
def happened() -> Any:
    """(node, n, begun): how many events, and how many paths began there."""
    counted = events.group_by("combination").agg(n=_.count(), begun=_.count(where=_.position == 0))
    return counted.join(nodes(), "combination").group_by("node").agg(n=_.n.sum(), begun=_.begun.sum())


def count(dataset: Runs, put: PutAnalysis) -> Found:
    """The nodes with the most customers."""
    words = max(1, -(-len(put.nodes.ids) // BITS))
    given = put.tables()
    marks, bits = _marks(put.nodes, words), _bits(put.nodes)
    with dataset.sharing(masks(words), marks=marks) as counted:
        came = counted.run(customers(words), bits=bits, marks=marks).to_pylist()
    events_at = {row["node"]: row for row in dataset.run(happened(), **given).to_pylist()}
    all = int(sum(row["begun"] for row in events_at.values()))
    rows = []
    for row in sorted(came, key=lambda row: (-row["customers"], row["node"])):
        n, times = row["customers"], int(events_at[row["node"]]["n"])
        told = {
            "customers": figure("customers", n, n, n),
            "share": figure("share", n / all, all, all, share_interval(n, all)),
            "events": figure("events", times, times, n),
        }
        rows.append(((row["node"],), told))
    limit = put.analysis.limit
    return Found(tuple(rows[:limit]), max(0, len(rows) - limit), customers=all)


def _marks(nodes: Nodes, words: int) -> pa.Table:
    """(combination, mark_0, mark_1 …): the bit of each combination's node, in one of the numbers."""
    columns = {"combination": pa.array([combination for combination, _ in nodes.of], pa.int32())}
    for word in range(words):
        bits = [1 << node % BITS if node // BITS == word else 0 for _, node in nodes.of]
        columns[f"mark_{word}"] = pa.array(bits, pa.int64())
    return pa.table(columns)


def _bits(nodes: Nodes) -> pa.Table:
    """(word, node, bit): in which number each node has which bit."""
    rows = [{"word": node // BITS, "node": node, "bit": 1 << node % BITS} for node in range(len(nodes.ids))]
    return pa.Table.from_pylist(rows, pa.schema([("word", pa.int32()), ("node", pa.int32()), ("bit", pa.int64())]))
