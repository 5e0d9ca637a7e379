"""Personal data masked in all that a part stores as text: events, channels, questions, attributes, comments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.texts.masking import is_telling, mask

WORD = re.compile(r"[\w@.+-]+")


@dataclass
class Masks:
    """Masks batch by batch; a name that came before is not looked at again."""

    _names: dict[str, str] = field(default_factory=dict)
    _words: set[str] = field(default_factory=set)

    def masked(self, table: pa.Table, codes: Any, ids: Sequence[pa.Array]) -> pa.Table:
        """The rows of a part without personal data; `codes` and `ids` are those of the batch from which they come."""
        for place, column in enumerate(table.schema):
            if column.name == "text":
                table = table.set_column(place, "text", _texts(table, codes, ids))
            elif pa.types.is_string(column.type):
                table = table.set_column(place, column.name, self._column(table[column.name].combine_chunks(), ids))
        return table

    def _column(self, column: pa.Array, ids: Sequence[pa.Array]) -> pa.Array:
        """Names repeat: each different one is looked at once, for anybody's id."""
        encoded = pc.dictionary_encode(column)
        distinct = encoded.dictionary.to_pylist()
        for name in distinct:
            if name not in self._names:
                self._names[name] = mask(name)
                self._words.update(WORD.findall(name))
        told = self._ids_that_names_hold(ids)
        masked = [mask(self._names[name], told) if told else self._names[name] for name in distinct]
        return pa.array(masked, pa.string()).take(encoded.indices)

    def _ids_that_names_hold(self, ids: Sequence[pa.Array]) -> list[str]:
        words = pa.array(sorted(self._words), pa.string())
        held = [pc.unique(column.filter(pc.is_in(column, value_set=words))) for column in ids]
        return [id for some in held for id in some.to_pylist() if id and is_telling(id)]


def _texts(table: pa.Table, codes: Any, ids: Sequence[pa.Array]) -> pa.Array:
    """Comments, each without the ids of who wrote it."""
    texts = table["text"].to_pylist()
    written = [code for code, text in zip(table["customer"].to_pylist(), texts, strict=True) if text]
    own = _ids_of(set(written), codes, ids) if written else {}
    found = zip(table["customer"].to_pylist(), texts, strict=True)
    return pa.array([mask(text, own.get(code, ())) if text else text for code, text in found], pa.string())


def _ids_of(customers: set[int], codes: Any, ids: Sequence[pa.Array]) -> dict[int, set[str]]:
    rows = np.flatnonzero(np.isin(codes, list(customers)))
    found: dict[int, set[str]] = {}
    for column in ids:
        for row, id in zip(rows, column.take(pa.array(rows)).to_pylist(), strict=True):
            if id:
                found.setdefault(int(codes[row]), set()).add(str(id))
    return found
