"""Text → records: what the file leaves out is derived, names become references, all mistakes are told."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from pydantic import ValidationError

from footfall.journey.changes import Records
from footfall.journey.records import HEADER_ID, LIBRARY_TYPES, RECORD_TYPES
from footfall.journey.settling import sparse
from footfall.journey.text.fields import Fields
from footfall.journey.text.names import DerivedIds, Names, next_order
from footfall.journey.text.outline import Found, Outline, outline
from footfall.journey.text.problems import Problems
from footfall.journey.text.shape import PLACED, words_for_id
from footfall.journey.text.tree import Scalar, parse
from footfall.journey.text.words import read_words

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
NAMES_FIRST = (*LIBRARY_TYPES, "stage", "step", "lane")


@dataclass(frozen=True)
class MapFile:
    """What a file holds: the records of the map and of the library beside it, and the line of each record."""

    records: Records
    library: Records
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


def read(text: str) -> MapFile:
    """The records of a file, each in normal form.

    Raises InvalidMapFile with every problem found and its line: unknown keys, references to nothing, wrong types.
    """
    problems = Problems([])
    found = outline(parse(text), problems)
    reading = _Reading(found, problems)
    reading.run()
    problems.refuse()
    return MapFile(reading.map, reading.library, reading.lines)


class _Reading:
    """One file on its way to records."""

    def __init__(self, found: Outline, problems: Problems) -> None:
        self.found, self.problems = found, problems
        self.derived = DerivedIds()
        self.names = {kind: Names(kind, {}) for kind in NAMES_FIRST}
        self.map: Records = {}
        self.library: Records = {}
        self.lines: dict[str, int] = {}
        self.last: dict[tuple[str, ...], tuple[str, str]] = {}  # siblings → (order, id) of the last one so far

    def run(self) -> None:
        for kind in NAMES_FIRST:
            self._name(kind)
        self.fields = Fields(self.names, self.problems)
        self._header()
        for kind in (*NAMES_FIRST, "card", "link"):
            for found in self.found.of[kind]:
                self._take(found)

    def _name(self, kind: str) -> None:
        """Give every record of a type its id, so that others can refer to it."""
        names: dict[str, str] = {}
        for found in self.found.of[kind]:
            words = {key: node.text for key, node in found.fields.items() if isinstance(node, Scalar)}
            self._identify(found, words_for_id(kind, words, ""))
            names[found.id] = words.get("name") or (words.get("kind", "") if kind == "lane" else "")
        self.names[kind] = Names(kind, names)

    def _identify(self, found: Found, words: str) -> None:
        derived = self.derived.next(found.kind, words)
        found.id = found.id or derived
        if not _ID.fullmatch(found.id):
            self.problems.at(found.line, f"has the id '{found.id}'; an id has letters, digits, - and _, at most 64")
        spaces = self.library if found.kind in LIBRARY_TYPES else self.map
        if found.id in spaces or found.id == HEADER_ID:
            first = self.lines.get(found.id, 1)
            self.problems.at(found.line, f"has the id '{found.id}' a second time; line {first} has it too")
        spaces[found.id] = {}
        self.lines[found.id] = found.line

    def _header(self) -> None:
        fields = self.fields.of(self.found.header)
        if "personas" not in self.found.header.fields and self.found.of["persona"]:
            fields["personas"] = [found.id for found in self.found.of["persona"]]
        self.map[HEADER_ID] = self._checked(self.found.header, fields)
        self.lines[HEADER_ID] = self.found.header.line

    def _take(self, found: Found) -> None:
        fields = self._placed(found) | self._own(found)
        if found.kind in ("card", "link"):
            self._identify(found, words_for_id(found.kind, fields, self._place_in_words(found.kind, fields)))
        if "order" in RECORD_TYPES[found.kind].model_fields:
            fields["order"] = self._order(found, fields)
        spaces = self.library if found.kind in LIBRARY_TYPES else self.map
        spaces[found.id] = self._checked(found, fields)

    def _own(self, found: Found) -> dict[str, Any]:
        if found.words is None:
            return self.fields.of(found)
        lane = found.place.get("lane")
        kind = lane.fields.get("kind") if isinstance(lane, Found) else None
        return read_words(kind.text if isinstance(kind, Scalar) else "free", found.words.text, self.names)

    def _placed(self, found: Found) -> dict[str, Any]:
        """The references that follow from where a record stands."""
        placed: dict[str, Any] = {}
        for name, place in found.place.items():
            if isinstance(place, Found):
                placed[name] = place.id
            elif isinstance(place, Scalar):
                placed[name] = self.fields.reference(place, name)
        return placed

    def _place_in_words(self, kind: str, fields: Mapping[str, Any]) -> str:
        ends = ("source", "target") if kind == "link" else ("lane", "step")
        return " ".join(self._name_of(str(fields.get(end, "")), end) for end in ends)

    def _name_of(self, id: str, end: str) -> str:
        return self.names["lane" if end == "lane" else "step"].name(id)

    def _order(self, found: Found, fields: Mapping[str, Any]) -> str:
        """The explicit key while it keeps the order of the lines, else the one that follows from the line above."""
        siblings = (found.kind, *(str(fields.get(place, "")) for place in PLACED.get(found.kind, ())))
        order, id = self.last.get(siblings, ("", ""))
        explicit = str(fields.get("order", ""))
        kept = explicit if explicit and (explicit, found.id) > (order, id) else next_order(order)
        self.last[siblings] = (kept, found.id)
        return kept

    def _checked(self, found: Found, fields: Mapping[str, Any]) -> dict[str, Any]:
        try:
            record = RECORD_TYPES[found.kind].model_validate({"type": found.kind, **fields})
        except ValidationError as error:
            self.fields.explain(found, error)
            return {}
        checked = {"type": found.kind} | sparse(record)
        if not _is_json(checked):
            self.problems.at(found.line, "has a number that is infinite or none; expected is a finite one")
        return checked


def _is_json(value: Any) -> bool:
    if isinstance(value, dict | list):
        return all(map(_is_json, value.values() if isinstance(value, dict) else value))
    return not isinstance(value, float) or isfinite(value)
