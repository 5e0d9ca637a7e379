"""A map's assumptions, in the order in which it pays to ask: each with the points that rank it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.evidence import Grade, grade
from footfall.journey.records import Card, LaneKind, MapKind
from footfall.journey.research.dutch import DUTCH
from footfall.journey.research.english import ENGLISH
from footfall.journey.research.telling import TARGET, Place, Words

ASKED = "being-asked"  # the tag of a card whose assumption somebody asks customers about
LANGUAGES = {"en": ENGLISH, "nl": DUTCH}
CLAIMS = frozenset(LaneKind(kind) for kind in ENGLISH.bank if kind != TARGET)
MOMENT = 3.0  # points of a moment of truth
SEVERITY = {"minor": 1.0, "moderate": 2.0, "severe": 3.0}
REACH = 3.0  # points of a step where all customers come


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Reason(_Model):
    """Why it pays to ask this: so many points towards its rank."""

    kind: Literal["moment", "importance", "severity", "value", "reach"]
    points: float
    says: str = Field(description="In the reader's words.")


class Assumption(_Model):
    """A card that cites nothing which is there, or a target that no measure follows."""

    card: str = Field(description="The card's id.")
    kind: str = Field(description="The kind of its lane; target for what a future map aims at.")
    text: str = Field(description="What is taken for granted.")
    score: float | None = Field(description="The emotion as drawn.")
    stage: str = Field(description="The name of its stage.")
    step: str = Field(description="The name of its step.")
    step_id: str
    place: Place
    personas: tuple[str, ...] = Field(description="Whom to ask: the names of its personas.")
    tags: tuple[str, ...] = Field(description="The card's tags.")
    is_asked: bool = Field(description=f"Whether the card has the tag '{ASKED}'.")
    points: float = Field(description="The sum of its reasons; the more, the sooner to ask.")
    reasons: tuple[Reason, ...]
    questions: tuple[str, ...] = Field(description="What to ask: open questions.")


A = TypeVar("A", bound=Assumption)


def assumptions_of(
    map: MapDocument, library: LibraryDocument, reach: Mapping[str, float], language: str = "en"
) -> tuple[Assumption, ...]:
    """The map's assumptions, the most important first; `reach` is the share of customers by step, where it is known."""
    words = LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), ENGLISH)
    looked_at = _Looked(map, library, reach, words)
    return ranked(looked_at.assumptions())


def ranked(assumptions: Iterable[A]) -> tuple[A, ...]:
    """Those with the most points first; equals as they come."""
    return tuple(sorted(assumptions, key=lambda one: -one.points))


class _Looked:
    """One map on its way to a plan."""

    def __init__(self, map: MapDocument, library: LibraryDocument, reach: Mapping[str, float], words: Words) -> None:
        self.map, self.library, self.reach, self.words = map, library, reach, words
        self.places = {id: place for place, id in enumerate(map.steps)}

    def assumptions(self) -> Iterator[Assumption]:
        placed = (item for item in self.map.cards.items() if item[0] not in self.map.tray)
        for id, card in sorted(placed, key=lambda item: self.places[item[1].step]):
            kind = self._kind(card)
            if kind:
                yield self._told(id, card, kind)

    def _kind(self, card: Card) -> str:
        """As what the card is an assumption; nothing when it is none."""
        if self.map.header.kind is MapKind.FUTURE and card.target is not None and card.question is None:
            return TARGET
        kind = self.map.lanes[card.lane].kind
        is_said = bool(card.text.strip()) or card.score is not None
        is_assumed = not card.source and card.basis == "assumed" and self._grade(card) is Grade.ASSUMED
        return kind.value if kind in CLAIMS and is_said and is_assumed else ""

    def _grade(self, card: Card) -> Grade:
        """By what the card cites, and the opportunity that it names."""
        named = self.library.opportunities.get(card.opportunity)
        return grade((*card.evidence, *(named.evidence if named else ())), self.library.ground)

    def _told(self, id: str, card: Card, kind: str) -> Assumption:
        step, reasons = self.map.steps[card.step], tuple(self._reasons(card))
        place = self._place(card.step)
        return Assumption(
            card=id,
            kind=kind,
            text=card.text or card.feeling,
            score=card.score,
            stage=self.map.stages[step.stage].name,
            step=step.name,
            step_id=card.step,
            place=place,
            personas=self._personas(card),
            tags=card.tags,
            is_asked=ASKED in card.tags,
            points=round(sum(one.points for one in reasons), 2),
            reasons=reasons,
            questions=self.words.questions(kind, place, step.name),
        )

    def _place(self, step: str) -> Place:
        """The third of the journey in which the middle of the step's column lies."""
        third = (2 * self.places[step] + 1) * 3 // (2 * len(self.places))
        return list(Place)[third]

    def _personas(self, card: Card) -> tuple[str, ...]:
        one = card.persona or self.map.lanes[card.lane].persona
        ids = (one,) if one else self.map.header.personas
        return tuple(self.library.personas[id].name for id in ids if id in self.library.personas)

    def _reasons(self, card: Card) -> Iterator[Reason]:
        beside = [card, *self._touchpoint_cards(card.step)]
        if any(one.moment_of_truth for one in beside):
            yield self._reason("moment", MOMENT, "")
        if importance := max((one.importance or 0 for one in beside), default=0):
            yield self._reason("importance", _points(importance), f"{importance:g}")
        if card.severity:
            says = self.words.severities[card.severity]
            yield Reason(kind="severity", points=SEVERITY[card.severity], says=says)
        if value := self._value(card):
            yield self._reason("value", _points(value), f"{value:g}")
        if card.step in self.reach:
            share = self.reach[card.step]
            yield self._reason("reach", round(REACH * share, 2), f"{100 * share:.0f}")

    def _touchpoint_cards(self, step: str) -> Iterator[Card]:
        """The cards in touchpoint lanes that stand at a step or reach over it."""
        lanes = {id for id, lane in self.map.lanes.items() if lane.kind is LaneKind.TOUCHPOINTS}
        placed = (card for card in self.map.cards.values() if card.lane in lanes and card.step in self.places)
        return (card for card in placed if 0 <= self.places[step] - self.places[card.step] < card.span)

    def _value(self, card: Card) -> float:
        """The higher of what the card's opportunity is worth to customers and to the organisation; 0 when not told."""
        kept = self.library.opportunities.get(card.opportunity)
        told = [card.customer_value, card.business_value]
        told += [kept.customer_value, kept.business_value] if kept else []
        return max((value for value in told if value is not None), default=0)

    def _reason(self, kind: Literal["moment", "importance", "value", "reach"], points: float, value: str) -> Reason:
        return Reason(kind=kind, points=points, says=self.words.reasons[kind].format(value=value))


def _points(rating: float) -> float:
    """1 to 5 as 0 to 2 points."""
    return (rating - 1) / 2
