"""What merging a part into a dataset showed: what could not be known from its file alone."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from footfall.events.aliases import MOST_SHARED
from footfall.events.dataset import ImportedPart
from footfall.events.report import ImportReport, Remark

KNOWN = "The row's id was in an earlier import of this dataset; it counts once."
SHARED = f"The id belongs to more than {MOST_SHARED} customers, such as a kiosk's or a family's; it joins none of them."


def overlap(part: ImportedPart, same: int, report: ImportReport) -> Remark | None:
    """A remark where most rows of an earlier import or of this one are in both: most often a newer file of the same."""
    if same * 2 <= min(part.report.stored, report.stored):
        return None
    sentence = (
        f"So many are in {part.report.file}, imported on {part.report.at:%Y-%m-%d}, too, and count twice now. "
        f"If this is a newer file of the same: undo this import and import it in the place of '{part.report.part}'."
    )
    return Remark(reason="overlaps", sentence=sentence, count=same)


def with_outcome(report: ImportReport, tables: Path, number: int, pairs: Sequence[Path]) -> ImportReport:
    """The report of the part of this number, with what its merged tables say; `pairs` are the part's own."""
    again = sum(_of_part(tables / f"repeated_{kind}.parquet", number) for kind in ("events", "answers"))
    found = {("known-id", KNOWN): again, ("shared-id", SHARED): _shared(tables / "shared.parquet", pairs)}
    remarks = [Remark(reason=reason, sentence=told, count=count) for (reason, told), count in found.items() if count]
    return report.model_copy(update={"warnings": (*report.warnings, *remarks)})


def _of_part(table: Path, number: int) -> int:
    return int(pc.sum(pc.equal(pq.read_table(table)["part"], number)).as_py() or 0)


def _shared(table: Path, pairs: Sequence[Path]) -> int:
    """How many of the part's other ids too many customers share."""
    if not pairs:
        return 0
    others = pc.unique(pa.concat_tables([pq.read_table(file, columns=["other"]) for file in pairs])["other"])
    shared = pq.read_table(table)["other"].combine_chunks()
    return int(pc.sum(pc.is_in(others, value_set=shared)).as_py() or 0)
