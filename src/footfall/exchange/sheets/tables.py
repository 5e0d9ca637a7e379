"""A map and its library as tables: which columns a sheet has, and in which order its rows stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from footfall.exchange.brought import Origin
from footfall.exchange.sheets.values import Cell, Field, fields_of, write_value
from footfall.journey.changes import RecordJson, Records
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import HEADER_ID, LIBRARY_TYPES, RECORD_TYPES
from footfall.journey.text.names import Names, next_order
from footfall.journey.text.shape import LIBRARY_SECTIONS, PLACED

FORMAT = 1
ABOUT = "About"
SHEETS = {
    "card": "Cards",
    "step": "Steps",
    "stage": "Stages",
    "lane": "Lanes",
    "link": "Links",
    "persona": "Personas",
    "channel": "Channels",
    "touchpoint": "Touchpoints",
    "team": "Teams",
    "stakeholder": "Stakeholders",
    "source": "Sources",
    "opportunity": "Opportunities",
}
# Columns that are there even when nobody has filled them, since that is where a colleague types.
ALWAYS = {
    "card": ("step", "lane", "text", "score", "feeling", "touchpoint", "channels", "severity", "tags", "status"),
    "step": ("stage", "name"),
    "stage": ("name", "goal"),
    "lane": ("kind", "name"),
    "link": ("source", "target"),
}
MAP_ID, ENTRY = "Footfall map", "Footfall entry"  # where the file comes from
ID, STAGE, VALUE = "Id", "Stage", "Value"


@dataclass(frozen=True)
class Table:
    """A sheet: its name, its headings and its rows."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(records: Records, library: Records, origin: Origin | None = None) -> list[Table]:
    """All sheets that give exactly this map and this library when they are read."""
    return list(_Tables(records, library, origin).run())


def names_in(*documents: Mapping[str, RecordJson]) -> dict[str, Names]:
    """By type: what its records are called; a lane without a name is called by its kind."""
    named: dict[str, dict[str, str]] = {kind: {} for kind in RECORD_TYPES}
    for id, record in (item for records in documents for item in records.items()):
        kind = record["type"]
        named[kind][id] = record.get("name") or (record.get("kind", "free") if kind == "lane" else "")
    return {kind: Names(kind, those) for kind, those in named.items()}


class _Tables:
    def __init__(self, records: Records, library: Records, origin: Origin | None) -> None:
        self.records, self.library, self.origin = records, library, origin
        self.map, self.shared = MapDocument(records), LibraryDocument(library)
        self.names = names_in(records, library)
        self.last: dict[tuple[str, ...], str] = {}

    def run(self) -> Iterator[Table]:
        yield self._table("card", self._cards())
        steps = [*self.map.steps, *sorted(id for id in self._of("step") if id not in self.map.steps)]
        yield self._table("step", steps)
        yield self._table("stage", list(self.map.stages))
        yield self._table("lane", list(self.map.lanes))
        yield self._table("link", list(self.map.links))
        for section, kind in LIBRARY_SECTIONS.items():
            yield self._table(kind, list(getattr(self.shared, section)))
        yield self._about()

    def _of(self, kind: str) -> list[str]:
        return [id for id, record in self.records.items() if record["type"] == kind]

    def _cards(self) -> list[str]:
        """By place: step after step, lane after lane; what lies in the tray comes last."""
        steps = {id: place for place, id in enumerate(self.map.steps)}
        lanes = {id: place for place, id in enumerate(self.map.lanes)}

        def place(id: str) -> tuple[int, int]:
            card = self.map.cards[id]
            return steps.get(card.step, len(steps)), lanes.get(card.lane, len(lanes))

        return sorted(self.map.cards, key=place)

    def _table(self, kind: str, ids: list[str]) -> Table:
        records = self._all(kind)
        used = {name for id in ids for name in records[id]} | set(ALWAYS.get(kind, ("name",)))
        columns = [field for field in fields_of(kind).values() if field.name in used and field.name != "order"]
        columns.sort(key=lambda field: _place(kind, field))
        orders = {id: self._order(kind, records[id]) for id in ids}
        heads = [STAGE] if kind == "card" else []
        heads += [field.heading for field in columns]
        heads += ["Order"] if any(orders.values()) else []
        rows = (self._row(kind, id, columns, orders) for id in ids)
        return Table(SHEETS[kind], (*heads, ID), tuple(rows))

    def _row(self, kind: str, id: str, columns: list[Field], orders: Mapping[str, str]) -> tuple[Cell, ...]:
        record = self._all(kind)[id]
        stage = [self._stage_of(record)] if kind == "card" else []
        cells = [write_value(f, record[f.name], self.names) if f.name in record else None for f in columns]
        return (*stage, *cells, *([orders[id] or None] if any(orders.values()) else []), id)

    def _all(self, kind: str) -> Records:
        return self.library if kind in LIBRARY_TYPES else self.records

    def _stage_of(self, card: RecordJson) -> str | None:
        step = self.map.steps.get(card.get("step", ""))
        return self.names["stage"].write(step.stage) if step else None

    def _order(self, kind: str, record: RecordJson) -> str:
        """The order key where it does not follow from the row above."""
        if "order" not in RECORD_TYPES[kind].model_fields:
            return ""
        siblings = (kind, *(record.get(place, "") for place in PLACED.get(kind, ())))
        follows = next_order(self.last.get(siblings, ""))
        self.last[siblings] = order = record.get("order", "a0")
        return "" if order == follows else order

    def _about(self) -> Table:
        header = self.records[HEADER_ID]
        fields = [field for field in fields_of("map").values() if field.name in header or field.name == "title"]
        rows = [(field.heading, write_value(field, header.get(field.name, ""), self.names)) for field in fields]
        origin: list[tuple[Cell, ...]] = [(MAP_ID, self.origin.map), (ENTRY, self.origin.seq)] if self.origin else []
        return Table(ABOUT, ("Field", VALUE), (*rows, ("Footfall format", FORMAT), *origin))


def _place(kind: str, field: Field) -> int:
    """Columns that are always there come first and in their order, then the others in that of the record."""
    always = ALWAYS.get(kind, ("name",))
    names = [*always, *(name for name in RECORD_TYPES[kind].model_fields if name not in always)]
    return names.index(field.name)
