"""The words and phrases of a text that carry feeling, as the lists have them."""

from collections.abc import Sequence
from dataclasses import dataclass

from footfall.texts.forms import weight_of
from footfall.texts.words import ANY, Parts, Token, Words, signs

GAP = 3  # words
ENDS = frozenset(".!?;:,")
BETWEEN = frozenset((ANY,))


@dataclass(frozen=True)
class Hit:
    """The tokens `first` to `last` and what they weigh by themselves."""

    first: int
    last: int
    weight: float


def hits_of(said: Sequence[Token], words: Words, language: str) -> list[Hit]:
    """The words and phrases with a weight, each word once, the longest phrase first."""
    found, place = [], 0
    while place < len(said):
        last, weight = _hit_at(said, place, words, language)
        is_phrase = last > place  # also one without weight, whose words then say nothing
        if is_phrase or (weight and not _only_boosts(said, place, last, words, language)):
            found.append(Hit(place, last, weight))
        place = last + 1
    return found


def _hit_at(said: Sequence[Token], place: int, words: Words, language: str) -> tuple[int, float]:
    token = said[place]
    for phrase, weight in (*words.phrases.get(token.text, ()), *words.phrases.get(token.key, ())):
        last = _end_of(phrase, said, place)
        if last is not None:
            return last, weight
    return place, signs().get(token.text) or (weight_of(token.text, language) if token.is_word else 0.0)


def _end_of(phrase: Parts, said: Sequence[Token], place: int) -> int | None:
    """Where a phrase that begins here ends; … stands for up to three words of the same clause."""
    if BETWEEN in phrase:
        gap = phrase.index(BETWEEN)
        first = _end_of(phrase[:gap], said, place)
        starts = range(first + 1, min(first + GAP + 2, len(said))) if first is not None else ()
        for start in starts:
            last = _end_of(phrase[gap + 1 :], said, start)
            if last is not None or said[start].text in ENDS:
                return last
        return None
    here = said[place : place + len(phrase)]
    fits = len(here) == len(phrase) and all(
        token.text in part or token.key in part for token, part in zip(here, phrase, strict=True)
    )
    return place + len(phrase) - 1 if fits else None


def _only_boosts(said: Sequence[Token], place: int, last: int, words: Words, language: str) -> bool:
    """Whether a word with a weight of its own makes the next one stronger: `vreselijk goed`."""
    if place != last or said[place].text not in words.boosters or last + 1 >= len(said):
        return False
    return bool(_hit_at(said, last + 1, words, language)[1])
