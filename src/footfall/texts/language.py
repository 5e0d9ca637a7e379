"""The language of a text: English, Dutch or other; short texts may leave it open."""

from functools import cache
from typing import Any, Literal

from footfall.texts.words import LANGUAGES, tokens, words_of

# Those that are told apart; all but English and Dutch are `other`.
CANDIDATES = ["en", "nl", "de", "fr", "es", "pt", "it", "da", "sv", "no", "pl", "tr"]
KNOWN = 4.0  # what a word that only one of our lists knows adds to a log probability
ENOUGH = 3  # words without which statistics of letters say little

Language = Literal["", "en", "nl", "other"]


def language_of(text: str) -> Language:
    """The language of a text: en, nl or other; empty when it cannot be told."""
    said = [token.text for token in tokens(text) if token.is_word]
    known: dict[Language, int] = {language: _only_in(language, said) for language in LANGUAGES}
    if len(said) < ENOUGH:
        return _more_of(known)
    ranked = {name: float(score) + KNOWN * known.get(name, 0) for name, score in _identifier().rank(text)}
    best = max(ranked, key=lambda name: (ranked[name], name))
    return "en" if best == "en" else "nl" if best == "nl" else "other"


def language_code(told: str) -> str:
    """How a language that a file names is stored: en-US and English are en, Nederlands is nl, others stay."""
    short = told.strip().lower().replace("_", "-")
    names = {"english": "en", "engels": "en", "dutch": "nl", "nederlands": "nl", "vlaams": "nl", "flemish": "nl"}
    return names.get(short) or short.partition("-")[0]


def _more_of(known: dict[Language, int]) -> Language:
    """The language of which more words are known than of the others; none when there is none."""
    best, other = sorted(known, key=lambda language: known[language], reverse=True)[:2]
    return best if known[best] > known[other] else ""


def _only_in(language: str, said: list[str]) -> int:
    others = [words_of(other) for other in LANGUAGES if other != language]
    mine = words_of(language)
    return sum(mine.knows(word) and not any(other.knows(word) for other in others) for word in said)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(CANDIDATES)
    return identifier
