"""Remarks (`# …`) of a file, and how they move along when it is written anew."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.events import ScalarEvent


@dataclass(frozen=True)
class Remark:
    """One remark with its line, from 1; `is_apart` when it has the line to itself."""

    line: int
    text: str
    is_apart: bool
    is_followed_by_nothing: bool = False


def remarks(text: str) -> tuple[Remark, ...]:
    """The remarks of a file that can be parsed, from top to bottom."""
    spans = sorted(_spans(text))
    lines = text.split("\n")
    found, start = [], 0
    for number, line in enumerate(lines, 1):
        place = _remark_in(line, start, spans)
        if place is not None:
            below = lines[number] if number < len(lines) else "end"
            found.append(Remark(number, line[place:].rstrip(), not line[:place].strip(), not below.strip()))
        start += len(line) + 1
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """What texts take up, from where to where; a remark after the sign of a block is none of the block."""
    for event in YAML(typ="safe", pure=True).parse(text):
        if isinstance(event, ScalarEvent) and event.end_mark.index > event.start_mark.index:
            start = event.start_mark.index
            yield (text.find("\n", start) if event.style in ("|", ">") else start), event.end_mark.index


def _remark_in(line: str, start: int, spans: list[tuple[int, int]]) -> int | None:
    place = line.find("#")
    while place >= 0:
        if (place == 0 or line[place - 1] in " \t") and not _is_inside(start + place, spans):
            return place
        place = line.find("#", place + 1)
    return None


def _is_inside(index: int, spans: list[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (index, float("inf"))) - 1
    return at >= 0 and index < spans[at][1]


def placed(text: str, found: Iterable[Remark], above: Mapping[int, int], behind: Mapping[int, int]) -> str:
    """A file with remarks of an earlier one; `above` and `behind` say where lines of the earlier one are now.

    A remark stays above the line that it stood above, or behind its line; where that is gone, above the next one.
    """
    known = sorted(above)
    written = text.split("\n")
    over: dict[int, list[Remark]] = {}
    after: dict[int, str] = {}
    for remark in found:
        at = behind.get(remark.line)
        if not remark.is_apart and at is not None and at not in after and not written[at - 1].endswith(("|", ">")):
            after[at] = remark.text
        else:
            over.setdefault(_next(remark.line, known, above, len(written)), []).append(remark)
    return "\n".join(_with(written, over, after))


def _next(line: int, known: list[int], lines: Mapping[int, int], end: int) -> int:
    at = bisect_left(known, line)
    return lines[known[at]] if at < len(known) else end


def _with(written: list[str], over: Mapping[int, list[Remark]], after: Mapping[int, str]) -> Iterator[str]:
    for number, line in enumerate(written, 1):
        indent = line[: len(line) - len(line.lstrip())]
        for remark in over.get(number, ()):
            yield indent + remark.text
            if remark.is_followed_by_nothing and line:
                yield ""
        yield f"{line}  {after[number]}" if number in after else line
