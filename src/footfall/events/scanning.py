"""One look at a whole file before anything is read: is it text, in which encoding, and what is its fingerprint?"""

import codecs
import gzip
import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import cast

from footfall.errors import InvalidData

CHUNK = 1 << 20
LONGEST_LINE = 1 << 20  # bytes; a line beyond this is a damaged file, not somebody's answer
PARQUET = b"PAR1"
GZIP = b"\x1f\x8b"
MOST_UNPACKED = 250  # times the packed size; a table packs 5 to 20 times, a trap a thousand times
FOREIGN = {
    b"PK\x03\x04": "an Excel workbook or a zip archive",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3": "a database",
    b"<!DOCTYPE": "a web page",
    b"<html": "a web page",
    b"<?xml": "XML",
    codecs.BOM_UTF32_LE: "text in UTF-32",
    codecs.BOM_UTF32_BE: "text in UTF-32",
}
TODO = "Save or export the table as CSV (or Parquet) and import that."
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
UNDEFINED_IN_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


@dataclass(frozen=True)
class Scan:
    """What one pass over a file found out; `encoding` is empty for Parquet."""

    fingerprint: str
    encoding: str
    quoted: bool


def scan(path: Path) -> Scan:
    """Fingerprint a file (SHA-256) and tell its encoding; reads a megabyte at a time and stops at the first damage."""
    try:
        with opened(path) as file:
            return _scan(path, file)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InvalidData(f"{path.name} is a damaged gzip file: {error}", todo="Compress it again.") from None
    except OSError as error:
        seen = f"{path.name or path} cannot be read: {error.strerror}."
        raise InvalidData(seen, todo="Check the path and its rights.") from None


def is_compressed(path: Path) -> bool:
    """Whether a file is packed with gzip."""
    with path.open("rb") as file:
        return file.read(2) == GZIP


def opened(path: Path) -> BufferedReader:
    """Open a file for reading; one that is packed with gzip is unpacked on the way."""
    return cast("BufferedReader", gzip.open(path, "rb")) if is_compressed(path) else path.open("rb")


def _scan(path: Path, file: BufferedReader) -> Scan:
    head = file.read(4096)
    _refuse_foreign(path, head)
    file.seek(0)
    if head.startswith(PARQUET):
        return Scan(hashlib.file_digest(file, "sha256").hexdigest(), encoding="", quoted=False)
    return _scan_text(path, file, wide=_utf_16(head))


def _refuse_foreign(path: Path, head: bytes) -> None:
    if not head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise InvalidData(f"{path.name} is empty.", "A header and at least one row are needed.")
    kind = next((kind for magic, kind in FOREIGN.items() if head.startswith(magic)), None)
    if kind:
        raise InvalidData(f"{path.name} is {kind}, not a CSV or Parquet file.", todo=TODO)


def _utf_16(head: bytes) -> str:
    """Tell UTF-16 by its byte order mark, or by every second byte of plain letters being zero."""
    if head.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def _scan_text(path: Path, file: BufferedReader, wide: str) -> Scan:
    digest, utf_8, undefined, quoted = hashlib.sha256(), _Utf8(), False, False
    for chunk in _bounded(path, file, b"\n\0" if wide == "utf-16-le" else b"\n"):
        digest.update(chunk)
        if not wide:
            _refuse_binary(path, chunk)
            utf_8.take(chunk)
            undefined = undefined or (not utf_8.valid and bool(UNDEFINED_IN_1252.search(chunk)))
        quoted = quoted or b'"' in chunk
    utf_8.take(b"", final=True)
    fallback = "latin-1" if undefined else "windows-1252"
    return Scan(digest.hexdigest(), wide or ("utf-8" if utf_8.valid else fallback), quoted)


def _bounded(path: Path, file: BufferedReader, newline: bytes) -> Iterator[bytes]:
    """Yield the file's chunks while no line passes the limit."""
    run = came = 0
    most = max(path.stat().st_size * MOST_UNPACKED, 100 * CHUNK) if is_compressed(path) else None
    while chunk := file.read(CHUNK):
        came += len(chunk)
        if most is not None and came > most:
            raise InvalidData(f"{path.name} unpacks to more than {most:,} bytes.", todo="Unpack it before the import.")
        first = chunk.find(newline)
        if (longest := run + (len(chunk) if first < 0 else first)) > LONGEST_LINE:
            raise InvalidData(
                f"{path.name} has a line of more than {LONGEST_LINE >> 20} MB.",
                "A line of a table is shorter.",
                "Check that the file is a table with a row per line, and that its line ends are intact.",
            )
        run = longest if first < 0 else len(chunk) - chunk.rfind(newline) - 1
        yield chunk


def _refuse_binary(path: Path, chunk: bytes) -> None:
    if b"\0" in chunk or len(CONTROL.findall(chunk[:4096])) > 0.02 * len(chunk[:4096]):
        raise InvalidData(f"{path.name} is not a text file: it holds bytes that no CSV has.", todo=TODO)


class _Utf8:
    """Whether all that was taken so far is UTF-8."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self.valid = True

    def take(self, chunk: bytes, *, final: bool = False) -> None:
        """Look at the next chunk; the last one may not end in the middle of a letter."""
        if self.valid:
            try:
                self._decoder.decode(chunk, final)
            except UnicodeDecodeError:
                self.valid = False
