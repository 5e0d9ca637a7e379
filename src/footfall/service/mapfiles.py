"""Map files of any format: understood first, then taken into a workspace or written anew."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from uuid_utils import uuid7

from footfall.errors import InvalidData, InvalidMapFile, InvalidRequest
from footfall.exchange.brought import Brought, Note
from footfall.exchange.decoding import decoded, refuse_large
from footfall.exchange.formats import Format, is_workbook
from footfall.exchange.reading import read, read_sheets
from footfall.exchange.sheets.reading import Sheets
from footfall.journey import text
from footfall.journey.changes import Actor, Change, Op, Put, Records, apply, diff
from footfall.journey.comparing import Difference, compare
from footfall.journey.comparing import content as content_of
from footfall.journey.document import MapDocument
from footfall.journey.matching import matched
from footfall.service import history, library, maps
from footfall.service.maps import Glance
from footfall.service.renaming import by_name
from footfall.service.workspace import Workspace

OWN = "footfall"  # the format of *.journey.yaml
WHOLE = (OWN, Format.XLSX.value, Format.JSON.value)  # formats that hold a map with all ids
OWN_ENDINGS = (".journey.yaml", ".journey.yml", ".yaml", ".yml")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class MapNote(_Model):
    """Something that a person must know of a file."""

    says: str
    line: int = Field(0, description="The line that it is about, from 1; 0 for the file as a whole.")


class Understood(_Model):
    """What a file holds, before anything is made of it."""

    format: str = Field(description="`footfall` for *.journey.yaml, else the format of another tool.")
    maps: tuple[Glance, ...] = Field(description="What each map would look like in the list of maps.")
    library: dict[str, tuple[str, ...]] = Field(description="The names of what the library would get, by type.")
    notes: tuple[MapNote, ...] = Field(description="What was not placed, and how doubtful things were read.")
    is_whole: bool = Field(description="Whether it holds one map with all that a map has, so that a map can become it.")
    origin: str = Field("", description="The id of the map that it was written from, where it says so.")
    changes: tuple[Difference, ...] = Field((), description="What a map that becomes what the file says would change.")


class TakenIn(_Model):
    """What was made of a file."""

    format: str
    maps: tuple[str, ...] = Field(description="The ids of the new maps.")
    library: tuple[str, ...] = Field(description="The ids of what came into the library, or grew there.")
    notes: tuple[MapNote, ...] = ()


def brought(name: str, content: bytes, format: str = "") -> Brought:
    """What a file holds. Raises InvalidMapFile, and InvalidRequest for a format that there is not."""
    if format == OWN or (not format and name.lower().endswith(OWN_ENDINGS)):
        file = text.read(decoded(content))
        return Brought(OWN, (file.records,), file.library)
    wanted = _format(format) if format else None
    if is_workbook(content):
        refuse_large(content)
        return read_sheets(name, _worksheets(name, content))
    return read(name, content, wanted)


def _worksheets(name: str, content: bytes) -> Sheets:
    """The worksheets of a workbook, read by a process of its own."""
    from footfall.service.apart.reading import worksheets

    with tempfile.TemporaryDirectory(prefix="footfall-map-") as folder:
        path = Path(folder) / "map.xlsx"
        path.write_bytes(content)
        try:
            return worksheets(path)
        except InvalidData as error:
            raise InvalidMapFile(error.seen.replace(path.name, name), error.expected, error.todo) from error


def _format(written: str) -> Format:
    try:
        return Format(written)
    except ValueError:
        known = ", ".join([OWN, *Format])
        raise InvalidRequest(f"There is no format '{written}'.", f"The formats of map files are {known}.") from None


def understand(ws: Workspace, actor: Actor, name: str, content: bytes, format: str = "", over: str = "") -> Understood:
    """What a file holds and what would be made of it, or of the map `over`; nothing is stored.

    Raises InvalidMapFile, and with `over` what `bring_back` raises.
    """
    found = brought(name, content, format)
    known = library.read_records(ws, actor).records
    new = {id: record for id, record in _renamed(found, known).library.items() if id not in known}
    names: dict[str, list[str]] = {}
    for record in new.values():
        names.setdefault(record["type"], []).append(str(record.get("name", "")))
    glances = tuple(maps.glance(MapDocument(records)) for records in found.maps)
    return Understood(
        format=found.format,
        maps=glances,
        library={kind: tuple(those) for kind, those in names.items()},
        notes=_remarks(found),
        is_whole=_is_whole(found),
        origin=found.origin.map if found.origin else "",
        changes=_changes(ws, actor, over, found, known) if over else (),
    )


def _changes(ws: Workspace, actor: Actor, map_id: str, found: Brought, known: Records) -> tuple[Difference, ...]:
    now = maps.read_records(ws, actor, map_id).records
    return compare(now, apply(now, _ops_over(ws, actor, map_id, found)), {**found.library, **known})


def take_in(ws: Workspace, actor: Actor, name: str, content: bytes, format: str = "") -> TakenIn:
    """New maps from a file, and what the library lacks of it. Raises InvalidMapFile, InvalidChange, StorageFailed.

    A record that the library has already stays as it is, since other maps stand on it; from a file that is about
    personas alone it gets what nobody has filled in.
    """
    return take(ws, actor, brought(name, content, format))


def take(ws: Workspace, actor: Actor, found: Brought) -> TakenIn:
    """The same for a file that is read already."""
    known = library.read_records(ws, actor).records
    found = _renamed(found, known)
    if not found.maps and not found.library:
        raise InvalidMapFile("The file holds no map.", "Nothing in it could be placed.")
    puts = tuple(_puts(found, known))
    if puts:
        library.change(ws, actor, Change(id=str(uuid7()), ops=puts))
    made = tuple(maps.create(ws, actor, records) for records in found.maps)
    return TakenIn(format=found.format, maps=made, library=tuple(put.id for put in puts), notes=_remarks(found))


def bring_back(ws: Workspace, actor: Actor, map_id: str, found: Brought) -> TakenIn:
    """Make a map what a file says, in one change; its comments and versions stay.

    A workbook that was exported from this map says how the map was then: what others changed since stays where the
    colleague changed nothing. Raises NotFound, InvalidRequest for a format that holds a part of a map alone.
    """
    ops = _ops_over(ws, actor, map_id, found)
    known = library.read_records(ws, actor).records
    puts = tuple(_puts(found, known))
    if puts:
        library.change(ws, actor, Change(id=str(uuid7()), ops=puts))
    if ops:
        maps.change(ws, actor, map_id, Change(id=str(uuid7()), ops=ops))
    return TakenIn(format=found.format, maps=(map_id,), library=tuple(put.id for put in puts), notes=_remarks(found))


def _is_whole(found: Brought) -> bool:
    return found.format in WHOLE and len(found.maps) == 1


def _ops_over(ws: Workspace, actor: Actor, map_id: str, found: Brought) -> tuple[Op, ...]:
    """What changes in a map that becomes what a file says. Raises NotFound and InvalidRequest."""
    if not _is_whole(found):
        raise InvalidRequest(
            f"This file cannot take the place of a map: {len(found.maps)} maps as {found.format}.",
            f"Expected is one map as {', '.join(WHOLE)}.",
        )
    base = content_of(_base(ws, actor, map_id, found))
    # In *.journey.yaml ids follow from words, so a card that was reworded there would seem to be another one.
    return diff(base, matched(base, found.maps[0]) if found.format == OWN else found.maps[0])


def _base(ws: Workspace, actor: Actor, map_id: str, found: Brought) -> Records:
    now = maps.read_records(ws, actor, map_id)
    if found.origin and found.origin.map == map_id and 0 < found.origin.seq <= now.seq:
        return history.at(ws, actor, map_id, found.origin.seq).records
    return now.records


def _renamed(found: Brought, known: Records) -> Brought:
    """Other tools know no ids: there a name that the library has means the record that it has."""
    return found if found.format in WHOLE else by_name(found, known)


def _puts(found: Brought, known: Mapping[str, Any]) -> list[Op]:
    fills = not found.maps
    ops: list[Op] = []
    for id, record in found.library.items():
        kept = known.get(id)
        if kept is None:
            ops.append(Put(id=id, record=record))
        elif fills and (filled := record | kept) != kept:
            ops.append(Put(id=id, record=filled))
    return ops


def _remarks(found: Brought) -> tuple[MapNote, ...]:
    return tuple(map(_remark, found.notes))


def _remark(note: Note) -> MapNote:
    return MapNote(says=note.says, line=note.line)
