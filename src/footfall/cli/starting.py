"""`footfall new` and `footfall templates`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.telling import tell_json, tell_table
from footfall.errors import InvalidRequest

LanguageOption = Annotated[str, Option("--language", "-l", help="The language of the template: en or nl.")]


def new(
    file: Annotated[Path, Argument(help="The map file to write: *.journey.yaml.", show_default=False)],
    template: Annotated[
        str, Option("--template", "-t", help="The template's id, as `footfall templates` lists it.")
    ] = "general-five",
    language: LanguageOption = "en",
    title: Annotated[str, Option(help="The map's title, instead of the template's name.")] = "",
    form: FormatOption = Format.TEXT,
) -> None:
    """Begin a map file with a template; a file that is there already stays as it is."""
    from footfall.service.files import format_of, write_file
    from footfall.service.templates import shipped_text

    format_of(file, ("yaml",))
    if file.exists():
        raise InvalidRequest(f"The file {file} is there already.", "`footfall new` begins a file.", "Name another.")
    write_file(file, shipped_text(template, language, title).encode())
    if form is Format.JSON:
        tell_json({"file": str(file), "template": template})
    else:
        echo(f"Wrote {file}.")


def templates(language: LanguageOption = "en", form: FormatOption = Format.TEXT) -> None:
    """List the templates that come with Footfall."""
    from footfall.service.templates import shipped

    found = shipped(language)
    if form is Format.JSON:
        tell_json(found)
        return
    rows = [(one.id, one.name, one.kind.value, len(one.stages), len(one.lanes)) for one in found]
    tell_table(("id", "name", "kind", "stages", "lanes"), rows)
