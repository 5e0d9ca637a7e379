"""Lines as the paragraphs of DrawingML; whatever somebody typed becomes text in it and nothing else."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from footfall.render.markdown import safe_link
from footfall.render.slides.deck import Line, Span
from footfall.render.slides.lines import BULLET

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION = "http://schemas.openxmlformats.org/presentationml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:a="{DRAWING}" xmlns:p="{PRESENTATION}" xmlns:r="{RELATIONS}"'
EMU = 12_700  # to a point
NUMBER = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"  # of the field that numbers slides
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Ink:
    """What paragraphs are written with."""

    tokens: Mapping[str, str]
    language: str
    link: Callable[[str], str]  # a target → the id of its relation to this slide

    @property
    def spoken(self) -> str:
        """The language as an attribute; one that is no language is not said."""
        return f' lang="{self.language}"' if _LANGUAGE.fullmatch(self.language) else ""


def emu(points: float) -> int:
    """Points in the unit of DrawingML."""
    return round(points * EMU)


def colour(token: str, tokens: Mapping[str, str]) -> str:
    """A solid fill of a token."""
    return f'<a:solidFill><a:srgbClr val="{tokens[token].lstrip("#")}"/></a:solidFill>'


def paragraphs(lines: Sequence[Line], ink: Ink) -> str:
    """The paragraphs; a text body has at least one."""
    return "".join(_paragraph(one, ink) for one in lines) or "<a:p/>"


def _paragraph(one: Line, ink: Ink) -> str:
    start, end = ("r", "l") if one.rtl else ("l", "r")
    align = {"start": start, "middle": "ctr", "end": end}[one.align]
    inward = emu(BULLET * one.size) if one.bullet else 0
    indent = f' marL="{inward}" indent="{-inward}"'
    before = f'<a:spcBef><a:spcPts val="{round(one.before * 100)}"/></a:spcBef>'
    bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if one.bullet else "<a:buNone/>"
    properties = f'<a:pPr algn="{align}" rtl="{int(one.rtl)}"{indent}>{before}{bullet}</a:pPr>'
    runs = "".join(_run(span, one, ink) for span in one.spans if span.text)
    last = f'<a:endParaRPr sz="{round(one.size * 100)}"/>'
    return f"<a:p>{properties}{runs}{last}</a:p>"


def _run(span: Span, one: Line, ink: Ink) -> str:
    size = round((span.size or one.size) * 100)
    style = (' b="1"' if span.bold else "") + (' i="1"' if span.italic else "")
    target = safe_link(span.link)
    link = f'<a:hlinkClick r:id="{ink.link(target)}"/>' if target else ""
    fill = colour(span.colour or one.colour, ink.tokens)
    properties = f'<a:rPr{ink.spoken} sz="{size}"{style} dirty="0">{fill}{link}</a:rPr>'
    words = f"{properties}<a:t>{escape(span.text, quote=False)}</a:t>"
    return f'<a:fld id="{NUMBER}" type="slidenum">{words}</a:fld>' if span.is_number else f"<a:r>{words}</a:r>"
