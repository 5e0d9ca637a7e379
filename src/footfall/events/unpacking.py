"""Files inside what they are packed in: gzip, or a zip archive with one table in it."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import IO, Literal, cast

from footfall.errors import InvalidData

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
CHUNK = 1 << 20
MOST_UNPACKED = 250  # times the packed size; a table packs 5 to 20 times, a trap a thousand times
SMALL = 100 << 20  # bytes that may always come out
MOST_ENTRIES = 10_000
MOST_IN_MEMORY = 256 << 20  # bytes of a packed file that can only be read as a whole
WORKBOOKS = ("[Content_Types].xml", "mimetype")  # entries that make a zip archive a document of an office suite

Packing = Literal["", "gzip", "zip"]


def packing(path: Path) -> Packing:
    """What a file is packed in; a workbook is a zip archive, too, but packed in nothing."""
    with path.open("rb") as file:
        head = file.read(4)
    if head.startswith(GZIP):
        return "gzip"
    if head != ZIP:
        return ""
    with zipfile.ZipFile(path) as archive:
        return "" if set(WORKBOOKS) & set(archive.namelist()) else "zip"


def opened(path: Path) -> BufferedReader:
    """Open a file for reading; one that is packed is unpacked on the way."""
    match packing(path):
        case "gzip":
            return cast("BufferedReader", gzip.open(path, "rb"))
        case "zip":
            with bounded_archive(path, path) as archive:
                return io.BufferedReader(cast("io.RawIOBase", archive.open(_only_entry(path, archive))))
        case _:
            return path.open("rb")


def most_bytes(path: Path) -> int | None:
    """How many bytes may come out of a packed file; no bound for one that is not packed."""
    return max(path.stat().st_size * MOST_UNPACKED, SMALL) if packing(path) else None


def whole(path: Path) -> Path | IO[bytes]:
    """The file itself, or what came out of a packed one, for formats that are not read from start to end."""
    if not packing(path):
        return path
    with opened(path) as file:
        content = file.read(MOST_IN_MEMORY + 1)
    if len(content) > MOST_IN_MEMORY:
        raise too_large(path, MOST_IN_MEMORY)
    return io.BytesIO(content)


def too_large(path: Path, most: int) -> InvalidData:
    """The refusal of a packed file that is a trap, or as good as one."""
    return InvalidData(f"{path.name} unpacks to more than {most:,} bytes.", todo="Unpack it before the import.")


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what goes wrong with files and packing into sentences."""
    try:
        yield
    except zipfile.BadZipFile as error:
        raise InvalidData(f"{path.name} is a damaged zip archive: {error}", todo="Compress it again.") from None
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InvalidData(f"{path.name} is a damaged gzip file: {error}", todo="Compress it again.") from None
    except NotImplementedError:
        seen = f"{path.name} is packed in a way that is not known here."
        raise InvalidData(seen, todo="Unpack it before the import.") from None
    except OSError as error:
        seen = f"{path.name or path} cannot be read: {error.strerror}."
        raise InvalidData(seen, todo="Check the path and its rights.") from None


def bounded_archive(path: Path, source: Path | IO[bytes]) -> zipfile.ZipFile:
    """A zip archive of reasonable size: entries, declared sizes and ratio are looked at before anything is unpacked."""
    archive = zipfile.ZipFile(source)
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise InvalidData(f"{path.name} holds {len(entries):,} files.", f"{MOST_ENTRIES:,} are the most that is read.")
    most = max(sum(entry.compress_size for entry in entries) * MOST_UNPACKED, SMALL)
    if sum(entry.file_size for entry in entries) > most:
        raise too_large(path, most)
    return archive


def _only_entry(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one table of an archive; what a Mac adds for itself is passed over."""
    entries = [one for one in archive.infolist() if not one.is_dir() and not _is_hidden(one.filename)]
    if len(entries) != 1:
        names = ", ".join(one.filename for one in entries[:5]) + (" and more" if len(entries) > 5 else "")
        seen = f"{path.name} holds {len(entries)} files{': ' if names else ''}{names}."
        raise InvalidData(seen, "A zip archive with one table is read.", "Unpack it and import its files one by one.")
    if entries[0].flag_bits & 1:
        raise InvalidData(f"{path.name} is locked with a password.", todo="Unpack it before the import.")
    return entries[0]


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
