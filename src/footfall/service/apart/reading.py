"""What can be had of a person's file, each by a reader in a process of its own."""

from collections.abc import Mapping as Files
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from footfall.events.mapping import Mapping
from footfall.events.preview import Preview
from footfall.events.report import ImportReport
from footfall.service.apart import process
from footfall.service.apart.process import Bounds, ask
from footfall.service.watching import Watch
from footfall.settings import settings
from footfall.transcripts import Transcript

Cell = str | float | bool | None
CELLS_OF_A_MAP = 500_000
LOOKING = 60.0  # seconds at most until a person sees the first rows


@dataclass(frozen=True)
class Wanted:
    """A file to be read under a mapping; `files` are those that joins may name, `key` makes the pseudonyms."""

    path: Path
    mapping: Mapping
    files: Files[str, Path]
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class Proposed:
    """A mapping that a file speaks for, what a person must still say, and what can be said of it."""

    mapping: Mapping | None
    missing: str
    why: str


@dataclass(frozen=True)
class Known:
    """What a dataset has before a part comes to it: parts, and its table of people."""

    parts: tuple[str, ...] = ()
    people: Path | None = None


@dataclass(frozen=True)
class ReadPart:
    """What was read: the part's id, the file's columns, and a report unless the part is known already."""

    part: str
    columns: tuple[str, ...]
    report: ImportReport | None


def preview(path: Path, mapping: Mapping | None, files: Files[str, Path]) -> Preview:
    """A file's first rows, and what they become; see events.trying. Raises InvalidData, QueryLimit."""
    told = {"path": str(path), "mapping": _plain(mapping), "files": _paths(files)}
    return Preview.model_validate(ask("preview", told, path.name, _looking()))


def propose(path: Path, kind: str = "") -> Proposed:
    """The mapping that a file speaks for, of a kind if one is wanted. Raises InvalidData, QueryLimit."""
    found = ask("propose", {"path": str(path), "kind": kind}, path.name, _looking())
    mapping = Mapping.model_validate(found["mapping"]) if found["mapping"] else None
    return Proposed(mapping, found["missing"], found["why"])


def columns(path: Path, mapping: Mapping | None = None) -> tuple[str, ...]:
    """The names of a file's columns, as the mapping says that it is written. Raises InvalidData, QueryLimit."""
    told = {"path": str(path), "mapping": _plain(mapping)}
    return tuple(ask("columns", told, path.name, _looking()))


def worksheets(path: Path) -> dict[str, list[tuple[int, tuple[Cell, ...]]]]:
    """The worksheets of a map as a workbook: by name, rows with their numbers. Raises InvalidData, QueryLimit."""
    found = ask("worksheets", {"path": str(path), "most_cells": CELLS_OF_A_MAP}, path.name, _looking())
    return {name: [(number, tuple(row)) for number, row in enumerate(rows, start=1)] for name, rows in found.items()}


def convert(wanted: Wanted, dataset: str, draft: Path, known: Known, watch: Watch) -> ReadPart:
    """Write a part to `draft` for the dataset of this id. Raises InvalidData, QueryLimit, StorageFailed, Stopped."""
    told = _told(wanted) | {
        "dataset": dataset,
        "draft": str(draft.absolute()),
        "known": known.parts,
        "people": str(known.people.absolute()) if known.people else "",
        "key": wanted.key.hex(),
    }
    done = ask("convert", told, wanted.path.name, _importing(), watch)
    report = ImportReport.model_validate(done["report"]) if done["report"] else None
    return ReadPart(done["part"], tuple(done["columns"]), report)


def rejects(wanted: Wanted, watch: Watch) -> None:
    """Have `watch` take the refused rows as CSV, piece by piece. Raises InvalidData, QueryLimit, Stopped."""
    ask("rejects", _told(wanted), wanted.path.name, _importing(), watch)


def transcribe(path: Path) -> Transcript:
    """The words of a file with their places; see transcripts.reading. Raises InvalidData, QueryLimit."""
    return Transcript.model_validate(ask("transcribe", {"path": str(path)}, path.name, _importing()))


def _told(wanted: Wanted) -> dict[str, Any]:
    return {"path": str(wanted.path), "mapping": _plain(wanted.mapping), "files": _paths(wanted.files)}


def _plain(mapping: Mapping | None) -> Any:
    return mapping.model_dump(mode="json", exclude_defaults=True) if mapping else None


def _paths(files: Files[str, Path]) -> dict[str, str]:
    return {name: str(path) for name, path in files.items()}


def warm() -> None:
    """Make the next of these quick, since somebody is about to ask."""
    process.warm(_importing())


def _importing() -> Bounds:
    told = settings()
    return Bounds(told.import_memory_megabytes, told.import_seconds, told.import_seconds)


def _looking() -> Bounds:
    bounds = _importing()
    return replace(bounds, seconds=min(LOOKING, bounds.seconds))
