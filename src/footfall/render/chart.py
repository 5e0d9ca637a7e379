"""The emotion curve of a lane: scores in, places in points out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from footfall.render.curve import backwards, curve_through, height_at, smooth
from footfall.render.formats import Format
from footfall.render.labels import Box, Wish, settle, text_width
from footfall.render.picture import Chart, Face, Label, Level, Path, Point, Stem
from footfall.render.readings import Reading
from footfall.render.words import say

HEIGHT = 192.0
PAD = 28.0  # room above +2 and below -2 for labels
ASIDE = 12.0  # assumed points stand left of the middle of a column, measured ones right of it
FACE, DOT = 10.0, 6.0  # radii with their ring
BADGE_FROM = 1.0  # a smaller gap has only its stem
SCORES = (2, 1, 0, -1, -2)
SMALL = 11.0


@dataclass(frozen=True)
class Drawn:
    """A score as somebody drew it, with a short feeling word."""

    score: float
    word: str = ""


@dataclass(frozen=True)
class Column:
    """What a chart shows in one column."""

    name: str
    middle: float
    width: float
    drawn: tuple[Drawn, ...] = ()
    measured: Reading | None = None


@dataclass(frozen=True)
class _Placed:
    """A label with where it may stand."""

    text: str
    look: str
    places: tuple[Point, ...]
    size: tuple[float, float]


@dataclass
class _Sketch:
    """What is drawn so far."""

    faces: list[tuple[Point, Drawn]] = field(default_factory=list)
    dots: list[tuple[Point, Reading]] = field(default_factory=list)
    few: list[tuple[Point, Reading]] = field(default_factory=list)
    gaps: list[tuple[Stem, float]] = field(default_factory=list)


def chart(columns: Sequence[Column], writing: Format, height: float = HEIGHT) -> Chart:
    """The chart of one emotion lane; `columns` go from left to right and their x is that of the lane's cells."""
    height = max(height, 120.0)
    sketch = _sketch(columns, height)
    assumed = curve_through([point for point, _ in sketch.faces])
    runs = list(_runs(columns))
    paths = [smooth([_at(x, run_score(reading), height) for x, reading in run]) for run in runs]
    frame = Box(0, 2, max((column.middle + column.width / 2 for column in columns), default=0), height - 2)
    return Chart(
        height=height,
        levels=tuple(Level(y=level(score, height), face=score) for score in SCORES),
        assumed=assumed,
        faces=tuple(Face(at=point, face=round_half(drawn.score)) for point, drawn in sketch.faces),
        measured=tuple(paths),
        bands=tuple(_band(run, height) for run in runs),
        dots=tuple(point for point, _ in sketch.dots),
        stems=tuple(stem for stem, _ in sketch.gaps),
        labels=_labels(sketch, [*([assumed] if assumed else []), *paths], frame, writing),
        alt=_in_words(columns, writing),
    )


def level(score: float, height: float = HEIGHT) -> float:
    """The y of a score."""
    return PAD + (2 - max(-2.0, min(2.0, score))) / 4 * (height - 2 * PAD)


def round_half(score: float) -> int:
    """The face of a score: the nearest whole one, halves away from zero."""
    return int(abs(score) + 0.5) * (1 if score >= 0 else -1)


def gap(column: Column) -> float | None:
    """Measured minus drawn, only when the interval excludes what was drawn."""
    reading = column.measured
    if not column.drawn or reading is None or not _says(reading) or None in (reading.low, reading.high):
        return None
    drawn = sum(point.score for point in column.drawn) / len(column.drawn)
    low, high = _interval(reading)
    return None if low <= drawn <= high else run_score(reading) - drawn


def run_score(reading: Reading) -> float:
    """The value of a reading that has one."""
    return 0.0 if reading.value is None else reading.value


def _sketch(columns: Sequence[Column], height: float) -> _Sketch:
    sketch = _Sketch()
    for column in columns:
        _sketch_drawn(sketch, column, height)
        _sketch_measured(sketch, column, height)
    sketch.faces.sort(key=lambda face: face[0].x)
    sketch.faces = _apart(sketch.faces)
    return sketch


def _sketch_drawn(sketch: _Sketch, column: Column, height: float) -> None:
    for x, drawn in zip(_places(column), column.drawn, strict=True):
        sketch.faces.append((Point(x=x, y=level(drawn.score, height)), drawn))


def _sketch_measured(sketch: _Sketch, column: Column, height: float) -> None:
    reading = column.measured
    if reading is None:
        return
    x = _measured_x(column)
    if not _says(reading):
        sketch.few.append((Point(x=column.middle, y=level(-2, height)), reading))
        return
    point = Point(x=x, y=level(run_score(reading), height))
    sketch.dots.append((point, reading))
    if (difference := gap(column)) is not None:
        drawn = level(run_score(reading) - difference, height)
        sketch.gaps.append((Stem(x=x, top=min(drawn, point.y), bottom=max(drawn, point.y)), difference))


def _apart(faces: list[tuple[Point, Drawn]]) -> list[tuple[Point, Drawn]]:
    """Faces of spanning cards may fall on others; a curve needs growing x."""
    kept: list[tuple[Point, Drawn]] = []
    for point, drawn in faces:
        least = kept[-1][0].x + 2 * FACE if kept else point.x
        kept.append((Point(x=max(point.x, least), y=point.y), drawn))
    return kept


def _places(column: Column) -> list[float]:
    count = len(column.drawn)
    if count == 1:
        return [column.middle - ASIDE]
    room = 0.5 * column.width
    return [column.middle - 0.36 * column.width + room * place / max(count - 1, 1) for place in range(count)]


def _measured_x(column: Column) -> float:
    return column.middle + (ASIDE if len(column.drawn) <= 1 else 0.32 * column.width)


def _says(reading: Reading) -> bool:
    return reading.value is not None and not reading.too_few


def _interval(reading: Reading) -> tuple[float, float]:
    value = run_score(reading)
    return (value if reading.low is None else reading.low, value if reading.high is None else reading.high)


def _runs(columns: Sequence[Column]) -> Iterator[list[tuple[float, Reading]]]:
    """Neighbouring measured columns; one with too few answers parts the line, one without data does not."""
    asked = [(column, column.measured) for column in columns if column.measured is not None]
    for says, group in groupby(asked, key=lambda pair: _says(pair[1])):
        if says:
            yield [(_measured_x(column), reading) for column, reading in group]


def _at(x: float, score: float, height: float) -> Point:
    return Point(x=x, y=level(score, height))


def _band(run: list[tuple[float, Reading]], height: float) -> tuple[Path, Path]:
    """The interval behind a measured line; alone, a point has a narrow upright one."""
    asides = (0.0,) if len(run) > 1 else (-4.0, 4.0)
    spread = [(x + aside, _interval(reading)) for x, reading in run for aside in asides]
    upper = smooth([_at(x, high, height) for x, (_, high) in spread])
    lower = smooth([_at(x, low, height) for x, (low, _) in spread])
    return upper, backwards(lower)


def _labels(sketch: _Sketch, paths: Sequence[Path], frame: Box, writing: Format) -> tuple[Label, ...]:
    wanted = [
        *_gap_labels(sketch, writing),
        *_few_labels(sketch, writing),
        *_value_labels(sketch, writing),
        *_word_labels(sketch),
    ]
    taken = [Box.around(point, 2 * FACE, 2 * FACE) for point, _ in sketch.faces]
    taken += [Box.around(point, 2 * DOT, 2 * DOT) for point, _ in sketch.dots]
    taken += [Box(stem.x - 2, stem.top, stem.x + 2, stem.bottom) for stem, _ in sketch.gaps]
    wishes = [Wish(*label.size, label.places) for label in wanted]
    places = settle(wishes, taken, list(_ink(paths)) if wishes else [], frame)
    return tuple(
        Label.model_validate({"at": place, "text": label.text, "look": label.look})
        for place, label in zip(places, wanted, strict=True)
    )


def _gap_labels(sketch: _Sketch, writing: Format) -> Iterator[_Placed]:
    for stem, difference in sketch.gaps:
        if round(abs(difference), 1) < BADGE_FROM:
            continue
        text = say(writing.key, "gap", gap=writing.signed(difference, 1))
        width = text_width(text, SMALL) + 14
        ys = [stem.top + (stem.bottom - stem.top) * share for share in (0.5, 0.35, 0.65, 0.2, 0.8)]
        sides = [Point(x=stem.x + side * (width / 2 + 5), y=y) for y in ys for side in (1, -1)]
        yield _Placed(text, "gap", tuple(sides), (width, 18))


def _few_labels(sketch: _Sketch, writing: Format) -> Iterator[_Placed]:
    for point, reading in sketch.few:
        text = say(writing.key, "few.short", n=writing.number(reading.n))
        size = (text_width(text, SMALL), 14.0)
        ys = (point.y, point.y - 18, point.y - 36, point.y + 14)
        yield _Placed(text, "few", tuple(Point(x=point.x, y=y) for y in ys), size)


def _value_labels(sketch: _Sketch, writing: Format) -> Iterator[_Placed]:
    for point, reading in sketch.dots:
        text = writing.number(run_score(reading), 1)
        yield _Placed(text, "value", _around(point, text, DOT), (text_width(text, SMALL), 14))


def _word_labels(sketch: _Sketch) -> Iterator[_Placed]:
    for point, drawn in sketch.faces:
        if drawn.word:
            places = _around(point, drawn.word, FACE, above_first=drawn.score >= 0)
            yield _Placed(drawn.word, "word", places, (text_width(drawn.word, SMALL), 14))


def _around(point: Point, text: str, radius: float, *, above_first: bool = False) -> tuple[Point, ...]:
    """Below, above, right, left, and then aslant."""
    half = text_width(text, SMALL) / 2
    below, above = point.y + radius + 9, point.y - radius - 9
    upright = (above, below) if above_first else (below, above)
    aside = (point.x + radius + 4 + half, point.x - radius - 4 - half)
    return (
        *(Point(x=point.x, y=y) for y in upright),
        *(Point(x=x, y=point.y) for x in aside),
        *(Point(x=x, y=y) for y in upright for x in aside),
    )


def _ink(paths: Sequence[Path]) -> Iterator[tuple[float, float]]:
    """Points along lines, close enough that no label slips between two."""
    for path in paths:
        end = path.bows[-1].end.x if path.bows else path.start.x
        steps = int((end - path.start.x) / 4)
        for step in range(steps + 1):
            x = path.start.x + 4 * step
            yield x, height_at(path, x)


def _in_words(columns: Sequence[Column], writing: Format) -> str:
    said = [words for column in columns if (words := _column_in_words(column, writing))]
    points = "; ".join(said) or say(writing.key, "emotion.none")
    return say(writing.key, "emotion.alt", points=points)


def _column_in_words(column: Column, writing: Format) -> str:
    drawn = [f"{writing.signed(point.score, 1)} {point.word}".strip() for point in column.drawn]
    parts = [say(writing.key, "emotion.assumed", step=column.name, score=", ".join(drawn))] if drawn else []
    if column.measured is not None:
        said = _reading_in_words(column.measured, writing)
        parts.append(said if parts else f"{column.name}: {said}")
    return ", ".join(parts)


def _reading_in_words(reading: Reading, writing: Format) -> str:
    if not _says(reading):
        return say(writing.key, "emotion.few", n=writing.number(reading.n))
    low, high = _interval(reading)
    interval = f"{writing.signed(low, 1)} … {writing.signed(high, 1)}"
    score = writing.signed(run_score(reading), 1)
    return say(writing.key, "emotion.measured", score=score, interval=interval, n=writing.number(reading.n))
