"""A mapping tried on the first rows of a file, so that a person sees what would come of it."""

import secrets
from collections.abc import Mapping as Files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from footfall.errors import InvalidData
from footfall.events.converting import Source, convert, source_of
from footfall.events.identity import Pseudonyms, pseudonym
from footfall.events.mapping import Mapping
from footfall.events.paths import CustomerMoment, CustomerPath
from footfall.events.preview import Cleaned, Preview, Trial, TrialName
from footfall.events.proposing import Proposal, proposal
from footfall.events.proposing import preview as show
from footfall.events.sheets import Batch, open_sheet

ROWS = 5_000
MOST_NAMES = 200  # shown
MOST_CLEANED = 50
LONGEST_PATH = 20  # moments of the customer who is shown, where somebody has so few
MOMENT = ("time", "channel", "due", "question", "score", "text")


def preview(path: Path, mapping: Mapping | None, files: Files[str, Path]) -> Preview:
    """A file's first rows, and what they become under a mapping, or under the proposed one.

    `files` are those that joins may name. A mapping that does not fit is told in `problem`. Raises InvalidData when
    the file is no table.
    """
    found = Proposal(open_sheet(path, mapping), mapping) if mapping else proposal(open_sheet(path))
    shown = show(found)
    if found.mapping is None:
        return shown
    try:
        # Pseudonyms of no workspace: whoever looks at a preview learns nothing about customers of others.
        trial = try_out(source_of(found.sheet, found.mapping, files), Pseudonyms(secrets.token_bytes(32)))
    except InvalidData as error:
        return shown.model_copy(update={"problem": str(error)})
    return shown.model_copy(update={"trial": trial})


def try_out(source: Source, pseudonyms: Pseudonyms) -> Trial:
    """Read the first rows; nothing of it stays. Raises InvalidData when not one of them can be kept."""
    with TemporaryDirectory(prefix="footfall-") as folder:
        draft = Path(folder) / "part.parquet"
        done = convert(source, pseudonyms, draft, first=ROWS)
        part = pq.read_table(draft)
    return Trial(
        rows=done.rows,
        kept=done.kept,
        stored=done.stored,
        refused=done.refusals,
        left_out=done.omissions,
        warnings=done.warnings,
        names=_names(part),
        path=_path(part),
        cleaned=_cleaned(source, part),
    )


def _names(part: pa.Table) -> tuple[TrialName, ...]:
    about = _about(part)
    if about is None:
        return ()
    table = pa.table({"event": about.cast(pa.string()), "channel": part["channel"].cast(pa.string())})
    counted = table.filter(pc.is_valid(table["event"])).group_by(["event", "channel"]).aggregate([([], "count_all")])
    found = [TrialName(event=row["event"], channel=row["channel"], count=row["count_all"]) for row in _rows(counted)]
    return tuple(sorted(found, key=lambda one: (-one.count, one.event, one.channel))[:MOST_NAMES])


def _path(part: pa.Table) -> CustomerPath | None:
    """The path of a customer who did much, but not more than a person reads."""
    if _about(part) is None or not part.num_rows:
        return None
    counted = _rows(part.group_by("customer", use_threads=False).aggregate([([], "count_all")]))
    few = [one for one in counted if one["count_all"] <= LONGEST_PATH]
    chosen = max(few, key=lambda one: one["count_all"]) if few else min(counted, key=lambda one: one["count_all"])
    theirs = part.filter(pc.equal(part["customer"], chosen["customer"]))
    ordered = theirs.sort_by([("time", "ascending"), ("arrival", "ascending")])
    moments = [_moment(row) for row in _rows(ordered.slice(0, LONGEST_PATH))]
    return CustomerPath(customer=pseudonym(chosen["customer"]), moments=tuple(moments))


def _moment(row: dict[str, Any]) -> CustomerMoment:
    given = {name: row[name] for name in MOMENT if row.get(name) is not None}
    is_answer = "about" in row
    scale = (row["scale_min"], row["scale_max"]) if row.get("scale_min") is not None else None
    event = (row["about"] if is_answer else row["event"]) or ""
    return CustomerMoment(
        event=event, is_answer=is_answer, scale=scale, whole_day=row.get("until") is not None, **given
    )


def _about(part: pa.Table) -> pa.ChunkedArray | None:
    """The names of events in a part, if it has any."""
    return next((part[name] for name in ("event", "about") if name in part.column_names), None)


def _cleaned(source: Source, part: pa.Table) -> tuple[Cleaned, ...]:
    """The events whose names are stored as others; a part's `arrival` is the number of the file's row."""
    if source.mapping.kind != "events" or source.mapping.event not in source.mapping.own_columns():
        return ()
    raw = _first_batch(source).columns[source.mapping.event].cast(pa.string())
    known = part.filter(pc.less(part["arrival"], len(raw)))
    was = pc.utf8_trim_whitespace(raw.take(known["arrival"]))
    pairs = dict(zip(was.to_pylist(), known["event"].cast(pa.string()).to_pylist(), strict=True))
    changed = [Cleaned(was=was[:200], now=now) for was, now in pairs.items() if was and was != now]
    return tuple(changed[:MOST_CLEANED])


def _first_batch(source: Source) -> Batch:
    return next(source.sheet.batches([source.mapping.event])).first(ROWS)


def _rows(table: pa.Table) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows
