"""An empty presentation: wide, in our colours, with two layouts, and no word about who made the template."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from footfall.render.slides.deck import HEIGHT, WIDTH, Deck
from footfall.render.slides.paragraphs import emu

EPOCH = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
TITLED = 1  # the place of the layout with a title alone
KEPT = ("Title Slide", "Title Only", "Blank")
NARROW = 720.0  # points: how wide the template is
SCHEME = {
    "dk1": "ink",
    "lt1": "surface",
    "dk2": "ink-2",
    "lt2": "sunken",
    "accent1": "accent",
    "accent2": "touchpoints",
    "accent3": "opportunities",
    "accent4": "thoughts",
    "accent5": "emotion",
    "accent6": "pains",
    "hlink": "accent",
    "folHlink": "thoughts",
}
APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Footfall</Application><PresentationFormat>Widescreen</PresentationFormat></Properties>"
)


def new_presentation(deck: Deck, tokens: Mapping[str, str]) -> Any:
    """The presentation that slides are put into."""
    from pptx import Presentation

    made = Presentation()
    made.slide_width, made.slide_height = emu(WIDTH), emu(HEIGHT)
    for layout in [*made.slide_layouts]:
        if layout.name not in KEPT:
            made.slide_layouts.remove(layout)
    for page in (made.slide_master, *made.slide_layouts):
        _widen(page)
    _colour(made, tokens)
    _forget(made)
    _name(made, deck)
    return made


def _widen(page: Any) -> None:
    """Spread the places of a template of 4 to 3 over 16 to 9."""
    for shape in page.placeholders:
        if shape._element.xpath(".//a:xfrm"):
            shape.left, shape.width = (round(side * WIDTH / NARROW) for side in (shape.left, shape.width))


def _colour(made: Any, tokens: Mapping[str, str]) -> None:
    """Our colours as those of the theme, so that what is added later fits."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    theme = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    colours = "".join(
        f'<a:{key}><a:srgbClr val="{tokens[token].lstrip("#")}"/></a:{key}>' for key, token in SCHEME.items()
    )
    scheme = f'<a:clrScheme name="Footfall">{colours}</a:clrScheme>'
    written = re.sub(r"<a:clrScheme.*?</a:clrScheme>", scheme, theme.blob.decode(), flags=re.DOTALL)
    theme._blob = written.encode()


def _forget(made: Any) -> None:
    """Drop the template's thumbnail and printer, and its maker."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    package = made.part.package
    for owner, kind in ((package, RELATIONSHIP_TYPE.THUMBNAIL), (made.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)):
        for key in [key for key, relation in owner._rels.items() if relation.reltype == kind]:
            owner._rels.pop(key)
    package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)._blob = APP.encode()


def _name(made: Any, deck: Deck) -> None:
    told = made.core_properties
    told.title, told.author, told.last_modified_by = deck.name[:255], "Footfall", "Footfall"
    told.created = told.modified = EPOCH
    told.language, told.subject, told.revision = deck.language[:35], "", 1
