"""From a file and a mapping to a part: canonical rows in Parquet, and a count of what was refused and why."""

import hashlib
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Files
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from footfall.errors import InvalidData
from footfall.events.ahead import ahead
from footfall.events.attributes import Combinations
from footfall.events.cells import DateOrder, Reading
from footfall.events.customer_rows import each_once
from footfall.events.identity import Codes, Pseudonyms
from footfall.events.joining import Lookup, lookup
from footfall.events.layout import ANSWER_PART, EVENT_PART, FACT_PART, PAIR_PART
from footfall.events.mapping import Kind, Mapping
from footfall.events.remarks import Remarks
from footfall.events.report import ImportReport, Remark, Sample, Unanswered
from footfall.events.rows import RowReader
from footfall.events.sheets import Batch, Sheet, open_sheet
from footfall.events.thinning import thin
from footfall.events.times import check_zone

RAGGED = "The row has another number of columns than the header."
Progress = Callable[[int, float], None]  # is told how many rows, and which share of the file; may raise to stop


@dataclass(frozen=True)
class Source:
    """A file opened beside its mapping, with the files that it joins; `part` names this very content."""

    sheet: Sheet
    mapping: Mapping
    lookups: tuple[Lookup, ...]

    @property
    def part(self) -> str:
        """The id of the part that this becomes: the same content, mapping and joined files have the same id."""
        read_as = self.mapping.model_dump_json(exclude_defaults=True)
        content = [self.sheet.fingerprint, read_as, *(one.fingerprint for one in self.lookups)]
        return hashlib.sha256("\n".join(content).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Converted:
    """What became of the rows; `stored` counts events or answers."""

    rows: int
    kept: int
    stored: int
    day_first: bool | None
    refusals: tuple[Remark, ...]
    omissions: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    unanswered: tuple[Unanswered, ...] = ()

    @property
    def left_out(self) -> int:
        """Rows that nobody wants, or that count once only."""
        return sum(one.count for one in self.omissions)

    @property
    def refused(self) -> int:
        """Rows that cannot be read."""
        return self.rows - self.kept - self.left_out


def open_source(path: Path, mapping: Mapping, files: Files[str, Path]) -> Source:
    """Open a file and check that the mapping fits it; `files` are those that joins may name. Raises InvalidData."""
    return source_of(open_sheet(path, mapping), mapping, files)


def source_of(sheet: Sheet, mapping: Mapping, files: Files[str, Path]) -> Source:
    """A file that is open, once the mapping fits it. Raises InvalidData."""
    check_zone(mapping.zone)
    sheet.require(mapping.own_columns())
    return Source(sheet, mapping, tuple(lookup(join, files) for join in mapping.joins))


def convert(
    source: Source, pseudonyms: Pseudonyms, to: Path, progress: Progress | None = None, first: int | None = None
) -> Converted:
    """Write a part to `to`; the caller keeps it or throws it away. `first` bounds the rows that are looked at.

    Raises InvalidData when no row can be kept.
    """
    refused, warned, left_out = Remarks(), Remarks(), Remarks()
    order = DateOrder(source.mapping.day_first)
    reading = Reading(source.mapping, order, refused, warned, left_out, pseudonyms)
    reader = RowReader(reading, Combinations(source.mapping))
    schema = part_schema(source.mapping.kind)
    rows = kept = stored = 0
    with pq.ParquetWriter(to, schema, **written_as(schema)) as writer:
        batches = ahead(map(reader.identify, ahead(batches_of(source, refused, first))))
        for batch, canonical in ahead((one.batch, reader.read(one)) for one in batches):
            rows += len(batch.lines) + len(batch.ragged)
            kept, stored = kept + canonical.kept, stored + canonical.table.num_rows
            writer.write_table(canonical.table.cast(schema))
            if progress:
                progress(rows, batch.share)
    pseudonyms.refuse_same()
    if reader.pairs:
        pq.write_table(each_once(reader.pairs), pairs_beside(to), compression="zstd")
    rows_gone, stored_gone = thin(to, source.mapping, left_out)
    kept, stored = kept - rows_gone, stored - stored_gone
    _remark_on_source(source, order, warned)
    _refuse_nothing(source, rows, kept, refused if refused.total else left_out)
    told = refused.as_remarks(), left_out.as_remarks(), warned.as_remarks(), reading.tally.as_unanswered()
    return Converted(rows, kept, stored, order.read_as, *told)


def part_schema(kind: Kind) -> pa.Schema:
    """The columns of a part."""
    return {"answers": ANSWER_PART, "customers": FACT_PART, "aliases": PAIR_PART}.get(kind, EVENT_PART)


def written_as(schema: pa.Schema) -> dict[str, Any]:
    """How a part is written: names by a dictionary, moments and places by their differences, in half the time."""
    names = [field.name for field in schema if pa.types.is_dictionary(field.type)]
    differences = {name: "DELTA_BINARY_PACKED" for name in ("time", "arrival") if name in schema.names}
    return {"compression": "zstd", "use_dictionary": names, "column_encoding": differences}


def pairs_beside(part: Path) -> Path:
    """Where a part's pairs of ids are written while it is a draft."""
    return part.with_suffix(".pairs.parquet")


def batches_of(source: Source, refused: Remarks, first: int | None = None) -> Iterator[Batch]:
    """The file's rows with the joined columns beside them, without blank lines; ragged rows are counted as refused."""
    for batch in _bounded(source.sheet.batches(source.mapping.own_columns()), first):
        for row in batch.ragged:
            if row.damage:
                refused.add("damaged", row.damage, Sample(line=row.line))
                continue
            value = f"{row.actual} columns where the header has {row.expected}"
            value += f", over {row.lines} lines" if row.lines > 1 else ""
            refused.add("ragged", RAGGED, Sample(line=row.line, value=value))
        columns = dict(batch.columns)
        for one in source.lookups:
            columns[one.join.column] = one.bring(columns)
        yield replace(batch, columns=columns)


def _bounded(batches: Iterator[Batch], rows: int | None) -> Iterator[Batch]:
    """All batches, or those with the first rows only."""
    for batch in batches:
        yield batch if rows is None else batch.first(rows)
        rows = None if rows is None else rows - len(batch.lines)
        if rows is not None and rows <= 0:
            return


def _remark_on_source(source: Source, order: DateOrder, warned: Remarks) -> None:
    header = Sample(line=1)
    for note in source.sheet.notes:
        warned.add(note.reason, note.sentence, header.model_copy(update={"line": note.line}))
    for name in source.sheet.repeated:
        if name in source.mapping.own_columns():
            sentence = "The header names a column twice; the first one was read."
            warned.add("repeated-column", sentence, header.model_copy(update={"column": name}))
    if order.guessed:
        sentence = "Dates such as 3/4 could be read both ways; they were read as day/month."
        warned.add("ambiguous-dates", sentence, header)
    for one in source.lookups:
        if one.repeated:
            sentence = f"{one.join.file} has several rows for one key; the first one was taken."
            warned.add("repeated-key", sentence, count=one.repeated)


def _refuse_nothing(source: Source, rows: int, kept: int, refused: Remarks) -> None:
    """Raise when nothing can be kept: an import of nothing is a mistake."""
    name = source.sheet.path.name
    if not rows:
        raise InvalidData(f"{name} has a header but no rows.", "At least one row is needed.")
    if not kept:
        first = refused.as_remarks()[0]
        example = next((f" (line {one.line}: {one.value!r})" for one in first.samples if one.value), "")
        raise InvalidData(
            f"None of the {rows:,} rows of {name} can be kept: {first.sentence}{example}",
            "At least one row needs a customer and a time.",
            "Check which columns are named.",
        )


def all_strangers(part: Path, people: Path) -> tuple[Remark, ...]:
    """A remark where a part and the dataset that it joins have no customer in common; most often a mistake."""
    came = pq.read_table(part, columns=["customer"])["customer"]
    try:
        known = pq.read_table(people, columns=["identity"])["identity"]
    except (pa.ArrowException, OSError):  # damaged; the import that asks makes this table anew
        return ()
    if pc.any(pc.is_in(came, value_set=known.combine_chunks())).as_py():
        return ()
    sentence = "No customer of this file was in the dataset before: check which column says who."
    return (Remark(reason="strangers", sentence=sentence, count=len(came)),)


def part_facts(path: Path) -> tuple[int, object, object]:
    """Customers, first and last moment of a part; facts and pairs have no moment."""
    file = pq.ParquetFile(path)
    customers = _different(file.read(["customer"])["customer"].to_numpy())
    if "time" not in file.schema_arrow.names:
        return customers, None, None
    place = file.schema_arrow.get_field_index("time")
    groups = [file.metadata.row_group(group) for group in range(file.num_row_groups)]
    spans = [group.column(place).statistics for group in groups if group.num_rows]
    return customers, min(one.min for one in spans), max(one.max for one in spans)


def _different(codes: Codes) -> int:
    """How many codes there are; they are sorted, since a table of hashes takes several times their memory."""
    ordered = np.sort(codes)
    return int(np.count_nonzero(ordered[1:] != ordered[:-1])) + bool(len(ordered))


def report_of(id: str, opened: Source, converted: Converted, draft: Path, also: tuple[Remark, ...]) -> ImportReport:
    """The report of a part that was written to `draft` for the dataset of this id; `also` joins the warnings."""
    customers, first, last = part_facts(draft)
    return ImportReport(
        dataset=id,
        part=opened.part,
        file=opened.sheet.path.name,
        kind=opened.mapping.kind,
        at=datetime.now(UTC),
        rows=converted.rows,
        kept=converted.kept,
        refused=converted.refused,
        left_out=converted.left_out,
        stored=converted.stored,
        customers=customers,
        first=first,
        last=last,
        encoding=opened.sheet.encoding,
        separator=opened.sheet.separator,
        day_first=converted.day_first,
        refusals=converted.refusals,
        omissions=converted.omissions,
        warnings=(*converted.warnings, *also),
        unanswered=converted.unanswered,
    )
