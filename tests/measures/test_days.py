"""Events of which only the day is known: what follows is claimed where it must be so, counted where it may be so."""

import random
from itertools import pairwise, permutations, product
from pathlib import Path
from typing import Any

import pytest

from footfall.engine.tables import OpenTables
from footfall.journey.questions import Duration, Flow, Funnel, Late, Question, Reach
from footfall.measures.answering import Span, answer
from footfall.measures.measure import Measure
from footfall.measures.putting import put
from footfall.measures.tables import events
from tests.measures.logs import Event, known, open_log, touchpoint
from tests.measures.test_questions import populations

NAMES = ("a", "b", "c")
TOUCHPOINTS = {name: touchpoint(name) for name in NAMES}


def ask(tables: OpenTables, question: Question) -> Measure:
    (found,) = answer(tables, [put(question, TOUCHPOINTS, known(tables))], Span())
    return found


def customers_of(tables: OpenTables, question: Question) -> dict[int, float]:
    rows = populations(tables, [put(question, TOUCHPOINTS, known(tables))])[0]
    return {who: value for who, value, _ in rows}


def orders(path: list[Event]) -> list[list[str]]:
    """Every order in which one customer's events may have happened."""
    days: dict[int, list[Event]] = {}
    for event in sorted(path, key=lambda event: event.hour):
        days.setdefault(event.hour // 24, []).append(event)
    each = [[order for order in permutations(day) if in_order(order)] for _, day in sorted(days.items())]
    return [[event.name for day in chosen for event in day] for chosen in product(*each)]


def in_order(day: tuple[Event, ...]) -> bool:
    timed = [event.hour for event in day if not event.day]
    return timed == sorted(timed)


def passes(order: list[str], places: tuple[str, ...]) -> bool:
    rest = iter(order)
    return all(place in rest for place in places)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> tuple[OpenTables, dict[int, list[Event]]]:
    dice = random.Random(5)
    paths: dict[int, list[Event]] = {}
    for who in range(150):
        hours = dice.sample(range(72), dice.randint(1, 6))
        paths[who] = [Event(who, hour, dice.choice(NAMES), day=dice.random() < 0.5) for hour in hours]
    mixed = [event for path in paths.values() for event in path]
    dice.shuffle(mixed)
    return open_log(tmp_path_factory.mktemp("days"), mixed), paths


@pytest.mark.parametrize("places", [("a", "b"), ("b", "a"), ("a", "b", "c"), ("c", "a", "b")])
def test_a_funnel_counts_who_may_have_come_in_this_order(log: Any, places: tuple[str, ...]) -> None:
    tables, paths = log
    found = customers_of(tables, Funnel(places=tuple((place,) for place in places)))
    before = {who for who, path in paths.items() if any(passes(order, places[:-1]) for order in orders(path))}
    came = {who for who in before if any(passes(order, places) for order in orders(paths[who]))}
    assert found == {who: float(who in came) for who in before}


@pytest.mark.parametrize("places", [("a", "b"), ("b", "c")])
def test_a_funnel_says_for_how_many_the_order_is_not_known(log: Any, places: tuple[str, ...]) -> None:
    tables, paths = log
    measure = ask(tables, Funnel(places=tuple((place,) for place in places)))
    each = [[passes(order, places) for order in orders(path)] for path in paths.values()]
    assert measure.details["customers_in_unknown_order"] == sum(any(some) and not all(some) for some in each)


@pytest.mark.parametrize(("source", "target"), [("a", "b"), ("b", "a"), ("c", "c")])
def test_a_flow_claims_only_what_must_have_been_so(log: Any, source: str, target: str) -> None:
    tables, paths = log
    went = {who for who, value in customers_of(tables, Flow(source=(source,), target=(target,))).items() if value}
    must = {who: all((source, target) in pairwise(order) for order in orders(path)) for who, path in paths.items()}
    timed = {who for who, path in paths.items() if not any(event.day for event in path)}
    assert {who for who in went if not must[who]} == set()
    assert went & timed == {who for who in timed if must[who]}


def test_who_met_a_place_is_known_whatever_the_order(log: Any) -> None:
    tables, paths = log
    found = customers_of(tables, Reach(at=("a",)))
    assert found == {who: float(any(event.name == "a" for event in path)) for who, path in paths.items()}


def test_days_alone_have_an_order_and_days_shared_have_none(tmp_path: Path) -> None:
    tables = open_log(
        tmp_path,
        [
            Event(0, 0, "a", day=True),
            Event(0, 24, "b", day=True),
            Event(0, 48, "c", day=True),
            Event(0, 50, "a"),
            Event(0, 80, "b"),
            Event(0, 90, "c"),
        ],
    )
    rows = tables.run(events.order_by("position")).to_pylist()
    assert [(row["whole_day"], row["earliest"], row["next_unknown"], row["next_combination"]) for row in rows] == [
        (True, 0, False, 1),
        (True, 1, True, None),
        (True, 2, True, None),
        (False, 2, True, None),
        (False, 4, False, 2),
        (False, 5, False, None),
    ]


def test_answers_say_how_much_hangs_on_an_order_that_nobody_knows(tmp_path: Path) -> None:
    same_day = [Event(who, 0, name, day=True) for who in range(12) for name in ("b", "a")]
    later = [Event(who, hour, name, day=True) for who in range(12, 20) for hour, name in ((0, "a"), (24, "b"))]
    tables = open_log(tmp_path, [*same_day, *later])
    funnel, flow = ask(tables, Funnel(places=(("a",), ("b",)))), ask(tables, Flow(source=("a",), target=("b",)))
    stay = ask(tables, Duration(at=("a",)))
    assert (funnel.value, funnel.details["customers_in_unknown_order"]) == (1, 12)
    assert (flow.value, flow.details["next_unknown"]) == (8, 12)
    assert (stay.value, stay.n) == (24, 8)


def test_a_day_is_late_when_it_begins_after_the_promise_and_in_time_when_it_ends_before(tmp_path: Path) -> None:
    days = [
        Event(0, 24, "a", due=20, day=True),
        Event(1, 24, "a", due=50, day=True),
        Event(2, 24, "a", due=30, day=True),
    ]
    late = ask(open_log(tmp_path, days), Late(at=("a",)))
    assert (late.value, late.n) == (0.5, 2)
