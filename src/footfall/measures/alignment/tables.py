"""What an alignment reads from a dataset: its variants, and who its customers are."""

from functools import cache
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
from ibis import _

from footfall.measures.alignment.alphabet import FAILED, KIND, SHARES
from footfall.measures.tables import customers, events

SPAN = 2**32  # more than any symbol


@cache
def variants() -> Any:
    """(path, customers) of each variant: its symbols in order, and the customers whose path it is, the first first.

    A symbol is marked as failed where its event broke a promise or a binding says that it means failure, and as sharing
    its day where it is not known whether it came before or after the event before it.
    """
    coded = ibis.table({"combination": "int32", "kind": "int64", "failing": "boolean"}, name="coded")
    told = events.join(coded, "combination")
    failed = (told.late.fill_null(False) | told.failing).cast("int64")
    shares = (told.earliest < told.position).cast("int64")
    symbol = told.kind * KIND + failed * FAILED + shares * SHARES
    placed = told.select("customer", place=told.position.cast("int64") * SPAN + symbol)
    paths = placed.group_by("customer").agg(path=_.place.collect().sort())
    alike = paths.mutate(path=_.path.map(lambda place: place % SPAN)).group_by("path")
    found = alike.agg(customers=_.customer.collect().sort(), first=_.customer.min())
    return found.order_by("first").select("path", "customers")


def lists(column: pa.ChunkedArray, kind: Any) -> tuple[Any, Any]:
    """The values of a column of lists one after another, and where each list begins; one more than there are."""
    whole = column.combine_chunks()
    lengths = whole.value_lengths().to_numpy(zero_copy_only=False)
    return whole.flatten().to_numpy(zero_copy_only=False).astype(kind), np.concatenate([[0], np.cumsum(lengths)])


@cache
def named_members() -> Any:
    """(identity, value) of the customers in the table `members`, in order."""
    members = ibis.table({"customer": "int32", "value": "float64"}, name="members")
    return members.join(customers, "customer").order_by("customer").select("identity", "value")
