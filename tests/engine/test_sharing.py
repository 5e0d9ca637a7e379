"""Rows that several questions begin with are reckoned once, and gone when these are answered."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from ibis import _

from footfall.engine.limits import Limits
from footfall.engine.opened import TABLES
from footfall.engine.reader import Reader, ReaderLeft, waiting
from footfall.engine.tables import OpenTables
from footfall.events.derived import ways
from footfall.events.tables import SCHEMAS, table

EVENTS = table("events")
PATHS = EVENTS.group_by("customer").agg(events=_.count())
LONG = PATHS.filter(PATHS.events > 1).count()
EVERYBODY = PATHS.count()
ROWS: dict[str, list[dict[str, Any]]] = {
    "events": [{"customer": who, "combination": 7} for who in (0, 0, 1)],
    "ways": [{"combination": 7, "n": 300}],  # which nobody would reckon from three events
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two customers, one with two events."""
    folder = tmp_path_factory.mktemp("dataset")
    for name in TABLES:
        schema = ibis.schema(SCHEMAS[name]).to_pyarrow()
        rows = pa.Table.from_pylist(ROWS.get(name, []), schema)
        pq.write_table(rows, folder / f"{name}.parquet")
    return folder


@pytest.fixture
def dataset(folder: Path, tmp_path: Path) -> Iterator[OpenTables]:
    tables = OpenTables(folder, tmp_path, Limits())
    yield tables
    tables.close()


def test_questions_are_answered_the_same_from_what_they_share(dataset: OpenTables) -> None:
    with dataset.sharing(PATHS) as shared:
        assert [number(shared, one) for one in (LONG, EVERYBODY)] == [1, 2] == [number(dataset, LONG), 2]


def test_what_was_written_beside_the_events_is_read_from_there_but_under_a_filter(dataset: OpenTables) -> None:
    often = ways().agg(n=_.n.sum())
    chosen = dataset.narrowed("one", lambda: {"events": EVENTS.filter(EVENTS.customer == 0)})
    with dataset.sharing(ways()) as shared:
        told = [one.run(often)["n"].to_pylist() for one in (dataset, shared, chosen)]
    assert told == [[300], [300], [2]]


def test_what_is_shared_is_reckoned_once(dataset: OpenTables) -> None:
    noise = EVENTS.mutate(chance=ibis.random())
    with dataset.sharing(noise) as shared:
        first, second = (shared.run(noise.agg(chance=noise.chance.sum()).mutate(turn=turn)) for turn in (1, 2))
    assert first["chance"].equals(second["chance"])


def test_a_filter_shares_its_own_rows(dataset: OpenTables) -> None:
    chosen = dataset.narrowed("one", lambda: {"events": EVENTS.filter(EVENTS.customer == 1)})
    with chosen.sharing(PATHS) as shared, dataset.sharing(PATHS) as all:
        assert (number(shared, EVERYBODY), number(all, EVERYBODY)) == (1, 2)


def test_nothing_stays_when_the_block_ends_also_for_a_reader_who_left(dataset: OpenTables) -> None:
    reader = Reader()
    with pytest.raises(ReaderLeft), waiting(reader):
        leave_while_asking(dataset, reader)
    with dataset.held(PATHS, {}) as name:
        assert name == "shared_1"


def leave_while_asking(dataset: OpenTables, reader: Reader) -> None:
    """Go away before the question is put for which rows were shared."""
    with dataset.sharing(PATHS) as shared:
        reader.leave()
        number(shared, LONG)


def number(tables: Any, expression: Any) -> Any:
    """The one number that an expression gives."""
    return tables.run(expression.as_table())[0][0].as_py()
