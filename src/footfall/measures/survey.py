"""Survey figures: what each question of a dataset was answered, on each scale by itself, unweighted and weighted.

Net Promoter Score: share of 9-10 minus share of 0-6 of scores from 0 to 10, in points, with the variance
p⁺ + p⁻ - (p⁺ - p⁻)². CSAT: the mean, and the share of the two best scores (top two boxes). CES and ratings: the mean.
Weighted figures weigh each answer by how many people it stands for; their intervals use Kish's (1965) effective number
of answers, (Σw)² / Σw².
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import ibis
from ibis import _

from footfall.events.report import Unanswered
from footfall.measures.figure import Estimate, Name, SurveyFigure, SurveyMeasure
from footfall.measures.measure import TOO_FEW
from footfall.measures.score import SCALE
from footfall.measures.statistics import Interval, effective_number, mean_interval, promoter_interval, share_interval
from footfall.measures.tables import answers


@cache
def sums() -> Any:
    """For each question on each scale the counts and sums from which all its figures follow."""
    scored = answers.filter(_.score.notnull()).mutate(one=_.score.notnull().cast("float64"), people=_.weight)
    is_best = ibis.ifelse(_.better == "low", _.score <= _.scale_min + 1, _.score >= _.scale_max - 1)
    points = ibis.cases((_.score >= 9, 100), (_.score <= 6, -100), else_=0).cast("float64")
    rows = scored.mutate(top=is_best.cast("float64"), points=points)
    weighed = {f"{by}_{name}": _sum(by, name) for by in ("one", "people") for name in ("n", "mean", "top", "points")}
    squared = {f"{by}_{name}_squares": _squares(by, name) for by in ("one", "people") for name in ("mean", "points")}
    effective = {"people_squares": (_.people * _.people).sum()}
    grouped = rows.group_by(SCALE).agg(n=_.count(), customers=_.customer.nunique(), **weighed, **squared, **effective)
    return grouped.order_by(ibis.desc("n"), *SCALE)


VALUES = {"n": "one", "mean": "score", "top": "top", "points": "points"}


def _sum(by: str, name: str) -> Any:
    return (_[by] * _[VALUES[name]]).sum()


def _squares(by: str, name: str) -> Any:
    return (_[by] * _[VALUES[name]] * _[VALUES[name]]).sum()


def figures(rows: Iterable[Mapping[str, Any]], unanswered: Sequence[Unanswered]) -> tuple[SurveyFigure, ...]:
    """The figures out of the rows of `sums`; `unanswered` are what the imports counted beside the scores."""
    left = {(one.question, one.instrument) for one in unanswered}
    found = []
    for row in rows:
        asked = (row["question"], row["instrument"])
        here = [one for one in unanswered if (one.question, one.instrument) == asked and asked in left]
        left.discard(asked)  # what holds no answer has no scale: it is told beside the scale that was answered most
        found.append(_figure(row, sum(one.not_applicable for one in here), sum(one.blank for one in here)))
    return tuple(found)


def _figure(row: Mapping[str, Any], not_applicable: int, blank: int) -> SurveyFigure:
    names: dict[str, tuple[Name, ...]] = {"nps": ("nps",), "csat": ("mean", "top-two")}
    return SurveyFigure(
        question=row["question"],
        instrument=row["instrument"],
        scale=(row["scale_min"], row["scale_max"]),
        better=row["better"],
        n=row["n"],
        customers=row["customers"],
        too_few=row["customers"] < TOO_FEW,
        not_applicable=not_applicable,
        blank=blank,
        measures=tuple(_measure(name, row) for name in names.get(row["instrument"], ("mean",))),
    )


def _measure(name: Name, row: Mapping[str, Any]) -> SurveyMeasure:
    weighted = None
    if row["people_n"]:
        effective = effective_number(row["people_n"], row["people_squares"])
        weighted = _estimate(name, "people", effective, row)
    return SurveyMeasure(name=name, unweighted=_estimate(name, "one", row["n"], row), weighted=weighted)


def _estimate(name: Name, by: str, n: int, row: Mapping[str, Any]) -> Estimate:
    """The mean of the values, and its interval for as many answers."""
    column = {"nps": "points", "mean": "mean", "top-two": "top"}[name]
    total, mean = row[f"{by}_n"], row[f"{by}_{column}"] / row[f"{by}_n"]
    low, high = _interval(name, n, mean, row.get(f"{by}_{column}_squares", 0.0) / total)
    return Estimate(value=mean, low=low, high=high)


def _interval(name: Name, n: int, mean: float, square: float) -> Interval:
    """`square` is the mean of the squares of the values."""
    if name == "top-two":
        return share_interval(mean * n, n)
    if name == "nps":
        return promoter_interval(n, mean, square * n)
    return mean_interval(n, mean, square * n)
