"""Columns of a table in which each cell is JSON, such as `properties`: their fields become columns, too."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

from footfall.events.formats.flattening import flatten
from footfall.events.formats.sheet import Batch, Rows, Sheet, text_column

FEW = 50  # rows of which the fields are offered
MOST_FIELDS = 500  # of one table


@dataclass(frozen=True)
class JsonTextRows:
    """The rows of a table beside the fields of its JSON texts; `columns` are those that the table itself has."""

    rows: Rows
    columns: tuple[str, ...]

    def batches(self, columns: Sequence[str]) -> Iterator[Batch]:
        """Read the named columns; a field is empty where the cell is no JSON object, or lacks it."""
        roots = {name: root_of(name, self.columns) for name in columns if name not in self.columns}
        own = [name for name in columns if name not in roots]
        for batch in self.rows.batches(tuple(dict.fromkeys((*own, *roots.values())))):
            flat = {root: _flat(root, batch.columns[root]) for root in dict.fromkeys(roots.values())}
            fields = {name: text_column([row.get(name) for row in flat[root]]) for name, root in roots.items()}
            yield replace(batch, columns={name: batch.columns[name] for name in own} | fields)


def with_fields(sheet: Sheet, first_rows: Mapping[str, Sequence[Any]]) -> Sheet:
    """The table with the fields of its JSON texts, as far as the first rows have them."""
    fields: dict[str, None] = {}
    for name, cells in first_rows.items():
        filled = [cell for cell in cells[:FEW] if cell]
        objects = [parsed for cell in filled if (parsed := _object(cell)) is not None]
        if filled and len(objects) == len(filled):
            fields.update({field: None for each in objects for field in flatten({name: each}) if field != name})
    offered = tuple(field for field in fields if field not in sheet.columns)[:MOST_FIELDS]
    if not offered:
        return sheet
    return replace(sheet, columns=(*sheet.columns, *offered), rows=JsonTextRows(sheet.rows, sheet.columns))


def root_of(name: str, columns: Sequence[str]) -> str:
    """The column in whose texts a field stands."""
    return max((column for column in columns if name.startswith(f"{column}.")), key=len)


def _flat(root: str, column: pa.Array) -> list[dict[str, str | None]]:
    return [flatten({root: _object(cell) or {}}) for cell in column.to_pylist()]


def _object(cell: Any) -> dict[str, Any] | None:
    """A cell as a JSON object; none where it is another text."""
    if not isinstance(cell, str) or not cell.lstrip().startswith("{"):
        return None
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
