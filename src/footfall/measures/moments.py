"""Moments of truth: what matters and how good it is, in four quarters, and which side of a line is sure."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from footfall.measures.figure import Estimate
from footfall.measures.measure import Told

Quarter = Literal["improve", "keep", "leave", "spend"]
Axis = Literal["importance", "quality"]
Met = Literal["rating", "promise"]  # what happened at a touchpoint: a rating, or a promise that was kept or broken
Why = Literal["", "too-few", "all-alike", "other-scale", "no-weights", "no-importance", "no-quality"]

JUDGED = (1.0, 5.0)  # the scale on which teams judge importance and quality
MIDDLE = 3.0  # of that scale: above it something matters, and goes well
IMPORTANT = 0.3  # a medium correlation (Cohen 1988): a map has too few touchpoints for a line at their mean

ORDER: tuple[Quarter, ...] = ("improve", "keep", "leave", "spend")


class Placed(Told):
    """Where something stands: its quarter, and which lines its intervals cross."""

    quarter: Quarter = Field(
        description="improve: important and poor. keep: important and good. leave: unimportant and poor. spend: "
        "unimportant and good, where less would do."
    )
    unsure: tuple[Axis, ...] = Field((), description="Lines that its intervals cross: not sure which side it is on.")


class Lines(Told):
    """The two lines that part the quarters."""

    importance: float
    quality: float
    own: bool = Field(False, description="Whether a person set them; else they are the means of what is drawn.")


def placed(importance: Estimate, quality: Estimate, lines: Lines, better: str = "high") -> Placed:
    """The quarter of a point; on a line it counts as important, and as good. `better` is the good end of quality."""
    is_high = importance.value >= lines.importance
    is_good = quality.value <= lines.quality if better == "low" else quality.value >= lines.quality
    quarter: Quarter = ("keep" if is_good else "improve") if is_high else ("spend" if is_good else "leave")
    unsure: list[Axis] = []
    if _crosses(importance, lines.importance):
        unsure.append("importance")
    if _crosses(quality, lines.quality):
        unsure.append("quality")
    return Placed(quarter=quarter, unsure=tuple(unsure))


def _crosses(estimate: Estimate, line: float) -> bool:
    """Whether an interval holds the line; what was judged has no interval and is taken at its word."""
    return estimate.low is not None and estimate.high is not None and estimate.low <= line <= estimate.high


def means(points: Sequence[tuple[Estimate, Estimate]]) -> tuple[float, float]:
    """The mean importance and the mean quality of some points, each counted once."""
    return (
        sum(importance.value for importance, _ in points) / len(points),
        sum(quality.value for _, quality in points) / len(points),
    )


def rank(place: Placed | None, importance: float | None) -> tuple[int, bool, float]:
    """What comes first: the quarters in order, sure before unsure, then what matters most; the unplaced last."""
    if place is None:
        return len(ORDER), False, -(importance or 0)
    return ORDER.index(place.quarter), bool(place.unsure), -(importance or 0)
