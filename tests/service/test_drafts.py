"""Drafts of real data and of nothing: what they must show, and that each number they cite is the one that it opens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from uuid_utils import uuid7

from footfall.errors import InvalidData, NotFound
from footfall.events.columns import Join, WideStep
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put, RecordJson
from footfall.journey.document import MapDocument
from footfall.journey.questions import Question
from footfall.journey.records import Card
from footfall.measures.measure import Member
from footfall.service import concerning, datasets, drafts, library, map_moments, maps, questions
from footfall.service.workspace import Workspace, workspace

PERSON = Join(file="olist_customers_dataset.csv", key="customer_id", column="customer_unique_id")
MOMENTS = (
    "order_purchase_timestamp",
    "order_approved_at",
    "order_delivered_carrier_date",
    "order_delivered_customer_date",
)
DUE = {"order_delivered_customer_date": "order_estimated_delivery_date"}
ORDERS = Mapping(
    kind="wide",
    customer="customer_unique_id",
    steps=tuple(WideStep(column=column, event=column, due=DUE.get(column, "")) for column in MOMENTS),
    joins=(PERSON,),
)
REVIEWS = Mapping(
    kind="answers",
    customer="customer_unique_id",
    time="review_answer_timestamp",
    about_is="order_delivered_customer_date",
    score="review_score",
    scale_min=1,
    scale_max=5,
    joins=(Join(file="olist_orders_dataset.csv", key="order_id", column="customer_id"), PERSON),
)
CLICKS = Mapping(kind="events", customer="client_id", time="timestamp", event="event")


@pytest.fixture(scope="module")
def real(shared_data: Path, tmp_path_factory: pytest.TempPathFactory, anna: Actor) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("real")) as ws:
        olist = shared_data / "olist_2017"
        datasets.import_file(ws, anna, olist / "olist_orders_dataset.csv", ORDERS, into="Olist")
        datasets.import_file(ws, anna, olist / "olist_order_reviews_dataset.csv", REVIEWS, into="Olist")
        datasets.import_file(ws, anna, shared_data / "shop_clickstream/simple-onlineshop.csv", CLICKS, into="Clicks")
        yield ws


@pytest.fixture(scope="module")
def olist(real: Workspace, anna: Actor) -> MapDocument:
    return maps.read(real, anna, drafts.draft(real, anna, "olist"))


@pytest.fixture(scope="module")
def clicks(real: Workspace, anna: Actor) -> MapDocument:
    return maps.read(real, anna, drafts.draft(real, anna, "clicks"))


def pains(document: MapDocument) -> list[Card]:
    found = [card for card in document.cards.values() if card.severity]
    return sorted(found, key=lambda card: card.order)


def test_olist_shows_delivery_as_the_slowest_stage(olist: MapDocument) -> None:
    assert [stage.name for stage in olist.stages.values()][-1] == "Delivery"
    assert "Slowest stage: Delivery, half stay 7.8 days or longer (n 2,28" in olist.header.scenario


def test_olist_shows_late_orders_as_the_strongest_pain_with_n(olist: MapDocument) -> None:
    strongest = pains(olist)[0]
    late, unhappy, happy = strongest.evidence
    assert (strongest.step, strongest.severity) == ("step-delivered-to-customer", "severe")
    assert late.question is not None
    assert late.question.kind == "late"
    assert late.n is not None
    assert late.n > 2000
    assert f"(n {late.n:,})" in strongest.text
    assert unhappy.high is not None
    assert happy.low is not None
    assert happy.low - unhappy.high > 1


def test_the_clickstream_shows_what_is_lost_at_cart_and_payment(clicks: MapDocument) -> None:
    lost = {
        card.step
        for card in pains(clicks)
        if card.evidence[0].question and card.evidence[0].question.kind == "drop-off"
    }
    assert {"step-cart", "step-payment-choice"} <= lost
    assert list(clicks.stages.values())[-1].name == "Leave"


@pytest.mark.parametrize("dataset", ["olist", "clicks"])
def test_every_cited_number_is_the_aggregate_over_the_population_that_it_opens(
    real: Workspace, anna: Actor, dataset: str, request: pytest.FixtureRequest
) -> None:
    document: MapDocument = request.getfixturevalue(dataset)
    cited = [cite for card in document.cards.values() for cite in card.evidence]
    assert len(cited) > 5
    for cite in cited:
        assert cite.question is not None
        now = questions.ask(real, anna, dataset, cite.question)
        opened = questions.population(real, anna, dataset, cite.question, limit=1)
        assert (now.value, now.low, now.high, now.n) == (cite.value, cite.low, cite.high, cite.n)
        assert opened.total == cite.n


def test_drafting_twice_gives_the_same_records_and_no_second_touchpoint(real: Workspace, anna: Actor) -> None:
    first = maps.read_records(real, anna, drafts.draft(real, anna, "olist")).records
    had = library.read_records(real, anna).records
    again = maps.read_records(real, anna, drafts.draft(real, anna, "olist")).records
    assert again == first
    assert library.read_records(real, anna).records == had


def test_a_dataset_that_is_not_here_cannot_be_drafted(ws: Workspace, anna: Actor) -> None:
    with pytest.raises(NotFound):
        drafts.draft(ws, anna, "nowhere")


def test_answers_alone_make_no_draft(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    (tmp_path / "scores.csv").write_text("who,when,score\na,2026-01-02,4\nb,2026-01-03,5\n")
    mapping = Mapping(kind="answers", customer="who", time="when", score="score", scale_min=1, scale_max=5)
    datasets.import_file(ws, anna, tmp_path / "scores.csv", mapping, into="Scores")
    with pytest.raises(InvalidData, match="no events"):
        drafts.draft(ws, anna, "scores")
    assert maps.list(ws, anna) == []


def test_a_tiny_dataset_gives_a_small_map_that_states_no_number(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    (tmp_path / "few.csv").write_text("who,when,what\na,2026-01-02,start\na,2026-01-03,end\nb,2026-01-03,start\n")
    datasets.import_file(ws, anna, tmp_path / "few.csv", Mapping(customer="who", time="when", event="what"), into="Few")
    document = maps.read(ws, anna, drafts.draft(ws, anna, "few"))
    assert [step.name for step in document.steps.values()] == ["Start", "End"]
    assert all(not card.evidence for card in document.cards.values())


def test_olist_s_late_delivery_is_a_broken_moment_of_truth_with_its_customers(real: Workspace, anna: Actor) -> None:
    first = map_moments.of_map(real, anna, drafts.draft(real, anna, "olist")).items[0]
    assert (first.name, first.late, first.broken) == ("Delivered to customer", True, True)
    assert first.rate
    cited = {"dataset": "olist", "question": first.rate.question.model_dump(mode="json")}
    record: RecordJson = {"type": "opportunity", "name": "In time", "evidence": [cited]}
    library.change(real, anna, Change(id=str(uuid7()), ops=(Put(id="in-time", record=record),)))
    (found,) = concerning.concerned(real, anna).concerned["in-time"]
    question, n = first.rate.question, first.rate.n
    rows = [row for offset in range(0, n, 1_000) for row in page(real, anna, question, offset)]
    assert (found.basis, found.customers) == ("number", len({row.customer for row in rows if row.value == 1}))


def page(ws: Workspace, actor: Actor, question: Question, offset: int) -> tuple[Member, ...]:
    return questions.population(ws, actor, "olist", question, offset, 1_000).rows
