"""Boards: a table, columns of notes and a field of points, painted as maps are."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from footfall.render import Sheet, paint
from footfall.render.boards import (
    Axis,
    Cell,
    Column,
    Curve,
    Dot,
    Group,
    Head,
    Note,
    Row,
    columns,
    scatter,
    series,
    table,
)
from footfall.render.boards.scatter import SIDE, Corners
from footfall.render.boards.series import HIGH, Dab, Stretch
from footfall.render.layouts import read_sheet

HEAD = Head("What to improve", "Opportunities", "12 of 30 · 2026", ("drawn with Footfall",), "Nothing here yet.")
HOSTILE = '#read("/etc/passwd") [x](javascript:alert(1)) *_$ \u202e'
RATED = Axis(name="Effort", low=1, high=5, line=3, ticks=((1, "1"), (5, "5")))


def a_table() -> Sheet:
    return table(
        HEAD,
        (Column(name="Name", width=3), Column(name="Customers", numbers=True)),
        (
            Row(cells=(Cell(text="Delivery"),), heading=True),
            Row(cells=(Cell(text=HOSTILE, bold=True), Cell(text="1,284", detail="n 2,300", shade=0.8)), level=1),
            ("التوصيل", "7"),
        ),
    )


def a_board() -> Sheet:
    notes = tuple(Note(text=f"Note {number}", lines=("Delivery · Ana", HOSTILE)) for number in range(4))
    return columns(HEAD, (Group(name="Open", detail="4", notes=notes), Group(name="Doing"), Group(name=HOSTILE)))


def a_field() -> Sheet:
    dots = (
        Dot(name="Late parcels", x=2, y=4.5, size=0.9, marked=True, detail="1,284 customers", x_low=1.5, x_high=2.5),
        Dot(name=HOSTILE, x=9, y=-3, tone="bad"),
    )
    corners = Corners(top_left="Quick wins\nmuch for little", bottom_right="Leave")
    return scatter(HEAD, RATED, RATED, dots, corners=corners, others=(("Lost", "no effort"),), others_name="Not placed")


def a_series() -> Sheet:
    dabs = (Dab(x=1, y=0.2, low=0.1, high=0.3), Dab(x=7, y=0.6, tone="bad"))
    stretches = (
        Stretch(x=0, y=0.2, x_end=10, y_end=0.4, dashed=True, name=HOSTILE),
        Stretch(x=5, y=0.4, x_end=10, y_end=9),
    )
    curve = Curve(
        x_low=0,
        x_high=10,
        y_low=0,
        y_high=1,
        x_ticks=((0, "May"),),
        y_ticks=((0, "0%"), (1, "100%")),
        start=5,
        start_word="since 26 May",
        dabs=dabs,
        stretches=stretches,
    )
    return series(
        HEAD, (Column(name="When"), Column(name="Number")), [("before", "20%"), (HOSTILE, "60%")], curve, HOSTILE
    )


BOARDS = {"table": a_table, "columns": a_board, "field": a_field, "series": a_series}


def test_a_series_stands_where_its_numbers_are_and_what_is_beyond_the_axis_at_its_end() -> None:
    plot: Any = a_series().model_dump()["plot"]
    first, second = plot["beads"]
    assert (first["whisker"], second["whisker"]) == ((HIGH * 0.7, HIGH * 0.9), None)
    assert (first["at"]["y"], round(second["at"]["x"] / plot["width"], 2)) == (HIGH * 0.8, 0.7)
    assert (plot["strokes"][1]["end"]["y"], round(plot["start"] / plot["width"], 2)) == (0, 0.5)


@pytest.mark.parametrize("board", BOARDS)
def test_a_board_is_a_tagged_pdf_whose_words_are_words(board: str) -> None:
    painted = paint(BOARDS[board](), "pdf")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(painted.content)).pages)
    assert "What to improve" in text
    assert "/etc/passwd" in text
    assert "root:" not in text
    assert [warning for warning in painted.warnings if "PDF/UA" in warning] == []


@pytest.mark.parametrize("board", BOARDS)
def test_a_board_painted_twice_has_the_same_bytes_in_both_themes(board: str) -> None:
    for theme in ("light", "dark"):
        first, second = (paint(BOARDS[board](), "svg", theme).content for _ in range(2))
        assert first == second


@pytest.mark.parametrize("board", BOARDS)
def test_a_board_goes_to_another_process_whole(board: str) -> None:
    sheet = BOARDS[board]()
    assert read_sheet(sheet.model_dump(mode="json")) == sheet


def test_what_lies_beyond_an_axis_stands_at_its_end_and_size_is_area() -> None:
    field: Any = a_field()
    near, far = field.spots
    assert (far.at.x, far.at.y) == (SIDE - 36, SIDE - 36)
    assert near.radius > far.radius
    assert near.across == (field.spots[0].at.x - 76.0, field.spots[0].at.x + 76.0)


@pytest.mark.parametrize(
    "empty", [table(HEAD, (Column(name="Name"),), ()), columns(HEAD, ()), scatter(HEAD, RATED, RATED, ())]
)
def test_an_empty_board_says_so(empty: Sheet) -> None:
    content = paint(empty, "pdf").content
    assert "Nothing here yet." in PdfReader(io.BytesIO(content)).pages[0].extract_text()
