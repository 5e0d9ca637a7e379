"""What a mapping says beyond columns: which rows count, what they are called, whether promises were kept."""

import itertools
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from footfall.errors import InvalidData
from footfall.events.addresses import clean
from footfall.events.columns import LeftOut, WideStep
from footfall.events.converting import Converted, convert, open_source
from footfall.events.formats import csv_rows
from footfall.events.identity import Pseudonyms, code_of
from footfall.events.mapping import Mapping
from footfall.events.promises import broken

KEY = b"k" * 32
EVENTS = Mapping(customer="who", time="when", event="what")


def read(folder: Path, text: str, mapping: Mapping = EVENTS, **more: Any) -> tuple[Converted, list[dict[str, Any]]]:
    (path := folder / "file.csv").write_text(text)
    source = open_source(path, Mapping.model_validate(mapping.model_dump() | more), {})
    found = convert(source, Pseudonyms(KEY), path.with_suffix(".part"))
    assert found.rows == found.kept + found.refused + found.left_out
    return found, pq.read_table(path.with_suffix(".part")).to_pylist()


def left_out(found: Converted) -> dict[str, int]:
    return {one.reason: one.count for one in found.omissions}


def test_another_column_says_who_where_the_first_is_empty(tmp_path: Path) -> None:
    text = "who,anonymous,when,what\nann,a1,2024-01-02,look\n,a2,2024-01-03,look\n,,2024-01-04,look\n"
    found, rows = read(tmp_path, text, customer_else="anonymous")
    assert [row["customer"] for row in rows] == [code_of(KEY, "ann"), code_of(KEY, "a2")]
    assert [one.reason for one in found.refusals] == ["no-customer"]


def test_another_column_says_what_happened_where_the_first_is_empty_and_a_constant_where_both_are(
    tmp_path: Path,
) -> None:
    text = "who,when,what,page\nann,2024-01-02,Order,/cart\nann,2024-01-03,,/home\nann,2024-01-04,,\n"
    _, rows = read(tmp_path, text, event_else="page", event_is="Visit")
    assert [row["event"] for row in rows] == ["Order", "/home", "Visit"]


def test_events_that_are_no_moments_are_left_out_and_counted_apart_from_refusals(tmp_path: Path) -> None:
    text = "who,when,what\nann,2024-01-02,ping\nann,soon,ping\nann,soon,buy\nann,2024-01-03,buy\n"
    found, rows = read(tmp_path, text, leave_out=("ping", "heartbeat"))
    assert [row["event"] for row in rows] == ["buy"]
    assert (found.rows, found.kept, found.refused, found.left_out) == (4, 1, 1, 2)
    assert [(one.reason, [sample.line for sample in one.samples]) for one in found.omissions] == [("no-moment", [2, 3])]


def test_rows_that_a_column_calls_unwanted_are_left_out_whatever_their_capitals(tmp_path: Path) -> None:
    text = (
        "who,when,what,kind\nann,2024-01-02,buy,Live\n,soon,buy, TEST\nbo,2024-01-03,buy,preview\ncy,2024-01-03,buy,\n"
    )
    unwanted = (LeftOut(column="kind", values=("Test", "Preview")),)
    found, rows = read(tmp_path, text, leave_out_rows=unwanted)
    assert [row["event"] for row in rows] == ["buy", "buy"]
    assert (found.rows, found.kept, found.refused, found.left_out) == (4, 2, 0, 2)
    assert [(one.reason, [sample.line for sample in one.samples]) for one in found.omissions] == [("unwanted", [3, 4])]


def test_a_file_of_which_all_is_left_out_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"None of the 1 rows of file\.csv can be kept: The event is no moment"):
        read(tmp_path, "who,when,what\nann,2024-01-02,ping\n", leave_out=("ping",))


AUDIT = [
    ("ann", "2024-01-01 10:00", "New"),
    ("ann", "2024-01-01 11:00", "New"),
    ("ann", "2024-01-01 12:00", "Active"),
    ("ann", "2024-01-01 13:00", "New"),
    ("bo", "2024-01-01 10:30", "New"),
    ("bo", "2024-01-01 10:40", "New"),
]


@pytest.mark.parametrize("order", list(itertools.permutations(range(6)))[::97])
def test_of_an_audit_log_only_changes_count_whatever_the_order_of_its_rows(
    order: tuple[int, ...], tmp_path: Path
) -> None:
    text = "who,when,what\n" + "".join(",".join(AUDIT[place]) + "\n" for place in order)
    found, rows = read(tmp_path, text, only_changes=True)
    kept = {(row["customer"], row["time"].hour, row["event"]) for row in rows}
    ann, bo = code_of(KEY, "ann"), code_of(KEY, "bo")
    assert kept == {(ann, 10, "New"), (ann, 12, "Active"), (ann, 13, "New"), (bo, 10, "New")}
    assert (found.kept, found.stored, left_out(found)) == (4, 4, {"no-change": 2})


def test_of_an_audit_log_only_changes_count_whatever_the_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "who,when,what\n" + "".join(f"ann,2024-01-01 10:{n % 60:02},{'AB'[n // 60]}\n" for n in range(120))
    monkeypatch.setattr(csv_rows, "BLOCK", 256)
    found, rows = read(tmp_path, text, only_changes=True)
    assert found.left_out == 120 - len(rows)
    assert all(a["event"] != b["event"] for a, b in itertools.pairwise(sorted(rows, key=lambda row: row["time"])))


def test_a_row_whose_id_came_before_counts_once_and_its_id_is_not_stored(tmp_path: Path) -> None:
    text = "who,when,what,id\n" + 2 * "ann,2024-01-02,buy,order-77\n" + 2 * "bo,2024-01-02,buy,\n"
    found, rows = read(tmp_path, text, id="id")
    assert [row["customer"] for row in rows] == [code_of(KEY, name) for name in ("ann", "bo", "bo")]
    assert left_out(found) == {"repeated-id": 1}
    assert b"order-77" not in (tmp_path / "file.part").read_bytes()


def test_a_wide_row_whose_id_came_before_adds_the_moments_that_the_first_lacked(tmp_path: Path) -> None:
    text = "who,a,b,id\nann,2024-01-02,,7\nann,2024-01-02,2024-01-03,7\nbo,2024-01-04,,8\nbo,2024-01-04,,8\n"
    mapping = Mapping(
        kind="wide", customer="who", id="id", steps=tuple(WideStep(column=name, event=name) for name in "ab")
    )
    found, rows = read(tmp_path, text, mapping)
    assert sorted((row["time"].day, row["event"]) for row in rows) == [(2, "a"), (3, "b"), (4, "a")]
    assert (found.rows, found.kept, found.stored, left_out(found)) == (4, 3, 3, {"repeated-id": 1})


@pytest.mark.parametrize("said", ["yes", "Y", "true", "1", "Ja", "Op tijd", "on time", "sí", "да", "はい", "Met"])
def test_a_kept_promise_is_read_in_many_spellings(said: str) -> None:
    assert broken(pa.array([said])).to_pylist() == [False]


@pytest.mark.parametrize("said", ["no", "N", "FALSE", "0", "Nee", "Te laat", "nein", "нет", "いいえ", "Breached"])
def test_a_broken_promise_is_read_in_many_spellings(said: str) -> None:
    assert broken(pa.array([said])).to_pylist() == [True]


def test_what_is_neither_yes_nor_no_is_reported_and_no_promise(tmp_path: Path) -> None:
    said = ("true", "false", "perhaps", "")
    text = "who,when,what,sla\n" + "".join(f"ann,2024-01-0{n + 2},a,{word}\n" for n, word in enumerate(said))
    found, rows = read(tmp_path, text, on_time="sla")
    assert [row["broken"] for row in rows] == [False, True, None, None]
    assert [(one.reason, one.count) for one in found.warnings] == [("unreadable-promise", 1)]


@pytest.mark.parametrize(
    ("rules", "was", "now"),
    [
        (("host",), "https://shop.example/cart?x=1", "/cart?x=1"),
        (("host",), "shop.example:8080/cart", "/cart"),
        (("host",), "https://shop.example", "/"),
        (("query",), "https://shop.example/cart?utm=mail#top", "https://shop.example/cart"),
        (("ids",), "/orders/12345/lines/7", "/orders/:id/lines/:id"),
        (("ids",), "/u/3f2b8c1e-0000-4000-8000-1234567890ab/edit", "/u/:id/edit"),
        (("ids",), "/p/B07XJ8C8F5", "/p/:id"),
        (("ids",), "/order/ORD-10023", "/order/:id"),
        (("ids",), "/phones/iphone-15-pro", "/phones/iphone-15-pro"),
        (("ids",), "/decade/effaced", "/decade/effaced"),
        (("language",), "/nl/winkelwagen", "/winkelwagen"),
        (("language",), "/nl-BE/winkelwagen", "/winkelwagen"),
        (("language",), "/nl", "/"),
        (("language",), "/news/nl", "/news/nl"),
        (("slash",), "/cart/", "/cart"),
        (("slash",), "/cart/?x=1", "/cart?x=1"),
        (("slash",), "/", "/"),
        (("lower",), "/Cart/Pay", "/cart/pay"),
        (
            ("lower", "slash", "language", "ids", "query", "host"),
            "https://www.Shop.example/en/Order/12345/?a=b",
            "/order/:id",
        ),
        (("host", "query", "ids", "language", "slash", "lower"), "Added to cart", "Added to cart"),
        (("host",), "order.created", "order.created"),
        ((), "/cart/", "/cart/"),
    ],
)
def test_addresses_become_names_by_the_rules_that_are_named(rules: Any, was: str, now: str) -> None:
    assert clean(was, rules) == now


def test_addresses_in_a_file_are_cleaned_and_other_names_stay(tmp_path: Path) -> None:
    text = "who,when,what\nann,2024-01-02,https://shop.example/p/1234?x=1\nann,2024-01-03,/p/99\nann,2024-01-04,Paid\n"
    _, rows = read(tmp_path, text, clean_paths=("host", "query", "ids"), leave_out=())
    assert [row["event"] for row in rows] == ["/p/:id", "/p/:id", "Paid"]
