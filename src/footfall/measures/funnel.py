"""Funnel and drop-off: who came to a place, and later on to the next, in the order of the question."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.measures.tables import events_at, hours_between, population


@dataclass(frozen=True)
class Limit:
    """How long a step may take: hours since the first or the previous place, and whether the path must begin there."""

    hours: float | None = None
    since_first: bool = True
    begins: bool = False


FREE = Limit()


@cache
def came_to(place: int, limit: Limit = FREE) -> Any:
    """(ask, customer) who came to this place after all places before it, at the earliest event that counts.

    The earliest is enough: who can go on after a later event can go on after the earliest. Of events on a day of which
    no more is known, any may have been the later one: such an event counts, but each event once only (`used` are those
    that counted before), and what must come next must come after all of them (`reached`). `certain` says whether one
    counts that must have been the later one. `hours` since the place before are empty where the order is not certain.

    A limit counts from the earliest event too; of a day, any hour may have been the one.
    """
    here = events_at(place)
    first = {"position": _.position.min(), "day": _.earliest.min(), "at": _.time.min()}
    first |= {"whole": _.whole_day.argmin(_.position)}
    if not place:
        return _begun(here.filter(here.earliest == 0) if limit.begins else here, first)
    used = {f"used_{one}": _[f"used_{one}"] for one in range(place - 1)} | {f"used_{place - 1}": _.position}
    bound = {"bound": _.reached, "bound_day": _.day, "bound_whole": _.whole}
    times = {"came": _.at, "came_some_time": _.some_time, "begun": _.begun, "begun_some_time": _.begun_some_time}
    before = came_to(place - 1, limit).select("ask", "customer", **bound, **used, **times)
    joined = here.join(before, ["ask", "customer"])
    same_day = joined.earliest == joined.bound_day
    in_order = ~(same_day & (joined.whole_day | joined.bound_whole))
    joined = joined.mutate(certain=in_order, in_order=in_order)
    may_be_later = joined.whole_day & same_day
    for name in used:
        may_be_later &= joined.position != joined[name]
    later = _in_time(joined.filter((joined.position > joined.bound) | may_be_later), limit)
    kept = {name: _[name].max() for name in ("bound", "bound_whole", "certain", "in_order", *used, *times)}
    found = later.group_by("ask", "customer").agg(**first, **kept)
    return found.mutate(
        reached=ibis.greatest(_.position, _.bound),
        whole=(_.position < _.bound).ifelse(_.bound_whole, _.whole),
        some_time=_.whole,
        hours=_.in_order.ifelse(hours_between(_.came, _.at), ibis.null("float64")),
    )


def _begun(here: Any, first: dict[str, Any]) -> Any:
    """Who came to the first place, which begins the clock."""
    found = here.group_by("ask", "customer").agg(**first)
    clock = {"some_time": _.whole, "begun": _.at, "begun_some_time": _.whole}
    return found.mutate(reached=_.position, certain=True, hours=ibis.null("float64"), **clock)


def _in_time(rows: Any, limit: Limit) -> Any:
    """The events that may have come within the limit; certain are those that did whatever the hour of a day."""
    if limit.hours is None:
        return rows
    since, some_time = ("begun", "begun_some_time") if limit.since_first else ("came", "came_some_time")
    gap = hours_between(rows[since], rows.time)
    least, most = gap - _hours_of(rows[some_time]), gap + _hours_of(rows.whole_day)
    return rows.mutate(certain=rows.certain & (most <= limit.hours)).filter(least <= limit.hours)


def _hours_of(whole_day: Any) -> Any:
    return whole_day.ifelse(ibis.literal(24.0, "float64"), ibis.literal(0.0, "float64"))


@cache
def _last_step(places: int) -> Any:
    """All who came to the last place but one; `at` is when they came to the last."""
    came = came_to(places - 1).select("ask", "customer", "at")
    return (
        came_to(places - 2)
        .select("ask", "customer")
        .left_join(came, ["ask", "customer"])
        .select("ask", "customer", "at")
    )


@cache
def came_on(places: int) -> Any:
    """All who passed every place but the last; 1 for those who came to the last."""
    rows = _last_step(places)
    return population(rows.mutate(value=rows.at.notnull()))


@cache
def dropped_off() -> Any:
    """All who came to the first place; 1 for those who did not come to the second afterwards, `at` when they came."""
    first = came_to(0).select("ask", "customer", "at")
    later = came_to(1).select("ask", "customer", later="at")
    rows = first.left_join(later, ["ask", "customer"]).select("ask", "customer", "at", "later")
    return population(rows.mutate(value=rows.later.isnull()))


@cache
def counts(places: int) -> Any:
    """(ask, place, customers, perhaps): how many came to each place in order, and how many only perhaps."""
    counted = {"customers": _.count(), "perhaps": _.count(where=~_.certain)}
    each = [came_to(place).group_by("ask").agg(**counted).mutate(place=place) for place in range(places)]
    return ibis.union(*each) if places > 1 else each[0]
