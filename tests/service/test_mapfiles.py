"""Map files taken into a workspace."""

from pathlib import Path

import pytest

from footfall.demo.installing import map_text
from footfall.errors import InvalidMapFile, InvalidRequest
from footfall.exchange.formats import Format
from footfall.exchange.writing import write
from footfall.journey.changes import Actor, Change, Put, Set
from footfall.journey.text import read
from footfall.service import exports, library, mapfiles, maps
from footfall.service.workspace import workspace

ANNA = Actor(id="anna", name="Anna")
ID = "01890000-0000-7000-8000-000000000001"


def test_a_map_file_becomes_a_map_and_fills_the_library(tmp_path: Path) -> None:
    file = read(map_text())
    with workspace(tmp_path) as ws:
        (made,) = mapfiles.take_in(ws, ANNA, "parcel.journey.yaml", map_text().encode()).maps
        assert maps.read_records(ws, ANNA, made).records == file.records
        assert library.read_records(ws, ANNA).records == file.library


def test_a_second_import_makes_a_second_map_and_leaves_the_library_as_people_changed_it(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        first = mapfiles.take_in(ws, ANNA, "parcel.journey.yaml", map_text().encode()).maps
        before = library.read_records(ws, ANNA)
        second = mapfiles.take_in(ws, ANNA, "parcel.journey.yaml", map_text().encode()).maps
        assert first != second
        assert library.read_records(ws, ANNA) == before


def test_a_file_that_is_no_map_makes_nothing(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        with pytest.raises(InvalidMapFile):
            mapfiles.take_in(ws, ANNA, "a.journey.yaml", b"stages: 7")
        assert maps.list(ws, ANNA) == []


def test_a_workbook_is_read_apart_and_comes_back_as_the_same_map(tmp_path: Path) -> None:
    file = read(map_text())
    book = write(Format.XLSX, file.records, file.library).content
    with workspace(tmp_path) as ws:
        (made,) = mapfiles.take_in(ws, ANNA, "parcel.xlsx", book).maps
        assert maps.read_records(ws, ANNA, made).records == file.records


def test_what_is_called_as_in_the_library_is_that_and_a_persona_gets_what_nobody_filled_in(tmp_path: Path) -> None:
    persona = "# Persona: Maya\n\n**Role**: Nurse\n\n**Goals**:\n\n- Know when\n\n**Frustrations**:\n\n- Waiting\n"
    with workspace(tmp_path) as ws:
        maya = Put(id="p-1", record={"type": "persona", "name": "Maya", "role": "x"})
        library.change(ws, ANNA, Change(id=ID, ops=(maya,)))
        (made,) = mapfiles.take_in(ws, ANNA, "day.mmd", b"journey\n Pay: 3: maya, Bob").maps
        assert maps.read(ws, ANNA, made).header.personas == ("p-1", "persona-bob")
        taken = mapfiles.take_in(ws, ANNA, "maya.md", persona.encode())
        assert (taken.maps, taken.library) == ((), ("p-1",))
        known = library.read(ws, ANNA).personas["p-1"]
        assert (known.role, known.goals, known.frustrations) == ("x", ("Know when",), ("Waiting",))


def test_a_workbook_larger_than_a_map_may_be_is_refused_before_it_is_opened() -> None:
    with pytest.raises(InvalidMapFile, match="more than 20,000,000 bytes"):
        mapfiles.brought("a.xlsx", b"PK\x03\x04" + bytes(20_000_000))


def test_a_file_is_understood_without_making_anything(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        seen = mapfiles.understand(ws, ANNA, "day.mmd", b"journey\n section A\n  Pay: 9: Me")
        assert [(map.title, [stage.name for stage in map.stages]) for map in seen.maps] == [("Day", ["A"])]
        assert seen.library == {"persona": ("Me",)}
        assert [note.line for note in seen.notes] == [3]
        assert maps.list(ws, ANNA) == []
        with pytest.raises(InvalidRequest, match="There is no format 'doc'"):
            mapfiles.understand(ws, ANNA, "day.mmd", b"", "doc")


def test_a_workbook_that_a_colleague_edited_changes_what_they_edited_and_nothing_else(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        (made,) = mapfiles.take_in(ws, ANNA, "parcel.journey.yaml", map_text().encode()).maps
        book = exports.export(ws, ANNA, made, exports.ExportFormat.XLSX).content
        card = "card-reads-what-others-say"
        since = (Set(id="map", field="owner", value="Bob"), Set(id="stage-wait", field="name", value="Waiting"))
        maps.change(ws, ANNA, made, Change(id=ID, ops=since))
        found = mapfiles.brought("parcel.xlsx", book)
        found.maps[0][card]["text"] = "Reads reviews"
        before = maps.read_records(ws, ANNA, made).records
        seen = mapfiles.understand(ws, ANNA, "parcel.xlsx", book, over=made)
        assert (seen.is_whole, seen.origin, seen.changes) == (True, made, ())
        mapfiles.bring_back(ws, ANNA, made, found)
        after = maps.read_records(ws, ANNA, made).records
        assert after == before | {card: before[card] | {"text": "Reads reviews"}}
        with pytest.raises(InvalidRequest, match="cannot take the place of a map"):
            mapfiles.bring_back(ws, ANNA, made, mapfiles.brought("a.mmd", b"journey\n Pay: 3"))


def test_what_a_file_would_change_in_a_map_is_said_before_it_does(tmp_path: Path) -> None:
    with workspace(tmp_path) as ws:
        (made,) = mapfiles.take_in(ws, ANNA, "parcel.journey.yaml", map_text().encode()).maps
        edited = exports.export(ws, ANNA, made, exports.ExportFormat.YAML).content.replace(
            b"Reads what others", b"Hears what others"
        )
        before = maps.read_records(ws, ANNA, made)
        seen = mapfiles.understand(ws, ANNA, "parcel.journey.yaml", edited, over=made)
        assert [(one.what, one.type) for one in seen.changes] == [("changed", "card")]
        assert maps.read_records(ws, ANNA, made) == before
