"""What a word weighs that the lists have in another form: inflected, stretched, or with another beginning."""

import re
from collections.abc import Iterator
from functools import lru_cache

from footfall.texts.words import base, words_of

STRONGER = 1.3
LEAST = 4  # letters that must be left of a word
ENDINGS = {"nl": ("e", "er", "ere", "st", "ste", "s"), "en": ("ly", "ness", "s", "ed", "ing", "er", "est")}
STRETCHED = re.compile(r"(.)\1{2,}")
DOUBLED = re.compile(r"([^aeiou])\1$")
SHORT = re.compile(r"([^aeiou])([aeou])([^aeiou])$")  # trag(e), which is traag


@lru_cache(maxsize=65536)
def weight_of(word: str, language: str) -> float:
    """What a word in small letters weighs, itself or in the form that the lists have; 0 for one that says nothing."""
    words = words_of(language)
    if word in words.single:
        return words.single[word]
    if word in words.stops:
        return 0.0
    listed = next((form for form in _forms(word, language) if form in words.single), None)
    return words.single[listed] if listed else _joined(word, language)


def _forms(word: str, language: str) -> Iterator[str]:
    yield base(word, language)
    yield STRETCHED.sub(r"\1", word)
    yield STRETCHED.sub(r"\1\1", word)
    for ending in ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            yield from _stems(word.removesuffix(ending), language)


def _stems(stem: str, language: str) -> Iterator[str]:
    yield stem
    yield DOUBLED.sub(r"\1", stem)
    if language == "nl":
        long = SHORT.sub(r"\1\2\2\3", stem)
        yield from (long, re.sub("v$", "f", stem), re.sub("z$", "s", long))
    else:
        yield from (stem + "e", re.sub("i$", "y", stem))


def _joined(word: str, language: str) -> float:
    """The weight of a word with a beginning: `super` makes the rest stronger, `on` or `un` turns a good one round."""
    words = words_of(language)
    for start in words.strengtheners:
        if word.startswith(start) and len(word) - len(start) >= LEAST:
            return STRONGER * weight_of(word.removeprefix(start).lstrip("-"), language)
    for start in words.turners:
        if word.startswith(start) and len(word) - len(start) > LEAST:
            return -max(0.0, words.single.get(word.removeprefix(start).lstrip("-"), 0.0))
    return 0.0
