"""What every engine gives of the tables of one dataset, so that nobody above asks which engine it is."""

from collections.abc import Callable, Hashable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

import pyarrow as pa

from footfall.engine.once import Once

TABLES = ("events", "ways", "gaps", "combinations", "answers", "customers", "people", "attributes")


class Runs(Protocol):
    """Tables that can be asked: those of a dataset, or those that a filter leaves of them."""

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression; `tables` stand in it under their names. Raises QueryLimit, StorageFailed."""
        ...

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression for some of its rows; it must say in which order they come."""
        ...

    def sharing(self, expression: Any, **tables: pa.Table) -> AbstractContextManager["Runs"]:
        """While the block lasts, questions to what it gives that contain this expression reckon it once, if they can.

        Raises QueryLimit, StorageFailed.
        """
        ...


class Tables(Runs, Protocol):
    """The tables of one version of one dataset, open; safe for threads."""

    found: Once[Any, Any]  # what was found out from these tables, which never change

    def narrowed(self, key: Hashable, steps: Callable[[], Mapping[str, Any]], **tables: pa.Table) -> Runs:
        """Derive some of these tables anew, by a filter that is known by `key`, to be asked in their place.

        `steps` are expressions by name, in order: each over these tables and, under their names with `narrowed_` before
        them, the steps before it and `tables`. Raises QueryLimit, StorageFailed.
        """
        ...

    def interrupt(self) -> None:
        """End the questions that run, with QueryLimit."""
        ...

    def close(self) -> None:
        """Let go of memory and files."""
        ...
