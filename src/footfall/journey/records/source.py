"""A source of the library: where excerpts, and so what a team knows of its customers, come from."""

from datetime import date
from enum import StrEnum
from typing import Literal

from footfall.journey.fields import OptionalId, OrderKey, Record, RecordId, line, link, order, prose, references, value


class SourceKind(StrEnum):
    """How what a source says was gathered."""

    INTERVIEW = "interview"
    FIELD_STUDY = "field-study"
    DIARY_STUDY = "diary-study"
    USABILITY_TEST = "usability-test"
    CALL_LOG = "call-log"
    TICKETS = "tickets"
    SURVEY = "survey"
    SOCIAL_MEDIA = "social-media"
    REVIEW = "review"
    WEB_ANALYTICS = "web-analytics"
    SESSION_RECORDING = "session-recording"
    STAFF = "staff"
    DESK_RESEARCH = "desk-research"


class Source(Record):
    """An interview, a survey, a set of tickets: what was gathered, when, from whom and by whom."""

    type: Literal["source"] = "source"
    name: str = line("Name.", required=True)
    kind: SourceKind = value("How it was gathered.", SourceKind.INTERVIEW)
    held: date | None = value("The day on which it was gathered; the last one when it took several.", None)
    n: int | None = value("How many people it covers, or rows.", None, ge=0)
    collector: str = line("Who gathered it.")
    method: str = prose("How it was gathered, and how people were chosen.")
    segment: str = line("Which customers it covers.")
    personas: tuple[RecordId, ...] = references("persona", "The personas whom it covers.")
    dataset: OptionalId = value("The dataset that it is, when its rows were imported.", "")
    file: OptionalId = value("The file that was kept of it.", "")
    url: str = link("Where it is to be found: https, http or mailto.")
    order: OrderKey = order()
