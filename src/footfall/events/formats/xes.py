"""Event logs in XES (IEEE 1849): each event is a row, beside the attributes of its trace, which begin with `case:`.

The line of a row is the event's number. Nested attributes become names with dots.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from lxml import etree

from footfall.errors import InvalidData
from footfall.events.formats.sheet import ROWS, Batch, Sheet, first_line, refuse_many_columns, text_column
from footfall.events.mapping import FileMapping
from footfall.events.scanning import fingerprint
from footfall.events.unpacking import opened, readable

LOG = re.compile(r"<([\w.-]+:)?log[\s>]")
CASE = "case:"
DEEPEST = 20  # attributes in attributes
TODO = "Export the log again."

Row = dict[str, str | None]


def is_xes(text: str) -> bool:
    """Whether a text begins as a log does."""
    return text.startswith("<") and LOG.search(text) is not None


@dataclass(frozen=True)
class XesRows:
    """The events of a log."""

    path: Path

    def events(self) -> Iterator[Row]:
        """Each event with the attributes of its trace. Raises InvalidData."""
        trace: Any = None
        case: Row = {}
        with _sound(self.path), opened(self.path) as file:
            for element in _elements(self.path, file):
                name = etree.QName(element).localname
                parent = element.getparent()
                if name == "event":
                    if parent is not trace:
                        trace, case = parent, _attributes(parent, CASE)
                    yield case | _attributes(element, "")
                elif trace is not None and _attributes(element, CASE).keys() - case.keys():
                    seen = f"{self.path.name} has a trace whose attributes stand below its events."
                    raise InvalidData(seen, "A trace begins with its attributes.", TODO)
                parent.remove(element)

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns as text."""
        events = enumerate(self.events(), 1)
        while some := list(itertools.islice(events, ROWS)):
            lines = np.array([number for number, _ in some], np.int64)
            yield Batch({name: text_column([row.get(name) for _, row in some]) for name in columns}, lines)


def open_xes(path: Path, read_as: FileMapping) -> Sheet:  # noqa: ARG001 - every format is opened alike
    """Look at a log in XES. Raises InvalidData when it is damaged, or brings a document type along."""
    rows, print_ = XesRows(path), fingerprint(path)
    columns = _columns(rows, print_)
    if not columns:
        raise InvalidData(f"{path.name} is a log without events.", "At least one event is needed.")
    refuse_many_columns(path, len(columns))
    return Sheet(path, "XES", print_, columns, rows)


@lru_cache(maxsize=32)
def _columns(rows: XesRows, fingerprint: str) -> tuple[str, ...]:  # noqa: ARG001 - part of the key
    found: Row = {}
    for row in rows.events():
        if not row.keys() <= found.keys():
            found |= row
    return tuple(found)


def _elements(path: Path, file: Any) -> Iterator[Any]:
    """The events and traces of a log, each at its end. Nothing outside of the file is read, no entity is resolved."""
    tags = [f"{{*}}{name}" for name in ("event", "trace")]
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    is_first = True
    for _, element in etree.iterparse(file, tag=tags, remove_comments=True, remove_pis=True, **safe):
        if is_first and element.getroottree().docinfo.doctype:
            raise InvalidData(f"{path.name} brings a document type along.", "A log in XES has none.", TODO)
        is_first = False
        if element.getparent() is not None:
            yield element


def _attributes(element: Any, under: str, depth: int = DEEPEST) -> Row:
    """The attributes of an element, those of lists and of other attributes with a dot between."""
    found: Row = {}
    for child in element:
        key = child.get("key")
        if key is not None and etree.QName(child).localname not in ("event", "trace"):
            if child.get("value") is not None:
                found.setdefault(f"{under}{key}", child.get("value") or None)
            under_it = f"{under}{key}."
        elif etree.QName(child).localname == "values":
            under_it = under
        else:
            continue
        if len(child) and depth:
            found = _attributes(child, under_it, depth - 1) | found
    return found


@contextmanager
def _sound(path: Path) -> Iterator[None]:
    try:
        with readable(path):
            yield
    except etree.XMLSyntaxError as error:
        raise InvalidData(f"{path.name} is damaged XML: {first_line(error)}", todo=TODO) from None
