"""Kano's classes out of paired answers: how a customer feels with a feature, and without it.

Kano, Seraku, Takahashi and Tsuji (1984); the table, the counts and better/worse as in Berger et al. (1993); the order
M > O > A > I of equal counts as in Sauerwein, Bailom, Matzler and Hinterhuber (1996); whether the first class is surely
before the second as in Fong (1996): not where |a - b| < 1.65 √((a + b)(2n - a - b) / 2n).
"""

import re
from collections.abc import Mapping, Sequence
from math import sqrt
from typing import Literal

from footfall.measures.differences import false_discovery_rates
from footfall.measures.figure import Estimate
from footfall.measures.kano_class import Drift, KanoClass, Letter
from footfall.measures.measure import TOO_FEW
from footfall.measures.statistics import share_interval

Answer = Literal["like", "expect", "neutral", "live-with", "dislike"]

ANSWERS: tuple[Answer, ...] = ("like", "expect", "neutral", "live-with", "dislike")
LETTERS: tuple[Letter, ...] = ("M", "O", "A", "I", "R", "Q")  # also the order in which equal counts are decided

# Rows: with the feature; columns: without it; both in the order of ANSWERS (Berger et al. 1993).
TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")

FONG = 1.65  # of the normal distribution: 90 %, two-sided
SHUFFLES = 9_999  # of the test of two waves
SEED = 20_231  # the same answers give the same p

# What stays of an answer when the words in FILLING are left out, in English and Dutch.
WORDS: Mapping[Answer, tuple[str, ...]] = {
    "like": ("like", "love", "enjoy", "fijn", "leuk", "prettig", "graag", "heel fijn", "heel leuk"),
    "expect": ("expect", "expecting", "must", "should", "must have", "verwacht", "moet", "vanzelfsprekend", "hoort"),
    "neutral": ("neutral", "do not care", "don't care", "neutraal", "maakt niet uit", "maakt niks uit"),
    "live-with": ("live with", "tolerate", "accept", "kan ermee leven", "kan mee leven", "ermee leven", "accepteer"),
    "dislike": ("dislike", "do not like", "don't like", "hate", "niet fijn", "niet leuk", "niet prettig", "vervelend"),
}
_ENGLISH = {"i", "it", "that", "this", "way", "am", "is", "be", "to", "can", "could", "would", "feel", "really", "the"}
_DUTCH = {"ik", "het", "dat", "dit", "vind", "zou", "zo", "me", "mij", "ben", "lijkt", "er", "zijn", "hebben"}
FILLING = _ENGLISH | _DUTCH
_ANSWER_OF = {phrase: answer for answer, phrases in WORDS.items() for phrase in phrases}

LikeIs = Literal[1, 5]


def read_answer(text: str, like_is: LikeIs) -> Answer | None:
    """One of the five answers out of words or a number from 1 to 5; nothing where it is none of them.

    Read strictly: a sentence that says more than one of the five answers is none.
    """
    said = " ".join(text.casefold().replace("-", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()).strip(
        " .!"
    )
    if re.fullmatch(r"[1-5]([.,]0+)?", said):
        place = int(said[0])
        return ANSWERS[place - 1 if like_is == 1 else 5 - place]
    return _ANSWER_OF.get(" ".join(word for word in said.split() if word not in FILLING))


def letter(with_it: Answer, without_it: Answer) -> Letter:
    """The class of one customer's two answers."""
    found: Letter = TABLE[ANSWERS.index(with_it)][ANSWERS.index(without_it)]  # type: ignore[assignment]
    return found


def kano_class(counts: Mapping[Letter, int]) -> KanoClass:
    """The class of a feature out of its counts."""
    full = {one: counts.get(one, 0) for one in LETTERS}
    n = sum(full.values())
    first, second = sorted(LETTERS, key=lambda one: (-full[one], LETTERS.index(one)))[:2]
    told = full["A"] + full["O"] + full["M"] + full["I"]
    return KanoClass(
        counts=full,
        n=n,
        too_few=n < TOO_FEW,
        letter=first if n else None,
        second=second if full[second] else None,
        sure=fong(full[first], full[second], n),
        better=_share(full["A"] + full["O"], told, 1),
        worse=_share(full["O"] + full["M"], told, -1),
    )


def fong(first: int, second: int, n: int) -> bool:
    """Whether the most frequent class is surely more frequent than the next (Fong 1996)."""
    if not n:
        return False
    both = first + second
    return first - second >= FONG * sqrt(both * (2 * n - both) / (2 * n)) and first > second


def _share(hits: int, n: int, sign: Literal[1, -1]) -> Estimate | None:
    if not n:
        return None
    low, high = share_interval(hits, n)
    if low is None or high is None:
        return None
    value = hits / n
    return Estimate(value=value, low=low, high=high) if sign == 1 else Estimate(value=-value, low=-high, high=-low)


def drifts(waves: Sequence[tuple[KanoClass, KanoClass]]) -> list[Drift]:
    """Of each feature whether it changed, corrected for all that are compared."""
    ps = [None if one.too_few or other.too_few else wave_test(one.counts, other.counts) for one, other in waves]
    tested = [p for p in ps if p is not None]
    corrected = iter(false_discovery_rates(tested))
    qs = [None if p is None else next(corrected) for p in ps]
    return [
        Drift(
            was=one.letter,
            now=other.letter,
            p=p,
            q=q,
            changed=q is not None and q <= 0.05 and one.letter != other.letter,
        )
        for (one, other), p, q in zip(waves, ps, qs, strict=True)
    ]


def wave_test(first: Mapping[Letter, int], second: Mapping[Letter, int]) -> float:
    """Whether two waves share one distribution: Pearson's chi-square, its p by shuffling answers between the waves.

    Shuffled and not from the chi-square distribution, since classes that few chose are the rule (Hope 1968 for the
    p of a Monte Carlo test). The shuffles begin with the same seed.
    """
    import numpy as np

    table = np.array([[wave.get(one, 0) for one in LETTERS] for wave in (first, second)], dtype=np.int64)
    table = table[:, table.sum(axis=0) > 0]
    columns, rows = table.sum(axis=0), table.sum(axis=1)
    if min(rows) == 0 or len(columns) < 2:
        return 1.0
    expected = rows[0] * columns / rows.sum()
    spread = expected * rows[1] / rows.sum()  # of the first wave's counts; the second mirrors them
    shuffled = np.random.default_rng(SEED).multivariate_hypergeometric(columns, int(rows[0]), size=SHUFFLES)
    found = ((shuffled - expected) ** 2 / spread).sum(axis=1)
    seen = ((table[0] - expected) ** 2 / spread).sum()
    return float((1 + (found >= seen - 1e-9).sum()) / (1 + SHUFFLES))
