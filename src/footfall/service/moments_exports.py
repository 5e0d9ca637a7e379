"""Moments of truth as a file: the field of points on paper, or its table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidRequest
from footfall.journey.changes import Actor
from footfall.measures.figure import Estimate
from footfall.measures.moments import JUDGED, Lines, Placed
from footfall.service import datasets, map_moments, moments
from footfall.service.exports import BoardFormat, Export
from footfall.service.improving_words import say
from footfall.service.moments import SurveyAsked
from footfall.service.sheets import as_csv
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.render import Sheet
    from footfall.render.boards import Axis, Dot
    from footfall.render.picture import Tone
    from footfall.render.tokens import Theme


class MomentsAsked(BaseModel):
    """Which moments of truth: those of a survey, or those of a map."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dataset: str = Field("", max_length=64, description="The dataset of a survey.")
    overall: str = Field(
        "", max_length=500, description="The question of the overall rating; empty: the likeliest one."
    )
    weighted: bool = Field(True, description="Answers count for the people they stand for.")
    map: str = Field("", max_length=64, description="The map, where no dataset is named.")
    judged: bool = Field(False, description="On a map: importance as judged, also where it could be derived.")
    importance_line: float | None = Field(None, description="Own line; empty: the usual one.")
    quality_line: float | None = Field(None, description="Own line; empty: the usual one.")


@dataclass(frozen=True)
class _Point:
    """A row of the table, and where it stands when it stands anywhere."""

    name: str
    importance: Estimate | None
    quality: Estimate | None
    n: int
    pairs: int | None
    place: Placed | None
    why_not: str
    marked: bool = False
    where: str = ""
    source: str = ""
    importance_is: str = "derived"


@dataclass(frozen=True)
class _View:
    """What both kinds of moments of truth have in common on paper."""

    title: str
    facts: str
    note: str
    lines: Lines | None
    scale: tuple[float, float]
    judged: bool  # importance was judged from 1 to 5, not derived
    points: tuple[_Point, ...]


def export(
    ws: Workspace, actor: Actor, asked: MomentsAsked, format: BoardFormat, language: str, theme: "Theme" = "light"
) -> Export:
    """The view as a file. Raises NotFound, InvalidRequest, InvalidQuestion, RenderFailed, QueryLimit."""
    view = _of_survey(ws, actor, asked, language) if asked.dataset else _of_map(ws, actor, asked, language)
    name = f"moments-of-truth.{format.value}"
    if format is BoardFormat.CSV:
        return Export(_csv(view, language).encode(), "text/csv; charset=utf-8", name)
    from footfall import render

    painting = render.paint(_sheet(view, language), format.value, theme)
    return Export(painting.content, painting.media_type, name, painting.warnings)


def _of_survey(ws: Workspace, actor: Actor, asked: MomentsAsked, language: str) -> _View:
    survey = SurveyAsked.model_validate(asked.model_dump(exclude={"map", "judged"}))
    found = moments.of_survey(ws, actor, survey)
    points = tuple(
        _Point(one.question, one.importance, one.quality, one.n, one.pairs, one.place, one.why_not)
        for one in found.items
    )
    weighted = say(language, "weighted" if found.weighted else "unweighted")
    return _View(
        title=datasets.find(ws, actor, found.dataset)[1].name,
        facts=f"{say(language, 'overall', question=found.overall)} · {weighted}",
        note=say(language, "derived"),
        lines=found.lines,
        scale=found.scale or JUDGED,
        judged=False,
        points=points,
    )


def _of_map(ws: Workspace, actor: Actor, asked: MomentsAsked, language: str) -> _View:
    if not asked.map:
        raise InvalidRequest("Neither a dataset nor a map was named.", "Name one: dataset=… or map=….")
    found = map_moments.of_map(
        ws, actor, asked.map, map_moments.MapAsked.model_validate(asked.model_dump(exclude={"map", "dataset"}))
    )
    points = tuple(
        _Point(
            name=say(language, "late", name=one.name) if one.late else one.name,
            importance=one.importance,
            quality=one.quality,
            n=one.measure.n if one.measure else 0,
            pairs=one.pairs or None,
            place=one.place,
            why_not=one.why_not,
            marked=one.moment_of_truth,
            where=one.step,
            source=one.quality_is,
            importance_is=one.importance_is,
        )
        for one in found.items
    )
    note = " ".join(filter(None, (say(language, "derived.map") if found.derived else "", found.note)))
    facts = say(language, "overall", question=found.overall or "–") if found.derived else say(language, "judged")
    judged = not found.derived
    return _View(found.title, facts, note, found.lines, JUDGED, judged=judged, points=points)


ABOUT_IMPORTANCE = ("importance", "low", "high", "pairs", "importance_is")
ABOUT_QUALITY = ("quality", "low", "high", "n", "source")
COLUMNS = ("name", "where", *ABOUT_IMPORTANCE, *ABOUT_QUALITY, "quarter", "moment")


def _csv(view: _View, language: str) -> str:
    return as_csv([say(language, name) for name in COLUMNS], [_cells(one, language) for one in view.points])


def _cells(one: _Point, language: str) -> list[object]:
    importance = _numbers(one.importance)
    source = say(language, f"source.{one.source}") if one.source else ""
    marked = say(language, "yes") if one.marked else ""
    return [
        one.name,
        one.where,
        *importance,
        one.pairs,
        say(language, f"source.{one.importance_is}") if one.importance_is and one.importance else "",
        *_numbers(one.quality),
        one.n,
        source,
        _stands(one, language),
        marked,
    ]


def _numbers(estimate: Estimate | None) -> tuple[float | None, float | None, float | None]:
    return (None, None, None) if estimate is None else (estimate.value, estimate.low, estimate.high)


def _stands(one: _Point, language: str) -> str:
    """In which quarter it stands and how sure that is, or why it stands nowhere."""
    from footfall.render.words import say as said_on_maps

    if one.place is None:
        return say(language, f"why.{one.why_not}") if one.why_not else ""
    quarter = said_on_maps(language, f"matrix.{one.place.quarter}")
    return f"{quarter} ({say(language, 'unsure')})" if one.place.unsure else quarter


def _sheet(view: _View, language: str) -> "Sheet":
    from footfall.render.boards import Head, scatter
    from footfall.render.boards.scatter import Corners
    from footfall.render.words import say as said_on_maps

    corner = {
        key: f"{said_on_maps(language, f'matrix.{key}')}\n{said_on_maps(language, f'matrix.{key}.why')}"
        for key in ("improve", "keep", "leave", "spend")
    }
    head = Head(
        title=view.title,
        kind=said_on_maps(language, "layout.matrix"),
        facts=view.facts,
        notes=tuple(filter(None, (view.note,))),
        empty=say(language, "nothing"),
        language=language,
    )
    drawn = [one for one in view.points if one.place and one.importance and one.quality and _is_drawn(one, view)]
    return scatter(
        head,
        _axis(view, drawn, "quality", language),
        _axis(view, drawn, "importance", language),
        [_dot(one, language) for one in drawn],
        corners=Corners(
            top_left=corner["improve"],
            top_right=corner["keep"],
            bottom_left=corner["leave"],
            bottom_right=corner["spend"],
        ),
        others=[(one.name, _beside(one, language)) for one in view.points if one not in drawn],
        others_name=said_on_maps(language, "matrix.unplaced"),
    )


def _is_drawn(one: _Point, view: _View) -> bool:
    """What was judged has no place among correlations, nor the other way round."""
    return view.judged is (one.importance_is == "judged")


def _beside(one: _Point, language: str) -> str:
    """Where something stands that is not drawn; a judged importance is called that."""
    if one.importance is None or one.importance_is != "judged":
        return _stands(one, language)
    return say(language, "told.judged", value=f"{one.importance.value:g}", stands=_stands(one, language))


def _axis(view: _View, drawn: Sequence[_Point], name: str, language: str) -> "Axis":
    from footfall.render.boards import Axis
    from footfall.render.formats import Format

    bounds = view.scale if name == "quality" else (JUDGED if view.judged else (-1.0, 1.0))
    values = [getattr(one, name) for one in drawn]
    ends = [end for one in values for end in (one.low, one.high, one.value) if end is not None]
    line = getattr(view.lines, name) if view.lines else sum(bounds) / 2
    low, high = bounds if view.judged or not ends else _around(ends, line, bounds)
    middle = (low + high) / 2
    write = Format(language).number
    ticks = tuple((value, write(value, 1 if view.judged else 2)) for value in (low, middle, high))
    words = say(language, f"axis.{name}" if view.judged or name == "quality" else "axis.derived")
    return Axis(name=words, low=low, high=high, line=line, ticks=ticks)


def _around(ends: Sequence[float], line: float, bounds: tuple[float, float]) -> tuple[float, float]:
    """A range that shows all values and both sides of the line with some room, within what can be."""
    beyond = max(abs(end - line) for end in ends) / 2
    values = (line - beyond, line + beyond, *ends)
    room = max((max(values) - min(values)) * 0.12, (bounds[1] - bounds[0]) * 0.02)
    return max(bounds[0], min(values) - room), min(bounds[1], max(values) + room)


def _dot(one: _Point, language: str) -> "Dot":
    from footfall.render.boards import Dot

    importance, quality = one.importance or Estimate(value=0), one.quality or Estimate(value=0)
    tone: Tone = "bad" if one.place and one.place.quarter == "improve" and not one.place.unsure else "accent"
    return Dot(
        name=one.name,
        x=quality.value,
        y=importance.value,
        x_low=quality.low,
        x_high=quality.high,
        y_low=importance.low,
        y_high=importance.high,
        marked=one.marked,
        tone=tone,
        detail=_told(one, importance, quality, language),
    )


def _told(one: _Point, importance: Estimate, quality: Estimate, language: str) -> str:
    from footfall.render.formats import Format

    write = Format(language)
    numbers = [
        say(language, "told.importance", value=write.number(importance.value, 1 if importance.low is None else 2)),
        say(language, "told.quality", value=write.number(quality.value, 1 if quality.low is None else 2)),
    ]
    return write.listed([*numbers, *([f"n {write.number(one.n)}"] if one.n else []), _stands(one, language)])
