"""A map while it is read: records get ids, order and bounds here, so that no reader has to care."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from footfall.errors import InvalidChange
from footfall.exchange.brought import MOST_RECORDS, Brought, Note, refused
from footfall.journey.changes import RecordJson, Records
from footfall.journey.document import LIBRARY_RULES, MAP_RULES
from footfall.journey.records import HEADER_ID, LIBRARY_TYPES, RECORD_TYPES
from footfall.journey.settling import normalise
from footfall.journey.text.names import DerivedIds, next_order
from footfall.journey.text.shape import PLACED, words_for_id

CUT = "…"


@dataclass
class Sketches:
    """All that a file gives: its maps, one library, and the notes."""

    format: str
    name: str = "Imported map"  # the title of a map whose file has none
    library: Records = field(default_factory=dict)
    maps: list["Sketch"] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    _by_name: dict[tuple[str, str], str] = field(default_factory=dict)
    _ids: DerivedIds = field(default_factory=DerivedIds)
    _last: dict[tuple[str, ...], str] = field(default_factory=dict)

    def note(self, says: str, line: int = 0) -> None:
        """Say something about the file."""
        self.notes.append(Note(says, line))

    def begin(self, title: str = "") -> "Sketch":
        """A new map of the file."""
        self.maps.append(Sketch(self, title or self.name))
        return self.maps[-1]

    def shared(self, kind: str, name: str, /, **fields: Any) -> str:
        """The id of a library record with this name; what is new of its fields is added."""
        key = (kind, name)
        if id := self._by_name.get(key):
            self.library[id] = bounded(kind, fields, self) | self.library[id]
            return id
        record = {"type": kind, **bounded(kind, {"name": name, **fields}, self)}
        id = self._ids.next(kind, record["name"])
        while id in self.library:
            id = self._ids.next(kind, record["name"])
        return self.share(id, _ordered(record, self._last))

    def share(self, id: str, record: RecordJson) -> str:
        """Take a library record as it is."""
        self.library[id] = record
        self._by_name.setdefault((record["type"], str(record.get("name", ""))), id)
        return id

    def done(self) -> Brought:
        """What was read, each record in normal form. Raises InvalidMapFile."""
        if sum(len(sketch.records) for sketch in self.maps) + len(self.library) > MOST_RECORDS:
            raise refused(f"The file holds more than {MOST_RECORDS:,} things.", expected="Import it in parts.")
        library = {id: _normal(id, record) for id, record in self.library.items()}
        maps = tuple({id: _normal(id, record) for id, record in sketch.records.items()} for sketch in self.maps)
        return Brought(self.format, maps, library, tuple(self.notes))


class Sketch:
    """One map while it is read."""

    def __init__(self, file: Sketches, title: str) -> None:
        self.file = file
        self.records: Records = {HEADER_ID: {"type": "map", **bounded("map", {"title": title}, file)}}
        self._ids = DerivedIds()
        self._last: dict[tuple[str, ...], str] = {}
        self._lanes: dict[tuple[str, str], str] = {}
        self.reserved: set[str] = set()

    def header(self, **fields: Any) -> None:
        """Say something about the map as a whole; what is said twice stands one below the other."""
        header = self.records[HEADER_ID]
        for name, value in bounded("map", fields, self.file).items():
            if name == "personas":
                header[name] = [*dict.fromkeys([*header.get(name, []), *value])]
            elif name in ("title", "owner", "team", "status", "kind", "point_of_view"):
                header[name] = value
            else:
                header[name] = f"{header[name]}\n{value}" if header.get(name) else value

    def stage(self, name: str, **fields: Any) -> str:
        """A new stage to the right of the others."""
        return self.put("stage", name=name, **fields)

    def step(self, stage: str, name: str, **fields: Any) -> str:
        """A new step at the end of a stage."""
        return self.put("step", stage=stage, name=name, **fields)

    def lane(self, kind: str, name: str = "", **fields: Any) -> str:
        """The lane of this kind and name, made when it is first needed."""
        key = (kind, name.casefold())
        if key not in self._lanes:
            self._lanes[key] = self.put("lane", kind=kind, **({"name": name} if name else {}), **fields)
        return self._lanes[key]

    def card(self, lane: str, step: str, **fields: Any) -> str:
        """A new card below the others of its cell."""
        return self.put("card", lane=lane, step=step, **fields)

    def arrange(self, first: Sequence[str], last: Sequence[str]) -> None:
        """Bring the lanes into the order in which people read them; lanes of other kinds stand between."""
        place = {kind: number - len(first) for number, kind in enumerate(first)} | {
            kind: number for number, kind in enumerate(last, start=1)
        }
        lanes = {id: record for id, record in self.records.items() if record["type"] == "lane"}
        order = ""
        for id in sorted(lanes, key=lambda lane: place.get(lanes[lane]["kind"], 0)):
            lanes[id]["order"] = order = next_order(order)

    def put(self, type: str, /, **fields: Any) -> str:
        """A new record; its id and order follow from what it says and where it stands."""
        record = _ordered({"type": type, **bounded(type, fields, self.file)}, self._last)
        words = words_for_id(type, record, self._place(record))
        id = self._ids.next(type, words)
        while id in self.records or id in self.reserved:
            id = self._ids.next(type, words)
        self.records[id] = record
        return id

    def _place(self, record: RecordJson) -> str:
        """Where a card stands, in the words of which the text format makes ids."""
        lane, step = (self.records.get(record.get(place, ""), {}) for place in ("lane", "step"))
        return f"{lane.get('name') or lane.get('kind', '')} {step.get('name', '')}"

    def take(self, id: str, record: RecordJson) -> str:
        """Take a record as it is, under an id that it has already."""
        siblings = _siblings(record)
        self._last[siblings] = max(self._last.get(siblings, ""), record.get("order", "a0"))
        if record["type"] == "lane":
            self._lanes.setdefault((record.get("kind", "free"), record.get("name", "").casefold()), id)
        self.records[id] = record
        return id


def _siblings(record: RecordJson) -> tuple[str, ...]:
    return (record["type"], *(record.get(place, "") for place in PLACED.get(record["type"], ())))


def _ordered(record: RecordJson, last: dict[tuple[str, ...], str]) -> RecordJson:
    if "order" not in RECORD_TYPES[record["type"]].model_fields:
        return record
    siblings = _siblings(record)
    last[siblings] = order = record.get("order") or next_order(last.get(siblings, ""))
    return record | {"order": order}


def bounded(kind: str, fields: Mapping[str, Any], file: Sketches) -> dict[str, Any]:
    """The fields that say something, cut where they are longer than a record may hold; a cut is noted."""
    return {
        name: _bounded(kind, name, value, file) for name, value in fields.items() if value not in ("", None, (), [])
    }


def _bounded(kind: str, name: str, value: Any, file: Sketches) -> Any:
    longest = next((rule.max_length for rule in _rules(kind, name) if hasattr(rule, "max_length")), None)
    if longest is None or not isinstance(value, str | list | tuple) or len(value) <= longest:
        return value
    begin = value[:40] if isinstance(value, str) else str(value[0])[:40]
    file.note(f"The {name} of a {kind} was cut to {longest:,}; it begins with '{begin}'.")
    return value[: longest - 1] + CUT if isinstance(value, str) else value[:longest]


def _rules(kind: str, name: str) -> list[Any]:
    return RECORD_TYPES[kind].model_fields[name].metadata


def _normal(id: str, record: RecordJson) -> RecordJson:
    try:
        return normalise(LIBRARY_RULES if record["type"] in LIBRARY_TYPES else MAP_RULES, id, record)
    except InvalidChange as error:
        raise refused(str(error)) from error
