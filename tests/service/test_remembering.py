"""Mappings of earlier imports are found again for files like theirs."""

from pathlib import Path

import pytest

from footfall.events.columns import Join
from footfall.events.fitting import Renamed
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets
from footfall.service.apart import reading
from footfall.service.remembering import remembered
from footfall.service.workspace import Workspace

SURVEY = Mapping(
    kind="answers",
    customer="*RESPNUM",
    time="date 2025",
    score="NETPRO",
    scale_min=0,
    scale_max=10,
    text="Q8COM1",
    channel="METHOD",
)
EVENTS = Mapping(customer="who", time="when", event="what")


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


@pytest.fixture
def imported(ws: Workspace, anna: Actor, tmp_path: Path) -> Workspace:
    """Give a workspace with events and with last year's survey."""
    events = write(tmp_path / "events.csv", "who,when,what\nann,2025-01-01,look\n")
    datasets.import_file(ws, anna, events, EVENTS, "Shop")
    survey = write(tmp_path / "survey-2025.csv", "*RESPNUM,date 2025,NETPRO,Q8COM1,METHOD\nann,2025-05-01,9,nice,web\n")
    datasets.import_file(ws, anna, survey, SURVEY, "Airport")
    return ws


def test_next_years_survey_is_offered_last_years_mapping_with_its_own_columns(
    imported: Workspace, anna: Actor, tmp_path: Path
) -> None:
    survey = write(tmp_path / "survey-2026.csv", "RESPNUM,date 2026,NETPRO  ,Q8-1,GATE\nbob,2026-05-01,10,good,B\n")
    found = remembered(imported, reading.columns(survey), {})
    assert found is not None
    assert (found.dataset, found.file) == ("airport", "survey-2025.csv")
    assert found.mapping == SURVEY.model_copy(
        update={"customer": "RESPNUM", "time": "date 2026", "text": "Q8-1", "channel": ""}
    )
    assert found.renamed == (
        Renamed(was="*RESPNUM", now="RESPNUM"),
        Renamed(was="date 2025", now="date 2026"),
        Renamed(was="Q8COM1", now="Q8-1"),
    )
    assert found.lacking == ("METHOD",)


def test_a_file_of_another_kind_is_offered_nothing(imported: Workspace) -> None:
    assert remembered(imported, ("ticket", "opened", "closed"), {}) is None
    assert remembered(imported, ("date 2026", "NETPRO", "Q8COM1", "METHOD"), {}) is None  # nothing says who


def test_the_mapping_that_fits_best_is_offered_and_the_latest_of_equals(
    imported: Workspace, anna: Actor, tmp_path: Path
) -> None:
    by_channel = EVENTS.model_copy(update={"channel": "how"})
    more = write(tmp_path / "more.csv", "who,when,what,how\nann,2025-01-01,look,web\n")
    datasets.import_file(imported, anna, more, by_channel, "More")
    best = remembered(imported, ("who", "when", "what", "how"), {})
    plain = remembered(imported, ("who", "when", "what"), {})
    assert best is not None
    assert plain is not None
    assert (best.file, best.mapping) == ("more.csv", by_channel)
    assert (plain.file, plain.mapping) == ("events.csv", EVENTS)
    datasets.import_file(imported, anna, more, by_channel, "Again")
    latest = remembered(imported, ("who", "when", "what", "how"), {})
    assert latest is not None
    assert latest.dataset == "again"


def test_the_other_files_of_joins_are_found_among_those_that_came_along(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    people = write(tmp_path / "people-2025.csv", "order,person\no1,ann\n")
    orders = write(tmp_path / "orders-2025.csv", "order,paid,state\no1,2025-01-01,done\n")
    join = Join(file="people-2025.csv", key="order", column="person")
    mapping = Mapping(customer="person", time="paid", event="state", joins=(join,))
    datasets.import_file(ws, anna, orders, mapping, "Shop", {people.name: people})
    new = write(tmp_path / "people-2026.csv", "Order,Person\no2,bob\n")
    found = remembered(ws, ("order", "paid", "state"), {new.name: new})
    assert found is not None
    assert found.mapping.joins == (Join(file="people-2026.csv", key="order", their_key="Order", column="Person"),)
    assert (found.mapping.customer, found.lacking) == ("Person", ())
    alone = remembered(ws, ("order", "paid", "state"), {})
    assert alone is not None
    assert alone.lacking == ("people-2025.csv",)
