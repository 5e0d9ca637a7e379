"""Rows that several questions begin with: written beside the events, or reckoned once while these are asked."""

from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from itertools import count
from threading import Lock
from typing import Any

import ibis
import pyarrow as pa

from footfall.engine.opened import Runs
from footfall.events.derived import DERIVED


class SharedTables:
    """Tables in which one expression stands ready under a name: whatever contains it reads it from there."""

    def __init__(self, tables: Runs, shared: Any, name: str) -> None:
        self._tables, self._shared, self._name = tables, shared, name

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression. Raises QueryLimit, StorageFailed."""
        return self._tables.run(read_from(expression, self._shared, self._name), **tables)

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Run it for some of its rows; it must say in which order they come."""
        return self._tables.page(read_from(expression, self._shared, self._name), offset, limit, **tables)

    def sharing(self, expression: Any, **tables: pa.Table) -> AbstractContextManager[Runs]:  # noqa: ARG002 - one is enough
        """Share nothing more."""
        return nullcontext(self)


@lru_cache(maxsize=512)
def read_from(expression: Any, shared: Any, name: str) -> Any:
    """The expression with the shared one read from a table of this name."""
    table = ibis.table(shared.schema(), name=name)
    return expression.op().replace({shared.op(): table.op()}).to_expr()


def from_derived(expression: Any) -> Any:
    """The expression over a whole dataset with what was written beside its events read from there."""
    for name, rows in DERIVED.items():
        expression = read_from(expression, rows(), name)
    return expression


class Numbers:
    """Numbers for tables that are held at one time: the lowest that is free, so that what names it is compiled once."""

    def __init__(self) -> None:
        self._taken, self._lock = set[int](), Lock()

    def take(self) -> int:
        """A number that nobody else has until it is freed."""
        with self._lock:
            number = next(number for number in count(1) if number not in self._taken)
            self._taken.add(number)
            return number

    def free(self, number: int) -> None:
        """Let others have it."""
        with self._lock:
            self._taken.discard(number)
