"""Texts and cards as HTML; whatever somebody typed becomes text in it and nothing else."""

from collections.abc import Iterable
from html import escape

from footfall.render.markdown import safe_link
from footfall.render.picture import Caption, Card, Chip, Group, Image, Run, Severity, Text
from footfall.render.webpage.sprite import Sprite


def words(text: str) -> str:
    """A text in which nothing is markup."""
    return escape(text)


def paragraphs(text: Text, kind: str = "") -> str:
    """The paragraphs of a text, each in its own direction."""
    named = f' class="{kind}"' if kind else ""
    return "".join(f'<p dir="auto"{named}>{"".join(map(_run, one.runs))}</p>' for one in text)


def inline(text: Text) -> str:
    """A text within a heading; its lines stand one below the other."""
    return "<br>".join(f'<bdi dir="auto">{"".join(map(_run, one.runs))}</bdi>' for one in text)


def _run(run: Run) -> str:
    said = words(run.text)
    if run.italic:
        said = f"<em>{said}</em>"
    if run.bold:
        said = f"<strong>{said}</strong>"
    target = safe_link(run.link)
    return f'<a href="{escape(target)}" rel="noopener noreferrer">{said}</a>' if target else said


def captions(parts: Iterable[Caption], sprite: Sprite) -> str:
    """Small lines below a text."""
    return "".join(
        f'<p dir="auto" class="caption tone-{one.tone}">{_icon(one.icon, sprite)}{words(one.text)}</p>' for one in parts
    )


def _icon(name: str, sprite: Sprite) -> str:
    return sprite.icon(name) if name else ""


def chips(parts: Iterable[Chip], sprite: Sprite) -> str:
    """Icons with their words, in one line where they fit."""
    said = "".join(f'<li>{_icon(one.icon, sprite)}<bdi dir="auto">{words(one.word)}</bdi></li>' for one in parts)
    return f'<ul class="chips">{said}</ul>' if said else ""


def groups(parts: Iterable[Group]) -> str:
    """Headings with short texts."""
    said = "".join(
        f"<div><dt>{words(one.heading)}</dt>{''.join(f'<dd>{paragraphs(item)}</dd>' for item in one.items)}</div>"
        for one in parts
    )
    return f'<dl class="groups">{said}</dl>' if said else ""


def card(part: Card, images: dict[str, Image], sprite: Sprite, note: str = "") -> str:
    """A card: its text, its facts, and how well it is proven; `note` says how far it reaches."""
    number = f'<span class="number">{words(part.number)}</span>' if part.number else ""
    sign = sprite.mark(part.mark.grade, part.mark.word) if part.mark is not None else ""
    image = sprite.image(part.image, images[part.image], part.alt) if part.image in images else ""
    moment = _moment(part, sprite)
    facts = chips(part.chips, sprite) + _figure(part, sprite) + _severity(part.severity)
    until = f'<p class="caption tone-faint">{words(note)}</p>' if note else ""
    below = captions(part.captions, sprite) + until
    said = f"{sign}{number}{image}{moment}{paragraphs(part.text)}{facts}{below}"
    return f'<div class="card look-{part.look}">{said}</div>'


def _moment(part: Card, sprite: Sprite) -> str:
    said = f"{sprite.icon('diamond')}{words(part.moment_of_truth)}"
    return f'<p class="moment">{said}</p>' if part.moment_of_truth else ""


def _figure(part: Card, sprite: Sprite) -> str:
    if part.figure is None:
        return ""
    basis = f' <span class="basis">{words(part.figure.basis)}</span>' if part.figure.basis else ""
    delta = captions([part.figure.delta], sprite) if part.figure.delta is not None else ""
    return f'<p class="figure tone-{part.figure.tone}"><strong>{words(part.figure.value)}</strong>{basis}</p>{delta}'


def _severity(part: Severity | None) -> str:
    if part is None:
        return ""
    bars = "".join(f'<i class="bar-{place}{" on" if place <= part.bars else ""}"></i>' for place in (1, 2, 3))
    drawn = f'<span class="bars" aria-hidden="true">{bars}</span>'
    return f'<p class="severity tone-{part.tone}">{drawn}{words(part.word)}</p>'
