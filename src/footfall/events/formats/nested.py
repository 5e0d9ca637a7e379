"""Columns of Arrow that hold more than single values: records become columns with dots, lists become JSON text.

A list of {key, value} pairs, as Google Analytics writes its parameters, becomes a column for each key.
"""

import json
from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

KEY, VALUE = "key", "value"


def is_keyed(kind: pa.DataType) -> bool:
    """Whether a column is a list of pairs of a key and a value."""
    if not (pa.types.is_list(kind) or pa.types.is_large_list(kind)) or not pa.types.is_struct(kind.value_type):
        return False
    names = {kind.value_type.field(index).name for index in range(kind.value_type.num_fields)}
    return {KEY, VALUE} <= names


def names(schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> list[str]:
    """The columns that one can ask for; the keys of lists of pairs are looked up in `batches`."""
    keys: dict[str, dict[str, None]] = {}
    for batch in batches:
        for field, column in zip(batch.schema, batch.columns, strict=True):
            keys.setdefault(field.name, {}).update(dict.fromkeys(_keys(column)))
    return [name for field in schema for name in _names(field.name, field.type, keys)]


def _names(name: str, kind: pa.DataType, keys: dict[str, dict[str, None]]) -> list[str]:
    if pa.types.is_struct(kind):
        fields = [kind.field(index) for index in range(kind.num_fields)]
        return [under for field in fields for under in _names(f"{name}.{field.name}", field.type, {})]
    if name in keys:
        return [f"{name}.{key}" for key in keys[name]]
    return [name]


def _keys(column: pa.Array) -> list[str]:
    found = pc.unique(pc.struct_field(pc.list_flatten(column), KEY)).to_pylist()
    return [str(key) for key in found if key is not None]


def root_of(schema: pa.Schema, name: str) -> str:
    """The column in which a name stands: itself, or the one before a dot."""
    exact = next((field.name for field in schema if field.name.strip() == name), None)
    return exact or max((field.name for field in schema if name.startswith(f"{field.name}.")), key=len, default=name)


def column_of(batch: pa.RecordBatch, name: str) -> pa.Array:
    """The column of a name, dug out of records and lists of pairs."""
    root = root_of(batch.schema, name)
    column = batch.column(batch.schema.get_all_field_indices(root)[0])
    return _inside(column, name[len(root) + 1 :])


def _inside(column: pa.Array, rest: str) -> pa.Array:
    if not rest:
        return column
    if is_keyed(column.type):
        return _of_key(column, rest)
    fields = [column.type.field(index).name for index in range(column.type.num_fields)]
    field = max((one for one in fields if rest == one or rest.startswith(f"{one}.")), key=len)
    return _inside(pc.struct_field(column, fields.index(field)), rest[len(field) + 1 :])


def _of_key(column: pa.Array, key: str) -> pa.Array:
    """The value of a key in each row's list; the first where there are several."""
    pairs = pc.list_flatten(column)
    picked = pc.fill_null(pc.equal(pc.struct_field(pairs, KEY).cast(pa.string()), key), False)
    rows = np.asarray(pc.list_parent_indices(column).filter(picked), np.int64)[::-1]
    places = np.full(len(column), -1, np.int64)
    places[rows] = np.arange(len(rows))[::-1]
    return _single(pc.struct_field(pairs, VALUE).filter(picked)).take(pa.array(places, mask=places < 0))


def _single(values: pa.Array) -> pa.Array:
    """The one filled field of values such as {string_value, int_value}, as text."""
    if not pa.types.is_struct(values.type):
        return plain(values)
    fields = [plain(pc.struct_field(values, index)).cast(pa.string()) for index in range(values.type.num_fields)]
    return pc.coalesce(*fields) if fields else pa.nulls(len(values), pa.string())


def plain(column: pa.Array) -> pa.Array:
    """A column as text; moments keep their type."""
    if pa.types.is_temporal(column.type):
        return column
    if pa.types.is_nested(column.type):
        texts = [
            None if one is None else json.dumps(one, ensure_ascii=False, default=str) for one in column.to_pylist()
        ]
        return pa.array(texts, pa.string())
    if pa.types.is_floating(column.type):
        column = pc.if_else(pc.is_finite(column), column, None)  # tools write "not a number" where there is nothing
        filled = pc.fill_null(column, 0)
        column = column.cast(pa.int64(), safe=False) if pc.all(pc.equal(filled, pc.floor(filled))).as_py() else column
    return column.cast(pa.string())
