"""Why a record was refused, in words that somebody who typed or pasted can do something with."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from footfall.errors import InvalidChange
from footfall.journey.fields import URL


def refusal(id: str, record: Mapping[str, Any], detail: ErrorDetails) -> InvalidChange:
    """The error for the first thing that is wrong in a record."""
    place = ".".join(str(part) for part in detail["loc"]) or "record"
    where = f"{record['type']} '{id}': {place}"
    match detail["type"]:
        case "string_too_long":
            return _too_long(where, detail)
        case "too_long":
            return _too_many(where, detail)
        case "string_pattern_mismatch" if detail["ctx"]["pattern"] == URL:
            return _no_link(where, detail)
        case _:
            return InvalidChange(f"{where}: {detail['msg']}.", "See schema/ for what may stand there.")


def _too_long(where: str, detail: ErrorDetails) -> InvalidChange:
    longest = detail["ctx"]["max_length"]
    return InvalidChange(
        f"{where} has {len(detail['input']):,} characters.",
        f"At most {longest:,} fit there.",
        "Keep what the map needs, and link to the rest.",
    )


def _too_many(where: str, detail: ErrorDetails) -> InvalidChange:
    longest = detail["ctx"]["max_length"]
    return InvalidChange(f"{where} has {len(detail['input']):,} members.", f"At most {longest:,} fit there.")


def _no_link(where: str, detail: ErrorDetails) -> InvalidChange:
    seen = str(detail["input"])
    return InvalidChange(
        f"{where} is no link: '{seen[:60]}{'…' if len(seen) > 60 else ''}'.",
        "A link starts with https://, http:// or mailto: and has no spaces.",
    )
