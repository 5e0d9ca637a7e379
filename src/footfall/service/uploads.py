"""Uploads: files that somebody brought and that nothing was imported from yet, kept outside of the data folder."""

import re
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Timer
from typing import IO, TYPE_CHECKING, BinaryIO

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import InvalidRequest, NotFound, StorageFailed
from footfall.service.temporary import PrivateFolder

if TYPE_CHECKING:
    from footfall.events.mapping import Mapping
    from footfall.events.preview import Preview
    from footfall.journey.changes import Actor
    from footfall.service.workspace import Workspace

PREFIX = "footfall-uploads-"
KEPT = 3600.0  # seconds after the last use
MOST_FILES = 20
CHUNK = 1 << 20


class UploadedFile(BaseModel):
    """One file of an upload."""

    model_config = ConfigDict(frozen=True)

    name: str
    bytes: int = Field(ge=0)


class Upload(BaseModel):
    """Files that wait to be looked at and imported; they are gone an hour after the last use."""

    model_config = ConfigDict(frozen=True)

    id: str
    files: tuple[UploadedFile, ...]


Brought = Sequence[tuple[str, BinaryIO]]  # files with the names that the sender gave them


@dataclass
class _Kept:
    """An upload's folder; `users` says how many read in it just now."""

    folder: Path
    users: int = 0
    timer: Timer | None = None
    names: list[str] = field(default_factory=list)


class Uploads:
    """The uploads of one server."""

    def __init__(self, place: Path | None, kept: float = KEPT) -> None:
        self._place, self._seconds = place, kept
        self._root: PrivateFolder | None = None
        self._kept: dict[str, _Kept] = {}
        self._lock = Lock()

    def add(self, files: Brought) -> Upload:
        """Keep files. Raises InvalidRequest, TooLarge, StorageFailed; then nothing is kept."""
        id = secrets.token_urlsafe(16)
        kept = _Kept(self._folder() / id)
        with _disk():
            kept.folder.mkdir(mode=0o700)
        try:
            _write(kept, files)
            shown = _shown(id, kept)
        except BaseException:
            shutil.rmtree(kept.folder, ignore_errors=True)
            raise
        with self._lock:
            self._kept[id] = kept
            self._wind(id, kept)
        return shown

    def more(self, id: str, files: Brought) -> Upload:
        """Keep more files beside those of an upload; one of the same name takes the other's place."""
        with self.using(id) as kept:
            _write(kept, files)
            return _shown(id, kept)

    def remove(self, id: str) -> None:
        """Forget an upload; who reads in it reads to the end. Raises NotFound."""
        with self._lock:
            kept = self._find(id)
            del self._kept[id]
            if kept.timer:
                kept.timer.cancel()
        self._clear(id, kept)

    @contextmanager
    def using(self, id: str) -> Iterator[_Kept]:
        """Keep an upload for as long as the block reads in it, and an hour longer. Raises NotFound."""
        with self._lock:
            kept = self._find(id)
            kept.users += 1
        try:
            yield kept
        finally:
            with self._lock:
                kept.users -= 1
                if id in self._kept:
                    self._wind(id, kept)
            self._clear(id, kept)

    @contextmanager
    def file(self, id: str, name: str) -> Iterator[tuple[Path, dict[str, Path]]]:
        """One file of an upload, and all of them by name, for joins. Raises NotFound."""
        with self.using(id) as kept:
            if name not in kept.names:
                raise NotFound(f"The upload has no file '{name}'.", f"It has: {', '.join(kept.names)}.")
            yield kept.folder / name, {one: kept.folder / one for one in kept.names}

    def close(self) -> None:
        """Forget all of them."""
        with self._lock:
            ids = [*self._kept]
        for id in ids:
            self.remove(id)
        if self._root is not None:
            self._root.close()

    def _folder(self) -> Path:
        with self._lock:
            if self._root is None:
                with _disk():
                    self._root = PrivateFolder(self._place or Path(tempfile.gettempdir()), PREFIX)
            return self._root.path

    def _find(self, id: str) -> _Kept:
        kept = self._kept.get(id)
        if kept is None:
            raise NotFound(
                "These files are not here any more.",
                "Uploaded files are kept for an hour, or until they are imported.",
                "Choose the file again.",
            )
        return kept

    def _wind(self, id: str, kept: _Kept) -> None:
        """Let the hour begin anew."""
        if kept.timer:
            kept.timer.cancel()
        kept.timer = Timer(self._seconds, self._expire, [id])
        kept.timer.daemon = True
        kept.timer.start()

    def _expire(self, id: str) -> None:
        with self._lock:
            kept = self._kept.get(id)
            if kept is None or kept.users:
                return
            del self._kept[id]
        self._clear(id, kept)

    def _clear(self, id: str, kept: _Kept) -> None:
        """Remove the files of an upload that was forgotten and that nobody reads."""
        with self._lock:
            is_over = id not in self._kept and kept.users == 0
        if is_over:
            shutil.rmtree(kept.folder, ignore_errors=True)


def bring(ws: "Workspace", actor: "Actor", files: Brought) -> Upload:  # noqa: ARG001 - every verb has an actor
    """Keep files to look at them and to import them. Raises InvalidRequest, TooLarge, StorageFailed."""
    from footfall.service.apart import reading

    reading.warm()
    return ws.uploads.add(files)


def bring_more(ws: "Workspace", actor: "Actor", id: str, files: Brought) -> Upload:  # noqa: ARG001
    """Keep more files beside those of an upload, for joins. Raises NotFound and what `bring` raises."""
    return ws.uploads.more(id, files)


def forget(ws: "Workspace", actor: "Actor", id: str) -> None:  # noqa: ARG001 - every verb has an actor
    """Forget an upload; imports that read it go on. Raises NotFound."""
    ws.uploads.remove(id)


def rejects(ws: "Workspace", actor: "Actor", id: str, file: str, mapping: "Mapping") -> IO[bytes]:  # noqa: ARG001
    """Every row of an uploaded file that an import would refuse, as CSV; gone when it is closed.

    Raises NotFound, InvalidData, QueryLimit, StorageFailed.
    """
    from footfall.service.apart import reading
    from footfall.service.apart.reading import Wanted
    from footfall.service.watching import Watch

    with ws.uploads.file(id, file) as (path, files), _disk(), ExitStack() as stack:
        target = stack.enter_context(tempfile.TemporaryFile(dir=path.parent))
        wanted = Wanted(path, mapping, files, b"")
        reading.rejects(wanted, Watch(take=lambda text: target.write(text.encode("utf-8", "replace"))))
        target.seek(0)
        stack.pop_all()  # the caller closes it
    return target


def _write(kept: _Kept, files: Brought) -> None:
    names = [clean_name(name) for name, _ in files]
    if not names or len(set(names) | set(kept.names)) > MOST_FILES or len(set(names)) < len(names):
        raise InvalidRequest(
            f"{len(names)} files were brought, on top of {len(kept.names)}.",
            f"An upload has 1 to {MOST_FILES} files, each with a name of its own.",
        )
    for name, (_, file) in zip(names, files, strict=True):
        with _disk(), (kept.folder / name).open("wb") as target:
            shutil.copyfileobj(file, target, CHUNK)
        kept.names = [*(one for one in kept.names if one != name), name]


def clean_name(name: str) -> str:
    """The last part of a file's name, without what a file system or a terminal takes amiss."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return re.sub(r"[^\w .()-]", "_", last)[-120:].strip(" .") or "file"


@contextmanager
def _disk() -> Iterator[None]:
    """Say it in our words where the disk is full."""
    try:
        yield
    except OSError as error:
        raise StorageFailed(
            f"The file cannot be kept: {error.strerror}.",
            "Uploaded files wait in this system's folder for temporary files.",
            "Make room there, or name another place with FOOTFALL_UPLOAD_FOLDER.",
        ) from error


def _shown(id: str, kept: _Kept) -> Upload:
    files = [UploadedFile(name=name, bytes=(kept.folder / name).stat().st_size) for name in kept.names]
    return Upload(id=id, files=tuple(files))


def preview(ws: "Workspace", actor: "Actor", id: str, file: str, mapping: "Mapping | None") -> "Preview":  # noqa: ARG001
    """The first rows of an uploaded file, and what they become under a mapping, or under the proposed one.

    A mapping that does not fit is told in `problem`. Raises NotFound, InvalidData when the file is no table.
    """
    from footfall.service.apart import reading
    from footfall.service.remembering import remembered

    with ws.uploads.file(id, file) as (path, files):
        shown = reading.preview(path, mapping, files)
        reading.warm()
        return shown.model_copy(update={"remembered": remembered(ws, shown.columns, files)})
