"""Rows of JSON: a list of objects, an object that holds one, or an object on each line (NDJSON).

The line of a row is its line in NDJSON, else its number in the list. Two passes: the first one finds all columns.
"""

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import ijson
import numpy as np

from footfall.errors import InvalidData
from footfall.events.formats.flattening import flatten, lists, unfold
from footfall.events.formats.sheet import (
    ROWS,
    Batch,
    Note,
    Ragged,
    Sheet,
    chosen,
    first_line,
    refuse_many_columns,
    text_column,
)
from footfall.events.mapping import FileMapping
from footfall.events.scanning import scan, utf_8

LARGEST = 16 << 20  # bytes of one object
DEEPEST = 10_000  # objects within objects
LOOKED_AT = 1_000  # objects in which lists to unfold are looked for
BEGINNING = re.compile(r"""\{\s*(["}]|$)|\[\s*([\[{\]\d"-]|$)""")
HEADER = re.compile(r"""\["[^"]*"\]\s*[,;\t|]""")
ROOT = "item"  # the list that is the whole file
TODO = "Export it again, as NDJSON where the tool offers it."


def is_json(text: str) -> bool:
    """Whether a text begins as JSON does: with an object, or with a list; `["a"],["b"]` begins a header."""
    return bool(BEGINNING.match(text)) and not HEADER.match(text)


@dataclass(frozen=True)
class JsonRows:
    """The rows of a file: where the list stands (`place`, as ijson writes it; empty: one object a line)."""

    path: Path
    encoding: str
    place: str
    unfold: str = ""

    def objects(self) -> Iterator[tuple[int, Any]]:
        """The file's objects with their numbers, before any list in them is unfolded; text where there is none."""
        if not self.place:
            yield from _lines(self.path, self.encoding)
            return
        feed = Feed(self.path, self.encoding)
        with sound(self.path):
            for number, found in enumerate(ijson.items(feed, self.place), 1):
                feed.whole()
                yield number, found

    def rows(self) -> Iterator[tuple[int, dict[str, Any] | None]]:
        """The objects that are rows, each with its number; None for what is no object."""
        for number, found in self.objects():
            if not isinstance(found, dict):
                yield number, None
                continue
            for row in unfold(found, self.unfold) if self.unfold else (found,):
                yield number, row

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns as text; a row that lacks a column has nothing there."""
        with sound(self.path):
            rows, roots = self.rows(), _roots(columns)
            while some := list(itertools.islice(rows, ROWS)):
                good = [(number, _flat(row, roots)) for number, row in some if row is not None]
                bad = [Ragged(number, damage="This is no JSON object.") for number, row in some if row is None]
                lines = np.array([number for number, _ in good], np.int64)
                yield Batch({name: text_column([row.get(name) for _, row in good]) for name in columns}, lines, bad)


def open_json(path: Path, read_as: FileMapping) -> Sheet:
    """Look at a JSON file as a table. Raises InvalidData when it is damaged or holds no list of objects."""
    seen = scan(path, longest_line=None)
    encoding = read_as.encoding or seen.encoding
    places = {} if _is_by_line(path, encoding) else _places(path, encoding)
    names = {_name(place): place for place in places}
    place = names.get(read_as.unfold) or max(places, key=places.__getitem__, default="")
    rows = JsonRows(path, encoding, place, "" if read_as.unfold in names else read_as.unfold)
    columns, inside = _look(rows, seen.fingerprint)
    unfolds = (*(names if len(names) > 1 else ()), *inside)
    if not columns:
        chosen(path, read_as.unfold, unfolds, "list")
        raise InvalidData(f"{path.name} holds no JSON objects.", "Each row is an object.", TODO)
    refuse_many_columns(path, len(columns))
    notes = _notes(names, place) if not read_as.unfold else ()
    kind = "JSON" if place else "NDJSON"
    return Sheet(
        path, kind, seen.fingerprint, columns, rows, encoding, unfolds=unfolds, unfold=read_as.unfold, notes=notes
    )


def _roots(columns: Sequence[str]) -> frozenset[str]:
    """The fields in which these columns may stand: themselves, and what stands before a dot."""
    parts = [name.split(".") for name in columns]
    return frozenset(".".join(each[:end]) for each in parts for end in range(1, len(each) + 1))


def _flat(row: dict[str, Any], roots: frozenset[str]) -> dict[str, str | None]:
    return flatten({name: value for name, value in row.items() if name in roots})


def _is_by_line(path: Path, encoding: str) -> bool:
    """Whether the first line is an object of its own: one of several, or the only one that holds no list of others."""
    lines = _lines(path, encoding)
    first, second = next(lines, (0, None)), next(lines, None)
    return isinstance(first[1], dict) and (second is not None or not lists(first[1]))


def _lines(path: Path, encoding: str) -> Iterator[tuple[int, Any]]:
    """What stands on each line that is not blank; the text itself where it is no JSON."""
    for number, line in enumerate(_cut(path, utf_8(path, encoding)), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, line


def _cut(path: Path, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Lines out of chunks, none longer than the largest object."""
    rest = b""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        yield from lines
        if len(rest) > LARGEST:
            raise _too_large(path)
    yield rest


def _places(path: Path, encoding: str) -> dict[str, int]:
    """Where lists of objects stand that lie in no other list, and how many objects each holds."""
    found: dict[str, int] = {}
    place, depth = "", 0
    feed = Feed(path, encoding)
    with sound(path):
        for prefix, event, _ in ijson.parse(feed):
            if event == "start_array":
                depth += 1
                place = f"{prefix}.{ROOT}".lstrip(".") if depth == 1 else place
            elif event == "end_array":
                depth -= 1
            elif event == "start_map" and depth == 1 and prefix == place:
                feed.whole()
                found[place] = found.get(place, 0) + 1
                if place == ROOT:  # the whole file is this list
                    break
    return found


def _name(place: str) -> str:
    """What people call a list: the name of the field that holds it."""
    return place.removesuffix(f".{ROOT}")


@lru_cache(maxsize=32)
def _look(rows: JsonRows, fingerprint: str) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: ARG001 - part of the key
    """All columns of a file, in the order in which they first come, and the lists of objects inside its objects."""
    columns: dict[str, None] = {}
    unfolds: dict[str, None] = {}
    with sound(rows.path):
        for _, found in itertools.islice(rows.objects(), LOOKED_AT):
            unfolds.update(dict.fromkeys(lists(found) if isinstance(found, dict) else ()))
        seen: set[tuple[str, ...]] = set()  # the fields of objects that hold no others; most objects are alike
        for _, row in rows.rows():
            is_flat = row is not None and not any(isinstance(value, dict | list) for value in row.values())
            if row is None or (is_flat and tuple(row) in seen):
                continue
            columns.update(dict.fromkeys(flatten(row)))
            if is_flat:
                seen.add(tuple(row))
    return tuple(columns), tuple(unfolds)


def _notes(names: dict[str, str], place: str) -> tuple[Note, ...]:
    if len(names) < 2:
        return ()
    sentence = f"The file holds several lists ({', '.join(names)}); the longest was read: {_name(place)}."
    return (Note("several-lists", sentence),)


class Feed:
    """The file for ijson, which asks for bytes; objects are kept within bounds of depth, and of size where wanted."""

    def __init__(self, path: Path, encoding: str, *, bounded: bool = True) -> None:
        self.path = path
        self.bounded = bounded
        self._chunks = utf_8(path, encoding)
        self._since = self._open = 0

    def whole(self) -> None:
        """An object came to its end."""
        self._since = self._open = 0

    def read(self, size: int) -> bytes:
        """Give the next bytes, how ever many were asked for. Raises InvalidData for an object that never ends."""
        chunk = (next(self._chunks, b"") or next(self._chunks, b"")) if size else b""
        self._since += len(chunk)
        # Signs in texts count, too: a text may hold a few that do not pair.
        self._open += sum(chunk.count(sign) for sign in (b"{", b"[")) - sum(chunk.count(sign) for sign in (b"}", b"]"))
        if self._open > DEEPEST:
            raise _too_deep(self.path)
        if self.bounded and self._since > LARGEST:
            raise _too_large(self.path)
        return chunk


def _too_deep(path: Path) -> InvalidData:
    return InvalidData(f"{path.name} is damaged JSON: it holds objects within objects without end.", todo=TODO)


def _too_large(path: Path) -> InvalidData:
    return InvalidData(f"{path.name} has an object of more than {LARGEST >> 20} MB.", "A row is smaller.", TODO)


@contextmanager
def sound(path: Path) -> Iterator[None]:
    """Turn what goes wrong with JSON into sentences."""
    try:
        yield
    except ijson.JSONError as error:
        raise InvalidData(f"{path.name} is damaged JSON: {first_line(error)}", todo=TODO) from None
    except RecursionError:
        raise _too_deep(path) from None
