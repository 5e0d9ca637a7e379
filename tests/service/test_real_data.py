"""Real files through import and questions; every count is made again with the csv module alone."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from statistics import mean, median
from typing import Any

import pytest
from uuid_utils import uuid7

from footfall.events.columns import Join, WideStep
from footfall.events.mapping import Mapping
from footfall.journey.analyses import ContrastAnalysis, FlowAnalysis, Group
from footfall.journey.changes import Actor, Change, Put
from footfall.journey.questions import Duration, Flow, Funnel, Late, Only, Question, Reach, Score, Segment
from footfall.service import analyses, datasets, library, questions
from footfall.service.workspace import Workspace, workspace

ANNA = Actor(id="anna", name="Anna")
STEPS = {
    "purchase": "order_purchase_timestamp",
    "approved": "order_approved_at",
    "handed over": "order_delivered_carrier_date",
    "delivered": "order_delivered_customer_date",
}
DUE = "order_estimated_delivery_date"
PERSON = Join(file="olist_customers_dataset.csv", key="customer_id", column="customer_unique_id")
ORDERS = Mapping(
    kind="wide",
    customer="customer_unique_id",
    steps=tuple(
        WideStep(column=column, event=event, due=DUE if event == "delivered" else "") for event, column in STEPS.items()
    ),
    joins=(PERSON,),
)
REVIEWS = Mapping(
    kind="answers",
    customer="customer_unique_id",
    time="review_answer_timestamp",
    about_is="delivered",
    score="review_score",
    scale_min=1,
    scale_max=5,
    text="review_comment_message",
    language_is="pt",
    channel_is="e-mail",
    joins=(Join(file="olist_orders_dataset.csv", key="order_id", column="customer_id"), PERSON),
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def put_touchpoints(ws: Workspace, names: Iterator[str] | list[str]) -> None:
    ops = [
        Put(id=name.replace(" ", "-"), record={"type": "touchpoint", "name": name, "bindings": [{"events": [name]}]})
        for name in names
    ]
    library.change(ws, ANNA, Change(id=str(uuid7()), ops=tuple(ops)))


class Olist:
    """The orders as the csv module reads them."""

    def __init__(self, folder: Path) -> None:
        people = {row["customer_id"]: row["customer_unique_id"] for row in rows(folder / PERSON.file)}
        self.orders = [row | {"who": people[row["customer_id"]]} for row in rows(folder / "olist_orders_dataset.csv")]
        self.reviews = rows(folder / "olist_order_reviews_dataset.csv")
        self.paths: dict[str, list[tuple[datetime, int, int, str]]] = defaultdict(list)
        for line, order in enumerate(self.orders):
            for index, (event, column) in enumerate(STEPS.items()):
                if order[column]:
                    self.paths[order["who"]].append((at(order[column]), line, index, event))
        for path in self.paths.values():
            path.sort()

    def backwards(self) -> int:
        moments = [[at(order[column]) for column in STEPS.values() if order[column]] for order in self.orders]
        return sum(any(later < earlier for earlier, later in pairwise(path)) for path in moments)

    def first_hours(self, source: str, target: str) -> list[float]:
        """Hours of each customer's first step straight from one event to another."""
        found = []
        for path in self.paths.values():
            steps = [(a, b) for a, b in pairwise(path) if (a[3], b[3]) == (source, target)]
            found += [(b[0] - a[0]).total_seconds() / 3600 for a, b in steps[:1]]
        return found


@pytest.fixture(scope="module")
def olist(shared_data: Path) -> Olist:
    return Olist(shared_data / "olist_2017")


@pytest.fixture(scope="module")
def imported(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, list[Any]]]:
    folder = shared_data / "olist_2017"
    with workspace(tmp_path_factory.mktemp("olist")) as ws:
        files = (("olist_orders_dataset.csv", ORDERS), ("olist_order_reviews_dataset.csv", REVIEWS))
        reports = [datasets.import_file(ws, ANNA, folder / name, mapping, "Olist 2017") for name, mapping in files]
        put_touchpoints(ws, list(STEPS))
        yield ws, reports


def ask(imported: tuple[Workspace, list[Any]], question: Question) -> Any:
    return questions.ask(imported[0], ANNA, "olist-2017", question)


def test_all_orders_and_reviews_are_kept_and_backwards_orders_are_reported(
    imported: tuple[Workspace, list[Any]], olist: Olist
) -> None:
    orders, reviews = imported[1]
    assert (orders.rows, orders.kept, orders.refused) == (len(olist.orders), len(olist.orders), 0)
    assert orders.stored == sum(map(len, olist.paths.values()))
    assert orders.customers == len(olist.paths)
    assert [(one.reason, one.count) for one in orders.warnings] == [("backwards", olist.backwards())]
    assert (reviews.rows, reviews.kept, reviews.stored) == (len(olist.reviews),) * 3


def test_the_dataset_counts_what_the_files_hold(imported: tuple[Workspace, list[Any]], olist: Olist) -> None:
    dataset = datasets.read(imported[0], ANNA, "olist-2017")
    names = {name.event: name.events for name in dataset.names}
    assert names == {event: sum(bool(order[column]) for order in olist.orders) for event, column in STEPS.items()}
    assert (dataset.customers, dataset.answers) == (len(olist.paths), len(olist.reviews))


def test_reach_and_funnel_equal_a_count_by_hand(imported: tuple[Workspace, list[Any]], olist: Olist) -> None:
    delivered = [who for who, path in olist.paths.items() if any(step[3] == "delivered" for step in path)]
    measure = ask(imported, Reach(at=("delivered",)))
    assert (measure.n, measure.value) == (len(olist.paths), len(delivered) / len(olist.paths))
    passed = [0] * len(STEPS)
    for path in olist.paths.values():
        position = -1
        for place, event in enumerate(STEPS):
            position = next((i for i, step in enumerate(path) if i > position and step[3] == event), -2)
            if position == -2:
                break
            passed[place] += 1
    funnel = ask(imported, Funnel(places=tuple((event.replace(" ", "-"),) for event in STEPS)))
    assert funnel.details == {"customers_at_places": passed}
    assert funnel.value == passed[-1] / passed[-2]


def test_delivery_is_the_slowest_step_by_far(imported: tuple[Workspace, list[Any]], olist: Olist) -> None:
    found = {}
    for source, target in pairwise(STEPS):
        places = (source.replace(" ", "-"),), (target.replace(" ", "-"),)
        measure = ask(imported, Flow(source=places[0], target=places[1], statistic="hours"))
        hours = olist.first_hours(source, target)
        assert (measure.n, measure.value) == (len(hours), pytest.approx(median(hours)))
        assert measure.low < measure.value < measure.high
        found[target] = measure.value
    assert max(found, key=lambda event: found[event]) == "delivered"
    stay = ask(imported, Duration(at=("handed-over", "delivered")))
    print("median hours:", found, "from carrier to door:", stay.value)


def test_late_orders_are_counted_and_score_far_lower(imported: tuple[Workspace, list[Any]], olist: Olist) -> None:
    delivered = [order for order in olist.orders if order[STEPS["delivered"]]]
    late = [order for order in delivered if at(order[STEPS["delivered"]]) > at(order[DUE])]
    measure = ask(imported, Late(at=("delivered",)))
    assert (measure.n, measure.value) == (len(delivered), len(late) / len(delivered))

    once = {order["order_id"]: order for order in delivered if sum(o["who"] == order["who"] for o in olist.orders) == 1}
    by_promise: dict[str, list[int]] = {"broken": [], "kept": []}
    for review in olist.reviews:
        if order := once.get(review["order_id"]):
            by_promise["broken" if order in late else "kept"].append(int(review["review_score"]))
    for promise, scores in by_promise.items():
        measure = ask(imported, Score(at=("delivered",), promise=promise))
        # People with several orders answer about the nearest delivery, which the hand count leaves out.
        assert measure.n == pytest.approx(len(scores), rel=0.05)
        assert measure.value == pytest.approx(mean(scores), abs=0.05)
        print(promise, measure.value, measure.low, measure.high, measure.n)
    assert mean(by_promise["broken"]) < 3 < mean(by_promise["kept"])


SAMPLE = "All orders that were not delivered, but only one in twenty of the delivered ones."


@pytest.fixture(scope="module")
def promised(
    imported: tuple[Workspace, list[Any]], olist: Olist, tmp_path_factory: pytest.TempPathFactory
) -> Workspace:
    """The dataset with a fact of each customer: whether a delivery of theirs was late; and what its sample is."""
    late: dict[str, bool] = {}
    for order in olist.orders:
        if order[STEPS["delivered"]]:
            is_late = at(order[STEPS["delivered"]]) > at(order[DUE])
            late[order["who"]] = late.get(order["who"], False) or is_late
    file = tmp_path_factory.mktemp("facts") / "late.csv"
    file.write_text("\n".join(["who,late", *(f"{who},{'yes' if is_late else 'no'}" for who, is_late in late.items())]))
    facts = Mapping.model_validate({"kind": "customers", "customer": "who", "attributes": [{"column": "late"}]})
    datasets.import_file(imported[0], ANNA, file, facts, "Olist 2017")
    datasets.caution(imported[0], ANNA, "olist-2017", SAMPLE)
    return imported[0]


def test_late_and_on_time_orders_are_contrasted(promised: Workspace, olist: Olist) -> None:
    groups = tuple(
        Group(name=name, only=Only(segment=(Segment(attribute="late", values=(value,)),)))
        for name, value in (("on time", "no"), ("late", "yes"))
    )
    asked = ContrastAnalysis(by="event", groups=groups, limit=1_000)
    result = analyses.run(promised, ANNA, "olist-2017", asked)
    scores = next(row for row in result.rows if row.key["what"] == "scores" and "feeling" not in row.key["scale"])
    on_time, late = scores.figures["first"], scores.figures["second"]
    assert (on_time.value, late.value) == (pytest.approx(4.28, abs=0.02), pytest.approx(2.45, abs=0.1))
    assert scores.contrast
    assert scores.contrast.differs
    way = {"what": "durations", "node": "event:handed over", "target": "event:delivered", "scale": ""}
    carried = next(row for row in result.rows if row.key == way)
    assert carried.contrast
    assert carried.contrast.differs
    assert SAMPLE in result.note
    print(scores.contrast.words, scores.figures["difference"], carried.contrast.words)


def test_about_six_in_a_hundred_reviews_of_deliveries_are_of_late_ones(promised: Workspace, olist: Olist) -> None:
    late = questions.ask(promised, ANNA, "olist-2017", Late(at=("delivered",)))
    assert late.value == pytest.approx(0.06, abs=0.01)
    assert None not in (late.low, late.high)
    assert SAMPLE in late.note


def test_from_carrier_to_customer_takes_longest(promised: Workspace) -> None:
    ways = {
        (row.key["source"], row.key["target"]): row.figures["median_hours"]
        for row in analyses.run(promised, ANNA, "olist-2017", FlowAnalysis(by="event")).rows
        if row.figures["customers"].n > 100
    }
    slowest = max(ways, key=lambda way: ways[way].value or 0)
    assert slowest == ("event:handed over", "event:delivered")
    found = ways[slowest]
    assert (found.value or 0) / 24 == pytest.approx(7.5, abs=0.3)
    assert found.low
    assert found.high
    assert found.low < (found.value or 0) < found.high
    print(found)


def test_the_clickstream_counts_as_its_makers_say(ws: Workspace, shared_data: Path) -> None:
    path = shared_data / "shop_clickstream" / "simple-onlineshop.csv"
    report = datasets.import_file(ws, ANNA, path, datasets.propose(path).mapping, "Shop")
    clients = defaultdict(set)
    for row in rows(path):
        clients[row["event"]].add(row["client_id"])
    everybody = set().union(*clients.values())
    assert (report.rows, report.refused, report.customers) == (38_010, 0, len(everybody))
    put_touchpoints(ws, ["main", "cart", "delivery_choice", "payment_choice", "payment_done"])
    reached = {
        event: questions.ask(ws, ANNA, "shop", Reach(at=(event,)))
        for event in ("main", "cart", "delivery_choice", "payment_choice", "payment_done")
    }
    counts = {event: round((measure.value or 0) * measure.n) for event, measure in reached.items()}
    assert counts == {event: len(clients[event]) for event in counts}
    assert counts == {"main": 2384, "cart": 1923, "delivery_choice": 1355, "payment_choice": 957, "payment_done": 652}
