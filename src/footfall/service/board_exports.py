"""The affinity board and the insights as files: columns of notes, tables, sheets."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footfall import render
from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument
from footfall.journey.insights import rest_of
from footfall.render.boards import Column, Group, Head, Note, columns, table
from footfall.render.tokens import Theme
from footfall.render.words import say as say_grade
from footfall.service import library, marking
from footfall.service.evidence_words import language_of, say
from footfall.service.exports import BoardFormat, Export
from footfall.service.marking import SourceExcerpt
from footfall.service.sheets import as_csv
from footfall.service.workspace import Workspace

INSIGHT_WIDTHS = {
    "insight": 2.0,
    "follows": 2.4,
    "grade": 0.8,
    "excerpts": 0.8,
    "sources": 2.0,
    "people": 0.8,
    "newest": 1.0,
}


@dataclass(frozen=True)
class _Column:
    """A group with its notes, or the notes without one."""

    name: str
    notes: list[SourceExcerpt]
    promoted: bool = False


def board(ws: Workspace, actor: Actor, format: BoardFormat, language: str = "en", theme: Theme = "light") -> Export:
    """All excerpts of the sources that are there, by group. Raises RenderFailed."""
    shared, spoken = library.read(ws, actor), language_of(language)
    found = _columns(shared, _excerpts(ws, actor, shared), spoken)
    if format is BoardFormat.CSV:
        return _sheet_of(_csv(found, shared, spoken), "affinity-board")
    return _painted(_board(found, shared, spoken), "affinity-board", format, theme)


def insights(ws: Workspace, actor: Actor, format: BoardFormat, language: str = "en", theme: Theme = "light") -> Export:
    """All insights with what they rest on. Raises RenderFailed."""
    shared, spoken = library.read(ws, actor), language_of(language)
    heads = [say(spoken, name) for name in INSIGHT_WIDTHS]
    rows = _insight_rows(shared, spoken)
    if format is BoardFormat.CSV:
        return _sheet_of(as_csv(heads, rows), "insights")
    head = Head(say(spoken, "insights"), say(spoken, "evidence"), empty=say(spoken, "insights.empty"), language=spoken)
    shown = [
        Column(name=say(spoken, name), width=width, numbers=name in ("excerpts", "people"))
        for name, width in INSIGHT_WIDTHS.items()
    ]
    return _painted(table(head, shown, rows), "insights", format, theme)


def _sheet_of(csv: str, name: str) -> Export:
    return Export(csv.encode(), "text/csv; charset=utf-8", f"{name}.csv")


def _painted(sheet: render.Sheet, name: str, format: BoardFormat, theme: Theme) -> Export:
    painting = render.paint(sheet, format.value, theme)
    return Export(painting.content, painting.media_type, f"{name}.{format.value}", painting.warnings)


def _insight_rows(shared: LibraryDocument, language: str) -> list[list[str]]:
    promoted = [one for one in shared.insights.values() if one.promoted is not None]
    return [
        [
            one.name,
            one.text,
            say_grade(language, f"grade.{(rest := rest_of(one, shared)).grade.value}"),
            str(len(one.excerpts)),
            ", ".join(shared.sources[id].name for id in rest.sources),
            str(rest.people or ""),
            _day(rest.newest),
        ]
        for one in promoted
    ]


def _excerpts(ws: Workspace, actor: Actor, shared: LibraryDocument) -> dict[str, SourceExcerpt]:
    found = (one for source in shared.sources for one in marking.list(ws, actor, source))
    return {f"{one.source}/{one.id}": one for one in found}


def _columns(shared: LibraryDocument, excerpts: dict[str, SourceExcerpt], language: str) -> list[_Column]:
    """The groups in order, then what stands in none; a note stands in the first group that has it."""
    left, found = dict(excerpts), list[_Column]()
    for insight in shared.insights.values():
        notes = [left.pop(key) for key in insight.excerpts if key in left]
        found.append(_Column(insight.name, notes, promoted=insight.promoted is not None))
    return [*found, _Column(say(language, "loose"), list(left.values()))]


def _csv(found: Iterable[_Column], shared: LibraryDocument, language: str) -> str:
    heads = ("group", "insight", "excerpt", "what", "source", "held", "personas")
    rows = [
        [
            column.name,
            say(language, "yes") if column.promoted else "",
            note.text,
            say(language, note.kind),
            *_from(note, shared),
        ]
        for column in found
        for note in column.notes
    ]
    return as_csv([say(language, head) for head in heads], rows)


def _from(note: SourceExcerpt, shared: LibraryDocument) -> tuple[str, str, str]:
    """The source of a note, its day, and the personas that it covers."""
    source = shared.sources[note.source]
    personas = [shared.personas[id].name for id in source.personas if id in shared.personas]
    return source.name, _day(source.held), ", ".join(personas)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _board(found: list[_Column], shared: LibraryDocument, language: str) -> render.Sheet:
    notes = sum(len(column.notes) for column in found)
    head = Head(
        title=say(language, "board.title"),
        kind=say(language, "board"),
        facts=say(language, "board.facts", notes=notes, groups=len(found) - 1),
        empty=say(language, "board.empty"),
        language=language,
    )
    shown = [column for column in found if column.notes or column is not found[-1]]
    return columns(head, [_group(column, shared, language) for column in shown])


def _group(column: _Column, shared: LibraryDocument, language: str) -> Group:
    detail = f"{len(column.notes)}" + (f" · {say(language, 'insight')}" if column.promoted else "")
    notes = (Note(text=note.text, lines=(" · ".join(filter(None, _from(note, shared))),)) for note in column.notes)
    return Group(name=column.name, detail=detail, notes=tuple(notes))
