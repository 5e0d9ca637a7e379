"""The affinity board and the insights as files: what stands in which group, and what each insight rests on."""

import csv
import io
from datetime import date

import pytest
from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Drop, Put, Records
from footfall.journey.evidence import Grade
from footfall.journey.insights import Rest, rest_of
from footfall.service import library, marking
from footfall.service.board_exports import BoardFormat, board, insights
from footfall.service.marking import NewExcerpt
from footfall.service.workspace import Workspace

SHARED: Records = {
    "maya": {"type": "persona", "name": "Maya"},
    "talk": {"type": "source", "name": "Talk", "n": 1, "held": "2026-03-01", "personas": ["maya"], "order": "a0"},
    "calls": {"type": "source", "name": "Calls", "n": 40, "held": "2026-05-01", "order": "a1"},
    "late": {
        "type": "insight",
        "name": "Nobody knows when",
        "text": "Name the hour",
        "excerpts": ["talk/e1", "calls/e2", "calls/gone"],
        "promoted": "2026-06-01T10:00:00Z",
        "order": "a0",
    },
    "dear": {"type": "insight", "name": "=Dear", "excerpts": ["talk/e1"], "order": "a1"},
}


@pytest.fixture
def told(ws: Workspace, anna: Actor) -> Workspace:
    """A workspace with three excerpts of two sources, and two groups."""
    puts = tuple(Put(id=id, record=record) for id, record in SHARED.items())
    library.change(ws, anna, Change(id=str(uuid7()), ops=puts))
    for source, id, text in (("talk", "e1", "When?"), ("calls", "e2", "Asks again"), ("talk", "e3", "Fine")):
        marking.mark(ws, anna, source, NewExcerpt(id=id, text=text))
    return ws


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))


def test_each_note_stands_in_one_group_of_the_sheet_or_in_none(told: Workspace, anna: Actor) -> None:
    assert rows(board(told, anna, BoardFormat.CSV).content) == [
        ["Group", "Insight", "Excerpt", "What it is", "Source", "Held on", "Personas"],
        ["Nobody knows when", "yes", "When?", "Quote", "Talk", "2026-03-01", "Maya"],
        ["Nobody knows when", "yes", "Asks again", "Quote", "Calls", "2026-05-01", ""],
        ["Not grouped", "", "Fine", "Quote", "Talk", "2026-03-01", "Maya"],
    ]


def test_insights_say_what_they_rest_on_until_the_source_is_gone(told: Workspace, anna: Actor) -> None:
    late = library.read(told, anna).insights["late"]
    assert rest_of(late, library.read(told, anna)) == Rest(Grade.HEARD, ("talk", "calls"), 41, date(2026, 5, 1))
    assert rows(insights(told, anna, BoardFormat.CSV, "nl").content)[1] == [
        *("Nobody knows when", "Name the hour", "gehoord", "3", "Talk, Calls", "41", "2026-05-01"),
    ]
    drops = (Drop(id="talk"), Drop(id="calls"))
    library.change(told, anna, Change(id=str(uuid7()), ops=drops))
    assert rest_of(late, library.read(told, anna)) == Rest(Grade.ASSUMED, (), 0, None)
    assert rows(board(told, anna, BoardFormat.CSV).content)[1:] == []


@pytest.mark.parametrize("export", [board, insights])
def test_board_and_insights_are_painted(told: Workspace, anna: Actor, export: object) -> None:
    assert callable(export)
    assert export(told, anna, BoardFormat.PDF, "nl").content.startswith(b"%PDF")
