"""Files by what is in them: each is kept once, beside the database, under the SHA-256 of its bytes."""

import hashlib
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from footfall.errors import StorageFailed


@dataclass(frozen=True)
class Files:
    """A folder of files whose names are their fingerprints; what is there never changes."""

    folder: Path

    def keep(self, content: bytes) -> str:
        """Keep a file and give its id; one that is there already stays as it is. Raises StorageFailed."""
        id = hashlib.sha256(content).hexdigest()
        path = self._path(id)
        if not path.is_file():
            _write(path, content)
        return id

    def read(self, id: str) -> bytes | None:
        """The bytes of a file; None when it is not here, or no longer what it was. Raises StorageFailed."""
        if not re.fullmatch(r"[0-9a-f]{64}", id):
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
