"""`footfall sync`."""

from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Exit, Option, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.naming import map_id
from footfall.cli.serving import DataOption
from footfall.cli.telling import aside, tell_json
from footfall.cli.working import Working, user, working

if TYPE_CHECKING:
    from collections.abc import Iterator

    from footfall.journey.changes import Op, Records
    from footfall.service.file_sync import Place, Synced

UNDECIDED = 1  # the exit code when both changed the same


class Side(StrEnum):
    """Whose word holds."""

    FILE = "file"
    MAP = "map"


def sync(
    file: Annotated[Path, Argument(help="A map file; one that is not there yet is written.", show_default=False)],
    map: Annotated[str, Argument(help="The map's id or title, as `footfall maps` lists them.", show_default=False)],
    server: Annotated[
        str, Option("--server", help="The address of a running server, instead of a folder.", show_default=False)
    ] = "",
    prefer: Annotated[
        Side | None, Option("--prefer", help="Whose word holds where both changed the same.", show_default=False)
    ] = None,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Bring a map file and a map to the same state; exit code 1, and nothing changed, where both changed the same."""
    from footfall.service import file_sync

    with _place(map, server, data) as place:
        done = file_sync.sync(file, place, prefer.value if prefer else "")
    if form is Format.JSON:
        tell_json({"to_map": done.to_map, "to_file": done.to_file, "conflicts": done.conflicts})
    else:
        _tell(done)
    raise Exit(UNDECIDED if done.conflicts else 0)


def _tell(done: "Synced") -> None:
    for one in done.to_map:
        echo(f"To the map: {one.sentence}")
    for one in done.to_file:
        echo(f"To the file: {one.sentence}")
    for one in done.conflicts:
        aside(f"Changed on both sides (map → file): {one.sentence}")
    if done.conflicts:
        aside("Nothing was changed. Decide with --prefer file or --prefer map.")
    elif not done.to_map and not done.to_file:
        echo("They are the same.")


@contextmanager
def _place(map: str, server: str, data: Path | None) -> "Iterator[Place]":
    if server:
        from footfall.cli.reaching import at, map_there
        from footfall.journey.changes import Actor

        yield map_there(at(server, Actor(id="terminal", name=user())), map)
        return
    with working(data) as here:
        yield _MapHere(here, map_id(here, map))


@dataclass(frozen=True)
class _MapHere:
    """A map of a workspace at hand."""

    here: Working
    id: str

    @property
    def name(self) -> str:
        return self.id

    def read(self) -> "tuple[Records, Records]":
        from footfall.service import library, maps

        ws, actor = self.here.ws, self.here.actor
        return maps.read_records(ws, actor, self.id).records, library.read_records(ws, actor).records

    def change_map(self, ops: "tuple[Op, ...]") -> None:
        from uuid_utils import uuid7

        from footfall.journey.changes import Change
        from footfall.service import maps

        maps.change(self.here.ws, self.here.actor, self.id, Change(id=str(uuid7()), ops=ops))

    def change_library(self, ops: "tuple[Op, ...]") -> None:
        from uuid_utils import uuid7

        from footfall.journey.changes import Change
        from footfall.service import library

        library.change(self.here.ws, self.here.actor, Change(id=str(uuid7()), ops=ops))
