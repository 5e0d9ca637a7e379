"""Which column of a file means what: the mapping from people's own tables to events, answers and customers."""

from typing import Literal, Self

from pydantic import Field, model_validator

from footfall.events.columns import (
    PROMOTER_SCALE,
    Asked,
    Attribute,
    Codes,
    ColumnName,
    Instrument,
    Join,
    LeftOut,
    Mapped,
    Name,
    PathRule,
    WideStep,
)

Encoding = Literal["", "utf-8", "utf-16-le", "utf-16-be", "windows-1252", "latin-1"]
Separator = Literal["", ",", ";", "\t", "|"]
Kind = Literal["events", "answers", "wide", "customers", "aliases"]


class FileMapping(Mapped):
    """How a file is read as a table."""

    source: Name = Field("", description="The tool whose export it is, such as Segment or Qualtrics; empty: any.")
    encoding: Encoding = Field("", description="How the file's letters are written; empty: detected.")
    separator: Separator = Field("", description="What stands between two columns; empty: detected.")
    header_rows: int = Field(1, ge=1, le=5, description="Rows of headings; the columns' names stand in the first.")
    worksheet: Name = Field("", description="The worksheet of a workbook; empty: the first with a table.")
    unfold: ColumnName = Field(
        "", description="The list inside each JSON object whose entries are the rows; for OCEL the type of object."
    )
    joins: tuple[Join, ...] = Field((), max_length=10, description="Columns brought from other files, in this order.")
    day_first: bool | None = Field(
        None,
        description="Whether 3/4 is the third of April; empty: the dates themselves decide, else yes, with a warning.",
    )
    zone: Name = Field("UTC", description="The time zone of moments that name none, such as Europe/Amsterdam.")
    decimal_comma: bool = Field(False, description="Whether scores are written as 4,5.")


class Mapping(FileMapping):
    """How one file becomes events, answers or facts of customers.

    A text names a column; one ending in `_is` holds for all rows.
    """

    kind: Kind = Field(
        "events",
        description="events: a row is an event. answers: a row is a survey answer, or holds several. wide: a row has "
        "several moments. customers: a row is a customer with attributes. aliases: a row says that two ids are one.",
    )
    customer: ColumnName = Field(
        min_length=1,
        description="Who, or whose journey: the column is pseudonymised before anything is stored. `(row)`: each row "
        "is a customer of its own.",
    )
    customer_else: ColumnName = Field("", description="Who, where `customer` is empty, such as an anonymous id.")
    also_known_as: tuple[ColumnName, ...] = Field(
        (), max_length=10, description="Columns with other ids of the same customer; all of them become one customer."
    )
    id: ColumnName = Field("", description="The row's own id: a row that comes again in another file counts once.")
    leave_out_rows: tuple[LeftOut, ...] = Field((), max_length=20, description="Rows that are left out, such as tests.")
    attributes: tuple[Attribute, ...] = Field((), max_length=20, description="Columns stored beside it.")

    time: ColumnName = Field("", description="When (events and answers).")
    time_is: Name = Field("", description="When, when it is the same in all rows, such as 2017-05-15.")
    event: ColumnName = Field("", description="What happened (events).")
    event_else: ColumnName = Field("", description="What happened, where `event` is empty.")
    event_is: Name = Field("", description="What happened, when it is the same in all rows.")
    channel: ColumnName = Field("", description="By what means.")
    channel_is: Name = Field("", description="By what means, when it is the same in all rows.")
    due: ColumnName = Field("", description="When it was promised (events).")
    on_time: ColumnName = Field("", description="Whether a promise was kept, as yes or no (events).")
    leave_out: tuple[Name, ...] = Field((), max_length=200, description="Events that are no moments of a journey.")
    only_changes: bool = Field(
        False, description="Whether a row that repeats the customer's last event is no event (audit logs of states)."
    )
    clean_paths: tuple[PathRule, ...] = Field(
        (),
        description="How web addresses become names of events. host: the site is left out. query: what follows ? or #. "
        "ids: numbers and codes become :id. language: a leading /nl or /en. slash: the last /. lower: capitals.",
    )
    session_gap: int | None = Field(None, ge=1, le=10_080, description="Minutes of silence that end a session.")
    steps: tuple[WideStep, ...] = Field(
        (), max_length=100, description="The columns of moments, in usual order (wide)."
    )
    backwards: Literal["keep", "refuse"] = Field(
        "keep",
        description="Rows whose moments run backwards in time: keep (each event at its own time; reported) or refuse.",
    )

    about: ColumnName = Field(
        "", description="The event that an answer is about, as the respondent or the survey says."
    )
    about_is: Name = Field(
        "",
        description="The event that all answers are about: the customer's last one before the answer, else the next; "
        "a customer without such an event answers about the last event before the answer.",
    )
    asked: tuple[Asked, ...] = Field((), max_length=300, description="Questions that have a column each.")
    question: ColumnName = Field("", description="Which question was answered, where a row is one answer.")
    question_is: Name = Field("", description="Which question, when it is the same in all rows.")
    score: ColumnName = Field("", description="The score that was given.")
    scale_min: float | None = Field(None, description="The lowest score that can be given.")
    scale_max: float | None = Field(None, description="The highest score that can be given.")
    instrument: Instrument = Field("", description="What the score is: nps, csat, ces or rating; empty: a rating.")
    better: Literal["high", "low"] = Field("high", description="Which end of the scale is the good one.")
    not_applicable: Codes = Field((), description="What is written for `never used` or `does not apply`.")
    blank: Codes = Field((), description="What is written where no answer was given.")
    labels: dict[str, float] = Field({}, max_length=100, description="Scores that are written as words: Good → 1.")
    weight: ColumnName = Field("", description="How many people a respondent stands for; empty: one.")
    text: ColumnName = Field("", description="What was written.")
    language: ColumnName = Field("", description="The language of the text; empty: told from the text.")
    language_is: Name = Field("", description="The language, when it is the same in all rows.")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        missing = self._lacks()
        if missing:
            raise ValueError(missing)
        return self

    def _lacks(self) -> str:
        match self.kind:
            case "wide":
                return "" if self.steps else "a wide mapping needs at least one column of moments in steps"
            case "customers":
                return "" if self.attributes else "a mapping of customers needs at least one column in attributes"
            case "aliases":
                return "" if self.also_known_as else "a mapping of aliases needs the other id's column in also_known_as"
        if not (self.time or self.time_is):
            return f"a mapping of {self.kind} needs the column that holds the time, or time_is"
        if self.kind == "events" and not (self.event or self.event_is):
            return "a mapping of events needs the column event, or event_is"
        return self._lacks_answers() if self.kind == "answers" else ""

    def _lacks_answers(self) -> str:
        if not (self.score or self.text or self.asked):
            return "a mapping of answers needs the column score, or text, or questions in asked"
        if self.score and (self.scale_min is None or self.scale_max is None or self.scale_min >= self.scale_max):
            return "a score needs its scale: scale_min below scale_max"
        if self.instrument == "nps" and (self.scale_min, self.scale_max, self.better) != PROMOTER_SCALE:
            return "an NPS is asked from 0 to 10, where 10 is good"
        return ""

    def columns(self) -> tuple[str, ...]:
        """Every column that is read, each once, joined ones included."""
        who = (*self.identity_columns(), self.id)
        single = (self.time, self.event, self.event_else, self.channel, self.due, self.on_time)
        answer = (self.about, self.question, self.score, self.weight, self.text, self.language)
        wide = [name for step in self.steps for name in (step.column, step.after, step.due)]
        lists = [one.column for one in self.attributes] + [one.column for one in self.asked]
        lists += [join.key for join in self.joins] + [one.column for one in self.leave_out_rows]
        return tuple(dict.fromkeys(name for name in (*who, *single, *answer, *wide, *lists) if name))

    def most_of_a_row(self) -> int:
        """How many events or answers a row makes at most; their places in the file follow each other."""
        answers = len(self.asked) + bool(self.score or self.text)
        return {"wide": len(self.steps), "answers": answers}.get(self.kind, 1)

    def moment_columns(self) -> tuple[str, ...]:
        """Every column that holds moments."""
        wide = [name for step in self.steps for name in (step.column, step.due)]
        return tuple(name for name in (self.time, self.due, *wide) if name)

    def identity_columns(self) -> tuple[str, ...]:
        """The columns that say who: the first is the customer's."""
        return tuple(name for name in (self.customer, self.customer_else, *self.also_known_as) if name)

    def own_columns(self) -> tuple[str, ...]:
        """The columns that the file itself must have: those that no join brings."""
        brought = {join.column for join in self.joins}
        return tuple(name for name in self.columns() if name not in brought)
