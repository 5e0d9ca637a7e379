"""Where a journey hurts, as far as data can say: late, scored low, left by many, or waited for long. Pure.

What customers scored comes before what is only counted: a score says that it hurt, a count lets one suspect it.
Within the first, strength is the points lost on the emotion scale of 4 (late against on time, or below neutral);
within the second, the share of all customers whom it hits.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Literal

from footfall.journey.questions import DropOff, Duration, Late, Question, Reach, Score
from footfall.measures.draft_outline import Outline, StepPlan
from footfall.measures.draft_words import hours, number, share
from footfall.measures.measure import Measure

Severity = Literal["minor", "moderate", "severe"]
Told = Mapping[Question, Measure]

# From where on something is a pain at all, a moderate one, a severe one:
LATE = (0.03, 0.1, 0.2)  # share that comes after the promised time
LOST = (0.1, 0.2, 0.35)  # share that goes no further
LOST_POINTS = (0.3, 0.7, 1.4)  # points of the emotion scale that are lost
WAIT_OF_ALL = (0.15, 0.3, 0.5)  # share of the whole journey's waiting
LEAST_WAIT, TIMES_OTHERS = 24.0, 3.0  # a long wait: so many hours, and so many times what other steps take


@dataclass(frozen=True)
class StepQuestions:
    """What a draft asks about one step; `onward` is missing where nothing comes later."""

    step: StepPlan
    onward: DropOff | None

    @cached_property
    def reach(self) -> Reach:
        """Who comes here?"""
        return Reach(at=self.step.place)

    @cached_property
    def duration(self) -> Duration:
        """How long do they stay?"""
        return Duration(at=self.step.place)

    @cached_property
    def late(self) -> Late:
        """How many promises are broken here?"""
        return Late(at=self.step.place)

    @cached_property
    def score(self) -> Score:
        """What do they score?"""
        return Score(at=self.step.place)

    @cached_property
    def late_score(self) -> Score:
        """What do those score who had to wait longer than promised?"""
        return Score(at=self.step.place, promise="broken")

    @cached_property
    def timely_score(self) -> Score:
        """What do those score for whom the promise was kept?"""
        return Score(at=self.step.place, promise="kept")

    def all(self) -> tuple[Question, ...]:
        """Every question about this step."""
        onward = (self.onward,) if self.onward else ()
        return (self.reach, self.duration, *onward, self.late, self.score, self.late_score, self.timely_score)


@dataclass(frozen=True)
class Pain:
    """One thing that hurts at a step, with the questions whose answers say so, the first of them the strongest."""

    step: str
    text: str
    severity: Severity
    scored: bool
    strength: float
    cites: tuple[Question, ...]


def asked(outline: Outline) -> tuple[StepQuestions, ...]:
    """The questions about each step, in order."""
    steps = outline.steps
    return tuple(StepQuestions(step, _onward(step, steps[place + 1 :])) for place, step in enumerate(steps))


def _onward(step: StepPlan, later: Iterable[StepPlan]) -> DropOff | None:
    goals = tuple(moment.id for other in later for moment in other.moments if moment.theme != "Leave")
    return DropOff(at=step.place, onward=goals) if goals and step.main.theme != "Leave" else None


def pains(steps: Iterable[StepQuestions], told: Told) -> list[Pain]:
    """All pains that the answers show, the strongest first."""
    steps = tuple(steps)
    found = [pain for step in steps for pain in (*_late(step, told), *_low(step, told), *_left(step, told))]
    found.extend(_waits(steps, told))
    return sorted(found, key=lambda pain: (not pain.scored, -pain.strength, pain.step, pain.text))


def _late(step: StepQuestions, told: Told) -> Iterator[Pain]:
    late = _known(told, step.late)
    if late is None or _value(late) < LATE[0]:
        return
    unhappy, happy = _known(told, step.late_score), _known(told, step.timely_score)
    if unhappy is None or happy is None or unhappy.scale != happy.scale or not _apart(unhappy, happy):
        text = f"{share(late)} come after the promised time (n {late.n:,})"
        severity = _severity(_value(late), LATE)
        yield Pain(step.step.id, text, severity, False, _value(late) * _reached(step, told), (step.late,))
        return
    gap = felt(happy) - felt(unhappy)
    text = (
        f"{share(late)} come after the promised time (n {late.n:,}); those customers score {number(unhappy)} "
        f"instead of {number(happy)} (n {unhappy.n:,} and {happy.n:,})"
    )
    cites = (step.late, step.late_score, step.timely_score)
    yield Pain(step.step.id, text, _severity(gap, LOST_POINTS), True, gap, cites)


def _apart(low: Measure, high: Measure) -> bool:
    """Whether the intervals of two scores leave no overlap in this direction."""
    return low.high is not None and high.low is not None and low.high < high.low


def _low(step: StepQuestions, told: Told) -> Iterator[Pain]:
    score = _known(told, step.score)
    if score is None or score.scale is None or score.high is None or score.high >= _neutral(score.scale):
        return
    worst, best = (f"{end:g}" for end in score.scale)
    text = f"Scored {number(score)} on a scale from {worst} to {best} (n {score.n:,})"
    yield Pain(step.step.id, text, _severity(-felt(score), LOST_POINTS), True, -felt(score), (step.score,))


def _neutral(scale: tuple[float, float]) -> float:
    return (scale[0] + scale[1]) / 2


def _left(step: StepQuestions, told: Told) -> Iterator[Pain]:
    onward = _known(told, step.onward) if step.onward else None
    if onward is None or step.onward is None or _value(onward) < LOST[0]:
        return
    lost = _value(onward)
    text = f"{share(onward)} go no further (n {onward.n:,})"
    yield Pain(step.step.id, text, _severity(lost, LOST), False, lost * _reached(step, told), (step.onward,))


def _waits(steps: tuple[StepQuestions, ...], told: Told) -> Iterator[Pain]:
    stays = {step: stay for step in steps if (stay := _known(told, step.duration)) is not None}
    whole = sum(_value(stay) for stay in stays.values())
    for step, stay in stays.items():
        others = [_value(other) for one, other in stays.items() if one is not step]
        if (
            _value(stay) < max(LEAST_WAIT, TIMES_OTHERS * median(others or [0.0]))
            or _value(stay) < WAIT_OF_ALL[0] * whole
        ):
            continue
        text = f"Half of them wait {hours(_value(stay))} or longer until something follows (n {stay.n:,})"
        part = _value(stay) / whole
        yield Pain(
            step.step.id, text, _severity(part, WAIT_OF_ALL), False, part * _reached(step, told), (step.duration,)
        )


def felt(score: Measure) -> float:
    """A score on the emotion scale: the worst answer is -2, the best +2."""
    worst, best = score.scale or (0.0, 1.0)
    return 4 * (_value(score) - worst) / (best - worst) - 2


def _severity(size: float, bounds: tuple[float, float, float]) -> Severity:
    _, moderate, severe = bounds
    return "severe" if size >= severe else "moderate" if size >= moderate else "minor"


def _reached(step: StepQuestions, told: Told) -> float:
    reach = _known(told, step.reach)
    return _value(reach) if reach else 0.0


def _known(told: Told, question: Question) -> Measure | None:
    """An answer that says something: with a value, and about enough customers."""
    measure = told.get(question)
    return None if measure is None or measure.value is None or measure.too_few else measure


def _value(measure: Measure) -> float:
    return measure.value or 0.0
