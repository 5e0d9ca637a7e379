"""What a file of another tool calls a persona, channel, touchpoint or team that the library has: the same one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from footfall.exchange.brought import Brought
from footfall.journey.changes import RecordJson, Records
from footfall.journey.fields import refers_to
from footfall.journey.records import LIBRARY_TYPES, RECORD_TYPES


def by_name(found: Brought, known: Records) -> Brought:
    """The same maps with the library's own ids; an id that means something else there gets a number."""
    there = {_key(record): id for id, record in reversed(known.items())}
    taken = {*known, *found.library}
    ids: dict[str, str] = {}
    for id, record in found.library.items():
        ids[id] = there.get(_key(record)) or (_free(id, taken) if id in known else id)
        taken.add(ids[id])
    library = {ids[id]: _pointed(record, ids) for id, record in found.library.items()}
    maps = tuple({id: _pointed(record, ids) for id, record in records.items()} for records in found.maps)
    return replace(found, library=library, maps=maps)


def _key(record: RecordJson) -> tuple[str, str]:
    return record["type"], " ".join(str(record.get("name", "")).split()).casefold()


def _free(id: str, taken: Iterable[str]) -> str:
    numbered = (f"{id[:58]}_{number}" for number in range(2, 100_000))
    return next(candidate for candidate in numbered if candidate not in taken)


def _pointed(record: RecordJson, ids: Mapping[str, str]) -> RecordJson:
    return {name: _value(record["type"], name, value, ids) for name, value in record.items()}


def _value(kind: str, name: str, value: Any, ids: Mapping[str, str]) -> Any:
    if name == "type" or refers_to(RECORD_TYPES[kind], name) not in LIBRARY_TYPES:
        return value
    return ids.get(value, value) if isinstance(value, str) else [*dict.fromkeys(ids.get(id, id) for id in value)]
