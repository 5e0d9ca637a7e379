"""Rows of a part that count once: those whose own id came before, and those of an audit log that change nothing."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from footfall.events.mapping import Mapping
from footfall.events.remarks import Remarks

REPEATED = "The row's id came before; it counts once."
UNCHANGED = "The row repeats what this customer's row before it says; only changes count."

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


def thin(part: Path, mapping: Mapping, left_out: Remarks) -> tuple[int, int]:
    """Leave such rows out of a part; the file's rows and the part's rows that are gone with them.

    The whole part is looked at in the order of time: in which order, and in which batches, it came makes no difference.
    """
    only_changes = mapping.only_changes and mapping.kind == "events"
    has_ids = bool(mapping.id) and mapping.kind not in {"customers", "aliases"}
    if not (has_ids or only_changes):
        return 0, 0
    whole = pq.read_table(part).unify_dictionaries()
    once = whole.filter(pa.array(~_repeated(whole))) if has_ids else whole
    kept = once.filter(pa.array(~_repeats(once))) if only_changes else once
    lines = [_lines(table, mapping) for table in (whole, once, kept)]
    left_out.add("repeated-id", REPEATED, count=lines[0] - lines[1])
    left_out.add("no-change", UNCHANGED, count=lines[1] - lines[2])
    if kept.num_rows < whole.num_rows:
        pq.write_table(kept, part, compression="zstd")
    return lines[0] - lines[2], whole.num_rows - kept.num_rows


def _lines(table: pa.Table, mapping: Mapping) -> int:
    """How many of the file's rows these come from: a row may make several, one after the other."""
    return len(np.unique(_numbers(table, "arrival") // mapping.most_of_a_row()))


def _repeated(table: pa.Table) -> Flags:
    """Rows whose id, together with what they say, came before in the file."""
    says = _codes(table, "event" if "event" in table.column_names else "question")
    row, arrival = _numbers(table, "row"), _numbers(table, "arrival")
    later = _after_the_first(np.lexsort((arrival, says, row)), row, says)
    found: Flags = later & (row != 0)
    return found


def _repeats(table: pa.Table) -> Flags:
    """Rows that say the same as the customer's row before."""
    who, when, arrival = (_numbers(table, name) for name in ("customer", "time", "arrival"))
    order = np.lexsort((arrival, when, who))
    return _after_the_first(order, who, _codes(table, "event"), _codes(table, "channel"))


def _after_the_first(order: Numbers, *keys: Numbers) -> Flags:
    """Rows whose keys are those of the row before in this order."""
    same = np.ones(max(0, len(order) - 1), bool)
    for key in keys:
        same &= key[order[1:]] == key[order[:-1]]
    found = np.zeros(len(order), bool)
    found[order[1:]] = same
    return found


def _numbers(table: pa.Table, name: str) -> Numbers:
    return np.asarray(table[name].combine_chunks().cast(pa.int64()).fill_null(0), np.int64)


def _codes(table: pa.Table, name: str) -> Numbers:
    """Names as numbers: their places in the dictionary."""
    column = table[name].combine_chunks()
    return np.asarray(column.indices.fill_null(-1), np.int64)
