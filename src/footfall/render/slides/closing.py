"""The last slides: the curve of emotions, opportunities by what they are worth, pains by how much they hurt."""

from collections.abc import Callable, Iterator, Sequence

from footfall.journey.records import Card, LaneKind
from footfall.render.cards import grade_word, mark
from footfall.render.figures import citations
from footfall.render.markdown import read_markdown
from footfall.render.slides.deck import HEIGHT, INNER, MARGIN, Box, Cell, Curves, Grid, Line, Place, Row, Slide
from footfall.render.slides.emotions import Curve, series
from footfall.render.slides.framing import Frame, numbered
from footfall.render.slides.lines import SMALL, TEXT, line, lines
from footfall.render.slides.paging import laid
from footfall.render.story import Story, says

TOP = 92.0
ROOM = HEIGHT - TOP - 36.0
MOST_POINTS = 24  # steps of one chart
CHANCES = (LaneKind.OPPORTUNITIES, LaneKind.IDEAS)
PAINS = (LaneKind.PAIN_POINTS, LaneKind.BARRIERS)
HURT = {"severe": 3, "moderate": 2, "minor": 1, "": 0}
TONES = {"severe": "bad", "moderate": "warn", "minor": "ink-2", "": "ink-3"}
MOST_SLIDES = 40  # of each table

Found = tuple[str, str, Card]  # its id, where it stands, and itself


def curve_slides(frame: Frame, drawn: tuple[Curve, ...]) -> Iterator[Slide]:
    """The emotion curves as native charts."""
    count = len(frame.story.across)
    slides = [
        slide
        for first in range(0, count, MOST_POINTS)
        if (slide := _curve(frame, drawn, range(first, min(first + MOST_POINTS, count)))) is not None
    ]
    yield from numbered(slides)


def _curve(frame: Frame, drawn: tuple[Curve, ...], columns: range) -> Slide | None:
    found = [one for one in series(frame.story, drawn, columns) if any(value is not None for value in one.values)]
    if not found:
        return None
    alts = [lane.chart.alt for lane in frame.picture.lanes if lane.chart is not None]
    scale = line(frame.say("slides.curve.scale"), 13, "ink-2")
    chart = Curves(
        at=Place(x=MARGIN, y=TOP, width=INNER, height=ROOM),
        name=frame.say("slides.curve"),
        alt=" ".join(alts),
        stages=_grouped(frame.story, columns),
        series=tuple(found),
        bridged=not any(_too_few(frame.story, column) for column in columns),
    )
    below = Box(at=Place(x=MARGIN, y=68, width=INNER, height=22), lines=(scale,), name="scale")
    return frame.slide(frame.say("slides.curve"), [below, chart], "\n".join(alts))


def _too_few(story: Story, column: int) -> bool:
    """Tell whether a step was asked about and has too few answers: a line must not run over it."""
    reading = story.felt(column)
    return reading is not None and not says(reading)


def _grouped(story: Story, columns: range) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The steps of some columns under their stages."""
    found: list[tuple[str, list[str]]] = []
    for column in columns:
        stage = story.across[column][0]
        if column == columns.start or story.across[column - 1][0] != stage:
            found.append((story.stage_name(stage), []))
        found[-1][1].append(story.column_name(column))
    return tuple((stage, tuple(steps)) for stage, steps in found)


def chances(frame: Frame) -> list[Slide]:
    """Opportunities and ideas, those worth most to the customer first, then those of least effort."""
    found = sorted(_found(frame.story, CHANCES), key=_worth)
    words = ("chance", "where", "value", "business", "effort", "owner", "status")
    widths = (280.0, 170.0, 70.0, 70.0, 60.0, 110.0, 120.0)
    return _table(frame, "slides.chances", words, widths, found, _chance)


def pains(frame: Frame) -> list[Slide]:
    """Pain points and barriers, the most severe first."""
    found = sorted(_found(frame.story, PAINS), key=lambda one: -HURT[one[2].severity])
    words = ("pain", "where", "severity", "proof", "owner")
    widths = (320.0, 190.0, 90.0, 170.0, 110.0)
    return _table(frame, "slides.pains", words, widths, found, _pain)


def _worth(one: Found) -> tuple[float, float, float]:
    card = one[2]
    return (-(card.customer_value or 0.0), -(card.business_value or 0.0), card.effort or 9.0)


def _found(story: Story, kinds: Sequence[LaneKind]) -> Iterator[Found]:
    for column, (stage, step) in enumerate(story.across):
        here = f"{story.stage_name(stage)} › {story.column_name(column)}" if step is not None else ""
        yield from ((id, here, card) for id, card in story.cards_at(column, *kinds))


def _table(
    frame: Frame,
    key: str,
    words: Sequence[str],
    widths: tuple[float, ...],
    found: Sequence[Found],
    told: Callable[[Frame, Found], list[Cell]],
) -> list[Slide]:
    """A table over as many slides as it needs."""
    names = [line(frame.say(f"slides.head.{word}"), TEXT, "ink-2", bold=True) for word in words]
    heads = [Cell(lines=(name,), fill="sunken") for name in names]
    if not found:
        return []
    head, groups = laid(heads, [told(frame, one) for one in found], widths, ROOM)
    return list(numbered([_page(frame, key, widths, head, group) for group in groups]))


def _page(frame: Frame, key: str, widths: tuple[float, ...], head: Row, rows: tuple[Row, ...]) -> Slide:
    height = head.height + sum(one.height for one in rows)
    at = Place(x=MARGIN, y=TOP, width=INNER, height=height)
    title = frame.say(key)
    order = Box(
        at=Place(x=MARGIN, y=68, width=INNER, height=22),
        lines=(line(frame.say(f"{key}.order"), 13, "ink-2"),),
        name="order",
    )
    return frame.slide(title, [order, Grid(at=at, name=title, alt=title, widths=widths, head=head, rows=rows)])


def _chance(frame: Frame, one: Found) -> list[Cell]:
    _, where, card = one
    due = [line(frame.say("due", day=frame.story.writing.day(card.due)), SMALL, "ink-2")] if card.due else []
    status = [line(frame.say(f"card.{card.status}"))] if card.status else []
    return [
        Cell(lines=_named(frame, card)),
        Cell(lines=(line(where, 10, "ink-2"),)),
        *(Cell(lines=(_rating(frame, value),)) for value in (card.customer_value, card.business_value, card.effort)),
        _owner(frame, card),
        Cell(lines=(*status, *due) or (line("–", TEXT, "ink-3"),)),
    ]


def _pain(frame: Frame, one: Found) -> list[Cell]:
    id, where, card = one
    readings = frame.story.readings
    proof = mark(card, None if readings is None else readings.cards.get(id), frame.story)
    cited = [line(text, SMALL, "ink-2") for text in citations(card, frame.story.writing)]
    severity = frame.say(f"severity.{card.severity}") if card.severity else "–"
    return [
        Cell(lines=_named(frame, card)),
        Cell(lines=(line(where, 10, "ink-2"),)),
        Cell(lines=(line(severity, TEXT, TONES[card.severity], bold=card.severity == "severe"),)),
        Cell(lines=(line(grade_word(proof.grade, frame.story)), *cited)),
        _owner(frame, card),
    ]


def _named(frame: Frame, card: Card) -> tuple[Line, ...]:
    return lines(read_markdown(card.text)) or (line(frame.story.card_name(card)),)


def _rating(frame: Frame, value: float | None) -> Line:
    return line("–", TEXT, "ink-3") if value is None else line(frame.story.writing.plain(value))


def _owner(frame: Frame, card: Card) -> Cell:
    teams = [frame.story.library.teams[id].name for id in card.teams if id in frame.story.library.teams]
    people = [name for name in (card.owner, card.team, *teams) if name]
    return Cell(lines=tuple(line(name) for name in people) or (line("–", TEXT, "ink-3"),))
