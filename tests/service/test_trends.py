"""Trends through the verbs: periods of a time zone, what of them the data lack, and where the level changed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from footfall.errors import InvalidQuestion
from footfall.events.mapping import Mapping
from footfall.journey.analyses import RetentionAnalysis, TrendAnalysis
from footfall.journey.changes import Actor
from footfall.journey.questions import Flow, Only, Reach
from footfall.service import analyses, datasets
from footfall.service.analyses import Page
from footfall.service.workspace import Workspace, open_workspace

ANNA = Actor(id="anna", name="Anna")
EVENTS = Mapping(customer="who", time="at", event="what")
BOUGHT = Reach(at=("event:buy",))


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Twenty days of twenty visitors each; two of them buy at first, and ten from the thirteenth day on."""
    folder: Path = tmp_path_factory.mktemp("shop")
    begin = datetime(2026, 3, 2)
    rows = []
    for day in range(20):
        for who in range(20):
            moment = begin + timedelta(days=day, minutes=10 + 70 * who)
            rows.append(f"{day}-{who},{moment.isoformat()},visit")
            if who < (2 + day % 2 if day < 12 else 10 + day % 2):
                rows.append(f"{day}-{who},{(moment + timedelta(minutes=5)).isoformat()},buy")
    file = folder / "events.csv"
    file.write_text("\n".join(["who,at,what", *rows]))
    ws = open_workspace(folder / "data")
    datasets.import_file(ws, ANNA, file, EVENTS, "Shop")
    return ws


def test_a_trend_tells_each_period_and_where_the_level_changed(shop: Workspace) -> None:
    result = analyses.run(shop, ANNA, "shop", TrendAnalysis(question=BOUGHT, every="day"))
    told = {row.key["period"]: row.figures["value"] for row in result.rows}
    assert list(told) == [f"2026-03-{day:02}" for day in range(2, 22)]
    assert (told["2026-03-02"].value, told["2026-03-02"].n, told["2026-03-21"].value) == (0.1, 20, 0.55)
    (change,) = result.details["changes"]
    assert change["period"] == "2026-03-14"
    assert (round(change["before"], 3), round(change["after"], 3)) == (0.125, 0.521)  # without the last day
    page = analyses.population(shop, ANNA, "shop", result.analysis, Page({"period": "2026-03-14"}, "value"))
    assert (page.total, sum(row.value for row in page.rows)) == (20, 10)


def test_a_trend_is_of_what_the_filter_leaves(shop: Workspace) -> None:
    bought, all = (("event:buy",),), range(20)
    asked = {"passed": Only(passed=bought), "never": Only(never=bought), "early": Only(until=datetime(2026, 3, 4, 12))}
    results = {
        name: analyses.run(shop, ANNA, "shop", TrendAnalysis(question=BOUGHT, every="day", only=only))
        for name, only in asked.items()
    }
    told = {
        name: [(row.figures["value"].n, row.figures["value"].value) for row in of.rows] for name, of in results.items()
    }
    buyers = [2 + day % 2 if day < 12 else 10 + day % 2 for day in all]
    assert told == {
        "passed": [(number, 1.0) for number in buyers],
        "never": [(20 - number, 0.0) for number in buyers],
        "early": [(20, 0.1), (20, 0.15), (11, 2 / 11)],
    }


def test_a_trend_until_midnight_ends_with_the_day_before(shop: Workspace) -> None:
    asked = TrendAnalysis(question=BOUGHT, every="day", only=Only(until=datetime(2026, 3, 4)))
    result = analyses.run(shop, ANNA, "shop", asked)
    assert [row.key["period"] for row in result.rows] == ["2026-03-02", "2026-03-03"]
    assert (result.details["periods"], result.details["incomplete"]) == (["2026-03-02", "2026-03-03"], [])


def test_periods_are_those_of_the_zone_and_say_what_the_data_lack(shop: Workspace) -> None:
    asked = TrendAnalysis(question=BOUGHT, every="month", zone="Asia/Tokyo")
    result = analyses.run(shop, ANNA, "shop", asked)
    assert [row.key for row in result.rows] == [{"period": "2026-03"}]
    assert result.details["incomplete"] == ["2026-03"]
    assert result.rows[0].figures["value"].n == 400
    days = analyses.run(shop, ANNA, "shop", TrendAnalysis(question=BOUGHT, every="day", zone="Asia/Tokyo"))
    assert days.rows[0].figures["value"].n == 13  # until 15:00 in UTC


def test_a_count_of_nobody_is_zero_and_a_share_among_nobody_is_nothing(shop: Workspace) -> None:
    back = Flow(source=("event:buy",), target=("event:visit",))
    result = analyses.run(shop, ANNA, "shop", TrendAnalysis(question=back, every="week"))
    assert {row.figures["value"].value for row in result.rows} == {0}
    hours = TrendAnalysis(question=back.model_copy(update={"statistic": "hours"}))
    assert {row.figures["value"].value for row in analyses.run(shop, ANNA, "shop", hours).rows} == {None}


def test_cohorts_of_whom_nobody_came_back_are_told_with_zero(shop: Workspace) -> None:
    result = analyses.run(shop, ANNA, "shop", RetentionAnalysis(every="week"))
    assert [tuple(row.key.values()) for row in result.rows] == [("2026-W10", "1"), ("2026-W10", "2"), ("2026-W11", "1")]
    assert {(row.figures["cohort"].value, row.figures["share"].value) for row in result.rows} == {(140, 0)}
    assert result.first == datetime(2026, 3, 2, 0, 10, tzinfo=UTC)


def test_a_time_zone_that_nobody_knows_is_refused(shop: Workspace) -> None:
    with pytest.raises(InvalidQuestion, match="'Mars' is no time zone"):
        analyses.run(shop, ANNA, "shop", TrendAnalysis(question=BOUGHT, zone="Mars"))
