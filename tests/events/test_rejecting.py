"""Refused rows come back as they stand in the file, each with its line and the reason."""

import csv
import io
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from footfall.events.converting import convert, open_source
from footfall.events.identity import Pseudonyms
from footfall.events.mapping import Mapping
from footfall.events.rejecting import write_rejects

MAPPING = Mapping(customer="who", time="when", event="what")
TIME = "The time cannot be read, or lies outside the years 1900 to 2100."
RAGGED = "The row has another number of columns than the header."


def rejects(path: Path, mapping: Mapping = MAPPING) -> str:
    pieces: list[str] = []
    write_rejects(open_source(path, mapping, {}), pieces.append, lambda _rows, _share: None)
    return "".join(pieces)


def written(tmp_path: Path, text: str, name: str = "events.csv") -> Path:
    (path := tmp_path / name).write_bytes(text.encode())
    return path


def test_every_refused_row_stands_there_as_in_the_file_with_line_and_reason(tmp_path: Path) -> None:
    text = (
        "who,when,what,note\n"
        "ann,2024-01-02,look,kept\n"
        'ann,soon,look,"=1+1, with a comma"\n'
        "bob,2024-01-03\n"
        ",2024-01-03,NULL,N/A\n"
        'ann,later,"two\nlines",-5\n'
        "cas,2024-01-04,NULL,\n"
        "cas,2024-01-05,buy,kept,and,more\n"
    )
    assert rejects(written(tmp_path, text)) == (
        "\ufeffline,reason,who,when,what,note\r\n"
        f'3,"{TIME}",ann,soon,look,"=1+1, with a comma"\r\n'
        f"4,{RAGGED},bob,2024-01-03\r\n"
        "5,There is no customer.,,2024-01-03,NULL,N/A\r\n"
        f'6,"{TIME}",ann,later,"two\nlines",-5\r\n'
        "8,There is no event.,cas,2024-01-04,NULL,\r\n"
        f"9,{RAGGED},cas,2024-01-05,buy,kept,and,more\r\n"
    )


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_the_separator_of_the_file_is_kept(tmp_path: Path, separator: str) -> None:
    text = "who,when,what\nann,2024-01-02,look\nann,soon,look\n".replace(",", separator)
    lines = rejects(written(tmp_path, text)).splitlines()
    assert lines[0] == "\ufeffline,reason,who,when,what".replace(",", separator)
    assert lines[1].split(separator)[2:] == ["ann", "soon", "look"]


def test_rows_of_every_block_are_found_and_counted_as_the_import_counts_them(tmp_path: Path) -> None:
    when = {n: "soon" if n % 1000 == 7 else "2024-01-02" for n in range(150_000)}
    rows = (f"customer {n},{time},look,{'x' * 80}\n" for n, time in when.items())
    path = written(tmp_path, "who,when,what,note\n" + "".join(rows))
    done = convert(open_source(path, MAPPING, {}), Pseudonyms(b"k" * 32), tmp_path / "part")
    found = list(csv.reader(io.StringIO(rejects(path))))[1:]
    assert len(found) == done.rows - done.kept == 150
    assert [int(row[0]) for row in found] == [n + 2 for n in range(150_000) if n % 1000 == 7]
    assert {row[1] for row in found} == {TIME}


def test_rows_of_parquet_and_of_joins_come_back_too(tmp_path: Path) -> None:
    table = {"order": ["1", "2", "3"], "when": ["2024-01-02", "2024-01-03", "soon"], "paid": [1.5, None, 3.0]}
    pq.write_table(pa.table(table), tmp_path / "orders.parquet")
    people = written(tmp_path, "order,who\n1,ann\n3,cas\n", "people.csv")
    told = {"customer": "who", "time": "when", "event_is": "Ordered"}
    mapping = Mapping.model_validate({**told, "joins": [{"file": "people.csv", "key": "order", "column": "who"}]})
    pieces: list[str] = []
    source = open_source(tmp_path / "orders.parquet", mapping, {"people.csv": people})
    write_rejects(source, pieces.append, lambda _rows, _share: None)
    assert "".join(pieces).splitlines()[1:] == ["2,There is no customer.,2,2024-01-03,", f'3,"{TIME}",3,soon,3']


def test_of_a_file_in_which_all_is_refused_all_comes_back(tmp_path: Path) -> None:
    path = written(tmp_path, "who,when,what\nann,soon,look\nbob,later,look\n")
    assert len(rejects(path).splitlines()) == 3


def test_of_a_file_in_which_all_is_kept_only_the_heads_come_back(tmp_path: Path) -> None:
    path = written(tmp_path, "who,when,what\nann,2024-01-02,look\n")
    assert rejects(path) == "\ufeffline,reason,who,when,what\r\n"
