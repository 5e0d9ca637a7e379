"""How well a claim is proven: a grade that is computed from what a card cites, never typed."""

from collections.abc import Iterable
from enum import StrEnum

from footfall.journey.records.card import Evidence


class Grade(StrEnum):
    """The four grades of proof, weakest first."""

    ASSUMED = "assumed"  # nothing is cited
    HEARD = "heard"  # somebody said so: a note
    COUNTED = "counted"  # a number with its n
    MEASURED = "measured"  # a number with its interval


STRENGTH = {grade: place for place, grade in enumerate(Grade)}


def grade(evidence: Iterable[Evidence]) -> Grade:
    """The grade of a claim is that of the strongest thing it cites."""
    return max(map(grade_of, evidence), key=STRENGTH.__getitem__, default=Grade.ASSUMED)


def grade_of(evidence: Evidence) -> Grade:
    """The grade of one thing cited: its interval, else its n, else its note speaks for it."""
    if evidence.low is not None and evidence.high is not None:
        return Grade.MEASURED
    if evidence.n is not None:
        return Grade.COUNTED
    return Grade.HEARD if evidence.note else Grade.ASSUMED
