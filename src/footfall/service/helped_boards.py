"""Whether a change helped as a file: the curve above its table, on paper or as a picture, or all numbers as CSV."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from footfall.journey.changes import Actor
from footfall.measures.analysed import AnalysedRow
from footfall.measures.helped.effect import Bounds, Effect
from footfall.render.formats import Format
from footfall.service import helped, library
from footfall.service.exports import BoardFormat, Export
from footfall.service.helped_curve import curve_of
from footfall.service.helped_words import difference, words_in
from footfall.service.sheets import as_csv
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.render import Sheet
    from footfall.render.boards import Row
    from footfall.render.tokens import Theme

CHANGES = ("effect", "level", "slope")
PARTS = ("value", "low", "high", "n", "customers")


def export(
    ws: Workspace, actor: Actor, id: str, format: BoardFormat, language: str, theme: "Theme" = "light"
) -> Export:
    """The answer with all its numbers as a file. Raises NotFound, QueryLimit, RenderFailed."""
    effect = helped.effect(ws, actor, id, language)
    name = f"effect.{format.value}"
    if format is BoardFormat.CSV:
        text = as_csv(["group", "side", "period", *PARTS], _plain(effect))
        return Export(text.encode(), "text/csv; charset=utf-8", name)
    from footfall import render

    title = library.read(ws, actor).opportunities[id].name
    painted = render.paint(sheet_of(title, effect, language), format.value, theme)
    return Export(painted.content, painted.media_type, name, painted.warnings)


def sheet_of(title: str, effect: Effect, language: str) -> "Sheet":
    """The answer as a board: its curve, where there is one, and all its numbers."""
    from footfall.render.boards import Column, Head, series, table

    writing, words = Format(language), words_in(language)
    definition = effect.answer.definition if effect.answer else ""
    notes = tuple(filter(None, (definition, effect.method)))
    columns = [Column(name=words["when"], width=2.8)]
    columns += [Column(name=words[name], width=1.6, numbers=True) for name in ("number", "bounds", "n")]
    head = Head(title, words["title"], effect.said, notes, effect.said, language)
    rows = [*_changes(effect, writing), *_rows(effect, writing)]
    curve = curve_of(effect, writing)
    return series(head, columns, rows, curve, effect.said) if curve else table(head, columns, rows)


def _plain(effect: Effect) -> Iterator[list[object]]:
    """What changed, then every number, as they are."""
    for name in CHANGES:
        one: Bounds | None = getattr(effect, name)
        if one:
            yield [name, "", "", one.value, one.low, one.high, None, None]
    for row in _ordered(effect):
        figure = row.figures["value"]
        yield [*row.key.values(), *(getattr(figure, part) for part in PARTS)]


def _ordered(effect: Effect) -> list[AnalysedRow]:
    """Whole sides before their periods, what was before first."""
    rows = effect.answer.rows if effect.answer else ()
    return sorted(rows, key=lambda row: (row.key["period"] != "", row.key["group"], row.key["side"] == "after"))


def _changes(effect: Effect, writing: Format) -> "Iterator[Row]":
    from footfall.render.boards import Cell, Row

    words, unit = words_in(writing.language), effect.unit or ""
    for name in CHANGES:
        one: Bounds | None = getattr(effect, name)
        if one:
            low, high = (difference(value, unit, writing) for value in (one.low, one.high))
            said = words["between"].format(low=low, high=high)
            cells = (words[name], difference(one.value, unit, writing), said, "")
            yield Row(cells=tuple(Cell(text=text, bold=name == "effect") for text in cells))


def _rows(effect: Effect, writing: Format) -> "Iterator[Row]":
    from footfall.render.boards import Cell, Row

    for row in _ordered(effect):
        figure = row.figures["value"]
        if row.key["period"] and not figure.n:
            continue  # a period in which nothing was counted; the CSV has it
        known = figure.value is not None and not figure.too_few
        value = writing.measure(figure.value, figure.unit) if known and figure.value is not None else ""
        bounded = known and figure.low is not None and figure.high is not None
        bounds = writing.interval(figure.low or 0, figure.high or 0, figure.unit, figure.value) if bounded else ""
        said = value or (words_in(writing.language)["few"] if figure.n else "")
        cells = (_named(row, writing), said, bounds, writing.number(figure.n))
        yield Row(cells=tuple(Cell(text=text) for text in cells))


def _named(row: AnalysedRow, writing: Format) -> str:
    words = words_in(writing.language)
    group = f"{words[row.key['group']]}, " if row.key["group"] else ""
    return row.key["period"] or f"{group}{words[row.key['side'] + '-side']}"
