"""Text with several rows of headings, nested Parquet, and rows that name nobody."""

import csv
import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from footfall.errors import InvalidData
from footfall.events.columns import ROW
from footfall.events.formats.csv_rows import heading_names
from footfall.events.mapping import FileMapping
from footfall.events.sheets import Sheet, open_sheet


def columns(sheet: Sheet, *names: str) -> dict[str, list[Any]]:
    (batch,) = sheet.batches(names or sheet.columns)
    return {name: column.to_pylist() for name, column in batch.columns.items()}


def test_rows_of_headings_are_passed_over_and_lines_are_still_right(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text('Q1,Q2\n"How\nwas it?",Why?\n"{""ImportId"":""QID1""}",x\n9,good\n\n8\n7,fine\n')
    sheet = open_sheet(path, FileMapping(header_rows=3))
    (batch,) = sheet.batches(sheet.columns)
    assert (sheet.columns, batch.lines.tolist(), [row.line for row in batch.ragged]) == (("Q1", "Q2"), [5, 6, 8], [7])


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([["Id", "Why?"], ["", "Open-Ended Response"]], ["Id", "Why?"]),
        (
            [["Id", "Which?", "", ""], ["", "Web", "Shop", "Other"]],
            ["Id", "Which?: Web", "Which?: Shop", "Which?: Other"],
        ),
        ([["Id", "Rate", "Rate"], ["", "Food", "Staff"]], ["Id", "Rate: Food", "Rate: Staff"]),
        ([["Id", "Q"], ["Id", "Why?"], ["x", "y"]], ["Id", "Q"]),
    ],
)
def test_the_second_row_of_headings_completes_empty_and_repeated_names(rows: list[list[str]], names: list[str]) -> None:
    assert heading_names(rows) == names


GA4 = pa.table(
    {
        "event_name": ["page_view", "purchase", "scroll"],
        "device": [{"category": "mobile"}, {"category": "desktop"}, None],
        "event_params": pa.array(
            [
                [
                    {"key": "page", "value": {"string_value": "/a", "int_value": None}},
                    {"key": "ga_session_id", "value": {"string_value": None, "int_value": 17}},
                    {"key": "page", "value": {"string_value": "/second", "int_value": None}},
                ],
                [],
                None,
            ],
            pa.list_(
                pa.struct(
                    [
                        ("key", pa.string()),
                        ("value", pa.struct([("string_value", pa.string()), ("int_value", pa.int64())])),
                    ]
                )
            ),
        ),
        "items": [[{"name": "shoe"}], [], None],
    }
)


@pytest.mark.parametrize("packed", [False, True])
def test_records_and_lists_in_parquet_become_columns(packed: bool, tmp_path: Path) -> None:
    path = tmp_path / "events"
    pq.write_table(GA4, path)
    if packed:
        path.write_bytes(gzip.compress(path.read_bytes()))
    assert columns(open_sheet(path)) == {
        "event_name": ["page_view", "purchase", "scroll"],
        "device.category": ["mobile", "desktop", None],
        "event_params.page": ["/a", None, None],
        "event_params.ga_session_id": ["17", None, None],
        "items": ['[{"name": "shoe"}]', "[]", None],
    }


def test_parquet_is_flattened_as_the_same_rows_in_json_are(tmp_path: Path) -> None:
    pq.write_table(GA4.slice(0, 1), tmp_path / "rows.parquet")
    (tmp_path / "rows.json").write_text(json.dumps(GA4.slice(0, 1).to_pylist()))
    found, same = (columns(open_sheet(tmp_path / f"rows.{kind}")) for kind in ("parquet", "json"))
    assert found == same


def test_the_row_itself_can_be_a_column_that_no_other_file_shares(tmp_path: Path) -> None:
    (first := tmp_path / "a.csv").write_text("what\nx\ny\n")
    (second := tmp_path / "b.csv").write_text("what\nz\n")
    found = [*columns(open_sheet(first), ROW, "what")[ROW], *columns(open_sheet(second), ROW)[ROW]]
    assert [one.partition(":")[2] for one in found] == ["2", "3", "2"]
    assert len(set(found)) == 3
    assert columns(open_sheet(first), ROW, "what")[ROW] == found[:2]


def test_a_zip_archive_holds_one_table(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("__MACOSX/._events.csv", b"\0\0")
        archive.writestr("export/events.csv", "who,what\nann,visit\n")
    assert columns(open_sheet(path)) == {"who": ["ann"], "what": ["visit"]}
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("more.csv", "who\n")
    with pytest.raises(InvalidData, match=r"export.zip holds 2 files: export/events.csv, more.csv"):
        open_sheet(path)


def test_a_zip_trap_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "trap.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("events.csv", b"a,b\n" * 40_000_000)
    with pytest.raises(InvalidData, match="unpacks to more than"):
        open_sheet(path)


PROPERTIES = [{"$current_url": "/a", "plan": {"name": "pro"}}, {"$current_url": "/b"}]


@pytest.mark.parametrize("form", ["CSV", "Parquet"])
def test_fields_of_json_texts_are_columns_too(form: str, tmp_path: Path) -> None:
    path, texts = tmp_path / "file", [json.dumps(one) for one in PROPERTIES]
    cells = {"who": ["ann", "bo"], "properties": texts, "note": ["{fine}", '{"a": 1}']}
    if form == "CSV":
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([list(cells), *zip(*cells.values(), strict=True)])
    else:
        pq.write_table(pa.table(cells), path)
    sheet = open_sheet(path)
    fields = ("properties.$current_url", "properties.plan.name")
    assert sheet.columns == (*cells, *fields)
    assert columns(sheet, "who", *fields) == {"who": ["ann", "bo"], fields[0]: ["/a", "/b"], fields[1]: ["pro", None]}
    assert columns(sheet, *fields[:1]) == {fields[0]: ["/a", "/b"]}
    assert columns(sheet, "properties") == {"properties": texts}
