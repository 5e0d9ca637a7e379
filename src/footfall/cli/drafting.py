"""`footfall draft`."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.serving import DataOption
from footfall.cli.telling import busy, tell_json
from footfall.cli.working import working


def draft(
    dataset: Annotated[str, Argument(help="The dataset's id, as `footfall datasets` lists it.", show_default=False)],
    output: Annotated[Path | None, Option("--output", "-o", help="Write the map as text, too: *.journey.yaml.")] = None,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Draft a first map from a dataset: stages, touchpoints, measured emotion and pains, each with its evidence."""
    from footfall.service import drafts, exports, maps
    from footfall.service.files import check_writable, format_of, write_file

    if output is not None:
        format_of(output, ("yaml",))
        check_writable(output)  # before a map is made
    with working(data) as here:
        with busy(f"Drafting a map of {dataset} …"):
            id = drafts.draft(here.ws, here.actor, dataset)
        if output is not None:
            write_file(output, exports.export(here.ws, here.actor, id, exports.ExportFormat.YAML).content)
        drawn = maps.read(here.ws, here.actor, id)
    if form is Format.JSON:
        tell_json({"id": id, "title": drawn.header.title})
        return
    size = f"{len(drawn.stages)} stages, {len(drawn.steps)} steps, {len(drawn.cards)} cards"
    echo(f"Drafted '{drawn.header.title}' as map {id}: {size}.")
    if output is not None:
        echo(f"Wrote {output}.")
