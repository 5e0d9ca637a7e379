"""Numbers beside a number: what else a reader of a flow, a funnel or a score wants to see at once."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from footfall.measures import flow, funnel, score
from footfall.measures.kinds import Kind

if TYPE_CHECKING:
    from footfall.measures.answering import Runs


def beside(dataset: "Runs", kind: Kind, asked: Mapping[str, pa.Table]) -> dict[int, dict[str, Any]]:
    """For each question the details of its kind; `survey_scale` is the scale on which a score was given."""
    match kind.details:
        case "flow":
            return _by_ask(dataset.run(flow.details(), **asked))
        case "funnel":
            return _funnel(dataset.run(funnel.counts(kind.places), **asked), kind.places)
        case "scales":
            return _scales(dataset.run(score.scales(), **asked), promoters=kind.name == "nps")
        case _:
            return {}


def _by_ask(rows: pa.Table) -> dict[int, dict[str, Any]]:
    return {row.pop("ask"): _without(row, "next_unknown") for row in rows.to_pylist()}


def _without(row: dict[str, Any], name: str) -> dict[str, Any]:
    """The row without a number of this name where that says nothing."""
    return row if row[name] is not None else {key: value for key, value in row.items() if key != name}


def _funnel(rows: pa.Table, places: int) -> dict[int, dict[str, Any]]:
    """How many came to each place in order."""
    found: dict[int, dict[str, Any]] = {}
    for row in rows.to_pylist():
        counts = found.setdefault(row["ask"], {"customers_at_places": [0] * places})
        counts["customers_at_places"][row["place"]] = row["customers"]
        if row["perhaps"]:
            counts["customers_in_unknown_order"] = counts.get("customers_in_unknown_order", 0) + row["perhaps"]
    return found


def _scales(rows: pa.Table, promoters: bool) -> dict[int, dict[str, Any]]:
    """The survey question that was read, its scale, and how many answers stand on other scales."""
    by_ask: dict[int, list[dict[str, Any]]] = {}
    for row in rows.to_pylist():
        if not promoters or _may_be_promoters(row):
            by_ask.setdefault(row["ask"], []).append(row)
    return {ask: _read_scale(some) for ask, some in by_ask.items()}


def _may_be_promoters(row: Mapping[str, Any]) -> bool:
    on_scale = (row["scale_min"], row["scale_max"], row["better"]) == (0, 10, "high")
    return on_scale and row["instrument"] in score.PROMOTERS


def _read_scale(rows: list[dict[str, Any]]) -> dict[str, Any]:
    first, *others = sorted(rows, key=_most_answered)
    return {
        "survey_question": first["question"],
        "survey_scale": [first["scale_min"], first["scale_max"]],
        "answers_left_out": sum(row["answered"] for row in others),
    }


def _most_answered(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return -row["answered"], *(row[name] for name in score.SCALE)
