"""A map as a workbook and as CSV: nothing is lost, what a colleague edits comes back, formulas stay texts."""

import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from footfall.demo.installing import map_text
from footfall.errors import InvalidMapFile
from footfall.exchange.brought import Brought
from footfall.exchange.sheets.plain import is_csv_map, read_csv, read_workbook
from footfall.exchange.sheets.reading import Line, read_own
from footfall.exchange.sheets.tables import Table, tables
from footfall.exchange.sheets.writing import write_csv, write_workbook
from footfall.journey.changes import Records, Set, diff
from footfall.journey.text import read, write
from tests.exchange.maps import made, seeds

MAP = """footfall: 1
title: Parcel
personas: [Maya]
channels: [Web]
touchpoints:
  - Shop: {channels: [Web]}
stages:
  - Order: [Choose, Pay]
  - Wait: [Track]
lanes:
  - kind: actions
    cards:
      Choose: [Compares, Reads]
      Pay: =1+1
  - kind: emotion
    cards:
      Pay: -1 annoyed
  - kind: touchpoints
    cards:
      Choose: Shop
links:
  - {from: Choose, to: Track}
"""


def opened(content: bytes) -> dict[str, list[Line]]:
    """The worksheets of a workbook, as the reader apart gives them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = {name: book.get_sheet_by_name(name).iter_rows() for name in book.sheet_names}
    return {name: [(at, tuple(row)) for at, row in enumerate(those, start=1)] for name, those in rows.items()}  # type: ignore[misc]


def lines(found: list[Table]) -> dict[str, list[Line]]:
    """The same without a workbook around it."""
    return {table.name: list(enumerate([table.heads, *table.rows], start=1)) for table in found}


@settings(max_examples=2000, deadline=None)
@given(seeds)
def test_a_map_as_a_workbook_comes_back_the_same(seed: int) -> None:
    records, library = made(seed)
    brought = read_workbook(opened(write_workbook(records, library).content), "T")
    assert brought == Brought("xlsx", (records,), library)


def test_the_same_map_gives_the_same_bytes() -> None:
    file = read(map_text())
    first, second = (write_workbook(file.records, file.library) for _ in range(2))
    assert first == second


def edited(**cells: dict[tuple[str, str], Any]) -> dict[str, list[Line]]:
    """The tables after a colleague wrote into cells: sheet → (what stands in the row, heading) → new value."""
    file = read(MAP)
    return lines([_edited(table, cells.get(table.name, {})) for table in tables(file.records, file.library)])


def _edited(table: Table, cells: dict[tuple[str, str], Any]) -> Table:
    rows = [list(row) for row in table.rows]
    for (word, head), value in cells.items():
        row = next(row for row in rows if word in row)
        row[table.heads.index(head)] = value
    return replace(table, rows=tuple(map(tuple, rows)))


def ops_of(sheets: dict[str, list[Line]]) -> Any:
    return diff(read(MAP).records, read_own(sheets, "xlsx", "T").maps[0])


def test_a_text_and_a_score_that_were_edited_come_back_as_these_two_changes() -> None:
    sheets = edited(Cards={("Compares", "Text"): "Compares prices", ("annoyed", "Score"): 1})
    assert ops_of(sheets) == (
        Set(id="card-annoyed", field="score", value=1.0),
        Set(id="card-compares", field="text", value="Compares prices"),
    )


def test_a_card_that_was_moved_to_another_step_is_moved() -> None:
    ops = ops_of(edited(Cards={("Reads", "Step"): "Track", ("Reads", "Stage"): "Wait"}))
    assert [(op.id, op.field, op.value) for op in ops] == [
        ("card-reads", "order", None),
        ("card-reads", "step", "step-track"),
    ]


def test_rows_that_are_gone_are_removed_and_new_rows_make_what_they_name() -> None:
    sheets = edited()
    heads = list(sheets["Cards"][0][1])
    new = dict.fromkeys(heads) | {"Stage": "After", "Step": "Return", "Lane": "Pain points", "Text": "No label"}
    sheets["Cards"] = [line for line in sheets["Cards"] if "Reads" not in line[1]] + [(99, tuple(new.values()))]
    brought = read_own(sheets, "xlsx", "T").maps[0]
    before = read(MAP).records
    assert before.keys() - brought.keys() == {"card-reads"}
    assert {id: brought[id] for id in brought.keys() - before.keys()} == {
        "stage-after": {"type": "stage", "name": "After", "order": "a2"},
        "step-return": {"type": "step", "stage": "stage-after", "name": "Return"},
        "lane-pain-points": {"type": "lane", "kind": "pain-points", "order": "a3"},
        "card-no-label": {"type": "card", "lane": "lane-pain-points", "step": "step-return", "text": "No label"},
    }


def test_a_touchpoint_of_a_new_name_comes_into_the_library() -> None:
    sheets = edited(Cards={("Shop", "Touchpoint"): "App store"})
    brought = read_own(sheets, "xlsx", "T")
    assert brought.library["touchpoint-app-store"] == {"type": "touchpoint", "name": "App store", "order": "a1"}


@pytest.mark.parametrize(
    ("head", "value", "says"),
    [
        ("Score", "very bad", r"Cards, row 6: 'very bad' cannot stand under 'Score'. Expected is a number."),
        ("Score", 9, r"Cards, row 6: card 'card-annoyed': score"),
        ("Severity", "awful", r"Cards, row 6: card 'card-annoyed': severity"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_with_its_row(head: str, value: Any, says: str) -> None:
    with pytest.raises(InvalidMapFile, match=says):
        read_own(edited(Cards={("annoyed", head): value}), "xlsx", "T")


def test_formulas_are_texts_in_a_workbook_and_shielded_in_csv() -> None:
    file = read(MAP)
    sheets = opened(write_workbook(file.records, file.library).content)
    assert [row[3] for _, row in sheets["Cards"] if str(row[3]).startswith("=")] == ["=1+1"]
    text = write_csv(file.records, file.library).content.decode("utf-8-sig")
    assert ",'=1+1," in text
    assert "=1+1" in {record.get("text") for record in read_csv(text, "T").maps[0].values()}


@settings(max_examples=100, deadline=None)
@given(seeds)
def test_the_cards_of_a_map_come_back_from_csv(seed: int) -> None:
    records, library = made(seed)
    text = write_csv(records, library).content.decode("utf-8-sig")
    again = read_csv(text.replace("\r\n", "\n"), "T").maps[0] if "Text" in text else {}
    assert cards_of(again) == cards_of(records)


def cards_of(records: Records) -> dict[str, Any]:
    """Cards without what other records say of them."""
    asides = ("type", "lane", "step", "order", "persona", "touchpoint", "channels", "question")
    cards = {id: record for id, record in records.items() if record["type"] == "card"}
    return {id: {name: value for name, value in card.items() if name not in asides} for id, card in cards.items()}


PLAIN = """Our map;;;;;
;;;;;
Stage;Action;Touchpoint;Emotion;Pain;Opportunity
Order;Compares;Shop;4;;
;Pays;;2;Slow (high);Faster page
Wait;Looks;App;1;;"Tell
the day"
"""
PLAIN_AS_TEXT = """footfall: 1
title: Parcel

touchpoints: [Shop, App]

stages:
  - Order: [Compares, Pays]
  - Wait: [Looks]

lanes:
  - kind: actions
    cards:
      Compares: Compares
      Pays: Pays
      Looks: Looks
  - kind: touchpoints
    cards:
      Compares: Shop
      Looks: App
  - kind: emotion
    cards:
      Compares: 1
      Pays: -1
      Looks: -2
  - kind: opportunities
    cards:
      Pays: Faster page
      Looks: [Tell, the day]
  - kind: pain-points
    cards:
      Pays: {text: Slow, severity: severe}
"""


def test_a_plain_table_becomes_a_map_below_its_title() -> None:
    brought = read_csv(PLAIN, "Parcel")
    assert sorted(write(brought.maps[0], brought.library).splitlines()) == sorted(PLAIN_AS_TEXT.splitlines())
    assert [str(note) for note in brought.notes] == ["Line 3: The numbers of emotions are read on a scale from 1 to 5."]


LUCID = """Id,Name,Shape Library,Page ID,Contained By,Group,Text Area 1
1,Page,,,,,Page 1
2,Frame,Containers,1,,,Before
3,Sticky note,,1,2,,Compares
4,Sticky note,,1,2,,Asks
5,Line,,1,,,
"""
MIRO = """Text,X,Y,Color
Stage,0,0,gray
Before,200,5,gray
After,400,0,gray
Action,0,100,gray
Compares,205,100,yellow
Waits,398,102,yellow
Emotion,0,200,gray
😟,200,205,red
"""


def test_notes_in_frames_become_stages() -> None:
    map = read_csv(LUCID, "Board").maps[0]
    assert [record["name"] for record in map.values() if record["type"] == "stage"] == ["Before"]
    assert [record["text"] for record in map.values() if record["type"] == "card"] == ["Compares", "Asks"]


def test_notes_with_places_become_rows_and_columns() -> None:
    brought = read_csv(MIRO, "Board")
    assert write(brought.maps[0], brought.library).split("\n\n", 1)[1] == (
        "stages:\n  - Before: [Before]\n  - After: [After]\n\nlanes:\n  - kind: actions\n    cards:\n"
        "      Before: Compares\n      After: Waits\n  - kind: emotion\n    cards:\n      Before:\n        text: 😟\n"
        "        score: -1\n"
    )


def test_notes_without_a_place_lie_in_the_tray() -> None:
    brought = read_csv("Text,Color\nOne,\nTwo,\n", "Board")
    cards = [record for record in brought.maps[0].values() if record["type"] == "card"]
    assert [card["text"] for card in cards] == ["One", "Two"]
    assert "lane" not in cards[0]


def test_customer_data_is_no_map() -> None:
    assert not is_csv_map("customer,time,event\nann,2026-01-01,paid\n")
    with pytest.raises(InvalidMapFile, match="no table that looks like a map"):
        read_csv("customer,time,event\nann,2026-01-01,paid\n", "T")
