"""Days without a time: told apart from moments, in any zone, and promised until they end."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from footfall.events.columns import WideStep
from footfall.events.converting import Converted, convert, open_source
from footfall.events.identity import Pseudonyms
from footfall.events.mapping import Mapping
from footfall.events.times import ends_of_days, read_moments

KEY = b"k" * 32


def read(path: Path, mapping: Mapping) -> tuple[Converted, list[dict[str, Any]]]:
    found = convert(open_source(path, mapping, {}), Pseudonyms(KEY), path.with_suffix(".part"))
    return found, pq.read_table(path.with_suffix(".part")).to_pylist()


@pytest.mark.parametrize("written", ["2024-05-15", "15/05/2024", "20240515", " 15-5-2024 ", "2024/5/15"])
def test_a_day_ends_a_day_later(written: str) -> None:
    column = pa.array([written, "2024-05-15 00:00:00", None])
    moments = read_moments(column, "UTC", day_first=True)
    assert ends_of_days(column, moments, "UTC").to_pylist() == [datetime(2024, 5, 16), None, None]


@pytest.mark.parametrize("written", ["2024-05-15T00:00", "1715731200", "20240515T101500", "1715731200.5"])
def test_a_moment_is_no_day(written: str) -> None:
    column = pa.array([written])
    assert ends_of_days(column, read_moments(column, "UTC", day_first=True), "UTC").to_pylist() == [None]


def test_a_day_is_as_long_as_its_zone_has_it() -> None:
    column = pa.array(["2024-03-31", "2024-10-27", "2024-06-01"])
    moments = read_moments(column, "Europe/Amsterdam", day_first=True)
    ends = ends_of_days(column, moments, "Europe/Amsterdam")
    lengths = [end - begin for begin, end in zip(moments.to_pylist(), ends.to_pylist(), strict=True)]
    assert lengths == [timedelta(hours=hours) for hours in (23, 25, 24)]


def test_dates_of_parquet_are_days_and_its_moments_are_not(tmp_path: Path) -> None:
    moments = pa.array([datetime(2024, 5, 15, tzinfo=UTC)] * 2, pa.timestamp("us", "UTC"))
    table = pa.table({"who": ["a", "b"], "day": pa.array([date(2024, 5, 15)] * 2), "at": moments, "what": ["x", "x"]})
    pq.write_table(table, path := tmp_path / "file.parquet")
    _, days = read(path, Mapping(customer="who", time="day", event="what"))
    assert {row["until"] for row in days} == {datetime(2024, 5, 16)}
    _, timed = read(path, Mapping(customer="who", time="at", event="what"))
    assert {row["until"] for row in timed} == {None}


def test_a_promise_for_a_day_holds_until_the_day_ends(tmp_path: Path) -> None:
    (path := tmp_path / "file.csv").write_text("who,when,what,due\na,2024-05-15 18:00,x,2024-05-15\n")
    _, (row,) = read(path, Mapping(customer="who", time="when", event="what", due="due"))
    assert row["due"] == datetime(2024, 5, 15, 23, 59, 59, 999999)


def test_a_step_on_the_day_of_the_step_before_does_not_run_backwards(tmp_path: Path) -> None:
    (path := tmp_path / "file.csv").write_text(
        "who,a,b\nann,2024-05-15 18:00,2024-05-15\nbo,2024-05-15 18:00,2024-05-14\n"
    )
    mapping = Mapping(kind="wide", customer="who", steps=tuple(WideStep(column=name, event=name) for name in "ab"))
    found, _ = read(path, mapping)
    assert [(one.reason, one.count, one.samples[0].line) for one in found.warnings] == [("backwards", 1, 3)]
