"""The same numbers as pm4py and retentioneering, on real logs and on a generated one.

The peers run in the Python of `.make/loaders`, which `python -m bench.importing` installs; without it these tests skip.
pm4py tells flows, variants, starts and ends, and times; retentioneering tells funnels and step matrices.
"""

import csv
import json
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from bench.log import write_log
from bench.peers import ALONE, LOADERS
from footfall.events.mapping import Mapping
from footfall.journey.analyses import (
    FlowAnalysis,
    FunnelStepsAnalysis,
    StaysAnalysis,
    StepsAnalysis,
    TreeAnalysis,
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


LOGS: dict[str, tuple[Callable[[Path], list[Row]], tuple[str, ...]]] = {
    "shop": (shop, ("main", "products", "cart", "payment_done")),
    "incidents": (incidents, ("New", "Active", "Resolved", "Closed")),
    "orders": (orders, tuple(OLIST)),
}


@pytest.fixture(scope="module", params=[*LOGS, "generated"])
def case(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterable[Case]:
    python = LOADERS / "bin/python"
    if not python.exists():
        pytest.skip("pm4py and retentioneering are not there; `python -m bench.importing` installs them")
    folder = tmp_path_factory.mktemp("peers")
    if request.param == "generated":
        rows, funnel = generated(folder), ("event 05", "event 12", "event 20")
    else:
        read, funnel = LOGS[request.param]
        rows = read(request.getfixturevalue("shared_data"))
    file = folder / "log.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([("customer", "event", "time"), *rows])
    command = [str(python), str(ROOT / "bench/opinions.py"), str(file), *funnel]
    told = subprocess.run(command, env=ALONE, capture_output=True, text=True, check=True).stdout
    with workspace(folder / "data") as ws:
        datasets.import_file(ws, ANNA, file, MAPPING, request.param)
        yield Case(ws, request.param, funnel, json.loads(told.splitlines()[-1]))


def generated(folder: Path) -> list[Row]:
    write_log(folder / "log.parquet", 20_000)
    rows = pq.read_table(folder / "log.parquet").to_pylist()
    return [(row["customer"], row["event"], str(row["time"])) for row in rows]


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
