"""Importing: a file becomes a part of a dataset, and its tables are merged anew; all of it or nothing."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from footfall.engine.limits import Limits
from footfall.engine.mergers import merger_for
from footfall.engine.merging import PartFile
from footfall.engine.tables import rows_in
from footfall.errors import InvalidData, NotFound, StorageFailed
from footfall.events import aliases, comparing, merging
from footfall.events.converting import pairs_beside, part_schema
from footfall.events.dataset import DatasetFolder, ImportedPart, Manifest
from footfall.events.layout import MOST_KINDS
from footfall.events.mapping import Kind
from footfall.events.outcome import overlap, with_outcome
from footfall.events.report import ImportReport
from footfall.service.apart import reading
from footfall.service.apart.reading import Known, ReadPart, Wanted
from footfall.service.leftovers import DRAFTS, tidy
from footfall.service.locking import alone, lock_file
from footfall.service.temporary import PrivateFolder
from footfall.service.watching import Watch
from footfall.service.workspace import cluster


def import_part(
    dataset: DatasetFolder,
    name: str,
    wanted: Wanted,
    limits: Limits,
    watch: Watch,
    replaces: str = "",
) -> ImportReport:
    """Add a file to a dataset, or put it in the place of an earlier import, which `replaces` names.

    The same file with the same mapping changes nothing. Raises InvalidData, NotFound, StorageFailed, QueryLimit,
    Stopped; then nothing has changed.
    """
    before = dataset.read()
    _require(dataset, before, replaces)
    with _scratch(dataset.folder.parent) as scratch:
        draft = scratch / "part.parquet"
        done = reading.convert(wanted, dataset.folder.name, draft, _known(dataset, before, wanted), watch)
        report = done.report
        if report is None:
            return _again(before, done.part)
        with alone(dataset), _all_or_nothing(dataset):
            now = dataset.read() or Manifest(name=name)
            if now.has(report.part):
                return _again(now, report.part)
            _require(dataset, now, replaces)
            report = _beside_others(dataset, now, report, draft, replaces)
            dataset.part_file(report.part).parent.mkdir(parents=True, exist_ok=True)
            draft.replace(dataset.part_file(report.part))
            if pairs_beside(draft).exists():
                pairs_beside(draft).replace(dataset.pairs_file(report.part))
            after = _with(now, wanted, done, report, replaces)
            build = _bounded(_merge(dataset, after, limits, watch))
            (number,) = (one.number for one in after.parts if one.report.part == report.part)
            report = with_outcome(report, build, number, _pairs(dataset, after, only=report.part))
            _put(dataset, _with(now, wanted, done, report, replaces), build)
    return report


def _require(dataset: DatasetFolder, manifest: Manifest | None, part: str) -> None:
    """Raise NotFound where an import is to be replaced that is not here."""
    if part and (manifest is None or manifest.has(part) is None):
        seen = f"The dataset '{dataset.folder.name}' has no import '{part}'."
        raise NotFound(seen, todo="Its page and `footfall datasets` list its imports.")


def _with(manifest: Manifest, wanted: Wanted, done: ReadPart, report: ImportReport, replaces: str) -> Manifest:
    if replaces:
        return manifest.with_part_instead(replaces, wanted.mapping, report, done.columns)
    return manifest.with_part(wanted.mapping, report, done.columns)


def _known(dataset: DatasetFolder, manifest: Manifest | None, wanted: Wanted) -> Known:
    """What a reader should know of the dataset that a part comes to."""
    if manifest is None:
        return Known()
    people = dataset.tables(manifest) / "people.parquet" if wanted.mapping.kind != "aliases" else None
    return Known(tuple(one.report.part for one in manifest.parts), people)


def _again(manifest: Manifest | None, part: str) -> ImportReport:
    """The report of a part that is there already."""
    known = manifest.has(part) if manifest else None
    if known is None:
        raise StorageFailed("The dataset changed while a file was read.", todo="Import the file again.")
    return known.report.model_copy(update={"unchanged": True})


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
        lock_file(dataset).unlink(missing_ok=True)
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
    merger = merger_for(parts, build, limits, cluster())
    with watch.ending(merger.interrupt), merger:
        for done, (name, step) in enumerate(merging.STEPS.items()):
            watch.merged(done / len(merging.STEPS))
            merger.write(name, step)
    for path in build.glob("no_*.parquet"):
        path.unlink()
    shutil.rmtree(build / "spill", ignore_errors=True)
    return build


def _bounded(build: Path) -> Path:
    """The tables, unless they have too many kinds of events. Raises InvalidData."""
    kinds = rows_in(build / "combinations.parquet")
    if kinds > MOST_KINDS:
        raise InvalidData(
            f"With this file the dataset has {kinds:,} different events, each with its channel and attributes; "
            f"it may have {MOST_KINDS:,}.",
            "Events repeat: they are kinds of moments, such as `Parcel delivered`.",
            "Name the column that says what happened, not which one it was, and take the earlier files out that do.",
        )
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


@contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """A folder for drafts, gone afterwards."""
    try:
        with closing(PrivateFolder(folder, DRAFTS)) as made:
            yield made.path
    except OSError as error:
        raise StorageFailed(
            f"The folder {folder} cannot be written: {error.strerror}.",
            todo="Give this user permission to write in it, or name another data folder.",
        ) from error


@contextmanager
def _all_or_nothing(dataset: DatasetFolder) -> Iterator[None]:
    """Remove what a failed import left: all that the manifest does not name."""
    try:
        yield
    except BaseException as error:
        tidy(dataset)
        if isinstance(error, OSError):
            raise StorageFailed(f"The dataset's folder cannot be written: {error.strerror}.") from error
        raise
