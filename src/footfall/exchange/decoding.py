"""The bytes of a map file → its text."""

from footfall.errors import InvalidMapFile
from footfall.exchange.brought import refused

CHARACTERS = 5_000_000
BYTES = 4 * CHARACTERS
LOOKED_AT = 4_000  # bytes that tell a text from anything else
STEERING = frozenset(range(1, 32)) - frozenset(b"\t\n\v\f\r\x1b")  # zero stands in every UTF-16 text


def decoded(content: bytes) -> str:
    """The text of a file, with newlines of one kind. Raises InvalidMapFile."""
    refuse_large(content)
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        if not _is_text(content):
            raise InvalidMapFile(
                "It is not a text file: it holds bytes that only a program reads, as a picture or an archive does.",
                "A map comes as text, as a table (.csv) or as a workbook (.xlsx).",
                "Export it as one of these from the program that made it.",
            ) from error
        says = f"It is not written in UTF-8: byte {error.start} is {content[error.start]:#04x}."
        raise refused(says, expected="Save it as UTF-8.") from error
    if len(text) > CHARACTERS:
        raise refused(f"It has more than {CHARACTERS:,} characters.", expected="That is more than a map may have.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_text(content: bytes) -> bool:
    """Whether bytes are text in some encoding: those that steer a terminal are rare in any of them."""
    seen = content[:LOOKED_AT]
    return sum(byte in STEERING for byte in seen) <= len(seen) / 100


def refuse_large(content: bytes) -> None:
    """Raise InvalidMapFile for a file that is larger than a map may be."""
    if len(content) > BYTES:
        raise refused(f"It has more than {BYTES:,} bytes.", expected="That is more than a map may have.")
