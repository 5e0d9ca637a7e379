"""Settling: the server's decision what a change does to the document as it stands now.

The rules, decided once so that every replica only has to apply:

S1  a set whose base is no longer the current value is merged by the field's kind (text, set); others: last wins.
S2  typed text for a record that a colleague has dropped brings the record back with that text.
S3  any other op on an absent record has no effect.
S4  every record that results must be valid, or the whole change is refused.
S5  a document holds only its own record types; a map keeps its header.
S6  effective ops are in normal form: a field at its default is absent, and no op that changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue, ValidationError

from footfall.errors import InvalidChange
from footfall.journey.changes import Drop, Op, Put, RecordJson, Records, Set, apply_one, same
from footfall.journey.fields import Merge, Record, merge_kind
from footfall.journey.merging import merge_set, merge_text
from footfall.journey.records import HEADER_ID
from footfall.journey.refusing import refusal


@dataclass(frozen=True)
class DocumentRules:
    """Which record types a kind of document holds, and which record it always keeps."""

    types: Mapping[str, type[Record]]
    keeps: str | None = None


@dataclass
class _Settling:
    """One change on its way through the rules; `records` is its own copy and moves along."""

    rules: DocumentRules
    records: Records
    fallen: Mapping[str, RecordJson]
    effective: list[Op] = field(default_factory=list)

    def take(self, op: Op) -> None:
        for settled in self._settled(op):
            self.effective.append(settled)
            apply_one(self.records, settled)

    def _settled(self, op: Op) -> tuple[Op, ...]:
        match op:
            case Put():
                return self._put(op.id, op.record)
            case Drop():
                return self._drop(op)
            case Set():
                return self._set(op)

    def _put(self, id: str, record: RecordJson) -> tuple[Op, ...]:
        normal = normalise(self.rules, id, record)
        unchanged = id in self.records and same(self.records[id], normal)
        return () if unchanged else (Put(id=id, record=normal),)

    def _drop(self, op: Drop) -> tuple[Op, ...]:
        if op.id == self.rules.keeps:
            raise InvalidChange(f"The record '{op.id}' was to be dropped.", "Every map keeps its header.")
        return (op,) if op.id in self.records else ()

    def _set(self, op: Set) -> tuple[Op, ...]:
        if op.id not in self.records:
            return self._revive(op)
        record = self.records[op.id]
        value = _merged(self._model(record), record, op)
        normal = normalise(self.rules, op.id, record | {op.field: value})
        after = normal.get(op.field)
        return () if same(record.get(op.field), after) else (Set(id=op.id, field=op.field, value=after),)

    def _revive(self, op: Set) -> tuple[Op, ...]:
        record = self.fallen.get(op.id)
        if record is None or not self._is_typed(record, op):
            return ()
        return self._put(op.id, record | {op.field: _merged(self._model(record), record, op)})

    def _is_typed(self, record: RecordJson, op: Set) -> bool:
        model = self._model(record)
        return op.field in model.model_fields and merge_kind(model, op.field) is Merge.TEXT and bool(op.value)

    def _model(self, record: RecordJson) -> type[Record]:
        return self.rules.types[record["type"]]


def settle(
    rules: DocumentRules, records: Records, fallen: Mapping[str, RecordJson], ops: tuple[Op, ...]
) -> tuple[Op, ...]:
    """The effective ops of a change; may be empty.

    `fallen` holds records that were dropped, as they last were (rule S2).
    Raises InvalidChange when a resulting record would break the rules.
    """
    settling = _Settling(rules, dict(records), fallen)
    for op in ops:
        settling.take(op)
    return tuple(settling.effective)


def normalise(rules: DocumentRules, id: str, record: Mapping[str, Any]) -> RecordJson:
    """The record checked against its type and written sparse: defaults are absent (rules S4 to S6)."""
    model = rules.types.get(str(record.get("type")))
    if model is None:
        raise InvalidChange(
            f"'{id}' has the type {record.get('type')!r}.", f"This document holds {', '.join(rules.types)}."
        )
    if (model.model_fields["type"].default == "map") != (id == HEADER_ID):
        raise InvalidChange(f"'{id}' has the type {record['type']!r}.", "A map has one header, under the id 'map'.")
    return {"type": record["type"]} | sparse(_validated(model, id, record))


def sparse(record: Record) -> dict[str, Any]:
    """The fields that differ from their default, as JSON; what is in them stays whole, such as a question's kind."""
    written = record.model_dump(exclude_defaults=True).keys()
    return {name: value for name, value in record.model_dump(mode="json").items() if name in written}


def _validated(model: type[Record], id: str, record: Mapping[str, Any]) -> Record:
    present = {name: value for name, value in record.items() if value is not None}
    try:
        return model.model_validate(present)
    except ValidationError as error:
        raise refusal(id, record, error.errors()[0]) from error


def _merged(model: type[Record], record: RecordJson, op: Set) -> JsonValue:
    """The value to write: three-way merged where base is given and somebody else wrote meanwhile (rule S1)."""
    current = record.get(op.field)
    if op.field not in model.model_fields or op.base is None or same(current, op.base):
        return op.value
    match merge_kind(model, op.field):
        case Merge.TEXT:
            return merge_text(str(op.base), str(current or ""), str(op.value or ""))
        case Merge.SET:
            return list(merge_set(_texts(op.base), _texts(current), _texts(op.value)))
        case _:
            return op.value


def _texts(value: JsonValue) -> list[str]:
    return [str(member) for member in value] if isinstance(value, list) else []
