"""Real files whose rows mean more than they say: days without times, repeated states; counted again by hand."""

import csv
from datetime import date, datetime
from itertools import groupby
from pathlib import Path

from uuid_utils import uuid7

from footfall.events.columns import Attribute, WideStep
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put
from footfall.journey.questions import Flow, Funnel, Late
from footfall.service import datasets, library, questions
from footfall.service.workspace import Workspace

ANNA = Actor(id="anna", name="Anna")
RECEIVED, SENT = "Date received", "Date sent to company"
COMPLAINTS = Mapping(
    kind="wide",
    customer="(row)",
    steps=(WideStep(column=RECEIVED, event="received"), WideStep(column=SENT, event="sent")),
    attributes=(Attribute(column="Product"),),
)
INCIDENTS = Mapping(
    customer="number", time="sys_updated_at", event="incident_state", on_time="made_sla", only_changes=True
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date:
    month, day, year = map(int, text.split("/"))
    return date(year, month, day)


def bind(ws: Workspace, *names: str) -> None:
    ops = [
        Put(id=name.lower(), record={"type": "touchpoint", "name": name, "bindings": [{"events": [name]}]})
        for name in names
    ]
    library.change(ws, ANNA, Change(id=str(uuid7()), ops=tuple(ops)))


def test_complaints_that_were_sent_on_the_day_they_came_in_are_not_said_to_follow_each_other(
    ws: Workspace, shared_data: Path
) -> None:
    path = shared_data / "cfpb_complaints_2013" / "consumer_complaints.csv"
    waited = [(day(row[SENT]) - day(row[RECEIVED])).days for row in rows(path)]
    report = datasets.import_file(ws, ANNA, path, COMPLAINTS, "Complaints")
    assert (report.rows, report.kept, report.stored) == (len(waited), len(waited), 2 * len(waited))
    bind(ws, "received", "sent")
    flow = questions.ask(ws, ANNA, "complaints", Flow(source=("received",), target=("sent",)))
    funnel = questions.ask(ws, ANNA, "complaints", Funnel(places=(("received",), ("sent",))))
    same_day = waited.count(0)
    assert same_day > 100
    assert (flow.value, flow.details["next_unknown"]) == (sum(days > 0 for days in waited), same_day)
    assert funnel.details["customers_at_places"] == [len(waited), sum(days >= 0 for days in waited)]
    assert funnel.details["customers_in_unknown_order"] == same_day


def test_of_the_incident_log_only_changes_of_state_count_each_with_its_own_promise(
    ws: Workspace, shared_data: Path
) -> None:
    path = shared_data / "servicenow_incidents" / "incident_event_log_first1500.csv"
    log = [
        (row["number"], datetime.strptime(row["sys_updated_at"] + "+0000", "%d/%m/%Y %H:%M%z"), line, row)
        for line, row in enumerate(rows(path))
    ]
    ordered = sorted(log, key=lambda entry: entry[:3])
    runs = [next(run)[3] for _, run in groupby(ordered, key=lambda entry: (entry[0], entry[3]["incident_state"]))]
    report = datasets.import_file(ws, ANNA, path, INCIDENTS, "Incidents")
    assert (report.rows, report.refused) == (len(log), 0)
    assert (report.kept, report.left_out) == (len(runs), len(log) - len(runs))
    assert report.left_out > 100
    bind(ws, "Closed", "New")
    for state in ("Closed", "New"):
        flags = [row["made_sla"] == "false" for row in runs if row["incident_state"] == state]
        late = questions.ask(ws, ANNA, "incidents", Late(at=(state.lower(),)))
        assert (late.n, late.value) == (len(flags), sum(flags) / len(flags))
