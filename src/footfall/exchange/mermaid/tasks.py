"""What a task's score and actors are in a map: emotion cards, one for each actor, and the other way round."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from footfall.journey.text.emitting import written

LOWEST, NEUTRAL, HIGHEST = 1, 3, 5
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?")
_KEPT = "Mermaid score "  # the tag that keeps a score that the scale does not have


def emotions(score: str, actors: Sequence[str]) -> tuple[dict[str, Any], ...]:
    """The fields of the emotion cards of a task; `persona` holds the actor's name."""
    drawn = feeling_of(score)
    if not drawn and not actors:
        return ()
    return tuple(drawn | {"persona": actor} for actor in actors) or (drawn,)


def feeling_of(score: str) -> dict[str, Any]:
    """Score 1 to 5 as -2 to +2; one outside is clamped and kept as a tag, what is no number is only kept."""
    if not score:
        return {}
    if not _NUMBER.fullmatch(score):
        return {"tags": [f"{_KEPT}{score}"[:2000]]}
    number = float(score)
    clamped = {"score": round(min(max(number, LOWEST), HIGHEST) - NEUTRAL, 6)}
    return clamped if LOWEST <= number <= HIGHEST else clamped | {"tags": [f"{_KEPT}{score}"]}


def is_odd(score: str) -> bool:
    """Whether a score is none that Mermaid documents."""
    return "tags" in feeling_of(score)


def score_of(cards: Sequence[Mapping[str, Any]]) -> str:
    """The score that stands for these emotion cards: the one that was kept while it still fits, else their mean."""
    kept = next(
        (tag.removeprefix(_KEPT) for card in cards for tag in card.get("tags", ()) if tag.startswith(_KEPT)), ""
    )
    if kept and all(feeling_of(kept).get("score") == card.get("score") for card in cards):
        return kept
    scores = [card["score"] for card in cards if card.get("score") is not None]
    return written(round(sum(scores) / len(scores) + NEUTRAL, 6)) if scores else str(NEUTRAL)
