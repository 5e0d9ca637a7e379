"""Answers to a survey out of a batch of rows."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.events.cells import Canonical, Reading, Rows, channel, cut, empty, named, plain, trimmed
from footfall.events.layout import ANSWER_PART, LONGEST_NAME, LONGEST_TEXT
from footfall.events.sheets import Batch


def answers(reading: Reading, batch: Batch, rows: Rows, customers: Any) -> Canonical:
    """One answer for each good row, with a score, a text, or both."""
    mapping, count = reading.mapping, len(batch.lines)
    times = reading.times(batch, rows)
    scores = _scores(reading, batch, rows)
    text = trimmed(batch.columns[mapping.text]) if mapping.text else pa.nulls(count, pa.string())
    rows.refuse(empty(scores) & empty(text), "no-answer", "There is neither a score nor a text.", mapping.score)
    ends = (mapping.scale_min, mapping.scale_max)
    bounds = [pc.if_else(scores.is_valid(), float(end or 0), pa.scalar(None, pa.float64())) for end in ends]
    columns = {
        "customer": pa.array(customers),
        "time": times,
        "about": named(batch, mapping.about, mapping.about_is),
        "channel": channel(batch, mapping),
        "question": cut(pc.fill_null(named(batch, mapping.question, mapping.question_is), ""), LONGEST_NAME),
        "score": scores,
        "scale_min": bounds[0],
        "scale_max": bounds[1],
        "text": cut(text, LONGEST_TEXT),
        "language": cut(pc.fill_null(named(batch, mapping.language, mapping.language_is), ""), LONGEST_NAME),
        "arrival": reading.arrivals(batch),
    }
    reading.count_names(columns["about"].filter(rows.good))
    return rows.keep(pa.table(columns, schema=plain(ANSWER_PART)))


def _scores(reading: Reading, batch: Batch, rows: Rows) -> pa.Array:
    if not reading.mapping.score:
        return pa.nulls(len(batch.lines), pa.float64())
    column, low, high = (
        trimmed(batch.columns[reading.mapping.score]),
        reading.mapping.scale_min,
        reading.mapping.scale_max,
    )
    scores = _numbers(column, reading.mapping.decimal_comma)
    rows.refuse(empty(scores) & ~empty(column), "unreadable-score", "The score is no number.", reading.mapping.score)
    values = np.asarray(pc.fill_null(scores, low), np.float64)
    outside = (values < (low or 0)) | (values > (high or 0))
    rows.refuse(outside, "outside-scale", f"The score lies outside {low:g} to {high:g}.", reading.mapping.score)
    return scores


def _numbers(text: pa.Array, decimal_comma: bool) -> pa.Array:
    """Numbers out of text; empty where there is none."""
    if decimal_comma:
        text = pc.replace_substring(pc.replace_substring(text, ".", ""), ",", ".")
    shaped = pc.match_substring_regex(text, r"^[+-]?\d{1,15}(\.\d+)?$")
    return pc.if_else(shaped, text, pa.scalar(None, pa.string())).cast(pa.float64())
