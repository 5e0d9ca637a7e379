"""What an item says as a card: quotation marks, who said it, how bad it is."""

import re
from collections.abc import Iterator
from typing import Any

_QUOTED = re.compile(r"[\"“„«](.*)[\"”“»]\s*(?:[-–—]+\s*(.+))?", re.DOTALL)
_SEVERITY = re.compile(
    r"\s*[(\[](?:severity\s*:?\s*)?(critical|severe|major|high|moderate|medium|minor|low)[)\]]\s*$", re.IGNORECASE
)
SEVERITIES = {"critical": "severe", "severe": "severe", "major": "severe", "high": "severe"}
SEVERITIES |= {"moderate": "moderate", "medium": "moderate", "minor": "minor", "low": "minor"}
_NOTED = re.compile(r"(.+?)\s*\((.+)\)")


def card_of(kind: str, text: str) -> dict[str, Any]:
    """The fields of a card in a lane of this kind."""
    if kind in ("thoughts", "quotes", "questions") and (quoted := _QUOTED.fullmatch(text)):
        return {"text": quoted[1], "source": quoted[2]}
    if kind in ("pain-points", "barriers") and (severe := _SEVERITY.search(text)):
        return {"text": text[: severe.start()], "severity": SEVERITIES[severe[1].lower()]}
    return {"text": text}


def touchpoints_in(text: str) -> Iterator[tuple[str, str]]:
    """The touchpoints that an item names, each with what is said of it in brackets."""
    noted = _NOTED.fullmatch(text)
    names, note = (noted[1], noted[2]) if noted else (text, "")
    for name in re.split(r"\s*,\s+", names):
        if name:
            yield name, note
