"""Events out of a batch of rows: one in each row, or one in each filled column of moments."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.events.attributes import as_json
from footfall.events.cells import Canonical, Flags, Reading, Rows, channel, empty, long, plain, trimmed
from footfall.events.columns import WideStep
from footfall.events.layout import EVENT_PART, LONGEST_NAME, MOMENT
from footfall.events.sheets import Batch
from footfall.events.times import read_moments

UNITS = {"seconds": 1_000_000, "minutes": 60_000_000, "hours": 3_600_000_000, "days": 86_400_000_000}

MICROSECOND = pa.scalar(1, pa.duration("us"))


def events(reading: Reading, batch: Batch, rows: Rows, customers: Any) -> Canonical:
    """One event for each good row. Raises InvalidData when the event column cannot be one."""
    mapping = reading.mapping
    happened = reading.names(batch)
    unwanted = np.asarray(pc.is_in(happened, value_set=pa.array(mapping.leave_out, pa.string())))
    rows.leave_out(unwanted, "no-moment", "The event is no moment of a journey, as the mapping says.", mapping.event)
    times = reading.times(batch, rows)
    rows.refuse(empty(happened), "no-event", "There is no event.", mapping.event)
    rows.refuse(long(happened), "long-event", f"The event's name passes {LONGEST_NAME} characters.", mapping.event)
    columns = {
        "customer": pa.array(customers),
        "time": times,
        "until": reading.until(batch, mapping.time, times),
        "event": happened,
        "channel": channel(batch, mapping),
        "due": reading.due(batch, mapping.due),
        "broken": reading.broken(batch, rows),
        "row": reading.row_ids(batch),
        "attributes": as_json(reading, batch, mapping.attributes),
        "arrival": reading.arrivals(batch),
    }
    reading.count_names(happened.filter(rows.good))
    return rows.keep(pa.table(columns, schema=plain(EVENT_PART)))


def wide(reading: Reading, batch: Batch, rows: Rows, customers: Any) -> Canonical:
    """One event for each filled column of moments."""
    moments = [_moment(reading, batch, step) for step in reading.mapping.steps]
    none = np.logical_and.reduce([empty(moment) for moment in moments])
    steps = reading.mapping.steps
    rows.refuse(none, "no-time", "None of the columns of moments can be read.", steps[0].column)
    untils = [reading.until(batch, step.column, moment) for step, moment in zip(steps, moments, strict=True)]
    _look_backwards(reading, rows, list(zip(moments, untils, strict=True)))
    kept = int(rows.good.sum())
    shared = {
        "customer": pa.array(customers),
        "broken": reading.broken(batch, rows),
        "attributes": as_json(reading, batch, reading.mapping.attributes),
        "row": reading.row_ids(batch),
    }
    tables = [
        _step(reading, batch, rows.good & ~empty(moment), shared | {"time": moment, "until": until}, (index, step))
        for index, (step, moment, until) in enumerate(zip(steps, moments, untils, strict=True))
    ]
    return Canonical(pa.concat_tables(tables), kept)


def _moment(reading: Reading, batch: Batch, step: WideStep) -> pa.Array:
    """When a step happened: a moment, or a count that begins at another one."""
    if not step.after:
        return reading.moment(batch, step.column)
    begun = read_moments(batch.columns[step.after], reading.mapping.zone, reading.order.day_first)
    column = trimmed(batch.columns[step.column])
    count = reading.scores.numbers(column, step.column)
    sentence = "The time that it took is no number. It was left out."
    unreadable = empty(count) & ~empty(column)
    reading.warned.add_rows("unreadable-count", sentence, unreadable, batch.lines, (step.column, column))
    micros = pc.round(pc.multiply(count, UNITS[step.unit])).cast(pa.int64(), safe=False)
    return pc.add(begun.cast(pa.int64()), micros).cast(MOMENT)


def _step(
    reading: Reading,
    batch: Batch,
    good: Flags,
    shared: dict[str, pa.Array],
    step: tuple[int, WideStep],
) -> pa.Table:
    index, told = step
    count = len(batch.lines)
    columns = {
        **shared,
        "event": pa.repeat(told.event, count),
        "channel": pa.repeat(told.channel, count) if told.channel else channel(batch, reading.mapping),
        "due": reading.due(batch, told.due),
        "arrival": pc.add(pc.multiply(reading.arrivals(batch), len(reading.mapping.steps)), index),
    }
    return pa.table(columns, schema=plain(EVENT_PART)).filter(pa.array(good))


def _look_backwards(reading: Reading, rows: Rows, moments: list[tuple[pa.Array, pa.Array]]) -> None:
    """Rows in which a moment lies before one of an earlier step: reported, and refused when the mapping says so.

    Of a day without a time only what ends before the earlier step's moment is backwards.
    """
    latest = np.full(len(rows.good), np.iinfo(np.int64).min)
    backwards = np.zeros(len(rows.good), bool)
    for moment, until in moments:
        begins, ends = _micros(moment), _micros(pc.coalesce(pc.subtract(until, MICROSECOND), moment))
        filled = ~empty(moment)
        backwards |= filled & (ends < latest)
        latest = np.where(filled, np.maximum(latest, begins), latest)
    if reading.mapping.backwards == "refuse":
        rows.refuse(backwards, "backwards", "The steps run backwards in time.", reading.mapping.steps[0].column)
    else:
        sentence = "The steps run backwards in time; each event was kept at its own time."
        rows.warn(reading.warned, backwards, "backwards", sentence, reading.mapping.steps[0].column)


def _micros(moments: pa.Array) -> Any:
    return np.asarray(pc.fill_null(moments.cast(pa.int64()), np.iinfo(np.int64).max), np.int64)
