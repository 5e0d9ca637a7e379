"""The experience wheel: the persona in the middle, around it the whole journey, clockwise from the top, on one page."""

import math
from collections.abc import Iterator, Sequence
from typing import Literal

from footfall.journey.records import Card, LaneKind
from footfall.render.chart import Column, Drawn, gap, round_half, run_score
from footfall.render.curve import height_at, smooth
from footfall.render.fitting import shortened
from footfall.render.headings import personas
from footfall.render.labels import text_width
from footfall.render.layouts.around import at, sector, spiral
from footfall.render.layouts.framing import framed
from footfall.render.layouts.rings import FEELING, MARK, SPOKES_FROM, Need, Rings, box, fitting
from footfall.render.markdown import cleaned, literal, one_line, right_to_left
from footfall.render.picture import Face, Part, Path, Persona, Point, Sheet, Text
from footfall.render.story import Story, says

ASIDE, PANEL = 44.0, 300.0
HEADINGS = ("moments", "none", "how", "clockwise", "outer", "worst", "best", "no-persona")
NEEDS = ((LaneKind.NEEDS,), (LaneKind.GOALS,), (LaneKind.EXPECTATIONS,), (LaneKind.THOUGHTS, LaneKind.QUESTIONS))
LATER = 0x0530  # the first code point of scripts whose letters join or turn around: they are set straight


class Sector(Part):
    """A piece of a ring."""

    outline: Path
    fill: str  # a token's name


class Arched(Part):
    """A short text along a circle, or straight where its letters belong together."""

    text: str
    radius: float
    angle: float  # of its middle, radians
    size: float
    straight: bool
    rtl: bool = False
    tone: str = "surface"


class Tag(Part):
    """Words with their middle at a place, turned by some degrees."""

    at: Point
    width: float
    turn: float = 0.0
    align: Literal["center", "left", "right"] = "center"
    look: Literal["step", "need"]
    size: float = 12.0
    text: Text
    aside: str = ""  # the feeling
    rtl: bool = False
    moment: bool = False


class Moment(Part):
    """A moment that makes or breaks the experience, by its number."""

    number: str
    at: Point
    name: Text
    step: str


class Stem(Part):
    """A dotted line between what was drawn and what was measured."""

    start: Point
    end: Point


class Wheel(Sheet):
    """An experience wheel; places are in a square of `side` points with the persona in its middle."""

    layout: Literal["wheel"] = "wheel"
    side: float
    panel: float
    centre: float  # radius
    persona: Persona | None = None
    empty: str = ""
    sectors: tuple[Sector, ...] = ()
    circles: tuple[tuple[float, bool], ...] = ()  # radius, and whether it is the line of zero
    spokes: tuple[Path, ...] = ()
    arched: tuple[Arched, ...] = ()
    tags: tuple[Tag, ...] = ()
    assumed: Path | None = None
    measured: tuple[Path, ...] = ()
    stems: tuple[Stem, ...] = ()
    faces: tuple[Face, ...] = ()
    dots: tuple[Point, ...] = ()
    moments: tuple[Moment, ...] = ()
    headings: dict[str, str]
    alt: str


def wheel(story: Story) -> Wheel:
    """The wheel of a map."""
    needs, remarks = _needs(story)
    names = [story.column_name(column) for column in range(len(story.across))]
    rings = fitting(names, [bool(story.feeling(column)) for column in range(len(names))], needs)
    moments = tuple(_moments(story, rings))
    tags = (*_steps(story, rings, names), *(_need(rings, need) for need in needs))
    drawn = [column for column in range(len(names)) if story.drawn(column) is not None]
    measured = list(_runs(story))
    if names and not drawn and not measured:
        remarks.append(story.say("wheel.no-emotion"))
    arched = (*_phases(story, rings), *_stages(story, rings))
    if _is_shortened(tags, arched):
        remarks.append(story.say("shortened"))
    people = list(personas(story.map, story))
    return Wheel(
        **framed(story, "wheel", curves=(bool(drawn), bool(measured))),
        width=2 * rings.middle + ASIDE + PANEL,
        remarks=tuple(remarks),
        side=2 * rings.middle,
        panel=PANEL,
        centre=rings.centre,
        persona=people[0] if people else None,
        empty="" if names else story.say("empty"),
        sectors=tuple(_sectors(story, rings)),
        circles=tuple((rings.level(score), score == 0) for score in (-2, -1, 0, 1, 2)) if names else (),
        spokes=tuple(_spokes(story, rings, needs)),
        arched=arched,
        tags=tags,
        assumed=_turned(rings, [(column, story.drawn(column) or 0.0) for column in drawn]),
        measured=tuple(filter(None, (_turned(rings, run, 0.16) for run in measured))),
        stems=tuple(_stems(story, rings)),
        faces=tuple(_faces(story, rings, drawn)),
        dots=tuple(_at(rings, column, score, 0.16) for run in measured for column, score in run),
        moments=moments,
        headings={word: story.say(f"wheel.{word}") for word in HEADINGS},
        alt=_in_words(story, names, needs),
    )


def _is_shortened(tags: Sequence[Tag], arched: Sequence[Arched]) -> bool:
    runs = [run.text for tag in tags for paragraph in tag.text for run in paragraph.runs]
    return any(text.endswith("…") for text in [*runs, *(part.text for part in arched)])


def _needs(story: Story) -> tuple[list[Need], list[str]]:
    """What the customer needs at each column; where no needs are drawn, what comes closest, with a word about it."""
    kinds = next((kinds for kinds in NEEDS if story.has(*kinds)), None)
    if kinds is None:
        return [], [story.say("wheel.no-needs")] if story.across else []
    found, column = [], 0
    while column < len(story.across):
        cards = [card for _, card in story.cards_at(column, *kinds)]
        span = _span(story, cards, column, kinds)
        if cards:
            found.append(Need(column, span, "\n".join(story.card_name(card) for card in cards[:2])))
        column += span
    instead = story.say(f"lane.{kinds[0].value}").lower()
    return found, [] if kinds == NEEDS[0] else [story.say("wheel.instead", kind=instead)]


def _span(story: Story, cards: Sequence[Card], column: int, kinds: Sequence[LaneKind]) -> int:
    """Over how many columns a need reaches: a spanning card does where it is alone."""
    if len(cards) != 1:
        return 1
    free = 1
    while free < cards[0].span and column + free < len(story.across):
        if any(True for _ in story.cards_at(column + free, *kinds)):
            break
        free += 1
    return free


def _tag(
    rings: Rings,
    ring: tuple[float, float],
    place: tuple[int, int],
    words: tuple[str, str],
    look: Literal["step", "need"],
) -> Tag:
    """A text in its piece of a ring, upright where it fits and else along a spoke."""
    text, aside = words
    angle = rings.angle(place[0]) + rings.wide * place[1] / 2
    size, extra = (rings.name_size, MARK + FEELING * bool(aside)) if look == "step" else (rings.need_size, 0.0)
    if rings.count >= SPOKES_FROM:
        return _spoke(rings, ring, angle, place[1], words, look)
    for most in (12, 6, 4, 3, 2, 1):
        said = text if most == 12 else shortened(text, size, 108, most)
        if placed := box(rings, ring, place, said, size, extra):
            middle = at(rings.middle, placed[0], angle)
            return Tag(at=middle, width=placed[1], look=look, size=size, text=literal(said), aside=one_line(aside))
    middle = at(rings.middle, (ring[0] + ring[1]) / 2, angle)
    return Tag(at=middle, width=64, look=look, size=10, text=literal(shortened(text, 10, 60, 2)))


def _spoke(
    rings: Rings,
    ring: tuple[float, float],
    angle: float,
    span: int,
    words: tuple[str, str],
    look: Literal["step", "need"],
) -> Tag:
    """A text that runs outwards from the middle, never upside down."""
    room = ring[1] - ring[0] - 16
    size = 10.5
    most = max(1, min(4, int(rings.wide * span * ring[0] / 14.5)))
    said = shortened(" ".join(words[0].split()), size, room - 6, most)
    is_left = math.cos(angle) < 0
    return Tag(
        at=at(rings.middle, (ring[0] + ring[1]) / 2, angle),
        width=room,
        turn=math.degrees(angle) + (180 if is_left else 0),
        align="right" if is_left else "left",
        look=look,
        size=size,
        text=literal(said),
    )


def _steps(story: Story, rings: Rings, names: Sequence[str]) -> Iterator[Tag]:
    for column, name in enumerate(names):
        feeling = shortened(story.feeling(column), 11, 96, 1)
        tag = _tag(rings, rings.step, (column, 1), (cleaned(name), feeling), "step")
        moment = any(card.moment_of_truth for _, card in story.cards_at(column, *LaneKind))
        yield tag.model_copy(update={"moment": moment, "rtl": right_to_left(feeling)})


def _need(rings: Rings, need: Need) -> Tag:
    return _tag(rings, rings.need, (need.start, need.span), (cleaned(need.text), ""), "need")


def _sectors(story: Story, rings: Rings) -> Iterator[Sector]:
    for _, start, span, name in _thirds(story):
        yield _sector(rings, rings.phase, start, span, name)
    for stage, start, span in story.spans:
        yield _sector(rings, rings.stage, start, span, f"stage-{_hue(story, stage)}")
        yield _sector(rings, rings.mood, start, span, "sunken")
        yield _sector(rings, rings.step, start, span, "surface")
        yield _sector(rings, rings.need, start, span, f"stage-{_hue(story, stage)}-soft")


def _hue(story: Story, stage: str) -> int:
    colour = story.map.stages[stage].colour
    return list(story.map.stages).index(stage) % 4 if colour is None else colour


def _sector(rings: Rings, ring: tuple[float, float], start: int, span: int, fill: str) -> Sector:
    outline = sector(rings.middle, *ring, rings.angle(start), rings.angle(start + span))
    return Sector(outline=outline, fill=fill)


def _spokes(story: Story, rings: Rings, needs: Sequence[Need]) -> Iterator[Path]:
    """A line between neighbouring steps of one stage; stages are parted by the paper itself."""
    firsts = {start for _, start, _ in story.spans}
    covered = {column for need in needs for column in range(need.start + 1, need.start + need.span)}
    for column in range(len(story.across)):
        if column not in firsts:
            end = rings.step[1] if column in covered else rings.need[1]
            yield spiral(rings.middle, [(rings.angle(column), rings.mood[0]), (rings.angle(column), end)])


def _thirds(story: Story) -> Iterator[tuple[str, int, int, str]]:
    """Before (the first stage), during and after (the last): name, first column, columns, colour."""
    stages = list(story.map.stages)
    parts = {"before": stages[:1], "during": stages[1:-1], "after": stages[-1:]}
    if len(stages) < 3:
        parts = {"during": stages}
    spans = {stage: (start, span) for stage, start, span in story.spans}
    for number, (part, own) in enumerate(parts.items()):
        if own:
            tone = ("hover", "line-2", "hover")[number]
            yield story.say(f"wheel.{part}"), spans[own[0]][0], sum(spans[stage][1] for stage in own), tone


def _phases(story: Story, rings: Rings) -> Iterator[Arched]:
    for name, start, span, _ in _thirds(story):
        yield _arched(rings, rings.phase, start, span, name, 12.0).model_copy(update={"tone": "ink-2"})


def _stages(story: Story, rings: Rings) -> Iterator[Arched]:
    for stage, start, span in story.spans:
        yield _arched(rings, rings.stage, start, span, story.stage_name(stage), 15.0)


def _arched(rings: Rings, ring: tuple[float, float], start: int, span: int, text: str, size: float) -> Arched:
    radius = (ring[0] + ring[1]) / 2
    line = " ".join(cleaned(text).split())
    room = rings.wide * span * radius - 16
    straight = any(ord(char) >= LATER and not 0x1E00 <= ord(char) < 0x2070 for char in line)
    if straight:  # as long as a line may be before it leaves its ring
        room = min(room, math.sqrt(4 * radius * (ring[1] - ring[0] - size)))
    size = max(10.0, min(size, size * room / max(1.0, 1.05 * text_width(line, size))))
    return Arched(
        text=shortened(line, size, room, 1),
        radius=radius,
        angle=rings.angle(start) + rings.wide * span / 2,
        size=size,
        straight=straight,
        rtl=right_to_left(line),
    )


def _at(rings: Rings, column: int, score: float, later: float = 0.0) -> Point:
    aside = 0.5 - later if later == 0 else 0.5 + later
    return at(rings.middle, rings.level(score), rings.angle(column + aside))


def _faces(story: Story, rings: Rings, drawn: Sequence[int]) -> Iterator[Face]:
    for column in drawn:
        score = story.drawn(column) or 0.0
        yield Face(at=_at(rings, column, score), face=round_half(score))


def _runs(story: Story) -> Iterator[list[tuple[int, float]]]:
    """Measured columns that follow each other; too few answers part the line, no question does not."""
    run: list[tuple[int, float]] = []
    for column in range(len(story.across)):
        reading = story.felt(column)
        if reading is None:
            continue
        if says(reading):
            run.append((column, run_score(reading)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _turned(rings: Rings, scores: Sequence[tuple[int, float]], later: float = 0.0) -> Path | None:
    """The smooth line through scores, bent around the middle."""
    if not scores:
        return None
    line = smooth([Point(x=column + 0.5 + later, y=score) for column, score in scores])
    first, last = scores[0][0] + 0.5 + later, scores[-1][0] + 0.5 + later
    count = max(1, math.ceil((last - first) * rings.wide / 0.035))
    places = [first + (last - first) * place / count for place in range(count + 1)]
    return spiral(rings.middle, [(rings.angle(place), rings.level(height_at(line, place))) for place in places])


def _stems(story: Story, rings: Rings) -> Iterator[Stem]:
    """Where the interval of what was measured excludes what was drawn."""
    for column in range(len(story.across)):
        score, reading = story.drawn(column), story.felt(column)
        if score is None or reading is None:
            continue
        if gap(Column("", 0, 0, (Drawn(score),), reading)) is not None:
            yield Stem(start=_at(rings, column, score, 0.16), end=_at(rings, column, run_score(reading), 0.16))


def _moments(story: Story, rings: Rings) -> Iterator[Moment]:
    number = 0
    for column in range(len(story.across)):
        cards = [card for _, card in story.cards_at(column, *LaneKind) if card.moment_of_truth]
        for place, card in enumerate(cards):
            number += 1
            angle = rings.angle(column + (place + 1) / (len(cards) + 1))
            yield Moment(
                number=str(number),
                at=at(rings.middle, rings.stage[1] + 13, angle),
                name=literal(story.card_name(card)),
                step=one_line(story.column_name(column)),
            )


def _in_words(story: Story, names: Sequence[str], needs: Sequence[Need]) -> str:
    """The whole wheel for who does not see it, step by step."""
    wanted = {need.start: " ".join(need.text.split()) for need in needs}
    said = [_step_in_words(story, column, name, wanted.get(column, "")) for column, name in enumerate(names)]
    return cleaned(story.say("wheel.alt", steps=" ".join(said) or story.say("empty")))


def _step_in_words(story: Story, column: int, name: str, need: str) -> str:
    drawn, felt = story.drawn(column), story.felt(column)
    parts = [name]
    if drawn is not None:
        parts.append(
            story.say("wheel.drawn", score=story.writing.signed(drawn, 1), feeling=story.feeling(column)).strip()
        )
    if felt is not None and felt.value is not None and not felt.too_few:
        score = story.writing.signed(felt.value, 1)
        parts.append(story.say("wheel.measured", score=score, n=story.writing.number(felt.n)))
    parts += [story.say("wheel.need", need=need)] if need else []
    truths = [story.card_name(card) for _, card in story.cards_at(column, *LaneKind) if card.moment_of_truth]
    parts += [story.say("wheel.moment", name=name) for name in truths]
    return ", ".join(parts) + "."
