"""`footfall ask`."""

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

KINDS = "reach, flow, funnel, drop-off, duration, score, nps, late"
Place = Annotated[list[str] | None, Option(help="A touchpoint by name or id; several together are one place.")]


def ask(
    dataset: Annotated[str, Argument(help="The dataset's id.", show_default=False)],
    kind: Annotated[str | None, Argument(help=f"{KINDS}.", show_default=False)] = None,
    at: Place = None,
    source: Place = None,
    target: Place = None,
    onward: Place = None,
    place: Annotated[list[str] | None, Option(help="A touchpoint: one for each place of a funnel, in order.")] = None,
    statistic: Annotated[
        str | None, Option(help="Of a duration: median or p90; of a flow: customers, share, hours, p90 or times.")
    ] = None,
    survey_question: Annotated[
        str | None, Option(help="Of scores: which survey question; else the most answered.")
    ] = None,
    promise: Annotated[str | None, Option(help="Of a score: only answers after a promise kept or broken.")] = None,
    question: Annotated[str | None, Option(metavar="JSON", help="The whole question, as a card has it.")] = None,
    only: OnlyOption = None,
    customers: Annotated[int, Option(min=0, max=1000, help="List so many of the customers that were counted.")] = 0,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Ask customer data a question; the answer has its n and its interval."""
    from footfall.service import questions

    told = {"kind": kind, "statistic": statistic, "survey_question": survey_question, "promise": promise}
    places = {"at": at, "source": source, "target": target, "onward": onward}
    with working(data) as here:
        filtered = {"only": filtering.only(here, only)} if only else {}
        asked = _parsed(question) if question else _asked(here, told | filtered, places, place or [])
        measure = questions.ask(here.ws, here.actor, dataset, asked)
        counted = questions.population(here.ws, here.actor, dataset, asked, 0, customers) if customers else None
    if form is Format.JSON:
        tell_json({"measure": measure, "population": counted} if counted else measure)
        return
    _tell(measure)
    if counted:
        tell_table(("customer", "value", "at"), [(row.customer, row.value, row.at or "") for row in counted.rows])


def _asked(here: Working, told: dict[str, Any], places: dict[str, list[str] | None], funnel: list[str]) -> Any:
    given = {key: value for key, value in told.items() if value is not None}
    given |= {key: touchpoint_ids(here, names) for key, names in places.items() if names}
    if funnel:
        given["places"] = [touchpoint_ids(here, [name]) for name in funnel]
    return _question(given)


def _parsed(question: str) -> Any:
    import json

    try:
        given = json.loads(question)
        return _question(given if isinstance(given, dict) else {})
    except ValueError as error:
        raise InvalidQuestion(
            f"The question is no JSON: {error}.", 'Expected is such as {"kind": "reach", "at": ["tracking"]}.'
        ) from error


def _question(given: Any) -> Any:
    from pydantic import TypeAdapter, ValidationError

    from footfall.journey.questions import Question

    try:
        return TypeAdapter(Question).validate_python(given)
    except ValidationError as error:
        raise InvalidQuestion(_refusal(given, error.errors()[0]), "See `footfall ask --help`.") from error


def _refusal(given: Any, detail: Any) -> str:
    kind = given.get("kind") if isinstance(given, dict) else None
    field = str(detail["loc"][1]) if len(detail["loc"]) > 1 else ""
    option = {"places": "place"}.get(field, field).replace("_", "-")
    match detail["type"]:
        case "missing":
            return f"A question of {kind} needs --{option}."
        case "extra_forbidden":
            return f"A question of {kind} has no --{option}."
        case "too_short":
            return f"A question of {kind} needs more than one --{option}."
        case "union_tag_invalid" | "union_tag_not_found":
            return f"'{kind or ''}' is no kind of question. There are: {KINDS}."
        case _:
            return f"--{option or 'question'}: {detail['msg']}."


def _tell(measure: Any) -> None:
    echo(measure.definition)
    echo(f"{_number(measure)}, n {measure.n:,}, {measure.customers:,} customers")
    if measure.too_few:
        echo("Too few customers to say.")
    if measure.first and measure.last:
        echo(f"{days(measure.first)} to {days(measure.last)}")
    if measure.note:
        echo(measure.note)


def _number(measure: Any) -> str:
    """The number as the page and pictures write it, with its scale and its interval."""
    from footfall.render.formats import Format

    if measure.value is None:
        return "nothing to count"
    writing = Format("en")
    said = writing.measure(measure.value, measure.unit)
    if measure.unit == "score" and measure.scale:
        said += f" on {measure.scale[0]:g} to {measure.scale[1]:g}"
    if measure.low is None or measure.high is None:
        return said
    return f"{said} (95%: {writing.interval(measure.low, measure.high, measure.unit, measure.value)})"
