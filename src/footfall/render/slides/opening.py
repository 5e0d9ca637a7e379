"""The first slides: the cover, what the journey is about, and who the customer is."""

from collections.abc import Iterator, Sequence

from footfall.render.layouts.persona import Profile, Side, persona_sheet
from footfall.render.markdown import plain
from footfall.render.picture import Group, Persona, Picture, Stage
from footfall.render.slides.deck import (
    HEIGHT,
    INNER,
    MARGIN,
    Box,
    Cell,
    Grid,
    Line,
    Photo,
    Place,
    Slide,
    Thing,
)
from footfall.render.slides.framing import Frame, numbered
from footfall.render.slides.lines import SMALL, TEXT, height, line, lines, said
from footfall.render.slides.paging import laid

TOP = 92.0
ROOM = HEIGHT - TOP - 36.0
COLUMNS, COLUMN_GAP = 2, 24.0
MOST_ARROWS, STEPS_BELOW = 9, 5
LEFT, WIDE, KIND, ARROWS = 64.0, 840.0, 78.0, 356.0  # of the cover
STRETCHES = (1.0, 1.15, 1.3, 1.5, 1.8)  # of half the height, until two columns hold all
SIZES = (18.0, 16.0, 14.0, 12.0, 11.0)
ASIDE = 220.0  # the column of a persona's photo
DISC = 132.0


def cover(frame: Frame) -> Slide:
    """Which map this is, whose journey, who answers for it, and of which day."""
    head = frame.picture.title
    scope = next((group for group in head.groups if group.heading == frame.say("scope")), None)
    whose = frame.story.writing.listed(plain(one.name).replace("\n", " ") for one in frame.picture.personas)
    state = frame.story.writing.listed(frame.picture.footer.notes)
    facts = [line(head.facts, 14, "ink-2")]
    facts += [line(plain(scope.items[0]), 14, "ink-2", before=6)] if scope is not None else []
    title = plain(head.title).replace("\n", " ")
    size = 40.0 if len(title) <= 70 else 30.0 if len(title) <= 140 else 20.0
    high = min(height([line(title, size)], WIDE), 190.0)
    people = KIND + 30 + high + 12
    about = people + (44 if whose else 0)
    things: list[Thing] = [
        Box(at=Place(x=0, y=0, width=18, height=HEIGHT), fill="accent", name="edge"),
        Box(at=_across(KIND, 24), lines=(line(head.kind, 14, "accent", bold=True),), name="kind"),
        *_logo(frame.picture),
        *_who(frame, whose, people),
        Box(at=_across(about, 60), lines=tuple(facts), name="facts"),
        *_arrows(frame),
        Box(at=_across(496, 20), lines=(line(state, 11, "ink-3"),), name="state"),
    ]
    at = _across(KIND + 26, high)
    notes = "\n".join([frame.picture.description, *frame.picture.footer.notes])
    return Slide(title=title, title_at=at, title_size=size, things=tuple(things), notes=notes)


def _logo(picture: Picture) -> Iterator[Photo]:
    """The workspace's logo, above the title."""
    if picture.logo:
        image = picture.images[picture.logo]
        width = min(40 * image.width / max(image.height, 1), 240.0)
        yield Photo(at=Place(x=LEFT, y=26, width=width, height=40), image=picture.logo, alt=picture.logo_alt)


def _across(y: float, height: float) -> Place:
    return Place(x=LEFT, y=y, width=WIDE, height=height)


def _who(frame: Frame, whose: str, y: float) -> Iterator[Thing]:
    people = frame.picture.personas[:4]
    for place, persona in enumerate(people):
        yield from _portrait(persona, Place(x=LEFT + place * 36, y=y, width=32, height=32), 12)
    if whose:
        x = LEFT + len(people) * 36 + 8
        at = Place(x=x, y=y, width=LEFT + WIDE - x, height=32)
        yield Box(at=at, lines=(line(whose, 16, bold=True),), name="personas", middle=True)


def _portrait(persona: Persona | Profile, at: Place, size: float) -> Iterator[Thing]:
    """The photo of a persona in a disc, or her initials."""
    if persona.photo:
        yield Photo(at=at, image=persona.photo, alt=plain(persona.name).replace("\n", " "), disc=True)
    else:
        initials = line(persona.initials, size, "accent", bold=True).model_copy(update={"align": "middle"})
        yield Box(at=at, shape="disc", fill="accent-soft", lines=(initials,), middle=True, name="initials")


def _arrows(frame: Frame) -> Iterator[Box]:
    """The stages as arrows, one after the other, with their steps below."""
    stages = frame.picture.stages
    if len(stages) > MOST_ARROWS:
        names = " → ".join(plain(stage.name).replace("\n", " ") for stage in stages)
        yield Box(at=_across(ARROWS, 70), lines=(line(names[:600], 12, "ink-2"),), name="stages")
        return
    width = (WIDE + 12) / max(len(stages), 1)
    for place, stage in enumerate(stages):
        yield _arrow(stage, place, Place(x=LEFT + place * width, y=ARROWS, width=width + 4, height=48), len(stages))
    if len(stages) <= MOST_ARROWS - 3:
        yield from _steps_below(frame, width)


def _arrow(stage: Stage, place: int, at: Place, count: int) -> Box:
    name = plain(stage.name).replace("\n", " ")
    words = line(name, 14 if count < 6 else 11, f"stage-{stage.hue}", bold=True)
    return Box(
        at=at,
        shape="arrow" if place else "first-arrow",
        fill=f"stage-{stage.hue}-soft",
        lines=(words.model_copy(update={"align": "middle"}),),
        middle=True,
        name=name,
    )


def _steps_below(frame: Frame, width: float) -> Iterator[Box]:
    first = 0
    for place, stage in enumerate(frame.picture.stages):
        steps = [step for step in frame.picture.steps[first : first + stage.span] if step is not None]
        first += stage.span
        names = [line(plain(step.name).replace("\n", " ")[:60], 10.5, "ink-2") for step in steps[:STEPS_BELOW]]
        more = [line(f"+{len(steps) - STEPS_BELOW}", 10.5, "ink-3")] if len(steps) > STEPS_BELOW else []
        if names:
            at = Place(x=LEFT + place * width + 12, y=ARROWS + 56, width=width - 20, height=76)
            yield Box(at=at, lines=(*names, *more), name=plain(stage.name))


def about(frame: Frame) -> Iterator[Slide]:
    """Scenario, goals, expectations and scope."""
    groups = frame.picture.title.groups
    if groups:
        place = Place(x=MARGIN, y=TOP, width=(INNER - COLUMN_GAP) / 2, height=ROOM)
        slides = [frame.slide(frame.say("slides.about"), things) for things in _columns(groups, place)]
        yield from numbered(slides)


def _columns(groups: Sequence[Group], first: Place) -> list[list[Thing]]:
    """Groups in two columns, in the largest letters with which they fit; each list of things is a slide."""
    columns: list[list[Line]] = []
    for size in SIZES:
        columns = _even([_block(group, size) for group in groups], first)
        if len(columns) <= COLUMNS:
            break
    return [_beside(columns[place : place + COLUMNS], first) for place in range(0, len(columns), COLUMNS)]


def _even(blocks: Sequence[tuple[Line, ...]], first: Place) -> list[list[Line]]:
    """Blocks in columns of about the same height, in as few as they can be."""
    columns = _filled(blocks, first.width, first.height)
    half = sum(height(block, first.width) for block in blocks) / COLUMNS
    for room in (half * stretch for stretch in STRETCHES if half * stretch < first.height):
        lower = _filled(blocks, first.width, room)
        if len(lower) <= max(len(columns), COLUMNS):
            return lower
    return columns


def _block(group: Group, size: float) -> tuple[Line, ...]:
    """A heading with its texts."""
    items = [one for item in group.items for one in lines(item, size)]
    many = len(group.items) > 1
    items = [one.model_copy(update={"bullet": many, "before": 3.0 if many else 0.0}) for one in items]
    return (line(group.heading, size * 0.8, "ink-3", bold=True, before=size), *items)


def _filled(blocks: Sequence[tuple[Line, ...]], width: float, room: float) -> list[list[Line]]:
    """Blocks in columns of a height; only what is higher than a column is parted."""
    columns: list[list[Line]] = [[]]
    left = room
    for block in blocks:
        if columns[-1] and height(block, width) > left:
            columns.append([])
            left = room
        for one in block:
            if columns[-1] and height([one], width) > left:
                columns.append([])
                left = room
            columns[-1].append(one)
            left -= height([one], width)
    return columns


def _beside(columns: Sequence[Sequence[Line]], first: Place) -> list[Thing]:
    found: list[Thing] = []
    for place, column in enumerate(columns):
        at = first.model_copy(update={"x": first.x + place * (first.width + COLUMN_GAP)})
        if column:
            found.append(
                Box(at=at, lines=(column[0].model_copy(update={"before": 0.0}), *column[1:]), name=said(column[0]))
            )
    return found


def people(frame: Frame) -> Iterator[Slide]:
    """Each persona of the map, and the empathy map where somebody began one."""
    if not frame.picture.personas:
        return
    for profile in persona_sheet(frame.story).people:
        yield from _person(frame, profile)


def _person(frame: Frame, one: Profile) -> Iterator[Slide]:
    name = plain(one.name).replace("\n", " ")
    prose = (Group(heading=frame.say("slides.bio"), items=(one.bio,)),) if one.bio else ()
    groups = (*prose, *one.groups, *one.values, *one.standing)
    x = MARGIN + ASIDE + COLUMN_GAP
    place = Place(x=x, y=TOP, width=(INNER - ASIDE - 2 * COLUMN_GAP) / 2, height=ROOM)
    told = _columns(groups, place) if groups else [[]]
    slides = [frame.slide(name, [*_aside(frame, one), *things], one.mark.word) for things in told]
    yield from numbered(slides)
    if one.around:
        yield from _empathy(frame, name, [*one.around, *one.below])


def _aside(frame: Frame, one: Profile) -> Iterator[Thing]:
    """Photo, role, quote and facts."""
    x = MARGIN + (ASIDE - DISC) / 2
    yield from _portrait(one, Place(x=x, y=TOP, width=DISC, height=DISC), 40)
    found = [*lines(one.role, 12, "ink-2", bold=True)]
    found += [quote.model_copy(update={"before": 8.0}) for quote in lines(one.quote, 13, "thoughts")]
    found += [line(fact.word, TEXT, "ink-2", before=4) for fact in one.facts]
    found += [
        line(f"{slider.low} {_scale(slider.share)} {slider.high}", TEXT, "ink-2", before=4) for slider in one.sliders
    ]
    found += [line(f"{bar.label}: {bar.value}", TEXT, "ink-2", before=2) for bar in one.bars]
    if one.channels:
        found.append(
            line(frame.story.writing.listed(chip.word for chip in one.channels), TEXT, "touchpoints", before=6)
        )
    y = TOP + DISC + 12
    yield Box(at=Place(x=MARGIN, y=y, width=ASIDE, height=HEIGHT - y - 36), lines=tuple(_that_fit(found)), name="aside")


def _scale(share: float) -> str:
    """Where a persona stands between two words."""
    place = round(share * 6)
    return "─" * place + "●" + "─" * (6 - place)


def _that_fit(found: Sequence[Line]) -> Iterator[Line]:
    room = HEIGHT - TOP - DISC - 12 - 36
    for one in found:
        room -= height([one], ASIDE)
        if room < 0:
            return
        yield one


def _empathy(frame: Frame, name: str, sides: Sequence[Side]) -> Iterator[Slide]:
    """What the persona thinks, feels, hears, sees, says and does, pains and gains: a table of four columns."""
    widths = (INNER / 4,) * 4
    cells = [_side(side) for side in sides]
    rows = [cells[first : first + 4] for first in range(0, len(cells), 4)]
    title = frame.say("slides.empathy", name=name)
    heads = [Cell(lines=(line(frame.say("persona.empathy"), SMALL, "ink-3"),), span=4, fill="sunken")]
    head, groups = laid(heads, rows, widths, ROOM)
    found = []
    for group in groups:
        at = Place(x=MARGIN, y=TOP, width=INNER, height=head.height + sum(one.height for one in group))
        grid = Grid(at=at, name=title, alt=title, widths=widths, head=head, rows=group)
        found.append(frame.slide(title, [grid]))
    yield from numbered(found)


def _side(side: Side) -> Cell:
    items = [one.model_copy(update={"bullet": True}) for item in side.items for one in lines(item, 12)]
    empty = [] if side.items else [line(side.empty, TEXT, "ink-3")]
    return Cell(lines=(line(side.heading, 12, "accent", bold=True), *items, *empty))
