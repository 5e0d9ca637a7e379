"""The house style of a workspace on its pictures."""

import io
from base64 import b64encode
from typing import get_args

import pytest
from pypdf import PdfReader

from footfall import render
from footfall.render.tokens import THEMES, branded, contrast
from tests.images.files import photo
from tests.render import maps
from tests.render.test_painting import structure

LOGO = render.Image(media_type="image/jpeg", width=8, height=6, data=b64encode(photo(size=(8, 6))).decode())
LIBRARY = {**maps.LIBRARY, "brand": {"type": "brand", "logo": "logo", "alt": "Veldhuis", "accent": "#FFD400"}}


@pytest.mark.parametrize("layout", get_args(render.LayoutName))
def test_every_layout_has_the_logo_and_the_colour_of_the_library(layout: render.LayoutName) -> None:
    sheet = render.lay_out(layout, *maps.documents(None, LIBRARY), images={"logo": LOGO})
    assert (sheet.logo, sheet.logo_alt, sheet.accent) == ("logo", "Veldhuis", "#FFD400")


@pytest.mark.usefixtures("assets")
def test_a_pdf_says_what_the_logo_says_and_a_logo_that_is_gone_is_left_out() -> None:
    documents = maps.documents(None, LIBRARY)
    painted = render.paint(render.lay_out("timeline", *documents, images={"logo": LOGO}), "pdf")
    alts = [str(thing["/Alt"]) for thing in structure(PdfReader(io.BytesIO(painted.content))) if "/Alt" in thing]
    assert (painted.warnings, "Veldhuis" in alts) == ((), True)
    assert render.lay_out("timeline", *documents).logo == ""


@pytest.mark.parametrize("theme", get_args(render.tokens.Theme))
@pytest.mark.parametrize("accent", ["#FFD400", "#000000", "#FFFFFF", "#2D4CCB", "#7F7F7F"])
def test_any_colour_becomes_legible_on_every_surface(theme: render.tokens.Theme, accent: str) -> None:
    tokens = branded(THEMES[theme], accent)
    assert min(contrast(tokens["accent"], tokens[name]) for name in ("surface", "sunken", "hover")) >= 4.5
    assert branded(THEMES[theme], "") == THEMES[theme]
