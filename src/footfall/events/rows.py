"""One batch of a file's rows, read as canonical rows under a mapping."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.errors import InvalidData
from footfall.events.columns import WideStep
from footfall.events.identity import Pseudonyms
from footfall.events.layout import ANSWER_PART, EVENT_PART, LONGEST_NAME, LONGEST_TEXT, MOMENT, MOST_NAMES
from footfall.events.mapping import Mapping
from footfall.events.remarks import Remarks
from footfall.events.sheets import Batch
from footfall.events.times import day_comes_first, has_ambiguous_dates, read_moments

Flags = np.ndarray[Any, np.dtype[np.bool_]]

UNREADABLE = "The time cannot be read, or lies outside the years 1900 to 2100."


@dataclass(frozen=True)
class Canonical:
    """Rows of a part, and how many of the file's rows they came from."""

    table: pa.Table
    kept: int


@dataclass
class DateOrder:
    """Whether dates name the day first: told by the mapping, else by the first dates that can be read one way only."""

    told: bool | None
    found: bool | None = None
    guessed: bool = False
    seen: bool = False

    def look(self, columns: list[pa.Array]) -> bool:
        """Decide for a batch; what an earlier batch decided stays."""
        if any(has_ambiguous_dates(column) for column in columns):
            self.seen = True
            if self.told is None and self.found is None:
                answers = [day_comes_first(column) for column in columns]
                self.found = next((answer for answer in answers if answer is not None), None)
                self.guessed = self.found is None
        return self.day_first

    @property
    def day_first(self) -> bool:
        """How dates are read."""
        return self.told if self.told is not None else self.found is not False

    @property
    def read_as(self) -> bool | None:
        """How dates were read, or None when there were none of the kind."""
        return self.day_first if self.seen else None


@dataclass
class RowReader:
    """Reads batches one after the other; refusals and warnings are counted on the way."""

    mapping: Mapping
    pseudonyms: Pseudonyms
    order: DateOrder
    refused: Remarks
    warned: Remarks
    _names: set[str] = field(default_factory=set)
    _arrival: int = 0

    def read(self, batch: Batch) -> Canonical:
        """Read one batch. Raises InvalidData when the event column cannot be one."""
        self.order.look([batch.columns[name] for name in self._moment_columns()])
        customers = self.pseudonyms.codes(_trimmed(batch.columns[self.mapping.customer]))
        rows = _Rows(batch, np.ones(len(batch.lines), bool), self.refused)
        blank = np.logical_and.reduce([_empty(column) for column in batch.columns.values()])
        rows.refuse(blank, "blank", "The line is blank, or none of the mapped columns is filled.", "", hide=True)
        rows.refuse(customers == 0, "no-customer", "There is no customer.", self.mapping.customer, hide=True)
        readers = {"events": self._events, "answers": self._answers, "wide": self._wide}
        canonical = readers[self.mapping.kind](batch, rows, customers)
        self._arrival += len(batch.lines)
        return canonical

    def _moment_columns(self) -> list[str]:
        wide = [name for step in self.mapping.steps for name in (step.column, step.due)]
        return [name for name in (self.mapping.time, self.mapping.due, *wide) if name]

    def _events(self, batch: Batch, rows: "_Rows", customers: Any) -> Canonical:
        mapping = self.mapping
        times = self._times(batch, rows)
        events = _named(batch, mapping.event, mapping.event_is)
        rows.refuse(_empty(events), "no-event", "There is no event.", mapping.event)
        rows.refuse(_long(events), "long-event", f"The event's name passes {LONGEST_NAME} characters.", mapping.event)
        columns = {
            "customer": pa.array(customers),
            "time": times,
            "event": events,
            "channel": _channel(batch, mapping),
            "due": self._due(batch, mapping.due),
            "arrival": self._arrivals(batch),
        }
        self._count_names(events.filter(rows.good))
        return rows.keep(pa.table(columns, schema=_plain(EVENT_PART)))

    def _answers(self, batch: Batch, rows: "_Rows", customers: Any) -> Canonical:
        mapping, count = self.mapping, len(batch.lines)
        times = self._times(batch, rows)
        scores = self._scores(batch, rows)
        text = _trimmed(batch.columns[mapping.text]) if mapping.text else pa.nulls(count, pa.string())
        rows.refuse(_empty(scores) & _empty(text), "no-answer", "There is neither a score nor a text.", mapping.score)
        bounds = [
            pc.if_else(scores.is_valid(), float(bound or 0), pa.scalar(None, pa.float64())) for bound in self._scale
        ]
        columns = {
            "customer": pa.array(customers),
            "time": times,
            "about": _named(batch, mapping.about, mapping.about_is),
            "channel": _channel(batch, mapping),
            "question": _cut(pc.fill_null(_named(batch, mapping.question, mapping.question_is), ""), LONGEST_NAME),
            "score": scores,
            "scale_min": bounds[0],
            "scale_max": bounds[1],
            "text": _cut(text, LONGEST_TEXT),
            "language": _cut(pc.fill_null(_named(batch, mapping.language, mapping.language_is), ""), LONGEST_NAME),
            "arrival": self._arrivals(batch),
        }
        self._count_names(columns["about"].filter(rows.good))
        return rows.keep(pa.table(columns, schema=_plain(ANSWER_PART)))

    @property
    def _scale(self) -> tuple[float | None, float | None]:
        return self.mapping.scale_min, self.mapping.scale_max

    def _wide(self, batch: Batch, rows: "_Rows", customers: Any) -> Canonical:
        moments = [self._moment(batch, step.column) for step in self.mapping.steps]
        none = np.logical_and.reduce([_empty(moment) for moment in moments])
        steps = self.mapping.steps
        rows.refuse(none, "no-time", "None of the columns of moments can be read.", steps[0].column)
        self._look_backwards(rows, moments)
        kept = int(rows.good.sum())
        tables = [
            self._step(batch, rows.good & ~_empty(moment), customers, (index, step), moment)
            for index, (step, moment) in enumerate(zip(steps, moments, strict=True))
        ]
        return Canonical(pa.concat_tables(tables), kept)

    def _step(
        self, batch: Batch, good: Flags, customers: Any, step: tuple[int, WideStep], moments: pa.Array
    ) -> pa.Table:
        index, wide = step
        count = len(batch.lines)
        columns = {
            "customer": pa.array(customers),
            "time": moments,
            "event": pa.repeat(wide.event, count),
            "channel": pa.repeat(wide.channel, count) if wide.channel else _channel(batch, self.mapping),
            "due": self._due(batch, wide.due),
            "arrival": pc.add(pc.multiply(self._arrivals(batch), len(self.mapping.steps)), index),
        }
        return pa.table(columns, schema=_plain(EVENT_PART)).filter(pa.array(good))

    def _look_backwards(self, rows: "_Rows", moments: list[pa.Array]) -> None:
        """Rows in which a moment lies before one of an earlier step: reported, and refused when the mapping says so."""
        latest = np.full(len(rows.good), np.iinfo(np.int64).min)
        backwards = np.zeros(len(rows.good), bool)
        for moment in moments:
            micros = np.asarray(pc.fill_null(moment.cast(pa.int64()), np.iinfo(np.int64).max), np.int64)
            filled = ~_empty(moment)
            backwards |= filled & (micros < latest)
            latest = np.where(filled, np.maximum(latest, micros), latest)
        if self.mapping.backwards == "refuse":
            rows.refuse(backwards, "backwards", "The steps run backwards in time.", self.mapping.steps[0].column)
        else:
            sentence = "The steps run backwards in time; each event was kept at its own time."
            rows.warn(self.warned, backwards, "backwards", sentence, self.mapping.steps[0].column)

    def _times(self, batch: Batch, rows: "_Rows") -> pa.Array:
        column = batch.columns[self.mapping.time]
        times = read_moments(column, self.mapping.zone, self.order.day_first)
        rows.refuse(_empty(column), "no-time", "There is no time.", self.mapping.time)
        rows.refuse(_empty(times), "unreadable-time", UNREADABLE, self.mapping.time)
        return times

    def _due(self, batch: Batch, column: str) -> pa.Array:
        return self._moment(batch, column) if column else pa.nulls(len(batch.lines), MOMENT)

    def _moment(self, batch: Batch, name: str) -> pa.Array:
        """A moment without which the row can live: an unreadable one is reported and left out."""
        column = batch.columns[name]
        moments = read_moments(column, self.mapping.zone, self.order.day_first)
        unreadable = _empty(moments) & ~_empty(column)
        self.warned.add_rows(
            "unreadable-moment", f"{UNREADABLE} It was left out.", unreadable, batch.lines, (name, column)
        )
        return moments

    def _scores(self, batch: Batch, rows: "_Rows") -> pa.Array:
        if not self.mapping.score:
            return pa.nulls(len(batch.lines), pa.float64())
        column, (low, high) = _trimmed(batch.columns[self.mapping.score]), self._scale
        scores = _numbers(column, self.mapping.decimal_comma)
        rows.refuse(_empty(scores) & ~_empty(column), "unreadable-score", "The score is no number.", self.mapping.score)
        values = np.asarray(pc.fill_null(scores, low), np.float64)
        outside = (values < (low or 0)) | (values > (high or 0))
        rows.refuse(outside, "outside-scale", f"The score lies outside {low:g} to {high:g}.", self.mapping.score)
        return scores

    def _arrivals(self, batch: Batch) -> pa.Array:
        return pa.array(np.arange(self._arrival, self._arrival + len(batch.lines), dtype=np.int64))

    def _count_names(self, events: pa.Array) -> None:
        self._names.update(pc.unique(events).to_pylist())
        if len(self._names) > MOST_NAMES:
            column = self.mapping.event or self.mapping.about
            raise InvalidData(
                f"The column {column} holds more than {MOST_NAMES:,} different names.",
                "Events repeat: they are kinds of moments, such as `Parcel delivered`.",
                "Name the column that says what happened, not which one it was.",
            )


@dataclass
class _Rows:
    """The rows of a batch that are still good."""

    batch: Batch
    good: Flags
    refused: Remarks

    def refuse(self, rows: Flags, reason: str, sentence: str, column: str, *, hide: bool = False) -> None:
        """Refuse rows that are still good; each row is refused for one reason only."""
        rows = rows & self.good
        values = None if hide else self.batch.columns.get(column)
        self.refused.add_rows(reason, sentence, rows, self.batch.lines, (column, values))
        self.good = self.good & ~rows

    def warn(self, warned: Remarks, rows: Flags, reason: str, sentence: str, column: str) -> None:
        """Remark on rows that are kept."""
        warned.add_rows(reason, sentence, rows & self.good, self.batch.lines, (column, self.batch.columns.get(column)))

    def keep(self, table: pa.Table) -> Canonical:
        """Give the good rows."""
        return Canonical(table.filter(pa.array(self.good)), int(self.good.sum()))


def _plain(schema: pa.Schema) -> pa.Schema:
    """The schema with names as plain text: batches become dictionaries when they are written."""
    return pa.schema(
        [(field.name, pa.string() if pa.types.is_dictionary(field.type) else field.type) for field in schema]
    )


def _trimmed(column: pa.Array) -> pa.Array:
    """Text without blanks around it; empty text becomes empty."""
    text = pc.utf8_trim_whitespace(column.cast(pa.string()))
    return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)


def _named(batch: Batch, column: str, constant: str) -> pa.Array:
    """The names in a column, or the one name that holds for all rows, or nothing."""
    if column:
        return _trimmed(batch.columns[column])
    return pa.repeat(pa.scalar(constant or None, pa.string()), len(batch.lines))


def _channel(batch: Batch, mapping: Mapping) -> pa.Array:
    return _cut(pc.fill_null(_named(batch, mapping.channel, mapping.channel_is), ""), LONGEST_NAME)


def _cut(text: pa.Array, length: int) -> pa.Array:
    return pc.utf8_slice_codeunits(text, 0, length)


def _empty(column: pa.Array) -> Flags:
    return np.asarray(column.is_null())


def _long(names: pa.Array) -> Flags:
    return np.asarray(pc.greater(pc.fill_null(pc.utf8_length(names), 0), LONGEST_NAME))


def _numbers(text: pa.Array, decimal_comma: bool) -> pa.Array:
    """Numbers out of text; empty where there is none."""
    if decimal_comma:
        text = pc.replace_substring(pc.replace_substring(text, ".", ""), ",", ".")
    shaped = pc.match_substring_regex(text, r"^[+-]?\d{1,15}(\.\d+)?$")
    return pc.if_else(shaped, text, pa.scalar(None, pa.string())).cast(pa.float64())
