"""What there is to say of one kind of analysis: its keys, its figures, and in plain words what is counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import pyarrow as pa

from footfall.journey.questions import Place
from footfall.journey.records import Touchpoint
from footfall.measures.answering import UNTOLD, Runs, Span
from footfall.measures.nodes import Nodes, nodes_by
from footfall.measures.places import Combination
from footfall.measures.tables import asked_as_table
from footfall.measures.tabulating import Figured, Found, Wanted, tabulate
from footfall.measures.within import WHOLE, Within

# path: several nodes in order; customer: the code of one, told as a pseudonym.
KeyKind = Literal["node", "path", "place", "text", "number", "decimal", "customer"]


@dataclass(frozen=True)
class PutAnalysis:
    """An analysis as it is put to a dataset: its nodes by number, its places as combinations and as words."""

    analysis: Any
    nodes: Nodes
    places: tuple[frozenset[int], ...] = ()
    names: tuple[str, ...] = ()
    within: Within = WHOLE
    span: Span = UNTOLD  # of what the filter leaves
    version: str = ""  # of the given tables
    given: Mapping[str, pa.Table] = field(default_factory=dict, compare=False)
    is_prepared: bool = field(default=False, compare=False)  # the given tables have those that the data tell

    def tables(self) -> dict[str, pa.Table]:
        """The tables behind `nodes()`, behind `at_place(number)` of the one ask 0, and those that it was given."""
        return {"nodes": self.nodes.table(), "asked": asked_as_table([self.places])} | dict(self.given)


def tabulated(way: "Way", dataset: Runs, put: PutAnalysis) -> Found:
    """The rows of an analysis as its figures tell them."""
    wanted = Wanted(put.analysis.limit, way.by_key, way.always(put))
    return tabulate(dataset, tuple(way.keys_of(put.analysis)), way.figures(put.analysis), wanted, put.tables())


def _as_seen(analysis: Any, touchpoints: Mapping[str, Touchpoint], combinations: Sequence[Combination]) -> Nodes:
    return nodes_by(getattr(analysis, "by", "event"), touchpoints, combinations)


def _nothing(_dataset: Runs, _put: PutAnalysis) -> Mapping[str, pa.Table]:
    return {}


@dataclass(frozen=True)
class Way:
    """How one kind of analysis is answered."""

    keys: Mapping[str, KeyKind]
    figures: Callable[[Any], Sequence[Figured]]  # of an analysis; the first one orders the rows
    words: Callable[[Any], str]  # {0}, {1} … stand for places
    places: Callable[[Any], tuple[Place, ...]] = lambda _: ()
    run: Callable[["Way", Runs, PutAnalysis], Found] = tabulated
    keys_for: Callable[[Any], Mapping[str, KeyKind]] | None = None  # where the keys depend on the analysis
    tables: Callable[[PutAnalysis], Mapping[str, pa.Table]] = lambda _: {}  # that its expressions need beside
    prepare: Callable[[Runs, PutAnalysis], Mapping[str, pa.Table]] = _nothing  # more tables, which the data tell
    nodes: Callable[[Any, Mapping[str, Touchpoint], Sequence[Combination]], Nodes] = _as_seen
    shared: Callable[[Any], Any] | None = None  # rows from which several figures of an analysis follow, if any
    by_key: bool = False  # rows in the order of their keys, not of how many each has
    always: Callable[[PutAnalysis], tuple[tuple[Any, ...], ...]] = (
        lambda _: ()
    )  # keys that have a row, also without anybody

    def answer(self, dataset: Runs, put: PutAnalysis) -> Found:
        """Reckon the rows of an analysis, what is shared of it once."""
        rows = self.shared(put.analysis) if self.shared else None
        if rows is None:
            return self.run(self, dataset, put)
        with dataset.sharing(rows, **put.tables()) as ready:
            return self.run(self, ready, put)

    def keys_of(self, analysis: Any) -> Mapping[str, KeyKind]:
        """The key columns of an analysis, in order."""
        return self.keys_for(analysis) if self.keys_for else self.keys
