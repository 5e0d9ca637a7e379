"""The storyboard: scene by scene with its picture and caption, in the order of the journey."""

from collections.abc import Iterator
from typing import Literal

from footfall.journey.records import Card, LaneKind
from footfall.render.cards import painted
from footfall.render.chart import round_half
from footfall.render.fitting import shortened
from footfall.render.layouts.framing import framed
from footfall.render.layouts.timeline import hue
from footfall.render.markdown import literal, one_line, read_markdown, right_to_left
from footfall.render.picture import Part, Sheet, Text
from footfall.render.story import Story

FRAME, GUTTER = 292.0, 18.0
LONGEST_SAID = 180  # letters of what stands in a frame without a picture


class Scene(Part):
    """A frame of the strip; without a picture it shows what the customer says, or that there is none yet."""

    number: str
    image: str = ""
    alt: str = ""
    said: Text = ()
    caption: Text = ()
    step: str
    stage: str  # named where it begins
    hue: int
    face: int | None = None
    feeling: str = ""
    rtl: bool = False


class Storyboard(Sheet):
    """A storyboard."""

    layout: Literal["storyboard"] = "storyboard"
    frame: float = FRAME
    gutter: float = GUTTER
    per_row: int
    scenes: tuple[Scene, ...] = ()
    words: dict[str, str]
    empty: str = ""

    @property
    def cards(self) -> int:
        """How many scenes are painted."""
        return len(self.scenes)


def storyboard(story: Story) -> Storyboard:
    """The storyboard of a map: its storyboard lane, else its images; a step without a scene is told by its actions."""
    kinds = next((kind for kind in (LaneKind.STORYBOARD, LaneKind.IMAGES) if story.has(kind)), None)
    scenes = tuple(_scenes(story, kinds))
    per_row = min(max(3, len(scenes)), 4 if len(scenes) <= 12 else 5 if len(scenes) <= 25 else 6)
    return Storyboard(
        **framed(story, "storyboard"),
        width=per_row * (FRAME + GUTTER) - GUTTER,
        remarks=tuple(_remarks(story, kinds, scenes)),
        per_row=per_row,
        scenes=scenes,
        words={"none": story.say("storyboard.none")},
        empty="" if story.across else story.say("empty"),
    )


def _remarks(story: Story, kind: LaneKind | None, scenes: tuple[Scene, ...]) -> Iterator[str]:
    if not scenes:
        return
    if kind is None:
        yield story.say("storyboard.no-lane")
    if any(scene.stage.endswith("…") for scene in scenes):
        yield story.say("shortened")
    if kind is not None and not any(scene.image for scene in scenes):
        yield story.say("storyboard.no-pictures")


def _scenes(story: Story, kind: LaneKind | None) -> Iterator[Scene]:
    number = 0
    firsts = {start: stage for stage, start, _ in story.spans}
    for column in range(len(story.across)):
        cards = [card for _, card in story.cards_at(column, kind)] if kind is not None else []
        for place, card in enumerate(cards or [None]):
            number += 1
            begins = column in firsts and place == 0
            yield _scene(story, column, card, str(number), story.stage_name(firsts[column]) if begins else "")


def _scene(story: Story, column: int, card: Card | None, number: str, stage: str) -> Scene:
    drawn = painted(card, LaneKind.STORYBOARD, None, story) if card is not None else None
    image = drawn.image if drawn is not None else ""
    score, feeling = story.drawn(column), one_line(story.feeling(column))
    stages = list(story.map.stages)
    id = story.across[column][0]
    return Scene(
        number=number,
        image=image,
        alt=drawn.alt if drawn is not None else "",
        said=() if image else _said(story, column),
        caption=drawn.text if drawn is not None and drawn.text else _actions(story, column),
        step=one_line(story.column_name(column)),
        stage=shortened(one_line(stage), 13, FRAME, 1),
        hue=hue(story, id, stages.index(id)),
        face=None if score is None else round_half(score),
        feeling=feeling,
        rtl=right_to_left(feeling),
    )


def _said(story: Story, column: int) -> Text:
    """What the customer says or thinks here."""
    cards = story.cards_at(column, LaneKind.QUOTES, LaneKind.THOUGHTS)
    text = next((story.card_name(card) for _, card in cards if card.text), "")
    said = shortened(text.strip("“”"), 16, FRAME - 56, 6)
    return literal(f"“{said}”") if said else ()


def _actions(story: Story, column: int) -> Text:
    """What the customer does here."""
    texts = [card.text for _, card in story.cards_at(column, LaneKind.ACTIONS) if card.text]
    return read_markdown("\n".join(texts))
