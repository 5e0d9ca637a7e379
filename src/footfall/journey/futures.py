"""Future maps: a copy of a map that keeps its ids, so that the two can be laid beside each other; and the way there."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Records
from footfall.journey.comparing import content
from footfall.journey.fields import LINE
from footfall.journey.records import HEADER_ID, Card, MapKind

# Nobody has agreed on the future yet, and nobody has walked it: the numbers of today are not read beside it.
OF_TODAY = frozenset({"status", "dataset"})
ENDINGS = {"nl": " (toekomst)"}


def grown(records: Records, base: str) -> Records:
    """The records of a new future map that begins as the map `base` is now, without its comments and versions."""
    header = {"title": "Untitled map"} | {
        field: value for field, value in records.get(HEADER_ID, {}).items() if field not in OF_TODAY
    }
    ending = ENDINGS.get(str(header.get("language", "en")).split("-")[0], " (future)")
    own = {
        "type": "map",
        "title": f"{header['title'][: LINE - len(ending)]}{ending}",
        "kind": MapKind.FUTURE.value,
        "base_map": base,
    }
    return content(records) | {HEADER_ID: header | own}


class Carried(BaseModel):
    """A value of a card of the current map that becomes what the future map says."""

    model_config = ConfigDict(frozen=True)

    card: str = Field(description="The card of the current map.")
    text: str = Field(description="What it says.")
    field: Literal["target", "target_is", "expected_hours"]
    before: float | str | None = None
    after: float | str | None = None


AIMS: tuple[Literal["target", "target_is", "expected_hours"], ...] = ("target", "target_is", "expected_hours")


def carried_targets(future: Mapping[str, Card], current: Mapping[str, Card]) -> tuple[Carried, ...]:
    """What the measures of the current map take over from those of the future one that ask the same question.

    Where several cards of the future map ask it, the one of the same id speaks, else the first; a measure without a
    target there keeps its own.
    """
    asked = {id: card for id, card in future.items() if card.question is not None and _aims(card)}
    return tuple(
        one
        for id, card in current.items()
        if card.question is not None and (speaks := _speaks(asked, id, card)) is not None
        for one in _taken(id, card, speaks)
    )


def _aims(card: Card) -> bool:
    return card.target is not None or card.expected_hours is not None


def _speaks(asked: Mapping[str, Card], id: str, card: Card) -> Card | None:
    same = {other: one for other, one in asked.items() if one.question == card.question}
    return same.get(id) or next(iter(same.values()), None)


def _taken(id: str, card: Card, speaks: Card) -> Iterator[Carried]:
    wanted = ("target", "target_is") if speaks.target is not None else ()
    for field in (*wanted, *(("expected_hours",) if speaks.expected_hours is not None else ())):
        before, after = getattr(card, field), getattr(speaks, field)
        if before != after:
            yield Carried(card=id, text=card.text, field=field, before=before, after=after)


Horizon = Literal["now", "next", "later"]
NOW, NEXT = 90, 270  # days until something is due


def horizon(status: str, due: date | None, today: date) -> Horizon | None:
    """When an opportunity is taken up: by its status and its due date, whichever is sooner; None once it is over."""
    if status in ("shipped", "dropped"):
        return None
    days = (due - today).days if due else None
    if status == "doing" or (days is not None and days <= NOW):
        return "now"
    return "next" if status == "planned" or (days is not None and days <= NEXT) else "later"
