"""`footfall explore`."""

from typing import Annotated, Any

from typer import Argument, Option, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.serving import DataOption
from footfall.cli.telling import days, tell_json, tell_table
from footfall.cli.working import working
from footfall.errors import InvalidQuestion

KINDS = "reach, flow, scores, themes"


def explore(
    dataset: Annotated[str, Argument(help="The dataset's id.", show_default=False)],
    analysis: Annotated[str | None, Argument(help=f"{KINDS}.", show_default=False)] = None,
    by: Annotated[str | None, Option(help="See each event as its touchpoint, as itself (event) or channel.")] = None,
    per: Annotated[str | None, Option(help="Of a flow: count each customer once, or each event.")] = None,
    group: Annotated[
        list[str] | None, Option(help="Tell scores and themes apart by node, segment or period; may be repeated.")
    ] = None,
    attribute: Annotated[str | None, Option(help="The attribute of customers that makes the segments.")] = None,
    every: Annotated[str | None, Option(help="How long a period is: day, week, month or quarter.")] = None,
    limit: Annotated[int | None, Option(help="Rows at most.")] = None,
    request: Annotated[
        str | None, Option("--analysis", metavar="JSON", help="The whole analysis, as the API takes it.")
    ] = None,
    csv: Annotated[bool, Option("--csv", help="Write the rows as CSV.")] = False,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Explore customers' paths: a table of numbers, each with its n."""
    from footfall.service import analyses

    told: dict[str, Any] = {"analysis": analysis, "by": by, "per": per, "limit": limit}
    told |= {"groups": group, "attribute": attribute, "every": every}
    asked = _parsed(request) if request else _analysis({key: value for key, value in told.items() if value is not None})
    with working(data) as here:
        result = analyses.run(here.ws, here.actor, dataset, asked)
    if form is Format.JSON:
        tell_json(result)
    elif csv:
        echo(analyses.table_of(result), nl=False)
    else:
        _tell(result)


def _parsed(request: str) -> Any:
    import json

    try:
        return _analysis(json.loads(request))
    except ValueError as error:
        raise InvalidQuestion(
            f"The analysis is no JSON: {error}.", 'Expected is such as {"analysis": "flow", "by": "event"}.'
        ) from error


def _analysis(given: Any) -> Any:
    from pydantic import TypeAdapter, ValidationError

    from footfall.journey.analyses import Analysis

    try:
        return TypeAdapter(Analysis).validate_python(given)
    except ValidationError as error:
        raise InvalidQuestion(_refusal(given, error.errors()[0]), "See `footfall explore --help`.") from error


def _refusal(given: Any, detail: Any) -> str:
    kind = given.get("analysis") if isinstance(given, dict) else None
    place = ".".join(str(part) for part in detail["loc"][1:])
    match detail["type"]:
        case "union_tag_invalid" | "union_tag_not_found" | "model_attributes_type":
            return f"'{kind or ''}' is no analysis. There are: {KINDS}."
        case "missing":
            return f"A {kind} analysis needs {place}."
        case "extra_forbidden":
            return f"A {kind} analysis has no {place}."
        case _:
            return f"{place}: {detail['msg']}."


def _tell(result: Any) -> None:
    from footfall.render.formats import Format as Writing
    from footfall.service.analyses import columns_of

    echo(result.definition)
    echo(f"{result.customers:,} customers, {days(result.first)} to {days(result.last)}")
    keys, figures = columns_of(result)
    writing = Writing("en")
    rows = [
        [*(result.names.get(row.key[key], row.key[key]) for key in keys)]
        + [_said(writing, row.figures[name]) for name in figures]
        for row in result.rows
    ]
    tell_table([*keys, *(name.replace("_", " ") for name in figures)], rows)
    if result.more:
        echo(f"and {result.more:,} more rows: --limit shows more")
    if result.note:
        echo(result.note)


def _said(writing: Any, figure: Any) -> str:
    if figure.value is None:
        return "–"
    return f"{writing.measure(figure.value, figure.unit)}{'?' if figure.too_few else ''}"
