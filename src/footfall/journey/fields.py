"""Field kinds: how two people's edits of one field meet (DESIGN: value, text, order, reference, set)."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Merge(StrEnum):
    """What happens when a field was changed by two people at once."""

    VALUE = "value"  # the last writer wins
    TEXT = "text"  # both typed: a three-way merge keeps both
    ORDER = "order"  # a fractional index key: the last writer wins, ties are broken by id
    REFERENCE = "reference"  # the id of another record: the last writer wins
    SET = "set"  # additions and removals of both are kept


RecordId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
OptionalId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{0,64}$")]
Member = Annotated[str, StringConstraints(max_length=2_000)]  # one text in a set
OrderKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,200}$")]

# What a link may be: nothing else is opened, so that no page runs what somebody typed.
URL = r'^(([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:)[^\s<>"\\]+)?$'

LINE = 500  # characters in a name or a title
PROSE = 20_000  # characters in a text of several lines
MANY = 200  # members in a set


class Record(BaseModel):
    """One thing in a document; stored sparse: a field at its default is absent."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def line(description: str, *, required: bool = False) -> Any:
    """A one-line text of at most 500 characters that two people may type in at once."""
    return _field(Merge.TEXT, description, ... if required else "", max_length=LINE)


def prose(description: str) -> Any:
    """A text of several lines in light Markdown, at most 20,000 characters."""
    return _field(Merge.TEXT, description, "", max_length=PROSE)


def value(description: str, default: Any = None, **bounds: Any) -> Any:
    """A value of which the last written one holds."""
    return _field(Merge.VALUE, description, default, **bounds)


def link(description: str) -> Any:
    """An address on the web or of a mailbox, or nothing; other schemes are refused."""
    return _field(Merge.VALUE, description, "", pattern=URL, max_length=2_000)


def rating(description: str) -> Any:
    """A number from 1 to 5, or nothing."""
    return _field(Merge.VALUE, description, None, ge=1, le=5)


def order(description: str = "Place among its siblings, a fractional index key.") -> Any:
    """A fractional index key; siblings are sorted by (order, id)."""
    return _field(Merge.ORDER, description, "a0")


def reference(to: str, description: str) -> Any:
    """The id of a record of type `to`, or nothing."""
    return _field(Merge.REFERENCE, description, "", refers=to)


def references(to: str, description: str) -> Any:
    """A set of ids of records of type `to`."""
    return _members(description, refers=to)


def members(description: str) -> Any:
    """A set of short texts; annotate it as `tuple[Member, ...]`."""
    return _members(description)


def _members(description: str, refers: str | None = None) -> Any:
    return _field(Merge.SET, description, (), refers=refers, max_length=MANY)


def _field(merge: Merge, description: str, default: Any, refers: str | None = None, **bounds: Any) -> Any:
    extra: dict[str, Any] = {"x-merge": merge.value} | ({"x-refers": refers} if refers else {})
    return Field(default, description=description, json_schema_extra=extra, **bounds)


def merge_kind(model: type[BaseModel], field: str) -> Merge:
    """How the named field of a record merges."""
    return Merge(_extra(model, field)["x-merge"])


def refers_to(model: type[BaseModel], field: str) -> str | None:
    """The record type that the named field points at, or None."""
    return _extra(model, field).get("x-refers")


def _extra(model: type[BaseModel], field: str) -> dict[str, Any]:
    extra = model.model_fields[field].json_schema_extra
    return extra if isinstance(extra, dict) else {"x-merge": Merge.VALUE}
