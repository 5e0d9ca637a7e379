"""`footfall fmt` and `footfall merge`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Exit, Option, echo

from footfall.cli.failing import Format, FormatOption, said
from footfall.cli.telling import aside, tell_json

LEFT = 1  # the exit code when something is left to do


def fmt(
    files: Annotated[list[Path], Argument(help="Map files: *.journey.yaml.", show_default=False)],
    check: Annotated[bool, Option("--check", help="Write nothing; exit code 1 when a file differs.")] = False,
) -> None:
    """Put map files in canonical form; remarks and the order of keys stay."""
    from footfall.service.file_merging import tidy
    from footfall.service.files import content_of, write_file

    changed = [(file, content) for file in files if (content := tidy(file)) != content_of(file)]
    for file, content in changed:
        if check:
            echo(f"{file} is not in canonical form.")
        else:
            write_file(file, content.encode())
            echo(f"Wrote {file}.")
    raise Exit(LEFT if changed and check else 0)


def merge(
    base: Annotated[Path, Argument(help="The map file from which both grew; it may be empty.", show_default=False)],
    ours: Annotated[Path, Argument(help="The map file here; the result is written to it.", show_default=False)],
    theirs: Annotated[Path, Argument(help="The map file as it is there.", show_default=False)],
    output: Annotated[
        Path | None, Option("--output", "-o", help="Write the result here, not to OURS.", show_default=False)
    ] = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Merge map files cell by cell, as git may ask; what both changed gets marks, and the exit code is 1."""
    from footfall.service.file_merging import merge_files
    from footfall.service.files import write_file

    made = merge_files(base, ours, theirs)
    write_file(output or ours, made.content.encode())
    if form is Format.JSON:
        tell_json({"conflicts": made.conflicts, "unreadable": str(made.unreadable or "")})
    else:
        for conflict in made.conflicts:
            aside(f"Changed on both sides: {conflict.sentence}")
        if made.unreadable:
            aside(f"{said(made.unreadable, form)}\nIt was merged line by line.")
    raise Exit(0 if made.is_clean else LEFT)
