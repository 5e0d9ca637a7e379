"""How well a claim is proven: a grade that is computed from what a card cites, never typed."""

from collections.abc import Container, Iterable
from enum import StrEnum

from footfall.journey.records.evidence import Evidence


class Grade(StrEnum):
    """The four grades of proof, weakest first."""

    ASSUMED = "assumed"  # nothing is cited
    HEARD = "heard"  # somebody said so: a note
    COUNTED = "counted"  # a number with its n
    MEASURED = "measured"  # a number with its interval


STRENGTH = {grade: place for place, grade in enumerate(Grade)}


def grade(evidence: Iterable[Evidence], sources: Container[str] | None = None) -> Grade:
    """The grade of a claim is that of the strongest thing it cites.

    `sources` are the ids of the sources that are there; None where nobody can tell, as in a file by itself.
    """
    grades = (grade_of(one, sources) for one in evidence)
    return max(grades, key=STRENGTH.__getitem__, default=Grade.ASSUMED)


def grade_of(evidence: Evidence, sources: Container[str] | None = None) -> Grade:
    """The grade of one thing cited: its interval, else its n, else that somebody said so speaks for it.

    A source that was taken away proves nothing any more.
    """
    if evidence.source and sources is not None and evidence.source not in sources:
        return Grade.ASSUMED
    if evidence.low is not None and evidence.high is not None:
        return Grade.MEASURED
    if evidence.n is not None:
        return Grade.COUNTED
    return Grade.HEARD if evidence.note or evidence.source or evidence.excerpt else Grade.ASSUMED
