"""`footfall datasets` and `footfall maps`."""

from typing import Annotated, Any

from typer import Argument, Option, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.serving import DataOption
from footfall.cli.telling import days, tell_json, tell_table
from footfall.cli.working import working
from footfall.errors import InvalidRequest


def datasets(
    dataset: Annotated[str | None, Argument(help="The id of one dataset, to see its events and imports.")] = None,
    caution: Annotated[
        str | None,
        Option(metavar="TEXT", help="What a reader of any of its numbers must know; every answer then says it."),
    ] = None,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """List the datasets, or look into one."""
    from footfall.service import datasets as verbs
    from footfall.service import surveys

    figures: list[Any] = []
    with working(data) as here:
        if caution is not None:
            verbs.caution(here.ws, here.actor, _named(dataset), caution)
        found = verbs.list(here.ws, here.actor) if dataset is None else verbs.read(here.ws, here.actor, dataset)
        if dataset is not None and form is Format.TEXT:
            figures = surveys.figures(here.ws, here.actor, dataset)
    if form is Format.JSON:
        tell_json(found)
    elif isinstance(found, list):
        _tell_all(found)
    else:
        _tell_one(found, figures)


def _named(dataset: str | None) -> str:
    if dataset is None:
        raise InvalidRequest("A caution was given, but no dataset.", todo="Name one: footfall datasets ID --caution …")
    return dataset


def _tell_all(found: list[Any]) -> None:
    rows = [(one.id, one.customers, one.events, one.answers, days(one.first), days(one.last)) for one in found]
    tell_table(("id", "customers", "events", "answers", "first", "last"), rows)
    if not found:
        echo("There are no datasets yet: `footfall import FILE --into NAME` makes one.")


def _tell_one(found: Any, figures: list[Any]) -> None:
    echo(f"{found.name}: {found.customers:,} customers, {found.events:,} events, {found.answers:,} answers")
    if found.caution:
        echo(f"Mind: {found.caution}")
    tell_table(("event", "channel", "times"), [(one.event, one.channel, one.events) for one in found.names])
    tell_table(
        ("import", "file", "kept", "refused"),
        [(one.part, one.file, one.kept, one.refused) for one in found.reports],
    )
    if figures:
        tell_table(("question", "scale", "figure", "value", "weighted", "n", "n/a", "blank"), _survey(figures))


def _survey(figures: list[Any]) -> list[tuple[Any, ...]]:
    """A line for each figure of each question."""
    return [
        (
            one.question or "-",
            f"{one.scale[0]:g}-{one.scale[1]:g}{', low is good' if one.better == 'low' else ''}",
            measure.name if measure.name == "nps" else f"{one.instrument or 'rating'} {measure.name}",
            _estimate(measure.name, measure.unweighted, one.too_few),
            _estimate(measure.name, measure.weighted, one.too_few),
            one.n,
            one.not_applicable,
            one.blank,
        )
        for one in figures
        for measure in one.measures
    ]


def _estimate(name: str, told: Any, too_few: bool) -> str:
    """A number with its interval, as people write such numbers."""
    if told is None:
        return ""
    if too_few:
        return "too few to say"
    write = {"nps": "{:+.1f}", "mean": "{:.2f}", "top-two": "{:.1%}"}[name].format
    between = "" if told.low is None else f" ({write(told.low)} to {write(told.high)})"
    return f"{write(told.value)}{between}"


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
