"""Places in paths, as arrays reckon them and as a person would count them by hand."""

import random
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest

from footfall.events import placing

DAY = timedelta(days=1)
BEGIN = datetime(2024, 5, 13, tzinfo=UTC).replace(tzinfo=None)
SORTED = pa.schema(
    [
        ("customer", pa.int32()),
        ("time", pa.timestamp("us")),
        ("until", pa.timestamp("us")),
        ("due", pa.timestamp("us")),
        ("late", pa.bool_()),
        ("combination", pa.int32()),
        ("session_gap", pa.int64()),
    ]
)
Row = dict[str, Any]


def log(dice: random.Random) -> list[Row]:
    """A few customers with days and moments, equal times, and parts with and without a gap between sessions."""
    rows = [event(dice, customer) for customer in range(dice.randint(1, 5)) for _ in range(dice.randint(1, 12))]
    return sorted(rows, key=lambda row: (row["customer"], row["time"], row["until"] is None))


def event(dice: random.Random, customer: int) -> Row:
    is_day = dice.random() < 0.3
    day = BEGIN + dice.randint(0, 3) * DAY
    time = day if is_day else day + dice.choice([0, 1, 40, 61, 600]) * timedelta(minutes=1)
    said = {"due": dice.choice([None, day]), "late": dice.choice([None, True, False])}
    gap = dice.choice([None, 30, 1440])
    return said | {
        "customer": customer,
        "time": time,
        "until": day + DAY if is_day else None,
        "combination": dice.randint(0, 2),
        "session_gap": gap,
    }


def by_hand(rows: Sequence[Row]) -> list[Row]:
    """The same, one customer and one event at a time."""
    paths: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        paths[row["customer"]].append(row)
    return [placed for path in paths.values() for placed in path_by_hand(path)]


def path_by_hand(path: Sequence[Row]) -> list[Row]:
    shares = [shares_a_day(path, place) for place in range(len(path))]
    met: dict[int, int] = defaultdict(int)
    sessions: dict[int | None, tuple[int, datetime]] = {}
    found = []
    for place, row in enumerate(path):
        met[row["combination"]] += 1
        following = path[place + 1] if place + 1 < len(path) else None
        unknown = any(shares[place : place + 3])
        known = None if unknown else following
        found.append(
            {
                "customer": row["customer"],
                "time": row["time"],
                "whole_day": row["until"] is not None,
                "due": row["due"],
                "late": row["late"],
                "combination": row["combination"],
                "position": place,
                "earliest": max(other for other in range(place + 1) if not shares[other]),
                "visit": met[row["combination"]],
                "session": session(sessions, row),
                "next_unknown": unknown,
                "next_combination": known and known["combination"],
                "next_time": known and known["time"],
            }
        )
    return found


def shares_a_day(path: Sequence[Row], place: int) -> bool:
    ends = [row["until"] or row["time"] for row in path[:place]]
    return bool(ends) and path[place]["time"] < max(ends)


def session(sessions: dict[int | None, tuple[int, datetime]], row: Row) -> int:
    gap = row["session_gap"]
    number, last = sessions.get(gap, (1, row["time"]))
    if gap is not None and row["time"] - last > timedelta(minutes=gap):
        number += 1
    sessions[gap] = (number, row["time"])
    return number


@pytest.mark.parametrize("at_once", [1, 7, 1_000])
def test_each_event_has_the_place_that_one_counts_by_hand(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(placing, "ROWS", at_once)
    for seed in range(100):
        dice = random.Random(seed)
        rows = log(dice)
        batches = pa.Table.from_pylist(rows, SORTED).to_batches(dice.choice([1, 5, 1_000]))
        placed = [row for piece in placing.placed(batches) for row in piece.to_pylist()]
        assert placed == by_hand(rows), f"seed {seed}"


def test_pieces_end_where_customers_do_and_not_where_batches_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(placing, "ROWS", 4)
    plain = {"time": BEGIN, "until": None, "due": None, "late": None, "combination": 0, "session_gap": None}
    rows = [plain | {"customer": customer} for customer, events in enumerate([3, 9, 1, 2]) for _ in range(events)]
    table = pa.Table.from_pylist(rows, SORTED)
    pieces = [[len(piece) for piece in placing.placed(table.to_batches(size))] for size in (1, 2, 5, 100)]
    assert pieces == [[3, 9, 3]] * 4


def test_nothing_sorted_is_nothing_placed() -> None:
    assert list(placing.placed(SORTED.empty_table().to_batches())) == []
