"""What the page of bindings wants to know of a dataset beside its combinations: by how many customers, about what."""

from collections.abc import Callable
from functools import cache
from typing import Any

from footfall.measures.tables import answers as all_answers
from footfall.measures.tables import combinations, events


@cache
def customers_with_events() -> Any:
    """One row an event name: customers with such events."""
    return _by_name(events)


@cache
def customers_with_answers() -> Any:
    """One row an event name: customers with answers about it."""
    return _by_name(all_answers)


@cache
def everybody_with_events() -> Any:
    """One row: customers with events."""
    return events.agg(customers=events.customer.nunique())


@cache
def everybody_with_answers() -> Any:
    """One row: customers with answers."""
    return all_answers.agg(customers=all_answers.customer.nunique())


@cache
def answers() -> Any:
    """One row a combination: answers about it."""
    about = all_answers.filter(all_answers.combination.notnull())
    return about.group_by("combination").agg(answers=about.count())


customers_by_name: dict[str, Callable[[], Any]] = {"events": customers_with_events, "answers": customers_with_answers}
everybody: dict[str, Callable[[], Any]] = {"events": everybody_with_events, "answers": everybody_with_answers}


def _by_name(rows: Any) -> Any:
    named = rows.join(combinations.select("combination", "event"), "combination")
    return named.group_by("event").agg(customers=named.customer.nunique())
