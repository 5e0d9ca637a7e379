"""The tree of journeys and their heat map as files: a picture through the one renderer, or a table."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from footfall.journey.changes import Actor
from footfall.journey.evidence import Grade
from footfall.journey.heat import Heat
from footfall.journey.nesting import Branch
from footfall.render.boards import Head
from footfall.render.words import say
from footfall.service import futures, portfolio, portfolio_numbers
from footfall.service.exports import BoardFormat, Export
from footfall.service.futures import Planned
from footfall.service.portfolio import Journey, Portfolio
from footfall.service.portfolio_numbers import Fit, Scores
from footfall.service.portfolio_words import WORDS, Words
from footfall.service.sheets import as_csv
from footfall.service.workspace import Workspace

View = Literal["tree", "heat"]
Columns = tuple[str, ...]
TYPES = {"csv": "text/csv; charset=utf-8"}

MEASURES: Columns = (
    "score", "nps", "fit", "assumed", "evidence", "stale", "review", "severe", "opportunities", "owner"
)  # fmt: skip
TOLD: Columns = ("kind", "status", "owner", "team", "stages", "cards", "assumed", "evidence", "stale", "review")


@dataclass(frozen=True)
class Told:
    """What stands in a cell: words, how strong its colour is, and the interval and n below a number."""

    text: object = ""
    shade: float | None = None
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.text} ({self.detail})" if self.detail else f"{self.text}"


Rows = list[tuple[int, list[Told]]]


def export(ws: Workspace, actor: Actor, view: View, format: BoardFormat, language: str) -> Export:
    """The tree, or the heat map with all numbers. Raises RenderFailed, QueryLimit, StorageFailed."""
    words = _words(language)
    found = portfolio.read(ws, actor)
    heads, rows = _tree(found, words) if view == "tree" else _heat(ws, actor, found, words)
    name = f"journeys-{view}.{format}"
    if format is BoardFormat.CSV:
        table = as_csv(heads, [[str(cell) for cell in row] for _, row in rows])
        return Export(table.encode(), TYPES["csv"], name)
    kind, notes = (words.tree, ()) if view == "tree" else (words.heat, (words.legend,))
    head = Head(title=words.title, kind=kind, notes=notes, empty=words.empty, language=language)
    return _painted(head, heads, rows, (format.value, name))


def _tree(found: Portfolio, words: Words) -> tuple[list[str], Rows]:
    journeys = {one.id: one for one in found.journeys}
    heads = [words.columns[name] for name in ("title", "step", *TOLD)]
    return heads, [(one.level, _branch(one, journeys.get(one.map), words)) for one in found.tree]


def _branch(branch: Branch, journey: Journey | None, words: Words) -> list[Told]:
    if journey is None:
        return [Told(words.gone), Told(branch.name), *[Told()] * len(TOLD)]
    note = f" ({words.why[branch.why]})" if branch.why else ""
    rest = (Told(_plain(journey, name, words)) for name in TOLD)
    return [Told(f"{journey.title}{note}"), Told(branch.name), *rest]


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
        case "stale":
            return int(journey.heat["stale"].value or 0)
        case _:
            day = journey.evidence if name == "evidence" else journey.reviewed
            return day.isoformat() if day else words.words["never"]


def _heat(ws: Workspace, actor: Actor, found: Portfolio, words: Words) -> tuple[list[str], Rows]:
    scores = {one.map: one for one in portfolio_numbers.scores(ws, actor)}
    fits = {one.map: one for one in portfolio_numbers.fits(ws, actor)}
    heads = [words.columns[name] for name in ("title", *MEASURES)]
    return heads, [(0, _row_of(one, scores.get(one.id), fits.get(one.id), words)) for one in found.journeys]


def _row_of(journey: Journey, scores: Scores | None, fit: Fit | None, words: Words) -> list[Told]:
    heat: dict[str, Heat] = {
        **{str(name): one for name, one in journey.heat.items()},
        **(scores.heat if scores else {}),
    }
    heat |= {"fit": fit.heat} if fit else {}
    details = dict(_details(scores, fit, words))
    told = [
        Told(_said(name, one, words), one.shade, details.get(name, "")) if (one := heat.get(name)) else Told("–")
        for name in MEASURES
    ]
    return [Told(journey.title), *told]


def _details(scores: Scores | None, fit: Fit | None, words: Words) -> Iterator[tuple[str, str]]:
    """The interval and the n of each number of customers or answers."""
    for name, measure in (("score", scores and scores.score), ("nps", scores and scores.nps)):
        if measure:
            yield name, _between(name, (measure.low, measure.high), measure.n, words)
    if fit and fit.fits:
        yield "fit", _between("fit", (fit.fits.low, fit.fits.high), fit.fits.of, words)


def _between(name: str, bounds: tuple[float | None, float | None], n: int, words: Words) -> str:
    ends = [FORMATS[name](one, words) for one in bounds if one is not None]
    return " · ".join(filter(None, (f" {words.span} ".join(ends) if len(ends) == 2 else "", f"n {n}")))


def _said(measure: str, heat: Heat, words: Words) -> str:
    """A number with its word, as the page says it."""
    if heat.value is None and not heat.word:
        return words.named if measure == "owner" else "–"
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
    "stale": lambda value, _: str(int(value)),
    "severe": lambda value, _: str(int(value)),
    "opportunities": lambda value, _: str(int(value)),
}


def _painted(head: Head, heads: list[str], rows: Rows, made: tuple[str, str]) -> Export:
    from footfall.render import paint
    from footfall.render.boards import Cell, Column, Row, table

    format, name = made
    columns = [Column(name=one, width=2.6 if place == 0 else 1.1) for place, one in enumerate(heads)]
    told = [
        Row(
            level=level,
            cells=tuple(
                Cell(text=f"{one.text}", detail=one.detail, shade=one.shade, bold=place == 0)
                for place, one in enumerate(row)
            ),
        )
        for level, row in rows
    ]
    painting = paint(table(head, columns, told), format)
    return Export(painting.content, painting.media_type, name, painting.warnings)


def export_roadmap(ws: Workspace, actor: Actor, id: str, format: BoardFormat, language: str) -> Export:
    """A roadmap in three columns. Raises NotFound for the map, RenderFailed."""
    words = _words(language)
    found = futures.roadmap(ws, actor, id)
    name = f"roadmap.{format}"
    if format is BoardFormat.CSV:
        heads = [words.road[head] for head in ("when", "opportunity", "status", "by", "owner", "teams")]
        rows = [(words.road[stretch.horizon], *_row(one)) for stretch in found.stretches for one in stretch.planned]
        return Export(as_csv(heads, rows).encode(), TYPES["csv"], name)
    from footfall.render import paint
    from footfall.render.boards import Group, Note, columns

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
    painting = paint(columns(head, groups), format.value)
    return Export(painting.content, painting.media_type, name, painting.warnings)


def _row(one: Planned) -> tuple[object, ...]:
    return one.name, one.status, one.due.isoformat() if one.due else "", one.owner, ", ".join(one.teams)


def _lines(one: Planned, words: Words) -> tuple[str, ...]:
    due = words.road["late" if one.late else "due"].format(one.due.isoformat()) if one.due else words.road["dateless"]
    return due, " · ".join(filter(None, (one.owner, *one.teams))) or words.road["nobody"]


def _words(language: str) -> Words:
    return WORDS["nl" if language.split("-", maxsplit=1)[0] == "nl" else "en"]
