"""Releases are announced once, and what is older than they are is listed as stale."""

from datetime import date

import pytest
from uuid_utils import uuid7

from footfall.errors import InvalidRequest
from footfall.journey.changes import Actor, Change, Put, RecordJson
from footfall.journey.records.release import Release
from footfall.service import library, maps, releases, staleness
from footfall.service.releases import Announced, NewRelease
from footfall.service.staleness import StaleCard, StaleMap
from footfall.service.workspace import Workspace

TODAY = date(2026, 6, 1)
MAP: dict[str, RecordJson] = {
    "map": {"type": "map", "title": "Parcel", "review_interval_days": 120, "reviewed": "2026-01-01"},
    "use": {"type": "stage", "name": "Use"},
    "wait": {"type": "step", "stage": "use", "name": "Wait", "touchpoint": "track"},
    "pains": {"type": "lane", "kind": "pain-points"},
    "slow": {"type": "card", "lane": "pains", "step": "wait", "text": "Slow", "evidence": [{"source": "talk"}]},
    "bare": {"type": "card", "lane": "pains", "step": "wait", "text": "Assumed"},
    "lost": {"type": "card", "lane": "pains", "step": "nowhere", "evidence": [{"source": "talk"}]},
}


@pytest.fixture(autouse=True)
def talk(ws: Workspace, anna: Actor) -> None:
    """Have a source of February and a touchpoint in the library."""
    puts = (
        Put(id="talk", record={"type": "source", "name": "Interviews", "held": "2026-02-27"}),
        Put(id="track", record={"type": "touchpoint", "name": "Track & trace"}),
    )
    library.change(ws, anna, Change(id=str(uuid7()), ops=puts))


def test_a_release_is_taken_once_and_names_touchpoints_by_id_or_name(ws: Workspace, anna: Actor) -> None:
    new = NewRelease(id="v2", name="New app", touchpoints=("track & TRACE",))
    wanted = Release(name="New app", at=TODAY, touchpoints=("track",))
    assert releases.announce(ws, anna, new, TODAY) == Announced(id="v2", is_new=True, release=wanted)
    other = new.model_copy(update={"name": "Another"})
    assert releases.announce(ws, anna, other, TODAY) == Announced(id="v2", is_new=False, release=wanted)
    assert library.read(ws, anna).releases == {"v2": wanted}


def test_a_release_of_what_the_library_lacks_is_refused(ws: Workspace, anna: Actor) -> None:
    with pytest.raises(InvalidRequest, match="no touchpoint 'Shop'"):
        releases.announce(ws, anna, NewRelease(id="v2", name="New app", touchpoints=("Shop",)), TODAY)
    with pytest.raises(InvalidRequest, match="'talk' is the id of something else"):
        releases.announce(ws, anna, NewRelease(id="talk", name="New app"), TODAY)


def test_cards_go_stale_by_a_release_of_their_step_and_maps_by_a_late_review(ws: Workspace, anna: Actor) -> None:
    maps.create(ws, anna, MAP, "parcel")
    maps.create(ws, anna, MAP | {"map": {"type": "map", "title": "Never dated"}}, "fresh")
    late = StaleMap(id="parcel", title="Parcel", is_reviewed=True, days_late=31, count=0, cards=())
    assert staleness.going_stale(ws, anna, TODAY) == (late,)
    new = NewRelease(id="v2", name="New app", at=date(2026, 5, 1), touchpoints=("track",))
    releases.announce(ws, anna, new, TODAY)
    slow = (StaleCard(id="slow", text="Slow", days=94, by="release"),)
    assert staleness.going_stale(ws, anna, TODAY) == (
        late.model_copy(update={"count": 1, "cards": slow}),
        StaleMap(id="fresh", title="Never dated", is_reviewed=False, count=1, cards=slow),
    )
