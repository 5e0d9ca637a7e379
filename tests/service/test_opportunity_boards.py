"""Views of opportunities as files."""

import csv
import io

import pytest
from pypdf import PdfReader
from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Put, Records
from footfall.service import library
from footfall.service.exports import BoardFormat
from footfall.service.opportunity_boards import BOARDS, Wish, export
from footfall.service.workspace import Workspace
from tests.render.conftest import assets

__all__ = ["assets"]

SHELF: Records = {
    "late": {
        "type": "opportunity",
        "name": "Say when it is late",
        "customer_value": 5,
        "business_value": 4,
        "effort": 2,
        "status": "planned",
        "owner": "Femke",
        "teams": ["delivery", "gone"],
        "job": "Plan the week",
        "barrier": "No date",
        "goal": "Fewer calls",
        "persona": "noor",
        "impact": "Waits in peace",
        "due": "2027-01-29",
    },
    "slots": {"type": "opportunity", "name": "=Two-hour slots", "goal": "Fewer calls", "order": "a1"},
    "delivery": {"type": "team", "name": "Delivery"},
    "noor": {"type": "persona", "name": "Noor"},
    "app": {"type": "idea", "name": "Tell by app", "opportunity": "late", "votes": ["anna", "tom"]},
}


@pytest.fixture
def full(ws: Workspace, anna: Actor) -> Workspace:
    """Give a workspace with two opportunities: one that says all, one that says little."""
    puts = tuple(Put(id=id, record=record) for id, record in SHELF.items())
    library.change(ws, anna, Change(id=str(uuid7()), ops=puts))
    return ws


def rows(ws: Workspace, actor: Actor, wish: Wish) -> list[list[str]]:
    return list(csv.reader(io.StringIO(export(ws, actor, wish).content.decode())))


def test_the_list_as_rows_says_what_is_said_and_no_cell_is_a_formula(full: Workspace, anna: Actor) -> None:
    _, late, slots = rows(full, anna, Wish("list", BoardFormat.CSV))
    assert late == [
        *("Say when it is late", "planned", "assumed", "5", "4", "2", "yes", "Femke", "Delivery", "2027-01-29", ""),
    ]
    assert slots == ["'=Two-hour slots", "open", "assumed", *[""] * 8]


def test_the_impact_map_as_rows_puts_what_says_nothing_last(full: Workspace, anna: Actor) -> None:
    assert rows(full, anna, Wish("impact", BoardFormat.CSV, "nl")) == [
        ["Doel", "Persona", "Effect", "Kans", "Status"],
        ["Fewer calls", "Noor", "Waits in peace", "Say when it is late", "gepland"],
        ["Fewer calls", "", "", "'=Two-hour slots", "open"],
    ]


def test_who_owns_what_begins_with_nobody(full: Workspace, anna: Actor) -> None:
    assert rows(full, anna, Wish("owners", BoardFormat.CSV))[1:] == [
        ["Nobody", "", "", "'=Two-hour slots"],
        ["Delivery", "", "", "Say when it is late"],
    ]


@pytest.mark.usefixtures("assets")
@pytest.mark.parametrize("view", BOARDS)
def test_every_view_is_painted_with_its_words(full: Workspace, anna: Actor, view: str) -> None:
    made = export(full, anna, Wish(view, BoardFormat.PDF, "nl"))  # type: ignore[arg-type]
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.content)).pages)
    assert "Say when it is late" in text
    assert (made.media_type, made.filename) == ("application/pdf", f"opportunities-{view}.pdf")


@pytest.mark.usefixtures("assets")
@pytest.mark.parametrize("view", BOARDS)
def test_a_workspace_without_opportunities_has_every_view_too(ws: Workspace, anna: Actor, view: str) -> None:
    assert export(ws, anna, Wish(view, BoardFormat.SVG)).content.startswith(b"<svg")  # type: ignore[arg-type]
