"""YAML as a bounded tree of words with their lines: the only door through which a file comes in.

Types are left to the records: every scalar stays the text that was typed, so that a card may say 42, or no.
Refused: aliases (a few lines of them can stand for gigabytes), tags, several documents, deep or endless nesting.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from footfall.errors import InvalidMapFile, Problem
from footfall.journey.text.conflicts import conflicts
from footfall.journey.text.problems import refusal

CHARACTERS = 5_000_000
NODES = 200_000
DEPTH = 20
MAP_FILE = "map file: it starts with 'footfall: 1' and has a title and stages"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text as it was typed; `plain` when it stood without quotes."""

    text: str
    line: int
    anchor: str = ""
    plain: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was typed at all, not even quotes."""
        return self.plain and not self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    line: int
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; a key may be there twice."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    anchor: str = ""


Node = Scalar | Sequence | Mapping


def parse(text: str, expected: str = MAP_FILE) -> Mapping:
    """The tree of a file; InvalidMapFile names the line of what is no YAML, no keys, or passes a bound."""
    if len(text) > CHARACTERS:
        raise InvalidMapFile(
            f"The file has {len(text):,} characters.", f"A map file has at most {CHARACTERS:,}.", "Split the map."
        )
    if found := list(conflicts(text)):
        raise refusal(found)
    root = _parsed(text)
    if not isinstance(root, Mapping):
        raise _refused(1, f"is no {expected}")
    return root


def _parsed(text: str) -> Node:
    try:
        return _document(_Events(text.removeprefix("\ufeff")))
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _refused(line, f"has a character that YAML does not allow (U+{_code(error.character):04X})") from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _refused(mark.line + 1 if mark else 1, f"is not YAML: {error.problem or error.context}") from error
    except (YAMLError, ValueError) as error:
        raise _refused(1, f"is not YAML: {error}") from error


def _code(character: Any) -> int:
    return character if isinstance(character, int) else ord(str(character)[0])


def _refused(line: int, says: str) -> InvalidMapFile:
    return refusal([Problem(line, says)])


class _Events:
    """The events of one file, counted; what could blow up is refused as it passes."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[Any] = YAML(typ="safe", pure=True).parse(text)
        self._count = self._documents = self._depth = 0

    def next(self) -> Any:
        event = next(self._events)
        self._count += 1
        self._bound(event)
        self._refuse(event)
        return event

    def _bound(self, event: Any) -> None:
        self._depth += isinstance(event, MappingStartEvent | SequenceStartEvent)
        self._depth -= isinstance(event, MappingEndEvent | SequenceEndEvent)
        if self._depth > DEPTH:
            raise _refused(line_of(event), f"is nested deeper than {DEPTH} levels")
        if self._count > NODES:
            raise _refused(line_of(event), f"comes after {NODES:,} entries, more than a map file may have")

    def _refuse(self, event: Any) -> None:
        self._documents += isinstance(event, DocumentStartEvent)
        if self._documents > 1:
            raise _refused(line_of(event), "starts a second YAML document; a file holds one map")
        if isinstance(event, AliasEvent):
            raise _refused(line_of(event), f"uses the alias *{event.anchor}; write out what it stands for")
        if getattr(event, "tag", None) not in (None, "!"):
            raise _refused(line_of(event), f"uses the YAML tag {event.tag}; a map file has none")


def line_of(event: Any) -> int:
    """The line, from 1, on which an event starts."""
    return int(event.start_mark.line) + 1


def _document(events: _Events) -> Node:
    while not isinstance(event := events.next(), DocumentStartEvent):
        if event.__class__.__name__ == "StreamEndEvent":
            raise InvalidMapFile("The file is empty.", "A map file starts with 'footfall: 1' and a title.")
    root = _node(events, events.next())
    events.next()  # the document's end
    events.next()  # the stream's end, or the start of a document too many
    return root


def _node(events: _Events, event: Any) -> Node:
    anchor = event.anchor or ""
    match event:
        case ScalarEvent():
            return Scalar(event.value, line_of(event), anchor, plain=event.style is None)
        case SequenceStartEvent():
            return Sequence(tuple(_items(events)), line_of(event), anchor)
        case _:
            return Mapping(tuple(_entries(events)), line_of(event), anchor)


def _items(events: _Events) -> Iterator[Node]:
    while not isinstance(event := events.next(), SequenceEndEvent):
        yield _node(events, event)


def _entries(events: _Events) -> Iterator[tuple[Scalar, Node]]:
    while not isinstance(event := events.next(), MappingEndEvent):
        key = _node(events, event)
        if not isinstance(key, Scalar):
            raise _refused(key.line, "has a list or a mapping where a key should be")
        yield key, _node(events, events.next())


def plain(node: Node) -> Any:
    """The tree as dicts, lists and texts."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
