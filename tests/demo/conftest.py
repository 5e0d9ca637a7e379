"""The demo files, made once and read as plain tables, without any of our own import."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pytest

from footfall.demo import files


@pytest.fixture(scope="session")
def demo_files(tmp_path_factory: pytest.TempPathFactory) -> files.DemoFiles:
    return files.write(tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="session")
def event_rows(demo_files: files.DemoFiles) -> pa.Table:
    return _as_text(demo_files.events, ("customer", "time", "event", "channel", "due"))


@pytest.fixture(scope="session")
def answer_rows(demo_files: files.DemoFiles) -> pa.Table:
    columns = ("customer", "answered", "about", "score", "comment", "language")
    return pa.concat_tables(_as_text(path, columns) for path in demo_files.answers.values())


def _as_text(path: Path, columns: tuple[str, ...]) -> pa.Table:
    types = dict.fromkeys(columns, pa.string())
    options = pyarrow.csv.ConvertOptions(column_types=types, strings_can_be_null=False)
    return pyarrow.csv.read_csv(path, convert_options=options)


Paths = dict[str, list[tuple[str, str, str, str]]]


@pytest.fixture(scope="session")
def paths(event_rows: pa.Table) -> Paths:
    """Each customer's events in order: (time, event, channel, due)."""
    known = event_rows.filter(
        pc.and_(pc.match_substring(event_rows["time"], "T"), pc.not_equal(event_rows["customer"], ""))
    )
    found: Paths = {}
    for customer, *event in _lines(known.sort_by([("customer", "ascending"), ("time", "ascending")])):
        found.setdefault(customer, []).append((event[0], event[1], event[2], event[3]))
    return found


def _lines(table: pa.Table) -> Iterator[tuple[str, ...]]:
    return zip(*(table[name].to_pylist() for name in ("customer", "time", "event", "channel", "due")), strict=True)
