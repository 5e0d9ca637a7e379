"""From documents and living numbers to a picture: here everything about a picture is decided."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.evidence import Grade
from footfall.journey.records import Card, Lane, LaneKind, Stage, Step
from footfall.render import links
from footfall.render.banding import Placed, Slot, slots
from footfall.render.cards import STALE_ICON, Desk, caption, in_words, painted
from footfall.render.chart import Column, Drawn, chart
from footfall.render.figures import basis
from footfall.render.formats import Format
from footfall.render.headings import footer, personas, title
from footfall.render.lanes import HUES, LOOKS
from footfall.render.markdown import cleaned, literal, one_line, plain, read_markdown
from footfall.render.picture import Band, BlueprintLine, Caption, Cell, Chart, Difference, Frame, Image, Picture, Words
from footfall.render.picture import Card as PaintedCard
from footfall.render.picture import Lane as PaintedLane
from footfall.render.picture import Stage as PaintedStage
from footfall.render.picture import Step as PaintedStep
from footfall.render.readings import Reading, Readings
from footfall.render.story import NO_IMAGES, Story

HEAD = 172.0  # points, of the column of lane names
STEP_AT_LEAST, STEP_AT_MOST, WIDE = 180.0, 240.0, 2200.0  # a map of few steps spreads over `WIDE` as far as it may
NARROWEST = 720.0  # so that a title and a legend fit above and below a map of one step
LONG_FEELING = 20  # letters from which a feeling is text below the curve
NO_DIFFERENCES: Mapping[str, Difference] = {}


@dataclass(frozen=True)
class _Columns:
    """The columns from left to right: a step each, and one for each stage that has none."""

    stages: tuple[tuple[str, int], ...]
    steps: tuple[str | None, ...]
    width: float
    place: dict[str, int] = field(default_factory=dict)

    def middle(self, start: int, span: int = 1) -> float:
        """The x in the middle of neighbouring columns, from the left edge of the first column."""
        return (start + span / 2) * self.width


@dataclass(frozen=True, kw_only=True)
class _Studio(Story):
    """All that a grid is made from."""

    columns: _Columns
    differing: Mapping[str, Difference]

    def reading(self, card: str) -> Reading | None:
        """The living number of a card."""
        return None if self.readings is None else self.readings.cards.get(card)


def compose(
    map: MapDocument,
    library: LibraryDocument,
    readings: Readings | None = None,
    *,
    images: Mapping[str, Image] = NO_IMAGES,
    on: date | None = None,
    version: str = "",
    differing: Mapping[str, Difference] = NO_DIFFERENCES,
) -> Picture:
    """The picture of a map; `on` and `version` say in the footer which state of it is seen.

    `images` are those that cards and personas cite, by id; one that is not among them is not painted. `differing` marks
    stages, steps, lanes and cards that differ from an earlier map.
    """
    columns = _columns(map)
    studio = _Studio(
        library=library,
        writing=Format(map.header.language),
        images=images,
        map=map,
        readings=readings,
        columns=columns,
        differing=differing,
        on=on,
        version=version,
    )
    lanes = tuple(_lanes(studio))
    heading = title(map, studio)
    return Picture(
        language=map.header.language,
        title=heading,
        personas=tuple(personas(map, studio)),
        frame=Frame(head=HEAD, step=columns.width, columns=max(len(columns.steps), 1)),
        width=HEAD + max(len(columns.steps), 1) * columns.width,
        stages=tuple(_stage(studio, id, span) for id, span in columns.stages),
        steps=tuple(None if id is None else _step(studio, id) for id in columns.steps),
        lanes=lanes,
        footer=footer(studio, _counts(lanes), _charts(lanes), _stale(lanes, studio)),
        images=dict(images),
        words=Words(**{word: studio.say(word) for word in ("stage", "step", "empty")}),
        name=plain(heading.title).replace("\n", " "),
        description=_description(studio),
    )


def _columns(map: MapDocument) -> _Columns:
    stages: list[tuple[str, int]] = []
    steps: list[str | None] = []
    for id in map.stages:
        own: list[str | None] = list(map.steps_of(id)) or [None]
        stages.append((id, len(own)))
        steps.extend(own)
    count = max(len(steps), 1)
    width = max(min(max((WIDE - HEAD) / count, STEP_AT_LEAST), STEP_AT_MOST), (NARROWEST - HEAD) / count)
    place = {id: index for index, id in enumerate(steps) if id is not None}
    return _Columns(tuple(stages), tuple(steps), float(round(width)), place)


def _stage(studio: _Studio, id: str, span: int) -> PaintedStage:
    stage = studio.map.stages[id]
    place = list(studio.map.stages).index(id)
    return PaintedStage(
        name=literal(stage.name or studio.say("unnamed")),
        hue=place % 4 if stage.colour is None else stage.colour,
        span=span,
        goal=read_markdown(stage.goal),
        captions=tuple(_stage_captions(studio, id, stage)),
        differs=studio.differing.get(id),
    )


def _stage_captions(studio: _Studio, id: str, stage: Stage) -> Iterator[Caption]:
    yield from _expected(studio, stage.expected_hours)
    readings = None if studio.readings is None else studio.readings.stages.get(id)
    if readings is None:
        return
    duration = readings.duration
    if duration is not None and duration.value is not None and not duration.too_few:
        time = studio.say("measured.time", time=studio.writing.hours(duration.value))
        yield caption(studio.writing.listed([time, *basis(duration, studio.writing)]), "accent")
    yield from _said(studio, {"funnel": readings.funnel})


def _said(studio: _Studio, shares: Mapping[str, Reading | None]) -> Iterator[Caption]:
    """Measured shares that say something, in one line."""
    said = [
        studio.say(word, share=studio.writing.measure(reading.value, reading.unit))
        for word, reading in shares.items()
        if reading is not None and reading.value is not None and not reading.too_few
    ]
    if said:
        yield caption(studio.writing.listed(said), "accent")


def _expected(studio: _Studio, hours: float | None) -> Iterator[Caption]:
    if hours is not None:
        yield caption(studio.say("expected", time=studio.writing.hours(hours)))


def _step(studio: _Studio, id: str) -> PaintedStep:
    captions = tuple(_step_captions(studio, id))
    return PaintedStep(name=literal(studio.step_name(id)), captions=captions, differs=studio.differing.get(id))


def _step_captions(studio: _Studio, id: str) -> Iterator[Caption]:
    step: Step = studio.map.steps[id]
    readings = None if studio.readings is None else studio.readings.steps.get(id)
    if readings is not None:
        yield from _said(studio, {"reach": readings.reach, "late": readings.late})
    yield from _expected(studio, step.expected_hours)
    if step.optional:
        yield caption(studio.say("optional"), "muted", "skip-forward")
    if step.repeatable:
        yield caption(studio.say("repeatable"), "muted", "repeat")
    yield from _links(studio, id)


def _links(studio: _Studio, id: str) -> Iterator[Caption]:
    """Where customers go from here when it is not simply the next column, and each link that differs."""
    for name, link in studio.map.links.items():
        here, there = studio.columns.place.get(link.source), studio.columns.place.get(link.target)
        if link.source != id or here is None or there is None:
            continue
        differs = studio.differing.get(name)
        if differs is not None or link.kind != "next" or there != here + 1:
            said = caption(links.told(link, studio.step_name(link.target), studio), "muted", links.ICONS[link.kind])
            yield said.model_copy(update={"differs": differs})


def _lanes(studio: _Studio) -> Iterator[PaintedLane]:
    measured = True  # the measured curve stands in the first emotion lane only
    shown = {id: lane for id, lane in studio.map.lanes.items() if not lane.hidden}
    for id, lane in shown.items():
        *others, last = _curves(studio, _placed(studio, id), lane)
        for note, placed in others:
            yield _lane(studio, id, lane.model_copy(update={"line_below": ""}), placed, note, measured=measured)
            measured = False
        yield _lane(studio, id, lane, last[1], last[0], measured=measured)
        measured = measured and lane.kind != LaneKind.EMOTION


def _curves(studio: _Studio, placed: Sequence[Placed], lane: Lane) -> list[tuple[str, Sequence[Placed]]]:
    """The cards of a lane under whose curve they are: an emotion lane has a row for each persona and basis."""
    if lane.kind != LaneKind.EMOTION:
        return [("", placed)]
    curves: dict[tuple[str, str], list[Placed]] = {}
    for item in placed:
        curves.setdefault((item.card.persona or lane.persona, item.card.basis), []).append(item)
    if not curves:
        return [("", placed)]
    return [(_whose(studio, *curve), items) for curve, items in curves.items()]


def _whose(studio: _Studio, persona: str, basis: str) -> str:
    known = studio.library.personas.get(persona)
    parts = [known.name] if known is not None else []
    return studio.writing.listed(parts + ([studio.say("grade.measured")] if basis == "measured" else []))


def _lane(studio: _Studio, id: str, lane: Lane, placed: Sequence[Placed], note: str, *, measured: bool) -> PaintedLane:
    look = LOOKS[lane.kind]
    name = lane.name or studio.say(f"lane.{lane.kind.value}")
    drawing = _chart(studio, placed, lane, measured=measured) if lane.kind == LaneKind.EMOTION else None
    return PaintedLane(
        kind=lane.kind.value,
        icon=look.icon,
        colour=look.colour if lane.colour is None else HUES[lane.colour],
        name=literal(name),
        note=one_line(note or lane.actor) or _chart_note(studio, drawing),
        height=float(lane.height or 0),
        chart=drawing,
        bands=tuple(_bands(studio, placed, lane, drawn=drawing is not None)),
        line_below=_line(studio, lane),
        differs=studio.differing.get(id),
    )


def _placed(studio: _Studio, lane: str) -> list[Placed]:
    """The cards of a lane with the columns that they cover, cut off at the right end of the map."""
    found: list[Placed] = []
    for step, start in studio.columns.place.items():
        for id, card in studio.map.cards_in(lane, step).items():
            found.append(Placed(id, card, start, min(card.span, len(studio.columns.steps) - start)))
    return found


def _bands(studio: _Studio, placed: Sequence[Placed], lane: Lane, *, drawn: bool) -> Iterator[Band]:
    shown = [
        item for item in placed if lane.kind != LaneKind.EMOTION or item.id in studio.differing or _has_words(item.card)
    ]
    if drawn and not shown:
        return
    numbers = _scenes(placed) if lane.kind == LaneKind.STORYBOARD else {}
    for row in slots(shown, len(studio.columns.steps)):
        yield tuple(_cell(studio, slot, lane.kind, numbers) for slot in row)


def _scenes(placed: Sequence[Placed]) -> dict[str, str]:
    """The numbers of scenes, in the order in which they are read."""
    return {item.id: str(number) for number, item in enumerate(placed, 1)}


def _cell(studio: _Studio, slot: Slot, kind: LaneKind, numbers: Mapping[str, str]) -> Cell:
    painted = {item.id: _painted(studio, item, kind) for item in slot.items}
    scenes = {id: card.model_copy(update={"number": numbers[id]}) for id, card in painted.items() if id in numbers}
    cards = {**painted, **scenes}.values()
    return Cell(start=slot.start, span=slot.span, rows=slot.rows, cards=tuple(cards))


def _painted(studio: _Studio, item: Placed, kind: LaneKind) -> PaintedCard:
    card = item.card
    if kind == LaneKind.EMOTION and item.id in studio.differing:
        card = card.model_copy(update={"text": in_words(card)})
    elif kind == LaneKind.EMOTION and len(card.feeling) > LONG_FEELING:
        card = card.model_copy(update={"text": "\n".join(filter(None, (card.feeling, card.text)))})
    made = _aged(studio, item.id, painted(card, kind, studio.reading(item.id), studio))
    differs = studio.differing.get(item.id)
    return made if differs is None else made.model_copy(update={"differs": differs})


def _aged(studio: _Studio, id: str, made: PaintedCard) -> PaintedCard:
    """The card with how old what it cites is, where that is too old."""
    stale = studio.stale.get(id)
    if stale is None:
        return made
    mark = caption(studio.counted("stale", stale.days), "warn", STALE_ICON)
    return made.model_copy(update={"captions": (*made.captions, mark)})


def _has_words(card: Card) -> bool:
    """Tell whether a card of an emotion lane says more than its point on the curve."""
    heard = any(evidence.note and evidence.value is None for evidence in card.evidence)
    return bool(card.text or heard or len(card.feeling) > LONG_FEELING or card.score is None)


def _line(studio: _Studio, lane: Lane) -> BlueprintLine | None:
    if not lane.line_below:
        return None
    return BlueprintLine(kind=lane.line_below, word=studio.say(f"line.{lane.line_below}"))


def _chart(studio: _Studio, placed: Sequence[Placed], lane: Lane, *, measured: bool) -> Chart | None:
    """The curve of an emotion lane; None while it has no scores at all."""
    columns = [
        Column(
            name=studio.step_name(id),
            middle=studio.columns.middle(place),
            width=studio.columns.width,
            drawn=tuple(_drawn(item.card) for item in placed if item.start == place and _is_drawn(studio, item)),
            measured=_emotion(studio, id) if measured else None,
        )
        for id, place in studio.columns.place.items()
    ]
    if not any(column.drawn or column.measured is not None for column in columns):
        return None
    return chart(columns, studio.writing, *([float(lane.height)] if lane.height else []))


def _is_drawn(studio: _Studio, item: Placed) -> bool:
    """Tell whether a card is a point of the curve: it has a score, and is not what an earlier map had."""
    differs = studio.differing.get(item.id)
    return item.card.score is not None and not (differs is not None and differs.what in ("removed", "left"))


def _drawn(card: Card) -> Drawn:
    word = one_line(card.feeling) if len(card.feeling) <= LONG_FEELING else ""
    return Drawn(score=card.score or 0.0, word=word)


def _emotion(studio: _Studio, step: str) -> Reading | None:
    readings = None if studio.readings is None else studio.readings.steps.get(step)
    return None if readings is None else readings.emotion


def _chart_note(studio: _Studio, drawing: Chart | None) -> str:
    if drawing is None or studio.readings is None or not drawing.dots:
        return ""
    answers = sum(reading.n for id in studio.columns.place if (reading := _emotion(studio, id)) is not None)
    return studio.say("emotion.both", count=studio.writing.number(answers))


def _counts(lanes: Sequence[PaintedLane]) -> dict[Grade, int]:
    """How many painted cards have each grade."""
    cards = (card for lane in lanes for band in lane.bands for cell in band for card in cell.cards)
    counts = Counter(card.mark.grade for card in cards if card.mark is not None)
    return {graded: counts[graded] for graded in Grade}


def _stale(lanes: Iterable[PaintedLane], desk: Desk) -> str:
    """How many painted cards are marked as stale; nothing where none is."""
    cards = (card for lane in lanes for band in lane.bands for cell in band for card in cell.cards)
    count = sum(any(one.icon == STALE_ICON for one in card.captions) for card in cards)
    return desk.counted("stale.cards", count) if count else ""


def _charts(lanes: Sequence[PaintedLane]) -> tuple[bool, bool]:
    """Whether an assumed and a measured curve are seen."""
    charts = [lane.chart for lane in lanes if lane.chart is not None]
    return any(chart.faces for chart in charts), any(chart.dots for chart in charts)


def _description(studio: _Studio) -> str:
    map = studio.map
    counts = {
        "stages": len(map.stages),
        "steps": len(map.steps),
        "lanes": len(map.lanes),
        "cards": len(map.cards) - len(map.tray),
    }
    names = ", ".join(stage.name for stage in map.stages.values() if stage.name)
    kind = studio.say(f"kind.{map.header.kind.value}")
    title = map.header.title or studio.say("untitled")
    return cleaned(studio.say("describe", kind=kind, title=title, names=names or "–", **counts)).replace("\n", " ")
