"""Answers to a survey out of a batch of rows: one of a row, or one of each question that has a column."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.events.cells import Canonical, Flags, Reading, Rows, channel, cut, empty, named, plain, trimmed
from footfall.events.columns import Asked
from footfall.events.layout import ANSWER_PART, LONGEST_NAME, LONGEST_TEXT
from footfall.events.scores import codes_of, without
from footfall.events.sheets import Batch

Given = dict[str, Any]  # columns of a part of answers, by name

NOTHING = pa.scalar(None, pa.float64())


def answers(reading: Reading, batch: Batch, rows: Rows, customers: Any) -> Canonical:
    """Each good row's answers, each with a score, a text, or both."""
    mapping = reading.mapping
    told = {
        "customer": pa.array(customers),
        "time": reading.times(batch, rows),
        "channel": channel(batch, mapping),
        "weight": _weights(reading, batch, rows),
        "row": reading.row_ids(batch),
        "language": cut(pc.fill_null(named(batch, mapping.language, mapping.language_is), ""), LONGEST_NAME),
    }
    given = [_of_a_row(reading, batch, rows)] if mapping.score or mapping.text else []
    given += [_of_a_column(reading, batch, rows, asked) for asked in mapping.asked]
    none = np.logical_and.reduce([_is_nothing(one) for one in given])
    rows.refuse(none, "no-answer", "There is neither a score nor a text.", mapping.score)
    tables = [_table(reading, batch, rows, told | one, place) for place, one in enumerate(given)]
    for table in tables:
        reading.count_names(table["about"])
    return Canonical(pa.concat_tables(tables), int(rows.good.sum()))


def _table(reading: Reading, batch: Batch, rows: Rows, columns: Given, place: int) -> pa.Table:
    """The rows that answered this question; their place in the file is that of the row, then of the question."""
    arrival = pc.add(pc.multiply(reading.arrivals(batch), reading.mapping.most_of_a_row()), place)
    table = pa.table(columns | {"arrival": arrival}, schema=plain(ANSWER_PART))
    return table.filter(pa.array(rows.good & ~_is_nothing(columns)))


def _is_nothing(given: Given) -> Flags:
    return empty(given["score"]) & empty(given["text"])


def _of_a_row(reading: Reading, batch: Batch, rows: Rows) -> Given:
    """The one answer that a row is; a score that cannot be read refuses the row."""
    mapping, count = reading.mapping, len(batch.lines)
    question = cut(pc.fill_null(named(batch, mapping.question, mapping.question_is), ""), LONGEST_NAME)
    about = _about(reading, batch)
    text = trimmed(batch.columns[mapping.text]) if mapping.text else pa.nulls(count, pa.string())
    if not mapping.score:
        return _given(None, pa.nulls(count, pa.float64()), question, about, text)
    asked = _asked(reading)
    cells = reading.scores.read(trimmed(batch.columns[mapping.score]), asked)
    rows.refuse(cells.unreadable, "unreadable-score", "The score is no number.", mapping.score)
    rows.refuse(cells.outside, "outside-scale", _outside(asked), mapping.score)
    reading.tally.add(question, asked.instrument, cells.codes, rows.good)
    return _given(asked, cells.scores, question, about, text)


def _asked(reading: Reading) -> Asked:
    """The question that a row answers, told as one that has a column."""
    mapping = reading.mapping
    return Asked.model_construct(
        column=mapping.score,
        instrument=mapping.instrument,
        scale_min=mapping.scale_min,
        scale_max=mapping.scale_max,
        better=mapping.better,
        not_applicable=mapping.not_applicable,
        blank=mapping.blank,
    )


def _of_a_column(reading: Reading, batch: Batch, rows: Rows, asked: Asked) -> Given:
    """The answers to a question that has a column; a cell that cannot be read is reported and left out."""
    count, cells = len(batch.lines), trimmed(batch.columns[asked.column])
    question = pa.repeat(asked.asks[:LONGEST_NAME], count)
    about = pa.repeat(asked.about, count) if asked.about else _about(reading, batch)
    if not asked.instrument:
        codes = codes_of(cells, asked)
        reading.tally.add(question, "", codes, rows.good)
        return _given(None, pa.nulls(count, pa.float64()), question, about, without(cells, codes.nothing))
    read = reading.scores.read(cells, asked)
    sentence = "The score is no number. It was left out."
    rows.warn(reading.warned, read.unreadable, "unreadable-score", sentence, asked.column)
    rows.warn(reading.warned, read.outside, "outside-scale", f"{_outside(asked)} It was left out.", asked.column)
    reading.tally.add(question, asked.instrument, read.codes, rows.good)
    return _given(asked, read.scores, question, about, pa.nulls(count, pa.string()))


def _about(reading: Reading, batch: Batch) -> pa.Array:
    return named(batch, reading.mapping.about, reading.mapping.about_is)


def _given(asked: Asked | None, scores: pa.Array, question: pa.Array, about: pa.Array, text: pa.Array) -> Given:
    """What an answer holds; a scale stands beside a score only."""
    low, high = (float(asked.scale_min or 0), float(asked.scale_max or 0)) if asked else (0.0, 0.0)
    is_scored = scores.is_valid()
    named = {"instrument": asked.instrument, "better": asked.better} if asked else {"instrument": "", "better": ""}
    return {
        "about": about,
        "question": question,
        "score": scores,
        "scale_min": pc.if_else(is_scored, low, NOTHING),
        "scale_max": pc.if_else(is_scored, high, NOTHING),
        **{name: pc.if_else(is_scored, told, "") for name, told in named.items()},
        "text": cut(text, LONGEST_TEXT),
        **_told_later(len(text)),
    }


def _told_later(count: int) -> Given:
    """What is told from a text once it is masked."""
    return {"feeling": pa.nulls(count, pa.float64()), "marks": pa.repeat("", count), "excerpt": pa.repeat("", count)}


def _outside(asked: Asked) -> str:
    return f"The score lies outside {asked.scale_min:g} to {asked.scale_max:g}."


def _weights(reading: Reading, batch: Batch, rows: Rows) -> pa.Array:
    """How many people each respondent stands for; a row without a weight above 0 is refused."""
    column = reading.mapping.weight
    if not column:
        return pa.nulls(len(batch.lines), pa.float64())
    weights = reading.scores.numbers(trimmed(batch.columns[column]), column)
    is_missing = ~(np.asarray(pc.fill_null(weights, 0), np.float64) > 0)
    rows.refuse(is_missing, "no-weight", "The weight is no number above 0.", column)
    return weights
