"""What a draft wants to know of a dataset's events: how many, by whom, by what means, and which comes before which."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from footfall.events.tables import table
from footfall.measures.draft_outline import EventFact, Profile


def facts() -> Any:
    """One row an event name: events, customers."""
    named = _named()
    return named.group_by("event").agg(events=named.count(), customers=named.customer.nunique()).order_by("event")


def channels() -> Any:
    """One row an event name and channel that happen together; events without a channel are absent."""
    combinations = table("combinations")
    kept = combinations.filter(combinations.events > 0, combinations.channel != "")
    return kept.select("event", "channel").distinct().order_by("event", "channel")


def customers() -> Any:
    """One row: how many customers have events."""
    return table("events").agg(customers=table("events").customer.nunique())


def before(names: Sequence[str]) -> Any:
    """One row a pair of these events: customers whose first `earlier` came before their first `later`."""
    named = _named()
    kept = named.filter(named.event.isin(list(names)))
    first = kept.group_by("customer", "event").agg(position=kept.position.min(), earliest=kept.earliest.min())
    earlier = first.select("customer", earlier="event", begins="position")
    later = first.select("customer", later="event", follows="earliest")  # of a day without times nothing came first
    pairs = earlier.join(later, "customer")
    pairs = pairs.filter(pairs.begins < pairs.follows)
    return pairs.group_by("earlier", "later").agg(customers=pairs.count()).order_by("earlier", "later")


def _named() -> Any:
    events, combinations = table("events"), table("combinations")
    return events.join(combinations.select("combination", "event"), "combination")


def profile(facts: pa.Table, channels: pa.Table, customers: pa.Table) -> Profile:
    """The answers to these as a profile, without an order yet."""
    by_event: dict[str, list[str]] = {}
    for row in channels.to_pylist():
        by_event.setdefault(row["event"], []).append(row["channel"])
    events = tuple(
        EventFact(row["event"], row["events"], row["customers"], tuple(by_event.get(row["event"], ())))
        for row in facts.to_pylist()
    )
    return Profile(customers["customers"][0].as_py() or 0, events)


def with_order(known: Profile, before: pa.Table) -> Profile:
    """The profile with the order in which customers met its events first."""
    pairs = {(row["earlier"], row["later"]): row["customers"] for row in before.to_pylist()}
    return Profile(known.customers, known.events, pairs)
