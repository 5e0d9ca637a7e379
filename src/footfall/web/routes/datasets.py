"""Datasets: preview and import files, look at what was imported, at one customer, and take imports out again."""

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import ValidationError

from footfall.errors import InvalidRequest, StorageFailed
from footfall.events.mapping import Mapping
from footfall.events.paths import CustomerPath
from footfall.events.preview import Preview
from footfall.events.report import ImportReport
from footfall.service import datasets
from footfall.service.datasets import Dataset, DatasetSummary
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/datasets", tags=["datasets"])

Upload = Annotated[UploadFile, File(description="A CSV or Parquet file.")]
Joined = Annotated[list[UploadFile], File(description="The files that the mapping joins.")]


@router.get("")
def list_datasets(ws: Served, actor: Acting) -> list[DatasetSummary]:
    """All datasets, by name."""
    return datasets.list(ws, actor)


@router.post("/preview")
def preview_file(ws: Served, actor: Acting, file: Upload) -> Preview:
    """The first rows of a file and a proposed mapping; nothing is stored."""
    with _on_disk(ws.folder, [file]) as paths:
        return datasets.preview(ws, actor, paths[0])


@router.post("/import")
def import_file(
    ws: Served,
    actor: Acting,
    file: Upload,
    mapping: Annotated[str, Form(description="A Mapping as JSON.")],
    name: Annotated[str, Form(description="The dataset's name; an existing one grows.")],
    joined: Joined = [],  # noqa: B006 - FastAPI copies it
) -> ImportReport:
    """Import a file; the answer counts what was kept and refused. The same file and mapping twice changes nothing."""
    told = _mapping(mapping)
    with _on_disk(ws.folder, [file, *joined]) as paths:
        files = {path.name: path for path in paths[1:]}
        return datasets.import_file(ws, actor, paths[0], told, name, files)


@router.get("/{id}")
def read_dataset(ws: Served, actor: Acting, id: str) -> Dataset:
    """One dataset: what happens in it, and the reports of its imports."""
    return datasets.read(ws, actor, id)


@router.delete("/{id}", status_code=204)
def delete_dataset(ws: Served, actor: Acting, id: str) -> None:
    """Remove a dataset with all that was imported into it."""
    datasets.remove(ws, actor, id)


@router.delete("/{id}/imports/{part}", status_code=204)
def undo_import(ws: Served, actor: Acting, id: str, part: str) -> None:
    """Take one import out again; a dataset without imports is removed."""
    datasets.undo_import(ws, actor, id, part)


@router.get("/{id}/customers/{pseudonym}")
def read_customer(ws: Served, actor: Acting, id: str, pseudonym: str) -> CustomerPath:
    """One customer's events and answers in order."""
    return datasets.customer(ws, actor, id, pseudonym)


def _mapping(text: str) -> Mapping:
    try:
        return Mapping.model_validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InvalidRequest(f"The mapping: {place + ': ' if place else ''}{first['msg']}.") from None


@contextmanager
def _on_disk(folder: Path, uploads: Sequence[UploadFile]) -> Iterator[list[Path]]:
    """The uploads as files under their own names, gone afterwards; they are read from disk, never held in memory."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".upload-", dir=folder) as place:
            yield [_write(Path(place) / str(index), upload) for index, upload in enumerate(uploads)]
    except OSError as error:
        raise StorageFailed(f"The upload cannot be written: {error.strerror}.") from error


def _write(folder: Path, upload: UploadFile) -> Path:
    folder.mkdir()
    name = re.sub(r"[^\w .()-]", "_", Path((upload.filename or "").replace("\\", "/")).name)[-120:].strip()
    path = folder / (name or "file.csv")
    with path.open("wb") as file:
        shutil.copyfileobj(upload.file, file, 1 << 20)
    return path
