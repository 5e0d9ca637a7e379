"""Facts of customers out of a batch of rows, and ids that belong to one customer."""

from typing import Any

import numpy as np
import pyarrow as pa

from footfall.events.attributes import values
from footfall.events.cells import Canonical, Reading, Rows, empty, plain, trimmed
from footfall.events.layout import FACT_PART, PAIR_PART
from footfall.events.sheets import Batch


def customers(reading: Reading, batch: Batch, rows: Rows, who: Any) -> Canonical:
    """One fact for each filled attribute of each customer."""
    told = {one.called: values(reading, batch, one) for one in reading.mapping.attributes}
    nothing = np.logical_and.reduce([empty(column) for column in told.values()])
    rows.refuse(nothing, "no-attribute", "None of the attributes is filled.", reading.mapping.attributes[0].column)
    tables = []
    for name, column in told.items():
        columns = {"customer": who, "attribute": pa.repeat(name, len(who)), "value": column}
        columns["arrival"] = reading.arrivals(batch)
        tables.append(pa.table(columns, schema=plain(FACT_PART)).filter(pa.array(rows.good & ~empty(column))))
    return Canonical(pa.concat_tables(tables), int(rows.good.sum()))


def aliases(reading: Reading, batch: Batch, rows: Rows, who: Any) -> Canonical:
    """One pair for each other id of a customer."""
    nothing = np.logical_and.reduce([empty(trimmed(batch.columns[name])) for name in reading.mapping.also_known_as])
    rows.refuse(nothing, "no-other-id", "There is no other id.", "", hide=True)
    return Canonical(pairs(reading, batch, rows, who), int(rows.good.sum()))


def pairs(reading: Reading, batch: Batch, rows: Rows, who: Any) -> pa.Table:
    """Each customer of the good rows beside the other ids, all of them as codes."""
    tables = []
    for name in reading.mapping.also_known_as:
        other = reading.pseudonyms.codes(trimmed(batch.columns[name]))
        columns = {"customer": who, "other": other, "arrival": reading.arrivals(batch)}
        tables.append(pa.table(columns, schema=PAIR_PART).filter(pa.array(rows.good & (other != 0) & (other != who))))
    return pa.concat_tables(tables) if tables else PAIR_PART.empty_table()


def each_once(found: list[pa.Table]) -> pa.Table:
    """Every pair once, at its first place in the file."""
    counted = pa.concat_tables(found).group_by(["customer", "other"], use_threads=False).aggregate([("arrival", "min")])
    return counted.rename_columns(PAIR_PART.names).cast(PAIR_PART)
