"""A log for a map of twenty steps: 80,000 customers in 20,000 variants; some steps are missing, some elsewhere."""

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from bench.log import BEGIN

STEPS = tuple(f"step {number:02}" for number in range(20))
OTHERS = 10  # names of events that no touchpoint takes
VARIANTS, CUSTOMERS, LENGTH = 20_000, 80_000, 13  # of each path
HOUR = 3600 * 1_000_000  # microseconds


def write_paths(path: Path, seed: int = 5) -> None:
    """Write (customer, event, time): the steps in order, of which some are left out, and some events anywhere."""
    dice = np.random.default_rng(seed)
    code = np.sort(np.argsort(dice.random((VARIANTS, len(STEPS))), axis=1)[:, :LENGTH], axis=1)
    is_odd = dice.random(code.shape) < 0.1
    code[is_odd] = dice.integers(0, len(STEPS) + OTHERS, is_odd.sum())
    events = np.repeat(code, CUSTOMERS // VARIANTS, axis=0)
    customer = np.repeat(np.arange(CUSTOMERS), LENGTH)
    names = pa.array([*STEPS, *(f"other {number}" for number in range(OTHERS))])
    time = BEGIN + np.tile(np.arange(LENGTH) * HOUR, CUSTOMERS)
    columns: dict[str, Any] = {
        "customer": pa.array(customer).cast(pa.string()),
        "event": names.take(pa.array(events.ravel())),
        "time": pa.array(time, pa.int64()).cast(pa.timestamp("us")),
    }
    pq.write_table(pa.table(columns), path)
