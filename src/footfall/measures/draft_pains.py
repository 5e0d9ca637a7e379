"""Where a journey hurts, as far as data can say: late, scored low, left by many, or waited for long. Pure.

What customers scored comes before what is only counted: a score says that it hurt, a count lets one suspect it.
Within the first, strength is the points lost on the emotion scale of 4 (late against on time, or below neutral);
within the second, the share of all customers whom it hits.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Literal, TypeGuard

from footfall.journey.questions import DropOff, Flow, Late, Question, Reach, Score
from footfall.measures.draft_outline import Moment, Outline, StepPlan
from footfall.measures.draft_words import hours, number, share
from footfall.measures.measure import Measure

Severity = Literal["minor", "moderate", "severe"]
Told = Mapping[Question, Measure]

# From where on something is a pain at all, a moderate one, a severe one:
LATE = (0.03, 0.1, 0.2)  # share that comes after the promised time
LOST = (0.1, 0.2, 0.35)  # share that goes no further
LOST_POINTS = (0.3, 0.7, 1.4)  # points of the emotion scale that are lost
WAIT_OF_ALL = (0.15, 0.3, 0.5)  # share of the whole journey's waiting
NOT_WAITED_FOR = frozenset({"Leave", "Feedback", "Come back"})
AFTERMATH = NOT_WAITED_FOR | {"Return"}  # what comes when the journey has reached its goal, or failed
LEAST_WAIT, TIMES_OTHERS = 24.0, 3.0  # a long wait: so many hours, and so many times what other steps take


@dataclass(frozen=True)
class StepQuestions:
    """What a draft asks about one step; `later` are the touchpoints of later steps."""

    step: StepPlan
    later: tuple[Moment, ...]

    @cached_property
    def reach(self) -> Reach:
        """Who comes here?"""
        return Reach(at=self.step.place)

    @cached_property
    def onward(self) -> DropOff | None:
        """How many go no further? Missing where the journey has reached its goal: nobody needs to go on from there."""
        return self._lost(self.step.place) if self.step.main.theme not in AFTERMATH else None

    @cached_property
    def wait(self) -> Flow | None:
        """How long until something of the journey follows? What asks or welcomes back is not waited for."""
        if self.step.main.theme in NOT_WAITED_FOR:
            return None
        goals = tuple(moment.id for moment in self.later if moment.theme not in NOT_WAITED_FOR)
        return Flow(source=self.step.place, target=goals, statistic="hours") if goals else None

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

    def _lost(self, place: tuple[str, ...]) -> DropOff | None:
        goals = tuple(moment.id for moment in self.later if moment.theme not in AFTERMATH)
        return DropOff(at=place, onward=goals) if goals else None

    @cached_property
    def losses(self) -> dict[Moment, DropOff]:
        """How many go no further from each of the step's moments?"""
        here = [moment for moment in self.step.moments if moment.theme not in AFTERMATH]
        return {moment: lost for moment in here if (lost := self._lost((moment.id,)))}

    @cached_property
    def scores(self) -> dict[Moment, Score]:
        """What do they score at each of the step's moments?"""
        return {moment: Score(at=(moment.id,)) for moment in self.step.moments}

    @cached_property
    def visitors(self) -> dict[Moment, Reach]:
        """Who comes to each of the step's moments?"""
        return {moment: Reach(at=(moment.id,)) for moment in self.step.moments}

    def all(self) -> tuple[Question, ...]:
        """Every question about this step."""
        onward = tuple(question for question in (self.onward, self.wait) if question)
        lateness = (self.late, self.late_score, self.timely_score)
        of_moments: list[Question] = [*self.visitors.values(), *self.losses.values(), *self.scores.values()]
        return (self.reach, *onward, *lateness, self.score, *of_moments)


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
    rest = [tuple(moment for later in steps[place + 1 :] for moment in later.moments) for place in range(len(steps))]
    return tuple(StepQuestions(step, later) for step, later in zip(steps, rest, strict=True))


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
    for moment, question in step.scores.items():
        score = _known(told, question)
        if score is None or score.scale is None or score.high is None or score.high >= _neutral(score.scale):
            continue
        worst, best = (f"{end:g}" for end in score.scale)
        said = f"scored {number(score)} on a scale from {worst} to {best} (n {score.n:,})"
        text = _of(moment, step, said)
        yield Pain(step.step.id, text, _severity(-felt(score), LOST_POINTS), True, -felt(score), (question,))


def _neutral(scale: tuple[float, float]) -> float:
    return (scale[0] + scale[1]) / 2


def _left(step: StepQuestions, told: Told) -> Iterator[Pain]:
    for moment, question in step.losses.items():
        lost, visitors = _known(told, question), _known(told, step.visitors[moment])
        if lost is None or visitors is None or _value(lost) < LOST[0]:
            continue
        text = _of(moment, step, f"{share(lost)} go no further (n {lost.n:,})")
        strength = _value(lost) * _value(visitors)
        yield Pain(step.step.id, text, _severity(_value(lost), LOST), False, strength, (question,))


def _of(moment: Moment, step: StepQuestions, said: str) -> str:
    """What is said of a moment; one that does not name its step is named."""
    return said[:1].upper() + said[1:] if moment is step.step.main else f"{moment.name}: {said}"


def _waits(steps: tuple[StepQuestions, ...], told: Told) -> Iterator[Pain]:
    stays = {step: stay for step in steps if step.wait and (stay := _known(told, step.wait)) is not None}
    whole = sum(_value(stay) for stay in stays.values())
    for step, stay in stays.items():
        others = [_value(other) for one, other in stays.items() if one is not step]
        if (
            _value(stay) < max(LEAST_WAIT, TIMES_OTHERS * median(others or [0.0]))
            or _value(stay) < WAIT_OF_ALL[0] * whole
        ):
            continue
        text = f"Half of them wait {hours(_value(stay))} or longer until it goes on (n {stay.n:,})"
        part = _value(stay) / whole
        yield Pain(
            step.step.id, text, _severity(part, WAIT_OF_ALL), False, part * _reached(step, told), (stay.question,)
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
    measure = told.get(question)
    return measure if says_something(measure) else None


def says_something(measure: Measure | None) -> TypeGuard[Measure]:
    """Whether an answer has a value, and is about enough customers."""
    return measure is not None and measure.value is not None and not measure.too_few


def _value(measure: Measure) -> float:
    return measure.value or 0.0
