"""The words of a language: which carry feeling, which turn it round, which say nothing, and which belong to a theme."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

ANY = "…"  # stands in a phrase for up to three words
TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[:;]-?[()D]|[.!?;:,]|[\U0001F300-\U0001FAFF❤☹☺]")
BOOST, DAMPEN = 0.3, -0.35
LANGUAGES: tuple[Literal["en", "nl"], ...] = ("en", "nl")

Phrase = tuple[tuple[str, ...], float]


@dataclass(frozen=True)
class Words:
    """One language's words, in small letters."""

    single: dict[str, float]
    phrases: dict[str, list[Phrase]]  # by their first word, the longest first
    negations: frozenset[str]
    boosters: dict[str, float]
    buts: frozenset[str]
    stops: frozenset[str]
    themes: dict[str, str]  # a word or a phrase and its theme

    def knows(self, word: str) -> bool:
        """Whether the word is one of this language, as far as these lists go."""
        return word in self.stops or word in self.single or word in self.themes


@dataclass(frozen=True)
class Token:
    """A word or a mark, and where it stands in the text."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.text[0].isalpha()


def tokens(text: str) -> list[Token]:
    """The words and marks of a text, in small letters."""
    return [Token(found.group().lower().replace("’", "'"), *found.span()) for found in TOKEN.finditer(text)]


@cache
def words_of(language: str) -> Words:
    """The words of `en` or `nl`."""
    sections = _sections((files(__package__) / "words" / f"{language}.txt").read_text("utf-8"))
    weighed = {phrase: float(head) for head, rest in _lines(sections["feeling"]) for phrase in _listed(rest)}
    signs = {"+": BOOST, "-": DAMPEN}
    return Words(
        single=_general(language) | {phrase: weight for phrase, weight in weighed.items() if " " not in phrase},
        phrases=_by_first_word({phrase: weight for phrase, weight in weighed.items() if " " in phrase}),
        negations=frozenset(_listed(sections["negation"])),
        boosters={word: signs[line[0]] for line in sections["booster"].splitlines() for word in _listed(line[1:])},
        buts=frozenset(_listed(sections["but"])),
        stops=frozenset(sections["stop"].split()),
        themes={word: theme for theme, rest in _lines(sections["themes"]) for word in _listed(rest)},
    )


@cache
def base(word: str, language: str) -> str:
    """The form under which a dictionary lists a word."""
    import simplemma

    return str(simplemma.lemmatize(word, lang=language)).lower()


def _general(language: str) -> dict[str, float]:
    """For English the words of vaderSentiment's list; its emoticons are left out."""
    if language != "en":
        return {}
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return {word: float(weight) for word, weight in SentimentIntensityAnalyzer().lexicon.items() if word[0].isalpha()}


def _sections(text: str) -> dict[str, str]:
    parts = re.split(
        r"^\[(\w+)\]\n", "\n".join(line for line in text.splitlines() if line[:1] != "#"), flags=re.MULTILINE
    )
    return {name: body.strip() for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def _lines(section: str) -> list[tuple[str, str]]:
    return [(head, rest) for head, _, rest in (line.partition(":") for line in section.splitlines())]


def _listed(text: str) -> list[str]:
    return [word.strip() for word in re.split(r"[,\n]", text) if word.strip()]


def _by_first_word(phrases: dict[str, float]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase, weight in sorted(phrases.items(), key=lambda item: -len(item[0].split())):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append((parts, weight))
    return found
