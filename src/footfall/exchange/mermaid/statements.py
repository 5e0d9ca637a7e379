"""The statements of a `journey` diagram with their lines, cut as Mermaid's own lexer cuts them.

A statement ends at a newline or `;`, `#` begins a remark, `%%` at the begin of a line as well; keywords are
case-insensitive. YAML front matter and `%%{init}%%` may stand before the keyword.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from footfall.exchange.mermaid.entities import hide, shown

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})\s*\{?\.?mermaid\b.*$", re.IGNORECASE)
_KEYWORD = re.compile(r"\s*journey\b", re.IGNORECASE)
_NAMED = re.compile(r"(title|section)\s+(.*)", re.IGNORECASE | re.DOTALL)
_SPOKEN = re.compile(r"(acctitle|accdescr)\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_OPENED = re.compile(r"accdescr\s*\{(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A diagram in a file, and the line on which it begins."""

    text: str
    line: int


@dataclass(frozen=True)
class Statement:
    """One statement; `kind` is title, section, acctitle, accdescr, task or remark; a task has its parts."""

    kind: str
    line: int
    text: str
    parts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


def is_journey(text: str) -> bool:
    """Whether a text is a journey diagram: its first statement is the keyword."""
    for line in _without_front_matter(text.split("\n"))[1]:
        if line.strip() and not line.strip().startswith("%%"):
            return bool(_KEYWORD.match(line))
    return False


def journeys_in(text: str) -> list[Block]:
    """The journey diagrams of a file: the file itself, or those that are fenced in its Markdown."""
    if is_journey(text):
        return [Block(text, 1)]
    return [block for block in _fenced(text) if is_journey(block.text)]


def _fenced(text: str) -> Iterator[Block]:
    fence, begin, held = "", 0, list[str]()
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line.strip()
        if not fence and (opened := _FENCE.match(bare)):
            fence, begin, held = opened["fence"], number + 1, []
        elif fence and bare.startswith(fence) and not bare.strip(fence[0]):
            yield Block("\n".join(held), begin)
            fence = ""
        elif fence:
            held.append(line)
    if fence:
        yield Block("\n".join(held), begin)


def _without_front_matter(lines: list[str]) -> tuple[int, list[str]]:
    """How many lines the front matter has, and the others."""
    first = next((place for place, line in enumerate(lines) if line.strip()), 0)
    if first < len(lines) and lines[first].strip() == "---":
        closed = next((place for place in range(first + 1, len(lines)) if lines[place].strip() == "---"), None)
        if closed is not None:
            return closed + 1, lines[closed + 1 :]
    return 0, lines


def statements(block: Block) -> Iterator[Statement]:
    """The statements of a diagram after its keyword, in order."""
    skipped, lines = _without_front_matter(block.text.split("\n"))
    lexer = _Lexer()
    for number, line in enumerate(lines, start=block.line + skipped):
        yield from lexer.take(line, number)


class _Lexer:
    def __init__(self) -> None:
        self._is_open = False  # the keyword was seen
        self._spoken: list[str] | None = None  # the lines of an accDescr { … } that is not closed yet
        self._spoken_from = 0

    def take(self, line: str, number: int) -> Iterator[Statement]:
        if self._spoken is not None:
            yield from self._speak(line)
            return
        if line.lstrip().startswith("%%"):
            yield Statement("remark", number, line.strip()[2:].strip())
            return
        for piece in self._pieces(hide(line)):
            yield from self._statement(piece, number)

    def _pieces(self, line: str) -> list[str]:
        return [piece.strip() for piece in line.split("#", maxsplit=1)[0].split(";") if piece.strip()]

    def _statement(self, piece: str, number: int) -> Iterator[Statement]:
        if not self._is_open:
            self._is_open = True
            piece = _KEYWORD.sub("", piece, count=1).strip()
        if opened := _OPENED.fullmatch(piece):
            self._spoken, self._spoken_from = [], number
            yield from self._speak(opened[1])
        elif said := _SPOKEN.fullmatch(piece) or _NAMED.fullmatch(piece):
            yield Statement(said[1].lower(), number, shown(said[2].strip()))
        elif piece and piece.lower() != "section":
            yield _task(piece, number)

    def _speak(self, line: str) -> Iterator[Statement]:
        before, closed, _ = line.partition("}")
        assert self._spoken is not None  # noqa: S101 - it was opened by the caller
        self._spoken.append(before.strip())
        if closed:
            said = "\n".join(self._spoken).strip()
            self._spoken = None
            yield Statement("accdescr", self._spoken_from, shown(hide(said)))


def _task(piece: str, number: int) -> Statement:
    name, *parts = piece.split(":")
    actors = [shown(actor.strip()) for actor in parts[1].split(",")] if len(parts) > 1 else []
    known = tuple(dict.fromkeys(actor for actor in actors if actor))
    return Statement("task", number, shown(name.strip()), tuple(shown(part.strip()) for part in parts), known)
