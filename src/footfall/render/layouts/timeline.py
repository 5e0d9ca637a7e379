"""The timeline: how long each stage should take, drawn to scale, with what happens in it below."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from footfall.journey.records import LaneKind, Stage
from footfall.render.chart import round_half
from footfall.render.figures import basis
from footfall.render.layouts.framing import framed
from footfall.render.markdown import cleaned, literal, one_line, read_markdown, right_to_left
from footfall.render.picture import Part, Sheet, Text
from footfall.render.readings import Reading
from footfall.render.story import Story, says

WIDE, COLUMN, GUTTER = 1240.0, 168.0, 14.0
UNKNOWN = 46.0  # points of a stage of which nobody said how long it takes
STEPS = (1 / 60, 5 / 60, 0.25, 0.5, 1, 2, 3, 6, 12, 24, 48, 72, 168, 336, 720, 1440, 2160, 4320, 8760, 17520, 43800)
MOST_TICKS = 9


class Segment(Part):
    """A piece of a ribbon; `label` is written on it where there is room, else over it."""

    x: float
    width: float
    hue: int
    label: str
    known: bool = True


class Tick(Part):
    """A time on the scale."""

    x: float
    label: str


class StepBar(Part):
    """A step: where it lies in its stage, as shares of it; without a time it has no bar."""

    name: Text
    label: str
    start: float = 0.0
    share: float | None = None
    face: int | None = None
    notes: tuple[Text, ...] = ()
    rtl: bool = False


class StageColumn(Part):
    """What happens in a stage."""

    x: float
    name: Text
    hue: int
    goal: Text = ()
    expected: str
    measured: str = ""
    stands_on: str = ""  # interval and n of what was measured
    late: bool = False  # the whole interval is over what is expected
    known: bool = True
    steps: tuple[StepBar, ...] = ()


class Timeline(Sheet):
    """A timeline."""

    layout: Literal["timeline"] = "timeline"
    column: float  # width
    drawn: tuple[Segment, ...] = ()
    measured: tuple[Segment, ...] = ()
    ticks: tuple[Tick, ...] = ()
    columns: tuple[StageColumn, ...] = ()
    words: dict[str, str]
    empty: str = ""
    alt: str


@dataclass(frozen=True)
class _Time:
    """What is known of a stage, in hours; `summed` when it is the sum of its steps."""

    expected: float | None
    measured: Reading | None
    summed: bool = False


def timeline(story: Story) -> Timeline:
    """The timeline of a map."""
    times = {id: _time(story, id) for id in story.map.stages}
    width = max(WIDE, len(times) * (COLUMN + GUTTER) - GUTTER)
    known = [time.expected for time in times.values() if time.expected is not None]
    scale = _scale(list(times.values()), width)
    drawn = tuple(_segments(story, times, scale)) if scale else ()
    measured = tuple(_measured(story, times, scale, drawn)) if scale else ()
    column = (width + GUTTER) / max(len(times), 1) - GUTTER
    return Timeline(
        **framed(story, "timeline"),
        width=width,
        remarks=tuple(_remarks(story, times)),
        column=min(column, 420.0) if times else width,
        drawn=drawn,
        measured=measured,
        ticks=tuple(_ticks(story, sum(known), scale)) if scale and len(known) == len(times) else (),
        columns=tuple(_columns(story, times, min(column, 420.0))),
        words={word: story.say(f"timeline.{word}") for word in ("expected", "measured")},
        empty="" if times else story.say("empty"),
        alt=_in_words(story, times),
    )


def _time(story: Story, id: str) -> _Time:
    """What a stage says itself, else what all of its steps say together."""
    stage: Stage = story.map.stages[id]
    numbers = None if story.readings is None else story.readings.stages.get(id)
    duration = None if numbers is None or not says(numbers.duration) else numbers.duration
    if stage.expected_hours is not None:
        return _Time(stage.expected_hours, duration)
    own = [step.expected_hours for step in story.map.steps_of(id).values()]
    hours = [time for time in own if time is not None]
    return _Time(sum(hours), duration, summed=True) if own and len(hours) == len(own) else _Time(None, duration)


def _scale(times: Sequence[_Time], width: float) -> float:
    """Points an hour, so that the longer of both ribbons fits; nothing where nobody said a time."""
    expected = sum(time.expected or 0.0 for time in times)
    measured = sum(_hours(time) for time in times) if any(time.measured for time in times) else 0.0
    unknown = sum(time.expected is None for time in times)
    longest = max(expected, measured)
    return max(width - unknown * UNKNOWN, width / 2) / longest if longest > 0 else 0.0


def _hours(time: _Time) -> float:
    """How long a stage takes in the measured ribbon: unmeasured ones as expected, so that the rest stays in place."""
    if time.measured is not None and time.measured.value is not None:
        return time.measured.value
    return time.expected or 0.0


def _segments(story: Story, times: dict[str, _Time], scale: float) -> Iterator[Segment]:
    x = 0.0
    for place, (id, time) in enumerate(times.items()):
        width = UNKNOWN if time.expected is None else time.expected * scale
        label = "?" if time.expected is None else story.writing.hours(time.expected)
        yield Segment(x=x, width=width, hue=hue(story, id, place), label=label, known=time.expected is not None)
        x += width


def _measured(story: Story, times: dict[str, _Time], scale: float, drawn: Sequence[Segment]) -> Iterator[Segment]:
    if not any(time.measured for time in times.values()):
        return
    x = 0.0
    for place, (id, time) in enumerate(times.items()):
        known = time.measured is not None
        width = _hours(time) * scale if known or time.expected is not None else drawn[place].width
        label = story.writing.hours(_hours(time)) if known else story.say("unmeasured")
        yield Segment(x=x, width=width, hue=hue(story, id, place), label=label, known=known)
        x += width


def hue(story: Story, stage: str, place: int) -> int:
    """The hue of a stage: its own, else by its place."""
    colour = story.map.stages[stage].colour
    return place % 4 if colour is None else colour


def _ticks(story: Story, hours: float, scale: float) -> Iterator[Tick]:
    """Round times along the scale."""
    step = next(
        (one for one in STEPS if hours / one <= MOST_TICKS), STEPS[-1] * math.ceil(hours / STEPS[-1] / MOST_TICKS)
    )
    for number in range(int(hours / step + 1e-9) + 1):
        time = number * step
        yield Tick(x=time * scale, label=story.writing.hours(time) if time else "0")


def _columns(story: Story, times: dict[str, _Time], width: float) -> Iterator[StageColumn]:
    for place, (id, time) in enumerate(times.items()):
        stage = story.map.stages[id]
        yield StageColumn(
            x=place * (width + GUTTER),
            name=literal(story.stage_name(id)),
            hue=hue(story, id, place),
            goal=read_markdown(stage.goal),
            expected=_expected(story, time),
            known=time.expected is not None,
            steps=tuple(_steps(story, id)),
            **_found(story, time),
        )


def _expected(story: Story, time: _Time) -> str:
    if time.expected is None:
        return story.say("timeline.unknown")
    words = story.say("expected", time=story.writing.hours(time.expected))
    return f"{words} {story.say('timeline.summed')}" if time.summed else words


def _found(story: Story, time: _Time) -> dict[str, str | bool]:
    reading = time.measured
    if reading is None or reading.value is None:
        return {}
    late = time.expected is not None and reading.low is not None and reading.low > time.expected
    said = story.say("measured.time", time=story.writing.hours(reading.value))
    return {"measured": said, "stands_on": story.writing.listed(basis(reading, story.writing)), "late": late}


def _steps(story: Story, stage: str) -> Iterator[StepBar]:
    """The steps of a stage after one another, each as long as its share of the stage's time."""
    steps = story.map.steps_of(stage)
    own = sum(step.expected_hours or 0.0 for step in steps.values())
    total = max(own, story.map.stages[stage].expected_hours or 0.0)
    at = 0.0
    for id, step in steps.items():
        column = next(place for place, (_, here) in enumerate(story.across) if here == id)
        score = story.drawn(column)
        share = step.expected_hours / total if step.expected_hours is not None and total > 0 else None
        name = cleaned(story.step_name(id))
        yield StepBar(
            name=literal(name),
            label="" if step.expected_hours is None else story.writing.hours(step.expected_hours),
            start=at,
            share=share,
            face=None if score is None else round_half(score),
            notes=tuple(_notes(story, column)),
            rtl=right_to_left(name),
        )
        at += share or 0.0


def _notes(story: Story, column: int) -> Iterator[Text]:
    """What the lanes of time say here."""
    for _, card in story.cards_at(column, LaneKind.TIME):
        times = [] if card.expected_hours is None else [story.writing.hours(card.expected_hours)]
        yield literal(one_line(story.writing.listed([*times, *filter(None, [card.text and story.card_name(card)])])))


def _remarks(story: Story, times: dict[str, _Time]) -> Iterator[str]:
    missing = [story.stage_name(id) for id, time in times.items() if time.expected is None]
    if times and len(missing) == len(times):
        yield story.say("timeline.no-times")
    elif missing:
        yield one_line(story.say("timeline.missing", stages=", ".join(missing)))


def _in_words(story: Story, times: dict[str, _Time]) -> str:
    said = []
    for id, time in times.items():
        measured = _found(story, time).get("measured")
        said.append(f"{story.stage_name(id)}: {_expected(story, time)}" + (f", {measured}" if measured else ""))
    return cleaned("; ".join(said)) or story.say("empty")
