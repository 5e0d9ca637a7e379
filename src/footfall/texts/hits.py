"""The words and phrases of a text that carry feeling, as the lists have them."""

from collections.abc import Sequence
from dataclasses import dataclass

from footfall.texts.forms import weight_of
from footfall.texts.words import ANY, Parts, Phrase, Token, Words, signs

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
    for phrase, weight in _beginning(token, words):
        last = _end_of(phrase, said, place)
        if last is not None:
            return last, weight
    return place, signs().get(token.text) or (weight_of(token.text, language) if token.is_word else 0.0)


def _beginning(token: Token, words: Words) -> list[Phrase]:
    found = words.phrases.get(token.text, [])
    return found if token.key == token.text else found + words.phrases.get(token.key, [])


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
    end = place + len(phrase)
    if end > len(said):
        return None
    for at in range(end - 1, place - 1, -1):  # the last word differs most often
        if said[at].text not in phrase[at - place] and said[at].key not in phrase[at - place]:
            return None
    return end - 1


def _only_boosts(said: Sequence[Token], place: int, last: int, words: Words, language: str) -> bool:
    """Whether a word with a weight of its own makes the next one stronger: `vreselijk goed`."""
    if place != last or said[place].text not in words.boosters or last + 1 >= len(said):
        return False
    return bool(_hit_at(said, last + 1, words, language)[1])
