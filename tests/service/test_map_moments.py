"""Moments of truth on a map: judged importance, measured or judged quality, the broken first, and what is not known."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from uuid_utils import uuid7

from footfall.events.columns import Asked
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put
from footfall.service import datasets, library, map_moments, maps, moments_exports
from footfall.service.map_moments import MapAsked, MapMoments
from footfall.service.moments_exports import BoardFormat, MomentsAsked
from footfall.service.workspace import Workspace, workspace
from tests.service.test_surveys import write

ANNA = Actor(id="anna", name="Anna")


def rated(name: str, high: int = 5) -> Asked:
    return Asked(column=name, about=name, instrument="rating", scale_min=1, scale_max=high)


NAMES = ("track", "chat", "help", "few")
SURVEY = Mapping(
    kind="answers",
    customer="who",
    time_is="2026-05-01",
    asked=(rated("track"), rated("chat"), rated("help", 10), rated("few")),
)

CARDS: dict[str, dict[str, Any]] = {
    "tracking": {"touchpoint": "t-track", "moment_of_truth": True, "importance": 5, "quality": 4},
    "chatting": {"touchpoint": "t-chat", "importance": 4, "text": "Chat with **us**\nmore"},
    "helping": {"touchpoint": "t-help", "importance": 4},
    "few": {"touchpoint": "t-few", "importance": 2},
    "judged": {"text": "Packing", "moment_of_truth": True, "importance": 4, "quality": 2},
    "unknown": {"text": "Porch", "importance": 5},
    "unjudged": {"text": "Invoice"},
}


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("map-moments")
    rows = [(f"g{n}", 1 + n % 3, 4 + n % 2, 7, 3 if n < 4 else "") for n in range(40)]
    with workspace(folder / "data") as ws:
        datasets.import_file(ws, ANNA, write(folder / "a.csv", rows, "who,track,chat,help,few"), SURVEY, "Survey")
        for name in NAMES:
            record = {"type": "touchpoint", "name": f"{name} page", "bindings": [{"events": [name]}]}
            library.change(ws, ANNA, Change(id=str(uuid7()), ops=(Put(id=f"t-{name}", record=record),)))
        yield ws


@pytest.fixture(scope="module")
def map_id(ws: Workspace) -> str:
    records: dict[str, Any] = {
        "map": {"type": "map", "title": "Parcels", "dataset": "survey"},
        "stage": {"type": "stage", "name": "All"},
        "step": {"type": "step", "stage": "stage", "name": "Only step"},
        "lane": {"type": "lane", "kind": "touchpoints"},
    }
    cards = {id: {"type": "card", "lane": "lane", "step": "step"} | fields for id, fields in CARDS.items()}
    return maps.create(ws, ANNA, records | cards)


@pytest.fixture(scope="module")
def found(ws: Workspace, map_id: str) -> MapMoments:
    return map_moments.of_map(ws, ANNA, map_id)


def test_measured_quality_stands_before_judged_and_keeps_its_interval(found: MapMoments) -> None:
    tracking = next(one for one in found.items if one.card == "tracking")
    assert tracking.measure
    assert tracking.quality
    assert (tracking.quality_is, tracking.judged_quality, tracking.measure.n) == ("measured", 4, 40)
    assert tracking.quality.value == pytest.approx(1.975)
    assert (tracking.quality.low or 0) < 1.975 < (tracking.quality.high or 0)


def test_broken_moments_of_truth_come_first_and_what_is_not_known_last(found: MapMoments) -> None:
    assert [(one.card, one.broken, one.place.quarter if one.place else one.why_not) for one in found.items] == [
        ("tracking", True, "improve"),
        ("judged", True, "improve"),
        ("chatting", False, "keep"),
        ("unknown", False, "no-quality"),
        ("helping", False, "other-scale"),
        ("few", False, "too-few"),
        ("unjudged", False, "no-importance"),
    ]


def test_a_touchpoint_is_named_by_the_first_line_of_its_card_without_marks(found: MapMoments) -> None:
    assert [one.name for one in found.items if one.card in ("chatting", "helping")] == ["Chat with us", "help page"]


def test_a_line_of_ones_own_moves_the_quarters(ws: Workspace, map_id: str) -> None:
    moved = map_moments.of_map(ws, ANNA, map_id, MapAsked(importance_line=4.5))
    assert moved.lines.own
    assert {one.card: one.place.quarter for one in moved.items if one.place} == {
        "tracking": "improve",
        "judged": "leave",
        "chatting": "spend",
    }


def test_a_map_whose_dataset_is_gone_says_so_and_keeps_what_was_judged(ws: Workspace) -> None:
    records: dict[str, Any] = {
        "map": {"type": "map", "title": "Lost", "dataset": "gone"},
        "stage": {"type": "stage", "name": "All"},
        "step": {"type": "step", "stage": "stage", "name": "Only"},
        "lane": {"type": "lane", "kind": "touchpoints"},
        "card": {"type": "card", "lane": "lane", "step": "step"} | CARDS["tracking"],
    }
    found = map_moments.of_map(ws, ANNA, maps.create(ws, ANNA, records))
    assert found.note == "The dataset 'gone' that this map names is not here."
    assert [(one.quality_is, one.quality.value if one.quality else None) for one in found.items] == [("judged", 4)]


def test_the_view_leaves_as_csv_and_as_pictures(ws: Workspace, map_id: str) -> None:
    asked = MomentsAsked(map=map_id)
    made = moments_exports.export(ws, ANNA, asked, BoardFormat.CSV, "en")
    heads, *rows = csv.reader(io.StringIO(made.content.decode()))
    assert (heads[0], heads[-2:]) == ("Name", ["Where it stands", "Moment of truth"])
    assert [(row[0], row[-2], row[-1]) for row in rows][:2] == [
        ("track page", "Improve first", "yes"),
        ("Packing", "Improve first", "yes"),
    ]
    assert ("Porch", "quality not known", "") in [(row[0], row[-2], row[-1]) for row in rows]
    for format, begins in ((BoardFormat.PDF, b"%PDF-"), (BoardFormat.SVG, b"<svg"), (BoardFormat.PNG, b"\x89PNG")):
        content = moments_exports.export(ws, ANNA, asked, format, "nl", "dark").content
        assert begins in content[:100]


def test_a_survey_leaves_as_csv_with_its_n_and_intervals(ws: Workspace, tmp_path: Path) -> None:
    rows = [(f"g{n}", 1 + n % 5, 1 + (n * 2) % 5) for n in range(60)]
    asked = (rated("all"), rated("food"))
    mapping = SURVEY.model_copy(update={"asked": asked})
    datasets.import_file(ws, ANNA, write(tmp_path / "b.csv", rows, "who,all,food"), mapping, "Hotel")
    made = moments_exports.export(ws, ANNA, MomentsAsked(dataset="hotel"), BoardFormat.CSV, "nl")
    heads, row = csv.reader(io.StringIO(made.content.decode()))
    told = dict(zip(heads, row, strict=True))
    assert (told["Naam"], told["n van het belang"], told["n van de kwaliteit"]) == ("food", "60", "60")
