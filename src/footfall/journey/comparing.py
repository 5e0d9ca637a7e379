"""Two documents side by side: what was added, removed, moved and changed, as data and in words."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from footfall.journey.changes import Drop, Put, RecordJson, Records, Set, diff, same
from footfall.journey.fields import refers_to
from footfall.journey.records import ASIDE_TYPES, RECORD_TYPES
from footfall.journey.settling import sparse

What = Literal["added", "removed", "moved", "changed"]
PLACE = ("stage", "lane", "step")  # the fields that say where a record stands
LONGEST = 60  # characters of a value that a sentence quotes
NAMES = {"map": "Map", "version": "Version", "comment": "Comment"}

# Places of the groups, as readers meet them: the map itself, its stages, its lanes, what else there is.
_GROUP = {"map": 0, "stage": 1, "step": 1, "card": 1, "lane": 2, "link": 3}


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class FieldDifference(_Model):
    """One field that differs."""

    field: str
    before: JsonValue = Field(None, description="As it was; null for the field's default.")
    after: JsonValue = Field(None, description="As it is; null for the field's default.")


class Difference(_Model):
    """One record that differs."""

    what: What
    id: str
    type: str
    name: str = Field(description="What the record is called, or its first words.")
    stage: str = Field("", description="The id of the stage in which it stands.")
    lane: str = Field("", description="The id of the lane in which it stands.")
    group: str = Field("", description="Where it stands, in words: the stage and the lane.")
    fields: tuple[FieldDifference, ...] = ()
    sentence: str = Field(description="The difference in words.")


def compare(
    before: Mapping[str, RecordJson], after: Mapping[str, RecordJson], library: Mapping[str, RecordJson] | None = None
) -> tuple[Difference, ...]:
    """What differs, in the order in which a reader meets it; comments and versions stand beside the map and count not.

    `library` gives the names of what the documents refer to.
    """
    old, new = content(before), content(after)
    differ = [id for id in old.keys() & new.keys() if not same(old[id], new[id])]
    old, new = (records | {id: _of_today(records[id]) for id in differ} for records in (old, new))
    return tuple(_Comparing(old, new, library or {}).differences())


def _of_today(record: RecordJson) -> RecordJson:
    """A record as it is written today: what earlier versions had no word for within a value has its default."""
    try:
        typed = RECORD_TYPES[record["type"]].model_validate(record)
    except ValidationError:  # it never was by the rules; then it is compared as it stands
        return record
    return {"type": record["type"]} | sparse(typed)


def content(records: Mapping[str, RecordJson]) -> Records:
    """The records of the map itself, without what stands beside it."""
    return {id: record for id, record in records.items() if record.get("type") not in ASIDE_TYPES}


class _Comparing:
    """Two documents; where both know a record, the later one says what it is called and where it stands."""

    def __init__(self, before: Records, after: Records, library: Mapping[str, RecordJson]) -> None:
        self.before, self.after = before, after
        self.known: Records = {**library, **before, **after}
        self.reordered = frozenset(_reordered(before, after))

    def differences(self) -> list[Difference]:
        found = [self._whole(op) for op in diff(self.before, self.after) if not isinstance(op, Set)]
        found += [self._kept(id, fields) for id, fields in self._fields().items()]
        return sorted(found, key=self._place)

    def _whole(self, op: Put | Drop) -> Difference:
        what: What = "added" if isinstance(op, Put) else "removed"
        record = op.record if isinstance(op, Put) else self.before[op.id]
        fields = ((name, value) for name, value in sorted(record.items()) if name not in ("type", "order"))
        pairs = ((name, None, value) if what == "added" else (name, value, None) for name, value in fields)
        told = tuple(FieldDifference(field=name, before=old, after=new) for name, old, new in pairs)
        return self._told(what, op.id, record, told, f"{self._called(record)} {what}{self._where(record)}.")

    def _fields(self) -> dict[str, list[FieldDifference]]:
        """The fields that differ, by record; an order key alone says nothing, the order of the siblings does."""
        found: dict[str, list[FieldDifference]] = {id: [] for id in self.reordered}
        for op in diff(self.before, self.after):
            if isinstance(op, Set) and op.field != "order":
                old = self.before[op.id].get(op.field)
                found.setdefault(op.id, []).append(FieldDifference(field=op.field, before=old, after=op.value))
        return found

    def _kept(self, id: str, fields: list[FieldDifference]) -> Difference:
        record, places = self.after[id], [field for field in fields if field.field in PLACE]
        words = [self._in_words(record["type"], field) for field in fields if field.field not in PLACE]
        if places:
            words.insert(0, f"moved from {self._spot(self.before[id])} to {self._spot(record)}")
        elif id in self.reordered:
            words.insert(0, "moved among its neighbours")
        what: What = "moved" if len(places) == len(fields) else "changed"
        where = "" if places else self._where(record)
        return self._told(what, id, record, tuple(fields), f"{self._called(record)}{where}: {'; '.join(words)}.")

    def _told(
        self, what: What, id: str, record: RecordJson, fields: tuple[FieldDifference, ...], sentence: str
    ) -> Difference:
        stage, lane = self._stage_of(id, record), record.get("lane", "")
        names = [self._name(known) for known in (stage, lane) if known]
        group = " · ".join(names) or {"map": "Map", "lane": "Lanes", "link": "Links"}.get(record["type"], "Library")
        return Difference(
            what=what,
            id=id,
            type=record["type"],
            name=named(record),
            stage=stage,
            lane=lane,
            group=group,
            fields=fields,
            sentence=sentence,
        )

    def _stage_of(self, id: str, record: RecordJson) -> str:
        if record["type"] == "stage":
            return id
        return str(record.get("stage") or self.known.get(record.get("step", ""), {}).get("stage", ""))

    def _name(self, id: str) -> str:
        return named(self.known.get(id, {})) or id

    def _called(self, record: RecordJson) -> str:
        kind = NAMES.get(record["type"], record["type"].capitalize())
        if record["type"] == "link":
            return f"Link from {self._quoted(record.get('source', ''))} to {self._quoted(record.get('target', ''))}"
        name = named(record)
        return kind if record["type"] == "map" or not name else f"{kind} '{name}'"

    def _where(self, record: RecordJson) -> str:
        return f" in {self._spot(record)}" if any(record.get(field) for field in PLACE) else ""

    def _spot(self, record: RecordJson) -> str:
        """Where a record stands: its lane and step, or its stage."""
        if record["type"] != "card":
            return self._quoted(record.get("stage", ""))
        return f"{self._quoted(record.get('lane', ''))} at {self._quoted(record.get('step', ''))}"

    def _quoted(self, id: str) -> str:
        return f"'{self._name(id)}'" if id else "nowhere"

    def _in_words(self, type: str, field: FieldDifference) -> str:
        old, new = (self._value(type, field.field, value) for value in (field.before, field.after))
        return f"{field.field.replace('_', ' ')} {old} → {new}"

    def _value(self, type: str, field: str, value: Any) -> str:
        if value in (None, "", []):
            return "none"
        if isinstance(value, list):
            return ", ".join(self._value(type, field, member) for member in value)
        if isinstance(value, dict):
            return str(value.get("note") or value.get("name") or value.get("kind") or "a reading")[:LONGEST]
        if isinstance(value, str):
            is_reference = field in RECORD_TYPES[type].model_fields and refers_to(RECORD_TYPES[type], field)
            return f"'{_short(self._name(value) if is_reference else value)}'"
        return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else f"{value:g}"

    def _place(self, difference: Difference) -> tuple[Any, ...]:
        """By group, then stage, lane, step and the record's own order."""
        record = self.known[difference.id]
        step, lane = self.known.get(record.get("step", ""), {}), self.known.get(difference.lane, {})
        return (
            _GROUP.get(difference.type, 4),
            self.known.get(difference.stage, {}).get("order", "a0") if difference.stage else "",
            difference.stage,
            lane.get("order", "a0") if difference.lane else "",
            difference.lane,
            step.get("order", ""),
            record.get("order", ""),
            difference.id,
        )


def named(record: Mapping[str, Any]) -> str:
    """What a record is called in a sentence: its name, its first words, or its kind."""
    for field in ("name", "title", "text", "feeling", "kind"):
        if record.get(field):
            return _short(str(record[field]))
    score = record.get("score")
    return f"{score:g}" if isinstance(score, int | float) else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return f"{words[: LONGEST - 1]}…" if len(words) > LONGEST else words


def _reordered(before: Records, after: Records) -> Iterator[str]:
    """Records that stand among the same siblings in another order; as few of them as explain it."""
    lists = _siblings(before, after), _siblings(after, before)
    for place in lists[0].keys() & lists[1].keys():
        old, new = lists[0][place], lists[1][place]
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        kept = {id for block in blocks for id in old[block.a : block.a + block.size]}
        yield from (id for id in old if id not in kept)


def _siblings(records: Records, other: Records) -> dict[tuple[str, ...], list[str]]:
    """The records that stand among the same siblings in both documents, in the order of this one."""
    found: dict[tuple[str, ...], list[str]] = {}
    for id, record in sorted(records.items(), key=lambda item: (item[1].get("order", "a0"), item[0])):
        place = _parents(record)
        if "order" in RECORD_TYPES[record["type"]].model_fields and id in other and _parents(other[id]) == place:
            found.setdefault(place, []).append(id)
    return found


def _parents(record: RecordJson) -> tuple[str, ...]:
    return (record["type"], *(record.get(field, "") for field in PLACE))
