"""Scores: what customers answered to each question on each scale, and how their comments feel, told apart by groups.

Feelings are a scale of their own from -1 to 1, its instrument being `feeling`. Scales never mix: question, instrument,
lowest and highest score and the good end are part of each row's key. Figures as in survey.py.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.journey.analyses import Grouping, ScoresAnalysis
from footfall.measures.analyses import said
from footfall.measures.answering import Runs
from footfall.measures.score import PROMOTERS, SCALE
from footfall.measures.spreading import Rows
from footfall.measures.tabulating import Figured, Found, Wanted, tabulate
from footfall.measures.ways import KeyKind, PutAnalysis, Way

FEELING = "feeling"  # the instrument of what comments feel


@cache
def _given() -> Any:
    """All scores and feelings, each on its scale."""
    rows = said.felt()
    kept = ["customer", "time", "combination", "weight"]
    scored = rows.filter(rows.score.notnull()).select(*kept, *SCALE, "score")
    told = rows.filter(rows.felt.notnull())
    one = ibis.literal(1, "float64")
    scale = {"instrument": ibis.literal(FEELING), "scale_min": -one, "scale_max": one, "better": ibis.literal("high")}
    return ibis.union(scored, told.mutate(score=told.felt, **scale).select(*scored.columns))


@cache
def _rows(groups: tuple[Grouping, ...], weighted: bool) -> Any:
    rows = _given().filter(_given().weight.notnull()) if weighted else _given()
    return said.grouped(said.asked_for(rows), groups).mutate(at=_.time)


@cache
def populations(groups: tuple[Grouping, ...], weighted: bool) -> tuple[Rows, Rows, Rows]:
    """All scores; their points where they may be promoters'; and whether they are one of the two best of a CSAT."""
    keys = [*groups, *SCALE]
    kept = ["customer", "at", "weight"] if weighted else ["customer", "at"]

    @cache
    def all_scores() -> Any:
        rows = _rows(groups, weighted)
        return rows.select(*keys, *kept, value=rows.score.cast("float64"))

    @cache
    def points() -> Any:
        rows = _rows(groups, weighted)
        may_be = rows.instrument.isin(PROMOTERS) & (rows.better == "high") & (rows.scale_min == 0)
        rows = rows.filter(may_be & (rows.scale_max == 10))
        value = ibis.cases((rows.score >= 9, 100), (rows.score <= 6, -100), else_=0)
        return rows.select(*keys, *kept, value=value.cast("float64"))

    @cache
    def best() -> Any:
        rows = _rows(groups, weighted)
        rows = rows.filter(rows.instrument == "csat")
        is_best = ibis.ifelse(rows.better == "low", rows.score <= rows.scale_min + 1, rows.score >= rows.scale_max - 1)
        return rows.select(*keys, *kept, value=is_best.cast("float64"))

    return all_scores, points, best


NAMES = ("mean", "nps", "top_two")
UNITS = {"mean": "score", "nps": "points", "top_two": "share"}
WORDS = {
    "mean": "Mean of the scores, on their scale; of feelings from -1 to 1.",
    "nps": "Of scores from 0 to 10, the share of 9 and 10 minus the share of 0 to 6, in points.",
    "top_two": "Of satisfaction scores, the share of the two best.",
}
WEIGHTED = "Each answer counts for the people it stands for."


def figures(analysis: ScoresAnalysis) -> Sequence[Figured]:
    """Mean, Net Promoter Score and share of the two best; where asked, also weighted."""
    told = _figures(analysis, weighted=False)
    return (*told, *_figures(analysis, weighted=True)) if analysis.weighted else told


def _figures(analysis: ScoresAnalysis, weighted: bool) -> tuple[Figured, ...]:
    rows = populations(analysis.groups, weighted)
    told = (
        Figured(name, UNITS[name], "mean", WORDS[name], one)  # type: ignore[arg-type]
        for name, one in zip(NAMES, rows, strict=True)
    )
    if not weighted:
        return tuple(told)
    return tuple(
        replace(one, name=f"weighted_{one.name}", aggregate="weighted", words=f"{one.words} {WEIGHTED}") for one in told
    )


def keys(analysis: ScoresAnalysis) -> Mapping[str, KeyKind]:
    """What tells groups apart, and the scale."""
    scale: dict[str, KeyKind] = dict.fromkeys(SCALE, "text")
    return said.keys(analysis) | scale | {"scale_min": "decimal", "scale_max": "decimal"}


def run(way: Way, dataset: Runs, put: PutAnalysis) -> Found:
    """The scales that were answered most first; periods in their order."""
    kinds = way.keys_of(put.analysis)
    found = tabulate(dataset, tuple(kinds), way.figures(put.analysis), Wanted(put.analysis.limit), put.tables())
    if "period" not in kinds:
        return found
    place = list(kinds).index("period")
    return replace(found, rows=tuple(sorted(found.rows, key=lambda row: str(row[0][place]))))


def words(analysis: ScoresAnalysis) -> str:
    """What is counted."""
    only = f" to “{analysis.survey_question}”" if analysis.survey_question else ""
    return f"Scores in answers{only} and feelings of comments, each question on each scale by itself."


WAY = Way({}, figures, words, said.places, run, keys, said.given)
