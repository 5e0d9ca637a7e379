"""The words of a language: which carry feeling, which turn it round, which say nothing, and which belong to a theme."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

ANY = "…"  # stands in a phrase for up to three words
FIGURES = "#"  # stands among the alternatives of a phrase for every number in figures
FACES = r"[:;=]['’]?-?(?:[()\[\]|*\\]|/(?!/)|[DPp](?![^\W\d_]))|</?3"
TOKEN = re.compile(rf"{FACES}|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[.!?;:,]|[\u2600-\u27BF\U0001F300-\U0001FAFF]")
KIND = re.compile(r"<(\w+)>")
BOOST, DAMPEN = 0.3, -0.35
LANGUAGES: tuple[Literal["en", "nl"], ...] = ("en", "nl")

Parts = tuple[frozenset[str], ...]  # for each word of a phrase what may stand there
Phrase = tuple[Parts, float]


@dataclass(frozen=True)
class Words:
    """One language's words, in small letters."""

    single: dict[str, float]
    phrases: dict[str, list[Phrase]]  # by their first word, the longest first
    negations: frozenset[str]
    boosters: dict[str, float]
    buts: frozenset[str]
    concessions: frozenset[str]  # the part that they begin counts less
    strengtheners: tuple[str, ...]  # beginnings that make the rest of a word stronger
    turners: tuple[str, ...]  # beginnings that turn the rest of a word round
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
    def key(self) -> str:
        """What phrases list it under: itself, or the sign for figures."""
        return FIGURES if self.text.isdigit() else self.text

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
        phrases=_by_first_word(
            {phrase: weight for phrase, weight in weighed.items() if " " in phrase},
            {kind: "|".join(_listed(rest)) for kind, rest in _lines(sections["kinds"])},
        ),
        negations=frozenset(_listed(sections["negation"])),
        boosters={word: signs[line[0]] for line in sections["booster"].splitlines() for word in _listed(line[1:])},
        buts=frozenset(_listed(sections["but"])),
        concessions=frozenset(_listed(sections["concession"])),
        strengtheners=tuple(_listed(sections["strengthener"])),
        turners=tuple(_listed(sections["turner"])),
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


def _lines(section: str, mark: str = ":") -> list[tuple[str, str]]:
    return [(head, rest) for head, _, rest in (line.partition(mark) for line in section.splitlines() if line)]


def _listed(text: str) -> list[str]:
    return [word.strip() for word in re.split(r"[,\n]", text) if word.strip()]


def _by_first_word(phrases: dict[str, float], kinds: dict[str, str]) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase, weight in sorted(phrases.items(), key=lambda item: -len(item[0].split())):
        parts = _parts(phrase, kinds)
        for first in sorted(parts[0]):
            found.setdefault(first, []).append((parts, weight))
    return found


def _parts(phrase: str, kinds: dict[str, str]) -> Parts:
    """A phrase with what may stand in each place: a|b is either, <kind> any word of that kind."""
    whole = KIND.sub(lambda kind: kinds[kind[1]], phrase)
    return tuple(frozenset(part.split("|")) for part in whole.split())


@cache
def signs() -> dict[str, float]:
    """Emoji and emoticons in small letters with their strengths, the same in every language."""
    sections = _sections((files(__package__) / "words" / "signs.txt").read_text("utf-8"))
    return {sign: float(head) for head, rest in _lines(sections["feeling"], ": ") for sign in rest.lower().split()}
