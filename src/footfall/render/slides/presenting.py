"""A map told as a deck of slides."""

from collections.abc import Iterable, Iterator
from itertools import islice

from footfall.render.layouts import grid
from footfall.render.picture import Card, Picture
from footfall.render.slides import closing, stages
from footfall.render.slides.deck import Deck, Slide
from footfall.render.slides.emotions import curves, told
from footfall.render.slides.framing import Frame
from footfall.render.slides.lines import is_cut
from footfall.render.slides.opening import about, cover, people
from footfall.render.story import Story

MOST_PEOPLE = 20  # slides of personas


def present(story: Story) -> Deck:
    """The slides of a map."""
    picture = grid(story)
    frame = Frame(story, picture)
    drawn = curves(story)
    studio = stages.Studio(picture, frame, told(story, drawn))
    kept: list[Slide] = [cover(frame), *about(frame), *islice(people(frame), MOST_PEOPLE)]
    remarks = [] if not any(is_cut(card.text) for card in _cards(picture)) else [story.say("slides.shortened")]
    for slides, most, key in (
        (stages.stage_slides(studio), stages.MOST_SLIDES, "slides.cut.stages"),
        (closing.curve_slides(frame, drawn), closing.MOST_SLIDES, "slides.cut.curve"),
        (iter(closing.chances(frame)), closing.MOST_SLIDES, "slides.cut.chances"),
        (iter(closing.pains(frame)), closing.MOST_SLIDES, "slides.cut.pains"),
    ):
        shown, more = _first(slides, most)
        kept += shown
        remarks += [story.say(key, most=most)] if more else []
    return Deck(
        language=picture.language,
        name=picture.name,
        slides=tuple(kept),
        images=dict(picture.images),
        accent=picture.accent,
        remarks=tuple(remarks),
    )


def _first(slides: Iterable[Slide], most: int) -> tuple[list[Slide], bool]:
    """The first slides, and whether there are more."""
    waiting = iter(slides)
    return list(islice(waiting, most)), next(waiting, None) is not None


def _cards(picture: Picture) -> Iterator[Card]:
    for lane in picture.lanes:
        for band in lane.bands:
            for cell in band:
                yield from cell.cards
