"""One known export: the columns by which it is known, and what they mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

Values = Mapping[str, pa.Array]  # the first rows by column
Names = str | tuple[str, ...]  # a column; of several the first that the file has

COLUMNS = {"customer", "customer_else", "id", "time", "event", "event_else", "channel", "due", "on_time"}
COLUMNS |= {"about", "question", "score", "weight", "text", "language"}


def as_it_stands(values: Values) -> dict[str, Any]:  # noqa: ARG001 - most files need nothing else
    """How most files are read as a table."""
    return {}


@dataclass(frozen=True)
class Step:
    """One column of moments (or of counts after another moment), and the event that it tells of."""

    event: str
    column: Names
    after: Names = ()
    unit: str = "minutes"
    due: Names = ()


@dataclass(frozen=True)
class Export:
    """A file that some tool writes.

    `needs`: columns that tell it from all others; `a|b` is either. `means`: fields of the mapping; a field that names a
    column may name several, the first one in the file is meant. `attributes`: columns by what they are called.
    `leaves_out`: what columns say of rows that are no moments of customers, unless all rows say so.
    `not_asked`: in a survey with a column for each question, the columns that are none.
    """

    source: str
    why: str
    needs: tuple[str, ...]
    means: Mapping[str, Any]
    also_known_as: tuple[Names, ...] = ()
    attributes: Mapping[str, Names] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    asked: tuple[Mapping[str, Any], ...] = ()
    not_asked: tuple[str, ...] | None = None
    leaves_out: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    read_as: Callable[[Values], dict[str, Any]] = as_it_stands
    missing: str = ""

    @property
    def kind(self) -> str:
        """What its rows are."""
        return str(self.means.get("kind", "events"))


class Header:
    """The columns of a file; databases write them in capitals, so letters' case is ignored."""

    def __init__(self, columns: Sequence[str]) -> None:
        self.columns = tuple(columns)
        self._known = {name.casefold(): name for name in reversed(columns)}

    def has(self, needs: Sequence[str]) -> bool:
        """Whether all the needed columns are there."""
        return all(any(one.casefold() in self._known for one in each.split("|")) for each in needs)

    def all(self, names: Names) -> list[str]:
        """Those of the named columns that are there."""
        wanted = (names,) if isinstance(names, str) else names
        return [self._known[name.casefold()] for name in wanted if name.casefold() in self._known]

    def first(self, names: Names) -> str:
        """The first of the named columns that is there, or nothing."""
        return next(iter(self.all(names)), "")


def is_filled(column: pa.Array) -> bool:
    """Whether something stands in a column of the first rows."""
    return bool(column.null_count < len(column))
