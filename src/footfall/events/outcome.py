"""What merging a part into a dataset showed: what could not be known from its file alone."""

from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq

from footfall.events.report import ImportReport, Remark

KNOWN = "The row's id was in an earlier import of this dataset; it counts once."


def with_outcome(report: ImportReport, tables: Path, number: int) -> ImportReport:
    """The report of the part of this number, with what its merged tables say."""
    again = sum(_of_part(tables / f"repeated_{kind}.parquet", number) for kind in ("events", "answers"))
    found = (Remark(reason="known-id", sentence=KNOWN, count=again),) if again else ()
    return report.model_copy(update={"warnings": (*report.warnings, *found)})


def _of_part(table: Path, number: int) -> int:
    return int(pc.sum(pc.equal(pq.read_table(table)["part"], number)).as_py() or 0)
