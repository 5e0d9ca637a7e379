"""The whole page: head, persona, grid, outline and legend in one file that asks for nothing else."""

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from pathlib import Path

from footfall.render.cards import STALE_ICON
from footfall.render.layouts import grid as laid_out
from footfall.render.markdown import plain
from footfall.render.picture import Footer, Persona, Picture
from footfall.render.slides.emotions import curves, told
from footfall.render.story import Story
from footfall.render.tokens import DARK, LIGHT, PRINT, branded
from footfall.render.typesetting import Painting
from footfall.render.webpage.grid import grid
from footfall.render.webpage.outline import outline
from footfall.render.webpage.sprite import Sprite
from footfall.render.webpage.texts import chips, groups, inline, paragraphs, words

MEDIA_TYPE = "text/html"
STYLE = Path(__file__).with_name("page.css")
VIEWS = ("grid", "outline")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def write_page(story: Story) -> Painting:
    """The page of a map, in light and in dark as its reader's system says."""
    picture = laid_out(story)
    sprite = Sprite()
    body = _body(story, picture, sprite)
    style = _style(picture)
    shown = f"<head>{_head(picture, style)}</head><body>{sprite.symbols()}{body}</body>"
    return Painting(f"<!doctype html>\n{_html(picture)}{shown}</html>\n".encode(), MEDIA_TYPE)


def _html(picture: Picture) -> str:
    language = picture.language if LANGUAGE.fullmatch(picture.language) else "en"
    return f'<html lang="{language}">'


def _head(picture: Picture, style: str) -> str:
    """What may be loaded is said first: nothing but the style and the images that stand in the file."""
    seal = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{seal}'; img-src data:; base-uri 'none'; form-action 'none'"
    return (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="referrer" content="no-referrer"><meta name="generator" content="Footfall">'
        f'<title>{words(picture.name)}</title><meta name="description" content="{escape(picture.description)}">'
        f"<style>{style}</style>"
    )


def _style(picture: Picture) -> str:
    """The style with the colours of both themes, and with the measures of this map."""
    width = picture.frame.head + picture.frame.columns * picture.frame.step
    measures = {"head": picture.frame.head, "step": picture.frame.step, "wide": width}
    sizes = "".join(f"--{name}:{value:g}px;" for name, value in measures.items())
    light, dark, paper = (_tokens(branded(theme, picture.accent)) for theme in (LIGHT, DARK, PRINT))
    themes = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}@media print{{:root{{{paper}}}}}"
    return f":root{{{light}{sizes}}}{themes}{STYLE.read_text(encoding='utf-8')}"


def _tokens(theme: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in theme.items())


def _body(story: Story, picture: Picture, sprite: Sprite) -> str:
    people = "".join(_persona(one, picture, sprite) for one in picture.personas)
    shown = _views(story, picture, sprite) if picture.stages else f'<p class="empty">{words(picture.words.empty)}</p>'
    label = escape(story.say("page.personas"))
    who = f'<section class="people" aria-label="{label}">{people}</section>' if people else ""
    return f"{_banner(story, picture, sprite)}<main>{who}{shown}</main>{_footer(picture.footer, sprite)}"


def _banner(story: Story, picture: Picture, sprite: Sprite) -> str:
    title = picture.title
    views = "".join(f'<a class="to-{view}" href="#{view}">{story.say(f"page.{view}")}</a>' for view in VIEWS)
    nav = f'<nav aria-label="{escape(story.say("page.views"))}">{views}</nav>' if picture.stages else ""
    logo = picture.logo
    mark = sprite.image(logo, picture.images[logo], picture.logo_alt, "logo") if logo else ""
    return (
        f'<header>{mark}<p class="kind">{words(title.kind)}</p><h1>{inline(title.title)}</h1>'
        f'<p dir="auto" class="facts">{words(title.facts)}</p>{groups(title.groups)}{nav}</header>'
    )


def _persona(one: Persona, picture: Picture, sprite: Sprite) -> str:
    name = plain(one.name).replace("\n", " ")
    face = f'<span class="initials" aria-hidden="true">{words(one.initials)}</span>'
    if one.photo:
        face = sprite.image(one.photo, picture.images[one.photo], name, "photo")
    about = f"<h2>{inline(one.name)}</h2>{paragraphs(one.role, 'role')}{paragraphs(one.quote, 'quote')}"
    more = f"{paragraphs(one.bio)}{chips(one.facts, sprite)}{groups(one.groups)}"
    return f"<article>{face}<div>{about}{more}</div></article>"


def _views(story: Story, picture: Picture, sprite: Sprite) -> str:
    feelings = told(story, curves(story))
    until = story.say("page.until", step="{step}")
    table, listed = grid(picture, sprite), outline(picture, feelings, until, sprite)
    return (
        f'<section id="grid" aria-labelledby="grid-name"><h2 id="grid-name">{story.say("page.grid")}</h2>'
        f'<div class="scroll" role="group" tabindex="0" aria-labelledby="grid-name">{table}</div></section>'
        f'<section id="outline" aria-labelledby="outline-name"><h2 id="outline-name">{story.say("page.outline")}</h2>'
        f"{listed}</section>"
    )


def _footer(footer: Footer, sprite: Sprite) -> str:
    grades = "".join(
        f"<li>{sprite.mark(item.grade, '')}{words(item.word)} <b>{words(item.count)}</b></li>" for item in footer.grades
    ).replace('role="img" aria-label=""', 'aria-hidden="true"')
    if footer.stale:
        grades += f'<li class="tone-warn">{sprite.icon(STALE_ICON)}{words(footer.stale)}</li>'
    lines = "".join(
        f'<li><svg class="sample" aria-hidden="true" viewBox="0 0 28 8"><path class="{kind}" d="M1 4H27"/></svg>'
        f"{words(word)}</li>"
        for kind, word in (("assumed", footer.assumed), ("measured", footer.measured))
        if word
    )
    notes = "".join(f'<li dir="auto">{words(note)}</li>' for note in footer.notes)
    return f'<footer><ul class="legend">{grades}{lines}</ul><ul class="notes">{notes}</ul></footer>'
