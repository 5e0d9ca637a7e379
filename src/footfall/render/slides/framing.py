"""What all slides have: a title, the bar of stages above it, and the line below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from footfall.render.markdown import plain
from footfall.render.picture import Picture
from footfall.render.slides.deck import HEIGHT, INNER, MARGIN, WIDTH, Box, Line, Place, Slide, Span, Thing
from footfall.render.slides.lines import SIGNS, line
from footfall.render.story import Story

TITLE = Place(x=MARGIN, y=30, width=INNER, height=42)
BAR = 5.0


@dataclass(frozen=True)
class Frame:
    """The map that slides are about."""

    story: Story
    picture: Picture

    def say(self, key: str, **parts: object) -> str:
        """Words in the map's language."""
        return self.story.say(key, **parts)

    def slide(self, title: str, things: Sequence[Thing], notes: str = "") -> Slide:
        """A slide with the line below: the map, and what the signs mean."""
        return Slide(title=title, title_at=TITLE, things=(*things, *self._below()), notes=notes)

    def _below(self) -> Iterator[Box]:
        y = HEIGHT - 26
        signs = [f"{SIGNS[item.grade]} {item.word}" for item in self.picture.footer.grades if item.grade != "assumed"]
        name = line(self.picture.name, 9, "ink-3")
        yield Box(at=Place(x=MARGIN, y=y, width=INNER * 0.6, height=16), lines=(name,), name="map")
        if signs:
            legend = line("   ".join(signs), 9, "ink-3").model_copy(update={"align": "end"})
            at = Place(x=MARGIN + INNER * 0.6, y=y, width=INNER * 0.4 - 36, height=16)
            yield Box(at=at, lines=(legend,), name="legend")
        number = Line(spans=(Span(text="‹#›", is_number=True),), size=9, colour="ink-3", align="end")
        yield Box(at=Place(x=WIDTH - MARGIN - 30, y=y, width=30, height=16), lines=(number,), name="number")


def stage_bar(frame: Frame, here: int) -> Iterator[Box]:
    """Where in the journey a slide is: a strip for each stage, this one in its full colour."""
    stages = frame.picture.stages
    width = INNER / max(len(stages), 1)
    for place, stage in enumerate(stages):
        fill = f"stage-{stage.hue}" if place == here else "line"
        at = Place(x=MARGIN + place * width, y=18, width=max(width - 3, 1.0), height=BAR)
        yield Box(at=at, fill=fill, name=plain(stage.name))


def numbered(slides: Sequence[Slide]) -> Iterator[Slide]:
    """Slides that go on: each title says which of how many it is, so that no two are alike."""
    if len(slides) < 2:
        yield from slides
        return
    for place, slide in enumerate(slides, 1):
        yield slide.model_copy(update={"title": f"{slide.title} ({place}/{len(slides)})"})
