"""What a transcript is once it is read: blocks in order, each with where it stands."""

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidData
from footfall.texts.masking import mask

BETWEEN = 1  # characters between two blocks: a line break
MOST_CHARACTERS = 5_000_000  # a book of 500 pages has 1.5 million

Kind = Literal["paragraph", "heading", "item"]
Format = Literal["text", "markdown", "word", "pdf", "subtitles"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class TranscriptBlock(_Model):
    """A paragraph, a heading, an item of a list, or what was said at one time."""

    start: int = Field(description="Where it begins, in characters of the whole text.")
    text: str = Field(description="Its words; personal data is masked.")
    kind: Kind = "paragraph"
    page: int | None = Field(None, description="Its page, from 1, where the file has pages.")
    seconds: float | None = Field(None, description="Its time in the recording, where the file says so.")

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.start + len(self.text)


class Transcript(_Model):
    """A file as text: its blocks, and what of the file was left out."""

    format: Format
    blocks: tuple[TranscriptBlock, ...]
    remarks: tuple[str, ...] = Field((), description="What of the file was not read, in words.")

    def between(self, start: int, end: int) -> str:
        """The text from one character up to another, blocks on lines of their own."""
        found = [block for block in self.blocks if block.start < end and block.end > start]
        return "\n".join(block.text[max(0, start - block.start) : end - block.start] for block in found)

    def at(self, start: int) -> int | None:
        """The place among its blocks of the one that holds this character; None where there is none."""
        places = (place for place, block in enumerate(self.blocks) if block.start <= start < block.end)
        return next(places, None)


class Piece(_Model):
    """A block before it has its place in the whole."""

    text: str
    kind: Kind = "paragraph"
    page: int | None = None
    seconds: float | None = None


def laid_out(name: str, format: Format, pieces: Iterable[Piece], remarks: tuple[str, ...] = ()) -> Transcript:
    """Pieces behind each other, without personal data and without empty ones. Raises InvalidData."""
    blocks: list[TranscriptBlock] = []
    start = 0
    for piece in pieces:
        if text := mask(piece.text.replace("\0", "").strip()):
            blocks.append(TranscriptBlock(start=start, text=text, **piece.model_dump(exclude={"text"})))
            start += len(text) + BETWEEN
        if start > MOST_CHARACTERS:
            raise _too_long(name)
    if not blocks:
        raise InvalidData(f"{name} holds no words.", todo="Choose the file in which what was said is written.")
    return Transcript(format=format, blocks=tuple(blocks), remarks=remarks)


def _too_long(name: str) -> InvalidData:
    return InvalidData(
        f"{name} has more than {MOST_CHARACTERS:,} characters.",
        "That is more than a source may have.",
        "Bring it in pieces, each as a source of its own.",
    )
