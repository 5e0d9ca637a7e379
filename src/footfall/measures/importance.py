"""Moments of truth out of a survey: how much each item matters, derived from the answers, and how good it is.

Nobody is asked what matters: it is read from how strongly the rating of an item goes with the overall rating (derived
importance; Martilla and James 1977 for the quarters). The measure is the weighted Pearson correlation r over those who
gave both, pair by pair, so that who never used an item takes nothing from the others. Its 95 % interval is Fisher's
(1915): tanh(atanh r ± z / √(n - 3)), with Kish's effective number of answers as n. Items that go together share their
importance, and a correlation is no cause.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import atanh, sqrt, tanh
from typing import Any, Literal

import ibis
from ibis import _

from footfall.measures.score import SCALE
from footfall.measures.statistics import UNKNOWN, Interval, Z, effective_number
from footfall.measures.tables import answers, customers

LEAST_PAIRS = 30  # who gave both ratings: under this a correlation may be anything (r = 0: from -0.36 to 0.36)
TOGETHER = ["customer", "time"]  # what one customer answered at one moment belongs together

Weighting = Literal["one", "people"]


@dataclass(frozen=True)
class Going:
    """How strongly the ratings of an item go with the overall rating."""

    n: int
    customers: int
    effective: int
    value: float | None
    interval: Interval = UNKNOWN

    @property
    def is_little(self) -> bool:
        """Whether too few gave both ratings."""
        return self.effective < LEAST_PAIRS


def on_main_scales() -> Any:
    """All scores, of each question those on the scale that was answered most."""
    scored = answers.filter(_.score.notnull())
    scales = scored.group_by(*SCALE).agg(answered=_.count())
    order = ibis.window(group_by="question", order_by=[ibis.desc("answered"), *SCALE])
    first = scales.mutate(rank=ibis.row_number().over(order)).filter(_.rank == 0)
    return scored.join(first.select(*SCALE), SCALE)


def _ratings(by: Weighting) -> Any:
    """What one customer said to a question at one moment: its score, the good end high, and whom it stands for."""
    rows = on_main_scales()
    rows = rows.filter(_.weight.notnull()) if by == "people" else rows
    good = (rows.better == "low").ifelse(-rows.score, rows.score)
    weight = rows.weight if by == "people" else ibis.literal(1, "float64")
    told = rows.mutate(good=good, people=weight)
    return told.group_by("question", *TOGETHER).agg(score=_.score.mean(), good=_.good.mean(), weight=_.people.mean())


def pairs(overall: str, by: Weighting) -> Any:
    """(question, customer, time, score, x, y, w): the rating of each item beside the overall one of the same moment."""
    rated = _ratings(by)
    whole = rated.filter(rated.question == overall).select(*TOGETHER, y="good")
    items = rated.filter(rated.question != overall)
    return items.join(whole, TOGETHER).select("question", *TOGETHER, "score", "y", x="good", w="weight")


def sums(overall: str, by: Weighting) -> Any:
    """Of each item the counts and sums from which its correlation follows."""
    return summed(pairs(overall, by), "question").order_by("question")


def summed(rows: Any, *by: str) -> Any:
    """Of rows (x, y, w, customer) the counts and sums from which a weighted correlation follows, by some columns."""
    products = {"x": _.w * _.x, "y": _.w * _.y, "xx": _.w * _.x * _.x, "yy": _.w * _.y * _.y, "xy": _.w * _.x * _.y}
    sums = {name: product.sum() for name, product in products.items()}
    counts = {"n": _.count(), "customers": _.customer.nunique(), "w": _.w.sum(), "squares": (_.w * _.w).sum()}
    return rows.group_by(*by).agg(**counts, **sums)


def members(overall: str, question: str, by: Weighting) -> Any:
    """The ratings of an item that stand beside an overall one, with who gave them, in the order of pages."""
    rows = pairs(overall, by).filter(_.question == question)
    return _opened(rows.select("customer", value="score", at="time"))


def answered(question: str) -> Any:
    """All answers to a question from which its mean follows, with who gave them, in the order of pages."""
    rows = on_main_scales().filter(_.question == question)
    return _opened(rows.select("customer", value="score", at="time"))


def _opened(rows: Any) -> Any:
    named = rows.join(customers.select("customer", "identity"), "customer")
    return named.order_by(_.customer, _.at, _.value).select("identity", "value", "at")


def going(rows: Iterable[Mapping[str, Any]]) -> dict[str, Going]:
    """By question how strongly it goes with the overall rating, out of the rows of `sums`."""
    return {row["question"]: going_of(row) for row in rows}


def going_of(row: Mapping[str, Any]) -> Going:
    """How strongly two ratings go together, out of the sums of `summed`."""
    effective = effective_number(row["w"], row["squares"])
    value = _correlation(row)
    bounds = UNKNOWN if value is None else correlation_interval(value, effective)
    return Going(row["n"], row["customers"], effective, value, bounds)


def _correlation(row: Mapping[str, Any]) -> float | None:
    """Weighted Pearson correlation; nothing where all gave the same rating."""
    total = row["w"]
    if not total:
        return None
    x, y = row["x"] / total, row["y"] / total
    x_spread, y_spread = row["xx"] / total - x * x, row["yy"] / total - y * y
    if x_spread <= 1e-12 or y_spread <= 1e-12:
        return None
    together = (row["xy"] / total - x * y) / sqrt(x_spread * y_spread)
    return max(-1.0, min(1.0, float(together)))


def correlation_interval(r: float, n: int) -> Interval:
    """Fisher's interval of a correlation over n answers; unknown for fewer than four."""
    if n < 4:
        return UNKNOWN
    if abs(r) >= 1 - 1e-12:
        return r, r
    half = Z / sqrt(n - 3)
    return tanh(atanh(r) - half), tanh(atanh(r) + half)
