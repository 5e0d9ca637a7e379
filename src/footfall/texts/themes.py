"""Themes of a dataset's texts: words of one subject together, and what else many people write about.

Known subjects (delivery, waiting, price …) are lists of words in both languages. Beside them stand the words and pairs
of words that occur in at least one text in fifty, in their base form; what looks like a verb is none. The same texts
give the same themes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from footfall.texts.words import LANGUAGES, Token, Words, base, tokens, words_of

MOST = 25  # themes of a dataset
SHARE = 0.02  # of the texts in which a word that is no known subject must occur
FEWEST = 5  # texts
TOGETHER = 0.5  # of the texts with its more frequent word in which a pair must occur to replace its words
SHORTEST = 3  # letters
# How a word looks that is a verb: its form in English, its base form in Dutch.
VERB = {"en": re.compile(r".+(ed|ing)"), "nl": re.compile(r".+[^aeiou]en|ge.+[td]")}

Written = tuple[str, str]  # a text and its language


def themes_of(texts: Iterable[Written]) -> list[tuple[str, ...]]:
    """The themes of each text, those of most texts first; texts in other languages have none."""
    spoken = [_subjects(text, language) for text, language in texts]
    kept = _kept(spoken)
    return [tuple(theme for theme in kept if theme in found) for found in map(_names, spoken)]


class _Spoken:
    """What one text speaks of: known subjects, other words, and pairs of them."""

    def __init__(self, known: set[str], words: set[str], pairs: set[tuple[str, str]]) -> None:
        self.known, self.words, self.pairs = known, words, pairs


def _subjects(text: str, language: str) -> _Spoken:
    if language not in LANGUAGES:
        return _Spoken(set(), set(), set())
    words, said = words_of(language), tokens(text)
    bases = [_subject_word(token, words, language) for token in said]
    named = [words.themes.get(token.text) or words.themes.get(form) for token, form in zip(said, bases, strict=True)]
    pairs = [words.themes.get(f"{one.text} {two.text}") for one, two in pairwise(said)]
    free = [form if form and not theme else "" for form, theme in zip(bases, named, strict=True)]
    beside = {(one, two) for one, two in pairwise(free) if one and two and one != two}
    return _Spoken({theme for theme in (*named, *pairs) if theme}, set(filter(None, free)), beside)


def _subject_word(token: Token, words: Words, language: str) -> str:
    """The base form of a word that may be a subject, else nothing: no stop word, no word of feeling."""
    if not token.is_word or len(token.text) < SHORTEST or token.text in words.stops:
        return ""
    form = base(token.text, language)
    if form in words.themes:
        return form
    is_verb = VERB[language].fullmatch(form if language == "nl" else token.text)
    is_nothing = form in words.stops or _feels(token.text, words) or _feels(form, words) or is_verb
    return "" if is_nothing else form


def _feels(word: str, words: Words) -> bool:
    return bool(words.single.get(word)) or word in words.negations or word in words.boosters


def _kept(spoken: Sequence[_Spoken]) -> list[str]:
    """The themes of most texts, those of equally many by name."""
    known = Counter(theme for one in spoken for theme in one.known)
    words = Counter(word for one in spoken for word in one.words)
    pairs = Counter(pair for one in spoken for pair in one.pairs)
    enough = max(FEWEST, SHARE * sum(1 for one in spoken if one.known or one.words))
    common = {pair: count for pair, count in pairs.items() if count >= enough}
    close = {pair: count for pair, count in common.items() if count >= TOGETHER * max(words[word] for word in pair)}
    replaced = {word for pair in close for word in pair}
    counts = known + Counter({word: count for word, count in words.items() if count >= enough and word not in replaced})
    counts += Counter({" ".join(pair): count for pair, count in close.items()})
    return [theme for theme, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]]


def _names(one: _Spoken) -> set[str]:
    return one.known | one.words | {" ".join(pair) for pair in one.pairs}
