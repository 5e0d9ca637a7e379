"""The workspace of a command: opened for as long as it runs, and left as it was where the command fails."""

import getpass
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from footfall.errors import FootfallError, NotFound

if TYPE_CHECKING:
    from footfall.journey.changes import Actor
    from footfall.service.workspace import Workspace


@dataclass(frozen=True)
class Working:
    """A workspace, and who works in it."""

    ws: "Workspace"
    actor: "Actor"


def folder_of(data: Path | None) -> Path:
    """The data folder: as given, else as set, else this system's place for data."""
    if data is not None:
        return data
    from footfall.settings import settings

    return settings().data


@contextmanager
def working(data: Path | None, *, making: bool = False) -> Iterator[Working]:
    """The workspace in a folder; with `making` it is made when absent, and unmade when the command is refused.

    Raises NotFound where there is none, StorageFailed.
    """
    folder = folder_of(data)
    is_new = not (folder / "footfall.db").exists()
    if is_new and not making:
        raise NotFound(
            f"There is no workspace in {folder}.",
            "This command works on one.",
            "Make one with `footfall demo`, `footfall import` or `footfall serve`, or name another with --data.",
        )
    before = _inside(folder)
    try:
        yield from _opened(folder)
    except (FootfallError, KeyboardInterrupt):
        if is_new:
            _unmake(folder, before)
        raise


def _opened(folder: Path) -> Iterator[Working]:
    from footfall.journey.changes import Actor
    from footfall.service.workspace import workspace

    with workspace(folder) as ws:
        yield Working(ws, Actor(id="terminal", name=user()))


def user() -> str:
    """Who works at this terminal, as the system says."""
    try:
        return getpass.getuser()[:80]
    except (OSError, KeyError):  # a container may run as a user that has no name
        return "terminal"


def _inside(folder: Path) -> set[Path] | None:
    """What is in a folder, or None when there is no folder."""
    return set(folder.iterdir()) if folder.is_dir() else None


def _unmake(folder: Path, before: set[Path] | None) -> None:
    """Take away what a refused command made in a folder that held no workspace."""
    if before is None:
        shutil.rmtree(folder, ignore_errors=True)
        return
    for path in set(folder.iterdir()) - before:
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
