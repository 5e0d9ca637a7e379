"""JSON and NDJSON as tables: nested objects, lists of pairs, lists to unfold, damage by row."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from footfall.errors import InvalidData
from footfall.events.formats.flattening import DEEPEST, flatten
from footfall.events.mapping import FileMapping
from footfall.events.sheets import Sheet, open_sheet


def opened(path: Path, content: str | bytes, **read_as: Any) -> Sheet:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_sheet(path, FileMapping(**read_as))


def table(sheet: Sheet) -> list[tuple[int, dict[str, str]]]:
    """Each row with its number and its filled cells."""
    found = []
    for batch in sheet.batches(sheet.columns):
        columns = {name: column.to_pylist() for name, column in batch.columns.items()}
        for place, line in enumerate(batch.lines.tolist()):
            found.append((line, {name: cells[place] for name, cells in columns.items() if cells[place] is not None}))
    return found


ROWS = [{"who": "ann", "at": {"when": 1.0, "ok": True}}, {"who": "bo", "tags": ["a", "b"], "late": None}]
EXPECTED = [
    (1, {"who": "ann", "at.when": "1", "at.ok": "true"}),
    (2, {"who": "bo", "tags": '["a", "b"]'}),
]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (json.dumps(ROWS), "JSON"),
        (json.dumps(ROWS, indent=2), "JSON"),
        (json.dumps({"meta": {"count": 2}, "data": {"rows": ROWS}}), "JSON"),
        (json.dumps({"type": "FeatureCollection", "features": ROWS}, indent=1), "JSON"),
        ("\ufeff" + "\n".join(map(json.dumps, ROWS)), "NDJSON"),
        ("\r\n".join(map(json.dumps, ROWS)) + "\r\n", "NDJSON"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_objects_are_rows_wherever_their_list_stands(content: str, kind: str, packed: bool, tmp_path: Path) -> None:
    written = gzip.compress(content.encode()) if packed else content
    sheet = opened(tmp_path / "rows.csv", written)
    assert (sheet.format, sheet.columns) == (kind, ("who", "at.when", "at.ok", "tags", "late"))
    assert table(sheet) == EXPECTED


def test_json_in_utf_16_is_read(tmp_path: Path) -> None:
    assert table(opened(tmp_path / "rows.json", json.dumps(ROWS).encode("utf-16"))) == EXPECTED


def test_a_column_that_first_comes_late_is_not_lost(tmp_path: Path) -> None:
    lines = ['{"who": "ann"}'] * 20_000 + ['{"who": "bo", "late": 1}']
    sheet = opened(tmp_path / "rows.json", "\n".join(lines))
    assert sheet.columns == ("who", "late")
    assert table(sheet)[-1] == (20_001, {"who": "bo", "late": "1"})


def test_a_field_that_becomes_an_object_late_is_not_lost(tmp_path: Path) -> None:
    sheet = opened(tmp_path / "rows.json", '{"who": "ann", "at": 1}\n{"who": "bo", "at": {"day": 2}}\n')
    assert table(sheet) == [(1, {"who": "ann", "at": "1"}), (2, {"who": "bo", "at.day": "2"})]


def test_pairs_of_key_and_value_become_columns(tmp_path: Path) -> None:
    row = {
        "event_params": [
            {"key": "page", "value": {"string_value": "/home", "int_value": None}},
            {"key": "session", "value": {"string_value": None, "int_value": 7}},
            {"key": "page", "value": {"string_value": "/second"}},
        ],
        "custom_fields": [{"id": 360, "value": "gold"}],
    }
    sheet = opened(tmp_path / "rows.json", json.dumps(row))
    found = {"event_params.page": "/home", "event_params.session": "7", "custom_fields.360": "gold"}
    assert table(sheet) == [(1, found)]


VISITS = [
    {"visitor": "ann", "visit": {"id": 1, "actions": [{"url": "/a"}, {"url": "/b"}]}},
    {"visitor": "bo", "visit": {"id": 2, "actions": []}},
    {"visitor": "cy", "visit": {"id": 3, "actions": [{"url": "/c"}]}},
]


def test_a_list_inside_each_object_is_unfolded_beside_the_fields_around_it(tmp_path: Path) -> None:
    sheet = opened(tmp_path / "visits.json", json.dumps(VISITS), unfold="visit.actions")
    assert sheet.unfolds == ("visit.actions",)
    assert table(sheet) == [
        (1, {"visitor": "ann", "visit.id": "1", "visit.actions.url": "/a"}),
        (1, {"visitor": "ann", "visit.id": "1", "visit.actions.url": "/b"}),
        (3, {"visitor": "cy", "visit.id": "3", "visit.actions.url": "/c"}),
    ]
    with pytest.raises(InvalidData, match=r"visits.json has no list 'actions'. It has: visit.actions"):
        opened(tmp_path / "visits.json", json.dumps(VISITS), unfold="actions")


def test_of_several_lists_the_longest_is_read_and_the_others_are_offered(tmp_path: Path) -> None:
    content = json.dumps({"users": [{"name": "ann"}], "events": [{"what": "a"}, {"what": "b"}]})
    sheet = opened(tmp_path / "file.json", content)
    assert (sheet.columns, sheet.unfolds, [note.reason for note in sheet.notes]) == (
        ("what",),
        ("users", "events"),
        ["several-lists"],
    )
    assert table(opened(tmp_path / "file.json", content, unfold="users")) == [(1, {"name": "ann"})]


def test_a_line_that_is_no_object_is_refused_alone(tmp_path: Path) -> None:
    sheet = opened(tmp_path / "rows.json", '{"who": "ann"}\n{"who": \n\n[1]\n{"who": "bo"}\n')
    (batch,) = sheet.batches(["who"])
    assert (batch.columns["who"].to_pylist(), batch.lines.tolist()) == (["ann", "bo"], [1, 5])
    assert [(row.line, row.damage) for row in batch.ragged] == [(n, "This is no JSON object.") for n in (2, 4)]


def test_half_a_letter_becomes_a_question_mark(tmp_path: Path) -> None:
    assert table(opened(tmp_path / "rows.json", '[{"who": "ann\\ud83d"}]')) == [(1, {"who": "ann?"})]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('[{"who": "ann"},', "is damaged JSON"),
        ('{"who":\n', "is damaged JSON"),
        ("[1, 2, 3]", "holds no JSON objects"),
        ("[]", "holds no JSON objects"),
        ('{"a":' * 100_000, "objects within objects without end"),
        ('{"rows": [' + '{"a":' * 100_000, "objects within objects without end"),
        ('[{"who": "' + "x" * (17 << 20) + '"}]', "has an object of more than 16 MB"),
        ('{"who": "' + "x" * (17 << 20) + '"}', "has an object of more than 16 MB"),
    ],
    ids=["cut list", "cut object", "numbers", "empty list", "deep", "deep in a list", "large object", "long line"],
)
def test_json_that_is_no_table_says_so(content: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=sentence):
        opened(tmp_path / "file.json", content)


def test_objects_deeper_than_anybody_writes_stay_text() -> None:
    deep: dict[str, Any] = {"end": 1}
    for _ in range(DEEPEST + 5):
        deep = {"a": deep}
    assert list(flatten(deep).values()) == ['{"a": {"a": {"a": {"a": {"end": 1}}}}}']


def test_a_header_in_brackets_is_no_json(tmp_path: Path) -> None:
    assert opened(tmp_path / "file.csv", "[who],[when]\nann,2024\n").columns == ("[who]", "[when]")
