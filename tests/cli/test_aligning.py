"""`footfall align`."""

import json
from pathlib import Path

import pytest

from footfall.journey.changes import Actor
from footfall.service.workspace import workspace
from tests.cli.terminal import run
from tests.service.test_alignments import drawn, imported, minutes

ANNA = Actor(id="anna", name="Anna")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a workspace with a map and twelve customers, one of whom did not pay."""
    with workspace(tmp_path / "data") as ws:
        lines = [line for n in range(11) for line in minutes(f"c{n}", "look", "pay", "delivered")]
        imported(ws, ANNA, tmp_path, [*lines, *minutes("thief", "look", "newsletter", "delivered")])
        drawn(ws, ANNA)
    return tmp_path / "data"


def test_a_map_is_told_as_it_is_followed(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    lines = [" ".join(line.split()) for line in run("align", "Shop", "--data", data).out.splitlines()]
    assert lines[1:] == [
        "91.7% (95%: 64.6% to 98.5%) fit, n 12; mean fit 0.97; 2 variants",
        "2024-01-01 to 2024-01-01",
        "step followed missing stopped ad hoc out of order again failed seen",
        "Find 12 0 0 1 0 0 0 yes",
        "Pay 11 1 0 0 0 0 0 yes",
        "Wait 0 0 0 0 0 0 0 no",
        "Fax 0 0 0 0 0 0 0 no",
        "Get 12 0 0 0 0 0 0 yes",
        "No event of this dataset can show 'Wait': it is passed over.",
        "No event of this dataset can show 'Fax': it is passed over.",
    ]


def test_stories_are_written_as_csv_and_all_as_json(data: Path) -> None:
    told = run("align", "Shop", "--stories", "--csv", "--data", data).out.splitlines()
    assert [line.rpartition(",")[0].rpartition(",")[0] for line in told] == [
        "story,customers,of,share",
        '"“newsletter” ad hoc after “Find”, then “Pay” missing",1,12,0.08333333333333333',
    ]
    shown = json.loads(run("align", "Shop", "--only-show-unmapped", "--data", data, "--format", "json").out)
    assert [one["words"] for one in shown["stories"]] == ["“Pay” missing"]


def test_a_map_without_data_says_so(data: Path) -> None:
    with workspace(data) as ws:
        id = drawn(ws, ANNA, "")
    assert "This map names no dataset." in run("align", id, "--data", data).out
