"""Tables that follow from the events of a dataset and are written beside them, since many questions begin with them.

Whoever asks for one of these expressions over a whole dataset reads what was written; under a filter it is reckoned
from the events that are left.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from ibis import _

from footfall.events.tables import table

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
