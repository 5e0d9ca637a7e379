"""How well each card of a map is proven, and how old that is: the least proven first, then the oldest."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.ageing import newest, stale_cards
from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.evidence import STRENGTH, Grade, Ground, asked_by, grade
from footfall.journey.opportunities import said
from footfall.journey.records import Card
from footfall.service import library, maps
from footfall.service.workspace import Workspace


class ProvenCard(BaseModel):
    """A card, where it stands, and what speaks for it."""

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    lane: str = Field(description="The name of its lane, or its kind.")
    step: str = Field(description="The name of its step.")
    grade: Grade
    newest: date | None = Field(None, description="The day of the newest thing that it cites.")
    days: int | None = Field(None, description="How many days ago that was.")
    stale: str = Field("", description="interval: older than the review interval; release: older than a release.")


def of_map(ws: Workspace, actor: Actor, id: str, today: date) -> tuple[ProvenCard, ...]:
    """All placed cards of a map. Raises NotFound, StorageFailed."""
    shared = library.read(ws, actor)
    document = said(maps.read(ws, actor, id), shared.opportunities)
    stale = stale_cards(document, shared, today)
    placed = (item for item in document.cards.items() if item[0] not in document.tray)
    found = [_told(document, shared, item, stale[item[0]].by if item[0] in stale else "", today) for item in placed]
    return tuple(sorted(found, key=lambda one: (STRENGTH[one.grade], -(one.days or 0))))


def _told(
    document: MapDocument, shared: LibraryDocument, item: tuple[str, Card], stale: str, today: date
) -> ProvenCard:
    id, card = item
    lane, day = document.lanes[card.lane], newest(card.evidence, shared.sources, shared.ground)
    return ProvenCard(
        id=id,
        text=card.text or card.feeling,
        lane=lane.name or lane.kind.value,
        step=document.steps[card.step].name,
        grade=_grade(card, document.header.dataset, shared.ground),
        newest=day,
        days=(today - day).days if day else None,
        stale=stale,
    )


def _grade(card: Card, dataset: str, ground: Ground) -> Grade:
    """A card that asks the data itself is measured, while these are there."""
    asks = card.question is not None and ground.bears(dataset=dataset, asked=asked_by(card.question))
    return Grade.MEASURED if asks else grade(card.evidence, ground)
