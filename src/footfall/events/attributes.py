"""Columns that are stored beside each event or customer, each as its privacy says: kept, made coarser, or coded."""

import json
import math
import re
from collections.abc import Callable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from footfall.errors import InvalidData
from footfall.events.cells import Reading, cut, trimmed
from footfall.events.columns import Attribute
from footfall.events.identity import pseudonym
from footfall.events.layout import LONGEST_NAME, MOST_COMBINATIONS
from footfall.events.mapping import Mapping
from footfall.events.sheets import Batch
from footfall.events.times import read_moments

NUMBER = re.compile(r"[+-]?(0|[1-9]\d{0,14})(\.\d{1,15})?")
LETTERS = 3  # of a text that is made coarser


def values(reading: Reading, batch: Batch, attribute: Attribute) -> pa.Array:
    """What is stored of one attribute, as text; empty where the file says nothing."""
    column = trimmed(batch.columns[attribute.column])
    if attribute.privacy == "generalise":
        return _distinct(column, lambda texts: _generalised(texts, reading))
    if attribute.privacy == "pseudonymise":
        return _distinct(column, lambda texts: [pseudonym(reading.pseudonyms.code(text)) for text in texts])
    return cut(column, LONGEST_NAME)


def as_json(reading: Reading, batch: Batch, attributes: Sequence[Attribute]) -> pa.Array:
    """All attributes of each row as one JSON object of texts, those without a value left out; "" when none has one."""
    if not attributes:
        return pa.repeat("", len(batch.lines))
    named = sorted(attributes, key=lambda one: one.called)
    pairs = [pc.fill_null(_distinct(values(reading, batch, one), _pairs(one.called)), "") for one in named]
    joined = pc.utf8_rtrim(pc.binary_join_element_wise(*pairs, ""), ",")
    return pc.if_else(pc.equal(joined, ""), "", pc.binary_join_element_wise("{", joined, "}", ""))


def read_json(text: str) -> tuple[tuple[str, str], ...]:
    """The attributes of a combination, by name."""
    found: dict[str, str] = json.loads(text) if text else {}
    return tuple(found.items())


class Combinations:
    """The different (event, channel, attributes) of a file; so many that nobody can look through them are refused."""

    def __init__(self, mapping: Mapping) -> None:
        self._attributes = mapping.attributes if mapping.kind in {"events", "wide"} else ()
        self._seen: set[str] = set()

    def count(self, events: pa.Table) -> None:
        """Look at the events of a batch. Raises InvalidData, which names the column with the most values."""
        if not self._attributes:
            return
        names = [events[name].combine_chunks() for name in ("event", "channel", "attributes")]
        self._seen.update(pc.unique(pc.binary_join_element_wise(*names, "\0")).to_pylist())
        if len(self._seen) > MOST_COMBINATIONS:
            raise InvalidData(
                f"The column {self._widest()} has so many different values that events, channels and attributes make "
                f"more than {MOST_COMBINATIONS:,} combinations.",
                "An attribute says what kind it was, such as a plan or a product group, not which one.",
                "Leave the column out, or let it be generalised.",
            )

    def _widest(self) -> str:
        different: dict[str, set[str]] = {one.called: set() for one in self._attributes}
        for combination in self._seen:
            for name, value in read_json(combination.rpartition("\0")[2]):
                different[name].add(value)
        return max(self._attributes, key=lambda one: len(different[one.called])).column


def _distinct(column: pa.Array, change: Callable[[list[str]], Sequence[str]]) -> pa.Array:
    """Change the different texts of a column once each."""
    encoded = pc.dictionary_encode(column)
    return pa.array(change(encoded.dictionary.to_pylist()), pa.string()).take(encoded.indices)


def _pairs(name: str) -> Callable[[list[str]], list[str]]:
    def paired(texts: list[str]) -> list[str]:
        return [f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(text, ensure_ascii=False)}," for text in texts]

    return paired


def _generalised(texts: list[str], reading: Reading) -> list[str]:
    """Numbers to their first digit, moments to their month, other texts to their first letters."""
    months = pc.strftime(read_moments(pa.array(texts, pa.string()), "UTC", reading.order.day_first), "%Y-%m")
    return [
        _first_digit(text) if NUMBER.fullmatch(text) else month or text[:LETTERS]
        for text, month in zip(texts, months.to_pylist(), strict=True)
    ]


def _first_digit(text: str) -> str:
    """The number with zeros after its first digit: 4,812 is 4000, 0.057 is 0.05."""
    number = float(text)
    if not number:
        return "0"
    digits = math.floor(math.log10(abs(number)))
    first = math.trunc(number / 10**digits) if digits >= 0 else math.trunc(round(number * 10**-digits, 9))
    return f"{first * 10**digits}" if digits >= 0 else f"{first / 10**-digits:.{-digits}f}"
