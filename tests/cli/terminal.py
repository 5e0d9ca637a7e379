"""A terminal in the test's own process: what a command answers, and what it left behind."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from footfall.cli import app


@dataclass(frozen=True)
class Answer:
    """What a person sees, and the exit code."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Answer:
    """Run `footfall` with these arguments."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


def contents(folder: Path) -> dict[str, str] | None:
    """Every file below a folder with its fingerprint, folders with none; None when there is no folder."""
    if not folder.exists():
        return None
    paths = sorted(folder.rglob("*"))
    return {
        path.relative_to(folder).as_posix(): "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
    }
