"""Moments of truth out of a survey: derived importance against quality, in quarters, with weights and populations."""

import csv
from collections.abc import Iterator
from math import atanh, sqrt, tanh
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from footfall.errors import InvalidQuestion
from footfall.events.columns import Asked
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets, moments
from footfall.service.moments import SurveyAsked, SurveyMoments
from footfall.service.workspace import Workspace, workspace
from tests.service.test_surveys import write

ANNA = Actor(id="anna", name="Anna")
Z = 1.959963984540054
HEADER = "who,all,food,wifi,same,few,effort,w"


def rated(name: str, low: int = 1, high: int = 5, better: str = "high") -> Asked:
    scale: dict[str, Any] = {"scale_min": low, "scale_max": high, "better": better, "not_applicable": ("9",)}
    return Asked(column=name, question=f"{name} rating", instrument="rating", **scale)


ASKED = (rated("all"), rated("food"), rated("wifi"), rated("same"), rated("few"), rated("effort", 1, 7, "low"))
SURVEY = Mapping(kind="answers", customer="who", time_is="2026-05-01", asked=ASKED, weight="w")


def rows() -> list[tuple[object, ...]]:
    """Eighty guests: food goes with everything and is bad, wifi hardly does and is good; some never used it."""
    found: list[tuple[object, ...]] = []
    for guest in range(80):
        overall = 1 + guest % 5
        food = max(1, overall - 1)
        wifi = 9 if guest % 4 == 0 else 4 + (guest // 5) % 2
        few = 3 if guest < 12 else ""
        found.append((f"g{guest}", overall, food, wifi, 3, few, 8 - overall, 1 + (guest % 5 == 4) * 3))
    return found


@pytest.fixture(scope="module")
def ws(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("moments")
    with workspace(folder / "data") as ws:
        datasets.import_file(ws, ANNA, write(folder / "a.csv", rows(), HEADER), SURVEY, "Survey")
        yield ws


def read(ws: Workspace, **asked: Any) -> SurveyMoments:
    return moments.of_survey(ws, ANNA, SurveyAsked(dataset="survey", overall="all rating", **asked))


def correlation(pairs: list[tuple[float, float, float]]) -> float:
    """Pearson's, from the definition, for (x, y, weight)."""
    total = sum(w for *_, w in pairs)
    x, y = (sum(w * one[i] for one in pairs for w in one[2:]) / total for i in (0, 1))
    together = sum(w * (a - x) * (b - y) for a, b, w in pairs)
    return together / sqrt(sum(w * (a - x) ** 2 for a, _, w in pairs) * sum(w * (b - y) ** 2 for _, b, w in pairs))


def test_importance_is_the_correlation_over_those_who_gave_both_ratings(ws: Workspace) -> None:
    food, wifi = (
        next(one for one in read(ws, weighted=False).items if one.question == f"{name} rating")
        for name in ("food", "wifi")
    )
    assert food.importance
    assert wifi.importance
    told = [(float(row[2]), float(row[1]), 1.0) for row in rows()]  # type: ignore[arg-type]
    used = [(float(row[3]), float(row[1]), 1.0) for row in rows() if row[3] != 9]  # type: ignore[arg-type]
    assert (food.pairs, wifi.pairs, wifi.not_applicable) == (80, len(used), 20)
    r = correlation(used)
    half = Z / sqrt(len(used) - 3)
    assert food.importance.value == pytest.approx(correlation(told))
    assert [wifi.importance.value, wifi.importance.low, wifi.importance.high] == pytest.approx(
        [r, tanh(atanh(r) - half), tanh(atanh(r) + half)]
    )


def test_weights_weigh_the_correlation_and_widen_its_interval(ws: Workspace) -> None:
    found = read(ws)
    food = next(one for one in found.items if one.question == "food rating")
    told = [(float(row[2]), float(row[1]), float(row[7])) for row in rows()]  # type: ignore[arg-type]
    weights = [w for *_, w in told]
    assert found.weighted
    assert food.importance
    assert food.quality
    assert food.importance.value == pytest.approx(correlation(told))
    assert food.effective == int(sum(weights) ** 2 / sum(w * w for w in weights))
    assert food.quality.value == pytest.approx(sum(a * w for a, _, w in told) / sum(weights))


def test_what_cannot_be_placed_says_why_and_is_not_drawn(ws: Workspace) -> None:
    why = {one.question: (one.why_not, one.place is not None) for one in read(ws).items}
    assert why == {
        "food rating": ("", True),
        "wifi rating": ("", True),
        "same rating": ("all-alike", False),
        "few rating": ("too-few", False),
        "effort rating": ("other-scale", False),
    }


def test_an_item_whose_low_end_is_good_goes_with_the_overall_rating_the_right_way(ws: Workspace) -> None:
    effort = next(one for one in read(ws).items if one.question == "effort rating")
    assert effort.importance
    assert effort.importance.value == pytest.approx(1)


def test_the_broken_come_first_and_a_point_on_a_line_is_not_sure(ws: Workspace) -> None:
    found = read(ws)
    assert [(one.question, one.place.quarter if one.place else "") for one in found.items][:2] == [
        ("food rating", "improve"),
        ("wifi rating", "spend"),
    ]
    wifi = next(one for one in found.items if one.question == "wifi rating")
    assert wifi.importance
    moved = read(ws, importance_line=wifi.importance.value, quality_line=3)
    there = next(one for one in moved.items if one.question == "wifi rating").place
    assert moved.lines
    assert moved.lines.own
    assert there
    assert (there.quarter, there.unsure) == ("keep", ("importance",))


@pytest.mark.parametrize(("number", "count"), [("importance", 60), ("quality", 60)])
def test_a_number_opens_exactly_the_answers_that_it_counted(ws: Workspace, number: Any, count: int) -> None:
    asked = SurveyAsked(dataset="survey", overall="all rating")
    opened = moments.population(ws, ANNA, asked, "wifi rating", number, 0, 100)
    assert (opened.total, len(opened.rows)) == (count, count)
    assert sorted({row.value for row in opened.rows}) == [4, 5]
    last = moments.population(ws, ANNA, asked, "wifi rating", number, 50, 100)
    assert last.rows == opened.rows[50:]


def test_a_question_that_nobody_asked_is_refused_in_words(ws: Workspace) -> None:
    with pytest.raises(InvalidQuestion, match="no scores for “lounge”"):
        moments.of_survey(ws, ANNA, SurveyAsked(dataset="survey", overall="lounge"))


@pytest.mark.parametrize(
    ("questions", "overall"),
    [
        (("Cleanliness: overall", "The airport as a whole"), "The airport as a whole"),
        (("Netheid: algeheel", "Overall"), "Overall"),
        (("Food", "Cleanliness: overall"), "Cleanliness: overall"),
        (("Food", "Signs"), "Food"),
    ],
)
def test_the_question_about_everything_comes_before_the_whole_of_a_part(
    questions: tuple[str, ...], overall: str
) -> None:
    figures: dict[str, Any] = {question: SimpleNamespace(instrument="rating") for question in questions}
    assert moments.likeliest(figures) == overall


ITEMS = {
    "Q7ALL": "Airport overall",
    "Q7FOOD": "Food and drink",
    "Q7STORE": "Shops",
    "Q7WIFI": "Wi-Fi",
    "Q7SIGN": "Signs",
    "Q7SCREENS": "Screens",
    "Q7PARK": "Parking",
    "Q7RENTAL": "Rental cars",
    "Q9RESTROOM": "Clean restrooms",
    "Q10SAFE": "Safety",
    "Q14PASSTHRU": "Security check",
    "Q14FIND": "Finding the way",
}


def airport() -> Mapping:
    scale: dict[str, Any] = {"instrument": "rating", "scale_min": 1, "scale_max": 5}
    codes: dict[str, Any] = {"not_applicable": ("6",), "blank": ("0",)}
    asked = tuple(Asked(column=column, question=question, **scale, **codes) for column, question in ITEMS.items())
    return Mapping(kind="answers", customer="RESPNUM", time_is="2017-05", weight="WEIGHT", asked=asked)


def test_the_airport_survey_lands_in_quarters_by_its_own_data(shared_data: Path, tmp_path: Path) -> None:
    path = shared_data / "sfo_survey_2017" / "2017_SFO_Customer_Survey.csv"
    with workspace(tmp_path / "data") as ws:
        datasets.import_file(ws, ANNA, path, airport(), "Airport")
        asked = SurveyAsked(dataset="airport")
        found = moments.of_survey(ws, ANNA, asked)
        plain = moments.of_survey(ws, ANNA, asked.model_copy(update={"weighted": False}))
    assert (found.overall, found.has_weights, found.weighted) == ("Airport overall", True, True)
    items = {one.question: one for one in found.items}
    assert all(one.place and one.importance and one.quality and one.pairs >= 300 for one in items.values())
    places = {question: (one.place.quarter, one.place.unsure) for question, one in items.items() if one.place}
    assert [places[question] for question in ("Food and drink", "Signs", "Security check", "Wi-Fi")] == [
        ("improve", ()),
        ("keep", ()),
        ("spend", ()),
        ("spend", ("importance", "quality")),
    ]
    with path.open(encoding="utf-8", newline="") as file:
        told = [{name.strip(): value.strip() for name, value in row.items()} for row in csv.DictReader(file)]
    both = [
        row for row in told if row["Q7FOOD"] in "12345" and row["Q7ALL"] in "12345" and row["Q7FOOD"] and row["Q7ALL"]
    ]
    pairs = [(float(row["Q7FOOD"]), float(row["Q7ALL"]), float(row["WEIGHT"])) for row in both]
    food, unweighted = items["Food and drink"], next(one for one in plain.items if one.question == "Food and drink")
    assert food.importance
    assert unweighted.importance
    assert food.pairs == pytest.approx(len(pairs), abs=4)  # three people answered twice: once each
    assert food.importance.value == pytest.approx(correlation(pairs), abs=0.002)
    assert food.importance.value != unweighted.importance.value
