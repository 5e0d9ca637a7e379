"""What there is to say of one kind of analysis: its keys, its figures, and in plain words what is counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pyarrow as pa

from footfall.journey.questions import Place
from footfall.measures.answering import Runs
from footfall.measures.nodes import Nodes
from footfall.measures.tables import asked_as_table
from footfall.measures.tabulating import Figured, Found, tabulate

KeyKind = Literal["node", "path", "place", "text", "number", "decimal"]  # path: several nodes in order


@dataclass(frozen=True)
class PutAnalysis:
    """An analysis as it is put to a dataset: its nodes by number, its places as combinations and as words."""

    analysis: Any
    nodes: Nodes
    places: tuple[frozenset[int], ...] = ()
    names: tuple[str, ...] = ()
    version: str = ""  # of the given tables
    given: Mapping[str, pa.Table] = field(default_factory=dict, compare=False)

    def tables(self) -> dict[str, pa.Table]:
        """The tables behind `nodes()`, behind `at_place(number)` of the one ask 0, and those that it was given."""
        return {"nodes": self.nodes.table(), "asked": asked_as_table([self.places])} | dict(self.given)


def _tabulated(way: "Way", dataset: Runs, put: PutAnalysis) -> Found:
    keys = tuple(way.keys_of(put.analysis))
    return tabulate(dataset, keys, way.figures(put.analysis), put.analysis.limit, put.tables())


@dataclass(frozen=True)
class Way:
    """How one kind of analysis is answered."""

    keys: Mapping[str, KeyKind]
    figures: Callable[[Any], Sequence[Figured]]  # of an analysis; the first one orders the rows
    words: Callable[[Any], str]  # {0}, {1} … stand for places
    places: Callable[[Any], tuple[Place, ...]] = lambda _: ()
    run: Callable[["Way", Runs, PutAnalysis], Found] = _tabulated
    keys_for: Callable[[Any], Mapping[str, KeyKind]] | None = None  # where the keys depend on the analysis
    tables: Callable[[Any], Mapping[str, pa.Table]] = lambda _: {}  # that its expressions need, of an analysis

    def keys_of(self, analysis: Any) -> Mapping[str, KeyKind]:
        """The key columns of an analysis, in order."""
        return self.keys_for(analysis) if self.keys_for else self.keys
