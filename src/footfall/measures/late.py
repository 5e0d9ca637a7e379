"""Late: which share of the events with a promise broke it."""

from functools import cache
from typing import Any

from ibis import _

from footfall.measures.tables import events_at, population


@cache
def promised() -> Any:
    """The place's events with a promise; 1 for those that broke it."""
    rows = events_at(0).filter(_.late.notnull())
    return population(rows.mutate(value=rows.late, at=rows.time))
