"""PDF: the text of its pages. A scan is a picture of text, and says so instead of coming in empty."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from footfall.errors import InvalidData
from footfall.transcripts.blocks import Piece, Transcript, laid_out
from footfall.transcripts.plain import SPEAKER

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 5_000
SENTENCE_END = re.compile(r"[.!?…:][\"'”’)]*$")
SHORT = 0.75  # of the page's longest line: a line that ends a sentence and is shorter ends its paragraph


def read(path: Path) -> Transcript:
    """The paragraphs of a PDF with their pages. Raises InvalidData."""
    from pypdf import PdfReader

    with _readable(path):
        document = PdfReader(path)
        _refuse(path, document)
        pages = [page.extract_text() for page in document.pages]
    blank = sum(not page.strip() for page in pages)
    if blank == len(pages):
        raise _scanned(path, len(pages))
    remarks = (f"{blank} of {len(pages)} pages hold no text: pictures or scans.",) if blank else ()
    pieces = (piece for number, page in enumerate(pages, start=1) for piece in _paragraphs(page, number))
    return laid_out(path.name, "pdf", pieces, remarks)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Turn what pypdf stumbles over into sentences; a broken file makes it raise nearly anything."""
    from pypdf.errors import DependencyError, PyPdfError

    try:
        yield
    except DependencyError:
        raise _locked(path) from None
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        seen = f"{path.name} is damaged: {str(error)[:200] or type(error).__name__}."
        raise InvalidData(seen, todo="Open it, print it as PDF again, and bring that.") from None


def _refuse(path: Path, document: "PdfReader") -> None:
    """Raise InvalidData where a password is needed, or where there are too many pages."""
    if document.is_encrypted and not document.decrypt(""):
        raise _locked(path)
    if len(document.pages) > MOST_PAGES:
        raise InvalidData(f"{path.name} has more than {MOST_PAGES:,} pages.", todo="Bring it in pieces.")


def _paragraphs(page: str, number: int) -> Iterator[Piece]:
    """Lines put together: a PDF keeps lines, not paragraphs."""
    lines = [line.strip() for line in page.split("\n")]
    longest = max(map(len, lines), default=0)
    held: list[str] = []
    for line in lines:
        if held and (not line or SPEAKER.match(line)):
            yield Piece(text=_joined(held), page=number)
            held = []
        if line:
            held.append(line)
        if held and SENTENCE_END.search(line) and len(line) < SHORT * longest:
            yield Piece(text=_joined(held), page=number)
            held = []
    yield Piece(text=_joined(held), page=number)


def _joined(lines: list[str]) -> str:
    """Lines as one; a word that was parted at the end of a line is whole again."""
    return re.sub(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])", "", "\n".join(lines)).replace("\n", " ")


def _scanned(path: Path, pages: int) -> InvalidData:
    return InvalidData(
        f"{path.name} holds no text: its {pages:,} {'page is a picture' if pages == 1 else 'pages are pictures'}.",
        "A scan must be recognised (OCR) before its words can be marked.",
        "Have its text recognised, or type the passages as excerpts of the source.",
    )


def _locked(path: Path) -> InvalidData:
    return InvalidData(
        f"{path.name} is locked with a password.", todo="Print it as PDF without a password, and bring that."
    )
