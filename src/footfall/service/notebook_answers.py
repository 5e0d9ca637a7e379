"""Analyses in a notebook: a method for each kind, whose answer is a table and shows itself as a picture beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Literal, Self, cast
from weakref import finalize

import pyarrow as pa
from pydantic import TypeAdapter, ValidationError

from footfall.errors import InvalidQuestion, NotFound
from footfall.events.identity import pseudonym
from footfall.journey.analyses import Analysis, BeforeAfterAnalysis, ContrastAnalysis
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.questions import Only, Question
from footfall.journey.records import Touchpoint
from footfall.measures.analysed import AnalysisResult, Figure
from footfall.measures.analysing import WAYS, places_of
from footfall.measures.analysing import put as put_analysis
from footfall.measures.measure import Measure
from footfall.measures.putting import places_of as questions_places
from footfall.measures.putting import put as put_question
from footfall.measures.within import places_of_filter
from footfall.render.bars import Bar, bars, html_table
from footfall.render.formats import Format
from footfall.service import library, questions
from footfall.service.alignments import Terms, Unmapped, laid_beside
from footfall.service.analyses import PARTS, columns_of, facts_of, named, parse, put_for
from footfall.service.asking import Asked, Opened, combinations_of, open_dataset
from footfall.service.contrasting import AskedContrast, contrast_of
from footfall.service.exploring import AskedAnalysis
from footfall.service.notebook_alignment import AlignedMap, map_file
from footfall.service.notebook_helped import Helped, helped
from footfall.service.questions import check_places
from footfall.service.workspace import FOOTFALL, open_workspace

SHOWN = 12  # rows of a picture and its table; the table has them all
AT_ONCE = 1_000  # rows of a population that are read at once


@dataclass(frozen=True)
class Answer:
    """The answer to an analysis: `result` as the API gives it, and its rows as tables of Arrow, Polars and pandas."""

    result: AnalysisResult
    asked: AskedAnalysis | AskedContrast

    def to_arrow(self) -> pa.Table:
        """A column for each part of the key, then of each figure its value, bounds and counts."""
        keys, figures = columns_of(self.result)
        rows = self.result.rows
        columns: dict[str, Any] = {key: [row.key[key] for row in rows] for key in keys}
        columns |= {name: [row.facts.get(name) for row in rows] for name in facts_of(self.result)}
        for name in figures:
            for part in PARTS:
                title = name if part == "value" else f"{name}_{part}"
                columns[title] = [getattr(row.figures[name], part) for row in rows]
        return pa.table(columns)

    def to_polars(self) -> Any:
        """The same as a Polars DataFrame. Raises ImportError where Polars is not installed."""
        import polars as pl

        return pl.from_arrow(self.to_arrow())

    def to_pandas(self) -> Any:
        """The same as a pandas DataFrame. Raises ImportError where pandas is not installed."""
        return self.to_arrow().to_pandas()

    def population(self, key: Mapping[str, str], figure: str) -> pa.Table:
        """All rows that a figure counted: the customer's pseudonym, the value, the moment. Raises InvalidQuestion."""
        total, rows = self.asked.members(key, figure, 0, AT_ONCE)
        while len(rows) < total:
            rows += self.asked.members(key, figure, len(rows), AT_ONCE)[1]
        who = [pseudonym(row["identity"]) for row in rows]
        return pa.table({"customer": who} | {name: [row[name] for row in rows] for name in ("value", "at")})

    def _repr_html_(self) -> str:
        keys, figures = columns_of(self.result)
        rows = self.result.rows[:SHOWN]
        names = [[named(self.result, row.key[key]) for key in keys] for row in rows]
        told = [[_told(row.figures[name]) for name in figures] for row in rows]
        drawn = [
            Bar(" → ".join(name), row.figures[figures[0]].value or 0, said[0])
            for row, name, said in zip(rows, names, told, strict=True)
        ]
        table = html_table([*keys, *figures], [[*name, *said] for name, said in zip(names, told, strict=True)])
        return f"<p>{escape(self.result.definition)}</p>{bars(drawn)}{table}<p>{escape(self._rest())}</p>"

    def _rest(self) -> str:
        left = max(0, len(self.result.rows) - SHOWN) + self.result.more
        more = f"and {left:,} more rows. " if left else ""
        return f"{more}{self.result.customers:,} customers. {self.result.note}".strip()


def _told(figure: Figure) -> str:
    writing = Format("en")
    if figure.value is None:
        return "–"
    few = " (too few to say)" if figure.too_few else ""
    if figure.low is None or figure.high is None:
        return f"{writing.measure(figure.value, figure.unit)}{few}"
    interval = writing.interval(figure.low, figure.high, figure.unit, figure.value)
    return f"{writing.measure(figure.value, figure.unit)} ({interval}){few}"


class Analyses:
    """A dataset in a notebook: a method for each kind of analysis (a dash as an underscore), `ask`, `helped`, `align`.

    An analysis takes its fields, such as `by` and `only`, and gives an Answer. Raises InvalidQuestion.
    """

    def __init__(
        self,
        put: Callable[[Analysis], AskedAnalysis | AskedContrast],
        answer: Callable[[Question], Measure],
        beside: Callable[[], tuple[Opened, Mapping[str, Touchpoint]]],
        close: Callable[[], object],
    ) -> None:
        self._put, self._answer, self._beside = put, answer, beside
        self.close = finalize(self, close)  # lets go of the files; so does the end of the notebook

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *(kind.replace("-", "_") for kind in WAYS)})

    def __getattr__(self, name: str) -> Callable[..., Answer]:
        kind = name.replace("_", "-")
        if kind not in WAYS:
            raise AttributeError(f"A dataset has no '{name}'. It has {', '.join(WAYS)}, ask, helped and align.")
        return lambda **fields: self.analyse(kind, **fields)

    def analyse(self, analysis: str, **fields: Any) -> Answer:
        """Answer an analysis of this kind."""
        asked = self._put(parse({"analysis": analysis, **fields}))
        return Answer(asked.result(), asked)

    def ask(self, kind: str, **fields: Any) -> Measure:
        """Answer a question of this kind with one number."""
        try:
            question: Question = TypeAdapter[Question](Question).validate_python({"kind": kind, **fields})
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"][1:]) or "kind"
            raise InvalidQuestion(f"The question does not fit: {place}: {first['msg']}.") from error
        return self._answer(question)

    def helped(
        self,
        started: date | str,
        question: dict[str, Any],
        *,
        better: Literal["higher", "lower"] = "higher",
        matters: float | None = None,
        groups: dict[str, str] | None = None,
    ) -> Helped:
        """Whether a change helped that customers met since a day: how far a number lies from its trend before.

        `groups` compares instead customers with one value of an attribute with those of another: `attribute`,
        `treated`, `control`. `matters` is the smallest difference that would, in the unit of the number. Raises
        InvalidQuestion.
        """

        def put(analysis: BeforeAfterAnalysis) -> AskedAnalysis:
            return cast("AskedAnalysis", self._put(analysis))

        return helped(put, started, question, better, matters, groups)

    def align(
        self, file: str | Path, *, only: Only | dict[str, Any] | None = None, unmapped: Unmapped = "count"
    ) -> AlignedMap:
        """Lay the customers beside the map of a *.journey.yaml file, whose touchpoints come before those known here.

        `only` lays a part of them beside it; `unmapped="show"` lets events that no touchpoint takes count for nothing.
        Raises InvalidMapFile, InvalidQuestion.
        """
        drawn = map_file(file)
        opened, known = self._beside()
        touchpoints = {**known, **LibraryDocument(drawn.library).touchpoints}
        terms = Terms(_only(only), unmapped)
        check_places(touchpoints, places_of_filter(terms.only))
        beside = laid_beside(opened, MapDocument(drawn.records), touchpoints, terms)
        return AlignedMap(beside.told(terms), beside)


def _only(only: Only | dict[str, Any] | None) -> Only:
    try:
        return only if isinstance(only, Only) else Only.model_validate(only or {})
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidQuestion(
            f"The filter does not fit: {'.'.join(map(str, first['loc']))}: {first['msg']}."
        ) from error


def of_workspace(folder: Path, dataset: str) -> Analyses:
    """What can be asked of a dataset of a workspace, by its touchpoints. Raises NotFound, StorageFailed."""
    if not (folder / "footfall.db").exists():
        raise NotFound(f"There is no workspace in {folder}.", todo="Name the folder that `footfall serve` serves.")
    ws = open_workspace(folder)
    try:
        open_dataset(ws, FOOTFALL, dataset)
    except BaseException:
        ws.close()
        raise
    return Analyses(
        lambda analysis: put_for(ws, FOOTFALL, dataset, analysis),
        lambda question: questions.ask(ws, FOOTFALL, dataset, question),
        lambda: (open_dataset(ws, FOOTFALL, dataset), library.read(ws, FOOTFALL).touchpoints),
        ws.close,
    )


def of_tables(opened: Opened, close: Callable[[], object]) -> Analyses:
    """What can be asked of tables that stand alone: events as themselves, without touchpoints."""

    def answer(question: Question) -> Measure:
        check_places({}, (*questions_places(question), *places_of_filter(question.only)))
        asked = put_question(question, {}, combinations_of(opened.tables))
        return Asked(opened.tables, (asked,), opened.span).measures()[0]

    def put(analysis: Analysis) -> AskedAnalysis | AskedContrast:
        return contrast_of(analysis, put_one) if isinstance(analysis, ContrastAnalysis) else put_one(analysis)

    def put_one(analysis: Analysis) -> AskedAnalysis:
        check_places({}, (*places_of(analysis), *places_of_filter(analysis.only)))
        return AskedAnalysis(opened, put_analysis(analysis, {}, combinations_of(opened.tables)))

    return Analyses(put, answer, lambda: (opened, {}), close)
