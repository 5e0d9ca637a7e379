"""The same numbers as pm4py and retentioneering, on real logs and on generated ones.

The peers run in the Python of `.make/loaders`, which `python -m bench.importing` installs; without it these tests skip.
pm4py tells flows, variants, starts and ends, and times; retentioneering tells funnels and step matrices.
"""

import csv
import json
import random
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from bench.log import write_log
from bench.peers import ALONE, LOADERS
from footfall.events.mapping import Mapping
from footfall.journey.analyses import (
    LONGEST_PATH,
    EndsAnalysis,
    FlowAnalysis,
    FunnelStepsAnalysis,
    StaysAnalysis,
    StepsAnalysis,
    TreeAnalysis,
    VariantsAnalysis,
)
from footfall.journey.changes import Actor
from footfall.service import analyses, datasets
from footfall.service.workspace import Workspace, workspace

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
ANNA = Actor(id="anna", name="Anna")
MAPPING = Mapping(customer="customer", event="event", time="time")
ALL = 10_000

Row = tuple[str, str, str]  # customer, event, time

OLIST = {
    "purchase": "order_purchase_timestamp",
    "approved": "order_approved_at",
    "handed over": "order_delivered_carrier_date",
    "delivered": "order_delivered_customer_date",
}


def shop(data: Path) -> list[Row]:
    rows = _read(data / "shop_clickstream/simple-onlineshop.csv")
    return [(row["client_id"], row["event"], row["timestamp"]) for row in rows]


def incidents(data: Path) -> list[Row]:
    rows = _read(data / "servicenow_incidents/incident_event_log_first1500.csv")
    return [
        (row["number"], row["incident_state"], f"{datetime.strptime(row['sys_updated_at'], '%d/%m/%Y %H:%M')}")  # noqa: DTZ007
        for row in rows
    ]


def orders(data: Path) -> list[Row]:
    rows = _read(data / "olist_2017/olist_orders_dataset.csv")
    return [(row["customer_id"], event, row[column]) for row in rows for event, column in OLIST.items() if row[column]]


def _read(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


@dataclass(frozen=True)
class Case:
    """A log in a workspace, and what the peers make of it."""

    ws: Workspace
    name: str
    funnel: tuple[str, ...]
    peers: Any

    def run(self, analysis: Any) -> list[tuple[dict[str, str], Any]]:
        result = analyses.run(self.ws, ANNA, self.name, analysis)
        assert result.more == 0
        return [(row.key, row.figures) for row in result.rows]


def generated(folder: Path) -> list[Row]:
    """Sixty kinds of events, hardly any two of a customer at one moment."""
    write_log(folder / "log.parquet", 20_000)
    rows = pq.read_table(folder / "log.parquet").to_pylist()
    return [(row["customer"], row["event"], str(row["time"])) for row in rows]


def crowded(_: Path) -> list[Row]:
    """Few kinds of events, many at one moment, where the order of the rows decides; one path longer than is told."""
    chance, begin = random.Random(8), datetime(2024, 1, 1)
    whose = [f"c{chance.randrange(700)}" for _ in range(6_000)] + ["c1"] * 2 * LONGEST_PATH
    return [(who, chance.choice("aabcd"), f"{begin + timedelta(hours=chance.randrange(40))}") for who in whose]


LOGS: dict[str, tuple[Callable[[Path], list[Row]], tuple[str, ...]]] = {
    "shop": (shop, ("main", "products", "cart", "payment_done")),
    "incidents": (incidents, ("New", "Active", "Resolved", "Closed")),
    "orders": (orders, tuple(OLIST)),
}
GENERATED: dict[str, tuple[Callable[[Path], list[Row]], tuple[str, ...]]] = {
    "generated": (generated, ("event 05", "event 12", "event 20")),
    "crowded": (crowded, ("a", "b", "a", "c")),
}


@pytest.fixture(scope="module", params=[*LOGS, *GENERATED])
def case(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterable[Case]:
    python = LOADERS / "bin/python"
    if not python.exists():
        pytest.skip("pm4py and retentioneering are not there; `python -m bench.importing` installs them")
    folder = tmp_path_factory.mktemp("peers")
    read, funnel = (LOGS | GENERATED)[request.param]
    rows = read(request.getfixturevalue("shared_data") if request.param in LOGS else folder)
    file = folder / "log.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([("customer", "event", "time"), *rows])
    command = [str(python), str(ROOT / "bench/opinions.py"), str(file), *funnel]
    told = subprocess.run(command, env=ALONE, capture_output=True, text=True, check=True).stdout
    with workspace(folder / "data") as ws:
        datasets.import_file(ws, ANNA, file, MAPPING, request.param)
        yield Case(ws, request.param, funnel, json.loads(told.splitlines()[-1]))


def name(node: str) -> str:
    return node.removeprefix("event:")


def test_flows_are_counted_and_timed_as_pm4py_does(case: Case) -> None:
    found = case.run(FlowAnalysis(by="event", per="event", limit=ALL))
    gone = {(name(key["source"]), name(key["target"])): figures for key, figures in found}
    counts = {(source, target): count for source, target, count in case.peers["pm4py"]["flow"]}
    medians = {(source, target): seconds / 3600 for source, target, seconds in case.peers["pm4py"]["medians"]}
    assert {pair: figures["transitions"].value for pair, figures in gone.items()} == counts
    assert {pair: figures["median_hours"].value for pair, figures in gone.items()} == pytest.approx(medians, abs=1e-6)


def test_paths_begin_and_end_where_pm4py_says(case: Case) -> None:
    counted: dict[str, dict[str, float | None]] = {"start": {}, "end": {}}
    for key, figures in case.run(EndsAnalysis(by="event", limit=ALL)):
        counted[key["end"]][name(key["node"])] = figures["customers"].value
    assert counted == {"start": case.peers["pm4py"]["starts"], "end": case.peers["pm4py"]["ends"]}


def test_customers_go_the_variants_of_pm4py(case: Case) -> None:
    theirs: Counter[tuple[str, ...]] = Counter()
    for path, customers in case.peers["pm4py"]["variants"]:
        theirs[tuple(path[:LONGEST_PATH])] += customers
    found = case.run(VariantsAnalysis(by="event", limit=ALL))
    paths = {tuple(map(name, json.loads(key["path"]))): figures["customers"].value for key, figures in found}
    assert paths == theirs


def test_trees_branch_at_the_first_and_the_last_event_as_pm4py_says(case: Case) -> None:
    for backwards, ends in ((False, "starts"), (True, "ends")):
        found = case.run(TreeAnalysis(by="event", depth=1, least_share=0, backwards=backwards, limit=ALL))
        counted = {name(json.loads(key["path"])[0]): figures["customers"].value for key, figures in found}
        assert counted == case.peers["pm4py"][ends]


def test_journeys_take_as_long_as_pm4py_says(case: Case) -> None:
    ((_, figures),) = case.run(StaysAnalysis(of="journey"))
    hours = sorted(seconds / 3600 for seconds in case.peers["pm4py"]["journeys"])
    middle = (hours[(len(hours) - 1) // 2] + hours[len(hours) // 2]) / 2
    assert figures["customers"].value == len(hours)
    assert figures["median_hours"].value == pytest.approx(middle, abs=1e-6)
    assert figures["mean_hours"].value == pytest.approx(sum(hours) / len(hours), abs=1e-6)


def test_a_funnel_counts_as_retentioneering_does(case: Case) -> None:
    found = case.run(FunnelStepsAnalysis(places=tuple((f"event:{event}",) for event in case.funnel)))
    assert [figures["customers"].value for _, figures in found] == case.peers["retentioneering"]["funnel"]


def test_a_step_matrix_has_the_shares_of_retentioneering(case: Case) -> None:
    shares = case.peers["retentioneering"]["steps"]
    theirs = {
        (step, event): share
        for event, row in shares.items()
        for step, share in enumerate(row, 1)
        if share and event != "path_start"
    }
    found = case.run(StepsAnalysis(by="event", length=len(shares["path_end"]), most=200, limit=ALL))
    ours = {
        (int(key["step"]), "path_end" if key["node"] == ":ended" else name(key["node"])): figures["share"].value
        for key, figures in found
    }
    assert ours == pytest.approx(theirs, abs=1e-12)
