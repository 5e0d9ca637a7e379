"""`footfall undo`."""

from typing import Annotated

from typer import Argument, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.serving import DataOption
from footfall.cli.telling import busy, tell_json
from footfall.cli.working import working


def undo(
    dataset: Annotated[str, Argument(help="The dataset's id, as `footfall datasets` lists it.", show_default=False)],
    part: Annotated[
        str,
        Argument(
            metavar="IMPORT", help="The import's id, as `footfall datasets DATASET` lists it.", show_default=False
        ),
    ],
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Take an import out of a dataset again; one without imports is gone."""
    from footfall.service import datasets

    with working(data) as here, busy(f"Taking {part} out of {dataset} …"):
        after = datasets.undo_import(here.ws, here.actor, dataset, part)
    if form is Format.JSON:
        tell_json({"dataset": after})
    elif after is None:
        echo(f"Took {part} out of '{dataset}'. It was its only import, so the dataset is gone.")
    else:
        left = f"{after.customers:,} customers, {after.events:,} events and {after.answers:,} answers"
        echo(f"Took {part} out of '{dataset}', which now has {left}.")
