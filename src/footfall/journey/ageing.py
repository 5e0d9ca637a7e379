"""How old a claim is: its age runs from the newest thing it cites, and it goes stale by date or by a release.

The editor has a twin, web/src/editor/ageing.ts; both sit the exam in fixtures/ageing.json.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.evidence import Grade, grade_of
from footfall.journey.records.card import Card
from footfall.journey.records.evidence import Evidence
from footfall.journey.records.release import Release
from footfall.journey.records.source import Source


@dataclass(frozen=True)
class Stale:
    """A claim whose newest evidence is too old: by so many days, because of the map's interval or of a release."""

    days: int
    by: Literal["interval", "release"]


@dataclass(frozen=True)
class Clock:
    """What decides on one map when claims go stale: `interval` in days, `released` as its header says it."""

    today: date
    sources: Mapping[str, Source]
    releases: Collection[Release] = ()
    interval: int | None = None
    released: date | None = None


def newest(evidence: Iterable[Evidence], sources: Mapping[str, Source]) -> date | None:
    """The day of the newest thing that still proves something; None where nothing does, or nothing has a day.

    What was gathered has the day on which it was, not the later one on which somebody cited it.
    """
    days = (day_of(one, sources) for one in evidence if grade_of(one, sources) is not Grade.ASSUMED)
    return max((day for day in days if day is not None), default=None)


def day_of(evidence: Evidence, sources: Mapping[str, Source]) -> date | None:
    """The day on which one thing cited was gathered, or read."""
    source = sources.get(evidence.source)
    if source is not None and source.held is not None:
        return source.held
    return evidence.at.date() if evidence.at is not None else None


def stale(evidence: Iterable[Evidence], touchpoints: Collection[str], clock: Clock) -> Stale | None:
    """Whether a claim is stale; `touchpoints` are its own and its steps'. A release goes before the interval."""
    day = newest(evidence, clock.sources)
    if day is None:
        return None
    days = (clock.today - day).days
    if any(day < one <= clock.today for one in _released(touchpoints, clock)):
        return Stale(days, "release")
    return Stale(days, "interval") if clock.interval is not None and days > clock.interval else None


def _released(touchpoints: Collection[str], clock: Clock) -> Iterable[date]:
    """The days on which something changed that the claim is about."""
    if clock.released is not None:
        yield clock.released
    for release in clock.releases:
        if release.at is not None and (not release.touchpoints or set(release.touchpoints) & set(touchpoints)):
            yield release.at


def stale_cards(map: MapDocument, library: LibraryDocument, today: date) -> dict[str, Stale]:
    """The placed cards of a map that are stale on a day, by id."""
    header = map.header
    clock = Clock(
        today=today,
        sources=library.sources,
        releases=tuple(library.releases.values()),
        interval=header.review_interval_days,
        released=header.released,
    )
    steps = list(map.steps)
    placed = {id: card for id, card in map.cards.items() if card.step in map.steps and card.lane in map.lanes}
    found = {id: stale(card.evidence, _touched(card, steps, map), clock) for id, card in placed.items()}
    return {id: one for id, one in found.items() if one is not None}


def _touched(card: Card, steps: Sequence[str], map: MapDocument) -> list[str]:
    """The touchpoints that a card is about: its own, and those of the steps that it covers."""
    first = steps.index(card.step)
    return [card.touchpoint, *(map.steps[id].touchpoint for id in steps[first : first + card.span])]
