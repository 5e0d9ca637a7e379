"""`footfall align`."""

from typing import Annotated, Any

from typer import Argument, Option, echo

from footfall.cli import filtering
from footfall.cli.failing import Format, FormatOption
from footfall.cli.filtering import OnlyOption
from footfall.cli.naming import map_id
from footfall.cli.serving import DataOption
from footfall.cli.telling import days, tell_json, tell_table
from footfall.cli.working import working
from footfall.errors import InvalidQuestion


def align(
    map: Annotated[str, Argument(help="The map's id or title.", show_default=False)],
    stories: Annotated[bool, Option("--stories", help="The commonest stories of customers who deviate.")] = False,
    links: Annotated[bool, Option("--links", help="How many customers follow each link.")] = False,
    ad_hoc: Annotated[bool, Option("--ad-hoc", help="What the map does not draw, between which steps.")] = False,
    unmapped: Annotated[bool, Option("--unmapped", help="The events that no touchpoint takes.")] = False,
    only_show: Annotated[
        bool, Option("--only-show-unmapped", help="Events that no touchpoint takes are listed and count for nothing.")
    ] = False,
    only: OnlyOption = None,
    csv: Annotated[bool, Option("--csv", help="Write the rows as CSV.")] = False,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Lay customers' paths beside a map: who follows it, and where they deviate from it."""
    from footfall.service import alignments
    from footfall.service.sheets import as_csv

    with working(data) as here:
        terms = alignments.Terms(_only(here, only), "show" if only_show else "count")
        found = alignments.of_map(here.ws, here.actor, map_id(here, map), terms)
    wanted = {"stories": stories, "links": links, "ad-hoc": ad_hoc, "unmapped": unmapped}
    part: Any = next((name for name, is_wanted in wanted.items() if is_wanted), "steps")
    if form is Format.JSON:
        tell_json(found)
    elif csv:
        echo(as_csv(*alignments.table(found, part)), nl=False)
    else:
        _tell(found, part)


def _only(here: Any, written: list[str] | None) -> Any:
    from pydantic import ValidationError

    from footfall.journey.questions import Only

    try:
        return Only.model_validate(filtering.only(here, written))
    except ValidationError as error:
        detail = error.errors()[0]
        raise InvalidQuestion(f"--only {detail['loc'][0]}: {detail['msg']}.", "See `footfall align --help`.") from error


def _tell(found: Any, part: Any) -> None:
    from footfall.service import alignments

    echo(found.definition)
    if found.note:
        echo(found.note)
    if found.fits:
        echo(f"{_share(found.fits)} fit, n {found.customers:,}; mean fit {found.fit:.2f}; {found.variants:,} variants")
        echo(f"{days(found.first)} to {days(found.last)}")
    heads, rows = alignments.table(found, part)
    tell_table(heads, [[_cell(value) for value in row] for row in rows])
    if found.without_step:
        echo(f"Customers who did no step in its place: {found.without_step:,}")
    for step in (step for step in found.steps if not step.seen):
        echo(f"No event of this dataset can show '{step.name}': it is passed over.")


def _share(share: Any) -> str:
    return f"{share.share:.1%} (95%: {share.low:.1%} to {share.high:.1%})" if share.of else "nobody"


def _cell(value: object) -> object:
    return f"{value:.1%}" if isinstance(value, float) else value
