"""`footfall opportunities` and `footfall evidence`."""

from typing import Annotated, Any, get_args

from typer import Argument, Option, echo

from footfall.cli.failing import Format, FormatOption
from footfall.cli.naming import map_id
from footfall.cli.serving import DataOption
from footfall.cli.telling import tell_json, tell_table
from footfall.cli.working import working
from footfall.errors import InvalidRequest


def opportunities(
    status: Annotated[str, Option(help="Only those with this status: open, planned, doing, shipped, dropped.")] = "",
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """List what to improve: how far it is, whom it concerns, its value to them and to the organisation, its effort."""
    from footfall.journey.records.card import Status
    from footfall.service import opportunity_list

    known = _checked(status, "--status", tuple(filter(None, get_args(Status))))
    with working(data) as here:
        found = opportunity_list.read(here.ws, here.actor)
    shown = [one for one in found if not known or (one.opportunity.status or "open") == known]
    if form is Format.JSON:
        tell_json(shown)
        return
    heads = ("opportunity", "status", "customers", "value", "effort", "proof", "owner")
    tell_table(heads, [_row(one) for one in shown])
    if quick := [one.opportunity.name for one in shown if one.is_quick_win]:
        echo(f"Quick wins: {', '.join(quick)}.")
    if not found:
        echo("There are no opportunities yet: on a map, a pain becomes one.")


def _row(one: Any) -> tuple[Any, ...]:
    what = one.opportunity
    value = " and ".join(filter(None, (_plain(what.customer_value), _plain(what.business_value))))
    effort = _plain(what.effort)
    return (what.name, what.status or "open", _customers(one.concerned), value, effort, one.grade.value, what.owner)


def _customers(concerned: Any) -> str:
    """How many customers it concerns, in each dataset that can tell."""
    many = len(concerned) > 1
    return ", ".join(f"{one.customers:,}{f' in {one.name}' if many else ''}" for one in concerned)


def _plain(rating: float | None) -> str:
    return "" if rating is None else f"{rating:g}"


def evidence(
    map: Annotated[str, Argument(help="The map's id or title.", show_default=False)],
    grade: Annotated[str, Option(help="Only cards of this grade: assumed, heard, counted, measured.")] = "",
    stale: Annotated[bool, Option("--stale", help="Only cards whose evidence is too old.")] = False,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """List the cards of a map by how well they are proven and how old that is, the least proven first."""
    from datetime import UTC, datetime

    from footfall.journey.evidence import Grade
    from footfall.service import proofs

    wanted = _checked(grade, "--grade", tuple(one.value for one in Grade))
    with working(data) as here:
        found = proofs.of_map(here.ws, here.actor, map_id(here, map), datetime.now(UTC).date())
    shown = [one for one in found if wanted in ("", one.grade.value) and (one.stale or not stale)]
    if form is Format.JSON:
        tell_json(shown)
        return
    tell_table(("grade", "days old", "step", "lane", "card"), [_card(one) for one in shown])
    counts = ", ".join(f"{sum(one.grade is each for one in found):,} {each.value}" for each in Grade)
    echo(f"{len(shown):,} of {len(found):,} cards: {counts}, {sum(bool(one.stale) for one in found):,} stale.")


STALE = {"": "", "interval": ", stale", "release": ", stale since a release"}


def _card(one: Any) -> tuple[Any, ...]:
    age = "" if one.days is None else f"{one.days:,}{STALE[one.stale]}"
    return (one.grade.value, age, one.step, one.lane, " ".join(one.text.split()))


def _checked(written: str, option: str, known: tuple[str, ...]) -> str:
    if written and written not in known:
        raise InvalidRequest(f"{option} is '{written}'.", f"One of {', '.join(known)} is expected.")
    return written
