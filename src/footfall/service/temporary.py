"""Folders that end with their process: private to this user, locked while it lives, swept by the next one."""

import os
import shutil
import tempfile
from pathlib import Path
from typing import IO


class PrivateFolder:
    """A new folder in `place` that nobody else may look into, until it is closed. Raises OSError."""

    def __init__(self, place: Path, prefix: str) -> None:
        place.mkdir(parents=True, exist_ok=True)
        sweep(place, prefix)
        self.path = Path(tempfile.mkdtemp(prefix=prefix, dir=place))  # made with mode 0700
        self._held = (self.path / ".lock").open("w")
        _lock(self._held)

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        self._held.close()
        shutil.rmtree(self.path, ignore_errors=True)


def sweep(place: Path, prefix: str) -> None:
    """Remove the folders of this kind whose processes were killed."""
    for folder in place.glob(f"{prefix}*"):
        if _is_left(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Whether the process that made a folder is gone."""
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        return False
    try:
        with (folder / ".lock").open("r+") as file:
            return _lock(file)
    except OSError:
        return False


def _lock(file: IO[str]) -> bool:
    """Take a lock that the operating system lets go of when this process dies; whether it was free."""
    try:
        import fcntl
    except ImportError:  # not on Windows: what is left there goes when the system cleans its temporary files
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
