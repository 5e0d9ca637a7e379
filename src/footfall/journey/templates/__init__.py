"""Templates: maps to begin with. Beside this file lie the shipped ones, a map file for each language."""

from typing import Any

from footfall.journey.changes import RecordJson, Records
from footfall.journey.records import ASIDE_TYPES, HEADER_ID

# What is true of one map only, and not of the maps that begin with its template.
OF_ONE_MAP = frozenset(
    {"personas", "dataset", "base_map", "status", "owner", "team", "review_interval_days", "reviewed", "released"}
)
OF_ONE_CARD = frozenset({"evidence", "question", "target", "target_is", "owner", "team", "teams", "status", "due"})


def template_of(records: Records, name: str, description: str, *, cards: bool) -> Records:
    """A map as a template: its stages, steps, lanes and links; with its cards too where these are wanted."""
    left_out = ASIDE_TYPES if cards else ASIDE_TYPES | {"card"}
    kept = {id: _bare(record) for id, record in records.items() if record["type"] not in left_out}
    header = {"type": "map"} | kept.get(HEADER_ID, {}) | {"title": name, "description": description}
    return kept | {HEADER_ID: {field: value for field, value in header.items() if value != "" or field == "title"}}


def begun(template: Records, title: str) -> Records:
    """The records of a new map that begins with a template; without a title it gets the template's name."""
    header = {field: value for field, value in template[HEADER_ID].items() if field != "description"}
    return template | {HEADER_ID: header | ({"title": title} if title else {})}


def _bare(record: RecordJson) -> dict[str, Any]:
    fields = {"map": OF_ONE_MAP, "card": OF_ONE_CARD}.get(record["type"], frozenset())
    return {field: value for field, value in record.items() if field not in fields}
