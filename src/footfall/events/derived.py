"""Tables that follow from the events of a dataset and are written beside them, since many questions begin with them.

Whoever asks for one of these expressions over a whole dataset reads what was written; under a filter it is reckoned
from the events that are left.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
from ibis import _

from footfall.events.tables import SCHEMAS, table

WAY = ("combination", "next_combination", "next_unknown")


@cache
def ways() -> Any:
    """(combination, next_combination, next_unknown, n, least, begun, days): how often each followed each other.

    At least `least` customers went so: a customer has one first visit at a combination. `begun` paths began there, and
    of `days` events only the day is known.
    """
    counts = {"n": _.count(), "least": _.count(where=_.visit == 1), "begun": _.count(where=_.position == 0)}
    counts |= {"days": _.count(where=_.whole_day)}
    return table("events").group_by(*WAY).agg(**counts)


DERIVED: Mapping[str, Callable[[], Any]] = {"ways": ways}


def gaps_in_order() -> Any:
    """(gap): the microseconds to what came next, in the order of the two combinations and then of themselves."""
    known = table("events").filter(_.next_combination.notnull())
    gap = known.next_time.delta(known.time, unit="microsecond")
    return known.mutate(gap=gap).order_by("combination", "next_combination", "gap").select("gap")


def placed_gaps(sorted_gaps: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The table `gaps` of layout.py, piece by piece."""
    begin = 0
    for batch in sorted_gaps:
        yield pa.table({"place": np.arange(begin, begin + len(batch)), "gap": batch["gap"]}, schema=GAPS)
        begin += len(batch)


GAPS = ibis.schema(SCHEMAS["gaps"]).to_pyarrow()
