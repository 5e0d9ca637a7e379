"""What one line means as a card, by the kind of its lane; everything else takes a mapping with keys."""

import re
from collections.abc import Mapping
from typing import Any

from footfall.journey.text.emitting import written
from footfall.journey.text.names import Names

_EMOTION = re.compile(r"([+-]?\d+(?:\.\d+)?)(?: (\S.*))?")


def read_words(lane: str, text: str, names: Mapping[str, Names]) -> dict[str, Any]:
    """The fields of a card that is written as one text in a lane of this kind.

    In an emotion lane `-1 annoyed` is a score and a feeling; in lanes of touchpoints, channels and who is responsible
    a known name is that touchpoint, channel or team; elsewhere, and else, the text is the card's text.
    """
    if lane == "emotion" and (drawn := _EMOTION.fullmatch(text)):
        return {"score": float(drawn[1])} | ({"feeling": drawn[2]} if drawn[2] else {})
    if lane == "touchpoints" and (touchpoint := names["touchpoint"].find(text)):
        return {"touchpoint": touchpoint}
    if lane == "responsible" and (team := names["team"].find(text)):
        return {"teams": [team]}
    if lane == "channels" and (channel := names["channel"].find(text)):
        return {"channels": [channel]}
    return {"text": text}


def write_words(lane: str, fields: Mapping[str, Any], names: Mapping[str, Names]) -> str | None:
    """The one text that gives exactly these fields in a lane of this kind, or None."""
    text = _candidate(fields, names)
    return text if text and read_words(lane, text, names) == dict(fields) else None


def _candidate(fields: Mapping[str, Any], names: Mapping[str, Names]) -> str:
    match dict(fields):
        case {"text": text, **rest} if not rest:
            return str(text)
        case {"score": score, **rest} if rest.keys() <= {"feeling"}:
            return f"{written(score)} {rest.get('feeling', '')}".strip(" ")
        case {"touchpoint": touchpoint, **rest} if not rest:
            return names["touchpoint"].write(touchpoint)
        case {"teams": [team], **rest} if not rest:
            return names["team"].write(team)
        case {"channels": [channel], **rest} if not rest:
            return names["channel"].write(channel)
        case _:
            return ""
