"""Markdown as a flat row of blocks with their lines: as much of it as tells what belongs where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?(.*)")
_LABEL = re.compile(r"(?:\*\*|__)(.+?)(?::(?:\*\*|__)|(?:\*\*|__)\s*:)\s*(.*)", re.DOTALL)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})\s*(.*)")
_RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*")
_DIVIDER = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_LINK = re.compile(r"!?\[([^\]]{0,500})\]\(([^)\s]{0,2000})[^)]{0,200}\)")
_RUN = re.compile(r"(?<=\S)[^\S\n]{2,}")


@dataclass(frozen=True)
class Block:
    """A heading, label, item, text, quote, table or fence; a label has its rest as text."""

    kind: str
    line: int
    text: str
    depth: int = 0  # the level of a heading, the indentation of an item
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)


def blocks(text: str) -> list[Block]:
    """The blocks of a text in order."""
    return list(_Reader(squeezed(text).split("\n")).run())


def squeezed(text: str) -> str:
    """The text with one space for each run of them inside a line, over which no pattern then runs twice."""
    return _RUN.sub(" ", text)


def inline(text: str) -> str:
    """A text without emphasis; of links to other files only their words stay."""
    bare = _LINK.sub(lambda found: found[0] if found[2].startswith(("http", "mailto")) else found[1], squeezed(text))
    return re.sub(r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w))", "", bare).strip()


def cells(line: str) -> tuple[str, ...]:
    """The cells of a row of a table; a bar behind a backslash is no border."""
    bare = line.strip().removeprefix("|")
    parts = re.split(r"(?<!\\)\|", bare.removesuffix("|") if not bare.endswith("\\|") else bare)
    return tuple(part.strip().replace("\\|", "|") for part in parts)


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self.lines, self.at = lines, 0

    def run(self) -> Iterator[Block]:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip() or _RULE.fullmatch(line):
                self.at += 1
            elif fence := _FENCE.fullmatch(line):
                yield self._fence(fence[1], fence[2])
            elif self._begins_table():
                yield self._table()
            else:
                yield self._one(line)

    def _one(self, line: str) -> Block:
        number = self.at + 1
        if heading := _HEADING.fullmatch(line):
            self.at += 1
            return Block("heading", number, inline(heading[2]), len(heading[1]))
        if line.lstrip().startswith(">"):
            return self._quote(number)
        if item := _ITEM.fullmatch(line):
            self.at += 1
            return Block("item", number, self._more(item[2]), len(item[1].expandtabs(4)))
        self.at += 1
        text = self._more(line.strip())
        label = _LABEL.fullmatch(text)
        return Block("label", number, label[2], label=inline(label[1])) if label else Block("text", number, text)

    def _more(self, text: str) -> str:
        """A paragraph goes on until something else begins."""
        lines = [text]
        while self.at < len(self.lines) and self._goes_on(self.lines[self.at]):
            lines.append(self.lines[self.at].strip())
            self.at += 1
        return " ".join(lines).strip()

    def _goes_on(self, line: str) -> bool:
        bare = line.strip()
        begins = (_HEADING.fullmatch(bare), _ITEM.fullmatch(line), _LABEL.match(bare), _FENCE.fullmatch(line))
        return bool(bare) and not any(begins) and bare[0] not in ">|" and not _RULE.fullmatch(line)

    def _quote(self, number: int) -> Block:
        """Lines with > that go on; one that begins with a quotation mark is the next quote."""
        said = [self.lines[self.at].lstrip().removeprefix(">").strip()]
        self.at += 1
        while self.at < len(self.lines) and (line := self.lines[self.at].lstrip()).startswith(">"):
            more = line.removeprefix(">").strip()
            if not more or more[0] in "\"“„«'":
                break
            said.append(more)
            self.at += 1
        return Block("quote", number, " ".join(said))

    def _fence(self, mark: str, info: str) -> Block:
        number = self.at + 1
        self.at += 1
        while self.at < len(self.lines) and not self.lines[self.at].strip().startswith(mark):
            self.at += 1
        self.at += 1
        return Block("fence", number, info.strip())

    def _begins_table(self) -> bool:
        here = self.lines[self.at]
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return "|" in here and "-" in below and "|" in below and bool(_DIVIDER.fullmatch(below))

    def _table(self) -> Block:
        number, rows = self.at + 1, list[tuple[str, ...]]()
        while self.at < len(self.lines) and "|" in self.lines[self.at]:
            if not _DIVIDER.fullmatch(self.lines[self.at]) or len(rows) != 1:
                rows.append(cells(self.lines[self.at]))
            self.at += 1
        return Block("table", number, "", rows=tuple(rows))


def nested(found: list[Block]) -> Iterator[Block]:
    """The same blocks, items below an item as lines of it."""
    outer: Block | None = None
    for block in found:
        if block.kind == "item" and outer and block.depth > outer.depth and outer.kind == "item":
            outer = replace(outer, text=f"{outer.text}\n- {block.text}")
            continue
        if outer:
            yield outer
        outer = block
    if outer:
        yield outer
