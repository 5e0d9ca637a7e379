"""`footfall explore`."""

from typing import Annotated, Any

from typer import Argument, Option, echo

from footfall.cli import filtering
from footfall.cli.failing import Format, FormatOption
from footfall.cli.filtering import OnlyOption
from footfall.cli.naming import touchpoint_ids
from footfall.cli.serving import DataOption
from footfall.cli.telling import days, tell_json, tell_table
from footfall.cli.working import Working, working
from footfall.errors import InvalidQuestion

KINDS = (
    "reach, flow, ends, variants, journeys, customers, funnel-steps, funnel-losses, stays, behaviours, tree, steps, "
    "step-links, retention, trend, before-after, scores, themes, segments, contrast"
)


def explore(
    dataset: Annotated[str, Argument(help="The dataset's id.", show_default=False)],
    analysis: Annotated[str | None, Argument(help=f"{KINDS}.", show_default=False)] = None,
    by: Annotated[str | None, Option(help="See each event as its touchpoint, as itself (event) or channel.")] = None,
    per: Annotated[str | None, Option(help="Of a flow: count each customer once, or each event.")] = None,
    group: Annotated[
        list[str] | None, Option(help="Tell scores and themes apart by node, segment or period; may be repeated.")
    ] = None,
    attribute: Annotated[str | None, Option(help="The attribute of customers that makes the segments.")] = None,
    place: Annotated[list[str] | None, Option(help="Of a funnel and of stays: one for each place, in order.")] = None,
    closed: Annotated[
        bool | None, Option("--closed", help="Of a funnel: only paths that begin at its first place.")
    ] = None,
    within_hours: Annotated[float | None, Option(help="Of a funnel: who needed more hours did not come.")] = None,
    within: Annotated[str | None, Option(help="Of a funnel: hours since the first place, or the previous one.")] = None,
    of: Annotated[str | None, Option(help="Of stays: stay, wait, between or journey.")] = None,
    ends: Annotated[list[str] | None, Option(help="Where a journey may end; several are one place.")] = None,
    root: Annotated[list[str] | None, Option(help="Where a tree begins; several are one place.")] = None,
    backwards: Annotated[bool | None, Option("--backwards", help="Of a tree: what went before.")] = None,
    depth: Annotated[int | None, Option(help="Of a tree: steps.")] = None,
    least_share: Annotated[float | None, Option(help="Of a tree: rarer branches are told together.")] = None,
    length: Annotated[int | None, Option(help="Of steps: how many.")] = None,
    most: Annotated[int | None, Option(help="Of steps: nodes told apart; of retention: periods.")] = None,
    every: Annotated[str | None, Option(help="How long a period is: day, week, month or quarter.")] = None,
    zone: Annotated[str | None, Option(help="The time zone of periods, such as Europe/Amsterdam.")] = None,
    start: Annotated[list[str] | None, Option(help="Where retention begins; several are one place.")] = None,
    return_to: Annotated[list[str] | None, Option(help="Where who comes came back; several are one place.")] = None,
    limit: Annotated[int | None, Option(help="Rows at most.")] = None,
    request: Annotated[
        str | None, Option("--analysis", metavar="JSON", help="The whole analysis, as the API takes it.")
    ] = None,
    csv: Annotated[bool, Option("--csv", help="Write the rows as CSV.")] = False,
    only: OnlyOption = None,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Explore customers' paths: a table of numbers, each with its n."""
    from footfall.service import analyses

    told: dict[str, Any] = {"analysis": analysis, "by": by, "per": per, "limit": limit, "groups": group}
    told |= {"attribute": attribute, "closed": closed, "within": within, "within_hours": within_hours, "of": of}
    told |= {"backwards": backwards, "depth": depth, "least_share": least_share, "length": length, "most": most}
    told |= {"every": every, "zone": zone}
    places = {"ends": ends, "root": root, "start": start, "return_to": return_to}
    with working(data) as here:
        told |= {"only": filtering.only(here, only)} if only else {}
        asked = _parsed(request) if request else _asked(here, told, places, place or [])
        result = analyses.run(here.ws, here.actor, dataset, asked)
    if form is Format.JSON:
        tell_json(result)
    elif csv:
        echo(analyses.table_of(result), nl=False)
    else:
        _tell(result)


def _asked(here: Working, told: dict[str, Any], places: dict[str, list[str] | None], steps: list[str]) -> Any:
    from footfall.service import analyses

    given = {key: value for key, value in told.items() if value is not None}
    given |= {key: touchpoint_ids(here, names) for key, names in places.items() if names}
    if steps:
        each = [touchpoint_ids(here, [name]) for name in steps]
        named = [
            {"id": f"{at}", "name": name, "at": place} for at, (name, place) in enumerate(zip(steps, each, strict=True))
        ]
        given["places"] = named if given.get("analysis") == "stays" else each
    return analyses.parse(given)


def _parsed(request: str) -> Any:
    import json

    from footfall.service import analyses

    try:
        return analyses.parse(json.loads(request))
    except ValueError as error:
        raise InvalidQuestion(
            f"The analysis is no JSON: {error}.", 'Expected is such as {"analysis": "flow", "by": "event"}.'
        ) from error


def _tell(result: Any) -> None:
    from footfall.render.formats import Format as Writing
    from footfall.service.analyses import columns_of, facts_of, named

    echo(result.definition)
    echo(f"{result.customers:,} customers, {days(result.first)} to {days(result.last)}")
    keys, figures = columns_of(result)
    facts = facts_of(result)
    writing = Writing("en")
    is_contrast = any(row.contrast for row in result.rows)
    rows = [
        [*(named(result, row.key[key]) for key in keys), *(row.facts.get(name, "") for name in facts)]
        + [_said(writing, row.figures[name]) for name in figures]
        + ([_sure(row.contrast)] if is_contrast else [])
        for row in result.rows
    ]
    heads = [*keys, *facts, *(name.replace("_", " ") for name in figures), *(["differs"] if is_contrast else [])]
    tell_table(heads, rows)
    if result.more:
        echo(f"and {result.more:,} more rows: --limit shows more")
    if result.note:
        echo(result.note)


def _sure(contrast: Any) -> str:
    if contrast is None or contrast.q is None:
        return "too few"
    return f"{'yes' if contrast.differs else 'no'}, q {contrast.q:.3f}"


def _said(writing: Any, figure: Any) -> str:
    if figure.value is None:
        return "–"
    return f"{writing.measure(figure.value, figure.unit)}{'?' if figure.too_few else ''}"
