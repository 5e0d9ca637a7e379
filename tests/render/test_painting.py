"""Pictures as files: what a reader of the PDF, the SVG and the PNG finds."""

import io
import xml.etree.ElementTree as ET
from functools import cache

import pytest
from PIL import Image
from pypdf import PdfReader

from footfall import render
from footfall.errors import RenderFailed
from footfall.render.picture import Picture
from tests.render import maps


@cache
def rich() -> Picture:
    return render.compose(*maps.documents(), maps.NUMBERS, on=maps.TODAY, version="version 14")


@cache
def rich_pdf() -> PdfReader:
    painting = render.paint(rich(), "pdf")
    assert painting.warnings == ()
    return PdfReader(io.BytesIO(painting.content))


def test_a_pdf_is_one_page_as_large_as_the_map() -> None:
    (page,) = rich_pdf().pages
    frame = rich().frame
    assert float(page.mediabox.width) == pytest.approx(frame.width + 2 * frame.margin, abs=0.5)
    assert 1000 < float(page.mediabox.height) < 2500


def test_a_pdf_is_tagged_marked_as_universally_accessible_titled_and_in_its_language() -> None:
    root = rich_pdf().trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en"
    assert rich_pdf().metadata is not None
    assert rich_pdf().metadata.title == "Parcel delivery, from order to doorstep"


def test_an_svg_is_well_formed_and_has_a_title_and_a_description() -> None:
    root = ET.fromstring(render.paint(rich(), "svg").content)
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == "Parcel delivery, from order to doorstep"
    assert "8 steps" in root.find(f"{space}desc").text


def test_a_png_shows_something() -> None:
    image = Image.open(io.BytesIO(render.paint(rich(), "png").content))
    colours = image.convert("RGB").getcolors(maxcolors=1_000_000)
    assert image.width > 2000
    assert len(colours) > 100


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(RenderFailed) as refused:
        render.paint(rich(), "docx")
    assert str(refused.value) == "There is no picture format “docx”. Known are pdf, svg, png."
