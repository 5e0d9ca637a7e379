"""`footfall convert`, and maps of other tools for `footfall import`."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.naming import map_id
from footfall.cli.telling import aside, tell_json
from footfall.cli.working import working

if TYPE_CHECKING:
    from footfall.service.mapfiles import TakenIn


ToOption = Annotated[
    str, Option("--to", metavar="FORMAT", help="The format to write, where the ending leaves it open.")
]


def is_map_file(file: Path, *, is_data: bool) -> bool:
    """Whether a file is a map rather than customer data; where both may be, what the person asks for decides."""
    from footfall.service.files import may_be_map

    return may_be_map(file, is_data=is_data)


def bring_map(file: Path, format: str, over: str | None, data: Path | None, form: Format) -> None:
    """Make new maps of a file, or bring one map to what it says; and say what was not placed."""
    from footfall.service.files import brought_from
    from footfall.service.mapfiles import bring_back, take

    found = brought_from(file, format)  # a file with a mistake is refused before a workspace is made for it
    with working(data, making=over is None) as here:
        if over is None:
            taken = take(here.ws, here.actor, found)
        else:
            taken = bring_back(here.ws, here.actor, map_id(here, over), found)
    if form is Format.JSON:
        tell_json(taken)
        return
    tell_notes(map(str, found.notes))
    for line in _made(file, taken):
        echo(line)


def _made(file: Path, taken: "TakenIn") -> Iterable[str]:
    for id in taken.maps:
        yield f"Imported {file.name} as map {id}."
    if not taken.maps:
        yield f"Imported {file.name} into the library: {', '.join(taken.library) or 'all of it was there already'}."


def tell_notes(notes: Iterable[str]) -> None:
    """Say what was not placed, one line each."""
    for note in notes:
        aside(note)


def convert(
    file: Annotated[Path, Argument(help="A map file of any format.", show_default=False)],
    output: Annotated[
        Path, Argument(help="What to write; its ending says the format: .yaml, .mmd and others.", show_default=False)
    ],
    as_: Annotated[
        str, Option("--as", metavar="FORMAT", help="The format of the file, where its content leaves it open.")
    ] = "",
    to: ToOption = "",
    form: FormatOption = Format.TEXT,
) -> None:
    """Turn a map file into another format; no workspace is needed. A file with several maps gives numbered files."""
    from footfall.service.converting import convert_file

    done = convert_file(file, output, as_, to)
    if form is Format.JSON:
        tell_json({"files": [str(path) for path in done.files], "notes": list(done.notes)})
        return
    tell_notes(done.notes)
    for path in done.files:
        echo(f"Wrote {path}.")
