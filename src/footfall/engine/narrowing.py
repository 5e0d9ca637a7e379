"""Tables under a filter: derived once from those of a dataset, and asked in their place."""

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from itertools import count
from typing import Any
from weakref import finalize

import pyarrow as pa
from ibis.expr import operations as ops

from footfall.engine.kept import Kept
from footfall.engine.opened import Runs

STEP = "narrowed_"  # how an expression names what an earlier step gave, or a table that came with the filter
KEPT = 8  # filters whose tables are kept


class NarrowedTables:
    """The tables of a dataset under one filter; `names` says what each is called where they stand."""

    def __init__(self, tables: Runs, names: Mapping[str, str]) -> None:
        self._tables, self._names = tables, frozenset(names.items())

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression over the tables of the filter. Raises QueryLimit, StorageFailed."""
        return self._tables.run(renamed(expression, self._names), **tables)

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Run it for some of its rows; it must say in which order they come."""
        return self._tables.page(renamed(expression, self._names), offset, limit, **tables)


@lru_cache(maxsize=512)
def renamed(expression: Any, names: frozenset[tuple[str, str]]) -> Any:
    """The expression over tables of other names."""
    called = dict(names)
    found = expression.op().find(ops.UnboundTable)
    others = {table: table.copy(name=called[table.name]) for table in found if table.name in called}
    return expression.op().replace(others).to_expr() if others else expression


class InlinedTables:
    """The tables of a dataset under one filter, derived anew within each question: nothing is kept of them."""

    def __init__(self, tables: Runs, steps: Mapping[str, Any], given: Mapping[str, pa.Table]) -> None:
        self._tables, self._given = tables, {STEP + name: table for name, table in given.items()}
        self._steps: dict[str, Any] = {}
        for name, expression in steps.items():
            self._steps[name] = _inlined(expression, {STEP + one: step for one, step in self._steps.items()})

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression over the tables of the filter. Raises QueryLimit, StorageFailed."""
        return self._tables.run(_inlined(expression, self._steps), **self._given, **tables)

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Run it for some of its rows; it must say in which order they come."""
        return self._tables.page(_inlined(expression, self._steps), offset, limit, **self._given, **tables)


def _inlined(expression: Any, steps: Mapping[str, Any]) -> Any:
    """The expression with what tables of these names follow from in their place."""
    found = expression.op().find(ops.UnboundTable)
    derived = {table: steps[table.name].op() for table in found if table.name in steps}
    return expression.op().replace(derived).to_expr() if derived else expression


class Narrowings:
    """The filters of one dataset whose tables are at hand; tables go when nobody holds them any more."""

    def __init__(self) -> None:
        self._known: Kept[Hashable, NarrowedTables] = Kept(KEPT)
        self._numbers = count(1)
        self._gone: list[list[tuple[str, str]]] = []

    def get(self, key: Hashable, derive: Callable[[int], NarrowedTables]) -> NarrowedTables:
        """The tables under a filter; `derive` makes them, under names with this number."""
        return self._known.get(key, lambda: derive(next(self._numbers)))

    def gone(self) -> list[tuple[str, str]]:
        """The kinds and names of tables that nobody holds any more; each is told once."""
        found: list[tuple[str, str]] = []
        while self._gone:
            found.extend(self._gone.pop())
        return found

    def watch(self, tables: NarrowedTables, made: list[tuple[str, str]]) -> NarrowedTables:
        """Remember which tables go with these."""
        finalize(tables, self._gone.append, made)
        return tables
