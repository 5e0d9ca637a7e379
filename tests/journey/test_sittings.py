"""Who worked when."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from footfall.journey.changes import Actor
from footfall.journey.sittings import Sitting, sittings

ANNA, BEN = Actor(id="anna", name="Anna"), Actor(id="ben", name="Ben")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    seq: int
    actor: Actor
    at: datetime


def entry(seq: int, actor: Actor, minutes: int) -> Entry:
    return Entry(seq, actor, NOON + timedelta(minutes=minutes))


def sitting(actor: Actor, seqs: tuple[int, int], minutes: tuple[int, int], changes: int) -> Sitting:
    begin, end = (NOON + timedelta(minutes=minute) for minute in minutes)
    return Sitting(actor=actor, first=seqs[0], last=seqs[1], begin=begin, end=end, changes=changes)


def test_two_people_at_once_have_a_sitting_each_and_a_pause_over_half_an_hour_begins_a_new_one() -> None:
    entries = [
        entry(1, ANNA, 0),
        entry(2, BEN, 5),
        entry(3, ANNA, 30),
        entry(4, ANNA, 61),
        entry(5, BEN, 35),
    ]
    assert sittings(reversed(entries)) == [
        sitting(BEN, (2, 5), (5, 35), 2),
        sitting(ANNA, (4, 4), (61, 61), 1),
        sitting(ANNA, (1, 3), (0, 30), 2),
    ]


def test_an_empty_journal_has_no_sittings() -> None:
    assert sittings([]) == []
