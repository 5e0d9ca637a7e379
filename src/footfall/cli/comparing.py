"""`footfall diff`."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Exit, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.telling import tell_json

if TYPE_CHECKING:
    from footfall.journey.comparing import Difference

DIFFERENT = 1  # the exit code when the files differ
SIGNS = {"added": "+", "removed": "-", "moved": ">", "changed": "~"}


def diff(
    before: Annotated[Path, Argument(help="A map file: *.journey.yaml.", show_default=False)],
    after: Annotated[Path, Argument(help="The map file to compare with it.", show_default=False)],
    form: FormatOption = Format.TEXT,
) -> None:
    """Say what differs between two map files, by stage and lane; the exit code is then 1, else 0."""
    from footfall.service.files import compare_files

    found = compare_files(before, after)
    if form is Format.JSON:
        tell_json({"differences": found})
    else:
        for line in _lines(found):
            echo(line)
    raise Exit(DIFFERENT if found else 0)


def _lines(found: "tuple[Difference, ...]") -> Iterator[str]:
    if not found:
        yield "Nothing differs."
    for group, members in groupby(found, key=lambda difference: difference.group):
        yield group
        yield from (f"  {SIGNS[difference.what]} {difference.sentence}" for difference in members)
