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

    _names: dict[str | None, str | None] = field(default_factory=lambda: {None: None})
    _words: set[str] = field(default_factory=set)  # of the names, as far as they may be somebody's id

    def masked(self, table: pa.Table, codes: Any, ids: Sequence[pa.Array]) -> pa.Table:
        """The rows of a part without personal data; `codes` and `ids` are those of the batch from which they come."""
        named = {
            one.name: pc.dictionary_encode(table[one.name].combine_chunks()) for one in table.schema if _is_name(one)
        }
        distinct = {name: column.dictionary.to_pylist() for name, column in named.items()}
        for names in distinct.values():
            self._learn(names)
        told = self._ids_that_names_hold(ids)
        for name, column in named.items():
            known = [self._names[one] for one in distinct[name]]
            masked = pa.array([mask(one, told) if one else one for one in known] if told else known, pa.string())
            table = table.set_column(table.schema.get_field_index(name), name, masked.take(column.indices))
        if "text" in table.column_names:
            table = table.set_column(table.schema.get_field_index("text"), "text", _texts(table, codes, ids))
        return table

    def _learn(self, names: Sequence[str]) -> None:
        for name in names:
            if name not in self._names:
                self._names[name] = mask(name)
                self._words.update(word for word in WORD.findall(name) if is_telling(word))

    def _ids_that_names_hold(self, ids: Sequence[pa.Array]) -> list[str]:
        """Anybody's id of this batch that stands in a name as a word."""
        words = pa.array(sorted(self._words), pa.string())
        held = [pc.unique(column.filter(pc.is_in(column, value_set=words))) for column in ids if len(words)]
        return [id for some in held for id in some.to_pylist()]


def _is_name(column: pa.Field) -> bool:
    return bool(pa.types.is_string(column.type)) and column.name != "text"


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
