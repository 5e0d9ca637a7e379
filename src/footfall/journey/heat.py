"""How much a map needs somebody: a shade and a word for each thing that a portfolio measures.

A shade goes from 0, nothing to do, to 1; the word says the same without colour. The bounds
between words are conventions of this product and stand in the guide.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Word = Literal[
    "", "good", "middling", "poor", "proven", "partly", "guessed", "fresh", "ageing", "stale", "never", "due", "some",
    "many", "none", "missing",
]  # fmt: skip
YEAR = 365  # days after which evidence is old where a map says nothing of its own
SEVERAL = 5  # from so many on a count is as dark as it gets


class Heat(BaseModel):
    """A number of a map with its shade and its word."""

    model_config = ConfigDict(frozen=True)

    value: float | None = Field(None, description="The number; empty where there is none.")
    shade: float | None = Field(None, ge=0, le=1, description="How much it needs somebody, 0 to 1; empty: not told.")
    word: Word = Field("", description="The same as a word.")


def of_score(score: float | None) -> Heat:
    """A mean score from -2 to +2."""
    return _better(score, -2, 2, poor=-0.5, good=0.5)


def of_promoters(points: float | None) -> Heat:
    """A Net Promoter Score, -100 to 100."""
    return _better(points, -100, 100, poor=0, good=30)


def of_fit(share: float | None) -> Heat:
    """The share of customers who do as drawn."""
    return _better(share, 0, 1, poor=0.5, good=0.8)


def of_assumed(assumed: int, cards: int) -> Heat:
    """The share of cards that cite nothing."""
    if not cards:
        return Heat()
    share = assumed / cards
    return Heat(value=share, shade=share, word="guessed" if share > 0.5 else "partly" if share > 0.2 else "proven")


def of_count(count: int) -> Heat:
    """So many cards of which each is a reason to look."""
    word: Word = "many" if count >= SEVERAL else "some" if count else "none"
    return Heat(value=count, shade=min(1.0, count / SEVERAL), word=word)


def of_age(days: int | None, allowed: int | None) -> Heat:
    """The age of the newest evidence, beside the days after which the map is reviewed."""
    if days is None:
        return Heat(shade=1, word="never")
    limit = allowed or YEAR
    share = max(0.0, days / limit)
    word: Word = "stale" if share > 1 else "ageing" if share > 0.5 else "fresh"
    return Heat(value=days, shade=min(1.0, share), word=word)


def of_review(days: int | None, allowed: int | None) -> Heat:
    """The days since the last review; due when the map says after how many."""
    if days is None:
        return Heat(shade=1, word="never")
    if allowed is None:
        return Heat(value=days)
    return Heat(value=days, shade=min(1.0, max(0.0, days / allowed)), word="due" if days > allowed else "fresh")


def of_owner(owner: str) -> Heat:
    """Whether somebody is named."""
    return Heat(shade=0) if owner.strip() else Heat(shade=1, word="missing")


def _better(value: float | None, worst: float, best: float, *, poor: float, good: float) -> Heat:
    if value is None:
        return Heat()
    shade = min(1.0, max(0.0, (best - value) / (best - worst)))
    return Heat(value=value, shade=shade, word="poor" if value < poor else "middling" if value < good else "good")
