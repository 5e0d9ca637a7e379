"""Parts beside each other: what a newer file of the same changed, and whether a file says what another one said."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from footfall.events.report import Refreshed

PRIME = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio in 64 bits: multiplying by it mixes the bits well

Prints = np.ndarray[Any, np.dtype[np.uint64]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]


def change(old: Path, new: Path, file: str) -> Refreshed:
    """What a part has that the one in its place had not, and the other way round; `file` is the old one's."""
    before, after = prints(old), prints(new)
    same = in_both(before, after)
    were, are = _customers(old), _customers(new)
    return Refreshed(
        file=file,
        added=len(after) - same,
        same=same,
        gone=len(before) - same,
        customers_new=len(np.setdiff1d(are, were, assume_unique=True)),
        customers_gone=len(np.setdiff1d(were, are, assume_unique=True)),
    )


def in_both(one: Prints, other: Prints) -> int:
    """How many rows are in both; a row that is there twice is the same twice only if the other has it twice."""
    (ones, counts), (others, theirs) = (np.unique(some, return_counts=True) for some in (one, other))
    _, here, there = np.intersect1d(ones, others, assume_unique=True, return_indices=True)
    return int(np.minimum(counts[here], theirs[there]).sum())


def prints(part: Path) -> Prints:
    """A number of 64 bits for each row's content: rows that say the same have the same, wherever they stand."""
    names = sorted(set(pq.read_schema(part).names) - {"arrival"})
    found = np.zeros(pq.read_metadata(part).num_rows, np.uint64)
    for name in names:
        (column,) = pq.read_table(part, columns=[name]).unify_dictionaries().columns
        found = (found ^ _numbers(column.combine_chunks()).view(np.uint64)) * PRIME
        found ^= found >> np.uint64(29)
    return found


def _numbers(column: pa.Array) -> Numbers:
    """A number for each cell; equal cells have equal numbers, in whatever file."""
    if pa.types.is_string(column.type):
        column = pc.dictionary_encode(column)
    if pa.types.is_dictionary(column.type):
        texts = pa.array([*column.dictionary.to_pylist(), None], pa.string())
        told = np.array([_of_text(text) for text in texts.to_pylist()], np.int64)
        return told[np.asarray(pc.fill_null(column.indices, len(told) - 1), np.int64)]
    if pa.types.is_floating(column.type):
        filled = np.asarray(pc.fill_null(column, np.nan), np.float64)
        return filled.view(np.int64)
    return np.asarray(pc.fill_null(column.cast(pa.int64()), np.iinfo(np.int64).min), np.int64)


def _of_text(text: str | None) -> int:
    told = b"" if text is None else b"+" + text.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "big", signed=True)


def _customers(part: Path) -> Numbers:
    return np.unique(np.asarray(pq.read_table(part, columns=["customer"])["customer"], np.int64))
