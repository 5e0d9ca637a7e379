"""How many customers come to each node: a customer has one first visit at a combination, so these are counted.

Of nodes that several combinations are, customers are told apart first: by a bit of a whole number for each node, in a
third of the time that telling pairs of node and customer apart takes. The same numbers as the aggregates of the
populations in reach.py.
"""

from collections import Counter
from functools import cache
from typing import Any

import ibis
import pyarrow as pa
from ibis import _

from footfall.events.derived import ways
from footfall.measures.answering import Runs
from footfall.measures.nodes import Nodes, nodes
from footfall.measures.statistics import share_interval
from footfall.measures.tables import bit_or, events
from footfall.measures.tabulating import Found, figure
from footfall.measures.ways import PutAnalysis

BITS = 62  # nodes that one whole number holds
MOST = 4 * BITS  # nodes of several combinations that are counted so


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
    """(node, n, begun, first): how many events, how many paths began there, how many first visits at a combination."""
    known = ways().join(nodes(), "combination").group_by("node")
    return known.agg(n=_.n.sum(), begun=_.begun.sum(), first=_.least.sum())


def shared(nodes: Nodes) -> list[int]:
    """The nodes that several combinations are."""
    return [node for node, combinations in Counter(node for _, node in nodes.of).items() if combinations > 1]


def count(dataset: Runs, put: PutAnalysis) -> Found:
    """The nodes with the most customers."""
    events_at = {row.pop("node"): row for row in dataset.run(happened(), **put.tables()).to_pylist()}
    came = {node: row["first"] for node, row in events_at.items()} | _told_apart(dataset, put.nodes)
    all = sum(row["begun"] for row in events_at.values())
    rows = []
    for node, n in sorted(came.items(), key=lambda one: (-one[1], one[0])):
        times = events_at[node]["n"]
        told = {
            "customers": figure("customers", n, n, n),
            "share": figure("share", n / all, all, all, share_interval(n, all)),
            "events": figure("events", times, times, n),
        }
        rows.append(((node,), told))
    limit = put.analysis.limit
    return Found(tuple(rows[:limit]), max(0, len(rows) - limit), customers=all)


def _told_apart(dataset: Runs, nodes: Nodes) -> dict[int, int]:
    """How many customers came to each node of several combinations."""
    if not (several := shared(nodes)):
        return {}
    words = -(-len(several) // BITS)
    marks, bits = _marks(nodes, several, words), _bits(several)
    with dataset.sharing(masks(words), marks=marks) as counted:
        rows = counted.run(customers(words), bits=bits, marks=marks).to_pylist()
    return {row["node"]: row["customers"] for row in rows}


def _marks(nodes: Nodes, several: list[int], words: int) -> pa.Table:
    """(combination, mark_0, mark_1 …): the bit of each combination's node, in one of the numbers."""
    places = {node: place for place, node in enumerate(several)}
    of = [(combination, places[node]) for combination, node in nodes.of if node in places]
    columns = {"combination": pa.array([combination for combination, _ in of], pa.int32())}
    for word in range(words):
        bits = [1 << place % BITS if place // BITS == word else 0 for _, place in of]
        columns[f"mark_{word}"] = pa.array(bits, pa.int64())
    return pa.table(columns)


def _bits(several: list[int]) -> pa.Table:
    """(word, node, bit): in which number each node has which bit."""
    rows = [{"word": place // BITS, "node": node, "bit": 1 << place % BITS} for place, node in enumerate(several)]
    return pa.Table.from_pylist(rows, pa.schema([("word", pa.int32()), ("node", pa.int32()), ("bit", pa.int64())]))
