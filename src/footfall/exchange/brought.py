"""What a file of another tool holds: maps, the library beside them, and what is to be said about both."""

from dataclasses import dataclass

from footfall.errors import InvalidMapFile
from footfall.journey.changes import Records

MOST_RECORDS = 20_000  # records that one file may make


@dataclass(frozen=True)
class Note:
    """One thing that a person must know of a file; the line counts from 1, 0 stands for the file as a whole."""

    says: str
    line: int = 0

    def __str__(self) -> str:
        return f"Line {self.line}: {self.says}" if self.line else self.says


@dataclass(frozen=True)
class Origin:
    """The map of a workspace that a file was written from, and how far its journal was then."""

    map: str
    seq: int


@dataclass(frozen=True)
class Brought:
    """What was understood, and what was not placed."""

    format: str
    maps: tuple[Records, ...]
    library: Records
    notes: tuple[Note, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True)
class Written:
    """A map as a file of another tool, and what that format has no place for."""

    content: bytes
    notes: tuple[str, ...] = ()


def refused(says: str, line: int = 0, expected: str = "") -> InvalidMapFile:
    """The error of a file that cannot be read, with the line where that is known."""
    return InvalidMapFile(str(Note(says, line)), expected)
