"""A filter leaves the same tables, derived: those that a log without the rest would have, and the numbers of it."""

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from footfall.engine.tables import OpenTables
from footfall.journey.questions import DropOff, Duration, Flow, Funnel, Late, Only, Question, Reach, Score, Segment
from footfall.measures.answering import Span, answer
from footfall.measures.putting import put
from footfall.measures.tables import attributes, combinations, customers, events
from footfall.measures.within import within
from footfall.service.asking import scope
from tests.measures import filters, oracle
from tests.measures.logs import Answer, Event, known, moment, open_log, paths
from tests.measures.test_questions import ANSWERS, EVENTS, HOURS, IS, TOUCHPOINTS, put_places, with_events

PLACES = [("a",), ("b-or-c",), ("a-in-x", "c"), ("event:a",), ("other",)]
SOME = st.lists(st.sampled_from(PLACES), max_size=1).map(tuple)
MAYBE = st.just(()) | st.just(()) | st.sampled_from(PLACES)
ONLY = st.builds(
    Only,
    since=st.none() | st.none() | HOURS.map(moment),
    until=st.none() | st.none() | HOURS.map(moment),
    each=st.sampled_from(["customer", "customer", "session"]),
    segment=st.just(()) | st.just((Segment(attribute="plan", values=("pro", "basic")),)),
    passed=st.just(()) | SOME,
    never=st.just(()) | SOME,
    repeated=st.just(()) | st.just(()) | SOME,
    began_at=MAYBE,
    ended_at=MAYBE,
    channels=st.sampled_from([(), (), ("x",), ("",)]),
    without=MAYBE,
    first=st.none() | st.integers(1, 4),
)
FACTS = st.dictionaries(
    st.integers(0, 5), st.fixed_dictionaries({"plan": st.sampled_from(["pro", "basic", "free"])}), max_size=6
)
QUESTIONS: list[Question] = [
    Reach(at=("a",)),
    Flow(source=("a",), target=("b-or-c",), statistic="share"),
    Funnel(places=(("a",), ("b",), ("c",))),
    DropOff(at=("b",), onward=("a",)),
    Duration(at=("a", "b")),
    Score(at=("b-or-c",)),
    Late(at=("a",)),
]


def at(place: Any) -> Any:
    return lambda event: any(
        event.name == item.removeprefix("event:") if item.startswith("event:") else IS[item](event) for item in place
    )


def rows(tables: Any) -> list[tuple[Any, ...]]:
    """The events with names in place of numbers, in order."""
    names = combinations.select("combination", "event", "channel")
    following = combinations.select(next_combination="combination", next_event="event", next_channel="channel")
    who = customers.select("customer", "identity")
    named = events.join(who, "customer").join(names, "combination").left_join(following, "next_combination")
    plain = named.select(
        "identity", "position", "event", "channel", "time", "whole_day", "earliest", "visit", "next_unknown",
        "next_event", "next_channel", "next_time", "due", "late",
    )  # fmt: skip
    found = tables.run(plain).to_pylist()
    return sorted((tuple(row.values()) for row in found), key=repr)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(only=ONLY, events=EVENTS, answers=ANSWERS, facts=FACTS, asked=st.lists(st.sampled_from(QUESTIONS), max_size=2))
def test_every_number_under_a_filter_equals_a_count_by_hand_of_what_is_left(
    only: Only,
    events: list[Event],
    answers: list[Answer],
    facts: dict[int, dict[str, str]],
    asked: list[Question],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    tables = open_log(tmp_path_factory.mktemp("log"), events, answers, facts=facts, gap=filters.GAP)
    said = with_events(answers, events, assumed=False)
    left, given = filters.narrowed(only, paths(events), said, facts, at)
    under = scope(tables, within(only, TOUCHPOINTS, known(tables)))
    by_hand = [
        (filters.person(who, only) + 1, position, event.name, moment(event.hour))
        for who, path in left.items()
        for position, event in enumerate(path)
    ]
    assert sorted((row[0], row[1], row[2], row[4]) for row in rows(under)) == sorted(by_hand)
    assert_customers(under, left, given, facts, only)
    puts = [put(question.model_copy(update={"only": only}), TOUCHPOINTS, known(tables)) for question in asked]
    for one, measure in zip(puts, answer(under, puts, Span()), strict=True):
        places = [at(place) for place in put_places(one.question)]
        flat = [event for path in left.values() for event in path]
        expected = oracle.of_paths(one.question, places, left, flat, given)
        values = [value for _, value, _ in expected] if one.is_bound else []
        assert (measure.n, measure.value) == (
            len(values),
            pytest.approx(oracle.aggregate(measure.aggregate, values)),
        ), one.question


def assert_customers(under: Any, left: Any, given: Any, facts: Any, only: Only) -> None:
    found = under.run(customers).to_pylist()
    counted = sorted((row["identity"], row["events"]) for row in found if row["events"])
    assert counted == sorted((filters.person(who, only) + 1, len(path)) for who, path in left.items())
    assert sum(row["answers"] for row in found) == len(given)
    people = {row["identity"] - 1 for row in found}
    known_facts = under.run(attributes.join(customers.select("customer", "identity"), "customer")).to_pylist()
    assert {(row["identity"] - 1, row["value"]) for row in known_facts} == {
        (who, fact["plan"]) for who, fact in facts.items() if who in people
    }


DAYS = st.lists(
    st.builds(Event, st.integers(0, 2), st.integers(0, 60), st.sampled_from(["a", "b", "z"]), day=st.booleans()),
    max_size=15,
)


@pytest.mark.slow
@settings(max_examples=25, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(log=DAYS)
def test_dropping_events_leaves_the_tables_of_a_log_that_never_had_them_also_where_only_days_are_known(
    log: list[Event], tmp_path_factory: pytest.TempPathFactory
) -> None:
    tables = open_log(tmp_path_factory.mktemp("log"), log)
    under = scope(tables, within(Only(without=("event:z",)), {}, known(tables)))
    rest = open_log(tmp_path_factory.mktemp("rest"), [event for event in log if event.name != "z"])
    assert rows(under) == rows(rest)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> OpenTables:
    log = [Event(who, step, name) for who in range(4) for step, name in enumerate("aab")]
    return open_log(tmp_path_factory.mktemp("log"), log)


@pytest.mark.parametrize(
    ("only", "n", "few"),
    [
        (Only(since=moment(500)), 0, True),
        (Only(since=moment(2), until=moment(1)), 0, True),
        (Only(passed=(("event:gone",),)), 0, True),
        (Only(never=(("event:gone",),)), 4, True),
        (Only(segment=(Segment(attribute="plan", values=("pro",)),)), 0, True),
    ],
)
def test_a_filter_that_leaves_nobody_or_few_says_so(only: Only, n: int, few: bool, tables: OpenTables) -> None:
    asked = put(Reach(at=("a",), only=only), TOUCHPOINTS, known(tables))
    (measure,) = answer(scope(tables, asked.within), [asked], Span())
    assert (measure.n, measure.too_few, measure.value) == (n, few, 1 if n else None)


def test_a_filter_is_told_in_words(tables: OpenTables) -> None:
    only = Only(
        since=moment(0),
        until=moment(30),
        each="session",
        segment=(Segment(attribute="plan", values=("pro", "basic")),),
        passed=(("a",),),
        never=(("b", "event:z"),),
        ended_at=("a",),
        channels=("web", ""),
        without=("event:z",),
        first=5,
    )
    assert within(only, TOUCHPOINTS, known(tables)).words == (
        "Only what happened since 2024-01-01 before 2024-01-02 06:00 UTC; sessions, each counted as a customer of its "
        "own; customers whose plan is pro or basic; customers who came to “a”; customers who never came to “b” or “z”; "
        "customers who ended at “a”; events in web or no channel; events that are not “z”; the first 5 events of each "
        "path."
    )


def test_tables_of_a_filter_are_derived_once_and_go_when_nobody_asks_for_them(tables: OpenTables) -> None:
    first = within(Only(first=1), {}, known(tables))
    assert scope(tables, first) is scope(tables, first)
    for number in range(2, 20):
        assert rows(scope(tables, within(Only(first=number), {}, known(tables))))
    assert len(rows(scope(tables, first))) == 4
