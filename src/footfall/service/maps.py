"""Maps: list, create, read, change, delete."""

import builtins
import secrets
from collections import Counter
from datetime import datetime
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidChange
from footfall.journey.changes import Actor, Change, Entry, Put, Records
from footfall.journey.document import MAP_RULES, MapDocument
from footfall.journey.records import ASIDE_TYPES, HEADER_ID, MapKind
from footfall.journey.records.lane import LaneKind
from footfall.journey.settling import settle
from footfall.journey.stock import Stock, stock_of
from footfall.journey.uses import Uses, uses_in
from footfall.service.authorize import Action, authorize, may
from footfall.service.changing import DocumentState, change_document, state_of
from footfall.service.workspace import Workspace, new_entry
from footfall.store import DocumentRow, journal

FORM = 5  # of what is kept of a map; what an earlier version kept is made anew
ID_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that look alike


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


Kept = TypeVar("Kept", bound=_Model)


class StageGlance(_Model):
    """A stage as the small picture of a map shows it."""

    name: str
    colour: int | None = None
    steps: int = Field(description="How many steps it has.")


class Glance(_Model):
    """What a list shows of a map without opening it."""

    title: str
    kind: MapKind
    status: str
    dataset: str = ""
    base_map: str = ""
    owner: str = ""
    team: str = ""
    personas: tuple[str, ...] = ()
    stages: tuple[StageGlance, ...] = ()
    steps: tuple[str, ...] = Field((), description="The ids of the steps, in order.")
    emotion: tuple[float | None, ...] = Field(
        (), description="The drawn emotion for each step, or null where none is drawn."
    )
    counts: dict[str, int] = Field({}, description="How many cards stand in lanes of each kind.")


class MapSummary(Glance):
    """A map in the list of maps."""

    id: str
    seq: int
    created_at: datetime
    updated_at: datetime
    updated_by: Actor


def list(ws: Workspace, actor: Actor) -> builtins.list[MapSummary]:
    """All maps that the actor may read, the last changed first."""
    return [_with(ws, row, MapSummary) for row in _rows(ws, actor)]


def create(ws: Workspace, actor: Actor, records: Records, id: str | None = None, kind: str = "map") -> str:
    """A new map (or template) with these records; its id. Without a header it gets one. Raises InvalidChange."""
    map_id = id or "".join(secrets.choice(ID_LETTERS) for _ in range(10))
    filled = {HEADER_ID: {"type": "map", "title": "Untitled map"}} | records
    puts = tuple(Put(id=record_id, record=record) for record_id, record in filled.items())
    entry = new_entry(map_id, actor, settle(MAP_RULES, {}, {}, puts), seq=1)
    if not ws.store.write(lambda writing: journal.create_once(writing, kind, entry)).result():
        raise InvalidChange(f"There is already a document '{map_id}'.", "A new map has an id of its own.")
    return map_id


def read(ws: Workspace, actor: Actor, id: str) -> MapDocument:
    """A map with typed records. Raises NotFound."""
    return MapDocument(read_records(ws, actor, id).records)


def read_records(ws: Workspace, actor: Actor, id: str) -> DocumentState:
    """A map as plain JSON records, with its seq. Raises NotFound."""
    return state_of(ws, authorize(ws, actor, Action.READ, id, "map").id)


def copy(ws: Workspace, actor: Actor, id: str, title: str = "") -> str:
    """A new map with all that a map holds but its comments and versions; its id. Raises NotFound."""
    held = read_records(ws, actor, id).records
    kept = {record_id: record for record_id, record in held.items() if record["type"] not in ASIDE_TYPES}
    header = kept.get(HEADER_ID, {"type": "map", "title": "Untitled map"})
    return create(ws, actor, kept | {HEADER_ID: header | ({"title": title} if title else {})})


def change(ws: Workspace, actor: Actor, id: str, change: Change) -> Entry:
    """Take a change to a map; returns when it is durable. Raises NotFound, InvalidChange, StorageFailed."""
    return change_document(ws, actor, authorize(ws, actor, Action.EDIT, id, "map").id, change)


def delete(ws: Workspace, actor: Actor, id: str) -> None:
    """Take a map out of sight; everybody who has it open is told. Raises NotFound."""
    row = authorize(ws, actor, Action.DELETE, id, "map")
    at = new_entry(row.id, actor).at
    ws.store.write(lambda writing: journal.remove(writing, row.id, at)).result()
    ws.rooms.gone(row.id)


def glance(document: MapDocument) -> Glance:
    """What a list shows of this map."""
    header = document.header
    return Glance(
        title=header.title,
        kind=header.kind,
        status=header.status,
        dataset=header.dataset,
        base_map=header.base_map,
        owner=header.owner,
        team=header.team,
        personas=header.personas,
        stages=tuple(
            StageGlance(name=stage.name, colour=stage.colour, steps=len(document.steps_of(id)))
            for id, stage in document.stages.items()
        ),
        steps=tuple(document.steps),
        emotion=_drawn_emotion(document),
        counts=_cards_by_kind(document),
    )


def _drawn_emotion(document: MapDocument) -> tuple[float | None, ...]:
    lanes = {id for id, lane in document.lanes.items() if lane.kind is LaneKind.EMOTION}
    drawn = {card.step: card.score for card in document.cards.values() if card.lane in lanes and card.score is not None}
    return tuple(drawn.get(step) for step in document.steps) if drawn else ()


def _cards_by_kind(document: MapDocument) -> dict[str, int]:
    lanes = document.lanes
    counts = Counter(lanes[card.lane].kind.value for card in document.cards.values() if card.lane in lanes)
    return dict(sorted(counts.items()))


class UsingMap(_Model):
    """A map that the actor may read, with what it uses of the library by id."""

    id: str
    title: str
    uses: dict[str, Uses]


def using(ws: Workspace, actor: Actor) -> builtins.list[UsingMap]:
    """What each map that the actor may read uses of the library; maps are in the order of the list."""
    return [_with(ws, row, UsingMap) for row in _rows(ws, actor)]


class StockedMap(MapSummary):
    """A map that the actor may read, with what is kept of it for looking at many."""

    stock: Stock


def stocked(ws: Workspace, actor: Actor) -> dict[str, StockedMap]:
    """Every map that the actor may read by its id, without opening any; in the order of the list."""
    return {row.id: _with(ws, row, StockedMap) for row in _rows(ws, actor)}


def _rows(ws: Workspace, actor: Actor) -> builtins.list[DocumentRow]:
    rows = ws.store.read(lambda reading: journal.list_kind(reading, "map"))
    return [row for row in rows if may(actor, Action.READ, row)]


def _with(ws: Workspace, row: DocumentRow, kind: type[Kept]) -> Kept:
    """What is kept of a map, as this kind shows it."""
    kept = row.summary or {}
    seen = kept if kept.get("form") == FORM else _summarise(ws, row)
    place = {"id": row.id, "seq": row.seq, "created_at": row.created_at, "updated_at": row.updated_at}
    return kind.model_validate(seen | place | {"updated_by": row.updated_by})


def _summarise(ws: Workspace, row: DocumentRow) -> dict[str, object]:
    """Look into the map once, and keep what was seen until it changes."""
    state = state_of(ws, row.id)
    document = MapDocument(state.records)
    uses = {id: found.model_dump() for id, found in uses_in(state.records).items()}
    kept = {"form": FORM, "uses": uses, "stock": stock_of(document).model_dump(mode="json")}
    seen = glance(document).model_dump(mode="json") | kept
    ws.store.write(lambda writing: journal.summarise(writing, row.id, state.seq, seen))
    return seen
