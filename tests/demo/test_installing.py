"""The demo in a workspace: through the real import and the journal, once, with numbers that hold."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from footfall import demo
from footfall.demo.files import BROKEN_CUSTOMERS, BROKEN_TIMES, CUSTOMERS
from footfall.demo.installing import Installed
from footfall.journey.changes import Actor, Change, Set
from footfall.journey.document import LIBRARY_RULES, MAP_RULES, MapDocument
from footfall.journey.records import LaneKind
from footfall.journey.settling import normalise
from footfall.journey.text import write
from footfall.measures.measure import Measure
from footfall.service import alignments, datasets, library, maps, questions, readings
from footfall.service.readings import Readings
from footfall.service.workspace import Workspace, workspace

ANNA = Actor(id="anna", name="Anna")


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("demo-workspace")) as opened:
        assert demo.install(opened, ANNA).made == ("dataset", "library", "words", "map")
        yield opened


@pytest.fixture(scope="module")
def document(ws: Workspace) -> MapDocument:
    return maps.read(ws, ANNA, "demo")


@pytest.fixture(scope="module")
def read(ws: Workspace) -> Readings:
    return readings.of_map(ws, ANNA, "demo")


def all_measures(read: Readings) -> dict[str, Measure]:
    parts = {f"{kind} {id}": reading for kind in ("steps", "stages") for id, reading in getattr(read, kind).items()}
    found = {f"card {id}": measure for id, measure in read.cards.items()}
    for place, reading in parts.items():
        named = {name: getattr(reading, name) for name in type(reading).model_fields}
        found |= {f"{place} {name}": measure for name, measure in named.items() if isinstance(measure, Measure)}
    return found


def test_a_second_time_nothing_is_made_and_nothing_that_people_changed_is_touched(ws: Workspace) -> None:
    rename = Set(id="map", field="title", value="Parcels, as Anna sees them")
    maps.change(ws, ANNA, "demo", Change(id="01938000-0000-7000-8000-000000000001", ops=(rename,)))
    assert demo.install(ws, ANNA).made == ()
    assert maps.read(ws, ANNA, "demo").header.title == "Parcels, as Anna sees them"
    back = Set(id="map", field="title", value=demo.demo_map().records["map"]["title"])
    maps.change(ws, ANNA, "demo", Change(id="01938000-0000-7000-8000-000000000002", ops=(back,)))


def test_what_was_deleted_comes_back_as_drawn_and_only_that(tmp_path: Path) -> None:
    with workspace(tmp_path) as small:
        drawn = demo.install(small, ANNA, customers=300)
        records = maps.read_records(small, ANNA, drawn.map).records
        maps.delete(small, ANNA, drawn.map)
        again = demo.install(small, ANNA, customers=300)
        assert (again.made, again.map != drawn.map) == (("map",), True)
        assert maps.read_records(small, ANNA, again.map).records == records
        assert [one.id for one in maps.list(small, ANNA)] == [again.map]
        datasets.remove(small, ANNA, drawn.dataset)
        assert demo.install(small, ANNA, customers=300) == Installed(drawn.dataset, again.map, ("dataset",))


def test_a_demo_map_that_came_back_is_known_after_it_was_renamed_and_comes_back_once_more(tmp_path: Path) -> None:
    with workspace(tmp_path) as small:
        maps.delete(small, ANNA, demo.install(small, ANNA, customers=300).map)
        second = demo.install(small, ANNA, customers=300).map
        rename = Set(id="map", field="title", value="Parcels, as Anna sees them")
        maps.change(small, ANNA, second, Change(id="01938000-0000-7000-8000-000000000001", ops=(rename,)))
        assert demo.install(small, ANNA, customers=300) == Installed("demo-shop", second)
        maps.delete(small, ANNA, second)
        third = demo.install(small, ANNA, customers=300)
        assert [one.id for one in maps.list(small, ANNA)] == [third.map]


def test_the_import_says_what_is_broken_in_the_files(ws: Workspace) -> None:
    found = datasets.read(ws, ANNA, "demo-shop")
    events = next(report for report in found.reports if report.kind == "events")
    refused = {remark.reason: remark.count for remark in events.refusals}
    assert refused.pop("no-customer") == BROKEN_CUSTOMERS
    assert sum(refused.values()) == BROKEN_TIMES
    assert (found.name, found.customers, found.imports) == ("Demo shop", CUSTOMERS, 4)


def test_the_map_file_is_written_as_footfall_writes_it_and_its_records_are_valid() -> None:
    found = demo.demo_map()
    for rules, records in ((MAP_RULES, found.records), (LIBRARY_RULES, found.library)):
        assert {id: normalise(rules, id, record) for id, record in records.items()} == records
    assert demo.demo_map() == found
    assert MapDocument(found.records).tray == {}
    assert write(found.records, found.library) == demo.map_text()


def test_the_map_has_what_a_good_map_has(document: MapDocument) -> None:
    kinds = [lane.kind for lane in document.lanes.values()]
    assert len(document.stages) == 4
    assert len(document.steps) == 9
    assert {
        LaneKind.GOALS,
        LaneKind.ACTIONS,
        LaneKind.TOUCHPOINTS,
        LaneKind.EMOTION,
        LaneKind.THOUGHTS,
        LaneKind.QUOTES,
        LaneKind.PAIN_POINTS,
        LaneKind.MEASURES,
        LaneKind.OPPORTUNITIES,
        LaneKind.FREE,
    } == set(kinds)
    for id, lane in document.lanes.items():
        if lane.kind in {LaneKind.ACTIONS, LaneKind.EMOTION, LaneKind.PAIN_POINTS, LaneKind.MEASURES}:
            assert all(document.cards_in(id, step) for step in document.steps)


def test_every_measure_card_has_a_number(document: MapDocument, read: Readings) -> None:
    asking = {id for id, card in document.cards.items() if card.question}
    assert len(asking) > 15
    assert {id for id, measure in read.cards.items() if measure.value is not None and not measure.too_few} == asking


def test_the_numbers_that_cards_cite_are_what_their_questions_answer(document: MapDocument, read: Readings) -> None:
    told = {measure.question: measure for measure in read.cards.values()}
    cited = [one for card in document.cards.values() for one in card.evidence if one.question]
    assert len(cited) > 3
    for one in cited:
        now = told[one.question]
        assert (one.dataset, one.n, one.unit) == ("demo-shop", now.n, now.unit)
        assert (one.value, one.low, one.high) == pytest.approx((now.value, now.low, now.high), abs=5e-5)


@pytest.mark.slow
def test_every_measure_card_is_the_aggregate_over_the_population_that_it_opens(ws: Workspace, read: Readings) -> None:
    for measure in read.cards.values():
        assert_opens(ws, measure)


@pytest.mark.slow
def test_every_number_on_the_map_of_a_smaller_shop_is_the_aggregate_over_what_it_opens(tmp_path: Path) -> None:
    """All numbers, in a shop of a size at which opening each of them page by page is quick."""
    with workspace(tmp_path) as small:
        demo.install(small, ANNA, customers=2_500)
        measures = all_measures(readings.of_map(small, ANNA, "demo"))
        assert len(measures) > 50
        for measure in measures.values():
            assert_opens(small, measure)


def assert_opens(ws: Workspace, measure: Measure) -> None:
    values, customers = rows_behind(ws, measure)
    assert (len(values), customers) == (measure.n, measure.customers), measure.question
    if values:
        assert aggregate(measure, values) == pytest.approx(measure.value, rel=1e-9), measure.question


def rows_behind(ws: Workspace, measure: Measure) -> tuple[list[float], int]:
    """Every value of a population, page by page, and how many customers these are."""
    values: list[float] = []
    customers: set[str] = set()
    while True:
        page = questions.population(ws, ANNA, "demo-shop", measure.question, offset=len(values), limit=1000)
        values += [row.value for row in page.rows]
        customers |= {row.customer for row in page.rows}
        if len(values) >= page.total or not page.rows:
            return values, len(customers)


def aggregate(measure: Measure, values: list[float]) -> float:
    match measure.aggregate:
        case "sum":
            return sum(values)
        case "median":
            return median(values)
        case "p90":
            return percentile(sorted(values), 0.9)
        case _:
            return sum(values) / len(values)


def percentile(values: list[float], p: float) -> float:
    """By linear interpolation between the two nearest ranks."""
    rank = p * (len(values) - 1)
    below = int(rank)
    above = min(below + 1, len(values) - 1)
    return values[below] + (rank - below) * (values[above] - values[below])


def test_customers_contradict_what_was_drawn(document: MapDocument, read: Readings) -> None:
    """At two steps or more, by more than a point, with an interval that leaves the drawn score out."""
    lane = next(id for id, lane in document.lanes.items() if lane.kind is LaneKind.EMOTION)
    gaps = {}
    for step in document.steps:
        drawn = next(iter(document.cards_in(lane, step).values())).score
        felt = read.steps[step].emotion
        assert felt is not None
        assert felt.value is not None
        assert felt.low is not None
        assert felt.high is not None
        assert drawn is not None
        if not felt.low <= drawn <= felt.high and abs(felt.value - drawn) >= 1:
            gaps[document.steps[step].name] = round(felt.value - drawn, 1)
    assert gaps.keys() >= {"Track the parcel", "Delivery day"}
    assert min(gaps.values()) < -1.3


def test_some_of_what_was_drawn_holds(document: MapDocument, read: Readings) -> None:
    come_back = next(id for id, step in document.steps.items() if step.name == "Come back")
    felt = read.steps[come_back].emotion
    assert felt is not None
    assert felt.value == pytest.approx(1, abs=0.15)


def by_text(document: MapDocument, read: Readings, text: str) -> Measure:
    return read.cards[next(id for id, card in document.cards.items() if card.text == text)]


def test_the_numbers_tell_the_planted_facts(document: MapDocument, read: Readings) -> None:
    app, web = by_text(document, read, "Pays in the app"), by_text(document, read, "Pays on the web")
    assert app.high is not None
    assert web.low is not None
    assert app.high < web.low - 0.1
    asks = by_text(document, read, "Asks where it is")
    assert asks.low is not None
    assert asks.low > 0.05
    assert (by_text(document, read, "Sent from phone to chat").value or 0) > 0.15
    assert (by_text(document, read, "After the promised time").value or 0) > 0.15


def test_the_map_is_followed_by_many_and_left_in_ways_that_are_told(ws: Workspace, document: MapDocument) -> None:
    found = alignments.of_map(ws, ANNA, "demo")
    at = {one.name: one for one in found.steps}
    assert found.fits is not None
    assert found.fits.share is not None
    assert 0.2 < found.fits.share < 0.4
    assert all(one.seen and one.followed > 2_000 for one in found.steps)
    assert (at["Find it"].missing > 1_500, at["Pay"].stopped > 1_500, at["Pay"].failed > 3_000) == (True, True, True)
    assert at["Track the parcel"].out_of_order > 2_000
    assert {one.name for one in found.ad_hoc[:5]} == {"label_printed", "Helpline", "Order chat"}
    assert [one.event for one in found.unmapped] == ["label_printed"]
    assert all(link.followed.customers for link in found.links)


def test_all_that_the_map_names_is_in_the_library(ws: Workspace, document: MapDocument) -> None:
    has = library.read(ws, ANNA).records.keys()
    named = {id for card in document.cards.values() for id in (card.touchpoint, *card.channels) if id}
    assert named | set(document.header.personas) <= has
