"""Which records of two documents are the same thing under other ids, as in files whose ids follow from names."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from footfall.journey.changes import RecordJson, Records
from footfall.journey.fields import refers_to
from footfall.journey.records import RECORD_TYPES

ALIKE = 0.5  # how much of their words two records share to be taken for one
PLACE = ("stage", "lane", "step")
_ORDER = ("persona", "channel", "touchpoint", "stage", "lane", "step", "card", "link")
_WORDS = ("name", "text", "feeling", "kind", "score", "source", "target")


def matched(before: Mapping[str, RecordJson], after: Mapping[str, RecordJson]) -> Records:
    """`after` with the ids of `before` where a record is the same thing: alike in words, in the same place."""
    return renamed(after, renamings(before, after))


def renamings(before: Mapping[str, RecordJson], after: Mapping[str, RecordJson]) -> dict[str, str]:
    """Id in `after` → id in `before` of records that are the same thing under two ids."""
    found: dict[str, str] = {}
    records: Records = dict(after)
    for kind in _ORDER:
        names = dict(_pairs(kind, before, records))
        records = renamed(records, names) if names else records
        found |= names
    return found


def _pairs(kind: str, before: Mapping[str, RecordJson], after: Records) -> Iterator[tuple[str, str]]:
    """New id → old id of records that only one side knows, the most alike first."""
    lost = {id: record for id, record in before.items() if record["type"] == kind and id not in after}
    new = {id: record for id, record in after.items() if record["type"] == kind and id not in before}
    rated = sorted(
        ((-likeness(lost[old], new[id]), old, id) for old in lost for id in new if _together(lost[old], new[id])),
    )
    for rate, old, id in rated:
        if -rate >= ALIKE and old in lost and id in new:
            del lost[old], new[id]
            yield id, old


def _together(one: RecordJson, other: RecordJson) -> bool:
    return all(one.get(field) == other.get(field) for field in PLACE)


def likeness(one: RecordJson, other: RecordJson) -> float:
    """How alike two records are in their words, 0 to 1."""
    first, second = (" ".join(str(record.get(field, "")) for field in _WORDS).strip() for record in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def renamed(records: Mapping[str, RecordJson], names: Mapping[str, str]) -> Records:
    """The records under other ids, with all that refers to them."""
    by_type: dict[str, dict[str, str]] = {}
    for id, name in names.items():
        if id in records:
            by_type.setdefault(records[id]["type"], {})[id] = name
    return {names.get(id, id): _referring(record, by_type) for id, record in records.items()}


def _referring(record: RecordJson, by_type: Mapping[str, Mapping[str, str]]) -> RecordJson:
    """A record with its references under other ids; one to nothing may say the id of another type's record."""
    model = RECORD_TYPES[record["type"]]
    renamed = dict(record)
    for field, value in record.items():
        names = None if field == "type" else by_type.get(refers_to(model, field) or "")
        if names:
            renamed[field] = names.get(value, value) if isinstance(value, str) else [names.get(id, id) for id in value]
    return renamed
