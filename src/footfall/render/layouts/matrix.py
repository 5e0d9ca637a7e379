"""Moments of truth: touchpoints by how much they matter and how well they go, and the broken ones by name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from footfall.journey.evidence import Grade
from footfall.journey.records import Card, LaneKind
from footfall.measures.moments import MIDDLE
from footfall.render.cards import mark
from footfall.render.fitting import shortened
from footfall.render.labels import Box, Wish, settle, text_width
from footfall.render.layouts.framing import framed
from footfall.render.markdown import literal, one_line, right_to_left
from footfall.render.picture import Part, Point, Sheet, Text
from footfall.render.story import Story

SIDE, PANEL, ASIDE = 680.0, 380.0, 56.0
RADIUS, APART = 11.0, 25.0
EDGE = 40.0
MOST_NAMES = 28  # points that have their names beside them; of more, the list has them
LONGEST = 150.0  # points, of a name beside its point


class Spot(Part):
    """A touchpoint in the field, by its number."""

    number: str
    at: Point
    grade: Grade
    moment: bool
    broken: bool


class Name(Part):
    """The name beside a spot; `at` is its middle."""

    at: Point
    width: float
    text: str
    bold: bool
    rtl: bool = False


class Row(Part):
    """A touchpoint in the list."""

    number: str
    name: Text
    step: str
    ratings: str
    moment: bool


class Corner(Part):
    """A quarter of the field."""

    name: str
    meaning: str
    key: Literal["improve", "keep", "leave", "spend"]


class Matrix(Sheet):
    """A matrix of moments of truth."""

    layout: Literal["matrix"] = "matrix"
    side: float = SIDE
    edge: float = EDGE
    panel: float = PANEL
    spots: tuple[Spot, ...] = ()
    names: tuple[Name, ...] = ()
    corners: tuple[Corner, ...] = ()
    broken: tuple[Row, ...] = ()
    others: tuple[Row, ...] = ()
    unplaced: tuple[Row, ...] = ()
    words: dict[str, str]
    empty: str = ""
    alt: str

    @property
    def cards(self) -> int:
        """How many touchpoints are painted."""
        return len(self.broken) + len(self.others) + len(self.unplaced)


@dataclass(frozen=True)
class _Rated:
    """A touchpoint with its number and where it happens."""

    number: int
    id: str
    card: Card
    step: str

    @property
    def is_broken(self) -> bool:
        importance, quality = self.card.importance or 0.0, self.card.quality or 5.0
        return self.card.moment_of_truth and importance >= MIDDLE and quality < MIDDLE


WORDS = ("importance", "quality", "broken", "none-broken", "all", "unplaced", "moment", "assumed", "measured", "bad")


def matrix(story: Story) -> Matrix:
    """The matrix of a map."""
    found = list(_touchpoints(story))
    placed = [one for one in found if one.card.importance is not None and one.card.quality is not None]
    spots = tuple(_spots(placed, story))
    broken = [one for one in placed if one.is_broken]
    return Matrix(
        **framed(story, "matrix"),
        width=SIDE + ASIDE + ASIDE + PANEL,
        remarks=(story.say("matrix.no-names"),) if len(placed) > MOST_NAMES else (),
        spots=spots,
        names=tuple(_names(placed, spots, story)) if len(placed) <= MOST_NAMES else (),
        corners=tuple(_corner(key, story) for key in ("improve", "keep", "leave", "spend")),
        broken=tuple(_row(one, story) for one in broken),
        others=tuple(_row(one, story) for one in placed if not one.is_broken),
        unplaced=tuple(_row(one, story) for one in found if one not in placed),
        words={word: story.say(f"matrix.{word}") for word in WORDS},
        empty="" if placed else story.say("matrix.nothing" if found else "matrix.no-touchpoints"),
        alt=_in_words(placed, broken, story),
    )


def _touchpoints(story: Story) -> Iterator[_Rated]:
    number = 0
    for column in range(len(story.across)):
        for id, card in story.cards_at(column, *LaneKind):
            rated = card.moment_of_truth or card.importance is not None or card.quality is not None
            if rated or story.map.lanes[card.lane].kind == LaneKind.TOUCHPOINTS:
                number += 1
                yield _Rated(number, id, card, story.column_name(column))


def _spots(placed: Sequence[_Rated], story: Story) -> Iterator[Spot]:
    """Each where its ratings put it; those of equal ratings stand side by side."""
    heaps: dict[tuple[float, float], list[_Rated]] = defaultdict(list)
    for one in placed:
        heaps[round(one.card.quality or 0, 1), round(one.card.importance or 0, 1)].append(one)
    for (quality, importance), heap in heaps.items():
        x, y = _along(quality - 1), _along(5 - importance)
        for one, (aside, down) in zip(heap, _offsets(len(heap)), strict=True):
            reading = None if story.readings is None else story.readings.cards.get(one.id)
            yield Spot(
                number=str(one.number),
                at=Point(x=_inside(x + aside), y=_inside(y + down)),
                grade=mark(one.card, reading, story).grade,
                moment=one.card.moment_of_truth,
                broken=one.is_broken,
            )


def _along(share: float) -> float:
    """The place of a rating in the field, whose edges stay free."""
    return EDGE + share / 4 * (SIDE - 2 * EDGE)


def _offsets(count: int) -> list[tuple[float, float]]:
    """Places around the middle of a heap, in columns of five at most, so that each has room for its name beside it."""
    columns = [min(5, count - at) for at in range(0, count, 5)]
    return [
        ((column - (len(columns) - 1) / 2) * APART, (place - (length - 1) / 2) * APART)
        for column, length in enumerate(columns)
        for place in range(length)
    ]


def _inside(value: float) -> float:
    return round(min(max(value, RADIUS + 5), SIDE - RADIUS - 5), 2)


def _names(placed: Sequence[_Rated], spots: Sequence[Spot], story: Story) -> Iterator[Name]:
    by_number = {str(one.number): one for one in placed}
    texts = [shortened(one_line(story.card_name(by_number[spot.number].card)), 12, LONGEST, 1) for spot in spots]
    wishes = [
        Wish(text_width(text, 12) + 4, 16, _around(spot.at, text)) for spot, text in zip(spots, texts, strict=True)
    ]
    taken = [Box.around(spot.at, 2 * RADIUS + 2, 2 * RADIUS + 2) for spot in spots]
    taken += [Box(0, 0, 220, 42), Box(SIDE / 2, 0, SIDE / 2 + 220, 42)]
    taken += [Box(0, SIDE - 46, 220, SIDE), Box(SIDE / 2, SIDE - 46, SIDE / 2 + 220, SIDE)]
    places = settle(wishes, taken, [], Box(2, 2, SIDE - 2, SIDE - 2))
    for spot, text, wish, place in zip(spots, texts, wishes, places, strict=True):
        yield Name(at=place, width=wish.width, text=text, bold=spot.moment, rtl=right_to_left(text))


def _around(at: Point, text: str) -> tuple[Point, ...]:
    half = text_width(text, 12) / 2 + 2
    out = RADIUS + 5 + half
    ys = (at.y, at.y - 11, at.y + 11, at.y - 22, at.y + 22)
    beside = [Point(x=at.x + side * out, y=y) for y in ys[:1] for side in (1, -1)]
    upright = [Point(x=at.x, y=at.y + down) for down in (RADIUS + 11, -RADIUS - 11)]
    aslant = [Point(x=at.x + side * out, y=y) for y in ys[1:] for side in (1, -1)]
    further = [Point(x=at.x, y=at.y + down) for down in (RADIUS + 26, -RADIUS - 26)]
    return (*beside, *upright, *aslant, *further)


def _corner(key: Literal["improve", "keep", "leave", "spend"], story: Story) -> Corner:
    return Corner(name=story.say(f"matrix.{key}"), meaning=story.say(f"matrix.{key}.why"), key=key)


def _row(one: _Rated, story: Story) -> Row:
    return Row(
        number=str(one.number),
        name=literal(story.card_name(one.card)),
        step=one_line(one.step),
        ratings=story.writing.listed(_ratings(one.card, story)),
        moment=one.card.moment_of_truth,
    )


def _ratings(card: Card, story: Story) -> Iterator[str]:
    for key in ("importance", "quality"):
        value = getattr(card, key)
        yield story.say(f"matrix.no-{key}") if value is None else story.say(key, value=story.writing.plain(value))


def _in_words(placed: Sequence[_Rated], broken: Sequence[_Rated], story: Story) -> str:
    said = [f"{story.card_name(one.card)}: {story.writing.listed(_ratings(one.card, story))}" for one in placed]
    names = ", ".join(story.card_name(one.card) for one in broken) or "–"
    return one_line(story.say("matrix.alt", points="; ".join(said) or "–", broken=names))
