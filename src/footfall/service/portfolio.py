"""All maps at once: the tree of journeys, and what each needs; nothing is opened to tell it."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey import heat
from footfall.journey.ageing import clock_of, stale_cards
from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.evidence import Grade
from footfall.journey.heat import Heat
from footfall.journey.nesting import Branch, tree
from footfall.journey.records import Card, MapKind, Opportunity
from footfall.journey.stock import OVER, Pile, There, cards_of, grades, newest, stale_count
from footfall.service import library, maps
from footfall.service.maps import StockedMap
from footfall.service.workspace import Workspace

Drawn = Literal["assumed", "evidence", "stale", "review", "severe", "opportunities", "owner"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Journey(_Model):
    """One map among all."""

    id: str
    title: str
    kind: MapKind
    status: str
    owner: str
    team: str
    personas: tuple[str, ...] = Field(description="By their ids in the library.")
    dataset: str
    base_map: str
    stages: int
    steps: int
    cards: int
    grades: dict[Grade, int] = Field(description="How many cards have which grade.")
    evidence: date | None = Field(None, description="The day of the newest thing that a card cites.")
    reviewed: date | None = None
    review_days: int | None = None
    heat: dict[Drawn, Heat] = Field(description="What its records say it needs.")


class Portfolio(_Model):
    """All maps that the actor may read."""

    today: date
    tree: tuple[Branch, ...] = Field(description="From above to below, each map below the step that opens it.")
    journeys: tuple[Journey, ...] = Field(description="Each map once, in the order of the tree.")


def read(ws: Workspace, actor: Actor) -> Portfolio:
    """All maps, from what is kept of each."""
    known, shared = maps.stocked(ws, actor), library.read(ws, actor)
    today = _today()
    order = sorted(known, key=partial(_place, known))
    branches = tree({id: one.stock.opens for id, one in known.items()}, order)
    found = dict.fromkeys(one.map for one in branches if one.map in known)
    return Portfolio(today=today, tree=branches, journeys=tuple(_journey(known[id], shared, today) for id in found))


class PiledCard(_Model):
    """A card that was counted, and where it stands."""

    id: str
    text: str
    lane: str = Field(description="The name of its lane, or its kind.")
    step: str = Field(description="The name of its step.")
    opportunity: str = Field("", description="The opportunity of the library that it names.")


def cards(ws: Workspace, actor: Actor, id: str, pile: Pile) -> tuple[PiledCard, ...]:
    """Exactly the cards that one number of a map counts. Raises NotFound."""
    document, shared = maps.read(ws, actor, id), library.read(ws, actor)
    there = There(shared.ground, _open(shared.opportunities), stale_cards(document, shared, _today()))
    found = cards_of(document, pile, there)
    return tuple(_piled(document, card_id, card) for card_id, card in found.items())


def _piled(document: MapDocument, id: str, card: Card) -> PiledCard:
    lane, step = document.lanes.get(card.lane), document.steps.get(card.step)
    return PiledCard(
        id=id,
        text=card.text or card.feeling,
        lane=(lane.name or lane.kind.value) if lane else "",
        step=step.name if step else "",
        opportunity=card.opportunity,
    )


def _place(known: Mapping[str, StockedMap], id: str) -> tuple[str, bool, str, str]:
    """By title; a future map stands after the one that it grew from."""
    one = known[id]
    base = known.get(one.base_map, one)
    return base.title.casefold(), base is not one, one.title.casefold(), id


def _journey(one: StockedMap, shared: LibraryDocument, today: date) -> Journey:
    stock = one.stock
    graded, evidence = grades(stock, shared.ground), newest(stock, shared.sources, shared.ground)
    total = sum(graded.values())
    return Journey(
        **one.model_dump(include={"id", "title", "kind", "status", "owner", "team", "personas", "dataset", "base_map"}),
        stages=len(one.stages),
        steps=len(one.steps),
        cards=total,
        grades=graded,
        evidence=evidence,
        reviewed=stock.reviewed,
        review_days=stock.review_days,
        heat={
            "assumed": heat.of_assumed(graded[Grade.ASSUMED], total),
            "stale": heat.of_count(stale_count(stock, clock_of(shared, today, stock.review_days, stock.released))),
            "severe": heat.of_count(stock.severe),
            "opportunities": heat.of_count(stock.loose + len(_open(shared.opportunities) & {*stock.opportunities})),
            "evidence": heat.of_age(_days(evidence, today), stock.review_days),
            "review": heat.of_review(_days(stock.reviewed, today), stock.review_days),
            "owner": heat.of_owner(one.owner or one.team),
        },
    )


def _open(opportunities: Mapping[str, Opportunity]) -> set[str]:
    return {id for id, one in opportunities.items() if one.status not in OVER}


def _today() -> date:
    return datetime.now(UTC).date()


def _days(day: date | None, today: date) -> int | None:
    return max(0, (today - day).days) if day else None
