"""Small logs as the canonical tables, made in plain Python: no import, so that hundreds of them take seconds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from datetime import timedelta
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from footfall.engine.connecting import Connection
from footfall.engine.opened import Runs
from footfall.engine.sharing import SharedTables
from footfall.engine.tables import compiled
from footfall.events.tables import SCHEMAS
from footfall.measures.places import Combination
from tests.measures.logs import LIMITS, Event, moment, paths


class Held:
    """The tables of one log, without a file; every event has its time."""

    def __init__(self, connection: Connection, events: Sequence[Event]) -> None:
        self._connection = connection
        named = sorted({(event.name, event.channel) for event in events})
        self.combinations = {name: number for number, name in enumerate(named)}
        self._who = {who: number for number, who in enumerate(sorted({event.customer for event in events}))}
        rows = self._events(events)
        self._tables = {
            "events": _table("events", rows),
            "gaps": _table("gaps", _gaps(rows)),
            "customers": _table(
                "customers", [{"customer": row, "identity": who + 1} for who, row in self._who.items()]
            ),
            "combinations": _table("combinations", [_combination(*one) for one in self.combinations.items()]),
        }

    def run(self, expression: Any, **tables: pa.Table) -> pa.Table:
        """Run an expression over these tables."""
        return self._connection.ask(compiled(expression), self._tables | tables)

    @contextmanager
    def sharing(self, expression: Any, **tables: pa.Table) -> Iterator[Runs]:
        """While the block lasts, what contains this expression reads what it gave."""
        beside = copy(self)
        beside._tables = self._tables | {"shared_1": self.run(expression, **tables)}
        yield SharedTables(beside, expression, "shared_1")

    def page(self, expression: Any, offset: int, limit: int, **tables: pa.Table) -> pa.Table:
        """Give some of the rows of an expression."""
        return self.run(expression.limit(limit, offset=offset), **tables)

    def known(self) -> list[Combination]:
        """The combinations as places know them."""
        return [Combination(number, event, channel) for (event, channel), number in self.combinations.items()]

    def _events(self, events: Sequence[Event]) -> list[dict[str, Any]]:
        return [row for who, path in paths(events).items() for row in self._path(self._who[who], path)]

    def _path(self, who: int, path: list[Event]) -> list[dict[str, Any]]:
        codes = [self.combinations[event.name, event.channel] for event in path]
        visits: Counter[int] = Counter()
        rows = []
        for position, (event, code) in enumerate(zip(path, codes, strict=True)):
            visits[code] += 1
            after = path[position + 1] if position + 1 < len(path) else None
            rows.append(
                {
                    "customer": who,
                    "time": moment(event.hour),
                    "whole_day": False,
                    "combination": code,
                    "position": position,
                    "earliest": position,
                    "visit": visits[code],
                    "session": 1,
                    "next_unknown": False,
                    "next_combination": codes[position + 1] if after else None,
                    "next_time": moment(after.hour) if after else None,
                }
            )
        return rows


def connection(folder: Path) -> Connection:
    """A connection that several logs share."""
    return Connection([folder], folder / "spill", LIMITS)


def _gaps(events: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    followed = [row for row in events if row["next_time"]]
    gaps = sorted((row["combination"], row["next_combination"], row["next_time"] - row["time"]) for row in followed)
    return [{"place": place, "gap": gap // timedelta(microseconds=1)} for place, (_, _, gap) in enumerate(gaps)]


def _combination(name: tuple[str, str], number: int) -> dict[str, Any]:
    return {"combination": number, "event": name[0], "channel": name[1], "attributes": "", "events": 1}


def _table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows, ibis.schema(SCHEMAS[name]).to_pyarrow())
