"""A map file and a map that live side by side: what either changed since they last met goes to the other.

Beside the file lies what both were then (`.NAME.synced`). The map is changed through its journal, so that everybody who
has it open sees it, and history says who did what.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from footfall.errors import InvalidRequest
from footfall.journey import text
from footfall.journey.changes import Drop, Op, Records, Set, diff
from footfall.journey.comparing import Difference, compare, content
from footfall.journey.matching import matched
from footfall.journey.records import LIBRARY_TYPES
from footfall.journey.three_way import merge
from footfall.service.files import content_of, naming, write_file


class Place(Protocol):
    """Where the map is: a workspace at hand, or a running server."""

    @property
    def name(self) -> str:
        """What tells this map from every other, to be kept beside the file."""

    def read(self) -> tuple[Records, Records]:
        """The records of the map and of the library."""

    def change_map(self, ops: tuple[Op, ...]) -> None:
        """Take ops to the map; returns when they are durable."""

    def change_library(self, ops: tuple[Op, ...]) -> None:
        """Take ops to the library; returns when they are durable."""


@dataclass(frozen=True)
class Synced:
    """What went to the file and to the map; with conflicts nothing went anywhere."""

    to_file: tuple[Difference, ...] = ()
    to_map: tuple[Difference, ...] = ()
    conflicts: tuple[Difference, ...] = ()


def sync(path: Path, place: Place, prefer: str = "") -> Synced:
    """Bring a file and a map to the same state; `prefer` (file or map) decides what both changed in two ways.

    Raises InvalidMapFile, InvalidRequest where the file was synced with another map, and what changing a map raises.
    """
    there, library = place.read()
    ours = _with_library(content(there), library)
    typed = content_of(path) if path.exists() else ""
    theirs = _read(path, typed) if typed.strip() else ours
    merged = merge(_base(path, place), ours, theirs, keep_ids=True)
    if merged.conflicts and not prefer:
        return Synced(conflicts=merged.conflicts)
    result = merged.theirs if prefer == "file" else merged.ours
    _to_map(place, ours, library, result)
    written = _with_library(_map(result), library | _shared(result))
    content_now = text.rewrite(typed, _map(written), _shared(written)) if typed.strip() else _written(written)
    if content_now != typed:
        write_file(path, content_now.encode())
    write_file(_beside(path), json.dumps({"map": place.name, "records": written}, ensure_ascii=False).encode())
    return Synced(compare(matched(written, theirs), written), compare(_map(ours), _map(written)))


def _to_map(place: Place, ours: Records, library: Records, result: Records) -> None:
    """What the file changed, in the library first: the map refers to it."""
    known = {id: record for id, record in library.items() if id in _shared(result)}
    shared = tuple(op for op in _based(known, _shared(result)) if not isinstance(op, Drop))
    if shared:
        place.change_library(shared)
    ops = tuple(_based(_map(ours), _map(result)))
    if ops:
        place.change_map(ops)


def _based(before: Records, after: Records) -> Iterator[Op]:
    """The ops from one to the other, each text with what it was: somebody may type there at this moment."""
    for op in diff(before, after):
        yield op.model_copy(update={"base": before[op.id].get(op.field)}) if isinstance(op, Set) else op


def _with_library(records: Records, library: Records) -> Records:
    return text.used_library(records, library) | records


def _map(records: Records) -> Records:
    return {id: record for id, record in records.items() if record["type"] not in LIBRARY_TYPES}


def _shared(records: Records) -> Records:
    return {id: record for id, record in records.items() if record["type"] in LIBRARY_TYPES}


def _read(path: Path, typed: str) -> Records:
    with naming(path):
        file = text.read(typed)
    return file.library | file.records


def _written(records: Records) -> str:
    return text.write(_map(records), _shared(records))


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.synced")


def _base(path: Path, place: Place) -> Records:
    """What both were when they last met; nothing before that. Raises InvalidRequest for another map."""
    beside = _beside(path)
    if not beside.exists():
        return {}
    kept = json.loads(content_of(beside))
    if kept["map"] != place.name:
        raise InvalidRequest(
            f"The file {path} was last synced with the map {kept['map']}, not with {place.name}.",
            "A file goes with one map.",
            f"Name that map, or delete {beside} to begin anew.",
        )
    records: Records = kept["records"]
    return records
