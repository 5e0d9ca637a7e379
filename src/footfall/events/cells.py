"""What the readers of events and answers share: the good rows of a batch, its moments, and cells of text."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.errors import InvalidData
from footfall.events.addresses import clean
from footfall.events.identity import Pseudonyms
from footfall.events.layout import LONGEST_NAME, MOMENT, MOST_NAMES
from footfall.events.mapping import Mapping
from footfall.events.masks import Masks
from footfall.events.promises import broken
from footfall.events.remarks import Remarks
from footfall.events.scores import ScoreReader
from footfall.events.sheets import Batch
from footfall.events.tally import Tally
from footfall.events.times import day_comes_first, ends_of_days, has_ambiguous_dates, one_moment, read_moments

Flags = np.ndarray[Any, np.dtype[np.bool_]]

UNREADABLE = "The time cannot be read, or lies outside the years 1900 to 2100."


@dataclass(frozen=True)
class Canonical:
    """Rows of a part, and how many of the file's rows they came from."""

    table: pa.Table
    kept: int


@dataclass
class Rows:
    """The rows of a batch that are still good."""

    batch: Batch
    good: Flags
    refused: Remarks
    left_out: Remarks

    def leave_out(self, rows: Flags, reason: str, sentence: str, column: str) -> None:
        """Leave out rows that are still good but that nobody wants: neither kept nor refused."""
        rows = rows & self.good
        self.left_out.add_rows(reason, sentence, rows, self.batch.lines, (column, self.batch.columns.get(column)))
        self.good = self.good & ~rows

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
class Reading:
    """What lasts from one batch of a file to the next."""

    mapping: Mapping
    order: DateOrder
    refused: Remarks
    warned: Remarks
    left_out: Remarks
    pseudonyms: Pseudonyms
    arrival: int = 0
    tally: Tally = field(default_factory=Tally)
    scores: ScoreReader = field(init=False)
    masks: Masks = field(default_factory=Masks)
    _names: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.scores = ScoreReader(self.mapping)

    def names(self, batch: Batch) -> pa.Array:
        """What happened in each row; web addresses are cleaned by the mapping's rules."""
        mapping = self.mapping
        told = [trimmed(batch.columns[name]) for name in (mapping.event, mapping.event_else) if name]
        names = pc.coalesce(*told, pa.scalar(mapping.event_is or None, pa.string())) if told else None
        if names is None:
            return named(batch, "", mapping.event_is)
        if not mapping.clean_paths:
            return names
        encoded = pc.dictionary_encode(names)
        cleaned = [clean(name, mapping.clean_paths) for name in encoded.dictionary.to_pylist()]
        return pa.array(cleaned, pa.string()).take(encoded.indices)

    def times(self, batch: Batch, rows: Rows) -> pa.Array:
        """When each row happened; a row that does not say is refused."""
        if not self.mapping.time:
            return pa.repeat(
                one_moment(self.mapping.time_is, self.mapping.zone, self.order.day_first), len(batch.lines)
            )
        column = batch.columns[self.mapping.time]
        times = read_moments(column, self.mapping.zone, self.order.day_first)
        rows.refuse(empty(column), "no-time", "There is no time.", self.mapping.time)
        rows.refuse(empty(times), "unreadable-time", UNREADABLE, self.mapping.time)
        return times

    def until(self, batch: Batch, name: str, moments: pa.Array) -> pa.Array:
        """When the day ends, where the column of these moments tells days only."""
        if not name:
            return pa.nulls(len(batch.lines), MOMENT)
        return ends_of_days(batch.columns[name], moments, self.mapping.zone)

    def due(self, batch: Batch, column: str) -> pa.Array:
        """When it was promised, where a column says so; a day without a time is promised until it ends."""
        if not column:
            return pa.nulls(len(batch.lines), MOMENT)
        moments = self.moment(batch, column)
        last = pc.subtract(self.until(batch, column, moments), pa.scalar(1, pa.duration("us")))
        return pc.coalesce(last, moments)

    def moment(self, batch: Batch, name: str) -> pa.Array:
        """A moment without which the row can live: an unreadable one is reported and left out."""
        column = batch.columns[name]
        moments = read_moments(column, self.mapping.zone, self.order.day_first)
        unreadable = empty(moments) & ~empty(column)
        self.warned.add_rows(
            "unreadable-moment", f"{UNREADABLE} It was left out.", unreadable, batch.lines, (name, column)
        )
        return moments

    def broken(self, batch: Batch, rows: Rows) -> pa.Array:
        """Whether the promise was broken, where a column says so."""
        name = self.mapping.on_time
        if not name:
            return pa.nulls(len(batch.lines), pa.bool_())
        said = trimmed(batch.columns[name])
        found = broken(said)
        sentence = "Whether the promise was kept is neither yes nor no. It was left out."
        rows.warn(self.warned, empty(found) & ~empty(said), "unreadable-promise", sentence, name)
        return found

    def row_ids(self, batch: Batch) -> pa.Array:
        """The rows' own ids as codes, where a column holds them."""
        if not self.mapping.id:
            return pa.nulls(len(batch.lines), pa.int64())
        ids = trimmed(batch.columns[self.mapping.id])
        return pa.array(self.pseudonyms.codes_once(ids), mask=empty(ids))

    def arrivals(self, batch: Batch) -> pa.Array:
        """Each row's place in the file."""
        return pa.array(np.arange(self.arrival, self.arrival + len(batch.lines), dtype=np.int64))

    def count_names(self, events: pa.Array) -> None:
        """Raise InvalidData when a column holds so many names that it names no events."""
        self._names.update(pc.unique(events).to_pylist())
        if len(self._names) > MOST_NAMES:
            column = self.mapping.event or self.mapping.about
            raise InvalidData(
                f"The column {column} holds more than {MOST_NAMES:,} different names.",
                "Events repeat: they are kinds of moments, such as `Parcel delivered`.",
                "Name the column that says what happened, not which one it was.",
            )


def plain(schema: pa.Schema) -> pa.Schema:
    """The schema with names as plain text: batches become dictionaries when they are written."""
    return pa.schema(
        [(field.name, pa.string() if pa.types.is_dictionary(field.type) else field.type) for field in schema]
    )


def trimmed(column: pa.Array) -> pa.Array:
    """Text without blanks around it; empty text becomes empty."""
    text = pc.utf8_trim_whitespace(column.cast(pa.string()))
    return pc.if_else(pc.equal(text, ""), pa.scalar(None, pa.string()), text)


def named(batch: Batch, column: str, constant: str) -> pa.Array:
    """The names in a column, or the one name that holds for all rows, or nothing."""
    if column:
        return trimmed(batch.columns[column])
    return pa.repeat(pa.scalar(constant or None, pa.string()), len(batch.lines))


def channel(batch: Batch, mapping: Mapping) -> pa.Array:
    """By what means."""
    return cut(pc.fill_null(named(batch, mapping.channel, mapping.channel_is), ""), LONGEST_NAME)


def cut(text: pa.Array, length: int) -> pa.Array:
    """The first letters of each text."""
    return pc.utf8_slice_codeunits(text, 0, length)


def empty(column: pa.Array) -> Flags:
    """Which cells hold nothing."""
    return np.asarray(column.is_null())


def long(names: pa.Array) -> Flags:
    """Which names are too long for a name."""
    return np.asarray(pc.greater(pc.fill_null(pc.utf8_length(names), 0), LONGEST_NAME))
