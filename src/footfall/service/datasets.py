"""Datasets: propose a mapping, import, list, read, look at one customer, undo an import, remove."""

import builtins
import re
import unicodedata
from collections.abc import Iterator
from collections.abc import Mapping as Files
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidData, NotFound, StorageFailed
from footfall.events.dataset import DatasetFolder, Manifest
from footfall.events.mapping import Mapping
from footfall.events.paths import CustomerMoment, CustomerPath
from footfall.events.report import ImportReport, Utc
from footfall.journey.changes import Actor
from footfall.service.watching import Watch
from footfall.service.workspace import Workspace, import_limits
from footfall.settings import settings

if TYPE_CHECKING:
    from footfall.service.apart.reading import Proposed


LONGEST_CAUTION = 500  # characters
TAKEN = {"imports", "uploads"}  # what stands at a dataset's place in the addresses of the API


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class DatasetSummary(_Model):
    """A dataset in the list of datasets."""

    id: str
    name: str
    customers: int
    events: int
    answers: int
    first: Utc | None = Field(None, description="The first moment, in UTC.")
    last: Utc | None = Field(None, description="The last moment, in UTC.")
    imports: int = Field(description="How many files were imported.")
    refused: int = Field(description="Rows of these files that became nothing.")
    caution: str = Field("", description="What a reader of any of its numbers must know; every answer says it.")
    version: str = Field(description="Changes when the data change.")


class EventName(_Model):
    """One event as the data name it, in one channel."""

    event: str
    channel: str
    events: int = Field(description="How often it happened; 0 where only answers name it.")


@dataclass(frozen=True)
class InPlaceOf:
    """An earlier import of the dataset of this name, in whose place a newer file comes."""

    name: str
    part: str


NAMES = tuple(EventName.model_fields)


class Dataset(DatasetSummary):
    """A dataset opened: what happens in it, and how it came here."""

    names: tuple[EventName, ...] = Field(description="The events, the most frequent first.")
    reports: tuple[ImportReport, ...] = Field(description="One for each import, the latest last.")


def list(ws: Workspace, actor: Actor) -> builtins.list[DatasetSummary]:  # noqa: ARG001 - every verb has an actor
    """All datasets, by name."""
    folders = [DatasetFolder(path.parent) for path in (ws.folder / "datasets").glob("*/manifest.json")]
    found = [summary(folder, manifest) for folder in folders if (manifest := _up_to_date(folder))]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def ids(ws: Workspace) -> frozenset[str]:
    """The ids of all datasets, of which nothing else is looked at."""
    return frozenset(path.parent.name for path in (ws.folder / "datasets").glob("*/manifest.json"))


def read(ws: Workspace, actor: Actor, id: str) -> Dataset:
    """One dataset with its events and the reports of its imports. Raises NotFound."""
    folder, manifest = find(ws, actor, id)
    combinations = _table(folder.tables(manifest) / "combinations.parquet")
    names = combinations.group_by(["event", "channel"]).aggregate([("events", "sum")]).rename_columns(NAMES).to_pylist()
    ordered = sorted(names, key=lambda row: (-row["events"], row["event"], row["channel"]))
    return Dataset(
        **summary(folder, manifest).model_dump(),
        names=tuple(EventName(**row) for row in ordered),
        reports=tuple(part.report for part in manifest.parts),
    )


def find(ws: Workspace, actor: Actor, id: str) -> tuple[DatasetFolder, Manifest]:  # noqa: ARG001 - every verb has an actor
    """The folder and the manifest of a dataset. Raises NotFound.

    Without accounts everybody who reaches the server is of the team and may see all datasets.
    """
    folder = DatasetFolder(ws.folder / "datasets" / id)
    manifest = _up_to_date(folder) if re.fullmatch(r"[A-Za-z0-9_-]{1,64}", id) else None
    if manifest is None:
        raise NotFound(f"There is no dataset '{id}'.", todo="The data page and `footfall datasets` list what is here.")
    return folder, manifest


def _up_to_date(folder: DatasetFolder) -> Manifest | None:
    """The manifest of a dataset, its tables merged anew where an older release wrote them."""
    manifest = folder.read()
    if manifest and not folder.tables(manifest).exists():
        from footfall.service.importing import merge_anew

        merge_anew(folder, import_limits())
        manifest = folder.read()
    return manifest


def propose(path: Path, kind: str = "") -> "Proposed":
    """The mapping that a file speaks for, of a kind if one is wanted. Raises InvalidData when the file is no table."""
    from footfall.service.apart import reading

    return reading.propose(path, kind)


def import_file(
    ws: Workspace,
    actor: Actor,  # noqa: ARG001 - every verb has an actor
    path: Path,
    mapping: Mapping,
    into: str | InPlaceOf,
    files: Files[str, Path] | None = None,
    watch: Watch | None = None,
) -> ImportReport:
    """Import a file into the dataset of this name, made when absent; the same file and mapping twice changes nothing.

    In the place of an earlier import it comes in one step, and the report says what changed.

    `files` are those that joins may name, by name; by default the files beside `path`. `watch` hears how far it is and
    may stop it. Raises InvalidData, NotFound, StorageFailed, QueryLimit, Stopped; then nothing was stored.
    """
    from footfall.events.identity import workspace_key
    from footfall.service.apart.reading import Wanted
    from footfall.service.importing import import_part
    from footfall.service.remembering import neighbours

    name, replaces = (into.name, into.part) if isinstance(into, InPlaceOf) else (into, "")
    folder = DatasetFolder(ws.folder / "datasets" / dataset_id(name))
    beside = files if files is not None else neighbours(path)
    wanted = Wanted(path, mapping, beside, workspace_key(settings().key_file or ws.folder / "key"))
    report = import_part(folder, name.strip(), wanted, import_limits(), watch or Watch(), replaces)
    _forget_old(ws, folder)
    return report


def mapping_of(ws: Workspace, actor: Actor, id: str, part: str) -> Mapping:
    """How the file of an import was read. Raises NotFound."""
    _, manifest = find(ws, actor, id)
    found = manifest.has(part)
    if found is None:
        raise NotFound(f"The dataset '{id}' has no import '{part}'.", todo="Its page lists its imports.")
    return found.mapping


def undo_import(ws: Workspace, actor: Actor, id: str, part: str) -> DatasetSummary | None:
    """Take an import out again; a dataset without imports is removed, then None. Raises NotFound, StorageFailed."""
    from footfall.service.importing import undo_part

    folder, manifest = find(ws, actor, id)
    if manifest.has(part) is None:
        raise NotFound(f"The dataset '{id}' has no import '{part}'.", todo="Its page lists its imports.")
    if len(manifest.parts) == 1:
        remove(ws, actor, id)
        return None
    after = undo_part(folder, part, import_limits())
    _forget_old(ws, folder)
    return summary(folder, after)


def caution(ws: Workspace, actor: Actor, id: str, words: str) -> DatasetSummary:
    """Say what a reader of any number of a dataset must know; no words take it back. Raises NotFound, InvalidData."""
    from footfall.service.locking import alone

    said = " ".join(words.split())
    if len(said) > LONGEST_CAUTION:
        raise InvalidData(f"The caution has {len(said):,} characters.", f"At most {LONGEST_CAUTION} are read.")
    folder, _ = find(ws, actor, id)
    with alone(folder):
        _, manifest = find(ws, actor, id)
        now = manifest.model_copy(update={"caution": said})
        folder.write(now)
    return summary(folder, now)


def remove(ws: Workspace, actor: Actor, id: str) -> None:
    """Remove a dataset with all that was imported into it. Raises NotFound, StorageFailed."""
    from footfall.service.importing import remove_dataset

    folder, manifest = find(ws, actor, id)
    ws.engine.forget(folder.tables(manifest))
    remove_dataset(folder)


def customer(ws: Workspace, actor: Actor, id: str, pseudonym: str) -> CustomerPath:
    """One customer's events and answers in order; any id of theirs finds them. Raises NotFound."""
    from footfall.events import identity
    from footfall.measures import paths

    folder, manifest = find(ws, actor, id)
    tables = ws.engine.tables(folder.tables(manifest))
    who = paths.who(identity.code_of_pseudonym(pseudonym) or 0)  # 0 is nobody's code
    rows = tables.run(paths.path(), who=who).to_pylist()
    if not rows:
        raise NotFound(f"The dataset '{id}' has no customer '{pseudonym}'.")
    root = tables.run(paths.root(), who=who)["root"][0].as_py()
    return CustomerPath(customer=identity.pseudonym(root), moments=tuple(_moment(row) for row in rows))


def dataset_id(name: str) -> str:
    """The id of the dataset of this name: its letters and digits. Raises InvalidData for a name without any."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    id = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")
    if not id or len(name) > 200:
        raise InvalidData(f"{name[:50]!r} is no name for a dataset.", "A name has letters or digits, 200 at most.")
    return f"{id}-1" if id in TAKEN else id


def summary(folder: DatasetFolder, manifest: Manifest) -> DatasetSummary:
    """What a list shows of a dataset."""
    tables, reports = folder.tables(manifest), [part.report for part in manifest.parts]
    return DatasetSummary(
        id=folder.folder.name,
        name=manifest.name,
        customers=_rows(tables / "customers.parquet"),
        events=_rows(tables / "events.parquet"),
        answers=_rows(tables / "answers.parquet"),
        first=min((report.first for report in reports if report.first), default=None),
        last=max((report.last for report in reports if report.last), default=None),
        imports=len(reports),
        refused=sum(report.refused for report in reports),
        caution=manifest.caution,
        version=manifest.version,
    )


def _rows(path: Path) -> int:
    import pyarrow.parquet as pq

    with _readable(path):
        return int(pq.read_metadata(path).num_rows)


def _table(path: Path) -> Any:
    import pyarrow.parquet as pq

    with _readable(path):
        return pq.read_table(path)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Say it in our words where a table of a dataset is damaged."""
    import pyarrow as pa

    try:
        yield
    except (pa.ArrowException, OSError) as error:
        seen = f"{path.name} of the dataset '{path.parent.parent.name}' cannot be read: {error}."
        raise StorageFailed(seen, todo="Remove that dataset's folder and import its files again.") from None


def _forget_old(ws: Workspace, folder: DatasetFolder) -> None:
    manifest = folder.read()
    ws.engine.forget_below(folder.folder, keep=folder.tables(manifest) if manifest else None)


def _moment(row: dict[str, Any]) -> CustomerMoment:
    low, high = row.pop("scale_min"), row.pop("scale_max")
    given = {name: value for name, value in row.items() if value is not None}
    return CustomerMoment(**given, scale=None if low is None else (low, high))
