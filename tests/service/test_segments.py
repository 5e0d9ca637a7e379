"""Segments through the verbs: kinds of customers are found, told beside the others, and come back as an attribute."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from footfall.events.mapping import Mapping
from footfall.journey.analyses import ReachAnalysis, SegmentsAnalysis
from footfall.journey.changes import Actor
from footfall.journey.questions import Only, Segment
from footfall.service import analyses, datasets
from footfall.service.workspace import Workspace, workspace

ANNA = Actor(id="anna", name="Anna")
KINDS = {"shops": ("visit", "order", "order", "deliver"), "asks": ("visit", "call", "mail", "call")}
EVENTS = Mapping(customer="who", time="at", event="what")
FACTS = Mapping.model_validate({"kind": "customers", "customer": "customer", "attributes": [{"column": "segment"}]})
ASKED = SegmentsAnalysis(by="event")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("shop")
    lines = [
        f"{who},2026-01-01T{9 + hour}:00:00,{what}"
        for who in range(90)
        for hour, what in enumerate(KINDS["asks" if who % 3 == 0 else "shops"])
    ]
    with workspace(folder / "data") as ws:
        bring(ws, folder / "events.csv", "\n".join(["who,at,what", *lines]), EVENTS)
        yield ws


def bring(ws: Workspace, file: Path, text: str, mapping: Mapping) -> None:
    file.write_text(text)
    datasets.import_file(ws, ANNA, file, mapping, "Shop")


def test_segments_have_a_size_a_name_what_differs_and_a_typical_journey(shop: Workspace) -> None:
    result = analyses.run(shop, ANNA, "shop", ASKED)
    told = result.details["segments"]
    assert isinstance(told, list)
    assert [(one["segment"], one["customers"], one["name"], one["journey"]) for one in told] == [  # type: ignore[index, call-overload]
        ("1", 60, "More “deliver” and “order”", [f"event:{what}" for what in KINDS["shops"]]),
        ("2", 30, "More “call” and “mail”", [f"event:{what}" for what in KINDS["asks"]]),
    ]
    shares = {(row.key["segment"], row.key["node"]): row.figures["share"].value for row in result.rows}
    assert (shares["1", "event:order"], shares["2", "event:order"], shares["2", "event:visit"]) == (1, 0, 1)


def test_segments_that_a_person_keeps_are_an_attribute_of_the_same_customers(shop: Workspace, tmp_path: Path) -> None:
    bring(shop, tmp_path / "segments.csv", analyses.segments_csv(shop, ANNA, "shop", ASKED), FACTS)
    kept = Only(segment=(Segment(attribute="segment", values=("2",)),))
    reached = analyses.run(shop, ANNA, "shop", ReachAnalysis(by="event", only=kept))
    assert {row.key["node"]: row.figures["customers"].value for row in reached.rows} == {
        "event:visit": 30, "event:call": 30, "event:mail": 30
    }  # fmt: skip
