"""Survey figures: each question on each scale by itself, with intervals, weighted where respondents have weights."""

import csv
from math import sqrt
from pathlib import Path
from statistics import NormalDist

import pytest

from footfall.events.columns import Asked
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.measures.figure import SurveyFigure
from footfall.service import datasets, surveys
from footfall.service.workspace import Workspace

ANNA = Actor(id="anna", name="Anna")
Z = NormalDist().inv_cdf(0.975)
NPS = Asked(column="nps", question="Recommend", instrument="nps", scale_min=0, scale_max=10, blank=("11",))
CSAT = Asked(column="csat", question="Satisfied", instrument="csat", scale_min=1, scale_max=5, not_applicable=("6",))
EFFORT = Asked(column="effort", question="Effort", instrument="ces", scale_min=1, scale_max=7, better="low")
SURVEY = Mapping(kind="answers", customer="who", time_is="2026-05-01", asked=(NPS, CSAT, EFFORT))


def write(path: Path, rows: list[tuple[object, ...]], header: str = "who,nps,csat,effort,w") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header.split(","), *rows])
    return path


def bring(ws: Workspace, path: Path, mapping: Mapping, into: str = "Survey") -> dict[str, SurveyFigure]:
    datasets.import_file(ws, ANNA, path, mapping, into)
    return {figure.question: figure for figure in surveys.figures(ws, ANNA, into.lower())}


ROWS: list[tuple[object, ...]] = [
    *[(f"p{place}", 10, 5, 1, 2) for place in range(12)],
    *[(f"q{place}", 7, 4, 3, 1) for place in range(8)],
    *[(f"r{place}", 2, 1, 7, 1) for place in range(5)],
    ("s", 11, 6, "", 1),
]


def test_each_instrument_has_its_figures(ws: Workspace, tmp_path: Path) -> None:
    found = bring(ws, write(tmp_path / "a.csv", ROWS), SURVEY)
    told = {
        name: (
            one.n,
            one.not_applicable,
            one.blank,
            {each.name: round(each.unweighted.value, 4) for each in one.measures},
        )
        for name, one in found.items()
    }
    assert told == {
        "Recommend": (25, 0, 1, {"nps": pytest.approx(28)}),
        "Satisfied": (25, 1, 0, {"mean": pytest.approx(3.88), "top-two": pytest.approx(0.8)}),
        "Effort": (25, 0, 1, {"mean": pytest.approx((12 + 24 + 35) / 25)}),
    }
    assert (found["Effort"].better, found["Effort"].scale) == ("low", (1, 7))


def test_the_interval_of_a_net_promoter_score_follows_from_its_variance(ws: Workspace, tmp_path: Path) -> None:
    (nps,) = bring(ws, write(tmp_path / "a.csv", ROWS), SURVEY)["Recommend"].measures
    half = 100 * Z * sqrt((12 / 25 + 5 / 25 - (12 / 25 - 5 / 25) ** 2) / 25)
    assert (nps.unweighted.low, nps.unweighted.high) == (pytest.approx(28 - half), pytest.approx(28 + half))
    assert nps.weighted is None


def test_weights_weigh_the_figures_and_widen_their_intervals(ws: Workspace, tmp_path: Path) -> None:
    found = bring(ws, write(tmp_path / "a.csv", ROWS), SURVEY.model_copy(update={"weight": "w"}))
    (nps,) = found["Recommend"].measures
    assert nps.unweighted.value == pytest.approx(28)
    assert nps.weighted
    assert nps.weighted.value == pytest.approx(100 * (24 - 5) / 37)
    effective = 37**2 // (12 * 4 + 13)
    half = 100 * Z * sqrt((24 / 37 + 5 / 37 - (19 / 37) ** 2) / effective)
    assert (nps.weighted.low, nps.weighted.high) == (
        pytest.approx(100 * 19 / 37 - half),
        pytest.approx(min(100, 100 * 19 / 37 + half)),
    )
    mean, top = found["Satisfied"].measures
    assert mean.weighted
    assert mean.weighted.value == pytest.approx((24 * 5 + 8 * 4 + 5) / 37)
    assert top.weighted
    assert top.weighted.value == pytest.approx(32 / 37)


def test_one_question_on_two_scales_is_two_figures(ws: Workspace, tmp_path: Path) -> None:
    bring(ws, write(tmp_path / "a.csv", ROWS), SURVEY)
    wide = CSAT.model_copy(update={"scale_max": 10})
    rows: list[tuple[object, ...]] = [(f"z{place}", "", 9, "", 1) for place in range(3)]
    path = write(tmp_path / "b.csv", rows)
    datasets.import_file(ws, ANNA, path, SURVEY.model_copy(update={"asked": (wide,)}), "Survey")
    found = [one for one in surveys.figures(ws, ANNA, "survey") if one.question == "Satisfied"]
    assert [(one.scale, one.n, one.measures[0].unweighted.value, one.too_few) for one in found] == [
        ((1, 5), 25, pytest.approx(3.88), False),
        ((1, 10), 3, 9, True),
    ]


RATED = ("Q7ART", "Q7FOOD", "Q7STORE", "Q7SIGN", "Q7WALKWAYS", "Q7SCREENS", "Q7INFODOWN", "Q7INFOUP", "Q7WIFI")
RATED += ("Q7ROADS", "Q7PARK", "Q7AIRTRAIN", "Q7LTPARKING", "Q7RENTAL", "Q7ALL", "Q9BOARDING", "Q9AIRTRAIN")
RATED += ("Q9RENTAL", "Q9FOOD", "Q9RESTROOM", "Q9ALL", "Q10SAFE", "Q14FIND", "Q14PASSTHRU")


def airport() -> Mapping:
    scale = {"instrument": "rating", "scale_min": 1, "scale_max": 5, "not_applicable": ("6",), "blank": ("0",)}
    rated = [Asked.model_validate(scale | {"column": name, "about": name}) for name in RATED]
    nps = Asked(column="NETPRO", instrument="nps", scale_min=0, scale_max=10, blank=("11",))
    told = {"kind": "answers", "customer": "RESPNUM", "time_is": "2017-05", "weight": "WEIGHT", "asked": (nps, *rated)}
    return Mapping.model_validate(told)


def test_the_airport_survey_gives_its_published_scores(ws: Workspace, shared_data: Path) -> None:
    path = shared_data / "sfo_survey_2017" / "2017_SFO_Customer_Survey.csv"
    found = bring(ws, path, airport())
    nps = found["NETPRO"]
    weighted = nps.measures[0].weighted
    assert weighted
    assert (nps.n, round(nps.measures[0].unweighted.value, 1), round(weighted.value, 1)) == (2746, 39.8, 40.4)
    assert (nps.blank, nps.not_applicable) == (85, 0)
    with path.open(encoding="utf-8", newline="") as file:
        rows = [{name.strip(): value.strip() for name, value in row.items()} for row in csv.DictReader(file)]
    for name in RATED:
        scores = [int(row[name]) for row in rows if row[name] in "12345" and row[name]]
        told = found[name]
        assert (told.n, told.not_applicable) == (len(scores), sum(row[name] == "6" for row in rows))
        assert told.measures[0].unweighted.value == pytest.approx(sum(scores) / len(scores))
