"""Opportunities and the evidence of a map in a terminal."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from uuid_utils import uuid7

from footfall.journey.changes import Actor, Change, Put, Records
from footfall.service import library, maps
from footfall.service.workspace import workspace
from tests.cli.terminal import run

ANNA = Actor(id="anna", name="Anna")
LONG_AGO = (datetime.now(UTC) - timedelta(days=200)).date().isoformat()
LIBRARY: Records = {
    "talks": {"type": "source", "name": "Talks", "held": LONG_AGO},
    "late": {
        "type": "opportunity",
        "name": "On time",
        "status": "planned",
        "customer_value": 5,
        "business_value": 4,
        "effort": 2,
        "owner": "Femke",
        "due": "2027-01-29",
        "evidence": [{"source": "talks"}],
    },
    "slots": {"type": "opportunity", "name": "Narrow slots", "order": "a1"},
}
MAP: Records = {
    "map": {"type": "map", "title": "Parcel", "review_interval_days": 90},
    "all": {"type": "stage", "name": "All"},
    "wait": {"type": "step", "stage": "all", "name": "Wait"},
    "pains": {"type": "lane", "kind": "pain-points"},
    "told": {"type": "card", "lane": "pains", "step": "wait", "text": "Told", "evidence": [{"source": "talks"}]},
    "sure": {"type": "card", "lane": "pains", "step": "wait", "text": "Sure", "evidence": [{"n": 9, "value": 3}]},
    "guess": {"type": "card", "lane": "pains", "step": "wait", "text": "Guessed"},
    "lost": {"type": "card", "lane": "pains", "step": "nowhere", "text": "In the tray"},
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proving") / "data"
    with workspace(folder) as ws:
        puts = tuple(Put(id=id, record=record) for id, record in LIBRARY.items())
        library.change(ws, ANNA, Change(id=str(uuid7()), ops=puts))
        maps.create(ws, ANNA, MAP, "parcel")
    return folder


def lines(*arguments: str | Path) -> list[str]:
    answer = run(*arguments)
    assert answer.code == 0, answer.err
    return [" ".join(line.split()) for line in answer.out.splitlines()]


def test_opportunities_are_listed_with_what_they_are_worth(data: Path) -> None:
    assert lines("opportunities", "--data", data) == [
        "opportunity status customers value effort proof owner",
        "On time planned 5 and 4 2 heard Femke",
        "Narrow slots open assumed",
        "Quick wins: On time.",
    ]
    assert lines("opportunities", "--status", "open", "--data", data)[1:] == ["Narrow slots open assumed"]


def test_opportunities_are_given_as_json_with_all_their_fields(data: Path) -> None:
    found = json.loads(run("opportunities", "--data", data, "--format", "json").out)
    assert [(one["id"], one["is_quick_win"], one["concerned"]) for one in found] == [
        ("late", True, []),
        ("slots", False, []),
    ]
    assert found[0]["opportunity"]["status"] == "planned"


def test_the_cards_of_a_map_are_listed_the_least_proven_first(data: Path) -> None:
    assert lines("evidence", "Parcel", "--data", data) == [
        "grade days old step lane card",
        "assumed Wait pain-points Guessed",
        "heard 200, stale Wait pain-points Told",
        "counted Wait pain-points Sure",
        "3 of 3 cards: 1 assumed, 1 heard, 1 counted, 0 measured, 1 stale.",
    ]


def test_cards_are_narrowed_by_grade_and_to_stale_ones(data: Path) -> None:
    stale = json.loads(run("evidence", "parcel", "--stale", "--data", data, "--format", "json").out)
    assert [(one["id"], one["grade"], one["newest"], one["stale"]) for one in stale] == [
        ("told", "heard", LONG_AGO, "interval")
    ]
    guessed = lines("evidence", "parcel", "--grade", "assumed", "--data", data)
    assert guessed[1:] == [
        "assumed Wait pain-points Guessed",
        "1 of 3 cards: 1 assumed, 1 heard, 1 counted, 0 measured, 1 stale.",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("opportunities", "--status", "done"), "--status is 'done'."),
        (("evidence", "parcel", "--grade", "sure"), "--grade is 'sure'."),
        (("evidence", "gone"), "There is no map 'gone'."),
    ],
)
def test_what_is_none_is_refused(data: Path, arguments: tuple[str, ...], said: str) -> None:
    answer = run(*arguments, "--data", data)
    assert (answer.code, said in answer.err) == (2, True)
