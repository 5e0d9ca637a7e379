"""Map files taken into a workspace."""

from pathlib import Path

import pytest

from footfall.demo.installing import map_text
from footfall.errors import InvalidMapFile
from footfall.journey.changes import Actor
from footfall.journey.text import read
from footfall.service import library, mapfiles, maps
from footfall.service.workspace import workspace

ANNA = Actor(id="anna", name="Anna")


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
