"""What the demo knows from people: sources, excerpts, insights and a release, all of which hang together."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from footfall import demo
from footfall.demo.research import research
from footfall.demo.said import SAID, TRANSCRIPTS
from footfall.journey.ageing import stale_cards
from footfall.journey.changes import Actor
from footfall.journey.document import LIBRARY_RULES, LibraryDocument, MapDocument
from footfall.journey.evidence import Grade, grade
from footfall.journey.insights import evidence_of
from footfall.journey.settling import normalise
from footfall.service import library, maps, marking, sources
from footfall.service.workspace import Workspace, workspace

ANNA = Actor(id="anna", name="Anna")


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("demo-research")) as opened:
        demo.install(opened, ANNA, customers=300)
        yield opened


@pytest.fixture(scope="module")
def held(ws: Workspace) -> LibraryDocument:
    return library.read(ws, ANNA)


@pytest.fixture(scope="module")
def map(ws: Workspace) -> MapDocument:
    return maps.read(ws, ANNA, "demo")


def test_its_records_are_written_as_footfall_writes_them_and_the_library_holds_them(held: LibraryDocument) -> None:
    made = research()
    assert {id: normalise(LIBRARY_RULES, id, record) for id, record in made.items()} == made
    assert made.keys() == {*held.insights, *held.ideas, *held.releases}


def test_passages_that_are_marked_stand_in_their_transcripts(ws: Workspace) -> None:
    rows = {(row.source, row.id): row for row in marking.find(ws, ANNA).rows}
    assert {key: row.text for key, row in rows.items()} == {(said.source, said.id): said.words for said in SAID}
    for (source, _), row in rows.items():
        if source not in TRANSCRIPTS:
            assert row.place.start is None
            continue
        text = sources.read(ws, ANNA, source).transcript
        assert text.between(row.place.start or 0, row.place.end or 0) == row.text


def test_every_excerpt_that_is_cited_is_there(held: LibraryDocument, map: MapDocument) -> None:
    cards = [one for card in map.cards.values() for one in card.evidence]
    opportunities = [one for opportunity in held.opportunities.values() for one in opportunity.evidence]
    insights = [one for insight in held.insights.values() for one in evidence_of(insight)]
    cited = {(one.source, one.excerpt) for one in [*cards, *opportunities, *insights] if one.excerpt}
    assert cited <= {(said.source, said.id) for said in SAID}
    assert {one.source for one in cards if one.source} == held.sources.keys()


def test_the_map_has_all_grades_and_a_release_made_some_cards_stale(held: LibraryDocument, map: MapDocument) -> None:
    grades = Counter(grade(card.evidence, held.ground) for card in map.cards.values())
    assert min(grades[one] for one in Grade) >= 3
    stale = stale_cards(map, held, date(2026, 11, 20))
    found = {map.cards[id].text: one.by for id, one in stale.items()}
    assert found == {
        "Size of the box is not shown": "interval",
        "Opens the tracking link": "release",
        "It said “on its way”, for two days now.": "release",
        "The phone sends me to chat, chat sends me to the phone.": "release",
        "Status stands still between hubs": "release",
        "Phone and chat send people on to each other": "release",
    }


def test_what_was_erased_comes_back_and_the_rest_stays(ws: Workspace) -> None:
    (first, *_) = TRANSCRIPTS
    sources.erase(ws, ANNA, first)
    assert demo.install(ws, ANNA, customers=300).made == ("words",)
    assert len(marking.find(ws, ANNA).rows) == len(SAID)
    assert demo.install(ws, ANNA, customers=300).made == ()
