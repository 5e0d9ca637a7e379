"""Segments found from behaviour: customers who do alike, as proposals for personas.

What a customer did is told by which share of their events was at each node (clustering.py says the rest). Each segment
is set against all other customers, node by node.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
from ibis import _
from pydantic import JsonValue

from footfall.journey.analyses import SegmentsAnalysis
from footfall.measures import statistics
from footfall.measures.analysed import Contrasted, Figure
from footfall.measures.analyses.reach import customers_there, everybody
from footfall.measures.answering import Runs
from footfall.measures.clustering import CHUNK, CLEAR, SAMPLE, Matrix, assigned, cluster, squared_distances
from footfall.measures.contrasting import Compared, Pair, compare
from footfall.measures.nodes import events_as_nodes
from footfall.measures.score import SCALE
from footfall.measures.tables import answers
from footfall.measures.tabulating import Figured, Found, figure
from footfall.measures.ways import PutAnalysis, Way

SEGMENTS = pa.schema([("customer", pa.int32()), ("segment", pa.int64()), ("typical", pa.bool_())])
MOST_NODES = 40  # of the most frequent nodes each is told by itself, all others together
MOST_COMPARED = 2_000  # nodes, of those where most customers came, at which a segment is set against others
TOLD = 3  # nodes that name what a segment does more and less
LONGEST_JOURNEY = 30  # events of a typical journey that are told

Told = tuple[tuple[int, int], Contrasted]  # segment and node, and whether it differs there


@cache
def found() -> Any:
    """(customer, segment, typical): in which segment each customer is, and who is nearest to its middle."""
    return ibis.table({"customer": "int32", "segment": "int64", "typical": "boolean"}, name="segments")


@cache
def customers_here() -> Any:
    """Each customer of a segment once at each node, at the first time there."""
    return customers_there().join(found(), "customer").select("segment", "node", "customer", "at")


@cache
def customers_of() -> Any:
    """The customers of each segment, at their first event."""
    return everybody().join(found(), "customer").select("segment", "customer", "at")


@cache
def _numbers() -> Any:
    return found().select(of="segment").distinct()


@cache
def others_here() -> Any:
    """For each segment each customer of the others once at each node."""
    rows = customers_here().join(_numbers(), _.segment != _numbers().of)
    return rows.select("node", "customer", "at", segment="of")


@cache
def other_customers() -> Any:
    """For each segment the customers of the others."""
    rows = customers_of().join(_numbers(), _.segment != _numbers().of)
    return rows.select("customer", "at", segment="of")


SHARE = Figured(
    "share", "share", "share", "Of the customers of the segment, the share who came here.",
    customers_here, customers_of, ("segment",),
)  # fmt: skip
OTHERS = Figured(
    "others", "share", "share", "Of all other customers, the share who came here.",
    others_here, other_customers, ("segment",),
)  # fmt: skip


def figures(analysis: SegmentsAnalysis) -> Sequence[Figured]:  # noqa: ARG001 - all have the same
    """The share of the segment, and of all others."""
    return SHARE, OTHERS


def words(analysis: SegmentsAnalysis) -> str:  # noqa: ARG001 - all are found alike
    """How segments are found."""
    return (
        "Customers whose shares of events at each place are alike, found by k-means on the square roots of the shares; "
        "as many segments as stand apart most clearly."
    )


@cache
def _counts() -> Any:
    counted = events_as_nodes().group_by("customer", "node").agg(events=_.count())
    return counted.order_by("customer", "node")


@dataclass(frozen=True)
class _Did:
    """How often each customer was at each node: sorted by customer."""

    customers: np.ndarray[Any, Any]
    starts: np.ndarray[Any, Any]  # where the rows of each customer begin; one more at the end
    nodes: np.ndarray[Any, Any]  # columns of `shares`
    events: np.ndarray[Any, Any]
    width: int

    def shares(self, places: np.ndarray[Any, Any]) -> Matrix:
        """The shares of some customers, a row for each."""
        sizes = self.starts[places + 1] - self.starts[places]
        rows = np.repeat(np.arange(len(places)), sizes)
        cells = np.repeat(self.starts[places] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        told = np.zeros((len(places), self.width))
        np.add.at(told, (rows, self.nodes[cells]), self.events[cells])
        shares: Matrix = told / told.sum(axis=1, keepdims=True)
        return shares


def _did(table: pa.Table) -> _Did:
    customers, nodes, events = (table[name].to_numpy() for name in ("customer", "node", "events"))
    known, starts = np.unique(customers, return_index=True)
    totals = np.bincount(nodes, weights=events)
    frequent = np.argsort(-totals, kind="stable")[:MOST_NODES]
    columns = np.full(len(totals), len(frequent))
    columns[frequent] = np.arange(len(frequent))
    return _Did(known, np.append(starts, len(customers)), columns[nodes], events, len(frequent) + 1)


def prepare(dataset: Runs, put: PutAnalysis) -> dict[str, pa.Table]:
    """Find the segments: the table behind `found`, and in its metadata how clear they are."""
    table = dataset.run(_counts(), **put.tables())
    if not table.num_rows:
        return {"segments": SEGMENTS.empty_table()}
    did = _did(table)
    all = np.arange(len(did.customers))
    told = cluster(did.shares(all[:: max(1, -(-len(all) // SAMPLE))]), range(2, put.analysis.most + 1))
    labels, typical = _assign(did, told.means)
    sizes = np.bincount(labels, minlength=len(told.means))
    order = np.argsort(-sizes, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(1, len(order) + 1)
    is_typical = np.isin(all, typical)
    columns = [pa.array(did.customers, pa.int32()), pa.array(place[labels]), pa.array(is_typical)]
    return {"segments": pa.table(columns, SEGMENTS.with_metadata({"silhouette": f"{told.silhouette:.3f}"}))}


def _assign(did: _Did, means: Matrix) -> tuple[np.ndarray[Any, Any], list[int]]:
    """In which segment each customer is, and who is nearest to the middle of each."""
    labels, nearest = [], [(np.inf, -1)] * len(means)
    for start in range(0, len(did.customers), CHUNK):
        places = np.arange(start, min(start + CHUNK, len(did.customers)))
        rows = np.sqrt(did.shares(places))
        mine, away = assigned(rows, means), squared_distances(rows, means)
        labels.append(mine)
        for number in range(len(means)):
            distance = np.where(mine == number, away[:, number], np.inf)
            at = int(distance.argmin())
            nearest[number] = min(nearest[number], (float(distance[at]), start + at))
    return np.concatenate(labels), [place for distance, place in nearest if distance < np.inf]


@cache
def _at_nodes() -> Any:
    return customers_here().group_by("segment", "node").agg(customers=_.count())


@cache
def _sizes() -> Any:
    return customers_of().group_by("segment").agg(customers=_.count()).order_by("segment")


def run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:  # noqa: ARG001 - a way of all ways
    """Each segment beside all others, what differs most first; in the details its size, typical journey and score."""
    sizes = {row["segment"]: row["customers"] for row in dataset.run(_sizes(), **put.tables()).to_pylist()}
    here = {
        (row["segment"], row["node"]): row["customers"] for row in dataset.run(_at_nodes(), **put.tables()).to_pylist()
    }
    there = Counter[int]()
    for (_segment, node), customers in here.items():
        there[node] += customers
    compared = sorted(there, key=lambda node: (-there[node], node))[:MOST_COMPARED]
    keys = sorted((segment, node) for segment in sizes for node in compared)
    pairs = [_pair(sizes, segment, here.get((segment, node), 0), there[node]) for segment, node in keys]
    told = sorted(compare(pairs, lambda *_: ""), key=lambda item: keys[item[0]][0])
    rows = tuple((keys[place], _figures(one)) for place, one in told)
    contrasts = tuple(one.contrasted for _, one in told)
    limit = put.analysis.limit
    details = _details(dataset, put, sizes, list(zip((key for key, _ in rows), contrasts, strict=True)))
    more, note = max(0, len(rows) - limit), _note(put, len(there))
    return Found(rows[:limit], more, note, details=details, contrasts=contrasts[:limit])


def _pair(sizes: Mapping[int, int], segment: int, hits: int, all_hits: int) -> Pair:
    n, everyone = sizes[segment], sum(sizes.values())
    return Pair("share", "share", _share(hits, n), _share(all_hits - hits, everyone - n))


def _share(hits: int, n: int) -> Figure:
    return figure("share", hits / n if n else None, n, n, statistics.share_interval(hits, n))


def _figures(one: Compared) -> dict[str, Figure]:
    return {"share": one.pair.first, "others": one.pair.second}


def _silhouette(put: PutAnalysis) -> float:
    return float((put.given["segments"].schema.metadata or {}).get(b"silhouette", b"0"))


def _note(put: PutAnalysis, nodes: int) -> str:
    clear, said = _silhouette(put), []
    if clear < CLEAR:
        said.append(
            f"The segments hardly stand apart (silhouette {clear:.2f}): they are a way to look, not kinds of people."
        )
    if nodes > MOST_COMPARED:
        said.append(f"They are compared at the {MOST_COMPARED:,} places of {nodes:,} where most customers came.")
    return " ".join(said)


@cache
def _scores() -> Any:
    scored = answers.filter(_.score.notnull()).join(found(), "customer").mutate(value=_.score.cast("float64"))
    totals = {"n": _.count(), "total": _.value.sum(), "squares": (_.value * _.value).sum()}
    return scored.group_by("segment", *SCALE).agg(customers=_.customer.nunique(), **totals)


@cache
def _journeys() -> Any:
    """The first events of the customers who are nearest to the middle of each segment."""
    typical = found().filter(_.typical)
    rows = events_as_nodes().join(typical, "customer").filter(_.position < LONGEST_JOURNEY)
    return rows.order_by("segment", "position").select("segment", "node")


def _details(dataset: Runs, put: PutAnalysis, sizes: Mapping[int, int], told: Sequence[Told]) -> dict[str, JsonValue]:
    journeys: dict[int, list[JsonValue]] = {}
    for row in dataset.run(_journeys(), **put.tables()).to_pylist():
        journeys.setdefault(row["segment"], []).append(put.nodes.id(row["node"]))
    scores = _most_answered(dataset.run(_scores(), **put.tables()).to_pylist())
    segments: list[JsonValue] = []
    for segment, size in sizes.items():
        more, less = (list(_most(put, segment, told, sign)) for sign in (1, -1))
        segments.append(
            {
                "segment": str(segment),
                "name": _name(put, more, less),
                "customers": size,
                "share": size / sum(sizes.values()),
                "more": more,
                "less": less,
                "journey": journeys.get(segment, []),
                "score": scores.get(segment),
            }
        )
    return {"segments": segments, "silhouette": _silhouette(put)}


def _most(put: PutAnalysis, segment: int, told: Sequence[Told], sign: int) -> Iterator[JsonValue]:
    """The nodes at which a segment differs most, more often than others (1) or less often (-1)."""
    mine = [(node, says) for (one, node), says in told if one == segment and says.differs]
    for node, _says in [(node, says) for node, says in mine if sign * (says.effect or 0) > 0][:TOLD]:
        yield put.nodes.id(node)


def _name(put: PutAnalysis, more: Sequence[JsonValue], less: Sequence[JsonValue]) -> str:
    """A name for a segment to begin with."""
    known = dict(zip(put.nodes.ids, put.nodes.names, strict=True))
    ids, word = (more, "More") if more else (less, "Less")
    names = [known[str(id)] for id in ids[:2]]
    return f"{word} {' and '.join(f'“{name}”' for name in names)}" if names else "Like all others"


def _most_answered(rows: Sequence[Mapping[str, Any]]) -> dict[int, JsonValue]:
    """The mean score of each segment, on the one scale that was answered most."""
    answered: dict[tuple[Any, ...], int] = {}
    for row in rows:
        scale = tuple(row[name] for name in SCALE)
        answered[scale] = answered.get(scale, 0) + row["n"]
    if not answered:
        return {}
    most = min(answered, key=lambda scale: (-answered[scale], scale))
    return {row["segment"]: _score(row) for row in rows if tuple(row[name] for name in SCALE) == most}


def _score(row: Mapping[str, Any]) -> JsonValue:
    mean = row["total"] / row["n"]
    told = figure("score", mean, row["n"], row["customers"], statistics.mean_interval(row["n"], mean, row["squares"]))
    told_scale = {"question": row["question"], "scale": [row["scale_min"], row["scale_max"]]}
    return told.model_dump(mode="json") | told_scale


WAY = Way({"segment": "number", "node": "node"}, figures, words, run=run, prepare=prepare)
