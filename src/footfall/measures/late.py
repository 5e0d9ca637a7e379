"""Late: which share of the events with a promised time came after it."""

from functools import cache
from typing import Any

from ibis import _

from footfall.measures.tables import events_at, population


@cache
def promised() -> Any:
    """The place's events that had a promised time; 1 for those that came after it."""
    rows = events_at(0).filter(_.due.notnull())
    return population(rows.mutate(value=rows.time > rows.due, at=rows.time))
