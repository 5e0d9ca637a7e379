"""Opportunities: where they stand on maps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Actor
from footfall.journey.document import MapDocument
from footfall.journey.records import Card, LaneKind, Opportunity
from footfall.service import library, maps
from footfall.service.workspace import Workspace


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class OpportunityCard(_Model):
    """A card that names an opportunity, and the cell in which it stands."""

    id: str
    text: str = ""
    kind: LaneKind | None = Field(None, description="The kind of its lane; none for a card that waits in the tray.")
    lane: str = Field("", description="The name of its lane, where it has one of its own.")
    step: str = Field("", description="The name of its first step.")
    stage: str = Field("", description="The name of that step's stage.")


class StandingOnMap(_Model):
    """The cards of one map that name an opportunity."""

    map: str
    title: str
    cards: tuple[OpportunityCard, ...]


class Standing(_Model):
    """Where opportunities stand."""

    standing: dict[str, tuple[StandingOnMap, ...]] = Field(
        description="By the id of an opportunity, the maps with cards that name it; one that none names is absent."
    )


def standing(ws: Workspace, actor: Actor) -> Standing:
    """The cards that name each opportunity, over the maps that the actor may read."""
    found: dict[str, list[StandingOnMap]] = {}
    for one in named(ws, actor):
        seen = tuple(_told(one.document, id) for id in one.cards)
        on_map = StandingOnMap(map=one.map, title=one.document.header.title, cards=seen)
        found.setdefault(one.opportunity, []).append(on_map)
    return Standing(standing={id: tuple(places) for id, places in found.items()})


@dataclass(frozen=True)
class Named:
    """The cards of one map that name one opportunity."""

    opportunity: str
    map: str
    document: MapDocument
    cards: dict[str, Card]


def named(ws: Workspace, actor: Actor) -> Iterator[Named]:
    """The cards that name each opportunity, map by map."""
    known = library.read(ws, actor).opportunities
    for using in maps.using(ws, actor):
        if known.keys().isdisjoint(using.uses):
            continue
        document = maps.read(ws, actor, using.id)
        for id, cards in _cards_by_opportunity(document, known).items():
            yield Named(id, using.id, document, cards)


def _cards_by_opportunity(document: MapDocument, known: Mapping[str, Opportunity]) -> dict[str, dict[str, Card]]:
    found: dict[str, dict[str, Card]] = {}
    for id, card in document.cards.items():
        if card.opportunity in known:
            found.setdefault(card.opportunity, {})[id] = card
    return found


def _told(document: MapDocument, id: str) -> OpportunityCard:
    card = document.cards[id]
    lane, step = document.lanes.get(card.lane), document.steps.get(card.step)
    stage = document.stages.get(step.stage) if step else None
    return OpportunityCard(
        id=id,
        text=card.text,
        kind=lane.kind if lane and step else None,
        lane=lane.name if lane else "",
        step=step.name if step else "",
        stage=stage.name if stage else "",
    )
