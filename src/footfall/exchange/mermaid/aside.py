"""What Mermaid has no place for, kept in remarks: `%% footfall {"id": …, "record": {…}, "said": "3: Me"}`.

`said` stands with a step: the score and actors that follow from its emotion cards. A reader that finds another
score there takes the diagram's word for it.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from footfall.errors import InvalidChange
from footfall.exchange.brought import Note
from footfall.journey.changes import RecordJson
from footfall.journey.document import LIBRARY_RULES, MAP_RULES
from footfall.journey.records import LIBRARY_TYPES, RECORD_TYPES
from footfall.journey.settling import normalise

_ASIDE = re.compile(r"footfall\s+(\{.*)", re.DOTALL)
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class Aside:
    """One record that a remark keeps."""

    id: str
    record: RecordJson
    said: str | None = None


def write_aside(aside: Aside) -> str:
    """The remark of a record."""
    told: dict[str, Any] = {"id": aside.id, "record": aside.record}
    if aside.said is not None:
        told["said"] = aside.said
    return f"%% footfall {json.dumps(told, ensure_ascii=False)}".translate({0x2028: "\\u2028", 0x2029: "\\u2029"})


def read_aside(remark: str, line: int, notes: list[Note]) -> Aside | None:
    """The record that a remark keeps; None for remarks of people. What cannot be read is noted."""
    found = _ASIDE.fullmatch(remark)
    if found is None:
        if remark and not remark.startswith("{"):
            notes.append(Note("A remark has no place in a map and is left out.", line))
        return None
    try:
        return _aside(json.loads(found[1]))
    except (ValueError, RecursionError, KeyError, TypeError, InvalidChange):
        notes.append(Note("A remark of Footfall's was changed and cannot be read; it is left out.", line))
        return None


def _aside(told: Any) -> Aside:
    id, record, said = told["id"], told["record"], told.get("said")
    if not _ID.fullmatch(id) or record["type"] not in RECORD_TYPES or not isinstance(said, str | None):
        raise ValueError(id)
    rules = LIBRARY_RULES if record["type"] in LIBRARY_TYPES else MAP_RULES
    return Aside(id, normalise(rules, id, record), said)
