"""YAML out: stable, diffable text from plain values. ruamel quotes; what is a block and what a line is decided here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)
from ruamel.yaml.tag import Tag

_TEXT = Tag(suffix="tag:yaml.org,2002:str")  # never written; the emitter looks at it for an empty text

LINE = 90  # characters up to which a list or a mapping stays on one line
# What YAML 1.1 or 1.2 would not read as a text.
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|=|<<|[-+.]*[0-9.][0-9a-fox_.:e+-]*|[-+]?\.(inf|nan)", re.IGNORECASE
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d(T[0-9:.]+(Z|[+-]\d\d:\d\d)?)?")
# Control characters and what some reader takes for a line break: only escapes bring them over.
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]")
_SIMPLE = re.compile(r"~?[^\W_]([\w .!+/%'’–-]*[\w.!%+])?")


@dataclass(frozen=True)
class Anchored:
    """A text (or a number) with the id of the record that it names."""

    text: str | float
    id: str = ""


class Rows(dict[Any, Any]):
    """A mapping that always has a line for each entry."""


def emit(tree: Rows, *, apart: tuple[str, ...] = ()) -> str:
    """The file of a tree; a blank line stands before each of the top keys in `apart`."""
    yaml = YAML(typ="safe", pure=True)
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 2**30  # one text, one line: a diff then shows the text that changed
    yaml.allow_unicode = True
    stream = StringIO()
    yaml.emit(_document(tree), stream)
    sections = re.compile(rf"^(?=(?:{'|'.join(apart)}):)", re.MULTILINE)
    return sections.sub("\n", stream.getvalue()) if apart else stream.getvalue()


def _document(tree: Rows) -> Iterator[Any]:
    yield StreamStartEvent()
    yield DocumentStartEvent(explicit=False)
    yield from _events(tree, on_a_line=False)
    yield DocumentEndEvent(explicit=False)
    yield StreamEndEvent()


def _events(value: Any, *, on_a_line: bool) -> Iterator[Any]:
    match value:
        case dict():
            flow = on_a_line or (not isinstance(value, Rows) and _fits(value))
            yield MappingStartEvent(None, None, implicit=True, flow_style=flow)
            for key, member in value.items():
                yield _scalar(key)
                yield from _events(member, on_a_line=flow)
            yield MappingEndEvent()
        case list() | tuple():
            flow = on_a_line or _fits(value)
            yield SequenceStartEvent(None, None, implicit=True, flow_style=flow)
            for member in value:
                yield from _events(member, on_a_line=flow)
            yield SequenceEndEvent()
        case _:
            yield _scalar(value)


def _scalar(value: Any) -> Any:
    text, anchor = (value.text, value.id or None) if isinstance(value, Anchored) else (value, None)
    if isinstance(text, str):
        return ScalarEvent(anchor, _TEXT, (True, True), text, style=_style(text))
    return ScalarEvent(anchor, _TEXT, (True, True), written(text))


def written(value: float | bool | None) -> str:
    """A number without a needless fraction, or true, false, null."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)


def _style(text: str) -> str | None:
    if "\n" in text:
        return "|" if _is_block(text) else '"'
    looks_typed = not text or (_NO_TEXT.fullmatch(text) and not _DATE.fullmatch(text))
    return '"' if looks_typed or _UNSEEN.search(text) else None


def _is_block(text: str) -> bool:
    """Whether `|` gives this text back: it starts with a letter, ends no line in a space, ends in one break at most."""
    lines = text.removesuffix("\n").split("\n")
    ragged = any(line != line.rstrip() for line in lines)
    return not (ragged or _UNSEEN.search(text) or text[:1].isspace() or text.endswith("\n\n") or not lines[-1])


def _fits(value: Any) -> bool:
    members = list(value.values()) if isinstance(value, dict) else list(value)
    keys = list(value) if isinstance(value, dict) else []
    return _all_simple([*keys, *members]) and sum(map(_width, [*keys, *members])) <= LINE


def _is_simple(member: Any) -> bool:
    if isinstance(member, list | tuple):
        return len(member) <= 6 and not any(isinstance(inner, list | tuple) for inner in member) and _all_simple(member)
    text = member.text if isinstance(member, Anchored) else member
    return not isinstance(text, dict) and (not isinstance(text, str) or bool(_SIMPLE.fullmatch(text)))


def _all_simple(members: Iterable[Any]) -> bool:
    return all(map(_is_simple, members))


def _width(member: Any) -> int:
    if isinstance(member, list | tuple):
        return 2 + sum(map(_width, member))
    if isinstance(member, Anchored):
        return len(str(member.text)) + (len(member.id) + 2 if member.id else 0) + 2
    return len(str(member)) + 2
