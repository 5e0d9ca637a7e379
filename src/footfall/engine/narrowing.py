"""Tables under a filter: derived once from those of a dataset, and asked in their place."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from typing import Any, Protocol
from weakref import finalize

import pyarrow as pa
from ibis.expr import operations as ops

from footfall.engine.kept import Kept
from footfall.engine.opened import Runs
from footfall.engine.sharing import Numbers, SharedTables

STEP = "narrowed_"  # how an expression names what an earlier step gave, or a table that came with the filter
KEPT = 8  # filters whose tables are kept


class Holds(Runs, Protocol):
    """Tables beside which others may be held."""

    def held(self, expression: Any, tables: Mapping[str, pa.Table]) -> AbstractContextManager[str | None]:
        """A table of what an expression gives, while the block lasts; gives its name, or None where none is held."""
        ...


class NarrowedTables:
    """The tables of a dataset under one filter; `names` and `database` say what each is called and where it stands."""

    def __init__(self, tables: Holds, names: Mapping[str, str], database: str | None = None) -> None:
        self._tables, self._names, self._database = tables, frozenset(names.items()), database

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression over the tables of the filter. Raises QueryLimit, StorageFailed."""
        return self._tables.run(self._over(expression), **tables)

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Run it for some of its rows; it must say in which order they come."""
        return self._tables.page(self._over(expression), offset, limit, **tables)

    def _over(self, expression: Any) -> Any:
        return renamed(expression, self._names, self._database)

    @contextmanager
    def sharing(self, expression: Any, **tables: pa.Table) -> Iterator[Runs]:
        """While the block lasts, questions that contain this expression read what it gave."""
        with self._tables.held(self._over(expression), tables) as name:
            yield SharedTables(self, expression, name) if name else self


@lru_cache(maxsize=512)
def renamed(expression: Any, names: frozenset[tuple[str, str]], database: str | None = None) -> Any:
    """The expression over tables of other names, in a database of theirs."""
    called, there = dict(names), ops.Namespace(database=database)
    found = expression.op().find(ops.UnboundTable)
    others = {table: table.copy(name=called[table.name], namespace=there) for table in found if table.name in called}
    return expression.op().replace(others).to_expr() if others else expression


class Narrowings:
    """The filters of one dataset whose tables are at hand; tables go when nobody holds them any more.

    Tables have the lowest number that is free in their names, so that questions to them are compiled once for all
    filters.
    """

    def __init__(self, most: int = KEPT) -> None:
        self._known: Kept[Hashable, NarrowedTables] = Kept(most)
        self._numbers = Numbers()
        self._gone: list[tuple[int, list[tuple[str, str]]]] = []

    def get(self, key: Hashable, derive: Callable[[int], NarrowedTables]) -> NarrowedTables:
        """The tables under a filter; `derive` makes them, under names with this number, and watches them."""
        return self._known.get(key, lambda: self._derived(derive))

    def _derived(self, derive: Callable[[int], NarrowedTables]) -> NarrowedTables:
        number = self._numbers.take()
        try:
            return derive(number)
        except BaseException:
            self._numbers.free(number)
            raise

    def tidy(self, drop: Callable[[list[tuple[str, str]]], None]) -> None:
        """Drop the tables that nobody holds any more: their kinds and names are told once."""
        while self._gone:
            number, made = self._gone.pop()
            drop(made)
            self._numbers.free(number)

    def watch(self, number: int, tables: NarrowedTables, made: list[tuple[str, str]]) -> NarrowedTables:
        """Remember which tables go with these."""
        finalize(tables, self._gone.append, (number, made))
        return tables
