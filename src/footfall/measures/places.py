"""Places of a journey as the data know them: bindings evaluated on the distinct combinations only."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from footfall.journey.questions import EVENT, Place
from footfall.journey.records import Binding, Condition, Touchpoint


@dataclass(frozen=True)
class Combination:
    """One (event, channel, attributes) of a dataset; an attribute that these events lack is absent."""

    number: int
    event: str
    channel: str
    events: int = 0
    attributes: tuple[tuple[str, str], ...] = ()


def resolved(
    place: Place, touchpoints: Mapping[str, Touchpoint], combinations: Sequence[Combination]
) -> tuple[frozenset[int], str]:
    """The combinations at a place, and its name as a reader meets it."""
    known = [id for id in place if id in touchpoints]
    events = {item.removeprefix(EVENT) for item in place if item.startswith(EVENT)}
    happened = frozenset(one.number for one in combinations if one.event in events)
    names = [touchpoints[id].name for id in known] + sorted(events)
    return happened | _bound((touchpoints[id] for id in known), combinations), _name(names)


def bound(touchpoint: Touchpoint, combinations: Sequence[Combination]) -> frozenset[int]:
    """The combinations that are this touchpoint."""
    return frozenset(one.number for one in combinations if any(_fits(binding, one) for binding in touchpoint.bindings))


def fails(touchpoint: Touchpoint, one: Combination) -> bool:
    """Whether a combination means that the touchpoint failed."""
    return any(binding.failing and _fits(binding, one) for binding in touchpoint.bindings)


def _fits(binding: Binding, one: Combination) -> bool:
    return any(_like(pattern, one.event) for pattern in binding.events) and is_within(binding, one)


def named(binding: Binding, events: Collection[str]) -> set[str]:
    """Those of many event names that a binding names; a name without * is looked up, not compared with each."""
    found = {pattern for pattern in binding.events if "*" not in pattern and pattern in events}
    patterns = [_compiled(pattern) for pattern in binding.events if "*" in pattern]
    return found | {event for event in events if any(pattern.fullmatch(event) for pattern in patterns)}


def is_within(binding: Binding, one: Combination) -> bool:
    """Whether a combination is within a binding's channels and fulfils its conditions, whatever its name."""
    in_channel = not binding.channels or one.channel in binding.channels
    return in_channel and all(_holds(condition, one) for condition in binding.where)


def _bound(touchpoints: Iterable[Touchpoint], combinations: Sequence[Combination]) -> frozenset[int]:
    return frozenset().union(*(bound(touchpoint, combinations) for touchpoint in touchpoints))


def _holds(condition: Condition, one: Combination) -> bool:
    value = dict(one.attributes).get(condition.attribute)
    return value is not None and any(_like(pattern, value) for pattern in condition.values)


def _like(pattern: str, name: str) -> bool:
    """Whether a name fits a pattern in which * stands for any text."""
    if "*" not in pattern:
        return pattern == name
    return _compiled(pattern).fullmatch(name) is not None


@lru_cache(maxsize=1_000)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, pattern.split("*"))), re.DOTALL)


def _name(names: Sequence[str]) -> str:
    """Names as a reader meets them: the first three, and how many more."""
    quoted = [f"“{name}”" for name in names]
    if len(quoted) > 4:
        return f"{', '.join(quoted[:3])} or {len(quoted) - 3} more"
    return " or ".join(quoted) or "an unknown touchpoint"
