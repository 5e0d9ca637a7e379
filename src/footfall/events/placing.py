"""Events that are sorted get their places: position, visit and session in the path, and what comes next beside each.

Sorting is an engine's work; all that follows from the order is reckoned here, in one pass over whole customers, so
that every engine gives the same.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from footfall.events.tables import SCHEMAS

ROWS = 1 << 19  # events that are placed at once; a customer with more comes whole all the same
MINUTE = 60_000_000  # microseconds
ARROW = {"int32": pa.int32(), "boolean": pa.bool_(), "timestamp(6)": pa.timestamp("us")}
PLACED = pa.schema([(name, ARROW[kind]) for name, kind in SCHEMAS["events"].items()])

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


def placed(sorted_events: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The table `events` of layout.py, piece by piece, from the rows of `merging.sorted_events` in their order."""
    for customers in _whole_customers(sorted_events):
        yield _placed(customers)


def _whole_customers(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The same rows in pieces that end where a customer does, wherever the batches end."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        while cut := _cut(held):
            rows = pa.Table.from_batches(held)
            yield rows.slice(0, cut)
            held = rows.slice(cut).to_batches()
    if any(map(len, held)):
        yield pa.Table.from_batches(held)


def _cut(held: list[pa.RecordBatch]) -> int:
    """Where the customer of row ROWS begins, or ends where nobody else comes before; 0 where more rows must come."""
    if sum(map(len, held)) <= ROWS:
        return 0
    customers = np.concatenate([np.asarray(batch["customer"]) for batch in held])
    begins = int(np.searchsorted(customers, customers[ROWS]))
    ends = int(np.searchsorted(customers, customers[ROWS], side="right"))
    return begins or (ends if ends < len(customers) else 0)


def _placed(rows: pa.Table) -> pa.Table:
    customer = _numbers(rows, "customer")
    first = np.append(True, customer[1:] != customer[:-1])
    begins = np.flatnonzero(first)
    path = np.cumsum(first) - 1
    position = np.arange(len(customer)) - begins[path]
    shares = _shared_days(rows, path, first)
    unknown = shares | _following(shares, path, 1) | _following(shares, path, 2)
    ends = np.append(first[1:], True)
    combination = _numbers(rows, "combination")
    columns = {
        "customer": rows["customer"],
        "time": rows["time"],
        "whole_day": rows["until"].is_valid(),
        "due": rows["due"],
        "late": rows["late"],
        "combination": rows["combination"],
        "position": position,
        "earliest": np.maximum.accumulate(np.where(shares, 0, np.arange(len(path)))) - begins[path],
        "visit": _occurrence(path * (combination.max() + 1) + combination),
        "session": _session(rows, path),
        "next_unknown": unknown,
        "next_combination": _next(combination, ends | unknown, pa.int32()),
        "next_time": _next(_numbers(rows, "time"), ends | unknown, pa.timestamp("us")),
    }
    return pa.table([_as(columns[name], PLACED.field(name).type) for name in PLACED.names], schema=PLACED)


def _as(column: Any, kind: pa.DataType) -> Any:
    return pa.array(column).cast(kind) if isinstance(column, np.ndarray) else column


def _numbers(rows: pa.Table, name: str) -> Numbers:
    """A column as whole numbers: moments in microseconds, 0 where there is none."""
    column = rows[name].combine_chunks()
    integers = column.cast(pa.int64()) if pa.types.is_timestamp(column.type) else column
    return np.asarray(integers.fill_null(0), np.int64)


def _shared_days(rows: pa.Table, path: Numbers, first: Flags) -> Flags:
    """Events that share a day with one before them in the path, of at least one of which only the day is known.

    They have no known order. What comes next is known of two events only if neither shares a day so.
    """
    if rows["until"].null_count == len(rows):
        return np.zeros(len(path), bool)
    time = _numbers(rows, "time")
    reaches = np.where(np.asarray(rows["until"].is_valid()), _numbers(rows, "until"), time)
    furthest = _running_maximum(reaches, path)
    return np.append(False, time[1:] < furthest[:-1]) & ~first


def _running_maximum(values: Numbers, path: Numbers) -> Numbers:
    """For each event the largest value so far in its path."""
    distinct, rank = np.unique(values, return_inverse=True)
    return distinct[np.maximum.accumulate(path * len(distinct) + rank) - path * len(distinct)]


def _following(flags: Flags, path: Numbers, places: int) -> Flags:
    """The flag of the event so many places later in the same path; False where there is none."""
    found = np.zeros(len(flags), bool)
    found[:-places] = flags[places:] & (path[places:] == path[:-places])
    return found


def _occurrence(keys: Numbers) -> Numbers:
    """Which time it is, from 1, that a key comes up."""
    order = np.argsort(keys, kind="stable")
    in_order = keys[order]
    first = np.append(True, in_order[1:] != in_order[:-1])
    found = np.empty(len(keys), np.int64)
    found[order] = np.arange(1, len(keys) + 1) - np.flatnonzero(first)[np.cumsum(first) - 1]
    return found


def _session(rows: pa.Table, path: Numbers) -> Numbers:
    """Which session it is, from 1: a silence longer than the gap that an event's part sets begins another one.

    The events of parts with one gap are looked at by themselves; where none is set, all are one session.
    """
    found = np.ones(len(path), np.int64)
    gaps, time = rows["session_gap"].combine_chunks(), _numbers(rows, "time")
    for gap in gaps.drop_null().unique().to_pylist():
        chosen = np.flatnonzero(np.asarray(pa.compute.equal(gaps, gap).fill_null(False)))
        same = np.append(False, path[chosen][1:] == path[chosen][:-1])
        silent = np.append(0, np.diff(time[chosen])) > gap * MINUTE
        begun = np.cumsum(same & silent)
        at_first = begun[~same][np.cumsum(~same) - 1]
        found[chosen] = begun - at_first + 1
    return found


def _next(values: Numbers, none: Flags, kind: pa.DataType) -> pa.Array:
    """What the next row says, empty where nothing follows or it is not known."""
    return pa.array(np.append(values[1:], 0), mask=none).cast(kind)
