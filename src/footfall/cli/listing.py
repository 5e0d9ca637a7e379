"""`footfall datasets` and `footfall maps`."""

from typing import Annotated

from typer import Argument, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.serving import DataOption
from footfall.cli.telling import days, tell_json, tell_table
from footfall.cli.working import working


def datasets(
    dataset: Annotated[str | None, Argument(help="The id of one dataset, to see its events and imports.")] = None,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """List the datasets, or look into one."""
    from footfall.service import datasets as verbs

    with working(data) as here:
        found = verbs.list(here.ws, here.actor) if dataset is None else verbs.read(here.ws, here.actor, dataset)
    if form is Format.JSON:
        tell_json(found)
    elif isinstance(found, list):
        rows = [(one.id, one.customers, one.events, one.answers, days(one.first), days(one.last)) for one in found]
        tell_table(("id", "customers", "events", "answers", "first", "last"), rows)
        if not found:
            echo("There are no datasets yet: `footfall import FILE --into NAME` makes one.")
    else:
        echo(f"{found.name}: {found.customers:,} customers, {found.events:,} events, {found.answers:,} answers")
        tell_table(("event", "channel", "times"), [(one.event, one.channel, one.events) for one in found.names])
        tell_table(
            ("import", "file", "kept", "refused"),
            [(one.part, one.file, one.kept, one.refused) for one in found.reports],
        )


def maps(data: DataOption = None, form: FormatOption = Format.TEXT) -> None:
    """List the maps."""
    from footfall.service import maps as verbs

    with working(data) as here:
        found = verbs.list(here.ws, here.actor)
    if form is Format.JSON:
        tell_json(found)
        return
    rows = [(one.id, one.title, one.kind.value, one.dataset, days(one.updated_at)) for one in found]
    tell_table(("id", "title", "kind", "dataset", "changed"), rows)
    if not found:
        echo("There are no maps yet: `footfall demo` and `footfall draft DATASET` make one.")
