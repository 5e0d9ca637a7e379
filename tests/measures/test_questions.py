"""Every question on random logs equals a count in plain Python: the number, and exactly the customers behind it."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from footfall.engine.tables import OpenTables
from footfall.journey.questions import (
    DropOff,
    Duration,
    Flow,
    Funnel,
    Late,
    NetPromoter,
    Question,
    Reach,
    Score,
)
from footfall.measures.answering import Span, answer
from footfall.measures.kinds import kind_of
from footfall.measures.measure import TOO_FEW
from footfall.measures.putting import Put, put
from footfall.measures.tables import customers, put_as_tables
from tests.measures import oracle
from tests.measures.logs import Answer, Event, known, moment, open_log, touchpoint

TOUCHPOINTS = {
    "a": touchpoint("a"),
    "b": touchpoint("b"),
    "c": touchpoint("cc"),
    "a-in-x": touchpoint("a", channels=["x"]),
    "b-or-c": touchpoint("b", "c*"),
    "other": touchpoint("z"),
}
IS: dict[str, oracle.Is] = {
    "a": lambda event: event.name == "a",
    "b": lambda event: event.name == "b",
    "c": lambda event: event.name == "cc",
    "a-in-x": lambda event: (event.name, event.channel) == ("a", "x"),
    "b-or-c": lambda event: event.name in {"b", "cc"},
    "other": lambda event: event.name == "z",
}
PLACES = [("a",), ("b",), ("c",), ("a-in-x",), ("b-or-c",), ("a", "b"), ("a-in-x", "c"), ("other",)]
PAIRS = [(("a",), ("b",)), (("a",), ("a",)), (("a", "b"), ("b-or-c",)), (("c",), ("a-in-x",)), (("b",), ("other",))]
LONGER = [(("a",), ("b",), ("c",)), (("a", "b"), ("b-or-c",), ("a",)), (("a",), ("a",), ("a",), ("b",))]
HOW = ("customers", "share", "hours", "p90", "times")
QUESTIONS: list[Question] = [
    *(Reach(at=place) for place in PLACES),
    *(Flow(source=a, target=b, statistic=how) for a, b in PAIRS for how in HOW),
    *(Funnel(places=places) for places in [*PAIRS, *LONGER]),
    *(DropOff(at=a, onward=b) for a, b in PAIRS),
    *(Duration(at=place, statistic=how) for place in PLACES for how in ("median", "p90")),
    *(Score(at=place) for place in PLACES),
    *(Score(at=place, promise=promise) for place in PLACES[:5] for promise in ("kept", "broken")),
    *(Score(at=place, as_emotion=True) for place in PLACES),
    *(Score(at=place, survey_question="r") for place in PLACES),
    *(NetPromoter(at=place) for place in PLACES),
    *(Late(at=place) for place in PLACES),
]

HOURS = st.integers(0, 12)  # few, so that many events share a moment
EVENTS = st.lists(
    st.builds(
        Event,
        st.integers(0, 5),
        HOURS,
        st.sampled_from(["a", "b", "cc"]),
        st.sampled_from(["", "x"]),
        st.none() | HOURS,
    ),
    max_size=40,
)
SCALES = st.one_of(
    st.tuples(st.integers(1, 5).map(float), st.just((1, 5))), st.tuples(st.integers(0, 10).map(float), st.just((0, 10)))
)
FEELS: dict[str | None, float | None] = {"slow": -0.5, "kind and slow": 0.25, "doof": None}
ANSWERS = st.lists(
    st.builds(
        lambda who, hour, scored, about, question, said: Answer(
            who, hour, scored[0], about, question, scored[1], text=said, feeling=FEELS.get(said)
        ),
        st.integers(0, 6),
        HOURS,
        st.one_of(SCALES, st.just((None, (1, 5)))),
        st.sampled_from([None, "a", "b", "z"]),
        st.sampled_from(["q", "r"]),
        st.sampled_from([None, *FEELS]),
    ),
    max_size=25,
)


def with_events(answers: Sequence[Answer], events: Sequence[Event], assumed: bool) -> list[tuple[Answer, Event | None]]:
    """Answers with what they are about; a name that nothing bears stands for an event of that name."""
    found = [(one, oracle.about(one, events, assumed)) for one in answers]
    return [(one, Event(one.customer, 0, event) if isinstance(event, str) else event) for one, event in found]


def populations(tables: OpenTables, puts: Sequence[Put]) -> dict[int, list[tuple[int, float, Any]]]:
    """The population that each question opens, with customers as the log numbers them."""
    found: dict[int, list[tuple[int, float, Any]]] = {number: [] for number in range(len(puts))}
    kinds = {kind_of(one.question).name: kind_of(one.question) for one in puts}
    for name, kind in kinds.items():
        chosen = [number for number, one in enumerate(puts) if kind_of(one.question).name == name and one.is_bound]
        rows = kind.population().join(customers.select("customer", "identity"), "customer")
        for row in tables.run(rows, **put_as_tables([puts[number] for number in chosen])).to_pylist():
            found[chosen[row["ask"]]].append((row["identity"] - 1, row["value"], row["at"]))
    return found


@pytest.mark.slow
@settings(
    max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)  # shrinking takes minutes
@given(events=EVENTS, answers=ANSWERS, assumed=st.booleans())
def test_every_question_equals_a_count_by_hand_and_opens_exactly_that_population(
    events: list[Event], answers: list[Answer], assumed: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tables = open_log(tmp_path_factory.mktemp("log"), events, answers, assumed)
    puts = [put(question, TOUCHPOINTS, known(tables)) for question in QUESTIONS]
    opens = populations(tables, puts)
    for number, measure in enumerate(answer(tables, puts, Span())):
        question, opened = QUESTIONS[number], opens[number]
        places = [lambda event, place=place: any(IS[id](event) for id in place) for place in put_places(question)]
        expected = oracle.population(question, places, events, with_events(answers, events, assumed))
        if not puts[number].is_bound:
            assert (measure.value, measure.n, opened) == (None, 0, []), question
            continue
        by_hand = [(who, moment(hour), round(value, 9)) for who, value, hour in expected]
        assert sorted(((who, at, round(value, 9)) for who, value, at in opened), key=repr) == sorted(
            by_hand, key=repr
        ), question
        values = [value for _, value, _ in expected]
        assert measure.n == len(opened) == len(values), question
        assert measure.customers == len({who for who, _, _ in expected}), question
        assert measure.too_few is (measure.customers < TOO_FEW), question
        by_hand_too = oracle.aggregate(measure.aggregate, values)
        assert measure.value == (None if by_hand_too is None else pytest.approx(by_hand_too)), question
        assert oracle.aggregate(measure.aggregate, [value for _, value, _ in opened]) == (
            None if by_hand_too is None else pytest.approx(measure.value)
        ), question


def put_places(question: Question) -> tuple[tuple[str, ...], ...]:
    """The places of a question."""
    match question:
        case Flow():
            return question.source, question.target
        case Funnel():
            return question.places
        case DropOff():
            return question.at, question.onward
        case _:
            return (question.at,)
