"""Questions put to the open tables of a dataset; what was answered before is remembered, since tables never change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from ibis import _

from footfall.engine.opened import Runs, Tables
from footfall.events.attributes import read_json
from footfall.events.identity import pseudonym
from footfall.journey.changes import Actor
from footfall.journey.questions import Question
from footfall.journey.records import Touchpoint
from footfall.measures.answering import Span, answer, members, people
from footfall.measures.contrasting import spread
from footfall.measures.kinds import definition, kind_of
from footfall.measures.measure import Measure, Member, Population
from footfall.measures.measure import Opened as OpenedRows
from footfall.measures.narrowing import days, steps
from footfall.measures.places import Combination
from footfall.measures.putting import Put, put
from footfall.measures.tables import combinations, put_as_tables
from footfall.measures.within import WHOLE, Within
from footfall.service import datasets
from footfall.service.workspace import Workspace


@dataclass(frozen=True)
class Asked:
    """Questions, resolved against one dataset as it is now."""

    tables: Tables
    puts: tuple[Put, ...]
    span: Span
    caution: str = ""

    def measures(self) -> list[Measure]:
        """The answers, in the order of the questions."""
        measures: list[Measure] = self.tables.found.all(self.puts, lambda new: _answered(self.tables, new, self.span))
        return [one.model_copy(update={"note": cautioned(one.note, self.caution)}) for one in measures]

    def members(self, offset: int, limit: int) -> Population:
        """A page of the population of the first question."""
        asked, total = self.puts[0], self.measures()[0].n
        rows = []
        if total:
            page = members(kind_of(asked.question))
            rows = scope(self.tables, asked.within).page(page, offset, limit, **put_as_tables([asked])).to_pylist()
        return Population(
            question=asked.question, definition=definition(asked), total=total, offset=offset, rows=_members(rows)
        )

    def counted_people(self) -> list[int]:
        """How many customers each answer is about: of a share those who make it up, else all that it counted."""
        keys = [("people", put) for put in self.puts]
        counts: list[int] = self.tables.found.all(keys, lambda new: [self._count(asked) for _, asked in new])
        return counts

    def _count(self, asked: Put) -> int:
        if not asked.is_bound:
            return 0
        counted = people(kind_of(asked.question)).agg(people=_.count())
        number: int = scope(self.tables, asked.within).run(counted, **put_as_tables([asked]))["people"][0].as_py()
        return number

    def people(self, offset: int, limit: int) -> OpenedRows:
        """A page of the customers whom the answer to the first question is about, each once."""
        asked, (total, *_rest) = self.puts[0], self.counted_people()
        rows = []
        if total:
            page = people(kind_of(asked.question))
            rows = scope(self.tables, asked.within).page(page, offset, limit, **put_as_tables([asked])).to_pylist()
        return OpenedRows(definition=definition(asked), total=total, offset=offset, rows=_members(rows))

    def spread(self, indices: Sequence[int]) -> pa.Table:
        """How often each value is among those of some questions of one kind and filter: (ask, value, times)."""
        puts = [self.puts[index] for index in indices]
        kind = kind_of(puts[0].question)
        return scope(self.tables, puts[0].within).run(spread(kind.population, ("ask",)), **put_as_tables(puts))


def _members(rows: Sequence[Mapping[str, Any]]) -> tuple[Member, ...]:
    return tuple(Member(customer=pseudonym(row["identity"]), value=row["value"], at=row["at"]) for row in rows)


def _answered(tables: Tables, puts: Sequence[Put], span: Span) -> list[Measure]:
    """Answers, those under one filter in one go."""
    by_filter: dict[Within, list[int]] = {}
    for index, one in enumerate(puts):
        by_filter.setdefault(one.within, []).append(index)
    found: dict[int, Measure] = {}
    for within, indices in by_filter.items():
        under = scope(tables, within)
        answers = answer(under, [puts[index] for index in indices], span.within(within.only))
        found |= dict(zip(indices, answers, strict=True))
    return [found[index] for index in range(len(puts))]


def scope(tables: Tables, within: Within) -> Runs:
    """The tables under a filter. Raises QueryLimit, StorageFailed."""
    if within == WHOLE:
        return tables
    return tables.narrowed(within, lambda: steps(within.only, _has_days(tables)), filtered=within.table())


def _has_days(tables: Tables) -> bool:
    """Whether there are events of which only the day is known."""
    (found,) = tables.found.all(["days"], lambda _: [tables.run(days)["days"][0].as_py()])
    return bool(found)


def put_all(
    ws: Workspace, actor: Actor, dataset: str, touchpoints: Mapping[str, Touchpoint], questions: Sequence[Question]
) -> Asked:
    """Resolve questions against a dataset. Raises NotFound, StorageFailed."""
    opened = open_dataset(ws, actor, dataset)
    known = combinations_of(opened.tables)
    puts = tuple(put(question, touchpoints, known) for question in questions)
    return Asked(opened.tables, puts, opened.span, opened.caution)


@dataclass(frozen=True)
class Opened:
    """A dataset as it is now: its tables, when it begins and ends, and what a reader of any number must know."""

    tables: Tables
    span: Span
    caution: str


def open_dataset(ws: Workspace, actor: Actor, dataset: str) -> Opened:
    """Open a dataset's tables. Raises NotFound, StorageFailed."""
    folder, manifest = datasets.find(ws, actor, dataset)
    reports = [part.report for part in manifest.parts]
    first = min((report.first for report in reports if report.first), default=None)
    last = max((report.last for report in reports if report.last), default=None)
    return Opened(ws.engine.tables(folder.tables(manifest)), Span(first, last), manifest.caution)


def cautioned(note: str, caution: str) -> str:
    """The note of an answer, and after it what a reader of any number of the dataset must know."""
    return " ".join(filter(None, (note, caution)))


def combinations_of(tables: Tables) -> tuple[Combination, ...]:
    """The events, channels and attributes of a dataset."""
    (known,) = tables.found.all(["combinations"], lambda _: [_combinations(tables)])
    found: tuple[Combination, ...] = known
    return found


def _combinations(tables: Tables) -> tuple[Combination, ...]:
    rows = tables.run(combinations).to_pylist()
    return tuple(_combination(**row) for row in rows)


def _combination(combination: int, event: str, channel: str, attributes: str, events: int) -> Combination:
    return Combination(combination, event, channel, events, read_json(attributes))
