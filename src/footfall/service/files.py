"""Map files: read, compare and paint `*.journey.yaml` without a workspace, and write any file in one step."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from footfall.errors import InvalidMapFile, InvalidRequest, StorageFailed
from footfall.journey import text
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.text import MapFile

if TYPE_CHECKING:
    from footfall.exchange.brought import Brought
    from footfall.render import Look, Painting

LARGEST = 20_000_000  # bytes: four for each character that a map file may have
PAINTED = ("pdf", "svg", "png")
SHOWN = (*PAINTED, "pptx", "html")


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


def show_file(path: Path, format: str, on: date, look: "Look") -> "Painting":
    """The map in a file as a picture, slides or a page, without living numbers. Raises InvalidMapFile, RenderFailed."""
    from footfall import render

    file = read_file(path)
    story = render.tell(MapDocument(file.records), LibraryDocument(file.library), on=on)
    return render.show(story, format, look)


def picture_names(files: Sequence[Path], output: Path, format: str) -> list[tuple[Path, Path, str]]:
    """Each map file with the picture that it becomes and its format: in a folder under its own name.

    Raises InvalidRequest where two files would become one, and StorageFailed for a folder that cannot be made.
    """
    if len(files) == 1 and not output.is_dir():
        return [(files[0], output, format_of(output, SHOWN))]
    targets = [output / f"{file.name.split('.', 1)[0]}.{format}" for file in files]
    twice = next((target for place, target in enumerate(targets) if target in targets[:place]), None)
    if twice is not None:
        raise InvalidRequest(f"Two of the files would be written as '{twice}'.", "Each needs a name of its own.")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailed(f"The folder {output} cannot be made: {error.strerror}.", todo="Name another.") from error
    return list(zip(files, targets, [format] * len(files), strict=True))


def brought_from(path: Path, format: str = "") -> "Brought":
    """The maps in a file of any format. Raises InvalidMapFile, whose sentence names the file, and InvalidRequest."""
    from footfall.service.mapfiles import brought

    with naming(path):
        return brought(path.name, _bytes(path), format)


def may_be_map(path: Path, *, is_data: bool) -> bool:
    """Whether a file is a map: by its name, and unless it was asked for as customer data by what stands in it."""
    from footfall.exchange.decoding import decoded
    from footfall.exchange.formats import is_workbook, names_a_map, recognise

    if names_a_map(path.name):
        return True
    if is_data or not path.is_file():
        return False
    content = _bytes(path)
    if is_workbook(content):
        return True  # data has to be asked for with a name
    try:
        return recognise(path.name, decoded(content)) is not None
    except InvalidMapFile:
        return False


def format_of(path: Path, formats: tuple[str, ...]) -> str:
    """The format that the ending of a file's name asks for. Raises InvalidRequest."""
    ending = path.suffix.removeprefix(".").lower().replace("yml", "yaml")
    if ending not in formats:
        raise InvalidRequest(
            f"The file was to be called '{path.name}'.",
            f"Its ending says the format: {', '.join(f'.{format}' for format in formats)}.",
        )
    return ending


def format_for(path: Path, to: str, endings: Mapping[str, str]) -> str:
    """The format that is asked for with `to`, or else by the ending of a file's name. Raises InvalidRequest."""
    formats = [*dict.fromkeys(endings.values())]
    if to and to not in formats:
        raise InvalidRequest(f"There is no format '{to}'.", f"What can be written: {', '.join(formats)}.")
    found = to or endings.get(path.suffix.removeprefix(".").lower())
    if not found:
        raise InvalidRequest(
            f"The file was to be called '{path.name}'.",
            f"Its ending says the format: {', '.join(f'.{ending}' for ending in endings)}.",
            "Name it so, or say the format with --to.",
        )
    return found


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
    from footfall.exchange.decoding import decoded

    return decoded(_bytes(path))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise InvalidMapFile(f"It cannot be read: {error.strerror}.", "Expected is a map file.") from error
