"""Moments of truth on a map whose importance is read from answers: ratings, broken promises, what is not derived."""

from collections.abc import Iterator
from math import atanh, sqrt, tanh
from pathlib import Path
from typing import Any

import pytest
from uuid_utils import uuid7

from footfall.errors import InvalidQuestion
from footfall.events.columns import Asked
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put
from footfall.service import datasets, library, map_moments, maps
from footfall.service.map_moments import MapAsked, MapMoment, MapMoments
from footfall.service.workspace import Workspace, workspace

ANNA = Actor(id="anna", name="Anna")
PEOPLE = 400
EVENTS = Mapping(kind="events", customer="who", time="time", event="event", due="due")


def rated(name: str, about: str, high: int = 5) -> Asked:
    return Asked(column=name, about=about, instrument="rating", scale_min=1, scale_max=high)


ANSWERS = Mapping(
    kind="answers",
    customer="who",
    time_is="2026-05-03",
    weight="people",
    asked=(rated("Chat", "chat"), rated("Shop", "shop"), rated("Overall", "deliver")),
)


def chat(n: int) -> int:
    return 1 + n % 5


def overall(n: int) -> int:
    return 1 if is_late(n) else max(1, min(5, chat(n) + (n // 5) % 3 - 1))


def is_late(n: int) -> bool:
    return n % 8 == 0


def file_of(path: Path, heads: str, rows: list[str]) -> Path:
    path.write_text("\n".join([heads, *rows]) + "\n")
    return path


def fill(ws: Workspace, folder: Path) -> str:
    """A map of 400 customers: the chat goes with the overall rating, the shop does not, each eighth is late."""
    due = ["2026-05-01T08:00:00Z" if is_late(n) else "2026-05-02T08:00:00Z" for n in range(PEOPLE)]
    events = [
        f"g{n},2026-05-01T10:00:00Z,{event},{due[n] if event == 'deliver' else ''}"
        for n in range(PEOPLE)
        for event in ("chat", "shop", "order", "deliver")
    ]
    answers = [f"g{n},{chat(n)},{1 + (n // 5) % 2},{overall(n)},{1 + n % 2}" for n in range(PEOPLE)]
    answered = file_of(folder / "a.csv", "who,Chat,Shop,Overall,people", answers)
    datasets.import_file(ws, ANNA, file_of(folder / "e.csv", "who,time,event,due", events), EVENTS, "Web")
    datasets.import_file(ws, ANNA, answered, ANSWERS, "Web")
    for name in ("chat", "shop", "order", "deliver"):
        record: dict[str, Any] = {"type": "touchpoint", "name": name.title(), "bindings": [{"events": [name]}]}
        library.change(ws, ANNA, Change(id=str(uuid7()), ops=(Put(id=f"t-{name}", record=record),)))
    records: dict[str, Any] = {
        "map": {"type": "map", "title": "Web", "dataset": "web"},
        "stage": {"type": "stage", "name": "All"},
        "step": {"type": "step", "stage": "stage", "name": "Only step"},
        "lane": {"type": "lane", "kind": "touchpoints"},
        "pains": {"type": "lane", "kind": "pain-points"},
    }
    cards: dict[str, Any] = {name: {"touchpoint": f"t-{name}"} for name in ("chat", "shop", "deliver")}
    cards |= {
        "order": {"touchpoint": "t-order", "importance": 4, "quality": 4},
        "porch": {"text": "Porch", "importance": 2},
    }
    made = {id: {"type": "card", "lane": "lane", "step": "step"} | fields for id, fields in cards.items()}
    return maps.create(ws, ANNA, records | made)


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with workspace(tmp_path_factory.mktemp("derived-moments") / "data") as ws:
        yield ws


@pytest.fixture(scope="module")
def map_id(ws: Workspace, tmp_path_factory: pytest.TempPathFactory) -> str:
    return fill(ws, tmp_path_factory.mktemp("files"))


@pytest.fixture(scope="module")
def found(ws: Workspace, map_id: str) -> MapMoments:
    return map_moments.of_map(ws, ANNA, map_id, MapAsked(weighted=False))


def one(found: MapMoments, card: str, *, late: bool = False) -> MapMoment:
    return next(each for each in found.items if (each.card, each.late) == (card, late))


def correlation(x: list[float], y: list[float], w: list[float]) -> float:
    total = sum(w)
    mx, my = (sum(a * b for a, b in zip(w, side, strict=True)) / total for side in (x, y))
    xy = sum(a * (b - mx) * (c - my) for a, b, c in zip(w, x, y, strict=True))
    xx = sum(a * (b - mx) ** 2 for a, b in zip(w, x, strict=True))
    yy = sum(a * (c - my) ** 2 for a, c in zip(w, y, strict=True))
    return xy / sqrt(xx * yy)


OVERALL = [float(overall(n)) for n in range(PEOPLE)]
ALIKE = [1.0] * PEOPLE


def test_importance_is_how_strongly_a_rating_goes_with_the_overall_one_of_the_same_customer(found: MapMoments) -> None:
    told = one(found, "chat")
    r = correlation([float(chat(n)) for n in range(PEOPLE)], OVERALL, ALIKE)
    half = 1.959963984540054 / sqrt(PEOPLE - 3)
    assert told.importance
    assert (told.importance_is, told.pairs) == ("derived", PEOPLE)
    assert (told.importance.value, told.importance.low, told.importance.high) == pytest.approx(
        (r, tanh(atanh(r) - half), tanh(atanh(r) + half))
    )
    assert told.place
    assert told.place.quarter == "keep"


def test_weights_are_respected(ws: Workspace, map_id: str) -> None:
    weighted = map_moments.of_map(ws, ANNA, map_id)
    r = correlation([float(chat(n)) for n in range(PEOPLE)], OVERALL, [1.0 + n % 2 for n in range(PEOPLE)])
    told = one(weighted, "chat").importance
    assert weighted.weighted
    assert told
    assert told.value == pytest.approx(r)


def test_a_broken_promise_is_a_moment_of_its_own_with_the_score_of_those_whom_it_met(found: MapMoments) -> None:
    late = one(found, "deliver", late=True)
    r = correlation([0.0 if is_late(n) else 1.0 for n in range(PEOPLE)], OVERALL, ALIKE)
    assert late.importance
    assert late.importance.value == pytest.approx(r)
    assert late.rate
    assert (late.rate.value, late.rate.n, late.pairs) == (50 / 400, 400, 400)
    assert late.quality
    assert (late.quality.value, late.broken, found.items[0]) == (1, True, late)
    assert one(found, "deliver").importance is None


def test_what_cannot_be_derived_stays_as_judged_and_is_said_to_be(found: MapMoments) -> None:
    assert {each.card: (each.importance_is, each.why_not) for each in found.items if not each.late} == {
        "chat": ("derived", ""),
        "shop": ("derived", ""),
        "order": ("judged", ""),
        "porch": ("judged", "no-quality"),
        "deliver": ("", "no-importance"),
    }
    assert (found.derived, found.overall, found.lines.importance) == (True, "Overall", 0.3)


def test_the_team_s_judgement_can_be_seen_instead(ws: Workspace, map_id: str) -> None:
    judged = map_moments.of_map(ws, ANNA, map_id, MapAsked(judged=True))
    assert (judged.derived, judged.lines.importance) == (False, 3)
    assert {each.card for each in judged.items if each.importance} == {"order", "porch"}
    assert not any(each.late for each in judged.items)


def test_the_importance_opens_exactly_the_customers_behind_it(ws: Workspace, map_id: str, found: MapMoments) -> None:
    asked = MapAsked(weighted=False)
    opened = map_moments.population(ws, ANNA, map_id, asked, ("deliver", True), (0, 1000))
    assert opened.total == one(found, "deliver", late=True).pairs == len(opened.rows)
    assert sum(row.value == 0 for row in opened.rows) == 50
    rows = map_moments.population(ws, ANNA, map_id, asked, ("chat", False), (0, 1000)).rows
    assert sorted(row.value for row in rows) == sorted(chat(n) for n in range(PEOPLE))
    with pytest.raises(InvalidQuestion, match="was not derived"):
        map_moments.population(ws, ANNA, map_id, asked, ("order", False), (0, 10))


def test_an_overall_question_that_nobody_asked_is_refused(ws: Workspace, map_id: str) -> None:
    with pytest.raises(InvalidQuestion, match="no scores for"):
        map_moments.of_map(ws, ANNA, map_id, MapAsked(overall="Smell"))


def test_a_moment_shows_the_opportunity_that_its_step_names_for_it(ws: Workspace, map_id: str) -> None:
    question = {"kind": "late", "at": ["t-deliver"]}
    record: dict[str, Any] = {
        "type": "opportunity",
        "name": "In time",
        "evidence": [{"dataset": "web", "question": question}],
    }
    library.change(ws, ANNA, Change(id=str(uuid7()), ops=(Put(id="in-time", record=record),)))
    card: dict[str, Any] = {"type": "card", "lane": "pains", "step": "step", "text": "Late", "opportunity": "in-time"}
    maps.change(ws, ANNA, map_id, Change(id=str(uuid7()), ops=(Put(id="pain", record=card),)))
    told = map_moments.of_map(ws, ANNA, map_id)
    assert [(each.card, each.late) for each in told.items if each.opportunity] == [("deliver", True)]
