"""`footfall bindings`."""

from collections.abc import Iterable
from typing import Annotated, Any

from typer import Argument, Exit, Option, echo

from footfall.cli.checking import FOUND
from footfall.cli.failing import Format, FormatOption
from footfall.cli.serving import DataOption
from footfall.cli.telling import aside, tell_json, tell_table
from footfall.cli.working import working


def bindings(
    dataset: Annotated[str, Argument(help="The dataset's id.", show_default=False)],
    unbound: Annotated[
        bool, Option("--unbound", help="Only events that no touchpoint takes, at least in part.")
    ] = False,
    twice: Annotated[bool, Option("--twice", help="Only events that several touchpoints take.")] = False,
    most_unbound: Annotated[
        float | None,
        Option(min=0, max=100, metavar="PERCENT", help="End with exit code 1 when more than this is unbound."),
    ] = None,
    data: DataOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Say which touchpoint each event of a dataset is bound to, and what unbound ones may be by their names."""
    from footfall.service import bindings as verbs

    with working(data) as here:
        found = verbs.read(here.ws, here.actor, dataset)
        names = _names(here)
    tell_json(found) if form is Format.JSON else _tell(found, names, unbound, twice)
    share = _percent(found.totals.unbound, found)
    if most_unbound is not None and share > most_unbound:
        aside(f"{share:.1f}% is unbound, more than {most_unbound:g}%.")
        raise Exit(FOUND)


def _names(here: Any) -> dict[str, str]:
    from footfall.service import library

    return {id: touchpoint.name for id, touchpoint in library.read(here.ws, here.actor).touchpoints.items()}


def _tell(found: Any, names: dict[str, str], unbound: bool, twice: bool) -> None:
    totals = found.totals
    echo(f"{found.name}: {totals.all.events:,} {found.counted} of {totals.all.names:,} names")
    for word, total in (("bound", totals.once), ("bound twice", totals.twice), ("unbound", totals.unbound)):
        echo(f"  {word}: {total.events:,} ({_percent(total, found):.1f}%), names: {total.names:,}")
    shown = [one for one in found.names if _is_wanted(one, unbound, twice)]
    proposed = {one.event: one for one in found.proposals}
    rows = [_row(one, found, names, proposed.get(one.event)) for one in shown]
    tell_table(("event", found.counted, "share", "touchpoints", "may be"), rows)
    if found.left_out:
        aside(f"{found.left_out:,} rarer names are not listed.")
    for idle in (one for one in found.touchpoints if one.is_idle):
        echo(f"The rules of '{idle.name}' match nothing in this dataset.")


def _is_wanted(one: Any, unbound: bool, twice: bool) -> bool:
    return not (unbound or twice) or (unbound and one.is_open) or (twice and one.twice > 0)


def _row(one: Any, found: Any, names: dict[str, str], proposal: Any) -> tuple[Any, ...]:
    all = found.totals.all.events
    taken = _listed(names.get(taken.touchpoint, taken.touchpoint) for taken in one.touchpoints)
    return one.event, one.events, f"{one.events / all if all else 0:.1%}", taken or "-", _may_be(proposal, names)


def _may_be(proposal: Any, names: dict[str, str]) -> str:
    if proposal is None:
        return ""
    if proposal.offers:
        return _listed(f"{names[offer.touchpoint]} ({offer.score:.0%})" for offer in proposal.offers)
    return f"new: {proposal.name}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _percent(total: Any, found: Any) -> float:
    return 100 * float(total.events) / found.totals.all.events if found.totals.all.events else 0.0
