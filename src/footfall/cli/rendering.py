"""`footfall render` and `footfall export`: a picture of a map file, or of a map of the workspace."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option, echo

from footfall.cli.exchanging import ToOption
from footfall.cli.naming import map_id
from footfall.cli.serving import DataOption
from footfall.cli.telling import aside
from footfall.cli.working import working


class Theme(StrEnum):
    """On light or on dark."""

    LIGHT = "light"
    DARK = "dark"


ThemeOption = Annotated[Theme, Option("--theme", help="On light or on dark.")]


def render(
    file: Annotated[Path, Argument(help="A map file: *.journey.yaml.", show_default=False)],
    output: Annotated[
        Path, Option("--output", "-o", help="What to write: its ending says pdf, svg or png.", show_default=False)
    ],
    theme: ThemeOption = Theme.LIGHT,
) -> None:
    """Paint a map file as PDF, SVG or PNG; no workspace is needed, and living numbers stay out."""
    from footfall.service.files import PAINTED, format_of, paint_file, write_file

    format = format_of(output, PAINTED)
    painting = paint_file(file, format, datetime.now(UTC).date(), theme.value)
    write_file(output, painting.content)
    _say_written(output, painting.warnings)


def export(
    map: Annotated[str, Argument(help="The map's id or title, as `footfall maps` lists them.", show_default=False)],
    output: Annotated[
        Path,
        Option("--output", "-o", help="What to write: its ending says pdf, svg, png, yaml, mmd and so on."),
    ],
    to: ToOption = "",
    theme: ThemeOption = Theme.LIGHT,
    data: DataOption = None,
) -> None:
    """Export a map of the workspace: as a picture with its living numbers, as text, or for another tool."""
    from footfall.service import exports
    from footfall.service.files import format_for, write_file

    format = exports.ExportFormat(format_for(output, to, exports.ENDINGS))
    with working(data) as here:
        made = exports.export(here.ws, here.actor, map_id(here, map), format, theme.value)
        write_file(output, made.content)
    _say_written(output, made.warnings)


def _say_written(output: Path, warnings: tuple[str, ...]) -> None:
    for warning in warnings:
        aside(warning)
    echo(f"Wrote {output}.")
