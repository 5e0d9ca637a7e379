"""Which column of a file means what: the mapping from people's own tables to events and answers."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

ColumnName = Annotated[str, StringConstraints(max_length=500)]
Name = Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)]

Encoding = Literal["", "utf-8", "utf-16-le", "utf-16-be", "windows-1252", "latin-1"]
Separator = Literal["", ",", ";", "\t", "|"]


class Mapped(BaseModel):
    """What all parts of a mapping share."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class WideStep(Mapped):
    """One column of moments in a table with a row per order, ticket or visit: each filled cell is one event."""

    column: ColumnName = Field(min_length=1, description="The column that holds the moment.")
    event: Name = Field(min_length=1, description="The event's name.")
    channel: Name = Field("", description="The channel in which it happens.")
    due: ColumnName = Field("", description="The column that holds the moment that was promised for it.")


class Join(Mapped):
    """Another file that knows a column which this one lacks, found by a key that both carry."""

    file: Name = Field(min_length=1, description="The other file's name; it stands in the same folder or upload.")
    key: ColumnName = Field(
        min_length=1, description="The key's column in this file (or one that a join before brought)."
    )
    their_key: ColumnName = Field("", description="The key's column in the other file; empty: the same name.")
    column: ColumnName = Field(min_length=1, description="The column to bring.")

    @property
    def found_by(self) -> str:
        """The key's column in the other file."""
        return self.their_key or self.key


class Mapping(Mapped):
    """How one file becomes events or answers; a text names a column, one ending in `_is` holds for all rows."""

    kind: Literal["events", "answers", "wide"] = Field(
        "events",
        description="events: a row is an event. answers: a row is a survey answer. wide: a row has several moments.",
    )
    customer: ColumnName = Field(
        min_length=1, description="Who: the column is pseudonymised before anything is stored."
    )
    time: ColumnName = Field("", description="When (events and answers).")
    event: ColumnName = Field("", description="What happened (events).")
    event_is: Name = Field("", description="What happened, when it is the same in all rows.")
    channel: ColumnName = Field("", description="By what means.")
    channel_is: Name = Field("", description="By what means, when it is the same in all rows.")
    due: ColumnName = Field("", description="When it was promised (events).")
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
    question: ColumnName = Field("", description="Which question was answered.")
    question_is: Name = Field("", description="Which question, when it is the same in all rows.")
    score: ColumnName = Field("", description="The score that was given.")
    scale_min: float | None = Field(None, description="The worst score that can be given.")
    scale_max: float | None = Field(None, description="The best score that can be given.")
    text: ColumnName = Field("", description="What was written.")
    language: ColumnName = Field("", description="The language of the text.")
    language_is: Name = Field("", description="The language, when it is the same in all rows.")

    joins: tuple[Join, ...] = Field((), max_length=10, description="Columns brought from other files, in this order.")
    day_first: bool | None = Field(
        None,
        description="Whether 3/4 is the third of April; empty: the dates themselves decide, else yes, with a warning.",
    )
    zone: Name = Field("UTC", description="The time zone of moments that name none, such as Europe/Amsterdam.")
    decimal_comma: bool = Field(False, description="Whether scores are written as 4,5.")
    encoding: Encoding = Field("", description="How the file's letters are written; empty: detected.")
    separator: Separator = Field("", description="What stands between two columns; empty: detected.")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        missing = self._lacks()
        if missing:
            raise ValueError(missing)
        return self

    def _lacks(self) -> str:
        if self.kind == "wide":
            return "" if self.steps else "a wide mapping needs at least one column of moments in steps"
        if not self.time:
            return f"a mapping of {self.kind} needs the column that holds the time"
        if self.kind == "events" and not (self.event or self.event_is):
            return "a mapping of events needs the column event, or event_is"
        if self.kind == "answers" and not (self.score or self.text):
            return "a mapping of answers needs the column score, or text"
        if self.score and (self.scale_min is None or self.scale_max is None or self.scale_min >= self.scale_max):
            return "a score needs its scale: scale_min below scale_max"
        return ""

    def columns(self) -> tuple[str, ...]:
        """Every column that is read, each once, joined ones included."""
        single = (self.customer, self.time, self.event, self.channel, self.due)
        answer = (self.about, self.question, self.score, self.text, self.language)
        wide = [name for step in self.steps for name in (step.column, step.due)]
        keys = [join.key for join in self.joins]
        return tuple(dict.fromkeys(name for name in (*single, *answer, *wide, *keys) if name))

    def own_columns(self) -> tuple[str, ...]:
        """The columns that the file itself must have: those that no join brings."""
        brought = {join.column for join in self.joins}
        return tuple(name for name in self.columns() if name not in brought)
