"""How what was written feels, and the words that decided it: word lists with negation, boosters and `but`.

The rules follow Hutto and Gilbert (2014, VADER): a negation shortly before turns a word round (times -0.74), boosters
make it stronger, what stands behind `but` counts more than what stands before it, and the sum s becomes s / √(s² + 15).
For Dutch, where `niet` comes behind its verb, a negation behind a good word turns it round, too. A negation that turns
nothing round counts as slightly negative: who writes that something never came is seldom pleased.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from footfall.texts.words import ANY, Token, Words, base, tokens, words_of

TURNED = -0.74
ALONE = -1.0  # a negation that turns nothing round
BEFORE, BEHIND = 0.5, 1.5  # weights of what stands before and behind `but`
SPREAD = 15.0
CLEAR = 0.15  # from here on a text is positive or negative
BACK, AHEAD, GAP = 3, 4, 3  # words
ENDS = frozenset(".!?;:,")
JOINTS = frozenset(("en", "of", "dus", "want"))
SIGNS = {":)": 2.0, ":-)": 2.0, ":d": 2.5, ":-d": 2.5, ";)": 1.5, ";-)": 1.5, ":(": -2.0, ":-(": -2.0}
SIGNS |= {"☺": 2.0, "☹": -2.0, "❤": 3.0, "😀": 2.5, "😃": 2.5, "😊": 2.5, "😍": 3.0, "👍": 2.5, "🎉": 2.0}
SIGNS |= {"😡": -3.0, "😠": -3.0, "👎": -2.5, "😞": -2.0, "😢": -2.0}

Class = Literal["negative", "neutral", "positive"]


@dataclass(frozen=True)
class Mark:
    """Some words of a text, from `start` up to `end` in characters, and what they add: positive above 0."""

    start: int
    end: int
    strength: float


@dataclass(frozen=True)
class Feeling:
    """A score from -1 to 1, and the words that decided it."""

    score: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class _Hit:
    first: int  # token
    last: int
    weight: float


def feeling(text: str, language: str) -> Feeling | None:
    """The feeling of an English (en) or Dutch (nl) text; None for another language."""
    if language not in ("en", "nl"):
        return None
    words, said = words_of(language), tokens(text)
    hits = _hits(said, words, language)
    taken = {place for hit in hits for place in range(hit.first, hit.last + 1)}
    marks, turning = [], set()
    for hit in hits:
        turned_by = _negations(hit, said, words, taken, ahead=language == "nl" and hit.weight > 0)
        turning |= turned_by
        marks.append(_mark(hit, said, words, is_turned=bool(turned_by)))
    alone = [at for at, token in enumerate(said) if token.text in words.negations and at not in taken | turning]
    marks += [_mark(_Hit(at, at, ALONE), said, words, is_turned=False) for at in alone]
    marks.sort(key=lambda mark: mark.start)
    total = sum(mark.strength for mark in marks)
    return Feeling(round(total / sqrt(total * total + SPREAD), 4), tuple(mark for mark in marks if mark.strength))


def class_of(score: float) -> Class:
    """Whether a score is negative, neutral or positive."""
    if abs(score) < CLEAR:
        return "neutral"
    return "positive" if score > 0 else "negative"


def _hits(said: Sequence[Token], words: Words, language: str) -> list[_Hit]:
    """The words and phrases with a weight, each word once, the longest phrase first."""
    found, place = [], 0
    while place < len(said):
        last, weight = _hit_at(said, place, words, language)
        is_phrase = last > place  # also one without weight, whose words then say nothing
        if is_phrase or (weight and not _only_boosts(said, place, last, words, language)):
            found.append(_Hit(place, last, weight))
        place = last + 1
    return found


def _hit_at(said: Sequence[Token], place: int, words: Words, language: str) -> tuple[int, float]:
    for phrase, weight in words.phrases.get(said[place].text, ()):
        last = _end_of(phrase, said, place)
        if last is not None:
            return last, weight
    return place, SIGNS.get(said[place].text) or _weight(said[place].text, words, language)


def _end_of(phrase: tuple[str, ...], said: Sequence[Token], place: int) -> int | None:
    """Where a phrase that begins here ends; … stands for up to three words of the same clause."""
    if ANY in phrase:
        gap = phrase.index(ANY)
        first = _end_of(phrase[:gap], said, place)
        starts = range(first + 1, min(first + GAP + 2, len(said))) if first is not None else ()
        for start in starts:
            last = _end_of(phrase[gap + 1 :], said, start)
            if last is not None or said[start].text in ENDS:
                return last
        return None
    here = tuple(token.text for token in said[place : place + len(phrase)])
    return place + len(phrase) - 1 if here == phrase else None


def _weight(word: str, words: Words, language: str) -> float:
    if word in words.single or not word[0].isalpha():
        return words.single.get(word, 0.0)
    return 0.0 if word in words.stops else words.single.get(base(word, language), 0.0)


def _only_boosts(said: Sequence[Token], place: int, last: int, words: Words, language: str) -> bool:
    """Whether a word with a weight of its own makes the next one stronger: `vreselijk goed`."""
    if place != last or said[place].text not in words.boosters or last + 1 >= len(said):
        return False
    return bool(_hit_at(said, last + 1, words, language)[1])


def _mark(hit: _Hit, said: Sequence[Token], words: Words, *, is_turned: bool) -> Mark:
    weight = hit.weight
    for distance, place in enumerate(_clause_before(hit.first, said, words)[: BACK - 1]):
        boost = words.boosters.get(said[place].text, 0.0) * (1 if distance == 0 else 0.9)
        weight += boost if weight > 0 else -boost
    weight *= TURNED if is_turned else 1
    return Mark(said[hit.first].start, said[hit.last].end, round(weight * _side(hit.first, said, words), 2))


def _negations(hit: _Hit, said: Sequence[Token], words: Words, taken: set[int], *, ahead: bool) -> set[int]:
    """The places of the negations that turn a word round: shortly before it, in Dutch also behind a good one."""
    near = _clause_before(hit.first, said, words)[:BACK]
    near += _behind(hit.last, said, words) if ahead else []
    return {place for place in near if said[place].text in words.negations and place not in taken}


def _clause_before(place: int, said: Sequence[Token], words: Words) -> list[int]:
    """The places before this one in its clause, the nearest first."""
    found = []
    for before in range(place - 1, -1, -1):
        if said[before].text in ENDS or said[before].text in words.buts:
            break
        found.append(before)
    return found


def _behind(place: int, said: Sequence[Token], words: Words) -> list[int]:
    """The places behind this one in its clause, up to `en` or `of`."""
    found = []
    for after in range(place + 1, min(place + 1 + AHEAD, len(said))):
        if said[after].text in ENDS or said[after].text in words.buts or said[after].text in JOINTS:
            break
        found.append(after)
    return found


def _side(place: int, said: Sequence[Token], words: Words) -> float:
    """What stands behind the last `but` of a text counts more than what stands before it."""
    buts = [at for at, token in enumerate(said) if token.text in words.buts and 0 < at < len(said) - 1]
    if not buts:
        return 1.0
    return BEHIND if place > buts[-1] else BEFORE
