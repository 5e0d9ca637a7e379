"""Tables that a colleague edited → map: a row without an id is new, one that is gone is removed, cells say places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from footfall.errors import InvalidChange, InvalidMapFile
from footfall.exchange.brought import MOST_RECORDS, Brought, Note, Origin, refused
from footfall.exchange.sheets.tables import ABOUT, ENTRY, ID, MAP_ID, SHEETS, STAGE, names_in
from footfall.exchange.sheets.values import Cell, Field, fields_of, read_value, text_of
from footfall.exchange.table import lane_of
from footfall.journey.changes import RecordJson, Records
from footfall.journey.document import LIBRARY_RULES, MAP_RULES
from footfall.journey.fields import refers_to
from footfall.journey.records import HEADER_ID, LIBRARY_TYPES, RECORD_TYPES
from footfall.journey.settling import normalise
from footfall.journey.text.names import GONE, DerivedIds, next_order
from footfall.journey.text.shape import PLACED

Line = tuple[int, Sequence[Cell]]  # the number of a row in its sheet, and its cells
Sheets = Mapping[str, Sequence[Line]]
ORDER = "order"


@dataclass
class _Found:
    """A row: the record that it is, before names are resolved."""

    kind: str
    line: int
    id: str
    cells: dict[str, Cell]  # field → what stands there
    stage: str = ""  # of a card: what stands beside its step


def is_own(sheets: Sheets) -> bool:
    """Whether tables are those that Footfall wrote: cards with ids, and a sheet about the map."""
    return ABOUT in sheets and ID in map(str, _heads(sheets.get(SHEETS["card"], ())))


def read_own(sheets: Sheets, format: str, name: str) -> Brought:
    """The map of these tables. Raises InvalidMapFile, which names the sheet and the row."""
    return _Reading(sheets, format, name).run()


def _heads(lines: Sequence[Line]) -> Sequence[Cell]:
    return lines[0][1] if lines else ()


class _Reading:
    def __init__(self, sheets: Sheets, format: str, name: str) -> None:
        self.sheets, self.format, self.name = sheets, format, name
        self.notes: list[Note] = []
        self.derived = DerivedIds()
        self.found: dict[str, list[_Found]] = {kind: [] for kind in SHEETS}
        self.last: dict[tuple[str, ...], str] = {}
        self.at: dict[tuple[str, str], str] = {}  # (stage, name) → step
        self.made: dict[str, dict[str, str]] = {kind: {} for kind in SHEETS}  # name or id of what is new → id
        self.map: Records = {}
        self.library: Records = {}

    def run(self) -> Brought:
        for kind, sheet in SHEETS.items():
            self.found[kind] = list(self._rows(kind, sheet))
        for kind in SHEETS:
            self._identify(kind)
        if sum(map(len, self.found.values())) > MOST_RECORDS:
            raise refused(f"The file holds more than {MOST_RECORDS:,} things.", expected="Import it in parts.")
        self.names = names_in(*self._drafts())
        self.ids = {kind: {found.id for found in rows} for kind, rows in self.found.items()}
        for step in self.found["step"]:
            self._note_place(step)
        self.rows_of_steps = {step.id for step in self.found["step"]}
        self._place_cards()
        self.map[HEADER_ID] = self._header()
        for kind in SHEETS:
            for found in self.found[kind]:
                self._take(found)
        self._take_new()
        return Brought(self.format, (self.map,), self.library, tuple(self.notes), self._origin())

    def _rows(self, kind: str, sheet: str) -> Iterator[_Found]:
        lines = self.sheets.get(sheet, ())
        known = fields_of(kind)
        heads = [text_of(cell).strip() for cell in _heads(lines)]
        columns = {place: known[head.lower()].name for place, head in enumerate(heads) if head.lower() in known}
        for place, head in enumerate(heads):
            if head and place not in columns and head not in (ID, STAGE):
                self.notes.append(Note(f"{sheet}: the column '{head[:40]}' is none of Footfall's and is left out."))
        for line, cells in lines[1:]:
            filled = {place: cell for place, cell in enumerate(cells) if cell not in ("", None)}
            told: dict[str, Cell] = {columns[place]: cell for place, cell in filled.items() if place in columns}
            beside = {
                heads[place]: text_of(cell)
                for place, cell in filled.items()
                if heads[place : place + 1] in ([ID], [STAGE])
            }
            if told or ID in beside:
                stage = beside.get(STAGE, "") if kind == "card" else ""
                yield _Found(kind, line, beside.get(ID, "").strip(), told, stage)

    def _identify(self, kind: str) -> None:
        """Give new rows an id, and a row that was copied with its id another."""
        taken: set[str] = set()
        there = {found.id for found in self.found[kind]}
        for found in self.found[kind]:
            if not found.id or found.id in taken:
                found.id = self._new_id(kind, text_of(found.cells.get("name") or found.cells.get("text")), there)
            taken.add(found.id)

    def _new_id(self, kind: str, words: str, there: set[str]) -> str:
        id = self.derived.next(kind, words)
        while id in there:
            id = self.derived.next(kind, words)
        there.add(id)
        return id

    def _drafts(self) -> Iterator[Records]:
        return map(self._draft, self.found)

    def _draft(self, kind: str) -> Records:
        """What the rows of a type are called."""
        rows = {found.id: found.cells for found in self.found[kind]}
        return {
            id: {"type": kind, "name": text_of(cells.get("name")), "kind": text_of(cells.get("kind")) or "free"}
            for id, cells in rows.items()
        }

    def _place_cards(self) -> None:
        """Resolve where cards stand; a step, stage or lane of a new name is made."""
        for found in self.found["card"]:
            found.cells["step"] = self._step(found)
            found.cells["lane"] = self._lane(text_of(found.cells.get("lane")))

    def _step(self, found: _Found) -> str:
        written, stage = text_of(found.cells.get("step")), found.stage
        if written.startswith(GONE) or not (written or stage):
            return written
        known = self._step_in(stage, written) if stage else None
        if known is None and written:
            known = self._known_step(written, stage)
        return known or self._new("step", {"name": written or stage, "stage": self._stage(stage)})

    def _step_in(self, stage: str, name: str) -> str | None:
        """The step of this name in a stage, or its first."""
        return self.at.get((self._find("stage", stage) or "", name))

    def _known_step(self, written: str, stage: str) -> str | None:
        """A step that has a row of its own stands where that row says, whatever stands beside the card."""
        id = self._find("step", written)
        return id if not stage or id in self.rows_of_steps else None

    def _note_place(self, step: _Found) -> None:
        """Remember in which stage a step stands, under its name and its id; the first of a stage as its first."""
        stage = self._find("stage", text_of(step.cells.get("stage"))) or ""
        for name in ("", text_of(step.cells.get("name")), step.id):
            self.at.setdefault((stage, name), step.id)

    def _find(self, kind: str, written: str) -> str | None:
        """The id that a name or id means, also of what was only just made."""
        return self.names[kind].find(written) or self.made[kind].get(written)

    def _stage(self, written: str) -> str:
        return self._find("stage", written) or self._new("stage", {"name": written or "New stage"})

    def _lane(self, written: str) -> str:
        if not written or written.startswith(GONE):
            return written
        if known := self._find("lane", written):
            return known
        kind, name = lane_of(written)
        return self._new("lane", {"kind": kind, "name": name})

    def _new(self, kind: str, cells: dict[str, Cell]) -> str:
        words = text_of(cells.get("name") or cells.get("kind"))
        found = _Found(
            kind, 0, self._new_id(kind, words, self.ids[kind]), {name: cell for name, cell in cells.items() if cell}
        )
        self.found[kind].append(found)
        self.made[kind] |= {words: found.id, found.id: found.id}
        if kind == "step":
            self._note_place(found)
        return found.id

    def _about(self) -> dict[str, Cell]:
        """What stands in the sheet about the map, by heading."""
        said = (cells for _, cells in self.sheets[ABOUT][1:] if len(cells) > 1 and cells[1] not in ("", None))
        return {text_of(cells[0]).strip().lower(): cells[1] for cells in said}

    def _origin(self) -> Origin | None:
        told = self._about()
        map, seq = told.get(MAP_ID.lower()), told.get(ENTRY.lower())
        return Origin(text_of(map), int(seq)) if map and isinstance(seq, int | float) else None

    def _header(self) -> RecordJson:
        known = fields_of("map")
        cells = {known[head].name: cell for head, cell in self._about().items() if head in known}
        found = _Found("map", 0, HEADER_ID, cells)
        return self._normal(found, {"title": ""} | self._fields(found))

    def _take(self, found: _Found) -> None:
        fields = self._fields(found)
        model = RECORD_TYPES[found.kind].model_fields
        if "name" in model and model["name"].is_required():
            fields.setdefault("name", "")
        if "order" in model:
            fields["order"] = self._order(found.kind, fields)
        self._into(found.kind)[found.id] = self._normal(found, fields)

    def _take_new(self) -> None:
        """What was first named by a row that was taken after its own sheet."""
        while missing := [row for rows in self.found.values() for row in rows if row.id not in self._into(row.kind)]:
            for found in missing:
                self._take(found)

    def _into(self, kind: str) -> Records:
        return self.library if kind in LIBRARY_TYPES else self.map

    def _order(self, kind: str, fields: Mapping[str, Any]) -> str:
        """The key that was written while it keeps the rows' order, else the one that follows from the row above."""
        siblings = (kind, *(fields.get(place, "") for place in PLACED.get(kind, ())))
        before = self.last.get(siblings, "")
        given = text_of(fields.get(ORDER))
        self.last[siblings] = order = given if given and given >= before else next_order(before)
        return order

    def _fields(self, found: _Found) -> dict[str, Any]:
        known = {field.name: field for field in fields_of(found.kind).values()}
        return {name: self._value(found, known[name], cell) for name, cell in found.cells.items()}

    def _value(self, found: _Found, field: Field, cell: Cell) -> Any:
        try:
            value = read_value(field, cell)
        except (ValueError, RecursionError) as error:
            says = f"{self._where(found)}: '{text_of(cell)[:60]}' cannot stand under '{field.heading}'."
            raise refused(says, expected=f"Expected is {_EXPECTED.get(field.shape, 'a text')}.") from error
        if not refers_to(RECORD_TYPES[field.kind], field.name) or not field.refers:
            return value
        return (
            self._id(field.refers, value) if isinstance(value, str) else [self._id(field.refers, one) for one in value]
        )

    def _id(self, kind: str, written: str) -> str:
        """The id that a name means; a name that is not there yet becomes something new."""
        if written.startswith(GONE):
            return written.removeprefix(GONE)
        if not written:
            return ""
        return self._find(kind, written) or self._new(kind, {"name": written})

    def _normal(self, found: _Found, fields: dict[str, Any]) -> RecordJson:
        rules = LIBRARY_RULES if found.kind in LIBRARY_TYPES else MAP_RULES
        try:
            return normalise(rules, found.id, {"type": found.kind, **fields})
        except InvalidChange as error:
            raise InvalidMapFile(f"{self._where(found)}: {error.seen}", error.expected, error.todo) from error

    def _where(self, found: _Found) -> str:
        return f"{SHEETS.get(found.kind, ABOUT)}, row {found.line}" if found.line else SHEETS.get(found.kind, ABOUT)


_EXPECTED = {"number": "a number", "yes": "yes or no", "json": "what Footfall wrote there", "lines": "one entry a line"}
