"""The tables of layout.py as Ibis sees them, bound to no engine."""

from functools import cache
from typing import Any

import ibis

PART = {"part": "int32", "customer": "int64", "time": "timestamp(6)", "channel": "string", "arrival": "int64"}
SURVEY = {"question": "string", "score": "float64", "scale_min": "float64", "scale_max": "float64"}
SURVEY |= {"instrument": "string", "better": "string", "weight": "float64"}
WORDS = {"text": "string", "language": "string", "feeling": "float64", "marks": "string", "excerpt": "string"}
REPEATED = {"part": "int32", "arrival": "int64"}

SCHEMAS = {
    "event_parts": PART
    | {"until": "timestamp(6)", "session_gap": "int64"}
    | {"event": "string", "due": "timestamp(6)", "attributes": "string", "broken": "boolean", "row": "int64"},
    "answer_parts": PART | {"about": "string", "assumed": "boolean", "row": "int64"} | SURVEY | WORDS,
    "repeated_events": REPEATED,
    "repeated_answers": REPEATED,
    "fact_parts": {"part": "int32", "customer": "int64", "attribute": "string", "value": "string", "arrival": "int64"},
    "aliases": {"identity": "int64", "root": "int64"},
    "people": {"identity": "int64", "customer": "int32", "root": "int64"},
    "attributes": {"customer": "int32", "attribute": "string", "value": "string"},
    "events": {
        "customer": "int32",
        "time": "timestamp(6)",
        "whole_day": "boolean",
        "due": "timestamp(6)",
        "late": "boolean",
        "combination": "int32",
        "position": "int32",
        "earliest": "int32",
        "visit": "int32",
        "session": "int32",
        "next_unknown": "boolean",
        "next_combination": "int32",
        "next_time": "timestamp(6)",
    },
    "ways": {
        "combination": "int32",
        "next_combination": "int32",
        "next_unknown": "boolean",
        "n": "int64",
        "least": "int64",
        "begun": "int64",
        "days": "int64",
    },
    "gaps": {"place": "int64", "gap": "int64"},
    "combinations": {
        "combination": "int32",
        "event": "string",
        "channel": "string",
        "attributes": "string",
        "events": "int64",
    },
    "answers": {"customer": "int32", "time": "timestamp(6)", "combination": "int32", "late": "boolean"}
    | {"channel": "string"}
    | SURVEY
    | WORDS,
    "customers": {
        "customer": "int32",
        "identity": "int64",
        "first": "timestamp(6)",
        "last": "timestamp(6)",
        "events": "int64",
        "answers": "int64",
    },
}


@cache
def table(name: str) -> Any:
    """One table of layout.py, by name."""
    return ibis.table(SCHEMAS[name], name=name)
