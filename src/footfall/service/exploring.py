"""Analyses put to the open tables of a dataset, and what they may name there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from footfall.engine.opened import Runs, Tables
from footfall.errors import InvalidQuestion
from footfall.journey.analyses import Analysis, Said
from footfall.journey.changes import Actor
from footfall.journey.records import Touchpoint
from footfall.measures.analysed import AnalysisResult
from footfall.measures.analyses import node_counts, segments
from footfall.measures.analyses.said import NOTHING
from footfall.measures.analysing import WAYS, analyse, definition_of, in_order, opening, prepared, put
from footfall.measures.nodes import Nodes, nodes_by
from footfall.measures.places import Combination
from footfall.measures.tables import common_values, customers
from footfall.measures.tabulating import Figured
from footfall.measures.ways import PutAnalysis
from footfall.service import said
from footfall.service.asking import Opened, cautioned, combinations_of, open_dataset, scope
from footfall.service.workspace import Workspace


@dataclass(frozen=True)
class AskedAnalysis:
    """An analysis, resolved against one dataset as it is now."""

    opened: Opened
    put: PutAnalysis

    def result(self) -> AnalysisResult:
        """The answer."""
        tables = self.opened.tables
        (result,) = tables.found.all([self.put], lambda _: [analyse(self.scope(), self.prepared())])
        found: AnalysisResult = result
        return found.model_copy(update={"note": cautioned(found.note, self.opened.caution)})

    def scope(self) -> Runs:
        """The tables under the filter."""
        return scope(self.opened.tables, self.put.within)

    def prepared(self) -> PutAnalysis:
        """The analysis with all tables that its expressions need."""
        key = ("prepared", self.put)
        (found,) = self.opened.tables.found.all([key], lambda _: [prepared(self.scope(), self.put)])
        put: PutAnalysis = found
        return put

    def definition(self, figure: str) -> str:
        """What the analysis counts, and what this figure says of it."""
        return f"{definition_of(self.put)} {self._figure(figure).words}"

    def members(self, key: Mapping[str, str], figure: str, offset: int, limit: int) -> tuple[int, list[dict[str, Any]]]:
        """How many rows a figure counted, and a page of them. Raises InvalidQuestion."""
        opened = opening(self.prepared(), key, self._figure(figure))
        if opened is None:
            wanted = " and ".join(WAYS[self.put.analysis.analysis].keys_of(self.put.analysis))
            raise InvalidQuestion(
                f"{dict(key)} is no row of this analysis.", f"A row has {wanted}, as the answer does."
            )
        rows, given = opened
        tables = self.scope()
        (total,) = tables.run(rows.agg(rows=rows.count()), **given)["rows"].to_pylist()
        page = tables.page(in_order(rows), offset, limit, **given)
        return total, page.to_pylist()

    def _figure(self, name: str) -> Figured:
        figures = WAYS[self.put.analysis.analysis].figures(self.put.analysis)
        found = next((one for one in figures if one.name == name), None)
        if found is None:
            has = ", ".join(one.name for one in figures)
            raise InvalidQuestion(f"This analysis has no figure '{name}'.", f"It has {has}.")
        return found


def put_analysis(
    ws: Workspace, actor: Actor, dataset: str, touchpoints: Mapping[str, Touchpoint], analysis: Analysis
) -> AskedAnalysis:
    """Resolve an analysis against a dataset. Raises NotFound, StorageFailed."""
    opened = open_dataset(ws, actor, dataset)
    counted = said.load(ws, actor, dataset).as_counted() if isinstance(analysis, Said) else NOTHING
    asked = put(analysis, touchpoints, combinations_of(opened.tables), opened.span, counted)
    return AskedAnalysis(opened, asked)


def segments_of(asked: AskedAnalysis) -> Iterator[tuple[int, int]]:
    """The identity and the segment of each customer."""
    named = segments.found().join(customers.select("customer", "identity"), "customer")
    rows = asked.scope().run(named.order_by("customer").select("identity", "segment"), **asked.prepared().tables())
    yield from zip(rows["identity"].to_pylist(), rows["segment"].to_pylist(), strict=True)


@dataclass(frozen=True)
class KnownPlaces:
    """What filters and places of a dataset may name."""

    nodes: tuple[dict[str, Any], ...]  # id, name, events, customers
    channels: tuple[str, ...]
    attributes: Mapping[str, tuple[str, ...]]
    customers: int


def known_places(tables: Tables, touchpoints: Mapping[str, Touchpoint]) -> KnownPlaces:
    """The nodes, channels and attributes of a dataset, the most frequent first."""
    combinations = combinations_of(tables)
    known = nodes_by("touchpoint", touchpoints, combinations)
    (found,) = tables.found.all([("places", known)], lambda _: [_known_places(tables, known, combinations)])
    places: KnownPlaces = found
    return places


def _known_places(tables: Tables, known: Nodes, combinations: Sequence[Combination]) -> KnownPlaces:
    came = sorted(node_counts.count(tables, known).items(), key=lambda one: (-one[1].n, one[0]))
    values: dict[str, tuple[str, ...]] = {}
    for row in tables.run(common_values()).to_pylist():
        values[row["attribute"]] = (*values.get(row["attribute"], ()), row["value"])
    return KnownPlaces(
        tuple(
            {"id": known.ids[node], "name": known.names[node], "events": one.n, "customers": one.customers}
            for node, one in came
        ),
        tuple(sorted({one.channel for one in combinations if one.events})),
        values,
        sum(one.begun for _, one in came),
    )
