"""The tree of journeys and their heat map as files: a picture through the one renderer, or a table."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from footfall.journey.changes import Actor
from footfall.journey.evidence import Grade
from footfall.journey.heat import Heat
from footfall.journey.nesting import Branch
from footfall.render.words import say
from footfall.service import futures, portfolio, portfolio_numbers
from footfall.service.exports import Export
from footfall.service.futures import Planned
from footfall.service.portfolio import Journey, Portfolio
from footfall.service.portfolio_words import WORDS, Words
from footfall.service.sheets import as_csv
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.render.boards import Cell

View = Literal["tree", "heat"]
BoardFormat = Literal["pdf", "svg", "png", "csv"]
Columns = tuple[str, ...]
TYPES = {"csv": "text/csv; charset=utf-8"}

MEASURES: Columns = ("score", "nps", "fit", "assumed", "evidence", "review", "severe", "opportunities", "owner")
TOLD: Columns = ("kind", "status", "owner", "team", "stages", "cards", "assumed", "evidence", "review")


def export(ws: Workspace, actor: Actor, view: View, format: BoardFormat, language: str) -> Export:
    """The tree, or the heat map with all numbers. Raises RenderFailed, QueryLimit, StorageFailed."""
    words = WORDS["nl" if language.split("-", maxsplit=1)[0] == "nl" else "en"]
    found = portfolio.read(ws, actor)
    heads, rows = _tree(found, words) if view == "tree" else _heat(ws, actor, found, words)
    name = f"journeys-{view}.{format}"
    if format == "csv":
        table = as_csv(heads, [[cell for cell, _ in row] for _, row in rows])
        return Export(table.encode(), TYPES["csv"], name)
    return _painted(heads, rows, words, (words.tree if view == "tree" else words.heat, language, format, name))


Cells = list[tuple[object, Heat | None]]
Rows = list[tuple[int, Cells]]


def _tree(found: Portfolio, words: Words) -> tuple[list[str], Rows]:
    journeys = {one.id: one for one in found.journeys}
    heads = [words.columns[name] for name in ("title", "step", *TOLD)]
    return heads, [(one.level, _branch(one, journeys.get(one.map), words)) for one in found.tree]


def _branch(branch: Branch, journey: Journey | None, words: Words) -> Cells:
    if journey is None:
        return [(words.gone, None), (branch.name, None), *[("", None)] * len(TOLD)]
    note = f" ({words.why[branch.why]})" if branch.why else ""
    return [
        (f"{journey.title}{note}", None),
        (branch.name, None),
        *((_plain(journey, name, words), None) for name in TOLD),
    ]


def _plain(journey: Journey, name: str, words: Words) -> object:
    """What the tree says of a map under one head."""
    match name:
        case "kind":
            return say(words.language, f"kind.{journey.kind}")
        case "status":
            return say(words.language, f"status.{journey.status}")
        case "stages" | "cards" | "owner" | "team":
            return getattr(journey, name)
        case "assumed":
            return words.of_cards(journey.grades[Grade.ASSUMED], journey.cards)
        case "evidence":
            return journey.evidence.isoformat() if journey.evidence else words.words["never"]
        case _:
            return journey.reviewed.isoformat() if journey.reviewed else words.words["never"]


def _heat(ws: Workspace, actor: Actor, found: Portfolio, words: Words) -> tuple[list[str], Rows]:
    scores = {one.map: one.heat for one in portfolio_numbers.scores(ws, actor)}
    fits = {one.map: {"fit": one.heat} for one in portfolio_numbers.fits(ws, actor)}
    heads = [words.columns[name] for name in ("title", *MEASURES)]
    rows: Rows = []
    for one in found.journeys:
        heat: Mapping[str, Heat] = {**_drawn(one), **scores.get(one.id, {}), **fits.get(one.id, {})}
        rows.append(
            (0, [(one.title, None), *((_said(name, heat.get(name), words), heat.get(name)) for name in MEASURES)])
        )
    return heads, rows


def _drawn(journey: Journey) -> dict[str, Heat]:
    return dict(journey.heat.items())


def _said(measure: str, heat: Heat | None, words: Words) -> str:
    """A number with its word, as the page says it."""
    if heat is None or (heat.value is None and not heat.word):
        return words.named if measure == "owner" and heat and heat.shade == 0 else "–"
    number = "" if heat.value is None else FORMATS[measure](heat.value, words)
    return " ".join(filter(None, (number, words.words[heat.word] if heat.word else "")))


def _signed(value: float, digits: int, words: Words) -> str:
    return f"{value:+.{digits}f}".replace("-", "\u2212").replace(".", words.point)


FORMATS: Mapping[str, Callable[[float, Words], str]] = {
    "score": lambda value, words: _signed(value, 1, words),
    "nps": lambda value, words: _signed(value, 0, words),
    "fit": lambda value, _: f"{value:.0%}",
    "assumed": lambda value, _: f"{value:.0%}",
    "evidence": lambda value, words: words.days.format(int(value)),
    "review": lambda value, words: words.days.format(int(value)),
    "severe": lambda value, _: str(int(value)),
    "opportunities": lambda value, _: str(int(value)),
}


def _cells(cells: Cells) -> "Iterator[Cell]":
    from footfall.render.boards import Cell

    for place, (text, heat) in enumerate(cells):
        yield Cell(text=str(text), bold=place == 0, shade=heat.shade if heat else None)


def _painted(heads: list[str], rows: Rows, words: Words, made: tuple[str, str, str, str]) -> Export:
    from footfall.render import paint
    from footfall.render.boards import Column, Head, Row, table

    kind, language, format, name = made
    columns = [Column(name=head, width=2.6 if place == 0 else 1.1) for place, head in enumerate(heads)]
    told = [Row(level=level, cells=tuple(_cells(cells))) for level, cells in rows]
    head = Head(title=words.title, kind=kind, empty=words.empty, language=language)
    painting = paint(table(head, columns, told), format)
    return Export(painting.content, painting.media_type, name, painting.warnings)


def export_roadmap(ws: Workspace, actor: Actor, id: str, format: BoardFormat, language: str) -> Export:
    """A roadmap in three columns. Raises NotFound for the map, RenderFailed."""
    words = _words(language)
    found = futures.roadmap(ws, actor, id)
    name = f"roadmap.{format}"
    if format == "csv":
        heads = [words.road[head] for head in ("when", "opportunity", "status", "due", "owner", "teams")]
        rows = [(words.road[stretch.horizon], *_row(one)) for stretch in found.stretches for one in stretch.planned]
        return Export(as_csv(heads, rows).encode(), TYPES["csv"], name)
    from footfall.render import paint
    from footfall.render.boards import Group, Head, Note, columns

    groups = [
        Group(
            name=words.road[stretch.horizon],
            detail=str(len(stretch.planned)),
            notes=tuple(
                Note(text=one.name, lines=_lines(one, words), tone="warn" if one.late else "ink")
                for one in stretch.planned
            ),
        )
        for stretch in found.stretches
    ]
    head = Head(title=found.title, kind=words.road["title"], language=language)
    painting = paint(columns(head, groups), format)
    return Export(painting.content, painting.media_type, name, painting.warnings)


def _row(one: Planned) -> tuple[object, ...]:
    return one.name, one.status, one.due.isoformat() if one.due else "", one.owner, ", ".join(one.teams)


def _lines(one: Planned, words: Words) -> tuple[str, ...]:
    due = words.road["late" if one.late else "due"].format(one.due.isoformat()) if one.due else words.road["dateless"]
    return due, " · ".join(filter(None, (one.owner, *one.teams))) or words.road["nobody"]


def _words(language: str) -> Words:
    return WORDS["nl" if language.split("-", maxsplit=1)[0] == "nl" else "en"]
