"""Slides of a map: what stands on them, and what a reader of PPTX finds in the file."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from python_calamine import CalamineWorkbook

from footfall import render
from footfall.errors import RenderFailed
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.render.slides import present
from footfall.render.slides.deck import Cell, Deck, Grid, Line, Slide, Span
from footfall.render.slides.lines import said
from footfall.render.slides.paging import pages, row
from footfall.render.slides.writing import write
from tests.render import maps
from tests.render.test_layouts import HOSTILE, everywhere

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="  # one, grey
WORTH = ["Hub scans and a new estimate", "Ask which neighbour first", "Show parcel size at lockers"]


def deck(records: maps.Json | None = None, library: maps.Json | None = None, **images: render.Image) -> Deck:
    return present(render.tell(*maps.documents(records, library), maps.NUMBERS, images=images, on=maps.TODAY))


@cache
def rich() -> Any:
    return Presentation(io.BytesIO(write(deck(), "light").content))


def grids(slide: Slide) -> list[Grid]:
    return [thing for thing in slide.things if isinstance(thing, Grid)]


def words(cell: Cell) -> str:
    return "\n".join(said(line) for line in cell.lines)


def texts(presentation: Any) -> Iterator[str]:
    for slide in presentation.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            elif shape.has_table:
                yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)


def test_a_map_becomes_a_cover_its_personas_a_slide_a_stage_its_curve_and_what_to_improve() -> None:
    titles = [slide.title.split(" (")[0] for slide in deck().slides]
    assert [*dict.fromkeys(titles)] == [
        "Parcel delivery, from order to doorstep",
        "About this journey",
        "Maya Lindqvist",
        *("Order", "Wait", "Receive", "After"),
        "How the customer feels",
        "Opportunities",
        "Pain points",
    ]


def test_every_slide_has_a_title_of_its_own_and_all_that_is_no_text_has_words() -> None:
    titles = [slide.shapes.title.text_frame.text for slide in rich().slides]
    assert len({*titles}) == len(titles)
    for slide in rich().slides:
        assert slide.shapes[0] == slide.shapes.title  # read first
        frames = [shape for shape in slide.shapes if not shape.has_text_frame]
        assert all(shape._element.xpath(".//p:cNvPr/@descr")[0] for shape in frames)
        silent = [shape for shape in slide.shapes if shape.has_text_frame and not shape._element.xpath(".//a:t")]
        assert all(shape._element.xpath(".//*[local-name()='decorative']") for shape in silent)
        assert not slide._element.xpath(".//p:style")  # it would bring shadows


def test_stages_are_native_tables_whose_heads_are_known_as_such() -> None:
    slide = next(slide for slide in rich().slides if slide.shapes.title.text_frame.text == "Order")
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    assert (table.first_row, table.first_col) == (True, True)
    assert [cell.text_frame.text.split("\n")[0] for cell in table.rows[0].cells] == ["", "Choose delivery", "Pay"]
    assert [row.cells[0].text_frame.text.split("\n")[0] for row in table.rows][1:5] == [
        "What she wants",
        "Actions",
        "Touchpoints",
        "Emotion",
    ]
    assert "◉" in table.cell(3, 2).text_frame.text  # a measured claim
    assert (
        "What she wants: Pick a moment that fits a busy week · heard · 6 interviews"
        in slide.notes_slide.notes_text_frame.text
    )


def test_the_curve_is_a_native_chart_with_its_numbers_behind_it() -> None:
    chart = next(shape.chart for slide in rich().slides for shape in slide.shapes if shape.has_chart)
    drawn, measured = chart.plots[0].series
    assert (drawn.name, measured.name) == ("believed", "measured, with 95% interval")
    assert list(drawn.values) == [1, 1, 1.5, 1, None, 1, 2, 0]
    assert list(measured.values) == [0.9, 0.7, 0.5, -0.5, -1.4, -0.3, 1.3, 0.2]
    assert [level.label for level in chart.plots[0].categories] == [step["name"] for step in maps.STEPS.values()]
    assert len(measured._element.xpath("c:errBars/c:plus//c:pt")) == 8
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).get_sheet_by_index(0)
    assert [row[2] or None for row in sheet.to_python()] == ["believed", *(value or None for value in drawn.values)]


def test_opportunities_stand_by_worth_and_pains_by_severity() -> None:
    chances, pains = (grids(slide)[0] for slide in deck().slides if slide.title in ("Opportunities", "Pain points"))
    assert [words(one.cells[0]) for one in chances.rows][:3] == WORTH
    assert [words(cell) for cell in chances.rows[1].cells][1:5] == ["Receive › Take it in", "4", "2.5", "1"]
    severities = [words(one.cells[2]) for one in pains.rows]
    assert severities == ["severe"] * 3 + ["moderate"] * 2 + ["minor"] * 2


def test_pictures_stand_on_slides_with_their_words_and_a_persona_has_her_photo() -> None:
    grey = render.Image(media_type="image/png", width=1, height=1, data=PIXEL)
    records = maps.RICH | {"actions-pay-0": maps.RICH["actions-pay-0"] | {"image": "shot", "alt": "The till"}}
    library = maps.LIBRARY | {"maya": maps.LIBRARY["maya"] | {"photo": "mayaphoto"}}
    made = deck(records, library, shot=grey, mayaphoto=grey)
    shown = Presentation(io.BytesIO(write(made, "dark").content))
    pictures = {
        slide.shapes.title.text_frame.text: shape._element.xpath(".//p:cNvPr/@descr")[0]
        for slide in shown.slides
        for shape in slide.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.PICTURE
    }
    assert pictures == {
        "Parcel delivery, from order to doorstep": "Maya Lindqvist",
        "Maya Lindqvist": "Maya Lindqvist",
        "Order: pictures": "The till",
    }


def test_equal_maps_are_equal_bytes_without_a_trace_of_the_machine() -> None:
    first, second = (write(deck(), "light").content for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {2000}
        assert b"Footfall" in parts.read("docProps/core.xml")


@pytest.mark.parametrize(
    "text", [*HOSTILE.values(), '=HYPERLINK("http://evil","x")', "@SUM(A1)"], ids=range(len(HOSTILE) + 2)
)
def test_a_text_is_only_ever_text(text: str) -> None:
    map, library = everywhere(text)
    made = Presentation(io.BytesIO(write(present(render.tell(map, library)), "light").content))
    assert len([*texts(made)]) > 50
    links = {
        relation.target_ref for slide in made.slides for relation in slide.part.rels.values() if relation.is_external
    }
    assert all(link.startswith(("http://", "https://", "mailto:")) for link in links)
    charts = [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]
    for chart in charts:
        with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
            assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
            assert not any("hyperlink" in name or "rels/sheet" in name for name in book.namelist())


def test_a_map_without_anything_is_a_cover() -> None:
    assert [slide.title for slide in present(render.tell(MapDocument({}), LibraryDocument({}))).slides] == [
        "Untitled map"
    ]


def test_what_slides_cannot_hold_is_cut_and_said() -> None:
    made = present(render.tell(MapDocument(maps.large(1000, 3, 3000)), LibraryDocument({})))
    assert len(made.slides) < 300
    assert made.remarks == ("The stages need more than 150 slides: the slides after these are left out.",)


def test_a_text_that_is_too_long_ends_in_dots_and_is_said() -> None:
    records = maps.RICH | {"actions-pay-0": maps.RICH["actions-pay-0"] | {"text": "word " * 2000}}
    assert deck(records).remarks == ("Some texts are too long for a slide and end in dots; the grid shows them whole.",)


def test_a_row_higher_than_a_slide_goes_on_and_loses_no_line() -> None:
    lines = tuple(Line(spans=(Span(text=f"line {number}"),)) for number in range(100))
    name = Cell(lines=(Line(spans=(Span(text="Actions"),)),))
    found = [*pages([row([name, Cell(lines=lines)], (100, 200))], (100, 200), 300)]
    assert len(found) > 3
    assert {words(one.cells[0]) for page in found for one in page} == {"Actions"}
    assert tuple(line for page in found for one in page for line in one.cells[1].lines) == lines
    assert all(sum(one.height for one in page) <= 300 for page in found)


def test_slides_have_no_paper_and_no_layout() -> None:
    story = render.tell(*maps.documents())
    with pytest.raises(RenderFailed, match="PPTX has its own"):
        render.show(story, "pptx", render.Look(layout="wheel"))


def test_slides_are_written_by_a_process_of_their_own_that_ends_in_time() -> None:
    assert render.show(render.tell(*maps.documents()), "pptx").content.startswith(b"PK")
