"""What every engine gives of the tables of one dataset, so that nobody above asks which engine it is."""

from typing import Any, Protocol

import pyarrow as pa

from footfall.engine.once import Once

TABLES = ("events", "combinations", "answers", "customers", "people", "attributes")


class Tables(Protocol):
    """The tables of one version of one dataset, open; safe for threads."""

    found: Once[Any, Any]  # what was found out from these tables, which never change

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression; `tables` stand in it under their names. Raises QueryLimit, StorageFailed."""
        ...

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Run an Ibis expression for some of its rows; it must say in which order they come."""
        ...

    def interrupt(self) -> None:
        """End the questions that run, with QueryLimit."""
        ...

    def close(self) -> None:
        """Let go of memory and files."""
        ...
