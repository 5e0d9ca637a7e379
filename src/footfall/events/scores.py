"""Scores out of cells: numbers, words that stand for scores, and codes for `blank` and `not applicable`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.events.columns import Asked
from footfall.events.mapping import Mapping

Flags = np.ndarray[Any, np.dtype[np.bool_]]
Shape = Literal["number", "comma", "words"]

NUMBER = r"^[+-]?\d{1,15}(\.\d+)?$"
WITH_COMMA = r"^[+-]?\d{1,9}(,\d{1,6})?$"
WITH_WORDS = r"^(?P<number>[+-]?\d{1,9}(?:[.,]\d{1,6})?)(?:\s*[^\w\s.,][^\d]*|\s+[^\d]*)?$"  # 5 - very satisfied


@dataclass(frozen=True)
class Codes:
    """Which cells of a column say that there is no answer; an empty cell is blank."""

    not_applicable: Flags
    blank: Flags

    @property
    def nothing(self) -> Flags:
        """Which cells hold no answer."""
        return self.not_applicable | self.blank


@dataclass(frozen=True)
class Cells:
    """One column of a batch: its scores, and which cells hold something else."""

    scores: pa.Array
    codes: Codes
    unreadable: Flags
    outside: Flags


@dataclass
class ScoreReader:
    """Reads the columns of scores of one file; how a column writes its numbers is told by its first filled batch."""

    mapping: Mapping
    _shapes: dict[str, Shape] = field(default_factory=dict)

    def read(self, text: pa.Array, asked: Asked) -> Cells:
        """Read one column of trimmed text."""
        codes = codes_of(text, asked)
        said = without(text, codes.nothing)
        labelled = self._labelled(said)
        said = without(said, np.asarray(labelled.is_valid()))
        scores = pc.coalesce(labelled, self._numbers(said, asked.column))
        unreadable = np.asarray(pc.and_(said.is_valid(), scores.is_null()))
        values = np.asarray(pc.fill_null(scores, asked.scale_min), np.float64)
        outside = (values < (asked.scale_min or 0)) | (values > (asked.scale_max or 0))
        return Cells(without(scores, outside), codes, unreadable, outside)

    def numbers(self, text: pa.Array, column: str) -> pa.Array:
        """The numbers of a column that holds no scores, such as weights; empty where there is none."""
        return self._numbers(text, column)

    def _labelled(self, text: pa.Array) -> pa.Array:
        words = {word.strip().casefold(): score for word, score in self.mapping.labels.items()}
        place = pc.index_in(pc.utf8_lower(text), value_set=pa.array(list(words), pa.string()))
        return pa.array(list(words.values()), pa.float64()).take(place)

    def _numbers(self, text: pa.Array, column: str) -> pa.Array:
        if self.mapping.decimal_comma:
            text = pc.replace_substring(text, ".", "")
        elif column not in self._shapes and text.null_count < len(text):
            self._shapes[column] = _shape(text.drop_null())
        match self._shapes.get(column, "comma" if self.mapping.decimal_comma else "number"):
            case "words":
                text = pc.struct_field(pc.extract_regex(text, WITH_WORDS), "number")
                return as_numbers(pc.replace_substring(text, ",", "."))
            case "comma":
                return as_numbers(pc.replace_substring(text, ",", "."))
        return as_numbers(text)


def as_numbers(text: pa.Array) -> pa.Array:
    """Numbers out of text; empty where there is none."""
    shaped = pc.match_substring_regex(text, NUMBER)
    return pc.if_else(shaped, text, pa.scalar(None, pa.string())).cast(pa.float64())


def _shape(filled: pa.Array) -> Shape:
    """How a column writes its numbers: as all of its values do, else as plain numbers."""
    shapes: dict[Shape, str] = {"number": NUMBER, "comma": WITH_COMMA, "words": WITH_WORDS}
    fits = (shape for shape, regex in shapes.items() if pc.all(pc.match_substring_regex(filled, regex)).as_py())
    return next(fits, "number")


def codes_of(text: pa.Array, asked: Asked) -> Codes:
    """Which cells of trimmed text say that there is no answer."""
    blank = np.asarray(text.is_null()) | _is_code(text, asked.blank)
    return Codes(_is_code(text, asked.not_applicable), blank)


def _is_code(text: pa.Array, codes: Iterable[str]) -> Flags:
    """Which cells hold one of the codes, letters' case ignored; 11 is also 11.0."""
    written = pa.array([code.casefold() for code in codes], pa.string())
    same = pc.is_in(pc.utf8_lower(text), value_set=written)
    numbers = as_numbers(written).drop_null()
    as_number = pc.and_(as_numbers(text).is_valid(), pc.is_in(as_numbers(text), value_set=numbers))
    return np.asarray(pc.fill_null(pc.or_(same, as_number), False))


def without(column: pa.Array, rows: Flags) -> pa.Array:
    """The column with nothing in some of its rows."""
    return pc.if_else(pa.array(rows), pa.scalar(None, column.type), column)
