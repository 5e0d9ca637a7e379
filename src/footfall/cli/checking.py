"""`footfall check`."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context, Exit, Option, echo

from footfall.cli.failing import REFUSED, Format, said
from footfall.cli.telling import as_json, tell_json
from footfall.errors import InvalidMapFile

if TYPE_CHECKING:
    from footfall.service.file_checks import FileFinding

FOUND = 1  # the exit code when there are findings


class CheckFormat(StrEnum):
    """How findings are told."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Grave(StrEnum):
    """From which level on a finding counts."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


def _remember(context: Context, form: CheckFormat) -> CheckFormat:
    context.meta["footfall.format"] = Format.JSON if form is CheckFormat.JSON else Format.TEXT
    return form


def check(
    files: Annotated[list[Path], Argument(help="Map files: *.journey.yaml.", show_default=False)],
    form: Annotated[
        CheckFormat,
        Option("--format", callback=_remember, is_eager=True, help="For people, for programs, or for GitHub."),
    ] = CheckFormat.TEXT,
    fail_on: Annotated[
        Grave, Option("--fail-on", help="The least grave findings that make the exit code 1.")
    ] = Grave.WARNING,
    language: Annotated[str, Option("--language", "-l", help="The language of the findings: en or nl.")] = "en",
) -> None:
    """Check map files: exit code 1 when something is found, 2 when a file cannot be read."""
    from footfall.service.file_checks import check_file

    today = datetime.now(UTC).date()
    findings: list[FileFinding] = []
    unreadable: list[tuple[Path, InvalidMapFile]] = []
    for file in files:
        try:
            findings += check_file(file, today, language)
        except InvalidMapFile as refused:
            unreadable.append((file, refused))
    _TELLING[form](findings, unreadable)
    raise Exit(REFUSED if unreadable else FOUND if _counts(findings, fail_on) else 0)


def _counts(findings: "Iterable[FileFinding]", fail_on: Grave) -> bool:
    grave = [*Grave]
    counting = {one.value for one in grave[grave.index(fail_on) :]}
    return any(one.finding.level.value in counting for one in findings)


Unreadable = list[tuple[Path, InvalidMapFile]]


def _tell_people(findings: "list[FileFinding]", unreadable: Unreadable) -> None:
    for one in findings:
        found = one.finding
        echo(f"{one.file}:{one.line}: {found.level} {found.code}: {found.sentence} {found.fix}")
    for _, error in unreadable:
        echo(said(error, Format.TEXT), err=True)
    if not findings and not unreadable:
        echo("Nothing to mend.")


def _tell_programs(findings: "list[FileFinding]", unreadable: Unreadable) -> None:
    told = [{"file": one.file, "line": one.line} | as_json(one.finding) for one in findings]
    tell_json({"findings": told, "unreadable": [_problem(error) for _, error in unreadable]})


def _problem(error: InvalidMapFile) -> dict[str, object]:
    told = {"code": error.code, "seen": error.seen, "expected": error.expected, "todo": error.todo}
    return told | {"problems": as_json(error.problems)}


def _tell_github(findings: "list[FileFinding]", unreadable: Unreadable) -> None:
    """Annotations as workflow commands; GitHub shows them at the lines of a pull request."""
    for one in findings:
        level = "notice" if one.finding.level.value == "note" else one.finding.level.value
        echo(_annotation(level, one.file, one.line, one.finding.code, f"{one.finding.sentence} {one.finding.fix}"))
    for file, error in unreadable:
        for problem in error.problems or (None,):
            line, says = (problem.line, str(problem)) if problem else (1, str(error))
            echo(_annotation("error", str(file), line, error.code, says))


def _annotation(level: str, file: str, line: int, title: str, says: str) -> str:
    return f"::{level} file={_escaped(file, ':,')},line={line},title={_escaped(title, ':,')}::{_escaped(says)}"


def _escaped(text: str, marks: str = "") -> str:
    """What has a meaning in a workflow command, written as its code."""
    return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{marks}" else letter for letter in text)


_TELLING = {
    CheckFormat.TEXT: _tell_people,
    CheckFormat.JSON: _tell_programs,
    CheckFormat.GITHUB: _tell_github,
}
