"""The files of the demo shop as it would hand them over: one CSV of events and one CSV of answers a scale.

A few rows are broken on purpose, as in every real export: unparsable times, no customer, a score off its scale.
The import is expected to refuse these and to say so.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from footfall.demo.answers import SCALES, SURVEYS, Answers, Scale, answer
from footfall.demo.log import CHANNELS, EVENTS, NO_TIME, Codes, Events
from footfall.demo.rhythm import Seconds
from footfall.demo.shop import simulate

SEED, CUSTOMERS = 20_241_101, 20_000
WRONG_TIMES = ("", "unknown", "31/02/2025 25:61", "0000-00-00 00:00:00")
BROKEN_TIMES, BROKEN_CUSTOMERS, BROKEN_SCORES = 42, 27, 4  # scores: in each file of answers


@dataclass(frozen=True)
class DemoFiles:
    """Where the files were written: the events, and the answers on each scale."""

    events: Path
    answers: dict[Scale, Path]


def write(folder: Path, *, seed: int = SEED, customers: int = CUSTOMERS) -> DemoFiles:
    """Make the data and write it into the folder; the same seed gives the same bytes."""
    rng = np.random.default_rng(seed)
    events = simulate(rng, customers)
    answers = answer(rng, events)
    files = DemoFiles(folder / "events.csv", {scale: folder / f"{scale.name}.csv" for scale in SCALES})
    folder.mkdir(parents=True, exist_ok=True)
    pyarrow.csv.write_csv(event_rows(rng, events), str(files.events))
    for scale, path in files.answers.items():
        pyarrow.csv.write_csv(answer_rows(rng, answers, scale), str(path))
    return files


def event_rows(rng: np.random.Generator, events: Events) -> pa.Table:
    """The log as the shop exports it, by time: customer, time, event, channel, due (promised time)."""
    order = np.lexsort((events.customer, events.time))
    table = pa.table(
        {
            "customer": _customers(events.customer[order]),
            "time": _times(events.time[order]),
            "event": _words(EVENTS, events.event[order]),
            "channel": _words(CHANNELS, events.channel[order]),
            "due": _times(events.due[order]),
        }
    )
    table = _break(rng, table, "time", WRONG_TIMES, BROKEN_TIMES)
    return _break(rng, table, "customer", ("",), BROKEN_CUSTOMERS)


def answer_rows(rng: np.random.Generator, answers: Answers, scale: Scale) -> pa.Table:
    """The answers on one scale as a survey tool exports them, by time."""
    on_scale = np.array([survey.scale is scale for survey in SURVEYS])
    these = answers.rows(np.flatnonzero(on_scale[answers.survey]))
    table = pa.table(
        {
            "customer": _customers(these.customer),
            "answered": _times(these.time),
            "about": _words(tuple(survey.about for survey in SURVEYS), these.survey),
            "channel": _words(CHANNELS, these.channel),
            "score": pa.array(these.score).cast(pa.string()),
            "comment": pa.array(these.text, pa.string()),
            "language": pa.array(np.where(these.dutch, "nl", "en")),
        }
    )
    return _break(rng, table, "score", ("n/a", "55"), BROKEN_SCORES)


def _customers(codes: Codes) -> pa.Array:
    """Customer numbers as a shop writes them; the import turns them into pseudonyms."""
    return pc.binary_join_element_wise("K", pa.array(100_000 + codes * 7 % 900_000).cast(pa.string()), "-")


def _times(moments: Seconds) -> pa.Array:
    known = pa.array(moments, mask=moments == NO_TIME).cast(pa.timestamp("s"))
    return pc.strftime(known, format="%Y-%m-%dT%H:%M:%SZ")


def _words(words: tuple[str, ...], codes: Codes) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes), pa.array(words)).cast(pa.string())


def _break(rng: np.random.Generator, table: pa.Table, column: str, wrong: tuple[str, ...], count: int) -> pa.Table:
    """The table with a few values of one column replaced by what cannot be read."""
    broken = np.zeros(len(table), bool)
    broken[rng.choice(len(table), min(count, len(table) // 20), replace=False)] = True
    values = pa.array([wrong[row % len(wrong)] for row in range(int(broken.sum()))], pa.string())
    replaced = pc.replace_with_mask(table[column].combine_chunks(), pa.array(broken), values)
    return table.set_column(table.column_names.index(column), column, replaced)
