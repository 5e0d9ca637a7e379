"""Good rows out of the files that people have; what is refused is counted with its line."""

import codecs
import csv
import io
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footfall.errors import InvalidData
from footfall.events.columns import Join, WideStep
from footfall.events.converting import Converted, convert, open_source
from footfall.events.identity import Pseudonyms, code_of, code_of_pseudonym, pseudonym, workspace_key
from footfall.events.mapping import Mapping
from footfall.events.sheets import open_sheet
from footfall.events.times import read_moments

KEY = b"k" * 32
MAPPING = Mapping(customer="who", time="when", event="what", channel="by")
ROWS = [("ann", "2024-01-02 03:04:05", "visit", "web"), ("bo", "2024-01-02 03:04:06", "café; “buy”", "app")]


def table(separator: str = ",", header: str = "who,when,what,by") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([header.split(","), *ROWS])
    return out.getvalue()


def read(path: Path, mapping: Mapping = MAPPING, **files: Path) -> tuple[Converted, list[dict[str, Any]]]:
    named = {one.name: one for one in files.values()}
    found = convert(open_source(path, mapping, named), Pseudonyms(KEY), path.with_suffix(".part"))
    return found, pq.read_table(path.with_suffix(".part")).to_pylist()


def stored(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(row["customer"], row["time"].isoformat(" "), row["event"], row["channel"]) for row in rows]


EXPECTED = [(code_of(KEY, who), when, what, by) for who, when, what, by in ROWS]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_usual_separator_is_found(separator: str, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(table(separator), encoding="utf-8")
    assert open_sheet(path).separator == separator
    assert stored(read(path)[1]) == EXPECTED


@pytest.mark.parametrize(
    ("encoding", "start", "found"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("windows-1252", b"", "windows-1252"),
    ],
)
def test_every_usual_encoding_is_found(encoding: str, start: bytes, found: str, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(start + table().encode(encoding))
    assert open_sheet(path).encoding == found
    assert stored(read(path)[1]) == EXPECTED


def test_refused_rows_are_counted_by_reason_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(
        'who,when,what,by\nann,2024-01-02,"a\nname\nover lines",web\n\nbo,soon,visit,\n,2024-01-02,visit,web\n'
        "cy,2024-01-02\ndi,2024-01-02,,web\ned,2024-01-03,visit,web,more\nfi,2024-01-04,visit,\n"
    )
    found, rows = read(path)
    assert [row["event"] for row in rows] == ["a\nname\nover lines", "visit"]
    assert (found.rows, found.kept) == (8, 2)
    assert {(one.reason, tuple(sample.line for sample in one.samples)) for one in found.refusals} == {
        ("blank", (5,)),
        ("unreadable-time", (6,)),
        ("no-customer", (7,)),
        ("ragged", (8, 10)),
        ("no-event", (9,)),
    }


def test_an_identity_is_never_shown_nor_stored(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text(
        "who,when,what,by\nsecret@person.example,2024-01-02,visit,web\nsecret@person.example,soon,visit,web\n"
    )
    found, _rows = read(path)
    assert "secret" not in repr(found)
    assert b"secret" not in path.with_suffix(".part").read_bytes()


def test_a_header_named_twice_is_read_once_and_said(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("who,when,what,by,when\nann,2024-01-02,visit,web,nonsense\n")
    found, rows = read(path)
    assert [row["time"] for row in rows] == [datetime(2024, 1, 2)]
    assert [(one.reason, one.samples[0].column) for one in found.warnings] == [("repeated-column", "when")]


def test_rows_backwards_in_time_are_kept_and_reported_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("who,a,b,c\nann,2024-01-01,2024-01-02,\nbo,2024-01-05,,2024-01-04\ncy,,2024-01-03,wrong\n")
    mapping = Mapping(kind="wide", customer="who", steps=tuple(WideStep(column=name, event=name) for name in "abc"))
    kept, rows = read(path, mapping)
    assert (kept.kept, kept.stored, len(rows)) == (3, 5, 5)
    assert {(one.reason, one.count) for one in kept.warnings} == {("backwards", 1), ("unreadable-moment", 1)}
    refused, _rows = read(path, mapping.model_copy(update={"backwards": "refuse"}))
    assert (refused.kept, refused.stored) == (2, 3)
    assert [(one.reason, one.samples[0].line) for one in refused.refusals] == [("backwards", 3)]


def test_columns_are_brought_from_other_files_one_after_the_other(tmp_path: Path) -> None:
    (reviews := tmp_path / "reviews.csv").write_text(
        "order,when,stars\no1,2024-01-02,4\no2,2024-01-03,5\no9,2024-01-03,5\n"
    )
    (orders := tmp_path / "orders.csv").write_text("order;account\no1;a1\no2;a2\no2;a1\n")
    (people := tmp_path / "people.csv").write_text("id,person\na1,ann\na2,bo\n")
    mapping = Mapping(
        kind="answers",
        customer="person",
        time="when",
        score="stars",
        scale_min=1,
        scale_max=5,
        joins=(
            Join(file="orders.csv", key="order", column="account"),
            Join(file="people.csv", key="account", their_key="id", column="person"),
        ),
    )
    found, rows = read(reviews, mapping, orders=orders, people=people)
    assert [(row["customer"], row["score"]) for row in rows] == [(code_of(KEY, "ann"), 4.0), (code_of(KEY, "bo"), 5.0)]
    assert [(one.reason, one.count) for one in found.refusals] == [("no-customer", 1)]
    assert [(one.reason, one.count) for one in found.warnings] == [("repeated-key", 1)]
    with pytest.raises(InvalidData, match=r"The file people.csv is not here"):
        read(reviews, mapping, orders=orders)


def test_scores_are_read_with_decimal_commas_and_held_to_their_scale(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("who;when;score\nann;2024-01-02;4,5\nbo;2024-01-02;7\ncy;2024-01-02;good\ndi;2024-01-02;\n")
    mapping = Mapping(
        kind="answers", customer="who", time="when", score="score", scale_min=1, scale_max=5, decimal_comma=True
    )
    found, rows = read(path, mapping)
    assert [row["score"] for row in rows] == [4.5]
    assert {one.reason for one in found.refusals} == {"outside-scale", "unreadable-score", "no-answer"}


def test_parquet_is_read_with_its_types(tmp_path: Path) -> None:
    path = tmp_path / "file.parquet"
    moment = datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))
    columns = {
        "who": pa.array([7, None, 8]),
        "when": pa.array([moment] * 3, pa.timestamp("ns", "+02:00")),
        "what": pa.array(["visit"] * 3).dictionary_encode(),
        "by": pa.array(["web"] * 3),
    }
    pq.write_table(pa.table(columns), path)
    found, rows = read(path)
    assert [(row["customer"], row["time"]) for row in rows] == [
        (code_of(KEY, "7"), datetime(2024, 1, 2, 1, 4, 5)),
        (code_of(KEY, "8"), datetime(2024, 1, 2, 1, 4, 5)),
    ]
    assert [one.samples[0].line for one in found.refusals] == [2]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-04 05:06:07", "2024-03-04 05:06:07"),
        ("2024-03-04T05:06:07.123456Z", "2024-03-04 05:06:07.123456"),
        ("2024-03-04T05:06:07.1+02:00", "2024-03-04 03:06:07.100000"),
        ("2024-03-04 05:06:07 UTC", "2024-03-04 05:06:07"),
        ("2024-03-04 05:06:07-0530", "2024-03-04 10:36:07"),
        ("2024-03-04", "2024-03-04 00:00:00"),
        ("2024/3/4 5:06", "2024-03-04 05:06:00"),
        ("4/3/2024", "2024-03-04 00:00:00"),
        ("4-3-24 17:06", "2024-03-04 17:06:00"),
        ("04.03.2024 05:06:07", "2024-03-04 05:06:07"),
        ("04/03/2024, 5:06 PM", "2024-03-04 17:06:00"),
        ("04/03/2024 12:06 a.m.", "2024-03-04 00:06:00"),
        ("20240304", "2024-03-04 00:00:00"),
        ("20240304T050607Z", "2024-03-04 05:06:07"),
        ("1709528767", "2024-03-04 05:06:07"),
        ("1709528767.25", "2024-03-04 05:06:07.250000"),
        ("1709528767123", "2024-03-04 05:06:07.123000"),
        ("1709528767123456", "2024-03-04 05:06:07.123456"),
        ("31/04/2024", None),
        ("2023-02-29", None),
        ("2024-03-04 25:00:00", None),
        ("0000-00-00 00:00:00", None),
        ("1024-01-01", None),
        ("9999-12-31", None),
        ("soon", None),
        ("12", None),
    ],
)
def test_moments_are_read_as_people_write_them(text: str, moment: str | None) -> None:
    found = read_moments(pa.array([text, None, "no time at all"]), "UTC", day_first=True).to_pylist()
    assert [str(one) if one else None for one in found] == [moment, None, None]


def test_a_zone_holds_for_moments_that_name_none() -> None:
    texts = pa.array(["2024-07-01 12:00", "2024-07-01T12:00:00Z", "1/7/2024 12:00", "31/03/2024 02:30"])
    found = read_moments(texts, "Europe/Amsterdam", day_first=True).to_pylist()
    assert found == [
        datetime(2024, 7, 1, 10),
        datetime(2024, 7, 1, 12),
        datetime(2024, 7, 1, 10),
        datetime(2024, 3, 31, 1),
    ]


@given(
    st.lists(st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)), min_size=1, max_size=5),
    st.sampled_from(
        [
            "%Y-%m-%d %H:%M:%S.%f",
            "%Y-%m-%dT%H:%M:%S.%fZ",
            "%d/%m/%Y %H:%M:%S.%f",
            "%d-%m-%Y %I:%M:%S.%f %p",
            "%Y/%m/%d %H:%M:%S.%f +0000",
        ]
    ),
)
def test_what_was_written_is_what_is_read(moments: list[datetime], form: str) -> None:
    texts = [moment.strftime(form) for moment in moments]
    assert read_moments(pa.array(texts), "UTC", day_first=True).to_pylist() == moments


@pytest.mark.parametrize(
    ("dates", "first", "read_as", "warned"),
    [
        (["03/04/2024", "13/04/2024"], datetime(2024, 4, 3), True, False),
        (["03/04/2024", "04/13/2024"], datetime(2024, 3, 4), False, False),
        (["03/04/2024", "04/05/2024"], datetime(2024, 4, 3), True, True),
        (["2024-03-04", "2024-03-05"], datetime(2024, 3, 4), None, False),
    ],
)
def test_day_and_month_are_told_apart_by_the_dates(
    dates: list[str], first: datetime, read_as: bool | None, warned: bool, tmp_path: Path
) -> None:
    path = tmp_path / "file.csv"
    path.write_text("who,when,what,by\n" + "".join(f"ann,{date},visit,web\n" for date in dates))
    found, rows = read(path)
    assert (rows[0]["time"], found.day_first, bool(found.warnings)) == (first, read_as, warned)


TEXTS = st.text(alphabet='aé", ;\n', max_size=8)


@settings(deadline=None)
@given(rows=st.lists(st.tuples(TEXTS, st.integers(0, 10**6), TEXTS, st.booleans()), min_size=1, max_size=30))
def test_what_the_csv_module_writes_is_read_back_and_each_refused_row_has_its_line(
    rows: list[tuple[str, int, str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    start, line = datetime(2024, 1, 1), 2
    path = tmp_path_factory.mktemp("csv") / "file.csv"
    kept, refused = [(code_of(KEY, "zoe"), str(start), "end", "")], []
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(["who", "when", "what", "by"])
    for who, seconds, what, is_long in rows:
        moment = start + timedelta(seconds=seconds)
        writer.writerow([who, moment, what, "", *(["more"] if is_long else [])])
        good = who.strip() and what.strip() and not is_long
        (kept if good else refused).append((code_of(KEY, who.strip()), str(moment), what.strip(), "") if good else line)
        line += 1 + who.count("\n") + what.count("\n")
    writer.writerow(["zoe", start, "end", ""])
    path.write_text(out.getvalue(), encoding="utf-8")
    found, in_part = read(path)
    assert sorted(stored(in_part)) == sorted(kept)
    assert (found.rows, found.kept) == (len(rows) + 1, len(kept))
    shown = sorted(sample.line for one in found.refusals for sample in one.samples)
    assert len(refused) > 10 or shown == refused


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "data" / "key"
    assert workspace_key(path) == workspace_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


@given(st.integers(-(2**63), 2**63 - 1))
def test_a_pseudonym_is_the_code_in_other_letters(code: int) -> None:
    assert code_of_pseudonym(pseudonym(code)) == code
    assert code_of_pseudonym(pseudonym(code)[:-1]) is None


def test_identities_get_other_pseudonyms_under_another_key() -> None:
    column = pa.array(["ann", None, "bo", "ann"])
    codes = Pseudonyms(KEY).codes(column)
    assert list(codes) == [code_of(KEY, "ann"), 0, code_of(KEY, "bo"), code_of(KEY, "ann")]
    assert code_of(b"x" * 32, "ann") != code_of(KEY, "ann")


@pytest.mark.parametrize(
    ("unit", "moment"),
    [
        ("seconds", datetime(2024, 1, 1, 12, 0, 1, 500_000)),
        ("minutes", datetime(2024, 1, 1, 12, 1, 30)),
        ("hours", datetime(2024, 1, 1, 13, 30)),
        ("days", datetime(2024, 1, 3, 0, 0)),
    ],
)
def test_what_counts_from_another_moment_becomes_a_moment(unit: Any, moment: datetime, tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("who,begun,took\nann,2024-01-01 12:00,1.5\nbo,2024-01-01 12:00,long\ncy,2024-01-01 12:00,\n")
    steps = (WideStep(column="begun", event="begun"), WideStep(column="took", event="done", after="begun", unit=unit))
    found, rows = read(path, Mapping(kind="wide", customer="who", steps=steps))
    assert [row["time"] for row in rows if row["event"] == "done"] == [moment]
    assert [(one.reason, one.count, one.samples[0].value) for one in found.warnings] == [
        ("unreadable-count", 1, "long")
    ]
