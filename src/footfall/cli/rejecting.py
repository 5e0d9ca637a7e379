"""The refused rows of a file, written beside it for whoever corrects them."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from footfall.cli.telling import aside, busy
from footfall.errors import InvalidRequest, StorageFailed


def write_rejects(file: Path, mapping: Any, to: Path) -> None:
    """Write the rows that an import refuses, each with its line and reason. Raises StorageFailed, InvalidRequest."""
    from footfall.service.apart import reading
    from footfall.service.apart.reading import Wanted
    from footfall.service.remembering import neighbours
    from footfall.service.watching import Watch

    if to.exists() and to.samefile(file):
        raise InvalidRequest(f"The refused rows would take the place of {file.name}.", todo="Name another file.")
    with busy(f"Writing the refused rows of {file.name} …"), _replaced(to) as target:
        wanted = Wanted(file, mapping, neighbours(file), b"")
        reading.rejects(wanted, Watch(take=lambda text: target.write(text.encode("utf-8", "replace"))))
    aside(f"The refused rows are in {to}.")


@contextmanager
def _replaced(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its place once it is whole."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("wb") as file:
            yield file
        draft.replace(path)
    except OSError as error:
        raise StorageFailed(
            f"The file {path} cannot be written: {error.strerror}.", todo="Name another one."
        ) from error
    finally:
        draft.unlink(missing_ok=True)
