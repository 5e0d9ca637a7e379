"""One batch of a file's rows, read as canonical rows under a mapping."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from footfall.events.answer_rows import answers
from footfall.events.attributes import Combinations
from footfall.events.cells import Canonical, Flags, Reading, Rows, empty, trimmed
from footfall.events.columns import LeftOut
from footfall.events.customer_rows import aliases, customers, each_once, pairs
from footfall.events.event_rows import events, wide
from footfall.events.identity import Codes
from footfall.events.sheets import Batch
from footfall.events.written import with_feeling

UNWANTED = "The row is one of those that the mapping leaves out, such as tests and previews."

READERS: dict[str, Callable[[Reading, Batch, Rows, Any], Canonical]] = {
    "events": events,
    "answers": answers,
    "wide": wide,
    "customers": customers,
    "aliases": aliases,
}


@dataclass(frozen=True)
class Identified:
    """A batch with the identities of its rows, and the code of each row's customer: 0 where there is none."""

    batch: Batch
    ids: list[pa.Array]
    customers: Codes


@dataclass
class RowReader:
    """Reads batches one after the other; refusals and warnings are counted on the way."""

    reading: Reading
    combinations: Combinations
    pairs: list[pa.Table] = field(default_factory=list)

    def identify(self, batch: Batch) -> Identified:
        """Look up whose rows these are: half of the work, and the half that needs no other batch to be read before."""
        mapping = self.reading.mapping
        ids = [trimmed(batch.columns[name]) for name in mapping.identity_columns()]
        who = pc.coalesce(*ids[:2]) if mapping.customer_else else ids[0]
        return Identified(batch, ids, self.reading.pseudonyms.codes(who))

    def read(self, identified: Identified) -> Canonical:
        """Read one batch. Raises InvalidData when the event column cannot be one."""
        reading, mapping = self.reading, self.reading.mapping
        batch, ids, who = identified.batch, identified.ids, identified.customers
        reading.order.look([batch.columns[name] for name in mapping.moment_columns()])
        for remarks in (reading.refused, reading.warned, reading.left_out):
            remarks.identities = ids
        rows = Rows(batch, np.ones(len(batch.lines), bool), reading.refused, reading.left_out)
        blank = np.logical_and.reduce([empty(column) for column in batch.columns.values()])
        rows.refuse(blank, "blank", "The line is blank, or none of the mapped columns is filled.", "", hide=True)
        for unwanted in mapping.leave_out_rows:
            rows.leave_out(_says(batch, unwanted), "unwanted", UNWANTED, unwanted.column)
        rows.refuse(who == 0, "no-customer", "There is no customer.", mapping.customer, hide=True)
        canonical = READERS[mapping.kind](reading, batch, rows, who)
        self.combinations.count(canonical.table)
        if mapping.also_known_as and mapping.kind != "aliases":
            self.pairs.append(each_once([pairs(reading, batch, rows, who)]))
        reading.arrival += len(batch.lines)
        masked = reading.masks.masked(canonical.table, who, ids)
        return Canonical(with_feeling(masked) if mapping.kind == "answers" else masked, canonical.kept)


def _says(batch: Batch, unwanted: LeftOut) -> Flags:
    """Rows of which the column says one of the unwanted values."""
    values = pa.array([value.lower() for value in unwanted.values], pa.string())
    return np.asarray(pc.is_in(pc.utf8_lower(trimmed(batch.columns[unwanted.column])), value_set=values))
