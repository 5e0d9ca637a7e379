"""Contrast of two groups: the analyses of each, side by side, as they would be alone; so its numbers are theirs.

What the groups are told apart by, such as the place where the churned ended, is left out: it differs by itself.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from footfall.errors import InvalidQuestion
from footfall.journey.analyses import (
    Analysis,
    ContrastAnalysis,
    FlowAnalysis,
    ReachAnalysis,
    ScoresAnalysis,
    named_places,
)
from footfall.journey.both import both
from footfall.journey.questions import Place
from footfall.measures import statistics
from footfall.measures.analysed import AnalysedRow, AnalysisResult, Contrasted, Figure
from footfall.measures.analysing import WAYS
from footfall.measures.contrasting import Compared, How, Pair, compare, orders, spread
from footfall.measures.differences import Order
from footfall.measures.measure import TOO_FEW
from footfall.measures.tables import customers
from footfall.measures.tabulating import Figured, figure
from footfall.service.exploring import AskedAnalysis

MOST = 10_000  # rows of each analysis that are compared
KEY = ("what", "node", "target", "scale")
SIDES = ("first", "second")
SCALE = ("question", "instrument", "scale_min", "scale_max", "better")

Key = tuple[str, str, str, str]


@dataclass(frozen=True)
class _Side:
    """One group, with the analyses of it."""

    name: str
    steps: AskedAnalysis
    ways: AskedAnalysis
    scores: AskedAnalysis

    def of(self, what: str) -> AskedAnalysis:
        """The analysis that a kind of row is read off."""
        return {"steps": self.steps, "scores": self.scores}.get(what, self.ways)


@dataclass(frozen=True)
class _Read:
    """Which figure of an analysis a row is, and how such figures are compared."""

    figure: str
    how: How
    words: str  # what it says, with {node} and {target}


READ = {
    "steps": _Read("share", "share", "{first} of {a} came to {node}, {second} of {b}"),
    "transitions": _Read("share", "share", "From {node}, {first} of {a} went straight to {target}, {second} of {b}"),
    "durations": _Read("median_hours", "median", "From {node} straight to {target} took {a} {first}, {b} {second}"),
    "scores": _Read("mean", "mean", "To {node}, {a} gave {first}, {b} {second}"),
}
PROMOTERS = _Read("nps", "points", "To {node}, {a} have a Net Promoter Score of {first}, {b} of {second}")


def _read(key: Key) -> _Read:
    return PROMOTERS if key[0] == "scores" and "nps" in key[3].split() else READ[key[0]]


@dataclass(frozen=True)
class AskedContrast:
    """A contrast, resolved against one dataset as it is now."""

    analysis: ContrastAnalysis
    sides: tuple[_Side, _Side]

    def result(self) -> AnalysisResult:
        """All rows that both groups have, those that differ first."""
        pairs = dict(self._pairs())
        keys = list(pairs)
        told = compare(list(pairs.values()), lambda place, says: self._sentence(keys[place], pairs[keys[place]], says))
        first, second = (side.steps.result() for side in self.sides)
        rows = tuple(_row(keys[place], one) for place, one in told)
        return AnalysisResult(
            analysis=self.analysis,
            definition=self._definition,
            figures={name: self._said(name) for name in (*SIDES, "difference")},
            names=self._names,
            first=first.first,
            last=first.last,
            customers=first.customers + second.customers - self._in_both,
            rows=rows[: self.analysis.limit],
            more=max(0, len(rows) - self.analysis.limit),
            note=" ".join(filter(None, (*self._notes(first, second), first.note))),
            details={"customers": {"first": first.customers, "second": second.customers, "both": self._in_both}},
        )

    def definition(self, figure: str) -> str:
        """What is compared, and what this figure says of it."""
        return f"{self._definition} {self._said(figure)}"

    def members(self, key: Mapping[str, str], figure: str, offset: int, limit: int) -> tuple[int, list[dict[str, Any]]]:
        """How many rows a figure counted, and a page of them; a difference counted those of both groups."""
        wanted = [side for name, side in zip(SIDES, self.sides, strict=True) if figure in (name, "difference")]
        if not wanted:
            raise InvalidQuestion(f"A contrast has no figure '{figure}'.", "It has first, second and difference.")
        if key.keys() != set(KEY) or key["what"] not in READ:
            raise InvalidQuestion(f"{dict(key)} is no row of this analysis.", f"A row has {' and '.join(KEY)}.")
        place: Key = (key["what"], key["node"], key["target"], key["scale"])
        total = 0
        rows: list[dict[str, Any]] = []
        for side in wanted:
            inside = _inside(place)
            count, page = side.of(place[0]).members(inside, _read(place).figure, max(0, offset - total), limit)
            total, rows = total + count, rows + page[: limit - len(rows)]
        return total, rows

    def _pairs(self) -> Iterator[tuple[Key, Pair]]:
        """All numbers that are compared, by their keys."""
        for what in self.analysis.what:
            first, second = (_figures(what, side) for side in self.sides)
            ordered = self._orders(what)
            for key in dict.fromkeys((*first, *second)):
                a, b = first.get(key) or _none_of(key, self.sides[0]), second.get(key) or _none_of(key, self.sides[1])
                if a and b and not self._tells_apart & {key[1], key[2]}:
                    yield key, Pair(_read(key).how, a.unit, a, b, ordered.get(key))

    def _orders(self, what: str) -> dict[Key, Order]:
        """How the values of both groups stand among each other, where they have an order."""
        if READ[what].how == "share":
            return {}
        told = [side.of(what) for side in self.sides]
        one = _figured(told[0], READ[what].figure)
        keys = tuple(WAYS[told[0].put.analysis.analysis].keys_of(told[0].put.analysis))
        counts = [side.scope().run(spread(one.rows, keys), **side.prepared().tables()) for side in told]
        found = orders(counts[0], counts[1], keys)
        if what == "scores":
            return {_scale_key(dict(zip(keys, key, strict=True))): order for key, order in found.items()}
        id = told[0].put.nodes.id
        return {(what, id(key[0]), id(key[1]), ""): order for key, order in found.items()}

    @cached_property
    def _in_both(self) -> int:
        """Customers who are in both groups."""
        first, second = (side.steps.scope().run(customers.select("identity")) for side in self.sides)
        return len(np.intersect1d(first["identity"].to_numpy(), second["identity"].to_numpy()))

    @property
    def _names(self) -> dict[str, str]:
        return dict(zip(self.sides[0].steps.put.nodes.ids, self.sides[0].steps.put.nodes.names, strict=True))

    @cached_property
    def _tells_apart(self) -> set[str]:
        """The nodes by which the groups are told apart."""
        return {item for place in named_by(self.analysis) for item in place}

    @property
    def _definition(self) -> str:
        first, second = self.sides
        return f"Each number among “{first.name}” and among “{second.name}”, as it is for each group alone."

    def _said(self, figure: str) -> str:
        if figure == "difference":
            return "The first group less the second."
        return f"Among “{self.sides[SIDES.index(figure)].name}”."

    def _notes(self, first: AnalysisResult, second: AnalysisResult) -> Iterator[str]:
        for side, result in zip(self.sides, (first, second), strict=True):
            if result.customers < TOO_FEW:
                yield f"“{side.name}” has {result.customers} customers: too few to say."
        if self._in_both:
            yield f"{self._in_both:,} customers are in both groups and count in each."
        if left := [self._names[id] for id in self._tells_apart if id in self._names]:
            yield f"Left out, as the groups are told apart by it: {', '.join(sorted(left))}."

    def _sentence(self, key: Key, pair: Pair, says: Contrasted) -> str:
        from footfall.render.formats import Format

        writing = Format("en")
        if pair.is_too_few or pair.first.value is None or pair.second.value is None:
            return "Too few to say."
        node, target = (f"“{self._names.get(id, id)}”" if id else "the survey" for id in key[1:3])
        said = _read(key).words.format(
            node=node,
            target=target,
            a=f"“{self.sides[0].name}”",
            b=f"“{self.sides[1].name}”",
            first=writing.measure(pair.first.value, pair.unit),
            second=writing.measure(pair.second.value, pair.unit),
        )
        return f"{said}." if says.differs else f"{said}; chance may show as much."


def contrast_of(analysis: ContrastAnalysis, put: Callable[[Analysis], AskedAnalysis]) -> AskedContrast:
    """Resolve a contrast; `put` resolves an analysis against the dataset. Raises InvalidQuestion, and as `put` does."""
    sides = []
    for group in analysis.groups:
        only, by = both(analysis.only, group.only), analysis.by
        steps = put(ReachAnalysis(only=only, by=by, limit=MOST))
        ways = put(FlowAnalysis(only=only, by=by, limit=MOST, times="durations" in analysis.what))
        sides.append(_Side(group.name, steps, ways, put(ScoresAnalysis(only=only, by=by, groups=(), limit=MOST))))
    return AskedContrast(analysis, (sides[0], sides[1]))


def _figures(what: str, side: _Side) -> dict[Key, Figure]:
    """The figures of one group, by the keys of the contrast."""
    found = {}
    for row in side.of(what).result().rows:
        key = _key(what, row)
        if row.figures[_read(key).figure].n:
            found[key] = row.figures[_read(key).figure]
    return found


def _key(what: str, row: AnalysedRow) -> Key:
    if what == "scores":
        return _scale_key(row.key)
    return what, row.key.get("node") or row.key["source"], row.key.get("target", ""), ""


def _scale_key(row: Mapping[str, Any]) -> Key:
    low, high = (f"{float(row[name]):g}" for name in ("scale_min", "scale_max"))
    return "scores", row["question"], "", f"{row['instrument']} {low} {high} {row['better']}"


def _inside(key: Key) -> dict[str, str]:
    """The key of the row of the analysis that a row of the contrast is read off."""
    what, node, target, scale = key
    if what == "steps":
        return {"node": node}
    if what == "scores":
        return dict(zip(SCALE, (node, *scale.rsplit(" ", 3)), strict=True)) if scale.count(" ") >= 3 else {}
    return {"source": node, "target": target}


def _none_of(key: Key, side: _Side) -> Figure | None:
    """The share of a group of whom nobody came or went; nothing where there is nobody who could have."""
    if READ[key[0]].how != "share":
        return None
    reached = side.steps.result()
    if key[0] == "steps":
        n = reached.customers
    else:
        n = next((row.figures["customers"].n for row in reached.rows if row.key["node"] == key[1]), 0)
    return figure("share", 0.0, n, n, statistics.share_interval(0, n)) if n else None


def _figured(asked: AskedAnalysis, name: str) -> Figured:
    way = WAYS[asked.put.analysis.analysis]
    return next(one for one in way.figures(asked.put.analysis) if one.name == name)


def named_by(analysis: ContrastAnalysis) -> list[Place]:
    """The places that the groups of a contrast name."""
    return [place for group in analysis.groups for place in named_places(group.only)]


def _row(key: Key, one: Compared) -> AnalysedRow:
    figures = {"first": one.pair.first, "second": one.pair.second, "difference": one.difference}
    return AnalysedRow(key=dict(zip(KEY, key, strict=True)), figures=figures, contrast=one.contrasted)
