"""What a filter means for one dataset: its places as combinations, and in words what is left."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pyarrow as pa

from footfall.journey.questions import EVERYTHING, Only, Place
from footfall.journey.records import Touchpoint
from footfall.measures.places import Combination, resolved

ROLES = ("passed", "never", "repeated", "began_at", "ended_at", "without")
AT_MOST_ONE = frozenset({"began_at", "ended_at", "without"})  # roles that one place at most has

FILTERED = pa.schema([("role", pa.string()), ("number", pa.int32()), ("combination", pa.int32())])

WORDS = {
    "passed": "customers who came to {}",
    "never": "customers who never came to {}",
    "repeated": "customers who came to {} twice or more",
    "began_at": "customers who began at {}",
    "ended_at": "customers who ended at {}",
}


@dataclass(frozen=True)
class Within:
    """A filter as it is put to a dataset."""

    only: Only = EVERYTHING
    places: tuple[tuple[str, int, frozenset[int]], ...] = ()  # role, number among those of the role, combinations
    words: str = ""

    def table(self) -> pa.Table:
        """The table `filtered`: (role, number, combination) of the places that the filter names."""
        rows = [
            {"role": role, "number": number, "combination": combination}
            for role, number, place in self.places
            for combination in sorted(place)
        ]
        return pa.Table.from_pylist(rows, FILTERED)


WHOLE = Within()


def within(only: Only, touchpoints: Mapping[str, Touchpoint], combinations: Sequence[Combination]) -> Within:
    """Resolve the places that a filter names; a touchpoint that the library lacks has no events."""
    if only == EVERYTHING:
        return WHOLE
    places, names = [], {}
    for role, number, place in _places(only):
        there, names[role, number] = resolved(place, touchpoints, combinations)
        places.append((role, number, there))
    return Within(only, tuple(places), f"Only {'; '.join(_words(only, names))}.")


def places_of_filter(only: Only) -> tuple[Place, ...]:
    """The places that a filter names."""
    return tuple(place for _, _, place in _places(only))


def _places(only: Only) -> Iterator[tuple[str, int, Place]]:
    for role in ROLES:
        said = getattr(only, role)
        for number, place in enumerate([said] if role in AT_MOST_ONE and said else said):
            yield role, number, place


def _words(only: Only, names: Mapping[tuple[str, int], str]) -> Iterator[str]:
    if period := list(_period(only)):
        yield " ".join(["what happened", *period])
    yield from _who(only, names)
    if only.channels:
        yield f"events in {' or '.join(channel or 'no channel' for channel in only.channels)}"
    if ("without", 0) in names:
        yield f"events that are not {names['without', 0]}"
    if only.first:
        yield f"the first {only.first:,} events of each path"


def _who(only: Only, names: Mapping[tuple[str, int], str]) -> Iterator[str]:
    if only.each == "session":
        yield "sessions, each counted as a customer of its own"
    for segment in only.segment:
        yield f"customers whose {segment.attribute} is {' or '.join(segment.values[:5])}"
    for (role, _), name in names.items():
        if role in WORDS:
            yield WORDS[role].format(name)


def _period(only: Only) -> Iterator[str]:
    if only.since:
        yield f"since {_moment(only.since)}"
    if only.until:
        yield f"before {_moment(only.until)}"


def _moment(moment: datetime) -> str:
    told = in_utc(moment)
    return f"{told:%Y-%m-%d}" if told.time() == datetime.min.time() else f"{told:%Y-%m-%d %H:%M} UTC"


def in_utc(moment: datetime) -> datetime:
    """A moment as the tables have it: in UTC, without a zone."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
