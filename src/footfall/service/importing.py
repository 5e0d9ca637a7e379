"""Importing: a file becomes a part of a dataset, and its tables are merged anew; all of it or nothing."""

import os
import secrets
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from footfall.engine.limits import Limits
from footfall.engine.merging import Merger, PartFile
from footfall.errors import NotFound, StorageFailed
from footfall.events import aliases, comparing, merging
from footfall.events.converting import (
    Converted,
    Source,
    all_strangers,
    convert,
    has_whole_days,
    open_source,
    pairs_beside,
    part_facts,
    part_schema,
)
from footfall.events.dataset import DatasetFolder, ImportedPart, Manifest
from footfall.events.identity import Pseudonyms
from footfall.events.mapping import Kind
from footfall.events.outcome import overlap, with_outcome
from footfall.events.report import ImportReport, Remark
from footfall.service.watching import Watch

_locks: dict[Path, threading.Lock] = {}
_guard = threading.Lock()


def import_part(
    dataset: DatasetFolder,
    name: str,
    opened: Source,
    key: bytes,
    limits: Limits,
    watch: Watch,
    replaces: str = "",
) -> ImportReport:
    """Add a file to a dataset, or put it in the place of an earlier import, which `replaces` names.

    The same file with the same mapping changes nothing. Raises InvalidData, NotFound, StorageFailed, QueryLimit,
    Stopped; then nothing has changed.
    """
    before = dataset.read()
    if before and (known := before.has(opened.part)):
        return known.report.model_copy(update={"unchanged": True})
    _require(dataset, before, replaces)
    with _scratch(dataset.folder.parent) as scratch:
        draft = scratch / "part.parquet"
        converted = convert(opened, Pseudonyms(key), draft, watch.read)
        is_known = before is not None and opened.mapping.kind != "aliases"
        strangers = all_strangers(draft, dataset.tables(before) / "people.parquet") if before and is_known else ()
        report = _report(dataset.folder.name, opened, converted, draft, strangers)
        with alone(dataset), _all_or_nothing(dataset):
            now = dataset.read() or Manifest(name=name)
            if now.has(report.part):
                return report.model_copy(update={"unchanged": True})
            _require(dataset, now, replaces)
            report = _beside_others(dataset, now, report, draft, replaces)
            dataset.part_file(report.part).parent.mkdir(parents=True, exist_ok=True)
            draft.replace(dataset.part_file(report.part))
            if pairs_beside(draft).exists():
                pairs_beside(draft).replace(dataset.pairs_file(report.part))
            after = _with(now, opened, report, replaces)
            build = _merge(dataset, after, limits, watch)
            (number,) = (one.number for one in after.parts if one.report.part == report.part)
            report = with_outcome(report, build, number, _pairs(dataset, after, only=report.part))
            _put(dataset, _with(now, opened, report, replaces), build)
    return report


def _require(dataset: DatasetFolder, manifest: Manifest | None, part: str) -> None:
    """Raise NotFound where an import is to be replaced that is not here."""
    if part and (manifest is None or manifest.has(part) is None):
        seen = f"The dataset '{dataset.folder.name}' has no import '{part}'."
        raise NotFound(seen, todo="Its page and `footfall datasets` list its imports.")


def _with(manifest: Manifest, opened: Source, report: ImportReport, replaces: str) -> Manifest:
    if replaces:
        return manifest.with_part_instead(replaces, opened.mapping, report, opened.sheet.columns)
    return manifest.with_part(opened.mapping, report, opened.sheet.columns)


def _beside_others(
    dataset: DatasetFolder, manifest: Manifest, report: ImportReport, draft: Path, replaces: str
) -> ImportReport:
    """The report with what a new part changes of the one that it replaces, or with what others say already."""
    if replaces and (old := manifest.has(replaces)):
        changed = comparing.change(dataset.part_file(replaces), draft, old.report.file)
        return report.model_copy(update={"changed": changed})
    alike = [part for part in manifest.parts if _may_overlap(part, report)]
    if not alike:
        return report
    new = comparing.prints(draft)
    same = [comparing.in_both(comparing.prints(dataset.part_file(part.report.part)), new) for part in alike]
    found = (overlap(part, count, report) for part, count in zip(alike, same, strict=True))
    return report.model_copy(update={"warnings": (*report.warnings, *filter(None, found))})


def _may_overlap(part: ImportedPart, report: ImportReport) -> bool:
    """Whether an import may hold the same rows, as another does now; rows with ids of their own count once anyway."""
    old = part.report
    if old.kind != report.kind or part.mapping.id:
        return False
    if not (old.first and old.last and report.first and report.last):
        return False
    return old.first <= report.last and report.first <= old.last


def undo_part(dataset: DatasetFolder, part: str, limits: Limits) -> Manifest:
    """Take a part out of a dataset again. Raises StorageFailed, QueryLimit; then nothing has changed."""
    with alone(dataset), _all_or_nothing(dataset):
        after = (dataset.read() or Manifest(name=dataset.folder.name)).without_part(part)
        _put(dataset, after, _merge(dataset, after, limits, Watch()))
        return after


def remove_dataset(dataset: DatasetFolder) -> None:
    """Remove a dataset with all its files. Raises StorageFailed."""
    gone = dataset.folder.with_name(f".removed-{secrets.token_hex(4)}")
    with alone(dataset):
        try:
            dataset.folder.rename(gone)
        except OSError as error:
            raise StorageFailed(
                f"The folder {dataset.folder} cannot be removed: {error.strerror}.",
                todo="Give this user permission to write in the folder above it.",
            ) from error
        _lock_file(dataset).unlink(missing_ok=True)
    shutil.rmtree(gone, ignore_errors=True)


def merge_anew(dataset: DatasetFolder, limits: Limits) -> None:
    """Merge the tables of a dataset from its parts where an older release wrote them. Raises StorageFailed."""
    with alone(dataset):
        manifest = dataset.read()
        if manifest and not dataset.tables(manifest).exists():
            with _all_or_nothing(dataset):
                _put(dataset, manifest, _merge(dataset, manifest, limits, Watch()))


def _merge(dataset: DatasetFolder, manifest: Manifest, limits: Limits, watch: Watch) -> Path:
    """Merge the tables of a manifest in a folder that is not yet theirs."""
    build = dataset.folder / f"build-{secrets.token_hex(4)}"
    build.mkdir(parents=True)
    found = aliases.read(_pairs(dataset, manifest))
    pq.write_table(found.roots, build / "aliases.parquet")
    pq.write_table(pa.table({"other": found.shared}), build / "shared.parquet")
    parts = {
        "event_parts": _files(dataset, manifest, "events", "wide"),
        "answer_parts": _files(dataset, manifest, "answers"),
        "fact_parts": _files(dataset, manifest, "customers"),
        "aliases": (aliases.ROOTS, [PartFile(build / "aliases.parquet", 0)]),
    }
    merger = Merger(parts, build, limits)
    steps = merging.steps(
        whole_days=any(has_whole_days(file.path) for file in parts["event_parts"][1]),
        sessions=any(file.session_gap for file in parts["event_parts"][1]),
    )
    with watch.ending(merger.interrupt), merger:
        for done, (name, step) in enumerate(steps.items()):
            watch.merged(done / len(steps))
            merger.write(name, step())
    for path in build.glob("no_*.parquet"):
        path.unlink()
    shutil.rmtree(build / "spill", ignore_errors=True)
    return build


def _put(dataset: DatasetFolder, manifest: Manifest, build: Path) -> None:
    """Put tables and the manifest in place: the manifest last."""
    target = dataset.tables(manifest)
    if target.exists():
        shutil.rmtree(target)
    build.replace(target)
    dataset.write(manifest)
    dataset.tidy(manifest)


def _files(dataset: DatasetFolder, manifest: Manifest, *kinds: Kind) -> tuple[pa.Schema, list[PartFile]]:
    chosen = [part for part in manifest.parts if part.mapping.kind in kinds]
    return part_schema(kinds[0]), [_file(dataset, part) for part in chosen]


def _pairs(dataset: DatasetFolder, manifest: Manifest, only: str = "") -> list[Path]:
    """The files with pairs of ids: the parts of aliases, and what stands beside others."""
    chosen = [part for part in manifest.parts if only in {"", part.report.part}]
    parts = [dataset.part_file(part.report.part) for part in chosen if part.mapping.kind == "aliases"]
    return [*parts, *(file for part in chosen if (file := dataset.pairs_file(part.report.part)).exists())]


def _file(dataset: DatasetFolder, part: ImportedPart) -> PartFile:
    file, mapping = dataset.part_file(part.report.part), part.mapping
    return PartFile(file, part.number, assumed=bool(mapping.about_is), session_gap=mapping.session_gap)


def _report(id: str, opened: Source, converted: Converted, draft: Path, strangers: tuple[Remark, ...]) -> ImportReport:
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
        warnings=(*converted.warnings, *strangers),
        unanswered=converted.unanswered,
    )


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder for drafts, gone afterwards."""
    path = folder / f".importing-{secrets.token_hex(4)}"
    try:
        path.mkdir(parents=True)
        yield path
    except OSError as error:
        raise StorageFailed(
            f"The folder {folder} cannot be written: {error.strerror}.",
            todo="Give this user permission to write in it, or name another data folder.",
        ) from error
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _all_or_nothing(dataset: DatasetFolder) -> Iterator[None]:
    """Remove what a failed import left: all that the manifest does not name."""
    try:
        yield
    except BaseException as error:
        manifest = dataset.read()
        if manifest is None:
            shutil.rmtree(dataset.folder, ignore_errors=True)
        else:
            dataset.tidy(manifest)
        if isinstance(error, OSError):
            raise StorageFailed(f"The dataset's folder cannot be written: {error.strerror}.") from error
        raise


@contextmanager
def alone(dataset: DatasetFolder) -> Iterator[None]:
    """One change of a dataset at a time, in this process and among processes."""
    with _guard:
        lock = _locks.setdefault(dataset.folder, threading.Lock())
    with lock, _file_lock(_lock_file(dataset)):
        yield


def _lock_file(dataset: DatasetFolder) -> Path:
    return dataset.folder.parent / f".{dataset.folder.name}.lock"


@contextmanager
def _file_lock(path: Path) -> Iterator[None]:
    """A lock among processes, where the system has one; the operating system lets go of it when a process dies."""
    try:
        import fcntl
    except ImportError:  # not on Windows
        yield
        return
    while True:
        with _opened(path) as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if _is_at(file, path):  # else who held it has removed it
                yield
                return


def _is_at(file: IO[str], path: Path) -> bool:
    return path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat())


def _opened(path: Path) -> IO[str]:
    try:
        return path.open("w")
    except OSError as error:
        raise StorageFailed(
            f"The file {path} cannot be written: {error.strerror}.",
            todo="Give this user permission to write in its folder.",
        ) from error


__all__ = ["import_part", "merge_anew", "open_source", "remove_dataset", "undo_part"]
