"""How well a claim is proven: a grade that is computed from what a card cites, never typed.

The editor has a twin, web/src/editor/grade.ts; both sit the exam in fixtures/grades.json.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

from footfall.journey.questions import Question, touchpoints_of
from footfall.journey.records.evidence import Evidence


class Grade(StrEnum):
    """The four grades of proof, weakest first."""

    ASSUMED = "assumed"  # nothing is cited
    HEARD = "heard"  # somebody said so: a note
    COUNTED = "counted"  # a number with its n
    MEASURED = "measured"  # a number with its interval


STRENGTH = {grade: place for place, grade in enumerate(Grade)}


@dataclass(frozen=True)
class Ground:
    """What is there for claims to stand on, by id; None where nobody can tell, as in a file by itself."""

    sources: Container[str] | None = None
    datasets: Container[str] | None = None
    touchpoints: Container[str] | None = None

    def bears(self, source: str = "", dataset: str = "", asked: Iterable[str] = ()) -> bool:
        """Whether a source, a dataset and the touchpoints that a question asks about are all there."""
        cited = ((self.sources, source), (self.datasets, dataset), *((self.touchpoints, one) for one in asked))
        return all(not id or there is None or id in there for there, id in cited)


UNKNOWN = Ground()


def grade(evidence: Iterable[Evidence], ground: Ground = UNKNOWN) -> Grade:
    """The grade of a claim is that of the strongest thing it cites."""
    grades = (grade_of(one, ground) for one in evidence)
    return max(grades, key=STRENGTH.__getitem__, default=Grade.ASSUMED)


def grade_of(evidence: Evidence, ground: Ground = UNKNOWN) -> Grade:
    """The grade of one thing cited: its interval, else its n, else that somebody said so speaks for it.

    What cites a source, a dataset or a touchpoint that was taken away proves nothing any more.
    """
    if not ground.bears(evidence.source, evidence.dataset, asked_by(evidence.question)):
        return Grade.ASSUMED
    if evidence.low is not None and evidence.high is not None:
        return Grade.MEASURED
    if evidence.n is not None:
        return Grade.COUNTED
    return Grade.HEARD if evidence.note or evidence.source or evidence.excerpt else Grade.ASSUMED


def asked_by(question: Question | None) -> frozenset[str]:
    """The touchpoints that a question asks about; none where nothing is asked."""
    return touchpoints_of(question) if question is not None else frozenset()
