"""`python bench/loaders.py pm4py|retentioneering FILE`: a log as a peer's own loader takes it, in a process of its own.

Run by the Python of `.make/loaders`, which has the peers and nothing of Footfall. pm4py is AGPL: it is compared with,
never depended on.
"""

import importlib
import json
import resource
import sys
import time
from collections.abc import Callable
from typing import Any


def by_pm4py(pm4py: Any, frame: Any) -> None:
    """Sort and index a log, as all else in pm4py expects it."""
    pm4py.format_dataframe(frame, case_id="customer", activity_key="event", timestamp_key="time")


def by_retentioneering(retentioneering: Any, frame: Any) -> None:
    """Make the stream of events that all else in retentioneering begins with."""
    columns = {"path_cols": ["customer"], "event_col": "event", "timestamp_col": "time"}
    retentioneering.Eventstream(frame, columns)


WAYS: dict[str, Callable[[Any, Any], None]] = {"pm4py": by_pm4py, "retentioneering": by_retentioneering}


def main() -> None:
    """Read the file with pandas, hand it to the loader, say the seconds without the start, and the peak in MB."""
    name, file = sys.argv[1:]
    peer, pandas = importlib.import_module(name), importlib.import_module("pandas")
    begin = time.perf_counter()
    WAYS[name](peer, pandas.read_csv(file))
    seconds = time.perf_counter() - begin
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000]), flush=True)


if __name__ == "__main__":
    main()
