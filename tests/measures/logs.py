"""Small logs: as tables that questions run on, and as plain Python lists that oracles count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from footfall.engine.limits import Limits
from footfall.engine.merging import Merger, PartFile
from footfall.engine.tables import OpenTables
from footfall.events import merging
from footfall.events.aliases import ROOTS
from footfall.events.layout import ANSWER_PART, EVENT_PART, FACT_PART
from footfall.journey.records import Touchpoint
from footfall.measures.places import Combination
from footfall.measures.tables import combinations

START = datetime(2024, 1, 1)
LIMITS = Limits(memory="500MB", spill="1GB", seconds=30)


@dataclass(frozen=True)
class Event:
    """One event; moments in hours since the start."""

    customer: int
    hour: int
    name: str
    channel: str = ""
    due: int | None = None
    day: bool = False  # only the day of this hour is known


@dataclass(frozen=True)
class Answer:
    """One answer."""

    customer: int
    hour: int
    score: float | None
    about: str | None = None
    question: str = "q"
    scale: tuple[float, float] = (1, 5)
    instrument: str = ""
    better: str = "high"
    text: str | None = None
    feeling: float | None = None
    weight: float | None = None

    @property
    def excerpt(self) -> str | None:
        return self.text and f"{self.customer}-{self.question}-{self.text}"


def moment(hour: int | None) -> datetime | None:
    return None if hour is None else START + timedelta(hours=hour)


def paths(events: Sequence[Event]) -> dict[int, list[Event]]:
    """Each customer's events in order; equal times stay as they came."""
    found: dict[int, list[Event]] = {}
    for event in events:
        found.setdefault(event.customer, []).append(event)
    return {who: sorted(path, key=lambda event: event.hour) for who, path in sorted(found.items())}


def open_log(
    folder: Path,
    events: Sequence[Event],
    answers: Sequence[Answer] = (),
    assumed: bool = False,
    facts: Mapping[int, Mapping[str, str]] | None = None,
    gap: int | None = None,
) -> OpenTables:
    """Merge a log into tables and open them; a silence of more than `gap` hours ends a session."""
    tables = folder / "tables"
    tables.mkdir(parents=True)
    pq.write_table(_event_part(events), folder / "events.parquet")
    pq.write_table(_answer_part(answers), folder / "answers.parquet")
    pq.write_table(_fact_part(facts or {}), folder / "facts.parquet")
    minutes = None if gap is None else gap * 60
    parts = {
        "event_parts": (EVENT_PART, [PartFile(folder / "events.parquet", 0, session_gap=minutes)]),
        "fact_parts": (FACT_PART, [PartFile(folder / "facts.parquet", 2)]),
        "aliases": (ROOTS, []),
        "answer_parts": (ANSWER_PART, [PartFile(folder / "answers.parquet", 1, assumed)]),
    }
    with Merger(parts, tables, LIMITS) as merger:
        for name, step in merging.STEPS.items():
            merger.write(name, step)
    return OpenTables(tables, folder / "spill", LIMITS)


def known(tables: OpenTables) -> list[Combination]:
    rows = tables.run(combinations).to_pylist()
    return [Combination(row["combination"], row["event"], row["channel"], row["events"]) for row in rows]


def touchpoint(*events: str, channels: Sequence[str] = ()) -> Touchpoint:
    binding = {"events": events, "channels": tuple(channels)}
    return Touchpoint.model_validate({"name": " ".join(events), "bindings": [binding]})


def _event_part(events: Sequence[Event]) -> pa.Table:
    rows: list[dict[str, Any]] = [
        {
            "customer": event.customer + 1,
            "time": moment(event.hour - event.hour % 24 if event.day else event.hour),
            "until": moment(event.hour - event.hour % 24 + 24) if event.day else None,
            "event": event.name,
            "channel": event.channel,
            "due": moment(event.due),
            "arrival": arrival,
        }
        for arrival, event in enumerate(events)
    ]
    return pa.Table.from_pylist(rows, _plain(EVENT_PART)).cast(EVENT_PART)


def _fact_part(facts: Mapping[int, Mapping[str, str]]) -> pa.Table:
    rows = [
        {"customer": who + 1, "attribute": name, "value": value, "arrival": 0}
        for who, known in facts.items()
        for name, value in known.items()
    ]
    return pa.Table.from_pylist(rows, _plain(FACT_PART)).cast(FACT_PART)


def _answer_part(answers: Sequence[Answer]) -> pa.Table:
    rows: list[dict[str, Any]] = [
        {
            "customer": answer.customer + 1,
            "time": moment(answer.hour),
            "about": answer.about,
            "channel": "mail",
            "question": answer.question,
            "score": answer.score,
            "scale_min": answer.scale[0],
            "scale_max": answer.scale[1],
            "instrument": answer.instrument,
            "better": answer.better,
            "weight": answer.weight,
            "text": answer.text,
            "language": "en" if answer.text else "",
            "feeling": answer.feeling,
            "excerpt": answer.excerpt,
            "arrival": arrival,
        }
        for arrival, answer in enumerate(answers)
    ]
    return pa.Table.from_pylist(rows, _plain(ANSWER_PART)).cast(ANSWER_PART)


def _plain(schema: pa.Schema) -> pa.Schema:
    return pa.schema([(one.name, pa.string() if pa.types.is_dictionary(one.type) else one.type) for one in schema])
