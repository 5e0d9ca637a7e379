"""A seeded log of events in the order of time, as a tracking system writes it: no customer's events together."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

EVENTS = 60
CHANNELS = 8
EVENTS_PER_CUSTOMER = 12
SPAN = 730 * 24 * 3600 * 1_000_000  # microseconds
BEGIN = np.datetime64("2024-01-01T00:00:00", "us").astype(np.int64).item()


SCHEMA = pa.schema(
    [("customer", pa.string()), ("event", pa.string()), ("channel", pa.string()), ("time", pa.timestamp("us"))]
)
AT_ONCE = 10_000_000  # events, so that a log of any size is written in bounded memory


def write_log(path: Path, events: int, seed: int = 20261124, customers: int | None = None) -> None:
    """Write (customer, event, channel, time); each event belongs to one channel, early ones are more frequent."""
    random = np.random.default_rng(seed)
    everybody = customers or max(1, events // EVENTS_PER_CUSTOMER)
    slices = -(-events // AT_ONCE)
    with pq.ParquetWriter(path, SCHEMA) as writer:
        for number in range(slices):
            size = min(AT_ONCE, events - number * AT_ONCE)
            writer.write_table(_slice(random, size, everybody, BEGIN + number * (SPAN // slices), SPAN // slices))


def _slice(random: np.random.Generator, events: int, customers: int, begin: int, span: int) -> pa.Table:
    code = np.minimum((random.random(events) ** 1.5 * EVENTS).astype(np.int32), EVENTS - 1)
    customer = random.integers(0, customers, events)
    time = begin + np.sort(random.choice(span, events))
    names = pa.array([f"event {number:02}" for number in range(EVENTS)])
    channels = pa.array([f"channel {number % CHANNELS}" for number in range(EVENTS)])
    columns = [
        pa.array(customer).cast(pa.string()),
        names.take(pa.array(code)),
        channels.take(pa.array(code)),
        pa.array(time, pa.int64()).cast(pa.timestamp("us")),
    ]
    return pa.Table.from_arrays(columns, schema=SCHEMA)


def write_segments(path: Path, log: Path, segments: tuple[str, ...], seed: int = 7) -> None:
    """Write (customer, segment): each customer of a log in one of these segments."""
    customers = pq.read_table(log, columns=["customer"])["customer"].unique()
    chosen = np.random.default_rng(seed).integers(0, len(segments), len(customers))
    pq.write_table(pa.table({"customer": customers, "segment": pa.array(segments).take(pa.array(chosen))}), path)
