"""What touchpoints take of a dataset: once, twice, not at all."""

from footfall.journey.records import Touchpoint
from footfall.measures.covered import (
    BoundEvent,
    BoundTouchpoint,
    Cover,
    EventPart,
    EventTotal,
    EventTotals,
    TakenBy,
    TakenByRule,
)
from footfall.measures.places import Combination

KNOWN = [
    Combination(0, "look", "app", 30),
    Combination(1, "look", "web", 50),
    Combination(2, "pay", "app", 4, (("plan", "pro"),)),
    Combination(3, "pay", "app", 6),
    Combination(4, "stare", "web", 10),
    Combination(5, "told", "", 0),
]


def touchpoint(name: str, *bindings: dict[str, object]) -> Touchpoint:
    return Touchpoint.model_validate({"name": name, "bindings": bindings})


def part(channel: str, events: int, **touchpoints: int) -> EventPart:
    takers = tuple(TakenBy(touchpoint=id, events=count) for id, count in touchpoints.items())
    counts = {"once": 0, "twice": 0, "unbound": 0} | {("once" if len(takers) == 1 else "twice"): events}
    return EventPart(channel=channel, events=events, touchpoints=takers, **counts)


LIBRARY = {
    "page": touchpoint("Page", {"events": ["look"]}, {"events": ["glance"]}),
    "app": touchpoint("App", {"events": ["*"], "channels": ["app"]}),
    "pro": touchpoint("Pro", {"events": ["pay"], "where": [{"attribute": "plan", "values": ["pro"]}]}),
    "idle": touchpoint("Idle", {"events": ["fax_*"]}),
    "bare": touchpoint("Bare"),
}
COVER = Cover(KNOWN, LIBRARY)


def test_bound_once_bound_twice_and_unbound_are_all_that_happened() -> None:
    assert COVER.totals() == EventTotals(
        all=EventTotal(events=100, names=4),
        once=EventTotal(events=56, names=2),
        twice=EventTotal(events=34, names=2),
        unbound=EventTotal(events=10, names=2),
    )


def test_an_event_tells_who_takes_how_much_of_it_by_channel_and_attributes() -> None:
    look, pay, stare, told = COVER.names({"look": 20, "pay": 5, "stare": 9})
    assert look == BoundEvent(
        event="look",
        events=80,
        customers=20,
        once=50,
        twice=30,
        unbound=0,
        touchpoints=(TakenBy(touchpoint="page", events=80), TakenBy(touchpoint="app", events=30)),
        parts=(
            part("web", 50, page=50),
            part("app", 30, page=30, app=30),
        ),
    )
    assert pay.parts == (
        EventPart(
            channel="app",
            events=10,
            once=6,
            twice=4,
            unbound=0,
            touchpoints=(TakenBy(touchpoint="app", events=10), TakenBy(touchpoint="pro", events=4)),
        ),
    )
    assert (stare.unbound, stare.touchpoints) == (10, ())
    assert (told.event, told.events, told.touchpoints) == ("told", 0, ())
    assert [one.is_open for one in (look, pay, stare, told)] == [False, False, True, True]


def test_a_touchpoint_tells_what_each_rule_matches_and_which_others_take_the_same() -> None:
    assert COVER.bound() == (
        BoundTouchpoint(
            id="page",
            name="Page",
            events=80,
            rules=(TakenByRule(events=80, names=1), TakenByRule(events=0, names=0)),
            overlaps=(TakenBy(touchpoint="app", events=30),),
        ),
        BoundTouchpoint(
            id="app",
            name="App",
            events=40,
            rules=(TakenByRule(events=40, names=2),),
            overlaps=(TakenBy(touchpoint="page", events=30), TakenBy(touchpoint="pro", events=4)),
        ),
        BoundTouchpoint(
            id="pro",
            name="Pro",
            events=4,
            rules=(TakenByRule(events=4, names=1),),
            overlaps=(TakenBy(touchpoint="app", events=4),),
        ),
        BoundTouchpoint(id="idle", name="Idle", events=0, rules=(TakenByRule(events=0, names=0),), overlaps=()),
    )
    assert [one.id for one in COVER.bound() if one.is_idle] == ["idle"]
