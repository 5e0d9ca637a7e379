"""The outline of a page: the same map as headings and lists, stage by stage."""

from collections.abc import Iterator, Mapping

from footfall.render.markdown import plain
from footfall.render.picture import Band, Picture, Stage, Step
from footfall.render.slides.deck import Line
from footfall.render.slides.lines import said
from footfall.render.webpage.sprite import Sprite
from footfall.render.webpage.texts import captions, card, inline, paragraphs, words

Feelings = Mapping[int, tuple[Line, ...]]  # what was drawn and measured, by column


def outline(picture: Picture, feelings: Feelings, until: str, sprite: Sprite) -> str:
    """Stages that open and close, all open at first; `until` says how far a card reaches."""
    first, said_here = 0, []
    for stage in picture.stages:
        columns = range(first, first + stage.span)
        said_here.append(_stage(stage, columns, picture, feelings, until, sprite))
        first = columns.stop
    return "".join(said_here)


def _stage(stage: Stage, columns: range, picture: Picture, feelings: Feelings, until: str, sprite: Sprite) -> str:
    head = f'<summary class="stage hue-{stage.hue}"><h3>{inline(stage.name)}</h3></summary>'
    about = paragraphs(stage.goal, "goal") + captions(stage.captions, sprite)
    steps = "".join(_step(column, picture, feelings, until, sprite) for column in columns)
    return f'<details open>{head}<div class="inside">{about}{steps}</div></details>'


def _step(column: int, picture: Picture, feelings: Feelings, until: str, sprite: Sprite) -> str:
    step: Step | None = picture.steps[column]
    if step is None:
        return ""
    lanes = "".join(_lanes(column, picture, feelings, until, sprite))
    listed = f"<dl>{lanes}</dl>" if lanes else ""
    return f"<section><h4>{inline(step.name)}</h4>{captions(step.captions, sprite)}{listed}</section>"


def _lanes(column: int, picture: Picture, feelings: Feelings, until: str, sprite: Sprite) -> Iterator[str]:
    feels = True  # the first lane with a curve says all emotions
    for lane in picture.lanes:
        told = "".join(_cards(column, picture, until, sprite, lane.bands))
        if lane.chart is not None and feels:
            told = "".join(f'<p dir="auto">{words(said(line))}</p>' for line in feelings.get(column, ())) + told
            feels = False
        if told:
            name = f"{sprite.icon(lane.icon)}{inline(lane.name)}"
            yield f'<div><dt class="tone-{lane.colour}">{name}</dt><dd>{told}</dd></div>'


def _cards(column: int, picture: Picture, until: str, sprite: Sprite, bands: tuple[Band, ...]) -> Iterator[str]:
    for band in bands:
        for cell in band:
            if cell.start == column:
                last = picture.steps[min(cell.start + cell.span, len(picture.steps)) - 1]
                reach = until.format(step=plain(last.name)) if cell.span > 1 and last is not None else ""
                yield from (card(one, picture.images, sprite, reach) for one in cell.cards)
