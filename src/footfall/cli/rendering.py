"""`footfall render` and `footfall export`: pictures of map files, or of a map of the workspace."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Exit, Option, echo

from footfall.cli.exchanging import ToOption
from footfall.cli.failing import REFUSED
from footfall.cli.naming import map_id
from footfall.cli.serving import DataOption
from footfall.cli.telling import aside, measured
from footfall.cli.working import working
from footfall.errors import FootfallError

if TYPE_CHECKING:
    from footfall.render import Look


class Theme(StrEnum):
    """On light, on dark, or black on white for a printer."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


class Layout(StrEnum):
    """How the map is told."""

    GRID = "grid"
    BLUEPRINT = "blueprint"
    WHEEL = "wheel"
    TIMELINE = "timeline"
    PERSONA = "persona"
    MATRIX = "matrix"
    STORYBOARD = "storyboard"


class PaperSize(StrEnum):
    """What a PDF is printed on."""

    CONTENT = "content"
    A0 = "a0"
    A1 = "a1"
    A2 = "a2"
    A3 = "a3"
    A4 = "a4"
    LETTER = "letter"
    LEGAL = "legal"
    TABLOID = "tabloid"


class Picture(StrEnum):
    """What a map can be shown as."""

    PDF = "pdf"
    SVG = "svg"
    PNG = "png"
    PPTX = "pptx"
    HTML = "html"


ThemeOption = Annotated[Theme, Option("--theme", help="On light, on dark, or black on white for a printer.")]
LayoutOption = Annotated[
    Layout | None, Option("--as", help="How the map is told; without it as the map itself says.", show_default=False)
]
PaperOption = Annotated[
    PaperSize, Option("--paper", help="The paper of a PDF; `content` is one page as large as the picture.")
]
TiledOption = Annotated[
    bool, Option("--tiled", help="At its own size over several sheets, to be glued, instead of whole on one.")
]


def render(
    files: Annotated[list[Path], Argument(help="Map files: *.journey.yaml.", show_default=False)],
    output: Annotated[
        Path,
        Option(
            "--output",
            "-o",
            help="What to write: its ending says pdf, svg, png, pptx or html; or a folder.",
            show_default=False,
        ),
    ],
    layout: LayoutOption = None,
    theme: ThemeOption = Theme.LIGHT,
    paper: PaperOption = PaperSize.CONTENT,
    tiled: TiledOption = False,
    format: Annotated[Picture, Option("--format", help="The kind of files in a folder.")] = Picture.PDF,
) -> None:
    """Paint map files as PDF, SVG, PNG, slides (PPTX) or HTML; no workspace is needed, and living numbers stay out.

    Several files go to a folder, each under its own name; one that cannot be painted does not stop the others, and
    the exit code is then 2.
    """
    from footfall.service.files import picture_names, show_file, write_file

    today = datetime.now(UTC).date()
    look = _look(theme, layout, paper, tiled=tiled)
    refused: list[FootfallError] = []
    with measured("Painting") as tell:
        for place, (file, target, kind) in enumerate(picture_names(files, output, format.value)):
            tell(f"Painting {file.name}", place / len(files))
            try:
                painting = show_file(file, kind, today, look)
                write_file(target, painting.content)
            except FootfallError as failed:
                if len(files) == 1:
                    raise
                refused.append(failed)
            else:
                _say_written(target, painting.warnings)
    for error in refused:
        aside(str(error))
    if refused:
        raise Exit(REFUSED)


def export(
    map: Annotated[str, Argument(help="The map's id or title, as `footfall maps` lists them.", show_default=False)],
    output: Annotated[
        Path,
        Option("--output", "-o", help="What to write: its ending says pdf, pptx, html, svg, png, yaml, mmd and so on."),
    ],
    to: ToOption = "",
    layout: LayoutOption = None,
    theme: ThemeOption = Theme.LIGHT,
    paper: PaperOption = PaperSize.CONTENT,
    tiled: TiledOption = False,
    data: DataOption = None,
) -> None:
    """Export a map of the workspace: as a picture or slides with its living numbers, as text, or for another tool."""
    from footfall.service import exports
    from footfall.service.files import format_for, write_file

    format = exports.ExportFormat(format_for(output, to, exports.ENDINGS))
    look = _look(theme, layout, paper, tiled=tiled)
    with working(data) as here:
        made = exports.export(here.ws, here.actor, map_id(here, map), format, look)
        write_file(output, made.content)
    _say_written(output, made.warnings)


def _look(theme: Theme, layout: Layout | None, paper: PaperSize, *, tiled: bool) -> "Look":
    from footfall.render import Look, Paper

    return Look(theme.value, None if layout is None else layout.value, Paper(paper.value, tiled))


def _say_written(output: Path, warnings: tuple[str, ...]) -> None:
    for warning in warnings:
        aside(warning)
    echo(f"Wrote {output}.")
