"""A card: what stands in a cell, with the fields that its lane's kind uses."""

from datetime import date
from typing import Literal

from footfall.journey.fields import (
    Member,
    OptionalId,
    OrderKey,
    Record,
    RecordId,
    line,
    link,
    members,
    order,
    prose,
    rating,
    reference,
    references,
    value,
)
from footfall.journey.questions import Question
from footfall.journey.records.evidence import Evidence
from footfall.journey.records.figure import ChartKind, Figure

Kano = Literal["", "must-be", "performance", "attractive", "indifferent", "reverse"]
Status = Literal["", "open", "planned", "doing", "shipped", "dropped"]


class Card(Record):
    """What stands in a cell; a card whose step or lane is gone waits in the tray."""

    type: Literal["card"] = "card"
    lane: OptionalId = reference("lane", "The lane that it stands in.")
    step: OptionalId = reference("step", "The first step that it stands in.")
    span: int = value("How many steps it covers.", 1, ge=1, le=500)
    order: OrderKey = order()
    text: str = prose("What it says, in light Markdown.")
    tags: tuple[Member, ...] = members("Tags.")
    owner: str = line("Who keeps it true.")
    status: Status = value("How far it is.", "")
    evidence: tuple[Evidence, ...] = value("What it stands on; its grade is computed from this.", ())

    score: float | None = value("Emotion, -2 (bad) to +2 (good), as drawn.", None, ge=-2, le=2)
    feeling: str = line("Feeling in a word.")
    persona: OptionalId = reference("persona", "Whose it is; the emotions of one persona are one curve.")
    basis: Literal["assumed", "measured"] = value(
        "Whether the emotion is on the assumed or the measured curve.", "assumed"
    )

    met: float | None = rating("How well the goal or need is met, 1 to 5.")

    touchpoint: OptionalId = reference("touchpoint", "The library touchpoint.")
    channels: tuple[RecordId, ...] = references("channel", "By what means.")
    direction: Literal["", "one-way", "two-way"] = value("Whether the customer can answer.", "")
    ownership: Literal["", "owned", "earned", "indirect"] = value("Who runs the touchpoint.", "")
    moment_of_truth: bool = value("Makes or breaks the experience.", False)
    importance: float | None = rating("Importance to the customer, 1 to 5.")
    quality: float | None = rating("Quality as judged, 1 to 5.")

    severity: Literal["", "minor", "moderate", "severe"] = value("How much a pain hurts.", "")

    customer_value: float | None = rating("Worth to the customer, 1 to 5.")
    business_value: float | None = rating("Worth to the organisation, 1 to 5.")
    effort: float | None = rating("Effort, 1 (small) to 5 (large).")
    kano: Kano = value("Kano class.", "")
    team: str = line("The team that takes it up.")
    teams: tuple[RecordId, ...] = references("team", "The teams of the library that answer for it.")
    due: date | None = value("When it should be done.", None)
    opportunity: OptionalId = reference("opportunity", "The opportunity of the library that it is, or that answers it.")

    source: str = line("Who said it, or where it was found.")
    url: str = link("Where it leads: https, http or mailto.")
    image: OptionalId = value("The file of the picture.", "")
    alt: str = line("What the picture shows, for who does not see it.")

    expected_hours: float | None = value("How long it should take, in hours.", None, ge=0)
    figures: tuple[Figure, ...] = value("Numbers of a small chart.", (), max_length=50)
    chart: ChartKind = value("How these numbers are drawn.", "bars")

    question: Question | None = value("What a measure card asks of the map's dataset.", None)
    target: float | None = value("The value that a measure should reach, in the measure's unit.", None)
    target_is: Literal["at-least", "at-most"] = value("On which side of the target is good.", "at-least")
