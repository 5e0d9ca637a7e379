"""Kano as a file: the table of features on paper, or as CSV."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from footfall.journey.changes import Actor
from footfall.measures.figure import Estimate
from footfall.measures.kano_class import Letter
from footfall.service import kano
from footfall.service.exports import BoardFormat, Export
from footfall.service.improving_words import say
from footfall.service.kano import KanoAsked, KanoFeature, KanoFound
from footfall.service.sheets import as_csv
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.render import Sheet
    from footfall.render.boards import Cell
    from footfall.render.tokens import Theme

LETTERS: tuple[Letter, ...] = ("M", "O", "A", "I", "R", "Q")
CLASSES = {"M": "must-be", "O": "performance", "A": "attractive", "I": "indifferent", "R": "reverse"}


def export(
    ws: Workspace, actor: Actor, asked: KanoAsked, format: BoardFormat, language: str, theme: "Theme" = "light"
) -> Export:
    """The features as a file. Raises NotFound, RenderFailed, QueryLimit."""
    found = kano.run(ws, actor, asked)
    name = f"kano.{format.value}"
    if format is BoardFormat.CSV:
        return Export(_csv(found.features, language).encode(), "text/csv; charset=utf-8", name)
    from footfall import render

    painting = render.paint(_sheet(asked, found.features, language), format.value, theme)
    return Export(painting.content, painting.media_type, name, painting.warnings)


def class_name(language: str, letter: Letter | None) -> str:
    """What a class is called."""
    from footfall.render.words import say as said_on_maps

    if letter is None:
        return ""
    return said_on_maps(language, f"kano.{CLASSES[letter]}") if letter in CLASSES else say(language, f"class.{letter}")


def _told(one: KanoFound, language: str) -> str:
    """The class, or that it cannot be said."""
    if one.kano.too_few:
        return say(language, "why.too-few")
    name = class_name(language, one.kano.letter)
    return name if one.kano.sure else f"{name} ({say(language, 'not-sure')})"


def _drift(feature: KanoFeature, language: str) -> str:
    drift = feature.drift
    if drift is None:
        return ""
    if drift.p is None:
        return say(language, "drift.few")
    was, now = class_name(language, drift.was), class_name(language, drift.now)
    return say(language, "drift.changed", was=was, now=now) if drift.changed else say(language, "drift.same")


COLUMNS = ("feature", "wave", "class", "customers", *LETTERS)
AFTER = ("better", "low", "high", "worse", "low", "high", "refused", "incomplete", "drift")


def _csv(features: tuple[KanoFeature, ...], language: str) -> str:
    heads = [name if name in LETTERS else say(language, name) for name in (*COLUMNS, *AFTER)]
    return as_csv(heads, (row for feature in features for row in _rows(feature, language)))


def _rows(feature: KanoFeature, language: str) -> Iterator[list[object]]:
    for number, one in enumerate(feature.waves, start=1):
        counts = [one.kano.counts[letter] for letter in LETTERS]
        shares = [*_numbers(one.kano.better), *_numbers(one.kano.worse)]
        left = [one.refused, one.incomplete, _drift(feature, language)]
        yield [feature.pair.feature, number, _told(one, language), one.kano.n, *counts, *shares, *left]


def _numbers(estimate: Estimate | None) -> tuple[float | None, float | None, float | None]:
    return (None, None, None) if estimate is None else (estimate.value, estimate.low, estimate.high)


def _sheet(asked: KanoAsked, features: tuple[KanoFeature, ...], language: str) -> "Sheet":
    from footfall.render.boards import Column, Head, table

    widths = {"feature": 2.6, "class": 2.0, "drift": 2.4, "better": 1.4, "worse": 1.4}
    names = ("feature", "class", "customers", *LETTERS, "better", "worse", "refused", "drift")
    columns = [
        Column(
            name=name if name in LETTERS else say(language, name),
            width=widths.get(name, 0.55 if name in LETTERS else 0.9),
            numbers=name not in ("feature", "class", "drift"),
        )
        for name in names
    ]
    head = Head(
        title=say(language, "kano.title"),
        kind=say(language, "kano"),
        facts=" → ".join(wave.dataset for wave in asked.waves),
        notes=(say(language, "kano.note"),),
        empty=say(language, "kano.nothing"),
        language=language,
    )
    return table(head, columns, (cells for feature in features for cells in _cells(feature, language)))


def _cells(feature: KanoFeature, language: str) -> "Iterator[list[Cell | str]]":
    from footfall.render.boards import Cell
    from footfall.render.formats import Format

    write = Format(language)
    for number, one in enumerate(feature.waves):
        counts = [write.number(one.kano.counts[letter]) for letter in LETTERS]
        shares = [_share(one.kano.better, language), _share(one.kano.worse, language)]
        name = feature.pair.feature if number == 0 else ""
        last = _drift(feature, language) if number == len(feature.waves) - 1 else ""
        refused = write.number(one.refused) if one.refused else ""
        yield [
            Cell(text=name, bold=True),
            _told(one, language),
            write.number(one.kano.n),
            *counts,
            *shares,
            refused,
            last,
        ]


def _share(estimate: Estimate | None, language: str) -> "Cell":
    from footfall.render.boards import Cell
    from footfall.render.formats import Format

    if estimate is None or estimate.low is None or estimate.high is None:
        return Cell()
    write = Format(language)
    between = f"{write.number(estimate.low, 2)} – {write.number(estimate.high, 2)}"
    return Cell(text=write.number(estimate.value, 2), detail=between)
