"""Analyses through the verbs: rows with names, the customers behind a number, CSV, and what one may name."""

from datetime import UTC, datetime

import pytest

from footfall.errors import InvalidQuestion
from footfall.events.mapping import Mapping
from footfall.journey.analyses import CustomersAnalysis, FlowAnalysis, ReachAnalysis
from footfall.journey.changes import Actor
from footfall.journey.questions import Only, Reach
from footfall.service import analyses, datasets, questions
from footfall.service.analyses import KnownNode, Page, Places
from footfall.service.workspace import Workspace

ANNA = Actor(id="anna", name="Anna")
EVENTS = Mapping(customer="who", time="at", event="what", channel="by")
WAY = {"source": "event:visit", "target": "event:=buy"}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    from footfall.service.workspace import open_workspace

    folder = tmp_path_factory.mktemp("shop")
    rows = [
        f"{who},2026-01-01T{hour:02}:00:00,{what},{by}"
        for who in range(12)
        for hour, what, by in [(9, "visit", "web"), (11 + who % 2, "=buy", "shop"), (20, "visit", "web")]
    ]
    file = folder / "events.csv"
    file.write_text("\n".join(["who,at,what,by", *rows]))
    ws = open_workspace(folder / "data")
    datasets.import_file(ws, ANNA, file, EVENTS, "Shop")
    return ws


def test_a_flow_has_names_figures_with_intervals_and_a_definition_of_each(shop: Workspace) -> None:
    result = analyses.run(shop, ANNA, "shop", FlowAnalysis())
    told = {(row.key["source"], row.key["target"]): row.figures for row in result.rows}
    assert result.names == {"event:visit": "visit", "event:=buy": "=buy"}
    assert (result.customers, result.more, set(told)) == (12, 0, {tuple(WAY.values()), tuple(reversed(WAY.values()))})
    gone = told[tuple(WAY.values())]
    assert (gone["customers"].value, gone["share"].value, gone["median_hours"].value) == (12, 1, 2.5)
    assert (gone["median_hours"].low, gone["median_hours"].high) == (2, 3)
    assert set(result.figures) == set(gone)


def test_a_number_opens_the_customers_that_it_counted_page_by_page(shop: Workspace) -> None:
    first = analyses.population(shop, ANNA, "shop", FlowAnalysis(), Page(WAY, "customers", 0, 8))
    rest = analyses.population(shop, ANNA, "shop", FlowAnalysis(), Page(WAY, "customers", 8, 8))
    assert (first.total, len(first.rows), len(rest.rows)) == (12, 8, 4)
    assert len({row.customer for row in (*first.rows, *rest.rows)}) == 12
    assert {row.at for row in first.rows} == {datetime(2026, 1, 1, 9, tzinfo=UTC)}
    assert "very next event" in first.definition


@pytest.mark.parametrize(
    ("key", "figure", "seen"),
    [
        ({"source": "event:visit"}, "customers", "is no row of this analysis"),
        (WAY, "mood", "has no figure 'mood'"),
    ],
)
def test_what_is_no_row_or_no_figure_is_refused(key: dict[str, str], figure: str, seen: str, shop: Workspace) -> None:
    with pytest.raises(InvalidQuestion, match=seen):
        analyses.population(shop, ANNA, "shop", FlowAnalysis(), Page(key, figure))


def test_a_row_that_nobody_went_opens_empty(shop: Workspace) -> None:
    nowhere = {"source": "event:visit", "target": "event:gone"}
    assert analyses.population(shop, ANNA, "shop", FlowAnalysis(), Page(nowhere, "customers")).total == 0


def test_the_csv_has_the_same_rows_and_no_formulas(shop: Workspace) -> None:
    lines = analyses.as_csv(shop, ANNA, "shop", ReachAnalysis()).splitlines()
    assert lines[0].startswith("node,customers,customers_low,customers_high,customers_n,customers_customers,share,")
    assert [line.split(",")[0] for line in lines[1:]] == ["event:=buy", "event:visit"]
    flow = analyses.as_csv(shop, ANNA, "shop", ReachAnalysis(by="channel")).splitlines()
    assert [line.split(",")[:2] for line in flow[1:]] == [["channel:shop", "12"], ["channel:web", "12"]]


def test_a_filter_is_part_of_the_definition_and_of_the_span(shop: Workspace) -> None:
    until = datetime(2026, 1, 1, 12)
    result = analyses.run(shop, ANNA, "shop", FlowAnalysis(only=Only(channels=("web",), until=until)))
    assert (result.rows, result.customers, result.last) == ((), 12, until.replace(tzinfo=UTC))
    assert result.definition.endswith("Only what happened before 2026-01-01 12:00 UTC; events in web.")
    asked = questions.ask(shop, ANNA, "shop", Reach(at=("event:=buy",), only=Only(until=until)))
    assert (asked.value, asked.n, asked.last) == (0.5, 12, result.last)
    assert questions.population(shop, ANNA, "shop", asked.question).total == 12


def test_a_filter_may_only_name_what_the_library_has(shop: Workspace) -> None:
    with pytest.raises(InvalidQuestion, match="no touchpoint 'nowhere'"):
        questions.ask(shop, ANNA, "shop", Reach(at=("event:visit",), only=Only(passed=(("nowhere",),))))


def test_customers_are_listed_with_what_is_known_of_them(shop: Workspace) -> None:
    first = analyses.run(shop, ANNA, "shop", CustomersAnalysis(limit=5))
    rest = analyses.run(shop, ANNA, "shop", CustomersAnalysis(limit=50, offset=5))
    assert (len(first.rows), first.more, len(rest.rows), rest.more) == (5, 7, 7, 0)
    assert first.rows[0].facts == {"first": "2026-01-01T09:00:00Z", "last": "2026-01-01T20:00:00Z"}
    assert analyses.table_of(first).startswith("pseudonym,first,last,events,")


def test_places_are_what_one_may_name(shop: Workspace) -> None:
    assert analyses.places(shop, ANNA, "shop") == Places(
        nodes=(
            KnownNode(id="event:visit", name="visit", events=24, customers=12, bound=False),
            KnownNode(id="event:=buy", name="=buy", events=12, customers=12, bound=False),
        ),
        channels=("shop", "web"),
        first=datetime(2026, 1, 1, 9, tzinfo=UTC),
        last=datetime(2026, 1, 1, 20, tzinfo=UTC),
        customers=12,
        events=36,
    )


def test_a_question_may_be_about_an_event_by_its_name(shop: Workspace) -> None:
    asked = questions.ask(shop, ANNA, "shop", Reach(at=("event:visit",)))
    assert (asked.value, asked.n, "“visit”" in asked.definition) == (1, 12, True)
