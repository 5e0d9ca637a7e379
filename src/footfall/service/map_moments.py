"""Moments of truth on a map: how much each touchpoint matters, as judged, and how good it is, as measured or judged."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.questions import Score
from footfall.journey.records import Card, LaneKind
from footfall.measures.figure import Estimate
from footfall.measures.measure import Measure
from footfall.measures.moments import JUDGED, MIDDLE, Lines, Placed, Why, placed, rank
from footfall.render.markdown import plain, read_markdown
from footfall.service import library, maps, questions, readings, surveys
from footfall.service.workspace import Workspace


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MapMoment(_Model):
    """A touchpoint of a map: how much it matters, how good it is, and where that places it."""

    card: str = Field(description="The id of the card.")
    name: str = Field(description="The card's first line, else its touchpoint's name.")
    step: str = Field(description="The step in which it stands.")
    moment_of_truth: bool
    importance: float | None = Field(None, description="As judged, 1 to 5.")
    quality: Estimate | None = Field(None, description="1 to 5; with an interval where it was measured.")
    quality_is: Literal["", "measured", "judged"] = Field("", description="Where the quality comes from.")
    judged_quality: float | None = Field(None, description="The quality as judged, also where it was measured.")
    measure: Measure | None = Field(
        None, description="The measured score, which opens its answers; none without answers."
    )
    place: Placed | None = Field(None, description="Where it stands; empty: it is not drawn.")
    why_not: Why = Field("", description="Why it is not drawn.")
    broken: bool = Field(False, description="A moment of truth that surely matters and surely is poor.")


class MapMoments(_Model):
    """The touchpoints of a map, the broken moments of truth first."""

    map: str
    title: str
    dataset: str = Field("", description="The data in which the scores were measured; empty: none.")
    lines: Lines
    note: str = Field("", description="What else a reader must know, such as data that are not there.")
    items: tuple[MapMoment, ...] = ()


def of_map(
    ws: Workspace, actor: Actor, map: str, importance_line: float | None = None, quality_line: float | None = None
) -> MapMoments:
    """The touchpoints of a map by importance and quality. Raises NotFound, StorageFailed, QueryLimit."""
    document, shared = maps.read(ws, actor, map), library.read(ws, actor)
    dataset, note = readings.dataset_of(ws, actor, document)
    found = list(_touchpoints(document))
    scores = {} if note else _scores(ws, actor, dataset, shared, [card for _, card in found])
    lines = Lines(
        importance=MIDDLE if importance_line is None else importance_line,
        quality=MIDDLE if quality_line is None else quality_line,
        own=importance_line is not None or quality_line is not None,
    )
    items = [_moment(id, card, document, shared, scores.get(card.touchpoint), lines) for id, card in found]
    first = sorted(items, key=lambda one: (not one.broken, not _looks_broken(one), rank(one.place, one.importance)))
    return MapMoments(
        map=map,
        title=document.header.title,
        dataset="" if note else dataset,
        lines=lines,
        note=note if document.header.dataset else "",
        items=tuple(first),
    )


def _touchpoints(document: MapDocument) -> Iterator[tuple[str, Card]]:
    """Cards of touchpoint lanes, and all that were rated or marked, in the order of the steps."""
    order = {id: place for place, id in enumerate(document.steps)}
    for id, card in sorted(document.cards.items(), key=lambda one: order.get(one[1].step, len(order))):
        lane = document.lanes.get(card.lane)
        rated = card.moment_of_truth or card.importance is not None or card.quality is not None
        if lane and card.step in order and (rated or lane.kind is LaneKind.TOUCHPOINTS):
            yield id, card


def _scores(
    ws: Workspace, actor: Actor, dataset: str, shared: LibraryDocument, cards: Sequence[Card]
) -> Mapping[str, Measure]:
    """The measured score of each touchpoint about which customers answered."""
    wanted = [id for id in dict.fromkeys(card.touchpoint for card in cards) if id in shared.touchpoints]
    measures = questions.ask_all(ws, actor, dataset, [Score(at=(id,)) for id in wanted])
    low_is_good = (
        {one.question for one in surveys.figures(ws, actor, dataset) if one.better == "low"} if wanted else set()
    )
    found = {id: measure for id, measure in zip(wanted, measures, strict=True) if measure.n}
    return {id: _on_its_scale(one, low_is_good) for id, one in found.items()}


def _on_its_scale(measure: Measure, low_is_good: Collection[str]) -> Measure:
    """The measure; on a scale whose low end is good it says that it cannot stand beside judgements."""
    if measure.details.get("survey_question") not in low_is_good or measure.scale is None:
        return measure
    return measure.model_copy(update={"scale": (measure.scale[1], measure.scale[0])})


def _moment(
    id: str, card: Card, document: MapDocument, shared: LibraryDocument, measure: Measure | None, lines: Lines
) -> MapMoment:
    quality, source = _quality(card, measure)
    importance = None if card.importance is None else Estimate(value=card.importance)
    place = placed(importance, quality, lines) if importance and quality else None
    return MapMoment(
        card=id,
        name=_name(card, shared),
        step=document.steps[card.step].name,
        moment_of_truth=card.moment_of_truth,
        importance=card.importance,
        quality=quality,
        quality_is=source,
        judged_quality=card.quality,
        measure=measure,
        place=place,
        why_not=_why_not(card, quality, measure),
        broken=bool(place and card.moment_of_truth and place.quarter == "improve" and not place.unsure),
    )


def _quality(card: Card, measure: Measure | None) -> tuple[Estimate | None, Literal["", "measured", "judged"]]:
    """What customers said on a scale from 1 to 5, else what the team judged; other scales are not bent to fit."""
    if measure and measure.value is not None and measure.scale == JUDGED and not measure.too_few:
        return Estimate(value=measure.value, low=measure.low, high=measure.high), "measured"
    return (None, "") if card.quality is None else (Estimate(value=card.quality), "judged")


def _why_not(card: Card, quality: Estimate | None, measure: Measure | None) -> Why:
    if card.importance is None:
        return "no-importance"
    if quality is not None:
        return ""
    if measure is None:
        return "no-quality"
    return "too-few" if measure.too_few else "other-scale"


def _name(card: Card, shared: LibraryDocument) -> str:
    touchpoint = shared.touchpoints.get(card.touchpoint)
    first = plain(read_markdown(card.text.strip().partition("\n")[0])).strip()
    return first or (touchpoint.name if touchpoint else "")


def _looks_broken(one: MapMoment) -> bool:
    return bool(one.place and one.moment_of_truth and one.place.quarter == "improve")
