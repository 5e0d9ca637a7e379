"""Light Markdown as runs: bold, italic and links with a harmless scheme; everything else stays as it was typed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from footfall.render.picture import Paragraph, Run, Text

SAFE_LINK = re.compile(r"(?:https?://[^\s<>\"]+|mailto:[^\s<>\"]+)", re.IGNORECASE)
CHUNK = 10  # characters after which a word without an end may break

_TOKEN = re.compile(
    r"\*\*(?P<bold>(?=\S)[^\n]{0,1000}?\S)\*\*(?!\*)"
    r"|(?<!\w)__(?P<bold2>(?=\S)[^\n]{0,1000}?\S)__(?!\w)"
    r"|\*(?P<italic>(?=[^\s*])[^*\n]{0,1000}?(?<=\S))\*"
    r"|(?<!\w)_(?P<italic2>(?=[^\s_])[^_\n]{0,1000}?(?<=\S))_(?!\w)"
    r"|\[(?P<word>[^\[\]\n]{1,500})\]\((?P<target>[^()\s]{1,2000})\)"
    r"|(?P<bare>(?:https?://|mailto:)[^\s<>\"()\[\]]*[^\s<>\"()\[\].,;:!?'])"
)
_LETTERS = re.compile(r"[^\W\d_]{13,}")  # words that may be hyphenated
_ENDLESS = re.compile(r"\S{22,}")
_VOWELLESS = re.compile(r"[^aeiouyáéíóúàèìòùäëïöüâêîôûæøå]{7}|(.)\1{3}", re.IGNORECASE)
_AFTER_MARK = re.compile(r"(?<=[-/_.@&=?,;:])(?=\w)")


@dataclass(frozen=True)
class _Style:
    bold: bool = False
    italic: bool = False
    link: str = ""


def read_markdown(text: str) -> Text:
    """The paragraphs of a text in light Markdown; empty lines at its ends are dropped."""
    return tuple(_paragraph(line, _runs(line, _Style())) for line in cleaned(text).strip("\n").split("\n") if text)


def literal(text: str, *, bold: bool = False) -> Text:
    """The paragraphs of a text that is no Markdown: a name or a title."""
    return tuple(_paragraph(line, _words(line, _Style(bold=bold))) for line in cleaned(text).split("\n") if text)


def one_line(text: str) -> str:
    """A short text in one style, on one line as far as the room allows."""
    return _ENDLESS.sub(lambda word: breakable(word.group()), " ".join(cleaned(text).split("\n")))


def plain(text: Text) -> str:
    """The text without its styles and without the break marks that were put in."""
    lines = ("".join(run.text for run in paragraph.runs) for paragraph in text)
    return "\n".join(lines).replace("\u200b", "")


def cleaned(text: str) -> str:
    """The text without characters that no font can show: controls, lone surrogates and non-characters."""
    if text.isprintable():  # no control, no separator but spaces, nothing unassigned: most texts, seen at once
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\t", " ")
    return "".join("\ufffd" if _unpaired(char) else char for char in lines if char == "\n" or not _control(char))


def right_to_left(text: str) -> bool:
    """Tell whether the first strong letter of a text belongs to a script written from right to left."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind in ("R", "AL") for kind in strong if kind in ("L", "R", "AL")), False)


def safe_link(target: str) -> str:
    """The target when its scheme is http, https or mailto, else nothing."""
    return target if SAFE_LINK.fullmatch(target) else ""


def _control(char: str) -> bool:
    return unicodedata.category(char) == "Cc"


def _unpaired(char: str) -> bool:
    return "\ud800" <= char <= "\udfff" or ord(char) & 0xFFFE == 0xFFFE


def _paragraph(line: str, runs: Iterator[Run]) -> Paragraph:
    return Paragraph(runs=tuple(runs), rtl=right_to_left(line))


def _runs(text: str, style: _Style) -> Iterator[Run]:
    last = 0
    for found in _TOKEN.finditer(text):
        yield from _words(text[last : found.start()], style)
        yield from _styled(found, style)
        last = found.end()
    yield from _words(text[last:], style)


def _styled(found: re.Match[str], style: _Style) -> Iterator[Run]:
    part = found.groupdict()
    if bold := part["bold"] or part["bold2"]:
        yield from _runs(bold, replace(style, bold=True))
    elif italic := part["italic"] or part["italic2"]:
        yield from _runs(italic, replace(style, italic=True))
    elif part["word"]:
        yield from _link(found.group(), part["word"], safe_link(part["target"]), style)
    else:
        yield from _words(part["bare"], replace(style, link=style.link or safe_link(part["bare"])))


def _link(source: str, word: str, target: str, style: _Style) -> Iterator[Run]:
    """A link with its word; one that could do harm stays in sight as it was typed and leads nowhere."""
    if target and not style.link:
        yield from _words(word, replace(style, link=target))
    else:
        yield from _words(source, style)


def _words(text: str, style: _Style) -> Iterator[Run]:
    """Runs in one style, cut so that only long words may be hyphenated."""
    last = 0
    for found in _LETTERS.finditer(text):
        yield from _run(text[last : found.start()], style)
        yield from _run(found.group(), style, hyphenate=True)
        last = found.end()
    yield from _run(text[last:], style)


def _run(text: str, style: _Style, *, hyphenate: bool = False) -> Iterator[Run]:
    if text:
        shown = text if hyphenate and _pronounced(text) else _ENDLESS.sub(lambda word: breakable(word.group()), text)
        yield Run(text=shown, bold=style.bold, italic=style.italic, link=style.link, hyphenate=hyphenate)


def _pronounced(word: str) -> bool:
    """Tell whether hyphenation will find the breaks of a long word: it has vowels and ends somewhere."""
    return len(word) <= 36 and _VOWELLESS.search(word) is None


def breakable(word: str) -> str:
    """A word too long for a column, with invisible places to break: after marks, else every ten characters."""
    pieces = (piece for part in _AFTER_MARK.split(word) for piece in _chunks(part))
    return "\u200b".join(pieces)


def _chunks(part: str) -> Iterator[str]:
    size = CHUNK if len(part) > 2 * CHUNK else max(len(part), 1)
    start = 0
    while start < len(part):
        end = start + size
        while end < len(part) and _joins(part[end]):
            end += 1
        yield part[start:end]
        start = end


def _joins(char: str) -> bool:
    """Tell whether a character belongs to the one before it: combining marks, joiners, emoji modifiers."""
    return unicodedata.combining(char) > 0 or char in "\u200d\ufe0e\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff"
