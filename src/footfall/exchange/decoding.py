"""The bytes of a map file → its text."""

from footfall.exchange.brought import refused

CHARACTERS = 5_000_000
BYTES = 4 * CHARACTERS


def decoded(content: bytes) -> str:
    """The text of a file, with newlines of one kind. Raises InvalidMapFile."""
    refuse_large(content)
    try:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        says = f"It is not written in UTF-8: byte {error.start} is {content[error.start]:#04x}."
        raise refused(says, expected="Save it as UTF-8.") from error
    if len(text) > CHARACTERS:
        raise refused(f"It has more than {CHARACTERS:,} characters.", expected="That is more than a map may have.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def refuse_large(content: bytes) -> None:
    """Raise InvalidMapFile for a file that is larger than a map may be."""
    if len(content) > BYTES:
        raise refused(f"It has more than {BYTES:,} bytes.", expected="That is more than a map may have.")
