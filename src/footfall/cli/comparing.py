"""`footfall diff`."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Exit, Option, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.rendering import Theme, ThemeOption
from footfall.cli.telling import aside, tell_json

if TYPE_CHECKING:
    from footfall.journey.comparing import Difference
    from footfall.service.file_differences import FileDifference

DIFFERENT = 1  # the exit code when the files differ
SIGNS = {"added": "+", "removed": "-", "moved": ">", "changed": "~"}


def diff(
    before: Annotated[Path, Argument(help="A map file: *.journey.yaml.", show_default=False)],
    after: Annotated[Path, Argument(help="The map file to compare with it.", show_default=False)],
    output: Annotated[
        Path | None,
        Option("--output", "-o", help="Also paint it: the ending says pdf, svg or png.", show_default=False),
    ] = None,
    theme: ThemeOption = Theme.LIGHT,
    form: FormatOption = Format.TEXT,
) -> None:
    """Say what differs between two map files, by stage and lane; the exit code is then 1, else 0."""
    from footfall.service.file_differences import compare_files

    difference = compare_files(before, after)
    if output is not None:
        _paint(difference, output, theme)
    if form is Format.JSON:
        tell_json({"differences": difference.found})
    else:
        for line in _lines(difference.found):
            echo(line)
    raise Exit(DIFFERENT if difference.found else 0)


def _paint(difference: "FileDifference", output: Path, theme: Theme) -> None:
    from footfall.service.file_differences import paint_difference
    from footfall.service.files import PAINTED, format_of, write_file

    painting = paint_difference(difference, format_of(output, PAINTED), datetime.now(UTC).date(), theme.value)
    write_file(output, painting.content)
    for warning in painting.warnings:
        aside(warning)
    aside(f"Wrote {output}.")


def _lines(found: "tuple[Difference, ...]") -> Iterator[str]:
    if not found:
        yield "Nothing differs."
    for group, members in groupby(found, key=lambda difference: difference.group):
        yield group
        yield from (f"  {SIGNS[difference.what]} {difference.sentence}" for difference in members)
