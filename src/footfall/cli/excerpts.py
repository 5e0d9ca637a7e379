"""`footfall excerpts`."""

from typing import Annotated, Any

from typer import Argument, Option, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.serving import DataOption
from footfall.cli.telling import days, tell_json, tell_table
from footfall.cli.working import working
from footfall.errors import InvalidRequest


def excerpts(
    dataset: Annotated[str, Argument(help="The dataset's id, as `footfall datasets` lists it.", show_default=False)],
    language: Annotated[str, Option(help="en, nl, other or unknown.")] = "",
    feeling: Annotated[str, Option(help="negative, neutral, positive or none.")] = "",
    theme: Annotated[str, Option(help="One of their themes.")] = "",
    question: Annotated[str | None, Option(help="The question that they answer.")] = None,
    search: Annotated[str, Option(metavar="WORDS", help="What the text holds, whatever its capitals.")] = "",
    limit: Annotated[int, Option(min=0, max=200, help="How many are shown.")] = 20,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """What customers wrote: with its feeling and themes, and counts of all that the options let in."""
    from pydantic import ValidationError

    from footfall.service import excerpts as verbs

    try:
        wanted = verbs.ExcerptFilter.model_validate(
            {"language": language, "feeling": feeling, "theme": theme, "question": question, "search": search}
        )
    except ValidationError as error:
        detail = error.errors()[0]
        raise InvalidRequest(
            f"--{detail['loc'][0]}: {detail['msg']}.", todo="See `footfall excerpts --help`."
        ) from None
    with working(data) as here:
        page = verbs.list(here.ws, here.actor, dataset, wanted, limit=limit)
    tell_json(page) if form is Format.JSON else _tell(page)


def _tell(page: Any) -> None:
    rows = [
        (days(one.time), one.counts_as.feeling or "", ", ".join(one.counts_as.themes), one.text) for one in page.rows
    ]
    tell_table(("day", "feeling", "themes", "excerpt"), rows)
    counts = page.counts
    feelings = ", ".join(f"{count:,} {feeling}" for feeling, count in counts.feelings.items())
    echo(f"{page.total:,} of {page.all:,} excerpts{': ' if feelings else ''}{feelings}.")
    if counts.overruled:
        echo(f"People overruled {counts.overruled:,} of them.")
    tell_table(
        ("theme", "excerpts", "mean feeling"),
        [(one.theme, one.excerpts, "" if one.feeling is None else f"{one.feeling:+.2f}") for one in counts.themes],
    )
