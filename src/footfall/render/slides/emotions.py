"""The drawn and the measured emotions of a map by column, as series of a chart and as lines of a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from statistics import mean

from footfall.journey.records import Card, LaneKind
from footfall.render.chart import round_half
from footfall.render.markdown import one_line
from footfall.render.readings import Reading
from footfall.render.slides.deck import Line, Series, Span
from footfall.render.slides.lines import SMALL
from footfall.render.story import Story, says

FACES = {-2: "face-worst", -1: "face-bad", 0: "face-even", 1: "face-good", 2: "face-best"}


@dataclass
class Curve:
    """Scores that somebody drew, by column."""

    name: str
    cards: dict[int, list[Card]] = field(default_factory=dict)

    def score(self, column: int) -> float | None:
        """The mean of what is drawn in a column."""
        scores = [card.score for card in self.cards.get(column, []) if card.score is not None]
        return mean(scores) if scores else None

    def words(self, column: int) -> str:
        """The feelings in a column."""
        return ", ".join(one_line(card.feeling) for card in self.cards.get(column, []) if card.feeling)


def curves(story: Story) -> tuple[Curve, ...]:
    """A curve for each persona and basis of the emotion lanes, as the grid has them."""
    place = {step: column for column, (_, step) in enumerate(story.across) if step is not None}
    found: dict[tuple[str, str, str], Curve] = {}
    for step, column in place.items():
        for lane, card in _scored(story, step):
            whose = card.persona or story.map.lanes[lane].persona
            curve = found.setdefault((lane, whose, card.basis), Curve(_name(story, lane, whose, card.basis)))
            curve.cards.setdefault(column, []).append(card)
    return tuple(found.values())


def _scored(story: Story, step: str) -> Iterator[tuple[str, Card]]:
    for id, lane in story.map.lanes.items():
        if lane.kind == LaneKind.EMOTION and not lane.hidden:
            yield from ((id, card) for card in story.map.cards_in(id, step).values() if card.score is not None)


def _name(story: Story, lane: str, persona: str, basis: str) -> str:
    """Whose curve it is; lanes with names of their own keep them."""
    known = story.library.personas.get(persona)
    parts = [story.map.lanes[lane].name, known.name if known is not None else ""]
    parts.append(story.say("grade.measured") if basis == "measured" else story.say("curve.assumed"))
    return one_line(story.writing.listed(part for part in parts if part))


def series(story: Story, drawn: tuple[Curve, ...], columns: range) -> tuple[Series, ...]:
    """The lines of a chart over some columns."""
    lines = [
        Series(
            name=curve.name,
            measured=False,
            values=tuple(curve.score(column) for column in columns),
            words=tuple(curve.words(column) for column in columns),
        )
        for curve in drawn
    ]
    readings = [story.felt(column) for column in columns]
    return (*lines, *([_measured(story, readings)] if any(says(reading) for reading in readings) else []))


def _measured(story: Story, readings: list[Reading | None]) -> Series:
    values = [reading.value if reading is not None and says(reading) else None for reading in readings]
    return Series(
        name=story.say("curve.measured"),
        measured=True,
        values=tuple(values),
        words=tuple("" if value is None else story.writing.signed(value, 1) for value in values),
        above=tuple(_reach(reading, value, "high") for reading, value in zip(readings, values, strict=True)),
        below=tuple(_reach(reading, value, "low") for reading, value in zip(readings, values, strict=True)),
    )


def _reach(reading: Reading | None, value: float | None, end: str) -> float:
    """From the value to an end of its interval; nothing where it has none."""
    bound = getattr(reading, end) if reading is not None and value is not None else None
    return 0.0 if bound is None or value is None else abs(bound - value)


def lines_at(story: Story, drawn: tuple[Curve, ...], column: int) -> tuple[Line, ...]:
    """What was drawn and measured in a column."""
    found = [line for curve in drawn if (line := _drawn(story, curve, column, named=len(drawn) > 1)) is not None]
    reading = story.felt(column)
    return (*found, *([_felt(story, reading)] if reading is not None else []))


def _drawn(story: Story, curve: Curve, column: int, *, named: bool) -> Line | None:
    score = curve.score(column)
    if score is None:
        return None
    name = (Span(text=f"{curve.name}: ", size=SMALL, colour="ink-2"),) if named else ()
    said = f"{story.writing.signed(score, 0 if score == int(score) else 1)} {curve.words(column)}".strip()
    return Line(spans=(Span(text="● ", colour=FACES[round_half(score)]), *name, Span(text=said)))


def _felt(story: Story, reading: Reading) -> Line:
    count = story.say("n", n=story.writing.number(reading.n))
    if not says(reading):
        said = f"{story.say('few')} · {count}"
        return Line(spans=(Span(text=said),), size=SMALL, colour="ink-3")
    value = story.writing.signed(reading.value or 0.0, 1)
    words = f"{story.say('grade.measured')} {value} · {count}"
    return Line(spans=(Span(text=words),), size=SMALL, colour="accent")


def told(story: Story, drawn: tuple[Curve, ...]) -> Mapping[int, tuple[Line, ...]]:
    """The lines of all columns that have some."""
    found = {column: lines_at(story, drawn, column) for column in range(len(story.across))}
    return {column: lines for column, lines in found.items() if lines}
