"""What there is to say of one kind of analysis: its keys, its figures, and in plain words what is counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

from footfall.journey.questions import Place
from footfall.measures.answering import Runs
from footfall.measures.nodes import Nodes
from footfall.measures.tables import asked_as_table
from footfall.measures.tabulating import Figured, Found, tabulate

KeyKind = Literal["node", "path", "text", "number"]  # path: several nodes in order


@dataclass(frozen=True)
class PutAnalysis:
    """An analysis as it is put to a dataset: its nodes by number, its places as combinations and as words."""

    analysis: Any
    nodes: Nodes
    places: tuple[frozenset[int], ...] = ()
    names: tuple[str, ...] = ()

    def tables(self) -> dict[str, pa.Table]:
        """The tables behind `nodes()`, and `at_place(number)` of the one ask 0."""
        return {"nodes": self.nodes.table(), "asked": asked_as_table([self.places])}


def _tabulated(way: "Way", dataset: Runs, put: PutAnalysis) -> Found:
    return tabulate(dataset, tuple(way.keys), way.figures(put.analysis), put.analysis.limit, put.tables())


@dataclass(frozen=True)
class Way:
    """How one kind of analysis is answered."""

    keys: Mapping[str, KeyKind]
    figures: Callable[[Any], Sequence[Figured]]  # of an analysis; the first one orders the rows
    words: Callable[[Any], str]  # {0}, {1} … stand for places
    places: Callable[[Any], tuple[Place, ...]] = lambda _: ()
    run: Callable[["Way", Runs, PutAnalysis], Found] = _tabulated
