"""A file → its transcript, by what is in it; its name only tells Markdown from plain text."""

from pathlib import Path

from footfall.errors import InvalidData
from footfall.transcripts import pdf, plain, subtitles, word
from footfall.transcripts.blocks import Transcript

ZIP, PDF, OLD = b"PK\x03\x04", b"%PDF-", bytes.fromhex("d0cf11e0a1b11ae1")
HEAD = 1024  # bytes; a PDF may begin with other things
NO_TEXT = "Text, Markdown, DOCX, PDF, SRT and VTT are read."


def read(path: Path) -> Transcript:
    """The transcript in a file. Raises InvalidData, which says what is wrong with it."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(ZIP):
        return word.read(path)
    if PDF in head:
        return pdf.read(path)
    if head.startswith(OLD):
        raise _old(path)
    return _read_text(path)


def _read_text(path: Path) -> Transcript:
    text = plain.decoded(path)
    if subtitles.is_subtitles(text):
        return subtitles.read(path.name, text)
    return plain.read(path.name, text, is_markdown=path.suffix.lower() in (".md", ".markdown"))


def _old(path: Path) -> InvalidData:
    return InvalidData(
        f"{path.name} is locked with a password, or was written by Word before 2007.",
        NO_TEXT,
        "Open it, save it as DOCX without a password, and bring that.",
    )
