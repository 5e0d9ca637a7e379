"""Moments of truth on a map: how much each touchpoint matters, and how good it is, as measured or judged."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidQuestion
from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.questions import Late, Question, Score
from footfall.journey.records import Card, LaneKind, Opportunity
from footfall.measures.figure import Estimate
from footfall.measures.measure import Measure, Opened
from footfall.measures.moments import IMPORTANT, JUDGED, MIDDLE, Lines, Met, Placed, Why, placed, rank
from footfall.render.markdown import plain, read_markdown
from footfall.service import library, maps, questions, readings, surveys
from footfall.service.derived_importance import Importance, Survey, derive, estimate, open_pairs, survey_of
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.measures.deriving import Derived


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MapAsked(_Model):
    """How the moments of truth of a map are looked at."""

    overall: str = Field(
        "", max_length=500, description="The question of the overall rating; empty: the one that surely is."
    )
    judged: bool = Field(False, description="Importance as the team judged it, also where it could be derived.")
    weighted: bool = Field(
        True, description="Answers count for the people they stand for, where somebody said how many."
    )
    importance_line: float | None = Field(
        None, description="Own line, on the scale of what is drawn: a correlation, or a judgement from 1 to 5."
    )
    quality_line: float | None = Field(None, description="Own line; empty: the middle of the scale.")


USUAL = MapAsked()


class MapMoment(_Model):
    """A touchpoint of a map: how much it matters, how good it is, and where that places it."""

    card: str = Field(description="The id of the card.")
    late: bool = Field(False, description="It is about those to whom its promise was broken, not about all.")
    name: str = Field(description="The card's first line, else its touchpoint's name.")
    step: str = Field(description="The step in which it stands.")
    moment_of_truth: bool
    importance: Estimate | None = Field(None, description="A correlation where it was derived, else 1 to 5 as judged.")
    importance_is: Literal["", "derived", "judged"] = Field("", description="Where the importance comes from.")
    judged_importance: float | None = Field(None, description="The importance as judged, also where it was derived.")
    pairs: int = Field(0, ge=0, description="Customers behind a derived importance.")
    quality: Estimate | None = Field(None, description="1 to 5; with an interval where it was measured.")
    quality_is: Literal["", "measured", "judged"] = Field("", description="Where the quality comes from.")
    judged_quality: float | None = Field(None, description="The quality as judged, also where it was measured.")
    measure: Measure | None = Field(
        None, description="The measured score, which opens its answers; none without answers."
    )
    rate: Measure | None = Field(None, description="Of a broken promise how often it was; opens these events.")
    place: Placed | None = Field(None, description="Where it stands; empty: it has no place.")
    why_not: Why = Field("", description="Why it has no place.")
    broken: bool = Field(
        False,
        description="It surely matters and surely is poor; where its importance was judged, it is marked as a moment of"
        " truth, too.",
    )
    opportunity: str = Field("", description="The opportunity of the library that its step names for it.")


class MapMoments(_Model):
    """The touchpoints of a map, the broken moments of truth first."""

    map: str
    title: str
    dataset: str = Field("", description="The data in which the scores were measured; empty: none.")
    derived: bool = Field(False, description="Whether the importance of any of them was derived from answers.")
    overall: str = Field("", description="The question of the overall rating; empty: none is known, or it has no name.")
    questions: tuple[str, ...] = Field((), description="The questions that can be the overall rating.")
    weighted: bool = Field(False, description="Whether weights were used.")
    has_weights: bool = Field(False, description="Whether the dataset says whom respondents stand for.")
    lines: Lines
    note: str = Field("", description="What else a reader must know, such as data that are not there.")
    items: tuple[MapMoment, ...] = ()


@dataclass(frozen=True)
class _Desk:
    """All that the moments of one map are made of."""

    document: MapDocument
    shared: LibraryDocument
    asked: MapAsked
    importance: Importance
    scores: Mapping[Question, Measure]

    @property
    def is_derived(self) -> bool:
        """Whether the importance of any touchpoint could be derived."""
        all = (*self.importance.rating.values(), *self.importance.promise.values())
        return any(estimate(one.going) for one in all)

    def line(self, source: str) -> float:
        """From where on something matters; an own line is on the scale of what is drawn."""
        own = self.asked.importance_line
        drawn = "derived" if self.is_derived else "judged"
        return own if own is not None and source == drawn else (IMPORTANT if source == "derived" else MIDDLE)

    def lines(self, source: str) -> Lines:
        """The two lines for what is placed."""
        own = self.asked.quality_line
        return Lines(
            importance=self.line(source),
            quality=MIDDLE if own is None else own,
            own=self.asked.importance_line is not None or own is not None,
        )


def of_map(ws: Workspace, actor: Actor, map: str, asked: MapAsked = USUAL) -> MapMoments:
    """The touchpoints of a map by importance and quality.

    Raises NotFound, InvalidQuestion for the overall question, StorageFailed, QueryLimit.
    """
    document, shared = maps.read(ws, actor, map), library.read(ws, actor)
    dataset, note = readings.dataset_of(ws, actor, document)
    found = list(_touchpoints(document))
    wanted = [id for id in dict.fromkeys(card.touchpoint for _, card in found) if id in shared.touchpoints]
    survey = Survey() if note else survey_of(ws, actor, dataset, asked.overall, weighted=asked.weighted)
    importance = Importance(survey)
    if not asked.judged:
        importance = derive(ws, actor, dataset, shared.touchpoints, wanted, survey)
    scores = {} if note else _scores(ws, actor, dataset, wanted, importance)
    desk = _Desk(document, shared, asked, importance, scores)
    items = [*_moments(desk, found), *_late_moments(desk, found)]
    return MapMoments(
        map=map,
        title=document.header.title,
        dataset="" if note else dataset,
        derived=desk.is_derived,
        overall=survey.overall or "",
        questions=survey.questions,
        weighted=survey.weighted,
        has_weights=survey.has_weights,
        lines=desk.lines("derived" if desk.is_derived else "judged"),
        note=note if document.header.dataset else "",
        items=tuple(sorted(items, key=_order)),
    )


def _order(one: MapMoment) -> tuple[object, ...]:
    """Broken first, then what looks broken, then by quarter; derived before judged, what matters most first."""
    place = rank(one.place, one.importance.value if one.importance else None)
    return not one.broken, not _looks_broken(one), place[:2], one.importance_is != "derived", place[2]


def _touchpoints(document: MapDocument) -> Iterator[tuple[str, Card]]:
    """Cards of touchpoint lanes, and all that were rated or marked, in the order of the steps."""
    order = {id: place for place, id in enumerate(document.steps)}
    for id, card in sorted(document.cards.items(), key=lambda one: order.get(one[1].step, len(order))):
        lane = document.lanes.get(card.lane)
        rated = card.moment_of_truth or card.importance is not None or card.quality is not None
        if lane and card.step in order and (rated or lane.kind is LaneKind.TOUCHPOINTS):
            yield id, card


def _scores(
    ws: Workspace, actor: Actor, dataset: str, wanted: Sequence[str], importance: Importance
) -> Mapping[Question, Measure]:
    """What was measured at each touchpoint: its score, and of promises how many broke and the score then."""
    asked: list[Question] = [_score(id, importance.rating.get(id)) for id in wanted]
    for id in importance.promise:
        asked += [Late(at=(id,)), _score_when_late(id, importance.survey)]
    measures = questions.ask_all(ws, actor, dataset, asked)
    low_is_good = (
        {one.question for one in surveys.figures(ws, actor, dataset) if one.better == "low"} if asked else set()
    )
    return {question: _on_its_scale(one, low_is_good) for question, one in zip(asked, measures, strict=True) if one.n}


def _score(touchpoint: str, derived: "Derived | None") -> Score:
    """The score of a touchpoint: of the question whose importance was derived, else of the one answered most."""
    is_sure = derived is not None and estimate(derived.going)
    return Score(at=(touchpoint,), survey_question=derived.question if derived and is_sure else "")


def _score_when_late(touchpoint: str, survey: Survey) -> Score:
    return Score(at=(touchpoint,), promise="broken", survey_question=survey.overall or "")


def _on_its_scale(measure: Measure, low_is_good: Collection[str]) -> Measure:
    """The measure; on a scale whose low end is good it says that it cannot stand beside judgements."""
    if measure.details.get("survey_question") not in low_is_good or measure.scale is None:
        return measure
    return measure.model_copy(update={"scale": (measure.scale[1], measure.scale[0])})


def _moments(desk: _Desk, found: Sequence[tuple[str, Card]]) -> Iterator[MapMoment]:
    """Each touchpoint with what all customers said."""
    for id, card in found:
        derived = desk.importance.rating.get(card.touchpoint)
        measure = desk.scores.get(_score(card.touchpoint, derived)) if card.touchpoint else None
        importance, source = _importance(card, derived)
        quality, quality_is = _quality(card, measure)
        yield _placed(
            desk,
            _moment(desk, id, card)
            | {
                "importance": importance,
                "importance_is": source,
                "pairs": derived.going.n if derived and source == "derived" else 0,
                "quality": quality,
                "quality_is": quality_is,
                "measure": measure,
                "why_not": _why_not(importance, derived, quality, measure),
                "opportunity": _opportunity(desk, card, Score),
            },
        )


def _late_moments(desk: _Desk, found: Sequence[tuple[str, Card]]) -> Iterator[MapMoment]:
    """Each touchpoint where promises were broken, with what those customers said to whom that happened."""
    once = {card.touchpoint: (id, card) for id, card in reversed(found)}
    for touchpoint, derived in desk.importance.promise.items():
        if touchpoint not in once or derived.going.value is None:
            continue
        id, card = once[touchpoint]
        measure = desk.scores.get(_score_when_late(touchpoint, desk.importance.survey))
        importance = estimate(derived.going)
        quality = _measured(measure)
        yield _placed(
            desk,
            _moment(desk, id, card)
            | {
                "late": True,
                "importance": importance,
                "importance_is": "derived" if importance else "",
                "judged_importance": None,
                "judged_quality": None,
                "pairs": derived.going.n,
                "quality": quality,
                "quality_is": "measured" if quality else "",
                "measure": measure,
                "rate": desk.scores.get(Late(at=(touchpoint,))),
                "why_not": _why_not(importance, derived, quality, measure),
                "opportunity": _opportunity(desk, card, Late),
            },
        )


def _moment(desk: _Desk, id: str, card: Card) -> dict[str, Any]:
    return {
        "card": id,
        "name": _name(card, desk.shared),
        "step": desk.document.steps[card.step].name,
        "moment_of_truth": card.moment_of_truth,
        "judged_importance": card.importance,
        "judged_quality": card.quality,
    }


def _placed(desk: _Desk, fields: dict[str, Any]) -> MapMoment:
    one = MapMoment(**fields)
    if not one.importance or not one.quality:
        return one
    place = placed(one.importance, one.quality, desk.lines(one.importance_is))
    is_poor = place.quarter == "improve" and not place.unsure
    broken = is_poor and (one.moment_of_truth or one.importance_is == "derived")
    return one.model_copy(update={"place": place, "broken": broken})


def _importance(card: Card, derived: "Derived | None") -> tuple[Estimate | None, Literal["", "derived", "judged"]]:
    """What was derived from answers, else what the team judged."""
    if derived and (found := estimate(derived.going)):
        return found, "derived"
    return (None, "") if card.importance is None else (Estimate(value=card.importance), "judged")


def _quality(card: Card, measure: Measure | None) -> tuple[Estimate | None, Literal["", "measured", "judged"]]:
    """What customers said on a scale from 1 to 5, else what the team judged; other scales are not bent to fit."""
    if measured := _measured(measure):
        return measured, "measured"
    return (None, "") if card.quality is None else (Estimate(value=card.quality), "judged")


def _measured(measure: Measure | None) -> Estimate | None:
    if measure and measure.value is not None and measure.scale == JUDGED and not measure.too_few:
        return Estimate(value=measure.value, low=measure.low, high=measure.high)
    return None


def _why_not(
    importance: Estimate | None, derived: "Derived | None", quality: Estimate | None, measure: Measure | None
) -> Why:
    if importance is None:
        if derived is None or not derived.going.n:
            return "no-importance"
        return "too-few" if derived.going.is_little else "all-alike"
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
    is_poor = one.place is not None and one.place.quarter == "improve"
    return is_poor and (one.moment_of_truth or one.importance_is == "derived")


def _opportunity(desk: _Desk, card: Card, about: type[Late] | type[Score]) -> str:
    """The opportunity that a card of the same step names and that asks, or cites, what the moment is about."""
    known = desk.shared.opportunities
    for one in desk.document.cards.values():
        if one.step == card.step and one.opportunity in known:
            asked = _asked(known[one.opportunity])
            if any(isinstance(each, about) and _is_of_all(each) and card.touchpoint in each.at for each in asked):
                return one.opportunity
    return ""


def _asked(opportunity: Opportunity) -> list[Question]:
    all = [opportunity.question, *(one.question for one in opportunity.evidence)]
    return [one for one in all if one is not None]


def _is_of_all(question: Late | Score) -> bool:
    """Not a score of those alone whose promise was kept or broken."""
    return not getattr(question, "promise", "")


def population(
    ws: Workspace, actor: Actor, map: str, asked: MapAsked, about: tuple[str, bool], page: tuple[int, int]
) -> Opened:
    """A page of exactly the customers behind a derived importance: of a card, and whether of its broken promise.

    Raises NotFound, InvalidQuestion, QueryLimit.
    """
    questions.check_page(*page)
    card, late = about
    found = of_map(ws, actor, map, asked)
    one = next((one for one in found.items if (one.card, one.late) == (card, late)), None)
    if one is None or not one.pairs:
        raise InvalidQuestion(f"The importance of '{card}' was not derived.", "Choose a moment with an n of its own.")
    shared = library.read(ws, actor)
    touchpoint = maps.read(ws, actor, map).cards[card].touchpoint
    survey = survey_of(ws, actor, found.dataset, asked.overall, weighted=asked.weighted)
    met: Met = "promise" if late else "rating"
    return open_pairs(ws, actor, found.dataset, shared.touchpoints, (touchpoint, met), survey, page)
