"""The slides of a stage: its lanes by its steps as native tables, its pictures, and notes with what cards stand on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from footfall.render.markdown import plain
from footfall.render.picture import Card, Lane, Picture, Stage, Step
from footfall.render.picture import Cell as PaintedCell
from footfall.render.slides.deck import HEIGHT, INNER, MARGIN, Box, Cell, Grid, Line, Photo, Place, Slide, Thing
from footfall.render.slides.framing import Frame, numbered, stage_bar
from footfall.render.slides.lines import SMALL, TEXT, height, line, lines, stacked, tone
from footfall.render.slides.paging import laid

HEAD = 118.0  # points, of the column of lane names
MOST_COLUMNS = 5
BELOW_TITLE, BOTTOM = 76.0, HEIGHT - 34.0
MOST_SLIDES = 150  # of tables
PHOTOS, PHOTO_GAP, CAPTION = 6, 16.0, 34.0


@dataclass(frozen=True)
class Studio:
    """All that the slides of stages are made from."""

    picture: Picture
    frame: Frame
    emotions: Mapping[int, tuple[Line, ...]]  # by column

    def say(self, key: str, **parts: object) -> str:
        """Words in the map's language."""
        return self.frame.say(key, **parts)


@dataclass(frozen=True)
class _Part:
    """Neighbouring columns of one stage that fit beside each other on a slide."""

    stage: Stage
    place: int  # of the stage
    columns: range


def stage_slides(studio: Studio) -> Iterator[Slide]:
    """The slides of all stages, in order, without a limit."""
    for place, (stage, columns) in enumerate(_stages(studio.picture)):
        parts = [_Part(stage, place, part) for part in _split(columns)]
        tables = [slide for part in parts for slide in _tables(studio, part)]
        photos = list(_photo_slides(studio, _Part(stage, place, columns)))
        yield from numbered(tables)
        yield from numbered(photos)


def _stages(picture: Picture) -> Iterator[tuple[Stage, range]]:
    first = 0
    for stage in picture.stages:
        yield stage, range(first, first + stage.span)
        first += stage.span


def _split(columns: range) -> Iterator[range]:
    """A stage's columns in parts of about the same size."""
    count = -(-len(columns) // MOST_COLUMNS)
    size = -(-len(columns) // count)
    for first in range(columns.start, columns.stop, size):
        yield range(first, min(first + size, columns.stop))


def _tables(studio: Studio, part: _Part) -> Iterator[Slide]:
    widths = (HEAD, *[(INNER - HEAD) / len(part.columns)] * len(part.columns))
    heads = [Cell(), *(_head(studio, part, column) for column in part.columns)]
    rows = [cells for lane in _lanes(studio) for cells in _lane_rows(studio, lane, part.columns)]
    about = tuple(_below_title(part))
    top = BELOW_TITLE + height(about, INNER) + (8.0 if about else 0.0)
    head, groups = laid(heads, rows, widths, BOTTOM - top)
    notes = _notes(studio, part)
    for group in groups:
        grid = Grid(
            at=Place(x=MARGIN, y=top, width=INNER, height=head.height + sum(one.height for one in group)),
            name=studio.say("slides.table", stage=plain(part.stage.name)),
            alt=_table_alt(studio, part),
            widths=widths,
            head=head,
            rows=group,
            named_rows=True,
        )
        yield _slide(studio, part, about, grid, notes)


def _slide(studio: Studio, part: _Part, about: tuple[Line, ...], grid: Grid, notes: str) -> Slide:
    things: list[Thing] = [*stage_bar(studio.frame, part.place)]
    if about:
        at = Place(x=MARGIN, y=72, width=INNER, height=grid.at.y - 72)
        things.append(Box(at=at, lines=about, name=studio.say("slides.about.stage")))
    things.append(grid)
    if not grid.rows:
        empty = line(studio.say("slides.stage.empty"), 14, "ink-2")
        things.append(
            Box(at=Place(x=MARGIN, y=grid.at.y + grid.at.height + 20, width=INNER, height=30), lines=(empty,))
        )
    return studio.frame.slide(plain(part.stage.name).replace("\n", " "), things, notes)


def _below_title(part: _Part) -> Iterator[Line]:
    """The stage's goal and its times."""
    yield from lines(part.stage.goal, 13, "ink-2")[:2]
    if part.stage.captions:
        yield line(" · ".join(caption.text for caption in part.stage.captions), 11, "ink-3")


def _head(studio: Studio, part: _Part, column: int) -> Cell:
    step: Step | None = studio.picture.steps[column]
    fill = f"stage-{part.stage.hue}-soft"
    if step is None:
        return Cell(lines=(line(studio.say("slides.no-steps"), TEXT, "ink-3"),), fill=fill)
    captions = [line(caption.text, SMALL, tone(caption.tone)) for caption in step.captions]
    return Cell(lines=(*lines(step.name, 12, bold=True), *captions), fill=fill)


def _lanes(studio: Studio) -> Iterator[tuple[Lane, bool]]:
    """The lanes; the first with a curve says all emotions, by step."""
    first = True
    for lane in studio.picture.lanes:
        yield lane, lane.chart is not None and first
        first = first and lane.chart is None


def _lane_rows(studio: Studio, lane: tuple[Lane, bool], columns: range) -> Iterator[list[Cell]]:
    """The rows of a lane in some columns: one for each row of spanning cards, then one for all others."""
    painted, feels = lane
    name = lines(painted.name, TEXT, painted.colour, bold=True)
    note = (line(painted.note, SMALL, "ink-3"),) if painted.note else ()
    first = Cell(lines=(*name, *note), fill="sunken")
    if feels and any(column in studio.emotions for column in columns):
        yield [first, *(Cell(lines=studio.emotions.get(column, ())) for column in columns)]
        first = Cell(fill="sunken")
    spanning, single = _sorted(painted, columns)
    for cells in spanning:
        yield [first, *_spread(cells, columns)]
        first = Cell(fill="sunken")
    if single:
        yield [first, *(Cell(lines=stacked(single.get(column, []))) for column in columns)]


Spanning = list[tuple[range, list[Card]]]


def _sorted(lane: Lane, columns: range) -> tuple[list[Spanning], dict[int, list[Card]]]:
    """Rows of cards that cover several of these columns, and the others by column."""
    rows: list[Spanning] = []
    single: dict[int, list[Card]] = {}
    for band in lane.bands:
        wide: Spanning = []
        for cell in band:
            covered = _covered(cell, columns)
            if not cell.cards or not covered:
                continue
            if len(covered) > 1:
                wide.append((covered, list(cell.cards)))
            else:
                single.setdefault(covered.start, []).extend(cell.cards)
        rows += [wide] if wide else []
    return rows, single


def _covered(cell: PaintedCell, columns: range) -> range:
    return range(max(cell.start, columns.start), min(cell.start + cell.span, columns.stop))


def _spread(cells: Spanning, columns: range) -> Iterator[Cell]:
    at = columns.start
    for covered, cards in cells:
        yield from (Cell() for _ in range(at, covered.start))
        yield Cell(lines=stacked(cards), span=len(covered), fill="hover")
        at = covered.stop
    yield from (Cell() for _ in range(at, columns.stop))


def _table_alt(studio: Studio, part: _Part) -> str:
    steps = [plain(step.name) for column in part.columns if (step := studio.picture.steps[column]) is not None]
    return studio.say("slides.table.alt", stage=plain(part.stage.name), steps=", ".join(steps) or "–").replace(
        "\n", " "
    )


def _notes(studio: Studio, part: _Part) -> str:
    """What each card that proves something stands on, and the lanes that say nothing here."""
    said_here: list[str] = []
    empty: list[str] = []
    for lane in studio.picture.lanes:
        cards = [card for band in lane.bands for cell in band if _covered(cell, part.columns) for card in cell.cards]
        name = plain(lane.name).replace("\n", " ")
        said_here += [f"{name}: {source}" for card in cards if (source := _source(card))]
        empty += [] if cards or lane.chart is not None else [name]
    parts = [studio.say("slides.sources"), *said_here] if said_here else [studio.say("slides.no-sources")]
    if empty:
        parts.append(studio.say("slides.empty-lanes", lanes=", ".join(empty)))
    return "\n".join(parts)


def _source(card: Card) -> str:
    """A card with its grade, its number and what it cites; nothing for an assumption."""
    if card.mark is None or card.mark.grade == "assumed":
        return ""
    figure = f"{card.figure.value} ({card.figure.basis})" if card.figure is not None else ""
    text = plain(card.text).replace("\n", " ")
    cited = [caption.text for caption in card.captions]
    return " · ".join(part for part in (text, card.mark.word, figure, *cited) if part).replace("\u200b", "")


def _photo_slides(studio: Studio, part: _Part) -> Iterator[Slide]:
    """The pictures of a stage's cards, six on a slide."""
    cards = [
        card
        for lane in studio.picture.lanes
        for band in lane.bands
        for cell in band
        if cell.start in part.columns
        for card in cell.cards
        if card.image
    ]
    title = studio.say("slides.pictures", stage=plain(part.stage.name).replace("\n", " "))
    for first in range(0, len(cards), PHOTOS):
        shown = cards[first : first + PHOTOS]
        things = [*stage_bar(studio.frame, part.place), *_photos(shown)]
        yield studio.frame.slide(title, things, "\n".join(card.alt for card in shown))


def _photos(cards: Sequence[Card]) -> Iterator[Thing]:
    across = min(len(cards), 3) if len(cards) != 4 else 2
    down = -(-len(cards) // across)
    width = (INNER - (across - 1) * PHOTO_GAP) / across
    high = (BOTTOM - 84 - (down - 1) * PHOTO_GAP) / down
    for place, card in enumerate(cards):
        x = MARGIN + place % across * (width + PHOTO_GAP)
        y = 84 + place // across * (high + PHOTO_GAP)
        yield Photo(at=Place(x=x, y=y, width=width, height=high - CAPTION), image=card.image, alt=card.alt)
        caption = lines(card.text, TEXT)[:2] or (line(card.alt, TEXT, "ink-2"),)
        yield Box(at=Place(x=x, y=y + high - CAPTION, width=width, height=CAPTION), lines=caption, name="caption")
