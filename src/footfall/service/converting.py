"""Map files into other formats, without a workspace."""

from dataclasses import dataclass
from pathlib import Path

from footfall.errors import InvalidMapFile
from footfall.exchange.brought import Written
from footfall.exchange.formats import ENDINGS, Format
from footfall.exchange.writing import write
from footfall.journey import text
from footfall.journey.changes import Records
from footfall.service.files import brought_from, format_for, write_file
from footfall.service.mapfiles import OWN

EXTENSIONS: dict[str, str] = {"yaml": OWN, "yml": OWN, **ENDINGS}


@dataclass(frozen=True)
class Converted:
    """What was written, and what could not be."""

    files: tuple[Path, ...]
    notes: tuple[str, ...]


def convert_file(path: Path, output: Path, format: str = "", to: str = "") -> Converted:
    """The maps of a file as files of another format. Raises InvalidMapFile, InvalidRequest, StorageFailed."""
    wanted = format_for(output, to, EXTENSIONS)
    found = brought_from(path, format)
    if not found.maps:
        raise InvalidMapFile(f"{path} holds no map.", "It has personas alone.", "`footfall import` takes these in.")
    files, notes = list[Path](), [str(note) for note in found.notes]
    for number, records in enumerate(found.maps, start=1):
        used = text.used_library(records, found.library) if len(found.maps) > 1 else found.library
        made = map_as(wanted, records, used)
        files.append(_numbered(output, number))
        write_file(files[-1], made.content)
        notes += made.notes
    return Converted(tuple(files), tuple(dict.fromkeys(notes)))


def map_as(format: str, records: Records, library: Records) -> Written:
    """A map in a format, with the part of the library that it uses."""
    if format == OWN:
        return Written(text.write(records, library).encode())
    return write(Format(format), records, library)


def _numbered(output: Path, number: int) -> Path:
    if number == 1:
        return output
    stem, dot, rest = output.name.partition(".")
    return output.with_name(f"{stem}-{number}{dot}{rest}")
