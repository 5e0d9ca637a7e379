"""Customer data for a notebook: the same reading as an import, without a workspace."""

import secrets
from collections.abc import Mapping as Files
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pydantic import ValidationError

from footfall.engine.tables import OpenTables
from footfall.errors import InvalidData
from footfall.events.dataset import DatasetFolder
from footfall.events.identity import pseudonym
from footfall.events.mapping import Mapping
from footfall.events.report import ImportReport
from footfall.measures.answering import Span
from footfall.service.apart.reading import Wanted
from footfall.service.asking import Opened
from footfall.service.datasets import dataset_id
from footfall.service.importing import import_part
from footfall.service.notebook_answers import Analyses, of_tables, of_workspace
from footfall.service.watching import Watch
from footfall.service.workspace import import_limits, query_limits

NAME = "notebook"


@dataclass(frozen=True)
class Events:
    """What came of a file or a table, as Arrow tables with customers by their pseudonyms; moments are UTC.

    `analyse`, and a method for each analysis, answer about them as about a dataset.

    `report` counts what was kept and refused and says why, `mapping` says how the columns were read.
    """

    events: pa.Table
    answers: pa.Table
    customers: pa.Table
    report: ImportReport
    mapping: Mapping
    analyses: Analyses = field(repr=False, compare=False)

    def __getattr__(self, name: str) -> Any:
        """What can be asked of them: a method for each analysis, such as `flow`."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.analyses, name)


def read_events(
    data: Any,
    mapping: Mapping | dict[str, Any] | None = None,
    *,
    key: bytes | None = None,
    beside: Files[str, Path] | None = None,
    **fields: Any,
) -> Events:
    """Read a file, or a table of pandas, Polars or Arrow, as `footfall import` does; nothing is kept on disk.

    `mapping` says how the columns are read; without it that is proposed. `fields` are fields of the mapping, put on
    top. Customers get pseudonyms by `key`, such as the key of a workspace; by default a new one each time. `beside`
    are the files that joins may name; by default those in the file's folder. Raises InvalidData.
    """
    folder = Path(mkdtemp(prefix="footfall-"))
    try:
        path = _as_file(data, folder)
        chosen = _mapping(path, mapping, fields)
        files = beside if beside is not None else {one.name: one for one in path.parent.iterdir() if one.is_file()}
        dataset = DatasetFolder(folder / "datasets" / NAME)
        wanted = Wanted(path, chosen, files, key or secrets.token_bytes(32))
        report = import_part(dataset, NAME, wanted, import_limits(), Watch())
        manifest = dataset.read()
        tables = dataset.tables(manifest) if manifest else dataset.folder
        return _read(tables, report, chosen, _analyses(folder, tables, report))
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise


def _analyses(folder: Path, tables: Path, report: ImportReport) -> Analyses:
    """What can be asked of the tables; their folder goes when nobody asks any more."""
    opened = OpenTables(tables, folder / "spill", query_limits())

    def close() -> None:
        opened.close()
        rmtree(folder, ignore_errors=True)

    return of_tables(Opened(opened, Span(report.first, report.last), ""), close)


def open_dataset(folder: str | Path, name: str) -> Analyses:
    """A dataset of the workspace in this folder, to ask it as the pages do. Raises NotFound, StorageFailed."""
    return of_workspace(Path(folder).expanduser(), dataset_id(name))


def _as_file(data: Any, folder: Path) -> Path:
    """The path itself, or a table written as Parquet. Raises InvalidData for what is neither."""
    if isinstance(data, str | Path):
        return Path(data)
    if not hasattr(data, "__arrow_c_stream__"):
        todo = "Give a path, or a table of pandas, Polars or Arrow."
        raise InvalidData(f"A {type(data).__name__} is neither a file nor a table.", todo=todo)
    path = folder / "table"
    try:
        pq.write_table(pa.table(data), path)
    except (pa.ArrowException, TypeError) as error:
        seen = f"The table cannot be read: {str(error).partition(chr(10))[0][:200]}"
        raise InvalidData(seen, todo="Give each of its columns values of one kind.") from None
    return path


def _mapping(path: Path, mapping: Mapping | dict[str, Any] | None, fields: dict[str, Any]) -> Mapping:
    """The mapping that was given, else the proposed one, with the fields on top."""
    base = mapping.model_dump(exclude_defaults=True) if isinstance(mapping, Mapping) else mapping
    try:
        return Mapping.model_validate((_proposed(path, fields) if base is None else base) | fields)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InvalidData(f"The mapping does not fit: {place} {first['msg']}.".replace("  ", " ")) from None


def _proposed(path: Path, fields: dict[str, Any]) -> dict[str, Any]:
    from footfall.events.proposing import proposal
    from footfall.events.sheets import open_sheet

    found = proposal(open_sheet(path), fields.get("kind", ""))
    if found.missing and not fields:
        raise InvalidData(found.missing, todo="Say it as a field of the mapping, such as time_is='2017-05-15'.")
    return found.mapping.model_dump(exclude_defaults=True) if found.mapping else {}


def _read(tables: Path, report: ImportReport, mapping: Mapping, analyses: Analyses) -> Events:
    """The merged tables with names in place of numbers."""
    events, answers, customers, combinations = (
        pq.read_table(tables / f"{name}.parquet") for name in ("events", "answers", "customers", "combinations")
    )
    who = pa.array([pseudonym(code) for code in customers["identity"].to_pylist()], pa.string())
    return Events(
        events=_named(events, who, combinations).drop_columns(["next_combination", "next_time"]),
        answers=_named(answers, who, combinations),
        customers=customers.set_column(0, "customer", who).drop_columns(["identity"]),
        report=report,
        mapping=mapping,
        analyses=analyses,
    )


def _named(table: pa.Table, who: pa.Array, combinations: pa.Table) -> pa.Table:
    """Rows with the customer's pseudonym, and with the event, and its channel where the rows name none of their own."""
    names = {"customer": who.take(table["customer"].combine_chunks())}
    for name in ("event", "channel"):
        names[name] = (
            pc.cast(combinations[name], pa.string()).combine_chunks().take(table["combination"].combine_chunks())
        )
    own = {name: table[name] for name in table.column_names if name not in ("customer", "combination")}
    first = {"customer": names["customer"], "time": own.pop("time"), "event": names["event"]}
    return pa.table(first | {"channel": own.pop("channel", names["channel"])} | own)
