"""Funnel and drop-off: who came to a place, and later on to the next, in the order of the question."""

from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.measures.tables import events_at, population


@cache
def _came_to(place: int) -> Any:
    """(ask, customer) who came to this place after all places before it, at the earliest event that counts.

    The earliest is enough: who can go on after a later event can go on after the earliest. Of events on a day of which
    no more is known, any may have been the later one: such an event counts, but each event once only (`used` are those
    that counted before), and what must come next must come after all of them (`reached`). `certain` says whether one
    counts that must have been the later one.
    """
    here = events_at(place)
    first = {"position": _.position.min(), "day": _.earliest.min(), "at": _.time.min()}
    first |= {"whole": _.whole_day.argmin(_.position)}
    if not place:
        return here.group_by("ask", "customer").agg(**first).mutate(reached=_.position, certain=True)
    used = {f"used_{one}": _[f"used_{one}"] for one in range(place - 1)} | {f"used_{place - 1}": _.position}
    bound = {"bound": _.reached, "bound_day": _.day, "bound_whole": _.whole}
    before = _came_to(place - 1).select("ask", "customer", **bound, **used)
    joined = here.join(before, ["ask", "customer"])
    same_day = joined.earliest == joined.bound_day
    joined = joined.mutate(certain=~(same_day & (joined.whole_day | joined.bound_whole)))
    may_be_later = joined.whole_day & same_day
    for name in used:
        may_be_later &= joined.position != joined[name]
    came = joined.filter((joined.position > joined.bound) | may_be_later).group_by("ask", "customer")
    kept = {name: _[name].max() for name in ("bound", "bound_whole", "certain", *used)}
    found = came.agg(**first, **kept).mutate(reached=ibis.greatest(_.position, _.bound))
    return found.mutate(whole=(found.position < found.bound).ifelse(found.bound_whole, found.whole))


@cache
def _last_step(places: int) -> Any:
    """All who came to the last place but one; `at` is when they came to the last."""
    came = _came_to(places - 1).select("ask", "customer", "at")
    return (
        _came_to(places - 2)
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
    first = _came_to(0).select("ask", "customer", "at")
    later = _came_to(1).select("ask", "customer", later="at")
    rows = first.left_join(later, ["ask", "customer"]).select("ask", "customer", "at", "later")
    return population(rows.mutate(value=rows.later.isnull()))


@cache
def counts(places: int) -> Any:
    """(ask, place, customers, perhaps): how many came to each place in order, and how many only perhaps."""
    counted = {"customers": _.count(), "perhaps": _.count(where=~_.certain)}
    each = [_came_to(place).group_by("ask").agg(**counted).mutate(place=place) for place in range(places)]
    return ibis.union(*each) if places > 1 else each[0]
