"""One field of a record as one cell, and back: texts, numbers, yes, names of other records, JSON for what has parts."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from footfall.journey.fields import Merge, merge_kind, refers_to
from footfall.journey.records import RECORD_TYPES
from footfall.journey.text.emitting import written
from footfall.journey.text.names import Names

Cell = str | float | bool | None
LONGEST_CELL = 32_767  # characters that a cell of a workbook may have
YES = frozenset(("yes", "true", "ja", "x", "1"))
NO = frozenset(("no", "false", "nee", "0"))
_NEVER = re.compile(r"_x(FFF[EF])_")  # two letters that XML never holds: the writer escapes them, the reader does not
OUTSIDE = frozenset(("map",))  # records that no workbook holds


@dataclass(frozen=True)
class Field:
    """A field of a type of record, and the heading of its column."""

    kind: str
    name: str

    @property
    def heading(self) -> str:
        """The field's name as people write it."""
        return self.name.replace("_", " ").capitalize()

    @property
    def refers(self) -> str | None:
        """The type of record that it names, if workbooks hold these."""
        target = refers_to(RECORD_TYPES[self.kind], self.name)
        return None if target in OUTSIDE else target

    @property
    def shape(self) -> str:
        """How its cell is written: text, number, yes, lines, or json."""
        annotation = _bare(RECORD_TYPES[self.kind].model_fields[self.name].annotation)
        if get_origin(annotation) is tuple:
            return "lines" if merge_kind(RECORD_TYPES[self.kind], self.name) is Merge.SET else "json"
        if self.name == "question":
            return "json"
        return {bool: "yes", int: "number", float: "number"}.get(annotation, "text")


def _bare(annotation: Any) -> Any:
    """The type itself, without bounds and without `or nothing`."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = get_args(annotation)[0]
    return annotation


def fields_of(kind: str) -> dict[str, Field]:
    """The fields of a type of record by their headings in lower case."""
    names = (name for name in RECORD_TYPES[kind].model_fields if name != "type")
    return {field.heading.lower(): field for field in (Field(kind, name) for name in names)}


def write_value(field: Field, value: Any, names: Mapping[str, Names]) -> Cell:
    """The cell of a value."""
    if field.refers and isinstance(value, str):
        return names[field.refers].write(value)
    if field.refers:
        value = [names[field.refers].write(id) for id in value]
    match field.shape:
        case "lines":
            joined = "\n".join(value)
            return joined if _lines(joined) == list(value) else _json(value)
        case "json":
            return _json(value)
        case "yes":
            return "yes" if value else "no"
        case _:
            return value if isinstance(value, int | float) else str(value)


def read_value(field: Field, cell: Cell) -> Any:
    """The value of a cell that is not empty; names are left as they are. Raises ValueError."""
    match field.shape:
        case "lines":
            return _lines(text_of(cell))
        case "json":
            return json.loads(text_of(cell))
        case "yes":
            return _yes(text_of(cell).strip().lower())
        case "number":
            return cell if isinstance(cell, int | float) and not isinstance(cell, bool) else _number(text_of(cell))
        case _:
            return text_of(cell)


def text_of(cell: Cell) -> str:
    """A cell as the text that somebody sees in it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return written(cell) if isinstance(cell, int | float) else _NEVER.sub(_letter, cell or "")


def _letter(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(text: str) -> list[str]:
    if text.startswith('["') and text.endswith('"]'):
        return [str(line) for line in json.loads(text)]
    return [line for line in text.split("\n") if line.strip()]


def _yes(text: str) -> bool:
    if text not in YES | NO:
        raise ValueError(text)
    return text in YES


def _number(text: str) -> float:
    number = float(text.strip().replace(",", "."))
    return int(number) if re.fullmatch(r"[+-]?\d+", text.strip()) else number
