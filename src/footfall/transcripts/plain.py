"""Text and Markdown: paragraphs are parted by empty lines; headings, items and speakers begin one of their own."""

import re
from collections.abc import Iterator
from pathlib import Path

from footfall.errors import InvalidData
from footfall.transcripts.blocks import MOST_CHARACTERS, Format, Kind, Piece, Transcript, laid_out

HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s+(.*)")
SPEAKER = re.compile(r"(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s*)?(?:\*\*)?[A-ZÀ-Þ][\w .'-]{0,30}(?:\*\*)?:(?:\*\*)?\s")
TIME = re.compile(r"\[?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})\]?\s+")
RULE = re.compile(r"(?:[-*_=]\s*){3,}|\|?[\s:|-]*-{3}[\s:|-]*\|?")
EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")


def decoded(path: Path) -> str:
    """The text of a file in UTF-8 or UTF-16, with newlines of one kind. Raises InvalidData."""
    if path.stat().st_size > 4 * MOST_CHARACTERS:
        raise InvalidData(f"{path.name} is too large for a transcript.", todo="Bring it in pieces.")
    content = path.read_bytes()
    is_wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")  # what Notepad wrote for decades
    if not is_wide and b"\0" in content:
        todo = "Bring the file in which what was said is written."
        raise InvalidData(f"{path.name} holds no text.", "Text, Markdown, DOCX, PDF, SRT and VTT are read.", todo)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read(name: str, text: str, *, is_markdown: bool) -> Transcript:
    """The blocks of a text. Raises InvalidData."""
    format: Format = "markdown" if is_markdown else "text"
    return laid_out(name, format, _pieces(text, is_markdown=is_markdown))


def _pieces(text: str, *, is_markdown: bool) -> Iterator[Piece]:
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines: list[str] = []
        for line in paragraph.split("\n"):
            if lines and (_stands_alone(lines[0]) or _begins(line.strip(), is_markdown=is_markdown)):
                yield _piece(lines, is_markdown=is_markdown)
                lines = []
            lines.append(line.strip())
        yield _piece(lines, is_markdown=is_markdown)


def _begins(line: str, *, is_markdown: bool) -> bool:
    """Whether a line begins a block though no empty line stands before it."""
    marks = (HEADING, ITEM, RULE) if is_markdown else (ITEM,)
    return bool(SPEAKER.match(line)) or line.startswith("|") or any(mark.fullmatch(line) for mark in marks)


def _stands_alone(line: str) -> bool:
    return bool(HEADING.fullmatch(line) or RULE.fullmatch(line))


def _piece(lines: list[str], *, is_markdown: bool) -> Piece:
    joined = " ".join(line for line in lines if line)
    if not is_markdown:
        return _timed(joined)
    if RULE.fullmatch(joined):
        return Piece(text="")
    if found := HEADING.fullmatch(joined):
        return _bare(found[1], "heading")
    if found := ITEM.fullmatch(joined):
        return _bare(found[1], "item")
    if joined.startswith("|"):
        return _bare(" · ".join(cell.strip() for cell in joined.strip("|").split("|") if cell.strip()), "item")
    return _bare(joined.removeprefix("> "), "paragraph")


def _bare(text: str, kind: Kind) -> Piece:
    """Without the signs of bold and code."""
    return Piece(text=EMPHASIS.sub(r"\2", text), kind=kind)


def _timed(text: str) -> Piece:
    """A line that begins with its time, as many tools for recordings write: `[00:12:04] Noor: …`."""
    found = TIME.match(text)
    if not found:
        return Piece(text=text)
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return Piece(text=text[found.end() :], seconds=hours * 3600.0 + minutes * 60 + seconds)
