"""Files by what is in them: each is kept once, beside the database, under the SHA-256 of its bytes."""

import hashlib
import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from footfall.errors import StorageFailed

ID = re.compile(r"[0-9a-f]{64}")
_tidying = Lock()  # nothing is taken away while it is being brought again


@dataclass(frozen=True)
class Files:
    """A folder of files whose names are their fingerprints; what is there never changes."""

    folder: Path

    def keep(self, content: bytes) -> str:
        """Keep a file and give its id; one that is there already stays as it is. Raises StorageFailed."""
        id = hashlib.sha256(content).hexdigest()
        path = self._path(id)
        with _tidying:
            if path.is_file():
                _touch(path)
            else:
                _write(path, content)
        return id

    def brought_before(self, moment: datetime) -> list[str]:
        """The files that were last brought before a moment."""
        return [path.name for path in self.folder.glob("??/*") if ID.fullmatch(path.name) and _is_older(path, moment)]

    def remove(self, id: str, before: datetime) -> bool:
        """Remove a file unless somebody brought it again since; whether it is gone. Raises StorageFailed."""
        path = self._path(id)
        with _tidying:
            if not _is_older(path, before):
                return False
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise StorageFailed(f"The file {path} cannot be removed: {error.strerror}.") from error
        return True

    def read(self, id: str) -> bytes | None:
        """The bytes of a file; None when it is not here, or no longer what it was. Raises StorageFailed."""
        if not ID.fullmatch(id):
            return None
        try:
            content = self._path(id).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageFailed(f"The file {self._path(id)} cannot be read: {error.strerror}.") from error
        return content if hashlib.sha256(content).hexdigest() == id else None

    def _path(self, id: str) -> Path:
        return self.folder / id[:2] / id


def _is_older(path: Path, moment: datetime) -> bool:
    try:
        return path.stat().st_mtime < moment.timestamp()
    except FileNotFoundError:
        return False


def _touch(path: Path) -> None:
    """It was brought just now; where the disk does not let that be said, it is as old as before."""
    with suppress(OSError):
        path.touch()


def _write(path: Path, content: bytes) -> None:
    """Whole, or not at all: nobody ever reads a half."""
    draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_through(draft, content)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise StorageFailed(
            f"The file {path} cannot be written: {error.strerror}.",
            "The data folder needs free space and permission to write.",
            "Try again when it has both.",
        ) from error


def _write_through(path: Path, content: bytes) -> None:
    """Onto the disk itself, as the journal's entries are: a card never cites a file that a power cut took."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
