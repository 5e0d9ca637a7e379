"""`python bench/opinions.py FILE STEP…`: what pm4py and retentioneering make of a log, as JSON.

Run by the Python of `.make/loaders`, which has the peers and nothing of Footfall. pm4py is AGPL: it is compared with,
never depended on. FILE has the columns customer, event and time; the steps are those of a funnel. Times come from
pm4py on pandas alone: its path through polars cuts them to whole seconds, retentioneering counts passed seconds.
"""

import importlib
import json
import sys
from collections.abc import Sequence
from typing import Any

STEPS = 8  # of the step matrix


def pm4py_on(frame: Any) -> dict[str, Any]:
    """Flow, starts, ends, variants, times and whole journeys; times in seconds."""
    pm4py = importlib.import_module("pm4py")
    log = pm4py.format_dataframe(frame.copy(), case_id="customer", activity_key="event", timestamp_key="time")
    flow, starts, ends = pm4py.discover_dfg(log)
    medians, _starts, _ends = pm4py.discover_performance_dfg(log, perf_aggregation_key="median")
    return {
        "flow": [[*pair, count] for pair, count in flow.items()],
        "starts": dict(starts),
        "ends": dict(ends),
        "medians": [[*pair, seconds] for pair, seconds in medians.items()],
        "variants": [[list(variant), count] for variant, count in pm4py.get_variants(log).items()],
        "journeys": list(pm4py.get_all_case_durations(log)),
    }


def retentioneering_on(frame: Any, steps: Sequence[str]) -> dict[str, Any]:
    """Flow, a funnel of these steps, and which share of the paths is at which event at each step."""
    peer = importlib.import_module("retentioneering")
    columns = {"path_cols": ["customer"], "event_col": "event", "timestamp_col": "time"}
    stream = peer.Eventstream(frame, columns)
    matrix = stream.step_matrix_data(max_steps=STEPS)
    shares = {str(event): [float(matrix.loc[event, step]) for step in range(1, STEPS + 1)] for event in matrix.index}
    return {"funnel": [step["unique_paths"] for step in stream.funnel_data(list(steps))["steps"]], "steps": shares}


def main() -> None:
    """Read the file with pandas and say what both make of it."""
    file, *steps = sys.argv[1:]
    pandas = importlib.import_module("pandas")
    frame = pandas.read_csv(file, dtype={"customer": str, "event": str})
    frame["time"] = pandas.to_datetime(frame["time"], format="ISO8601")
    told = {"pm4py": pm4py_on(frame), "retentioneering": retentioneering_on(frame, steps)}
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
