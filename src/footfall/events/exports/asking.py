"""What a column of a survey asks: its instrument and scale, as far as the question's words and the values tell them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

NPS = re.compile(r"\bnps\b|_nps|recommend|aanbevelen|aanraden")
CES = re.compile(r"\bces\b|effort|\beasy\b|\bease\b|easily|difficult|moeite|gemakkelijk|makkelijk|eenvoudig")
EFFORT = re.compile(r"\beffort\b|moeite")  # much of it is bad
EASY = re.compile(r"\beas[yei]|makkelijk|eenvoudig")
CSAT = re.compile(r"\bcsat\b|satisf|tevreden")
RATING = re.compile(
    r"\brat(e|ing|ings)\b|\bscore\b|\bstars?\b|how (well|good)|quality|beoordeel|cijfer|kwaliteit|sterren"
)
INSTRUMENTS = {"nps": NPS, "ces": CES, "csat": CSAT, "rating": RATING}
TOLD = re.compile(r"\b([01])\s*(?:-|–|to|through|tot|t/m)\s*(5|7|10|100)\b")  # how likely (0-10) …
TOPS = (5, 7, 10, 100)
NUMBER = r"^[+-]?\d+(\.\d+)?$"
NAMED = 5  # columns in a sentence
WORDED = 12  # letters of a written answer, on average
LABELS: tuple[dict[str, float], ...] = tuple(
    {word: place for place, words in enumerate(scale, 1) for word in words}
    for scale in (
        (
            ("very dissatisfied",),
            ("dissatisfied", "somewhat dissatisfied"),
            ("neutral", "neither satisfied nor dissatisfied"),
            ("satisfied", "somewhat satisfied"),
            ("very satisfied",),
        ),
        (("zeer ontevreden",), ("ontevreden",), ("neutraal",), ("tevreden",), ("zeer tevreden",)),
        (
            ("strongly disagree",),
            ("disagree", "somewhat disagree"),
            ("neutral", "neither agree nor disagree"),
            ("agree", "somewhat agree"),
            ("strongly agree",),
        ),
    )
)


@dataclass
class Questions:
    """The questions of a survey with a column for each: as `asked` and `labels` name them, and what is left open."""

    asked: list[dict[str, Any]] = field(default_factory=list)
    labels: dict[str, float] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)

    @property
    def missing(self) -> str:
        """Which columns of numbers have a scale that nothing tells."""
        if not self.unclear:
            return ""
        more = " and others" if len(self.unclear) > NAMED else ""
        shown = ", ".join(f"'{column[:60]}'" for column in self.unclear[:NAMED]) + more
        return f"The scale of {shown} cannot be told from the values: say it, or leave the question out."


def questions(columns: Mapping[str, pa.Array], texts: Mapping[str, str]) -> Questions:
    """What the columns ask, as far as it can be told; `texts` are the questions in words, where a heading has them."""
    found = Questions()
    for column, values in columns.items():
        text = re.sub(r"\s+", " ", re.sub(r"</?[a-z][^>]*>", "", texts.get(column, column))).strip()
        asks = tell(text, column, values)
        if asks is None:
            found.unclear.append(column)
        elif asks:
            found.labels |= asks.get("labels", {})
            rest = {name: value for name, value in asks.items() if name != "labels"}
            found.asked.append({"column": column, "question": "" if text == column else text[:500], **rest})
    return found


def tell(question: str, column: str, values: pa.Array) -> Mapping[str, Any] | None:
    """A question's fields in `asked`, with the `labels` it needs; none where the values do not tell its scale.

    An empty answer: the column is no question, such as a choice out of a list.
    """
    filled = pc.utf8_trim_whitespace(values.cast(pa.string()).drop_null())
    filled = filled.filter(pc.not_equal(filled, ""))
    if not len(filled):
        return {}
    if pc.all(pc.match_substring_regex(filled, NUMBER)).as_py():
        span = pc.min_max(filled.cast(pa.float64())).as_py()
        return _scaled(f"{question} {column}".lower(), span["min"], span["max"])
    known = {word.casefold() for word in pc.unique(filled).to_pylist()}
    for labels in LABELS:
        if known <= labels.keys():
            return {"instrument": "csat", "scale_min": 1, "scale_max": 5, "labels": labels}
    return {"instrument": ""} if _is_written(filled) else {}


def _is_written(filled: pa.Array) -> bool:
    """Whether people wrote, rather than chose: most texts are different, and they are more than a word."""
    different = pc.count_distinct(filled).as_py() / len(filled)
    return different > 0.5 and float(pc.mean(pc.utf8_length(filled)).as_py()) >= WORDED


def _scaled(words: str, low: float, high: float) -> Mapping[str, Any] | None:
    instrument = next((name for name, pattern in INSTRUMENTS.items() if pattern.search(words)), "")
    scale = _scale(instrument, words, low, high)
    if scale is None:
        return None
    found = {"instrument": instrument or "rating", "scale_min": scale[0], "scale_max": scale[1]}
    is_bad_when_high = instrument == "ces" and EFFORT.search(words) and not EASY.search(words)
    return found | ({"better": "low"} if is_bad_when_high else {})


def _scale(instrument: str, words: str, low: float, high: float) -> tuple[int, int] | None:
    """The scale that the question names, or the usual one whose best score was given by somebody."""
    told = TOLD.search(words)
    if told and low >= int(told[1]) and high <= int(told[2]):
        return int(told[1]), int(told[2])
    if instrument == "nps":
        return (0, 10) if low >= 0 and high <= 10 else None
    if not instrument or high not in TOPS or low < 0:
        return None
    return (0 if low < 1 else 1), int(high)
