"""Several ids of one customer: which ids belong together, out of pairs that imports tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

MOST_SHARED = 20  # customers that one id may join; more means a kiosk, a family's address, or a word for nobody
ROOTS = pa.schema([("identity", pa.int64()), ("root", pa.int64())])

Numbers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True)
class Aliases:
    """(identity, root) of all ids that are not their customer's own, and the ids that too many share."""

    roots: pa.Table
    shared: Numbers


def read(files: Sequence[Path]) -> Aliases:
    """What the pairs of all parts come to; the same pairs give the same, in whatever order they came.

    A customer's root is the least of the codes that belong together. An id that more than MOST_SHARED customers have
    joins none of them.
    """
    pairs = _distinct(files)
    others, places, counts = np.unique(pairs[:, 1], return_inverse=True, return_counts=True)
    shared = others[counts > MOST_SHARED]
    joined = pairs[(counts <= MOST_SHARED)[places]] if len(pairs) else pairs
    ids, flat = np.unique(joined, return_inverse=True)
    roots = _least(ids, flat.reshape(-1, 2))
    differ = roots != ids
    return Aliases(pa.table([ids[differ], roots[differ]], schema=ROOTS), shared)


def _distinct(files: Sequence[Path]) -> Numbers:
    tables = [pq.read_table(file, columns=["customer", "other"]) for file in files]
    each = [np.column_stack([np.asarray(one["customer"]), np.asarray(one["other"])]) for one in tables]
    return np.unique(np.concatenate([np.empty((0, 2), np.int64), *each]), axis=0)


def _least(ids: Numbers, edges: Numbers) -> Numbers:
    """For each id the least of all ids that edges join it to."""
    if not len(ids):
        return ids
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(edges), bool)
    graph = coo_array((ones, (edges[:, 0], edges[:, 1])), shape=(len(ids), len(ids)))
    count, groups = connected_components(graph, directed=False)
    least = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(least, groups, ids)
    return least[groups]
