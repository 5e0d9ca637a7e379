"""A draft: which pains it finds in the answers, in which order, and that every card cites what it says."""

from dataclasses import replace

import pytest

from footfall.journey.document import LIBRARY_RULES, MAP_RULES, MapDocument
from footfall.journey.questions import DropOff, Duration, Flow, Late, Question, Reach, Score
from footfall.journey.settling import normalise
from footfall.measures.draft import Dataset, Draft, draft, questions, slowest_stage
from footfall.measures.draft_outline import EventFact, Outline, Profile, outline
from footfall.measures.draft_pains import asked
from footfall.measures.measure import Measure

NAMES = ("product_viewed", "order_placed", "parcel_sent", "parcel_delivered", "review_written")
FACTS = tuple(EventFact(name, 500, 500 - place, ("web", "app")) for place, name in enumerate(NAMES))
BEFORE = {(one, other): 400 for place, one in enumerate(NAMES) for other in NAMES[place + 1 :]}
OUTLINE = outline(Profile(500, (*FACTS, EventFact("typo", 1, 1)), BEFORE))
SHOP = Dataset("shop", "The shop")
WAIT = Flow(source=("parcel-sent",), target=("parcel-delivered",), statistic="hours")
DELIVERED = ("parcel-delivered",)


def measure(question: Question, value: float | None, n: int = 400, **more: object) -> Measure:
    fields = {"unit": "share", "aggregate": "mean", "definition": f"what {question.kind} means"} | more
    few = {"too_few": value is None or n < 10}
    return Measure.model_validate({"question": question, "value": value, "n": n, "customers": n} | few | fields)


def score(question: Question, value: float, n: int = 200) -> Measure:
    return measure(question, value, n, unit="score", scale=(1, 5), low=value - 0.1, high=value + 0.1)


def calm(found: Outline) -> dict[Question, Measure]:
    """Answers of a journey without a pain: nobody scores, nobody waits, nobody leaves."""
    return {question: _calm(question) for question in questions(found)}


def _calm(question: Question) -> Measure:
    match question:
        case Reach():
            return measure(question, 1.0)
        case DropOff() | Late():
            return measure(question, 0.01)
        case Duration() | Flow():
            return measure(question, 0.1, unit="hours")
        case _:
            return measure(question, None, 0)


def made(*told: Measure) -> Draft:
    answers = calm(OUTLINE) | {measure.question: measure for measure in told}
    return draft(SHOP, OUTLINE, answers, {"web": "web"}, known=["order-placed"])


def pains(found: Draft) -> list[tuple[str, str, str]]:
    document = MapDocument(found.map)
    cards = [card for card in document.cards.values() if card.severity]
    return [(card.step, card.severity, card.text) for card in sorted(cards, key=lambda card: card.order)]


LATE = (
    measure(Late(at=DELIVERED), 0.081, 380),
    score(Score(at=DELIVERED, promise="broken"), 2.3, 31),
    score(Score(at=DELIVERED, promise="kept"), 4.3, 160),
)


def test_a_calm_journey_has_no_pains() -> None:
    assert pains(made()) == []


def test_late_with_lower_scores_is_a_pain_with_both_scores_and_their_n() -> None:
    text = "8.1% come after the promised time (n 380); those customers score 2.3 instead of 4.3 (n 31 and 160)"
    assert pains(made(*LATE)) == [("step-parcel-delivered", "severe", text)]


def test_late_that_customers_score_the_same_is_only_counted() -> None:
    same = score(Score(at=DELIVERED, promise="broken"), 4.25, 31)
    assert pains(made(LATE[0], same, LATE[2])) == [
        ("step-parcel-delivered", "minor", "8.1% come after the promised time (n 380)")
    ]


@pytest.mark.parametrize(("value", "expected"), [(2.7, ["minor"]), (2.1, ["moderate"]), (1.4, ["severe"]), (2.95, [])])
def test_a_low_score_is_a_pain_when_its_interval_stays_below_neutral(value: float, expected: list[str]) -> None:
    told = score(Score(at=("product-viewed",)), value)
    assert [severity for _, severity, _ in pains(made(told))] == expected


def test_drop_off_and_long_waits_are_pains() -> None:
    lost = measure(
        DropOff(at=("product-viewed",), onward=("order-placed", "parcel-sent", "parcel-delivered")), 0.4, 500
    )
    wait = measure(WAIT, 9.1 * 24, 380, unit="hours")
    assert pains(made(lost, wait)) == [
        ("step-parcel-sent", "severe", "Half of them wait 9.1 days or longer until it goes on (n 380)"),
        ("step-product-viewed", "severe", "40.0% go no further (n 500)"),
    ]


def test_nobody_is_lost_who_has_what_the_journey_is_for_and_nobody_waits_for_a_survey() -> None:
    steps = {step.step.main.name: step for step in asked(OUTLINE)}
    assert (steps["Parcel delivered"].onward, steps["Parcel delivered"].wait) == (None, None)
    assert (steps["Review written"].onward, steps["Review written"].wait) == (None, None)


def test_what_customers_scored_comes_before_what_is_only_counted() -> None:
    wait = measure(WAIT, 9.1 * 24, 380, unit="hours")
    low = score(Score(at=("product-viewed",)), 2.7)
    found = made(wait, low, *LATE)
    assert [step for step, _, _ in pains(found)] == ["step-parcel-delivered", "step-product-viewed", "step-parcel-sent"]
    strongest = [card for card in MapDocument(found.map).cards.values() if "strongest pain" in card.tags]
    assert [card.step for card in strongest] == ["step-parcel-delivered"]


def test_an_answer_of_too_few_is_no_pain() -> None:
    few = score(Score(at=("product-viewed",)), 1.2, n=8)
    assert pains(made(few)) == []


def test_every_card_that_states_a_number_cites_it() -> None:
    emotion = score(Score(at=DELIVERED, as_emotion=True), 0.94, 190)
    document = MapDocument(made(*LATE, emotion).map)
    cited = {card.text or card.score: [cite.model_dump() for cite in card.evidence] for card in document.cards.values()}
    late = {"dataset": "shop", "value": 0.081, "n": 380, "question": {"kind": "late", "at": DELIVERED}}
    assert late.items() <= cited[pains(made(*LATE))[0][2]][0].items()
    assert [cite["n"] for cite in cited[0.9]] == [190]
    assert all(card.evidence for card in document.cards.values() if card.severity or card.score is not None)


def test_without_scores_there_is_no_lane_of_emotion() -> None:
    kinds = [lane.kind for lane in MapDocument(made().map).lanes.values()]
    assert kinds == ["actions", "touchpoints", "pain-points", "measures", "free"]


def test_the_header_says_what_was_found_and_what_was_left_out() -> None:
    header = MapDocument(made(*LATE).map).header
    assert (header.title, header.dataset) == ("The shop: first map from data", "shop")
    assert "Strongest pain: Parcel delivered: 8.1% come after" in header.scenario
    assert "1 rare event left out" in header.scenario


def test_the_slowest_stage_is_that_of_the_longest_stay() -> None:
    stage = OUTLINE.stages[-2]
    told = calm(OUTLINE)
    told[Duration(at=stage.place)] = measure(Duration(at=stage.place), 100, unit="hours")
    assert slowest_stage(OUTLINE, told) == stage


def test_the_records_are_valid_and_nothing_stands_in_the_tray() -> None:
    found = made(*LATE)
    for rules, records in ((MAP_RULES, found.map), (LIBRARY_RULES, found.library)):
        assert {id: normalise(rules, id, record) for id, record in records.items()} == records
    assert MapDocument(found.map).tray == {}


def test_the_library_gets_only_what_it_lacks_with_bindings() -> None:
    library = made().library
    assert "order-placed" not in library
    assert "web" not in library
    assert library["app"] == {"type": "channel", "name": "App", "icon": "smartphone"}
    assert library["parcel-sent"]["bindings"] == [{"events": ["parcel_sent"], "channels": []}]


def test_the_same_answers_give_the_same_draft() -> None:
    told = calm(OUTLINE) | {measure.question: measure for measure in LATE}
    turned = replace(OUTLINE)
    once = draft(SHOP, OUTLINE, told, {})
    assert draft(SHOP, turned, dict(reversed(told.items())), {}) == once
