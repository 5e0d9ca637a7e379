"""How what was written feels, and the words that decided it: word lists with negation, boosters and `but`.

The rules follow Hutto and Gilbert (2014, VADER): a negation shortly before turns a word round (times -0.74), boosters
make it stronger, what stands behind `but` counts more than what stands before it, and the sum s becomes s / √(s² + 15).
For Dutch, where `niet` comes behind its verb, a negation behind a good word turns it round, too. A negation that turns
nothing round counts as slightly negative: who writes that something never came is seldom pleased. Questions tell less
than sentences; good words in quotation marks, or before nothing but complaints (`Great, late again`), are not meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from footfall.texts.hits import ENDS, Hit, hits_of
from footfall.texts.words import Token, Words, tokens, words_of

TURNED = -0.74
ALONE = -1.0  # a negation that turns nothing round
BEFORE, BEHIND = 0.5, 1.5  # weights of what stands before and behind `but`
ASKED_BAD, ASKED_GOOD = 0.6, 0.25  # weights of bad and good words in a question
SPREAD = 15.0
CLEAR = 0.15  # from here on a text is positive or negative
BACK, AHEAD = 3, 4  # words
STOPS = frozenset(".!?")
JOINTS = frozenset(("en", "of", "dus", "want"))
QUOTES = ("''", '""', "“”", "‘’", "„”", "«»")

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


def feeling(text: str, language: str) -> Feeling | None:
    """The feeling of an English (en) or Dutch (nl) text; None for another language."""
    if language not in ("en", "nl"):
        return None
    words, said = words_of(language), tokens(text)
    hits = hits_of(said, words, language)
    taken = {place for hit in hits for place in range(hit.first, hit.last + 1)}
    marks, turning = [], set()
    for hit in hits:
        turned_by = _negations(hit, said, words, taken, ahead=language == "nl" and hit.weight > 0)
        turning |= turned_by
        marks.append(_mark(hit, said, words, is_turned=bool(turned_by) != _is_quoted(hit, said, text)))
    alone = [at for at, token in enumerate(said) if token.text in words.negations and at not in taken | turning]
    marks += [_mark(Hit(at, at, ALONE), said, words, is_turned=False) for at in alone]
    marks = _without_irony(sorted(marks, key=lambda mark: mark.start), said)
    total = sum(mark.strength for mark in marks)
    return Feeling(round(total / sqrt(total * total + SPREAD), 4), tuple(mark for mark in marks if mark.strength))


def class_of(score: float) -> Class:
    """Whether a score is negative, neutral or positive."""
    if abs(score) < CLEAR:
        return "neutral"
    return "positive" if score > 0 else "negative"


def _mark(hit: Hit, said: Sequence[Token], words: Words, *, is_turned: bool) -> Mark:
    weight = hit.weight
    for distance, place in enumerate(_clause_before(hit.first, said, words)[: BACK - 1]):
        boost = words.boosters.get(said[place].text, 0.0) * (1 if distance == 0 else 0.9)
        weight += boost if weight > 0 else -boost
    weight *= TURNED if is_turned else 1
    weight *= _side(hit.first, said, words) * _asked(hit.first, said, weight)
    return Mark(said[hit.first].start, said[hit.last].end, round(weight, 2))


def _negations(hit: Hit, said: Sequence[Token], words: Words, taken: set[int], *, ahead: bool) -> set[int]:
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
    """What stands behind the last `but` of a text counts more than what stands before it; `although` the other way."""
    buts = [at for at, token in enumerate(said) if token.text in words.buts and 0 < at < len(said) - 1]
    if buts:
        return BEHIND if place > buts[-1] else BEFORE
    first, end = _sentence(place, said)
    commas = [at for at in range(first, end) if said[at].text == ","]
    if commas and said[first].text in words.concessions:
        return BEHIND if place > commas[0] else BEFORE
    return 1.0


def _sentence(place: int, said: Sequence[Token]) -> tuple[int, int]:
    """The first place of the sentence, and the place of the mark that ends it."""
    first = next((at + 1 for at in range(place - 1, -1, -1) if said[at].text in STOPS), 0)
    return first, next((at for at in range(place, len(said)) if said[at].text in STOPS), len(said))


def _asked(place: int, said: Sequence[Token], weight: float) -> float:
    end = _sentence(place, said)[1]
    if end == len(said) or said[end].text != "?":
        return 1.0
    return ASKED_GOOD if weight > 0 else ASKED_BAD


def _is_quoted(hit: Hit, said: Sequence[Token], text: str) -> bool:
    """Whether a good word stands alone in quotation marks."""
    start, end = said[hit.first].start, said[hit.last].end
    return hit.weight > 0 and start > 0 and text[start - 1] + text[end : end + 1] in QUOTES


def _without_irony(marks: list[Mark], said: Sequence[Token]) -> list[Mark]:
    """The marks, with a good word that opens a text of nothing but complaints turned round."""
    rest = [mark for mark in marks[1:] if mark.strength]
    opens = len(said) > 1 and bool(rest) and marks[0].end == said[0].end and said[1].text in ENDS
    if not opens or marks[0].strength <= 0 or any(mark.strength > 0 for mark in rest):
        return marks
    return [Mark(marks[0].start, marks[0].end, round(TURNED * marks[0].strength, 2)), *marks[1:]]
