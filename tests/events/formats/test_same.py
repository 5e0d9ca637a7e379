"""The same rows in every format become the same part."""

import csv
import gzip
import json
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from footfall.events.converting import convert, open_source
from footfall.events.identity import Pseudonyms
from footfall.events.mapping import Mapping

START = datetime(2024, 1, 2, 3, 4, 5)
NAMES = ["who", "when", "what", "by"]
ROWS: list[list[Any]] = [
    [
        f"customer {n % 7}" if n % 11 else None,
        START + timedelta(hours=n),
        ("look", "café", "buy")[n % 3],
        ("web", "app")[n % 2],
    ]
    for n in range(200)
]
MAPPING = Mapping(customer="who", time="when", event="what", channel="by")


def texts() -> list[dict[str, Any]]:
    return [dict(zip(NAMES, [who, str(when), what, by], strict=True)) for who, when, what, by in ROWS]


def separated(separator: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=separator).writerows([NAMES, *ROWS])

    return write


def workbook(path: Path) -> None:
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm:ss"}) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate([NAMES, *ROWS]):
            sheet.write_row(place, 0, row)


def listed(path: Path) -> None:
    path.write_text(json.dumps({"rows": texts()}, indent=1))


def lines(path: Path) -> None:
    path.write_text("\n".join(map(json.dumps, texts())))


def parquet(path: Path) -> None:
    pq.write_table(pa.Table.from_pylist([dict(zip(NAMES, row, strict=True)) for row in ROWS]), path)


def packed(write: Callable[[Path], None]) -> Callable[[Path], None]:
    def pack(path: Path) -> None:
        write(path)
        path.write_bytes(gzip.compress(path.read_bytes()))

    return pack


def zipped(write: Callable[[Path], None]) -> Callable[[Path], None]:
    def pack(path: Path) -> None:
        write(path)
        content = path.read_bytes()
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("inside", content)

    return pack


FORMS = {
    "CSV": separated(","),
    "TSV": separated("\t"),
    "workbook": workbook,
    "JSON": listed,
    "NDJSON": lines,
    "Parquet": parquet,
}
FORMS |= {f"{name} in gzip": packed(write) for name, write in FORMS.items()} | {
    f"{name} in zip": zipped(write) for name, write in FORMS.items()
}


def part(write: Callable[[Path], None], path: Path) -> tuple[list[dict[str, Any]], list[tuple[str, int]]]:
    write(path)
    done = convert(open_source(path, MAPPING, {}), Pseudonyms(b"k" * 32), path.with_suffix(".part"))
    rows = pq.read_table(path.with_suffix(".part")).to_pylist()
    return rows, [(one.reason, one.count) for one in done.refusals]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_rows_in_every_format_become_the_same_part(form: str, tmp_path: Path) -> None:
    found = part(FORMS[form], tmp_path / "file")
    assert found == part(FORMS["CSV"], tmp_path / "plain")
    assert found[1] == [("no-customer", 19)]
