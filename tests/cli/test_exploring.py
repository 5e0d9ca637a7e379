"""`footfall explore`, and filters as one types them."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from footfall.journey.analyses import (
    ContrastAnalysis,
    FunnelStepsAnalysis,
    Group,
    RetentionAnalysis,
    StaysAnalysis,
    TimedPlace,
    TreeAnalysis,
    TrendAnalysis,
)
from footfall.journey.changes import Actor
from footfall.journey.questions import Only, Reach
from footfall.render.formats import Format
from footfall.service import analyses
from footfall.service.workspace import workspace
from tests.cli.terminal import run

ANNA = Actor(id="anna", name="Anna")
EVENTS = "\n".join(
    ["who,at,what,by,plan"]
    + [
        f"{who},2026-01-0{day}T10:00:00,{what},web,{'pro' if who else 'basic'}"
        for who in range(12)
        for day, what in enumerate(("see", "buy"), 1)
    ]
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    (folder / "events.csv").write_text(EVENTS)
    read = ("--customer", "who", "--time", "at", "--event", "what", "--channel", "by")
    assert run("import", folder / "events.csv", "--into", "Shop", "--data", folder / "data", *read).code == 0
    return folder / "data"


def test_an_analysis_is_told_as_a_table_as_csv_and_as_the_api_tells_it(data: Path) -> None:
    asked = ("explore", "shop", "flow", "--data", data)
    table = run(*asked).out.splitlines()
    assert table[0].startswith("Customers who had an event at the one and whose very next event was at the other")
    assert table[1] == "12 customers, 2026-01-01 to 2026-01-02"
    assert table[3].split() == ["see", "buy", "12", "100%", "24", "h", "24", "h"]
    assert run(*asked, "--csv").out.splitlines()[1].startswith("event:see,event:buy,12,,,12,12,1,")
    (row,) = json.loads(run(*asked, "--format", "json").out)["rows"]
    assert (row["key"], row["figures"]["customers"]["value"]) == ({"source": "event:see", "target": "event:buy"}, 12)


def test_a_path_is_written_with_names(data: Path) -> None:
    assert "see › buy" in run("explore", "shop", "variants", "--data", data).out


def test_filters_are_typed_as_names_and_values(data: Path) -> None:
    written = ("passed=event:see", "until=2026-01-02", "first=1", "channels=web,app")
    only = [word for one in written for word in ("--only", one)]
    answer = run("ask", "shop", "reach", "--at", "event:buy", *only, "--data", data).out
    assert "“buy”. Only what happened before 2026-01-02; customers who came to “see”; events in web or app;" in answer
    assert "0% (95%: 0.0–24.2), n 12, 12 customers" in answer
    rows = run("explore", "shop", "reach", *only, "--csv", "--data", data).out.splitlines()
    assert [row[:13] for row in rows[1:]] == ["event:see,12,"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("mood",), "'mood' is no analysis. There are: reach, flow,"),
        ((), "'' is no analysis."),
        (("flow", "--only", "passed"), "'passed' is no filter. Expected is NAME=VALUE"),
        (("flow", "--only", "mood=good"), "There is no filter 'mood'. There are since,"),
        (("flow", "--only", "first=0"), "only.first: Input should be greater than or equal to 1."),
        (("flow", "--per", "week"), "per: Input should be 'customer' or 'event'."),
        (("--analysis", "{"), "The analysis is no JSON"),
        (("--analysis", "[]"), "'' is no analysis."),
        (("--analysis", '{"analysis": "flow", "mood": 1}'), "A flow analysis has no mood."),
    ],
)
def test_what_is_no_analysis_is_refused_in_one_sentence(arguments: tuple[str, ...], said: str, data: Path) -> None:
    answer = run("explore", "shop", *arguments, "--data", data)
    assert (answer.code, answer.err.startswith(said)) == (2, True), answer.err


BOTH = ("--place", "event:see", "--place", "event:buy")
PLACES = (("event:see",), ("event:buy",))
NAMED = tuple(TimedPlace(id=str(at), name=one, at=(one,)) for at, (one,) in enumerate(PLACES))
DAY = datetime(2026, 1, 2)
GROUPS = (Group(name="before", only=Only(until=DAY)), Group(name="since", only=Only(since=DAY)))
ROOT = ("event:buy",)
OF_TREE = ("--by", "event", "--root", "event:buy", "--backwards", "--depth", "1", "--least-share", "0.5")
RETURNS = ("--every", "day", "--zone", "Asia/Tokyo", "--start", "event:see", "--return-to", "event:buy", "--most", "2")
TYPED: dict[str, tuple[Any, tuple[str, ...]]] = {
    "a funnel": (FunnelStepsAnalysis(places=PLACES), BOTH),
    "a closed funnel": (
        FunnelStepsAnalysis(places=PLACES, closed=True, within_hours=23, within="previous"),
        (*BOTH, "--closed", "--within-hours", "23", "--within", "previous"),
    ),
    "journeys": (StaysAnalysis(of="journey"), ("--of", "journey")),
    "between": (StaysAnalysis(of="between", places=NAMED), ("--of", "between", *BOTH)),
    "waits": (StaysAnalysis(by="event", of="wait", limit=1), ("--of", "wait", "--by", "event", "--limit", "1")),
    "a tree": (TreeAnalysis(by="event", root=ROOT, backwards=True, depth=1, least_share=0.5), OF_TREE),
    "retention": (
        RetentionAnalysis(every="day", zone="Asia/Tokyo", start=("event:see",), return_to=ROOT, most=2),
        RETURNS,
    ),
    "a trend": (TrendAnalysis(question=Reach(at=ROOT), every="day"), ()),
    "a contrast": (ContrastAnalysis(groups=GROUPS, what=("steps", "transitions")), ()),
}


@pytest.mark.parametrize(("analysis", "options"), TYPED.values(), ids=TYPED)
def test_what_is_typed_is_asked_and_its_numbers_are_printed(
    analysis: Any, options: tuple[str, ...], data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    how = (analysis.analysis, *options) if options else ("--analysis", analysis.model_dump_json())
    with workspace(data) as ws:
        expected = analyses.run(ws, ANNA, "shop", analysis)
    asked = ("explore", "shop", *how, "--data", data)
    assert json.loads(run(*asked, "--format", "json").out) == expected.model_dump(mode="json")
    assert expected.rows
    lines = run(*asked).out.splitlines()[3:]
    for row, line in zip(expected.rows, lines, strict=False):
        values = [(one.value, one.unit) for one in row.figures.values() if one.value is not None]
        assert [said for value in values if (said := Format("en").measure(*value)) not in line] == []
