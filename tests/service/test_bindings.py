"""Bindings: what a dataset and the library have to say about each other."""

from pathlib import Path
from typing import Any

import pytest
from uuid_utils import uuid7

from footfall.errors import NotFound
from footfall.events.columns import Attribute
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put, Set
from footfall.journey.questions import Reach
from footfall.journey.records import Binding
from footfall.measures.covered import EventTotal, EventTotals, TakenBy
from footfall.service import bindings, datasets, library, questions
from footfall.service.bindings import KnownAttribute, TriedRule
from footfall.service.workspace import Workspace

EVENTS = Mapping(customer="who", time="when", event="what", channel="by")


@pytest.fixture
def shop(ws: Workspace, anna: Actor, tmp_path: Path) -> Workspace:
    """Give a workspace with ten customers who look, half of them in the app, and three who open the basket."""
    rows = [f"c{n},2024-01-01 10:00,look,{'app' if n % 2 else 'web'}" for n in range(10)]
    rows += [f"c{n},2024-01-02 10:00,cart_opened,web" for n in range(3)]
    (file := tmp_path / "events.csv").write_text("who,when,what,by\n" + "\n".join(rows))
    datasets.import_file(ws, anna, file, EVENTS, "Shop")
    put(ws, anna, "looks", "Looks", [{"events": ["look"]}])
    put(ws, anna, "app", "The app", [{"events": ["l*"], "channels": ["app"]}])
    put(ws, anna, "basket", "Basket", [])
    put(ws, anna, "fax", "Fax", [{"events": ["fax_*"]}])
    return ws


def put(ws: Workspace, anna: Actor, id: str, name: str, rules: list[Any]) -> None:
    record = {"type": "touchpoint", "name": name, "bindings": rules}
    library.change(ws, anna, Change(id=str(uuid7()), ops=(Put(id=id, record=record),)))


def test_what_is_bound_twice_and_not_at_all_is_told_with_what_it_may_be(shop: Workspace, anna: Actor) -> None:
    found = bindings.read(shop, anna, "shop")
    assert found.totals == EventTotals(
        all=EventTotal(events=13, names=2),
        once=EventTotal(events=5, names=1),
        twice=EventTotal(events=5, names=1),
        unbound=EventTotal(events=3, names=1),
    )
    assert [(one.event, one.events, one.customers) for one in found.names] == [("look", 10, 10), ("cart_opened", 3, 3)]
    assert [(one.id, one.is_idle) for one in found.touchpoints] == [("app", False), ("fax", True), ("looks", False)]
    assert [(one.event, one.offers[0].touchpoint) for one in found.proposals] == [("cart_opened", "basket")]
    assert (found.counted, found.customers, found.channels, found.left_out) == ("events", 10, ("app", "web"), 0)


def test_a_rule_is_tried_before_it_is_one(shop: Workspace, anna: Actor) -> None:
    before = library.read_records(shop, anna)
    rule = Binding(events=("*o*",))
    assert bindings.try_rule(shop, anna, "shop", rule) == TriedRule(
        counted="events",
        events=13,
        customers=10,
        names=("look", "cart_opened"),
        new=3,
        beside=(TakenBy(touchpoint="looks", events=10), TakenBy(touchpoint="app", events=5)),
    )
    mine = bindings.try_rule(shop, anna, "shop", rule, "looks")
    assert mine.beside == (TakenBy(touchpoint="app", events=5),)
    assert library.read_records(shop, anna) == before


def test_a_binding_that_is_made_counts_at_once_here_and_in_questions(shop: Workspace, anna: Actor) -> None:
    op = Set(id="basket", field="bindings", value=[{"events": ["cart_opened"]}])
    library.change(shop, anna, Change(id=str(uuid7()), ops=(op,)))
    found = bindings.read(shop, anna, "shop")
    assert (found.totals.unbound, found.proposals) == (EventTotal(events=0, names=0), ())
    assert questions.ask(shop, anna, "shop", Reach(at=("basket",))).value == 0.3


def test_a_dataset_of_answers_alone_counts_answers(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    mapping = Mapping(kind="answers", customer="who", time="when", score="s", scale_min=1, scale_max=5, about="at")
    (file := tmp_path / "answers.csv").write_text("who,when,s,at\na,2024-01-01,4,Visit\nb,2024-01-01,2,Visit\n")
    datasets.import_file(ws, anna, file, mapping, "Survey")
    found = bindings.read(ws, anna, "survey")
    assert (found.counted, found.customers, found.totals.unbound) == ("answers", 2, EventTotal(events=2, names=1))
    assert [(one.event, one.customers, one.unbound) for one in found.names] == [("Visit", 2, 2)]
    tried = bindings.try_rule(ws, anna, "survey", Binding(events=("Vis*",)))
    assert (tried.counted, tried.events, tried.new) == ("answers", 2, 2)


def test_rules_ask_for_attributes_of_events_and_answers_about_them_are_no_events_beside(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    rows = [f"c{n},2024-01-01 10:00,pay,{'pro' if n < 3 else 'free'}" for n in range(10)]
    (file := tmp_path / "events.csv").write_text("who,when,what,plan\n" + "\n".join(rows))
    plan = Mapping(customer="who", time="when", event="what", attributes=(Attribute(column="plan"),))
    datasets.import_file(ws, anna, file, plan, "Shop")
    (scores := tmp_path / "scores.csv").write_text("who,when,s\nc1,2024-01-02,4\n")
    about = Mapping(kind="answers", customer="who", time="when", score="s", scale_min=1, scale_max=5, about_is="pay")
    datasets.import_file(ws, anna, scores, about, "Shop")
    rule = {"events": ["pay"], "where": [{"attribute": "plan", "values": ["p*"]}]}
    put(ws, anna, "pro", "Pays as a professional", [rule])
    found = bindings.read(ws, anna, "shop")
    assert found.attributes == (KnownAttribute(name="plan", values=("free", "pro")),)
    assert [(one.event, one.once, one.unbound) for one in found.names] == [("pay", 3, 7)]
    assert questions.ask(ws, anna, "shop", Reach(at=("pro",))).value == 0.3
    rest = Binding.model_validate({"events": ["pay"], "where": [{"attribute": "plan", "values": ["free"]}]})
    tried = bindings.try_rule(ws, anna, "shop", rest)
    assert (tried.events, tried.customers, tried.new, tried.beside) == (7, 7, 7, ())
    put(ws, anna, "free", "Pays alone", [rest.model_dump(mode="json")])
    assert bindings.read(ws, anna, "shop").totals.once == EventTotal(events=10, names=1)


def test_an_unknown_dataset_is_refused(ws: Workspace, anna: Actor) -> None:
    with pytest.raises(NotFound):
        bindings.read(ws, anna, "nothing")
