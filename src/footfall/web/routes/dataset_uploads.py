"""Files on their way into a dataset: brought, looked at, imported in the background.

This file's name stands before datasets.py, as its addresses must: there `/datasets/{id}` takes all that is left.
"""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import IO, Annotated, Any, BinaryIO
from urllib.parse import quote

from fastapi import APIRouter, Body, File, UploadFile
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from footfall.events.mapping import Mapping
from footfall.events.preview import Preview
from footfall.service import imports, uploads
from footfall.service.imports import ImportJob
from footfall.service.uploads import Upload
from footfall.service.datasets import InPlaceOf
from footfall.web.asking import Acting, Served

router = APIRouter(prefix="/datasets", tags=["datasets"])

Files = Annotated[list[UploadFile], File(description="Files with customer data; those that joins name among them.")]
FileName = Annotated[str, Field(max_length=200, description="The file's name, as the upload lists it.")]
CHUNK = 1 << 16
REJECTS: dict[int | str, dict[str, Any]] = {
    200: {"description": "The rows.", "content": {"text/csv": {"schema": {"type": "string", "format": "binary"}}}}
}


class LookAtFile(BaseModel):
    """Which file is looked at, and how it is read."""

    model_config = ConfigDict(extra="forbid")

    file: FileName
    mapping: Mapping | None = Field(None, description="How it is read; without one, a mapping is proposed.")


class ReadUploaded(BaseModel):
    """Which file is read, and how."""

    model_config = ConfigDict(extra="forbid")

    file: FileName
    mapping: Mapping


class ImportUploaded(ReadUploaded):
    """Which file is imported, how it is read, and into which dataset."""

    name: str = Field(max_length=1000, description="The dataset's name; an existing one grows.")
    replaces: str = Field("", max_length=100, description="An earlier import of it, in whose place the file comes.")


@router.post("/uploads", status_code=201)
def upload_files(ws: Served, actor: Acting, files: Files) -> Upload:
    """Bring files, to look at them and to import them; they are kept outside of the workspace, for an hour."""
    return uploads.bring(ws, actor, _brought(files))


@router.post("/uploads/{id}/files")
def upload_more_files(ws: Served, actor: Acting, id: str, files: Files) -> Upload:
    """Bring more files beside them, for joins."""
    return uploads.bring_more(ws, actor, id, _brought(files))


@router.delete("/uploads/{id}", status_code=204)
def forget_upload(ws: Served, actor: Acting, id: str) -> None:
    """Forget what was brought."""
    uploads.forget(ws, actor, id)


@router.post("/uploads/{id}/preview")
def preview_upload(ws: Served, actor: Acting, id: str, asked: Annotated[LookAtFile, Body()]) -> Preview:
    """A file's first rows, and what they become under a mapping; nothing is stored."""
    return uploads.preview(ws, actor, id, asked.file, asked.mapping)


@router.post("/uploads/{id}/rejects", response_class=StreamingResponse, responses=REJECTS)
def download_rejects(ws: Served, actor: Acting, id: str, asked: Annotated[ReadUploaded, Body()]) -> StreamingResponse:
    """Every row that an import refuses, as it stands in the file, with its line and the reason in front."""
    found = uploads.rejects(ws, actor, id, asked.file, asked.mapping)
    name = quote(f"{PurePath(asked.file).stem} refused.csv")
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return StreamingResponse(_pieces(found), media_type="text/csv; charset=utf-8", headers=headers)


@router.post("/uploads/{id}/import", status_code=202)
def import_upload(ws: Served, actor: Acting, id: str, asked: Annotated[ImportUploaded, Body()]) -> ImportJob:
    """Import a file in the background. The same file and mapping twice changes nothing."""
    into = InPlaceOf(asked.name, asked.replaces) if asked.replaces else asked.name
    return imports.start(ws, actor, id, asked.file, asked.mapping, into)


@router.get("/imports")
def list_imports(ws: Served, actor: Acting) -> list[ImportJob]:
    """The imports since this server began, the newest first."""
    return imports.list(ws, actor)


@router.get("/imports/{job}")
def read_import(ws: Served, actor: Acting, job: str) -> ImportJob:
    """How far an import is, and what came of it."""
    return imports.read(ws, actor, job)


@router.delete("/imports/{job}", status_code=204)
def end_import(ws: Served, actor: Acting, job: str) -> None:
    """Cancel an import, of which nothing is then left; or forget one that ended."""
    imports.end(ws, actor, job)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(CHUNK):
            yield piece


def _brought(files: Sequence[UploadFile]) -> list[tuple[str, BinaryIO]]:
    return [(file.filename or "", file.file) for file in files]
