"""`footfall check`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Exit, echo

from footfall.cli.failing import REFUSED, Format, FormatOption, said
from footfall.cli.telling import as_json, tell_json
from footfall.errors import InvalidMapFile

FOUND = 1  # the exit code when there are findings


def check(
    files: Annotated[list[Path], Argument(help="Map files: *.journey.yaml.", show_default=False)],
    form: FormatOption = Format.TEXT,
) -> None:
    """Check map files: exit code 1 when there are findings, 2 when a file cannot be read."""
    from footfall.service.files import FileFinding, check_file

    findings: list[FileFinding] = []
    unreadable: list[InvalidMapFile] = []
    for file in files:
        try:
            findings += check_file(file)
        except InvalidMapFile as refused:
            unreadable.append(refused)
    if form is Format.JSON:
        tell_json({"findings": findings, "unreadable": [_problem(error) for error in unreadable]})
    else:
        for finding in findings:
            echo(f"{finding.file}:{finding.line}: {finding.code}: {finding.sentence}")
        for error in unreadable:
            echo(said(error, form), err=True)
        if not findings and not unreadable:
            echo("Nothing to mend.")
    raise Exit(REFUSED if unreadable else FOUND if findings else 0)


def _problem(error: InvalidMapFile) -> dict[str, object]:
    told = {"code": error.code, "seen": error.seen, "expected": error.expected, "todo": error.todo}
    return told | {"problems": as_json(error.problems)}
