"""A filter in plain Python: what is left of a log, as lists."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from footfall.journey.questions import Only
from tests.measures.logs import Answer, Event, moment

GAP = 5  # hours of silence after which another session begins
Path = list[Event]
Given = tuple[Answer, Event | None]
At = Callable[[Sequence[str]], Callable[[Event], bool]]

UNIT = 1_000  # a session is numbered customer · UNIT + session


def narrowed(
    only: Only, paths: dict[int, Path], answers: Sequence[Given], facts: dict[int, dict[str, str]], at: At
) -> tuple[dict[int, Path], list[Given]]:
    """The paths and the answers that a filter lets in; of sessions the customer is told by `person`."""
    units, said = _units(only, paths, answers)
    chosen = {who for who in units.keys() | {who for who, _ in said} if _is_let_in(only, who, units, facts, at)}
    left = {who: _cut(only, path, at) for who, path in units.items() if who in chosen}
    answered = [given for who, given in said if who in chosen and _is_left(only, given, left.get(who, []), at)]
    return {who: path for who, path in left.items() if path}, answered


def person(unit: int, only: Only) -> int:
    return unit // UNIT if only.each == "session" else unit


def _in_period(only: Only, hour: int) -> bool:
    when = moment(hour)
    assert when is not None
    return (only.since is None or when >= only.since) and (only.until is None or when < only.until)


def _units(
    only: Only, paths: dict[int, Path], answers: Sequence[Given]
) -> tuple[dict[int, Path], list[tuple[int, Given]]]:
    said = [given for given in answers if _in_period(only, given[0].hour)]
    if only.each == "customer":
        kept = {who: [event for event in path if _in_period(only, event.hour)] for who, path in paths.items()}
        return kept, [(given[0].customer, given) for given in said]
    units: dict[int, Path] = {}
    for who, path in paths.items():
        session = 1
        for before, event in pairwise([None, *path]):
            assert event is not None
            session += before is not None and event.hour - before.hour > GAP
            if _in_period(only, event.hour):
                units.setdefault(who * UNIT + session, []).append(event)
    return units, [(unit, given) for given in said for unit in _session_of(given[0], units)]


def _session_of(answer: Answer, units: dict[int, Path]) -> list[int]:
    """The last session that had begun, else the first one; none where there is none."""
    theirs = sorted(unit for unit in units if unit // UNIT == answer.customer)
    begun = [unit for unit in theirs if units[unit][0].hour <= answer.hour]
    return begun[-1:] or theirs[:1]


def _is_let_in(only: Only, who: int, units: dict[int, Path], facts: dict[int, dict[str, str]], at: At) -> bool:
    path, known = units.get(who, []), facts.get(person(who, only), {})
    times = lambda place: sum(at(place)(event) for event in path)  # noqa: E731
    return (
        all(known.get(segment.attribute) in segment.values for segment in only.segment)
        and all(times(place) >= 1 for place in only.passed)
        and all(times(place) == 0 for place in only.never)
        and all(times(place) >= 2 for place in only.repeated)
        and (not only.began_at or any(at(only.began_at)(event) for event in path[:1]))
        and (not only.ended_at or any(at(only.ended_at)(event) for event in path[-1:]))
    )


def _stays(only: Only, event: Event, at: At) -> bool:
    return (not only.channels or event.channel in only.channels) and not (only.without and at(only.without)(event))


def _cut(only: Only, path: Path, at: At) -> Path:
    return [event for event in path if _stays(only, event, at)][: only.first]


def _is_left(only: Only, given: Given, path: Path, at: At) -> bool:
    _, about = given
    if only.first:
        return about is not None and any((one.name, one.channel) == (about.name, about.channel) for one in path)
    if about is None:
        return not only.channels or "mail" in only.channels
    return _stays(only, about, at)
