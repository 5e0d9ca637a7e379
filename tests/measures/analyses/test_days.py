"""Analyses where only days are known: what they tell of a path holds in every order in which it may have happened."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from footfall.engine.tables import OpenTables
from footfall.journey.analyses import BehavioursAnalysis, FunnelStepsAnalysis, StepsAnalysis, TreeAnalysis
from footfall.measures.analysing import analyse, put
from tests.measures.analyses.asking import populations
from tests.measures.analyses.oracles.behaviours import happened
from tests.measures.logs import Event, known, open_log
from tests.measures.test_days import orders

NAMES = ("a", "b", "c")
A, B, C = ("event:a",), ("event:b",), ("event:c",)
MANY = 10_000
Key = tuple[str, ...]
Log = tuple[OpenTables, dict[int, list[Event]]]


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Log:
    dice = random.Random(8)
    paths: dict[int, list[Event]] = {}
    for who in range(250):
        hours = dice.sample(range(120), dice.randint(1, 6))
        paths[who] = [Event(who, hour, dice.choice(NAMES), day=dice.random() < 0.4) for hour in hours]
    mixed = [event for path in paths.values() for event in path]
    dice.shuffle(mixed)
    return open_log(tmp_path_factory.mktemp("days"), mixed), paths


def told(tables: OpenTables, analysis: Any, figure: str = "customers") -> dict[int, set[Key]]:
    """The keys under which each customer was counted."""
    found: dict[int, set[Key]] = {}
    asked = put(analysis, {}, known(tables))
    for key, rows in populations(tables, asked, analyse(tables, asked))[figure].items():
        for who, _, _ in rows:
            found.setdefault(who, set()).add(key)
    return found


def node(event: Event) -> str:
    return f"event:{event.name}"


def in_order(who: int, order: list[str]) -> list[Event]:
    return [Event(who, hour, name) for hour, name in enumerate(order)]


def test_behaviours_are_claimed_only_where_they_must_have_been(log: Log) -> None:
    tables, paths = log
    analysis = BehavioursAnalysis(by="event", ends=A, limit=MANY)
    claimed = told(tables, analysis)
    met: set[str] = set()
    for who, path in paths.items():
        each = [{key for key, _, _ in happened(analysis, in_order(who, order), node)} for order in orders(path)]
        must, claims = set.intersection(*each), claimed.get(who, set())
        assert claims <= must, path
        if any(event.day for event in path):
            met |= {key[0] for key in claims}
        else:
            assert claims == must
    assert met == {"rework", "loop", "back-and-forth", "dead-end"}


def test_a_step_has_a_node_only_where_every_order_has_it_there(log: Log) -> None:
    tables, paths = log
    found = told(tables, StepsAnalysis(by="event", length=6, limit=MANY))
    for who, path in paths.items():
        each = [[*(f"event:{name}" for name in order), *[":ended"] * 6][:6] for order in orders(path)]
        shown = dict(found[who])
        assert sorted(shown) == list("123456")
        for step, name in shown.items():
            assert name == ":unknown" or {order[int(step) - 1] for order in each} == {name}
        if not any(event.day for event in path):
            assert list(dict(sorted(shown.items())).values()) == each[0]


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("root", [A, ()])
def test_a_tree_follows_only_where_every_order_goes_on_so(log: Log, backwards: bool, root: Key) -> None:
    tables, paths = log
    analysis = TreeAnalysis(by="event", root=root, backwards=backwards, depth=4, least_share=0, limit=MANY)
    found = told(tables, analysis)
    known_steps = 0
    for who, path in paths.items():
        ways = [json.loads(way) for (way,) in found.get(who, ())]
        if not ways:
            assert not any(event.name == "a" for event in path)
            continue
        way = max(ways, key=len)
        sure = way[:-1] if way[-1] == ":unknown" else way
        known_steps += len(sure)
        for order in orders(path):
            assert sure in [one[: len(sure)] for one in followed(order, root, backwards)], (path, order)
    assert known_steps > 150


def followed(order: list[str], root: Key, backwards: bool) -> list[list[str]]:
    """What follows in one order: after any time at the root, since any may have been the first."""
    path = [*(f"event:{name}" for name in (reversed(order) if backwards else order)), ":ended"]
    return [path[at + 1 :] for at, name in enumerate(path) if name in root] if root else [path]


@pytest.mark.parametrize("within", ["first", "previous"])
def test_a_limited_funnel_counts_who_may_have_come_in_time(within: Any, tmp_path: Path) -> None:
    days = [Event(0, 0, "a", day=True), Event(0, 24, "b", day=True), Event(0, 72, "c", day=True)]
    hours = [Event(1, 20, "a"), Event(1, 24, "b", day=True), Event(1, 73, "c")]
    tables = open_log(tmp_path, [*days, *hours])
    limit = {"first": 49, "previous": 25}[within]
    analysis = FunnelStepsAnalysis(places=(A, B, C), within_hours=limit, within=within)
    asked = put(analysis, {}, known(tables))
    late = [] if within == "first" else [(1, 49.0)]
    opened = populations(tables, asked, analyse(tables, asked))["median_hours"]
    hours_of = {key: [row[:2] for row in rows] for key, rows in opened.items()}
    assert {key: sorted(rows) for key, rows in hours_of.items()} == {
        ("2",): [(0, 24.0), (1, 4.0)],
        ("3",): [(0, 48.0), *late],
    }
