"""A release: a day on which what customers meet has changed, so that older evidence may be stale."""

from datetime import date
from typing import Literal

from footfall.journey.fields import Record, RecordId, line, link, prose, references, value


class Release(Record):
    """What a person or a webhook announced."""

    type: Literal["release"] = "release"
    name: str = line("What was released.", required=True)
    text: str = prose("What changed for customers.")
    at: date | None = value("The day of it.", None)
    touchpoints: tuple[RecordId, ...] = references("touchpoint", "What it changed; none means all.")
    url: str = link("Its notes: https, http or mailto.")
