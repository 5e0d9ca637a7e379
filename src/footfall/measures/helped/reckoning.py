"""Effects out of the numbers before and after a start: of a series of periods, or of two groups."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import numpy as np

from footfall.measures.analysed import AnalysisResult, Figure
from footfall.measures.analyses.before_after import CONTROL, DAYS, TREATED
from footfall.measures.answering import QUANTILE
from footfall.measures.differences import Bounded
from footfall.measures.helped.effect import Bounds, Lacking, Line
from footfall.measures.helped.estimate import Estimate
from footfall.measures.helped.groups import Customers, difference_of_means, difference_of_quantiles
from footfall.measures.helped.series import LEAST, Change, Segmented, more_periods
from footfall.measures.kinds import kind_of

FEW_HITS = 5  # of a share in a group: fewer hits, or fewer misses, and its variance says nothing (Cochran 1954)

CHANGES: tuple[Change, ...] = ("mean", "level", "slope")

Sides = Mapping[str, Figure]


@dataclass(frozen=True)
class Reckoned:
    """An effect, or what is lacking to reckon it."""

    effect: Estimate | None = None
    lacking: Lacking = ""
    level: Estimate | None = None
    slope: Estimate | None = None
    more: int | None = None  # periods that would show the difference that is wanted
    lines: tuple[Line, ...] = ()


def sides_of(result: AnalysisResult) -> dict[str, Figure]:
    """The whole sides by name: before and after; of groups treated-before and so on."""
    return {
        "-".join(filter(None, (row.key["group"], row.key["side"]))): row.figures["value"]
        for row in result.rows
        if not row.key["period"]
    }


def of_periods(result: AnalysisResult, wanted: float = 0.0) -> Reckoned:
    """How much the numbers of periods changed; `wanted` is the smallest difference that matters, if any is said."""
    analysis: Any = result.analysis
    sides, every = sides_of(result), analysis.every
    if lacking := _lacking(sides):
        return Reckoned(lacking=lacking)
    told = [(row.key["period"], row.figures["value"]) for row in result.rows if row.key["period"]]
    known = sorted((date.fromisoformat(label), one) for label, one in told if one.value is not None)
    times = np.array([(day - analysis.started).days // DAYS[every] for day, _ in known], int)
    if min((times < 0).sum(), (times >= 0).sum()) < LEAST[every]:
        return Reckoned(lacking="periods")
    by_size = kind_of(analysis.question).aggregate != "sum"  # a count stands for itself
    weights = np.array([float(one.n) if by_size else 1.0 for _, one in known])
    design = Segmented(times, weights, days=every == "day")
    values = np.array([[one.value for _, one in known]])
    (effect,), (level,), (slope,) = (design.changes(values, change) for change in CHANGES)
    more = more_periods(design, values, effect, wanted or effect.value) if effect.is_unsure else None
    return Reckoned(effect, "", level, slope, more, _lines(analysis, times, design.coefficients(values)[0]))


def _lacking(sides: Sides) -> Lacking:
    """What both sides lack before anything can be said."""
    for side in ("before", "after"):
        if side not in sides or not sides[side].n:
            return side
    return "customers" if any(one.too_few for one in sides.values()) else ""


def _lines(analysis: Any, times: Any, found: Any) -> tuple[Line, ...]:
    base, rise, step, turn = (float(one) for one in found[:4])
    begin, end = int(times.min()), int(times.max()) + 1

    def line(name: Literal["before", "continued", "after"], first: int, last: int, level: float, slope: float) -> Line:
        days = [analysis.started + timedelta(DAYS[analysis.every] * at) for at in (first, last)]
        return Line(name=name, begin=days[0], end=days[1], first=level + slope * first, last=level + slope * last)

    return (
        line("before", begin, 0, base, rise),
        line("continued", 0, end, base, rise),
        line("after", 0, end, base + step, rise + turn),
    )


def of_groups(result: AnalysisResult, customers: Mapping[str, Customers]) -> Reckoned:
    """How much more the treated changed than the others; without a before, how far they are apart since the start."""
    analysis: Any = result.analysis
    sides, kind = sides_of(result), kind_of(analysis.question)
    if kind.aggregate == "sum":
        return Reckoned(lacking="count")
    after = [sides.get(f"{group}-after") for group in (TREATED, CONTROL)]
    before = [sides.get(f"{group}-before") for group in (TREATED, CONTROL)]
    if not all(one and one.n for one in after):
        return Reckoned(lacking="after" if not any(one and one.n for one in after) else "group")
    has_before = all(one and one.n for one in before)
    told = [one for one in (*after, *(before if has_before else ())) if one]
    if any(one.too_few for one in told):
        return Reckoned(lacking="customers")
    if kind.aggregate in QUANTILE:
        bounded = [Bounded(one.value or 0.0, one.low, one.high) for one in told]
        effect = difference_of_quantiles(bounded[:2], bounded[2:])
        return Reckoned(effect, lacking="" if effect else "customers")
    if kind.unit == "share" and any(_is_rare(customers[group], has_before) for group in (TREATED, CONTROL)):
        return Reckoned(lacking="rare")
    return Reckoned(difference_of_means(customers[TREATED], customers[CONTROL], has_before=has_before))


def _is_rare(group: Customers, has_before: bool) -> bool:
    """Whether nearly all values are the same."""
    sums = group.sums if has_before else group.sums[2:]
    hits, rows = float(sums[0::2].sum()), float(sums[1::2].sum())
    return min(hits, rows - hits) < FEW_HITS


def bounds(one: Estimate) -> Bounds:
    """An effect with its interval."""
    return Bounds(value=one.value, low=one.low, high=one.high)
