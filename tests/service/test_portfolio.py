"""All maps at once: the tree, what each needs, and exactly what every number counts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from uuid_utils import uuid7

from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Drop, Put, Records
from footfall.journey.evidence import Grade
from footfall.journey.heat import Heat
from footfall.journey.stock import Pile
from footfall.measures.alignment.told import Counted
from footfall.service import (
    alignments,
    datasets,
    library,
    maps,
    portfolio,
    portfolio_boards,
    portfolio_numbers,
)
from footfall.service.alignments import Page
from footfall.service.exports import BoardFormat
from footfall.service.workspace import Workspace

TODAY = datetime.now(UTC)
LOG = (
    "who,when,what,score,min,max\n"
    "c1,2024-01-01 10:00,look,,,\nc1,2024-01-02 10:00,buy,,,\nc2,2024-01-01 10:00,look,,,\nc3,2024-01-01 10:00,buy,,,\n"
)


def shared(ws: Workspace, anna: Actor) -> None:
    puts: Records = {
        "talks": {"type": "source", "name": "Talks", "held": (TODAY - timedelta(days=10)).date().isoformat()},
        "late": {"type": "opportunity", "name": "On time"},
        "old": {"type": "opportunity", "name": "Done long ago", "status": "shipped"},
        "looks": {"type": "touchpoint", "name": "Looks", "bindings": [{"events": ["look"]}]},
        "buys": {"type": "touchpoint", "name": "Buys", "bindings": [{"events": ["buy"]}]},
    }
    change = Change(id=str(uuid7()), ops=tuple(Put(id=id, record=record) for id, record in puts.items()))
    library.change(ws, anna, change)


MAP: Records = {
    "map": {"type": "map", "title": "Parcel", "dataset": "shop", "review_interval_days": 20},
    "all": {"type": "stage", "name": "All"},
    "look": {"type": "step", "stage": "all", "name": "Look", "touchpoint": "looks", "order": "a0"},
    "buy": {"type": "step", "stage": "all", "name": "Buy", "touchpoint": "buys", "order": "a1"},
    "hurts": {"type": "lane", "kind": "pain-points"},
    "ideas": {"type": "lane", "kind": "opportunities", "name": "Chances"},
    "sore": {"type": "card", "lane": "hurts", "step": "buy", "text": "Waits", "severity": "severe"},
    "said": {"type": "card", "lane": "hurts", "step": "buy", "text": "Told", "evidence": [{"source": "talks"}]},
    "one": {"type": "card", "lane": "ideas", "step": "buy", "text": "On time", "opportunity": "late"},
    "two": {"type": "card", "lane": "ideas", "step": "look", "text": "On time again", "opportunity": "late"},
    "done": {"type": "card", "lane": "ideas", "step": "look", "text": "Done", "opportunity": "old"},
    "own": {"type": "card", "lane": "ideas", "step": "look", "text": "Only here"},
}


def test_what_a_map_needs_is_told_with_the_cards_behind_every_number(ws: Workspace, anna: Actor) -> None:
    shared(ws, anna)
    id = maps.create(ws, anna, MAP)
    (one,) = portfolio.read(ws, anna).journeys
    assert one.grades == {"assumed": 5, "heard": 1, "counted": 0, "measured": 0}
    assert one.heat == {
        "assumed": Heat(value=5 / 6, shade=5 / 6, word="guessed"),
        "severe": Heat(value=1, shade=0.2, word="some"),
        "opportunities": Heat(value=2, shade=0.4, word="some"),
        "evidence": Heat(value=10, shade=0.5, word="fresh"),
        "stale": Heat(value=0, shade=0, word="none"),
        "review": Heat(shade=1, word="never"),
        "owner": Heat(shade=1, word="missing"),
    }
    piles = {pile: [card.id for card in portfolio.cards(ws, anna, id, pile)] for pile in Pile}
    assert {pile: len(found) for pile, found in piles.items() if found} == {
        "assumed": 5,
        "heard": 1,
        "severe": 1,
        "opportunities": 2,
    }
    assert (piles[Pile.SEVERE], piles[Pile.HEARD]) == (["sore"], ["said"])


def test_a_source_that_is_taken_away_takes_its_proof_along(ws: Workspace, anna: Actor) -> None:
    shared(ws, anna)
    id = maps.create(ws, anna, MAP)
    library.change(ws, anna, Change(id=str(uuid7()), ops=(Drop(id="talks"),)))
    (one,) = portfolio.read(ws, anna).journeys
    assert (one.grades[Grade.ASSUMED], one.evidence) == (6, None)
    assert len(portfolio.cards(ws, anna, id, Pile.ASSUMED)) == 6


def test_stale_cards_are_counted_as_they_are_opened(ws: Workspace, anna: Actor) -> None:
    shared(ws, anna)
    release: Records = {
        "till": {"type": "release", "name": "New till", "at": TODAY.date().isoformat(), "touchpoints": ["buys"]}
    }
    change = Change(id=str(uuid7()), ops=tuple(Put(id=id, record=record) for id, record in release.items()))
    seen = {"lane": "hurts", "text": "Seen", "evidence": [{"source": "talks"}]}
    cards: Records = {
        "elsewhere": {"type": "card", "step": "look", **seen},
        "nowhere": {"type": "card", **seen},
        "dateless": {"type": "card", "step": "buy", "lane": "hurts", "evidence": [{"note": "Somebody said so"}]},
    }
    by_release = maps.create(ws, anna, MAP | cards)
    by_interval = maps.create(ws, anna, MAP | cards | {"map": MAP["map"] | {"review_interval_days": 5}})
    other = maps.create(ws, anna, MAP | {"buy": MAP["buy"] | {"touchpoint": "looks"}})
    library.change(ws, anna, change)
    counted = {one.id: one.heat["stale"].value for one in portfolio.read(ws, anna).journeys}
    opened = {id: [card.id for card in portfolio.cards(ws, anna, id, Pile.STALE)] for id in counted}
    assert opened == {by_release: ["said"], by_interval: ["elsewhere", "said"], other: []}
    assert counted == {id: len(found) for id, found in opened.items()}


def test_maps_stand_below_the_step_that_opens_them(ws: Workspace, anna: Actor) -> None:
    inner = maps.create(ws, anna, {"map": {"type": "map", "title": "Inner"}})
    step = {"type": "step", "stage": "all", "name": "Deep", "map": inner}
    life = {
        "map": {"type": "map", "title": "Life"},
        "all": {"type": "stage"},
        "deep": step,
        "lost": step | {"map": "x"},
    }
    outer = maps.create(ws, anna, life)
    found = portfolio.read(ws, anna)
    assert [(one.map, one.level, one.name, one.why) for one in found.tree] == [
        (outer, 0, "", ""),
        (inner, 1, "Deep", ""),
        ("x", 1, "Deep", "gone"),
    ]
    assert [one.id for one in found.journeys] == [outer, inner]


def test_fits_and_scores_open_exactly_the_customers_that_they_count(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    shared(ws, anna)
    (file := tmp_path / "events.csv").write_text(LOG)
    datasets.import_file(ws, anna, file, Mapping(customer="who", time="when", event="what"), "Shop")
    id = maps.create(ws, anna, MAP)
    (fit,) = portfolio_numbers.fits(ws, anna)
    assert fit.fits is not None
    assert (fit.map, fit.fits.customers, fit.fits.of) == (id, 1, 3)
    assert alignments.population(ws, anna, id, Page(Counted(of="map", what="fits"))).total == fit.fits.customers
    (said,) = portfolio_numbers.scores(ws, anna)
    assert (said.map, said.score, said.nps, said.why) == (id, None, None, "no-answers")


def test_a_number_of_customers_that_is_not_known_says_why(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    shared(ws, anna)
    (file := tmp_path / "events.csv").write_text(LOG)
    shop = datasets.import_file(ws, anna, file, Mapping(customer="who", time="when", event="what"), "Shop").dataset
    header = {"type": "map", "title": "Parcel"}
    bare = {id: record for id, record in MAP.items() if record["type"] != "step"}
    unmet = MAP | {id: {**MAP[id], "touchpoint": ""} for id in ("look", "buy")}
    made = {
        "none": maps.create(ws, anna, MAP | {"map": header}),
        "gone": maps.create(ws, anna, MAP | {"map": header | {"dataset": "lost"}}),
        "stepless": maps.create(ws, anna, bare | {"map": header | {"dataset": shop}}),
        "unmet": maps.create(ws, anna, unmet | {"map": header | {"dataset": shop}}),
    }
    fits = {one.map: one.why for one in portfolio_numbers.fits(ws, anna)}
    scores = {one.map: one.why for one in portfolio_numbers.scores(ws, anna)}
    assert {name: (fits[id], scores[id]) for name, id in made.items()} == {
        "none": ("no-dataset", "no-dataset"),
        "gone": ("gone-dataset", "gone-dataset"),
        "stepless": ("no-steps", "no-touchpoints"),
        "unmet": ("no-events", "no-touchpoints"),
    }


def test_the_tree_and_the_heat_map_go_out_as_tables(ws: Workspace, anna: Actor) -> None:
    shared(ws, anna)
    maps.create(ws, anna, MAP)
    tree = portfolio_boards.export(ws, anna, "tree", BoardFormat.CSV, "en")
    heat = portfolio_boards.export(ws, anna, "heat", BoardFormat.CSV, "nl")
    assert (tree.filename, tree.content.decode().splitlines()[1].split(",")[0]) == ("journeys-tree.csv", "Parcel")
    assert heat.content.decode().splitlines()[1] == (
        "Parcel,–,–,–,83% meest geraden,10 dagen vers,0 geen,nooit,1 enkele,2 enkele,niemand"
    )
