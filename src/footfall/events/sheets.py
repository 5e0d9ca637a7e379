"""Opening a file as a table: its content tells its format, never its name."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from footfall.events import scanning
from footfall.events.formats.csv_rows import open_csv
from footfall.events.formats.json_rows import is_json, open_json
from footfall.events.formats.ocel_json import is_ocel, open_ocel_json
from footfall.events.formats.ocel_sqlite import SQLITE, open_ocel_sqlite
from footfall.events.formats.parquet_rows import open_parquet
from footfall.events.formats.sheet import Batch, Ragged, Sheet
from footfall.events.formats.workbooks import open_workbook
from footfall.events.formats.xes import is_xes, open_xes
from footfall.events.mapping import FileMapping
from footfall.events.unpacking import ZIP

AS_DETECTED = FileMapping()


@dataclass(frozen=True)
class Format:
    """One kind of file: how its first bytes look, and what opens it."""

    is_this: Callable[[Path, bytes], bool]
    opens: Callable[[Path, FileMapping], Sheet]


def _starts(*beginnings: bytes) -> Callable[[Path, bytes], bool]:
    return lambda _, start: start.startswith(beginnings)


# Asked from top to bottom; what is none of these is a text with separators, or refused.
FORMATS = (
    Format(_starts(b"PAR1"), open_parquet),
    Format(_starts(ZIP, b"\xd0\xcf\x11\xe0"), open_workbook),
    Format(_starts(SQLITE), open_ocel_sqlite),
    Format(lambda _, start: is_xes(scanning.beginning(start)), open_xes),
    Format(lambda path, start: is_ocel(path, scanning.beginning(start)), open_ocel_json),
    Format(lambda _, start: is_json(scanning.beginning(start)), open_json),
)


def open_sheet(path: Path, read_as: FileMapping = AS_DETECTED) -> Sheet:
    """Look at a file; what the mapping leaves open is detected. Raises InvalidData."""
    start = scanning.head(path)
    form = next((form for form in FORMATS if form.is_this(path, start)), None)
    if form:
        return form.opens(path, read_as)
    scanning.refuse_foreign(path, start)
    return open_csv(path, read_as)


__all__ = ["Batch", "Ragged", "Sheet", "open_sheet"]
