"""The grid of a page: a table of lanes by steps, steps under their stages."""

from collections.abc import Iterator

from footfall.render.picture import Cell, Lane, Picture, Stage, Step
from footfall.render.webpage.curve import drawing
from footfall.render.webpage.sprite import Sprite
from footfall.render.webpage.texts import captions, card, inline, paragraphs, words


def grid(picture: Picture, sprite: Sprite) -> str:
    """The table; empty cells are empty."""
    columns = '<col class="names">' + '<col class="step">' * picture.frame.columns
    body = "".join(_lane(lane, picture, sprite) for lane in picture.lanes)
    head = f"<thead>{_stages(picture, sprite)}{_steps(picture, sprite)}</thead>"
    caption = f'<caption class="hidden">{words(picture.description)}</caption>'
    return f"<table>{caption}<colgroup>{columns}</colgroup>{head}{body}</table>"


def _stages(picture: Picture, sprite: Sprite) -> str:
    cells = "".join(_stage(stage, sprite) for stage in picture.stages)
    return f'<tr><th scope="row" class="corner">{words(picture.words.stage)}</th>{cells}</tr>'


def _stage(stage: Stage, sprite: Sprite) -> str:
    about = f"{paragraphs(stage.goal, 'goal')}{captions(stage.captions, sprite)}"
    said = f'<span class="name">{inline(stage.name)}</span>{about}'
    return f'<th scope="colgroup" colspan="{stage.span}" class="stage hue-{stage.hue}">{said}</th>'


def _steps(picture: Picture, sprite: Sprite) -> str:
    hues = [stage.hue for stage in picture.stages for _ in range(stage.span)]
    cells = "".join(_step(step, hue, sprite) for step, hue in zip(picture.steps, hues, strict=True))
    return f'<tr><th scope="row" class="corner">{words(picture.words.step)}</th>{cells}</tr>'


def _step(step: Step | None, hue: int, sprite: Sprite) -> str:
    if step is None:
        return f'<td class="step hue-{hue}"></td>'
    said = f'<span class="name">{inline(step.name)}</span>{captions(step.captions, sprite)}'
    return f'<th scope="col" class="step hue-{hue}">{said}</th>'


def _lane(lane: Lane, picture: Picture, sprite: Sprite) -> str:
    """A lane is a group of rows: its curve, and its rows of cards."""
    rows = list(_rows(lane, picture, sprite))
    note = f'<p dir="auto" class="caption tone-faint">{words(lane.note)}</p>' if lane.note else ""
    named = f'<span class="name tone-{lane.colour}">{sprite.icon(lane.icon)}{inline(lane.name)}</span>{note}'
    head = f'<th scope="rowgroup" rowspan="{len(rows)}" class="lane">{named}</th>'
    body = "".join(f"<tr>{head if place == 0 else ''}{cells}</tr>" for place, cells in enumerate(rows))
    return f"<tbody>{body}</tbody>{_line_below(lane, picture)}"


def _rows(lane: Lane, picture: Picture, sprite: Sprite) -> Iterator[str]:
    columns = picture.frame.columns
    if lane.chart is not None:
        curve = drawing(lane.chart, columns * picture.frame.step, sprite)
        yield f'<td colspan="{columns}" class="drawing">{curve}</td>'
    for band in lane.bands:
        yield "".join(_cell(cell, picture, sprite) for cell in band)
    if lane.chart is None and not lane.bands:
        yield f'<td colspan="{columns}"></td>'


def _cell(cell: Cell, picture: Picture, sprite: Sprite) -> str:
    across = f' colspan="{cell.span}"' if cell.span > 1 else ""
    down = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return f"<td{across}{down}>{''.join(card(one, picture.images, sprite) for one in cell.cards)}</td>"


def _line_below(lane: Lane, picture: Picture) -> str:
    """The line of a service blueprint."""
    if lane.line_below is None:
        return ""
    span = picture.frame.columns + 1
    word = words(lane.line_below.word)
    return f'<tbody><tr><th scope="rowgroup" colspan="{span}" class="line"><span>{word}</span></th></tr></tbody>'
