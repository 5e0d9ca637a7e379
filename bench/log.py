"""A seeded log of events in the order of time, as a tracking system writes it: no customer's events together."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

EVENTS = 60
CHANNELS = 8
EVENTS_PER_CUSTOMER = 12
SPAN = 730 * 24 * 3600 * 1_000_000  # microseconds
BEGIN = np.datetime64("2024-01-01T00:00:00", "us").astype(np.int64)


def write_log(path: Path, events: int, seed: int = 20261124, customers: int | None = None) -> None:
    """Write (customer, event, channel, time); each event belongs to one channel, early ones are more frequent."""
    random = np.random.default_rng(seed)
    code = np.minimum((random.random(events) ** 1.5 * EVENTS).astype(np.int32), EVENTS - 1)
    customer = random.integers(0, customers or max(1, events // EVENTS_PER_CUSTOMER), events)
    time = BEGIN + np.sort(random.choice(SPAN, events))
    names = pa.array([f"event {number:02}" for number in range(EVENTS)])
    channels = pa.array([f"channel {number % CHANNELS}" for number in range(EVENTS)])
    columns = {
        "customer": pa.array(customer).cast(pa.string()),
        "event": names.take(pa.array(code)),
        "channel": channels.take(pa.array(code)),
        "time": pa.array(time, pa.int64()).cast(pa.timestamp("us")),
    }
    pq.write_table(pa.table(columns), path)
