"""How old a claim is: its age runs from the newest thing it cites, and it goes stale by date or by a release.

The editor has a twin, web/src/editor/ageing.ts; both sit the exam in fixtures/ageing.json.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.evidence import UNKNOWN, Grade, Ground, grade_of
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
    ground: Ground = UNKNOWN
    releases: Collection[Release] = ()
    interval: int | None = None
    released: date | None = None


def newest(evidence: Iterable[Evidence], sources: Mapping[str, Source], ground: Ground) -> date | None:
    """The day of the newest thing that still proves something; None where nothing does, or nothing has a day.

    What was gathered has the day on which it was, not the later one on which somebody cited it.
    """
    days = (day_of(one, sources) for one in evidence if grade_of(one, ground) is not Grade.ASSUMED)
    return max((day for day in days if day is not None), default=None)


def day_of(evidence: Evidence, sources: Mapping[str, Source]) -> date | None:
    """The day on which one thing cited was gathered, or read."""
    source = sources.get(evidence.source)
    if source is not None and source.held is not None:
        return source.held
    return evidence.at.date() if evidence.at is not None else None


def stale(evidence: Iterable[Evidence], touchpoints: Collection[str], clock: Clock) -> Stale | None:
    """Whether a claim is stale; `touchpoints` are its own and its steps'. A release goes before the interval."""
    return stale_since(newest(evidence, clock.sources, clock.ground), touchpoints, clock)


def stale_since(day: date | None, touchpoints: Collection[str], clock: Clock) -> Stale | None:
    """Whether a claim whose newest evidence is of a day is stale."""
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
    clock = clock_of(library, today, header.review_interval_days, header.released)
    found = {id: stale(map.cards[id].evidence, touched, clock) for id, touched in touchpoints_of_cards(map).items()}
    return {id: one for id, one in found.items() if one is not None}


def clock_of(library: LibraryDocument, today: date, interval: int | None, released: date | None) -> Clock:
    """What decides on a map with this review interval in days, and this release of its own."""
    return Clock(today, library.sources, library.ground, tuple(library.releases.values()), interval, released)


def touchpoints_of_cards(map: MapDocument) -> dict[str, tuple[str, ...]]:
    """The touchpoints that each placed card is about: its own, and those of the steps that it covers."""
    steps = list(map.steps)
    ranks = {id: rank for rank, id in enumerate(steps)}
    placed = {id: card for id, card in map.cards.items() if card.step in ranks and card.lane in map.lanes}
    return {id: _touched(card, steps[ranks[card.step] :], map) for id, card in placed.items()}


def _touched(card: Card, onwards: Sequence[str], map: MapDocument) -> tuple[str, ...]:
    touched = (card.touchpoint, *(map.steps[id].touchpoint for id in onwards[: card.span]))
    return tuple(dict.fromkeys(one for one in touched if one))
