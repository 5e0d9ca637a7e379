"""A newer file in the place of an earlier import: nothing counts twice, and what changed is said."""

from pathlib import Path

import pytest

from footfall.errors import NotFound, StorageFailed
from footfall.events.mapping import Mapping
from footfall.events.report import ImportReport, Refreshed
from footfall.journey.changes import Actor
from footfall.service import datasets, importing
from footfall.service.datasets import InPlaceOf
from footfall.service.workspace import Workspace

EVENTS = Mapping(customer="who", time="when", event="what")
ROWS = ["ann,2024-01-01 10:00,look", "ann,2024-01-02 10:00,buy", "bo,2024-01-03 10:00,look", "bo,2024-01-03 10:00,look"]
NEWER = [ROWS[3], ROWS[2], "ann,2024-01-01 10:00,look", "cy,2024-02-01 10:00,look", "cy,2024-02-02 10:00,buy"]


def file(folder: Path, name: str, rows: list[str]) -> Path:
    (path := folder / f"{name}.csv").write_text("who,when,what\n" + "\n".join(rows))
    return path


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but the database."""
    files = [path for path in folder.rglob("*") if path.is_file() and "footfall.db" not in path.name]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def first(ws: Workspace, anna: Actor, tmp_path: Path) -> ImportReport:
    return datasets.import_file(ws, anna, file(tmp_path, "january", ROWS), EVENTS, "Shop")


def test_a_newer_file_takes_the_place_of_the_earlier_one_and_says_what_changed(
    ws: Workspace, anna: Actor, tmp_path: Path, first: ImportReport
) -> None:
    newer = file(tmp_path, "february", NEWER)
    report = datasets.import_file(ws, anna, newer, EVENTS, InPlaceOf("Shop", first.part))
    assert report.changed == Refreshed(file="january.csv", added=2, same=3, gone=1, customers_new=1, customers_gone=0)
    now = datasets.read(ws, anna, "shop")
    assert (now.events, now.customers, now.reports) == (5, 3, (report,))
    assert [path.stem for path in (ws.folder / "datasets/shop/parts").iterdir()] == [report.part]


def test_a_refreshed_dataset_is_the_one_that_the_newer_file_makes_alone(
    ws: Workspace, anna: Actor, tmp_path: Path, first: ImportReport
) -> None:
    newer = file(tmp_path, "february", NEWER)
    datasets.import_file(ws, anna, newer, EVENTS, InPlaceOf("Shop", first.part))
    datasets.import_file(ws, anna, newer, EVENTS, "Alone")
    tables = [next((ws.folder / "datasets" / name).glob("tables-*")) for name in ("shop", "alone")]
    assert bytes_below(tables[0]) == bytes_below(tables[1])


def test_refreshing_with_the_same_file_changes_nothing(
    ws: Workspace, anna: Actor, tmp_path: Path, first: ImportReport
) -> None:
    before = bytes_below(ws.folder)
    again = file(tmp_path, "january", ROWS)
    assert datasets.import_file(ws, anna, again, EVENTS, InPlaceOf("Shop", first.part)).unchanged
    assert bytes_below(ws.folder) == before


def test_an_import_that_is_not_here_cannot_be_replaced(
    ws: Workspace, anna: Actor, tmp_path: Path, first: ImportReport
) -> None:
    before = bytes_below(ws.folder)
    with pytest.raises(NotFound, match="has no import 'gone'"):
        datasets.import_file(ws, anna, file(tmp_path, "february", NEWER), EVENTS, InPlaceOf("Shop", "gone"))
    with pytest.raises(NotFound, match="has no import"):
        datasets.import_file(ws, anna, file(tmp_path, "february", NEWER), EVENTS, InPlaceOf("New", first.part))
    assert bytes_below(ws.folder) == before


def test_a_refresh_that_fails_leaves_the_earlier_import(
    ws: Workspace, anna: Actor, tmp_path: Path, first: ImportReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytes_below(ws.folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(importing.DatasetFolder, "write", full)
    with pytest.raises(StorageFailed, match="No space left"):
        datasets.import_file(ws, anna, file(tmp_path, "february", NEWER), EVENTS, InPlaceOf("Shop", first.part))
    assert bytes_below(ws.folder) == before


def test_a_file_that_says_mostly_what_an_earlier_one_said_is_noticed(
    ws: Workspace, anna: Actor, tmp_path: Path, first: ImportReport
) -> None:
    report = datasets.import_file(ws, anna, file(tmp_path, "february", NEWER), EVENTS, "Shop")
    assert [(one.reason, one.count) for one in report.warnings] == [("overlaps", 3)]
    assert f"in the place of '{first.part}'" in report.warnings[0].sentence
    other = file(tmp_path, "other", ["ann,2024-01-02 11:00,look", *NEWER[:1], "ann,2024-01-02 12:00,buy"])
    assert datasets.import_file(ws, anna, other, EVENTS, "Shop").warnings == ()


def test_undo_gives_back_the_very_files_of_before(
    ws: Workspace, anna: Actor, tmp_path: Path, first: ImportReport
) -> None:
    before = bytes_below(ws.folder)
    mapping = Mapping(customer="who", also_known_as=("mail",), time="when", event="what")
    (path := tmp_path / "mails.csv").write_text("who,mail,when,what\nann,a@mail.example,2024-03-01,call\n")
    report = datasets.import_file(ws, anna, path, mapping, "Shop")
    datasets.undo_import(ws, anna, "shop", report.part)
    assert bytes_below(ws.folder) == before
    datasets.undo_import(ws, anna, "shop", first.part)
    assert [*bytes_below(ws.folder)] == ["key"]


def test_importing_twice_leaves_every_byte_as_it_was(
    ws: Workspace, anna: Actor, tmp_path: Path, first: ImportReport
) -> None:
    before = bytes_below(ws.folder)
    assert datasets.import_file(ws, anna, file(tmp_path, "another name", ROWS), EVENTS, "Shop").unchanged
    assert bytes_below(ws.folder) == before
    assert first.rows == 4
