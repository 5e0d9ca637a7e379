"""What goes stale: maps that were not reviewed in time, and cards whose evidence is too old."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.ageing import Stale, stale_cards
from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import Header
from footfall.service import library
from footfall.service.authorize import Action, may
from footfall.service.changing import state_of
from footfall.service.workspace import Workspace
from footfall.store import journal

SHOWN = 5  # cards named of one map


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class StaleCard(_Model):
    """A card whose newest evidence is too old."""

    id: str
    text: str
    days: int = Field(description="How old its newest evidence is.")
    by: str = Field(description="interval: older than the map's review interval; release: older than a release.")


class StaleMap(_Model):
    """A map with something that goes stale."""

    id: str
    title: str
    is_reviewed: bool = Field(description="Whether anybody ever said that it is true.")
    days_late: int | None = Field(None, description="By how many days its review is late; null: it is not.")
    count: int = Field(description="How many of its cards are stale.")
    cards: tuple[StaleCard, ...] = Field(description=f"The oldest of them, at most {SHOWN}.")


def going_stale(ws: Workspace, actor: Actor, today: date) -> tuple[StaleMap, ...]:
    """The maps that the actor may read with a late review or stale cards, those with most to do first."""
    shared = library.read(ws, actor)
    rows = ws.store.read(lambda reading: journal.list_kind(reading, "map"))
    seen = (_seen(ws, row.id, shared, today) for row in rows if may(actor, Action.READ, row))
    found = [one for one in seen if one.count or one.days_late is not None]
    return tuple(sorted(found, key=lambda one: (-one.count, -(one.days_late or 0), one.title)))


def _seen(ws: Workspace, id: str, shared: LibraryDocument, today: date) -> StaleMap:
    document = MapDocument(state_of(ws, id).records)
    cards = stale_cards(document, shared, today)
    oldest = sorted(cards.items(), key=lambda one: -one[1].days)[:SHOWN]
    return StaleMap(
        id=id,
        title=document.header.title,
        is_reviewed=document.header.reviewed is not None,
        days_late=_days_late(document.header, today),
        count=len(cards),
        cards=tuple(_card(document, card, stale) for card, stale in oldest),
    )


def _card(document: MapDocument, id: str, stale: Stale) -> StaleCard:
    return StaleCard(id=id, text=document.cards[id].text, days=stale.days, by=stale.by)


def _days_late(header: Header, today: date) -> int | None:
    """By how many days a review is due; a map that never had one and asks for one is due today."""
    if header.review_interval_days is None or header.status == "archived":
        return None
    if header.reviewed is None:
        return 0
    late = (today - header.reviewed).days - header.review_interval_days
    return late if late > 0 else None
