"""What is kept of a map so that many maps can be looked at together without opening each."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.ageing import Clock, stale_since, touchpoints_of_cards
from footfall.journey.document import MapDocument
from footfall.journey.evidence import STRENGTH, Grade, Ground, asked_by, grade_of
from footfall.journey.nesting import Opening, openings_of
from footfall.journey.places import places_of_steps
from footfall.journey.questions import Question
from footfall.journey.records import Card, Evidence, LaneKind, Source

OVER = ("shipped", "dropped")  # how an opportunity may end


class Pile(StrEnum):
    """Cards of a map that a portfolio counts, and opens."""

    ASSUMED = "assumed"
    HEARD = "heard"
    COUNTED = "counted"
    MEASURED = "measured"
    STALE = "stale"
    SEVERE = "severe"
    OPPORTUNITIES = "opportunities"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Cited(_Model):
    """One thing that a card cites."""

    source: str = ""
    dataset: str = ""
    asked: tuple[str, ...] = Field((), description="The touchpoints that its question asks about.")
    grade: Grade = Grade.HEARD
    at: date | None = None


class Claim(_Model):
    """Cards that cite the same, and are about the same."""

    cards: int
    cited: tuple[Cited, ...] = ()
    about: tuple[str, ...] | None = Field(None, description="Touchpoints; null for cards that have no place.")


class Stock(_Model):
    """One map, in short."""

    opens: tuple[Opening, ...] = Field((), description="The steps that open a map.")
    meets: tuple[str, ...] = Field((), description="The touchpoints of its steps, each once.")
    reviewed: date | None = None
    review_days: int | None = None
    released: date | None = None
    claims: tuple[Claim, ...] = Field((), description="What its cards cite.")
    severe: int = Field(0, description="How many of its pains are severe.")
    opportunities: tuple[str, ...] = Field((), description="The opportunities of the library that its cards name.")
    loose: int = Field(0, description="How many more opportunities stand on it alone, and are not over.")


def stock_of(document: MapDocument) -> Stock:
    """What is kept of this map."""
    met = (touchpoint for place in places_of_steps(document).values() for touchpoint in place)
    header, cards = document.header, document.cards
    about = touchpoints_of_cards(document)
    claims = Counter(
        (cited := cited_by(card, header.dataset), about.get(id) if cited else None) for id, card in cards.items()
    )
    return Stock(
        opens=openings_of(document),
        meets=tuple(dict.fromkeys(met)),
        reviewed=header.reviewed,
        review_days=header.review_interval_days,
        released=header.released,
        claims=tuple(Claim(cards=count, cited=cited, about=about) for (cited, about), count in claims.items()),
        severe=sum(_is_severe(card) for card in cards.values()),
        opportunities=tuple(dict.fromkeys(card.opportunity for card in cards.values() if card.opportunity)),
        loose=sum(_is_loose(document, card) for card in cards.values()),
    )


def cited_by(card: Card, dataset: str) -> tuple[Cited, ...]:
    """What a card cites, each once; a question asks the map's dataset itself."""
    asks = [Cited(grade=Grade.MEASURED, dataset=dataset, asked=_asked(card.question))] if card.question else []
    return tuple(sorted({*map(_cited, card.evidence), *asks}, key=Cited.model_dump_json))


def _cited(one: Evidence) -> Cited:
    asked, at = _asked(one.question), one.at and one.at.date()
    return Cited(source=one.source, dataset=one.dataset, asked=asked, grade=grade_of(one), at=at)


def _asked(question: Question | None) -> tuple[str, ...]:
    return tuple(sorted(asked_by(question)))


def grades(stock: Stock, ground: Ground) -> dict[Grade, int]:
    """How many cards have which grade, with this there."""
    counted = Counter(dict.fromkeys(Grade, 0))
    for claim in stock.claims:
        counted[proof(claim.cited, ground)] += claim.cards
    return dict(counted)


def proof(cited: tuple[Cited, ...], ground: Ground) -> Grade:
    """The grade of the strongest thing cited; what is gone proves nothing."""
    there = (one.grade for one in cited if _stands(one, ground))
    return max(there, key=STRENGTH.__getitem__, default=Grade.ASSUMED)


def _stands(cited: Cited, ground: Ground) -> bool:
    return ground.bears(cited.source, cited.dataset, cited.asked)


def newest(stock: Stock, sources: Mapping[str, Source], ground: Ground) -> date | None:
    """The day of the newest thing that any card cites: when its source was gathered, else when it was cited."""
    return _newest((one for claim in stock.claims for one in claim.cited), sources, ground)


def stale_count(stock: Stock, clock: Clock) -> int:
    """How many cards are stale: those that `ageing.stale_cards` names."""
    placed = ((claim, claim.about) for claim in stock.claims if claim.about is not None)
    return sum(claim.cards for claim, about in placed if stale_since(_proven(claim, clock), about, clock))


def _proven(claim: Claim, clock: Clock) -> date | None:
    return _newest((one for one in claim.cited if one.grade is not Grade.ASSUMED), clock.sources, clock.ground)


def _newest(cited: Iterable[Cited], sources: Mapping[str, Source], ground: Ground) -> date | None:
    return max((day for one in cited if _stands(one, ground) and (day := _day(one, sources))), default=None)


def _day(cited: Cited, sources: Mapping[str, Source]) -> date | None:
    source = sources.get(cited.source)
    return (source and source.held) or cited.at


@dataclass(frozen=True)
class There:
    """What a map does not say itself: the sources and the opportunities not over in the library, its stale cards."""

    ground: Ground
    opportunities: Container[str]
    stale: Container[str] = ()


def cards_of(document: MapDocument, pile: Pile, there: There) -> dict[str, Card]:
    """The cards that a portfolio counts under this name; of those that name one opportunity, the first."""
    if pile is Pile.STALE:
        return {id: card for id, card in document.cards.items() if id in there.stale}
    found = {id: card for id, card in document.cards.items() if _is_in(document, card, pile, there)}
    if pile is not Pile.OPPORTUNITIES:
        return found
    named: dict[str, str] = {}
    for id, card in found.items():
        named.setdefault(card.opportunity or id, id)
    return {id: found[id] for id in named.values()}


def _is_in(document: MapDocument, card: Card, pile: Pile, there: There) -> bool:
    match pile:
        case Pile.SEVERE:
            return _is_severe(card)
        case Pile.OPPORTUNITIES:
            return card.opportunity in there.opportunities if card.opportunity else _is_loose(document, card)
        case _:
            return proof(cited_by(card, document.header.dataset), there.ground).value == pile.value


def _is_severe(card: Card) -> bool:
    return card.severity == "severe"


def _is_loose(document: MapDocument, card: Card) -> bool:
    """An opportunity that stands on this map alone, and is not over."""
    lane = document.lanes.get(card.lane)
    is_one = lane is not None and lane.kind is LaneKind.OPPORTUNITIES
    return is_one and not card.opportunity and card.status not in OVER
