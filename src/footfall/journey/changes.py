"""Changes: the one way a document moves, and its pure rules: apply, invert, diff.

Documents are plain JSON here (`Records`: id → {type, fields}), so that the TypeScript twin
(web/src/model/changes.ts) can sit the same exam (fixtures/changes). The rules:

A1  put replaces the whole record under its id.
A2  set on a present record writes one field; null takes the field away (back to its default).
A3  set and drop on an absent record do nothing.
A4  apply never alters its input.
I1  applying a change and then its inverse gives the first document back.
D1  applying diff(a, b) to a gives b; diff(a, a) is empty.
D2  a diff lists drops, then puts, then sets, each sorted by id (and field).
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from footfall.journey.fields import RecordId

RecordJson = dict[str, Any]
Records = dict[str, RecordJson]


class _Op(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: RecordId


class Put(_Op):
    """Create a record, or replace it whole."""

    op: Literal["put"] = "put"
    record: dict[str, JsonValue]


class Set(_Op):
    """Write one field; null means its default. `base` is the value on which the person typed."""

    op: Literal["set"] = "set"
    field: Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]
    value: JsonValue = None
    base: JsonValue = None


class Drop(_Op):
    """Take a record away."""

    op: Literal["drop"] = "drop"


Op = Annotated[Put | Set | Drop, Field(discriminator="op")]


class Change(BaseModel):
    """What somebody asks for: ops that are taken together or not at all."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$", description="UUIDv7, made once by the asker.")]
    ops: Annotated[tuple[Op, ...], Field(min_length=1, max_length=20_000)]


class Actor(BaseModel):
    """Who acts: a person without an account, or a program."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    name: Annotated[str, Field(max_length=80)] = ""


class Entry(BaseModel):
    """One line of a document's journal: the effective ops of a change, in the order that the store gave."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    document: str
    seq: int
    actor: Actor
    at: datetime
    ops: tuple[Op, ...]


def apply(records: Mapping[str, RecordJson], ops: Iterable[Op]) -> Records:
    """The document after these ops; the input stays as it was."""
    after = dict(records)
    for op in ops:
        apply_one(after, op)
    return after


def apply_one(records: Records, op: Op) -> None:
    """Move a document by one op, in place: for those who own the dict."""
    match op:
        case Put():
            records[op.id] = dict(op.record)
        case Drop():
            records.pop(op.id, None)
        case Set() if op.id in records:
            records[op.id] = _with_field(records[op.id], op.field, op.value)


def _with_field(record: RecordJson, field: str, value: JsonValue) -> RecordJson:
    others = {name: kept for name, kept in record.items() if name != field}
    return others if value is None else others | {field: value}


def invert(records: Mapping[str, RecordJson], ops: Iterable[Op]) -> tuple[Op, ...]:
    """The ops that take these ops back, for a document as it was before them."""
    current: Records = dict(records)
    inverse: list[Op] = []
    for op in ops:
        inverse.extend(_invert_one(current, op))
        apply_one(current, op)
    return tuple(reversed(inverse))


def _invert_one(records: Mapping[str, RecordJson], op: Op) -> Iterator[Op]:
    before = records.get(op.id)
    match op:
        case Put() if before is None:
            yield Drop(id=op.id)
        case Put() | Drop() if before is not None:
            yield Put(id=op.id, record=before)
        case Set() if before is not None:
            yield Set(id=op.id, field=op.field, value=before.get(op.field))


def diff(before: Mapping[str, RecordJson], after: Mapping[str, RecordJson]) -> tuple[Op, ...]:
    """The ops that lead from one document to another, in the order of rule D2."""
    gone = sorted(before.keys() - after.keys())
    kept = sorted(before.keys() & after.keys())
    retyped = {id for id in kept if before[id].get("type") != after[id].get("type")}
    new = sorted((after.keys() - before.keys()) | retyped)
    sets = (op for id in kept if id not in retyped for op in _field_sets(id, before[id], after[id]))
    return (*(Drop(id=id) for id in gone), *(Put(id=id, record=after[id]) for id in new), *sets)


def _field_sets(id: str, before: RecordJson, after: RecordJson) -> Iterator[Op]:
    for field in sorted(before.keys() | after.keys()):
        if not same(before.get(field), after.get(field)):
            yield Set(id=id, field=field, value=after.get(field))


def same(a: Any, b: Any) -> bool:
    """Whether two JSON values are equal, as JavaScript sees it: 1 is 1.0, but true is not 1."""
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    return isinstance(a, bool) == isinstance(b, bool) and bool(a == b)
