"""One look at a whole file before anything is read: is it text, in which encoding, and what is its fingerprint?"""

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from footfall.errors import InvalidData
from footfall.events.unpacking import CHUNK, GZIP, ZIP, most_bytes, opened, readable, too_large

LONGEST_LINE = 1 << 20  # bytes; a line beyond this is a damaged file, not somebody's answer
HEAD = 4096
FOREIGN = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    codecs.BOM_UTF32_LE: "text in UTF-32",
    codecs.BOM_UTF32_BE: "text in UTF-32",
    GZIP: "packed twice",
    ZIP: "packed twice",
}
TODO = "Save or export the table as CSV (or Parquet) and import that."
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
UNDEFINED_IN_1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


@dataclass(frozen=True)
class Scan:
    """What one pass over a text file found out."""

    fingerprint: str
    encoding: str
    quoted: bool


def head(path: Path) -> bytes:
    """The file's first bytes. Raises InvalidData when it is empty, packed badly, or nothing that holds a table."""
    with readable(path), opened(path) as file:
        start = file.read(HEAD)
    if not start.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        raise InvalidData(f"{path.name} is empty.", "A header and at least one row are needed.")
    return start


def refuse_foreign(path: Path, start: bytes) -> None:
    """Raise InvalidData for files that people take for tables."""
    kind = next((kind for magic, kind in FOREIGN.items() if start.startswith(magic)), None)
    if beginning(start).startswith("<"):
        kind = "a web page or other XML"
    if kind:
        raise InvalidData(f"{path.name} is {kind}, not a table in a file.", todo=TODO)


def beginning(start: bytes) -> str:
    """The first bytes as text, without blanks, whatever the letters are written in."""
    return start.decode(_utf_16(start) or "utf-8", errors="replace").lstrip("\ufeff \t\r\n")


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file that is no text."""
    digest = hashlib.sha256()
    with readable(path), opened(path) as file:
        for chunk in _bounded(path, file):
            digest.update(chunk)
    return digest.hexdigest()


def scan(path: Path, longest_line: int | None = LONGEST_LINE) -> Scan:
    """Fingerprint a text file and tell its encoding; reads a megabyte at a time and stops at the first damage."""
    with readable(path), opened(path) as file:
        wide = _utf_16(file.read(HEAD))
        file.seek(0)
        return _scan_text(path, file, wide, longest_line)


def utf_8(path: Path, encoding: str) -> Iterator[bytes]:
    """The file's text in UTF-8, a chunk at a time, without the mark at its beginning."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    with readable(path), opened(path) as file:
        first = True
        while chunk := file.read(CHUNK // 8):
            text = decoder.decode(chunk)
            yield (text.removeprefix("\ufeff") if first else text).encode()
            first = False
        yield decoder.decode(b"", final=True).encode()


def _utf_16(start: bytes) -> str:
    """Tell UTF-16 by its byte order mark, or by every second byte of plain letters being zero."""
    if start.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if start.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def _scan_text(path: Path, file: BufferedReader, wide: str, longest_line: int | None) -> Scan:
    digest, letters, undefined, quoted = hashlib.sha256(), _Utf8(), False, False
    for chunk in _lines_bounded(path, file, b"\n\0" if wide == "utf-16-le" else b"\n", longest_line):
        digest.update(chunk)
        if not wide:
            _refuse_binary(path, chunk)
            letters.take(chunk)
            undefined = undefined or (not letters.valid and bool(UNDEFINED_IN_1252.search(chunk)))
        quoted = quoted or b'"' in chunk
    letters.take(b"", final=True)
    fallback = "latin-1" if undefined else "windows-1252"
    return Scan(digest.hexdigest(), wide or ("utf-8" if letters.valid else fallback), quoted)


def _bounded(path: Path, file: BufferedReader) -> Iterator[bytes]:
    """Yield the file's chunks while no more comes out than a table of its size would hold."""
    came, most = 0, most_bytes(path)
    while chunk := file.read(CHUNK):
        came += len(chunk)
        if most is not None and came > most:
            raise too_large(path, most)
        yield chunk


def _lines_bounded(path: Path, file: BufferedReader, newline: bytes, longest_line: int | None) -> Iterator[bytes]:
    """Yield the file's chunks while no line passes the limit."""
    run = 0
    for chunk in _bounded(path, file):
        first = chunk.find(newline)
        longest = run + (len(chunk) if first < 0 else first)
        if longest_line is not None and longest > longest_line:
            raise InvalidData(
                f"{path.name} has a line of more than {longest_line >> 20} MB.",
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
