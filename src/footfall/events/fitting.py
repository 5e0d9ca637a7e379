"""A mapping that was made for one file, for another: next year's, with other names of columns."""

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Files
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from footfall.events.alike import pairs
from footfall.events.columns import ROW, Join
from footfall.events.mapping import Mapping

Columns = Files[str, Sequence[str]]  # of other files, by the file's name

# What names one column in a mapping; and in a step, a question, an attribute or a join.
ONE = {"customer", "customer_else", "id", "time", "event", "event_else", "channel", "due", "on_time"}
ONE |= {"about", "question", "score", "weight", "text", "language"}
PART = {"column", "after", "due"}
NAMES = {"attributes": "name", "asked": "question"}  # what a column that is called otherwise now goes on being called


class Renamed(BaseModel):
    """A column, or another file, that is called otherwise now."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    was: str
    now: str


@dataclass(frozen=True)
class Fit:
    """A mapping rewritten for another file; `lacking` are columns and files that nothing there is like.

    What a mapping cannot be without stays named in it, though the file lacks it. `found` is the share of the columns
    that are there, `likeness` the share of all columns of both files that they have in common.
    """

    mapping: Mapping
    renamed: tuple[Renamed, ...]
    lacking: tuple[str, ...]
    found: float
    likeness: float


def fit(mapping: Mapping, was: Sequence[str], now: Sequence[str], beside: Columns | None = None) -> Fit:
    """The mapping for a file with the columns `now`; `was` are those of its own file, as far as they are known.

    `beside` are the files that joins may name; without it they are taken to be as they were.
    """
    own = mapping.own_columns()
    now = (*now, ROW) if ROW in own else now
    before = tuple(dict.fromkeys((*was, *own)))
    paired = pairs(before, now)
    known = {name: paired[name] for name in own if name in paired}
    files, brought = _fit_joins(mapping, beside)
    lacking = [name for name in own if name not in known]
    lacking += [join.file for join in mapping.joins if join.file not in files]
    lacking += [name for name, there in brought.items() if not there]
    columns = known | {name: there or name for name, there in brought.items()}
    return Fit(
        mapping=_rewritten(mapping, _Names(columns, files, beside or {})),
        renamed=tuple(Renamed(was=a, now=b) for a, b in (columns | files).items() if a != b),
        lacking=tuple(dict.fromkeys(lacking)),
        found=len(known) / max(1, len(own)),
        likeness=len(paired) / max(len(before), len(now), 1),
    )


def _fit_joins(mapping: Mapping, beside: Columns | None) -> tuple[dict[str, str], dict[str, str]]:
    """The files of the joins by their old names, and what each brought column is called now, "" where it is gone."""
    wanted = tuple(dict.fromkeys(join.file for join in mapping.joins))
    files = {name: name for name in wanted} if beside is None else pairs(wanted, tuple(beside))
    brought = {}
    for join in mapping.joins:
        there = (beside or {}).get(files.get(join.file, ""), (join.column,))
        brought[join.column] = pairs((join.column,), there).get(join.column, "")
    return files, brought


@dataclass(frozen=True)
class _Names:
    """What columns and other files are called now, by what they were called; and which columns other files have."""

    columns: dict[str, str]
    files: dict[str, str]
    beside: Columns


def _rewritten(mapping: Mapping, names: _Names) -> Mapping:
    try:
        return Mapping.model_validate(_renamed(mapping, names, keeps=False))
    except ValidationError:  # it lacks what it cannot be without
        return Mapping.model_validate(_renamed(mapping, names, keeps=True))


def _renamed(mapping: Mapping, names: _Names, *, keeps: bool) -> dict[str, Any]:
    """What a mapping says with other names; a column that is gone is left out, or kept as it was called."""

    def now(name: str) -> str:
        return names.columns.get(name, name if keeps else "")

    given = mapping.model_dump(exclude_defaults=True)
    told = {name: now(value) if name in ONE else value for name, value in given.items()}
    if "also_known_as" in given:
        told["also_known_as"] = [name for name in map(now, given["also_known_as"]) if name]
    for name in ("attributes", "asked", "steps", "leave_out_rows"):
        if name in given:
            told[name] = [part for one in given[name] if (part := _part(one, now, NAMES.get(name, "")))["column"]]
    return told | {"joins": [_join(join, names) for join in mapping.joins]}


def _part(one: dict[str, Any], now: Callable[[str], str], called: str) -> dict[str, Any]:
    part = {name: now(value) if name in PART else value for name, value in one.items()}
    if called and part["column"] != one["column"]:
        part.setdefault(called, one["column"].strip())  # or the same question would count as another one
    return part


def _join(join: Join, names: _Names) -> Join:
    key, file = names.columns.get(join.key, join.key), names.files.get(join.file, join.file)
    there = names.beside.get(file, (join.found_by,))
    theirs = pairs((join.found_by,), there).get(join.found_by, join.found_by)
    brought = names.columns.get(join.column, join.column)
    return Join(file=file, key=key, their_key="" if theirs == key else theirs, column=brought)
