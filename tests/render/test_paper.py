"""Pictures on paper: whole on a sheet, or in tiles to be glued."""

import io

import pytest
from pypdf import PdfReader

from footfall import render
from footfall.errors import RenderFailed
from footfall.render.paper import EDGE, OVERLAP, Layout, lay
from tests.render import maps


def label(**place: object) -> str:
    return "{name} {row}/{rows} {column}/{columns}".format(**place)


def sheet(layout: render.LayoutName = "grid") -> render.Sheet:
    return render.lay_out(layout, *maps.documents(), maps.NUMBERS, on=maps.TODAY)


@pytest.mark.parametrize(("size", "across"), [((2000, 900), True), ((900, 2000), False)])
def test_paper_is_turned_to_what_fits_better(size: tuple[float, float], across: bool) -> None:
    laid = lay(render.Paper("a4"), *size, label)
    assert (laid.width > laid.height) is across
    assert laid.fit * size[0] <= laid.width - 2 * EDGE + 0.01
    assert laid.fit * size[1] <= laid.height - 2 * EDGE + 0.01


def test_tiles_overlap_cover_the_picture_and_are_named_by_row_and_column() -> None:
    laid = lay(render.Paper("a4", tiled=True), 2000, 900, label)
    assert covers(laid, 2000, 900)
    assert [tile.label for tile in laid.tiles][:2] == ["A1 1/2 1/3", "A2 1/2 2/3"]
    first, second = laid.tiles[:2]
    assert first.x + first.width - second.x == pytest.approx(OVERLAP)


def covers(laid: Layout, width: float, height: float) -> bool:
    last = laid.tiles[-1]
    return last.x + last.width >= width and last.y + last.height >= height and len(laid.tiles) == 6


def test_a_picture_that_fits_on_one_sheet_has_no_tiles_and_one_of_a_hundred_sheets_is_refused() -> None:
    assert lay(render.Paper("a0", tiled=True), 400, 300, label).tiles == ()
    with pytest.raises(RenderFailed, match=r"would take \d+ sheets of A4"):
        lay(render.Paper("a4", tiled=True), 90_000, 90_000, label)


@pytest.mark.usefixtures("assets")
@pytest.mark.parametrize(
    ("paper", "points"), [("a0", (3370, 2384)), ("a3", (1191, 842)), ("legal", (1008, 612)), ("tabloid", (1224, 792))]
)
def test_a_pdf_has_the_size_of_its_paper(paper: render.PaperName, points: tuple[int, int]) -> None:
    painted = render.paint(sheet(), "pdf", "print", paper=render.Paper(paper))
    (page,) = PdfReader(io.BytesIO(painted.content)).pages
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == points


@pytest.mark.usefixtures("assets")
def test_tiles_follow_a_plan_and_only_the_plan_is_read_aloud() -> None:
    painted = render.paint(sheet(), "pdf", "print", paper=render.Paper("a3", tiled=True))
    reader = PdfReader(io.BytesIO(painted.content))
    said = [page.extract_text() for page in reader.pages]
    assert painted.warnings == ()
    assert "<pdfuaid:part>1</pdfuaid:part>" in reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert len(said) == 5
    assert ["row 1 of 2, column 2 of 2" in text for text in said] == [False, False, True, False, False]


@pytest.mark.usefixtures("assets")
def test_small_letters_on_small_paper_are_said_and_a_picture_has_no_paper() -> None:
    assert "smallest letters" in render.paint(sheet(), "pdf", paper=render.Paper("a4")).warnings[0]
    with pytest.raises(RenderFailed, match="Only a PDF has paper"):
        render.paint(sheet(), "svg", paper=render.Paper("a4"))
