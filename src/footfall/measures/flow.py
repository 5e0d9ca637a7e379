"""Flow: customers whose very next event after one place was at another, and how long that took the first time."""

from functools import cache
from typing import Any

from ibis import _

from footfall.measures.tables import at_place, events_at, hours_between, population


@cache
def _transitions() -> Any:
    """Each time that an event at the source was followed straight by one at the target."""
    target = at_place(1).rename(next_combination="combination")
    steps = events_at(0).join(target, ["ask", "next_combination"])
    return steps.mutate(hours=hours_between(steps.time, steps.next_time))


@cache
def _went() -> Any:
    """Those who went: when first, and how long it took then."""
    return _transitions().group_by("ask", "customer").agg(at=_.time.min(), hours=_.hours.argmin(_.position))


@cache
def customers_who_went() -> Any:
    """Those who went, each counting as 1."""
    went = _went()
    return population(went.mutate(value=1))


@cache
def share_who_went() -> Any:
    """All who were at the source; 1 for those who went."""
    there = events_at(0).select("ask", "customer").distinct()
    rows = there.left_join(_went(), ["ask", "customer"]).select("ask", "customer", "at")
    return population(rows.mutate(value=rows.at.notnull()))


@cache
def hours_of_first_time() -> Any:
    """Those who went, with the hours that it took the first time."""
    return population(_went().rename(value="hours"))


@cache
def each_time() -> Any:
    """Each time that it happened, counting as 1."""
    gone = _transitions()
    return population(gone.mutate(value=1, at=gone.time))


@cache
def details() -> Any:
    """How often it happened, how many were at the source, and the median hours."""
    often = _transitions().group_by("ask").agg(transitions=_.count())
    took = _went().group_by("ask").agg(customers_who_went=_.count(), median_hours=_.hours.median())
    there = (
        events_at(0)
        .group_by("ask")
        .agg(customers_at_source=_.customer.nunique(), next_unknown=_.count(where=_.next_unknown).nullif(0))
    )
    return (
        there.left_join(often, "ask")
        .left_join(took, "ask")
        .select("ask", "customers_at_source", "customers_who_went", "transitions", "median_hours", "next_unknown")
    )
