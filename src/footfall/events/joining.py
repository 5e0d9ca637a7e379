"""Columns that another file knows, found by a key that both carry."""

from collections.abc import Mapping as Files
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from footfall.errors import InvalidData
from footfall.events.columns import Join
from footfall.events.sheets import open_sheet

MOST_KEYS = 5_000_000  # bounds the memory of one join


@dataclass(frozen=True)
class Lookup:
    """One join made ready: key → value, the first row of a key counts; `repeated` counts the others."""

    join: Join
    values: dict[str, str]
    repeated: int
    fingerprint: str

    def bring(self, columns: dict[str, pa.Array]) -> pa.Array:
        """Give the brought column beside a batch; empty where no row has the key."""
        encoded = pc.dictionary_encode(_key(columns[self.join.key]))
        found = pa.array([self.values.get(key) for key in encoded.dictionary.to_pylist()], pa.string())
        return found.take(encoded.indices)


def lookup(join: Join, files: Files[str, Path]) -> Lookup:
    """Read the other file of a join. Raises InvalidData when it is absent, damaged or too large."""
    path = files.get(join.file)
    if path is None:
        raise InvalidData(
            f"The file {join.file} is not here.",
            "The mapping joins it.",
            "Put it into the same folder, or upload it together with the file.",
        )
    sheet = open_sheet(path)
    values: dict[str, str] = {}
    rows = 0
    for batch in sheet.batches(tuple(dict.fromkeys((join.found_by, join.column)))):
        keys, brought = _key(batch.columns[join.found_by]), _key(batch.columns[join.column])
        for key, value in zip(keys.to_pylist(), brought.to_pylist(), strict=True):
            if key is not None:
                rows += 1
                values.setdefault(key, value)
        if len(values) > MOST_KEYS:
            raise InvalidData(f"{join.file} has more than {MOST_KEYS:,} keys.", todo="Join before the import.")
    return Lookup(join, values, rows - len(values), sheet.fingerprint)


def _key(column: pa.Array) -> pa.Array:
    return pc.utf8_trim_whitespace(column.cast(pa.string()))
