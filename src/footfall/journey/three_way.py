"""Two documents that grew from one: what either changed is taken; where both changed the same, both are kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from footfall.journey.changes import RecordJson, Records, same
from footfall.journey.comparing import Difference, compare
from footfall.journey.fields import Merge, merge_kind
from footfall.journey.matching import renamed, renamings
from footfall.journey.merging import merge_set
from footfall.journey.records import RECORD_TYPES
from footfall.journey.text.names import next_order

PARENTS = ("stage", "lane", "step")


@dataclass(frozen=True)
class Merged:
    """The merged document, once with each conflict decided as ours and once as theirs, and what these conflicts are."""

    ours: Records
    theirs: Records
    conflicts: tuple[Difference, ...] = ()


def merge(
    base: Mapping[str, RecordJson],
    ours: Mapping[str, RecordJson],
    theirs: Mapping[str, RecordJson],
    *,
    keep_ids: bool = False,
) -> Merged:
    """Merge field by field; records are recognised under other ids, as in files whose ids follow from names.

    With `keep_ids` they have those of base, as a journal needs it; else as the side has them that changed them.
    """
    ours_from, theirs_from = renamings(base, ours), renamings(base, theirs)
    mine = renamed(ours, ours_from)
    other = _apart(base, mine, renamed(theirs, theirs_from))
    ids = list(dict.fromkeys((*mine, *other, *base)))
    decided = {id: _record(base.get(id), mine.get(id), other.get(id)) for id in ids}
    first, second = (
        _in_order({id: one for id, pair in decided.items() if (one := pair[side]) is not None}, base, mine, other)
        for side in (0, 1)
    )
    conflicts = compare(first, second)
    if keep_ids:
        return Merged(first, second, conflicts)
    return Merged(
        renamed(first, _final_names(ours_from, theirs_from, ids)),
        renamed(second, _final_names(theirs_from, ours_from, ids)),
        conflicts,
    )


def _apart(base: Mapping[str, RecordJson], ours: Records, theirs: Records) -> Records:
    """Theirs, where a new record of another place that has the same derived id as one of ours gets its own."""
    twice = {
        id: _free(id, {*base, *ours, *theirs})
        for id in ours.keys() & theirs.keys() - base.keys()
        if _place(ours[id]) != _place(theirs[id])
    }
    return renamed(theirs, twice)


def _free(id: str, taken: set[str]) -> str:
    return next(name for number in range(2, len(taken) + 3) if (name := f"{id[:56]}_{number}") not in taken)


def _final_names(first: Mapping[str, str], second: Mapping[str, str], ids: Iterable[str]) -> dict[str, str]:
    """Ids as the side has them that renamed the record, so that a file needs not say them; the first goes before."""
    taken, final = set(ids), {}
    for names in (first, second):
        for name, id in names.items():
            if name not in taken and id not in final:
                final[id] = name
                taken.add(name)
    return final


Pair = tuple[RecordJson | None, RecordJson | None]


def _record(base: RecordJson | None, ours: RecordJson | None, theirs: RecordJson | None) -> Pair:
    """A record as either decision leaves it; None where it is gone."""
    if same(ours, theirs) or same(base, theirs):
        return ours, ours
    if same(base, ours):
        return theirs, theirs
    if ours is None or theirs is None or ours["type"] != theirs["type"]:
        return ours, theirs
    return _fields(base or {}, ours, theirs)


def _fields(base: RecordJson, ours: RecordJson, theirs: RecordJson) -> Pair:
    first, second = {"type": ours["type"]}, {"type": ours["type"]}
    for field in sorted((ours.keys() | theirs.keys()) - {"type"}):
        values = _value(ours["type"], field, base.get(field), ours.get(field), theirs.get(field))
        for record, value in zip((first, second), values, strict=True):
            if value is not None:
                record[field] = value
    return first, second


def _value(kind: str, field: str, base: Any, ours: Any, theirs: Any) -> tuple[Any, Any]:
    if same(ours, theirs) or same(base, theirs):
        return ours, ours
    if same(base, ours):
        return theirs, theirs
    match merge_kind(RECORD_TYPES[kind], field):
        case Merge.SET:
            merged = merge_set(base or [], ours or [], theirs or []) or None
            return merged, merged
        case Merge.ORDER:  # decided among all siblings
            return ours, ours
        case _:
            return ours, theirs


def _in_order(records: Records, base: Mapping[str, RecordJson], ours: Records, theirs: Records) -> Records:
    """Siblings in an order that both sides agree with; order keys are only written anew where they say otherwise."""
    placed = dict(records)
    for siblings in _groups(records).values():
        lists = [sorted((id for id in siblings if id in side), key=_by_key(side)) for side in (base, ours, theirs)]
        wanted = merge_order(*lists)
        clash = wanted not in lists and len({_key(records[id]) for id in wanted}) < len(wanted)
        if clash or wanted != sorted(siblings, key=_by_key(records)):
            placed |= _numbered(records, wanted)
    return placed


def _numbered(records: Records, ids: list[str]) -> Records:
    """Siblings with the keys that follow from their order; the first key is the default, and absent."""
    orders = accumulate(ids, lambda order, _: next_order(order), initial="")
    keyed = zip(ids, list(orders)[1:], strict=True)
    bare = {id: {name: value for name, value in records[id].items() if name != "order"} for id in ids}
    return {id: bare[id] | ({"order": key} if key != "a0" else {}) for id, key in keyed}


def _groups(records: Records) -> dict[tuple[str, ...], list[str]]:
    groups: dict[tuple[str, ...], list[str]] = {}
    for id, record in records.items():
        if "order" in RECORD_TYPES[record["type"]].model_fields:
            groups.setdefault(_place(record), []).append(id)
    return groups


def _place(record: RecordJson) -> tuple[str, ...]:
    return (record["type"], *(str(record.get(parent, "")) for parent in PARENTS))


def _key(record: RecordJson) -> str:
    return str(record.get("order", "a0"))


def _by_key(records: Mapping[str, RecordJson]) -> Any:
    return lambda member: (_key(records[member]), member)


def merge_order(base: list[str], ours: list[str], theirs: list[str]) -> list[str]:
    """The order of whoever moved something, ours before theirs; what only the other has follows what it followed."""
    has_moved = [id for id in ours if id in base] != [id for id in base if id in ours]
    first, second = (ours, theirs) if has_moved else (theirs, ours)
    merged = list(first)
    for place, id in enumerate(second):
        if id not in merged:
            before = next((known for known in reversed(second[:place]) if known in merged), None)
            merged.insert(merged.index(before) + 1 if before is not None else 0, id)
    return merged
