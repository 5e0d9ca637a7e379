"""DOCX: the paragraphs of a document. Its macros are never run, its pictures and notes stay out, and both are said."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from footfall.errors import InvalidData
from footfall.events.unpacking import bounded_archive, readable
from footfall.transcripts.blocks import Kind, Piece, Transcript, laid_out

DOCUMENT = "word/document.xml"
MOST_XML = 100_000_000  # bytes of a document once it is unpacked
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BREAKS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
LEFT_OUT = {
    "word/vbaProject.bin": "Macros of the document were not read and never run.",
    "word/comments.xml": "Comments beside the text were not read.",
    "word/footnotes.xml": "Footnotes were not read.",
}


def read(path: Path) -> Transcript:
    """The paragraphs of a document. Raises InvalidData."""
    with readable(path), bounded_archive(path, path) as archive:
        names = archive.namelist()
        if DOCUMENT not in names:
            raise _no_document(path)
        content = _content(path, archive)
        pieces = list(_paragraphs(path, content))
    remarks = tuple(words for name, words in LEFT_OUT.items() if name in names)
    return laid_out(path.name, "word", pieces, remarks)


def _content(path: Path, archive: zipfile.ZipFile) -> bytes:
    entry = archive.getinfo(DOCUMENT)
    if entry.flag_bits & 1:
        raise InvalidData(f"{path.name} is locked with a password.", todo="Save it without one and bring that.")
    with archive.open(entry) as file:
        content = file.read(MOST_XML + 1)
    if len(content) > MOST_XML:
        raise InvalidData(f"{path.name} unpacks to more than {MOST_XML:,} bytes.", todo="Bring it in pieces.")
    return content


def _paragraphs(path: Path, content: bytes) -> Iterator[Piece]:
    from lxml import etree

    safe = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, safe)
    except etree.XMLSyntaxError as error:
        seen = f"{path.name} is damaged: {str(error)[:200]}."
        raise InvalidData(seen, todo="Open it, save it again, and bring that.") from None
    for paragraph in root.iter(f"{W}p"):
        yield Piece(text="".join(_words(paragraph)), kind=_kind(paragraph))


def _words(paragraph: Any) -> Iterator[str]:
    """The words as they stand now: what tracked changes took away stands in elements of another name."""
    for element in paragraph.iter():
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.tag in BREAKS:
            yield BREAKS[element.tag]


def _kind(paragraph: Any) -> Kind:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    named = (style.get(f"{W}val") or "") if style is not None else ""
    if named.lower().startswith(("heading", "kop", "title", "titel")):
        return "heading"
    return "item" if paragraph.find(f"{W}pPr/{W}numPr") is not None else "paragraph"


def _no_document(path: Path) -> InvalidData:
    return InvalidData(
        f"{path.name} is a zip archive without a Word document in it.",
        "Text, Markdown, DOCX, PDF, SRT and VTT are read.",
        "Unpack it, or save the document as DOCX.",
    )
