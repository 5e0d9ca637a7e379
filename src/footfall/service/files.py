"""Map files: read, compare and paint `*.journey.yaml` without a workspace, and write any file in one step."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from footfall.errors import InvalidMapFile, InvalidRequest, StorageFailed
from footfall.journey import text
from footfall.journey.comparing import Difference, compare
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.matching import matched
from footfall.journey.records import LIBRARY_TYPES
from footfall.journey.text import MapFile

if TYPE_CHECKING:
    from footfall.journey.changes import Actor
    from footfall.render import Painting
    from footfall.service.workspace import Workspace

LARGEST = 20_000_000  # bytes: four for each character that a map file may have
PAINTED = ("pdf", "svg", "png")


def read_file(path: Path) -> MapFile:
    """The map in a file. Raises InvalidMapFile, whose sentence names the file."""
    with naming(path):
        return text.read(content_of(path))


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Whatever is wrong in a file is told with the file's name. Raises InvalidMapFile."""
    try:
        yield
    except InvalidMapFile as error:
        raise InvalidMapFile(f"{path}: {error.seen}", error.expected, error.todo, error.problems) from error


def compare_files(before: Path, after: Path) -> tuple[Difference, ...]:
    """What differs between two map files, in their maps and in the libraries beside these. Raises InvalidMapFile."""
    old, new = read_file(before), read_file(after)
    library = matched(old.library, new.library)
    map = matched({**old.library, **old.records}, {**new.library, **new.records})
    records = {id: record for id, record in map.items() if record["type"] not in LIBRARY_TYPES}
    return compare(old.records, records, old.library | library) + compare(old.library, library)


def paint_file(path: Path, format: str, on: date, theme: str = "light") -> "Painting":
    """The map in a file as a picture, without living numbers. Raises InvalidMapFile, RenderFailed."""
    from footfall import render

    file = read_file(path)
    picture = render.compose(MapDocument(file.records), LibraryDocument(file.library), on=on)
    return render.paint(picture, format, "dark" if theme == "dark" else "light")


def bring(ws: "Workspace", actor: "Actor", path: Path) -> str:
    """The map in a file as a new map of the workspace; its id. Library records that are there already stay as they are.

    Raises InvalidMapFile, InvalidChange, StorageFailed.
    """
    from uuid_utils import uuid7

    from footfall.journey.changes import Change, Put
    from footfall.service import library, maps

    file = read_file(path)
    known = library.read_records(ws, actor).records
    puts = tuple(Put(id=id, record=record) for id, record in file.library.items() if id not in known)
    if puts:
        library.change(ws, actor, Change(id=str(uuid7()), ops=puts))
    return maps.create(ws, actor, file.records)


def format_of(path: Path, formats: tuple[str, ...]) -> str:
    """The format that the ending of a file's name asks for. Raises InvalidRequest."""
    ending = path.suffix.removeprefix(".").lower().replace("yml", "yaml")
    if ending not in formats:
        raise InvalidRequest(
            f"The file was to be called '{path.name}'.",
            f"Its ending says the format: {', '.join(f'.{format}' for format in formats)}.",
        )
    return ending


def check_writable(path: Path) -> None:
    """Whether a file can be written there, told before there is anything to write. Raises StorageFailed."""
    with _drafted(path, b""):
        pass


def write_file(path: Path, content: bytes) -> None:
    """Write a file in one step: whole, or not at all. Raises StorageFailed."""
    with _drafted(path, content) as draft:
        draft.replace(path)


@contextmanager
def _drafted(path: Path, content: bytes) -> Iterator[Path]:
    """A draft beside the file, gone afterwards."""
    draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        try:
            draft.write_bytes(content)
            yield draft
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise StorageFailed(
            f"The file {path} cannot be written: {error.strerror}.",
            todo="Name a place in a folder that is there and that this user may write in.",
        ) from error


def content_of(path: Path) -> str:
    """The text of a file of maps or of rules. Raises InvalidMapFile."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise InvalidMapFile(f"It cannot be read: {error.strerror}.", "Expected is a *.journey.yaml file.") from error
    if len(content) > LARGEST:
        raise InvalidMapFile(f"It has more than {LARGEST:,} bytes.", "That is more than a map file may have.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidMapFile(
            f"It is not written in UTF-8: byte {error.start} is {content[error.start]:#04x}.",
            "A map file is text in UTF-8.",
        ) from error
