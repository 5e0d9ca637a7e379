"""Grow a future map out of a current one; its targets and its roadmap."""

from datetime import UTC, date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field
from uuid_utils import uuid7

from footfall.errors import InvalidChange
from footfall.journey.changes import Actor, Change, Set
from footfall.journey.futures import Carried, Horizon, carried_targets, grown, horizon
from footfall.journey.records import Opportunity
from footfall.service import library, maps
from footfall.service.workspace import Workspace


def grow(ws: Workspace, actor: Actor, id: str) -> str:
    """A new future map that begins as a map is now, with the same ids; its id. Raises NotFound."""
    return maps.create(ws, actor, grown(maps.read_records(ws, actor, id).records, id))


class CarriedTargets(BaseModel):
    """What measures of the current map took over from the future one."""

    model_config = ConfigDict(frozen=True)

    base: str = Field(description="The current map's id.")
    carried: tuple[Carried, ...] = Field(description="What changed there; nothing where all was so already.")


def carry_targets(ws: Workspace, actor: Actor, id: str) -> CarriedTargets:
    """Make the targets of a future map those of the current map's measures that ask the same, as one change.

    Raises NotFound for either map, InvalidChange where the map grew from none.
    """
    future = maps.read(ws, actor, id)
    base = future.header.base_map
    if not base:
        raise InvalidChange("This map grew from no other.", "Targets are carried from a future map to its current one.")
    carried = carried_targets(future.cards, maps.read(ws, actor, base).cards)
    if carried:
        ops = tuple(Set(id=one.card, field=one.field, value=one.after) for one in carried)
        maps.change(ws, actor, base, Change(id=str(uuid7()), ops=ops))
    return CarriedTargets(base=base, carried=carried)


class Planned(BaseModel):
    """An opportunity on the way to the future map."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    status: str
    due: date | None = None
    late: bool = Field(description="Whether it should have been done by now.")
    owner: str = ""
    teams: tuple[str, ...] = Field((), description="The names of the teams that answer for it.")
    maps: tuple[str, ...] = Field(description="Which of the two maps have cards that name it.")


class Stretch(BaseModel):
    """What is on one of three horizons, the first due first."""

    model_config = ConfigDict(frozen=True)

    horizon: Literal["now", "next", "later"]
    planned: tuple[Planned, ...]


class Roadmap(BaseModel):
    """The opportunities that cards of a map, or of the map that it grew from, name."""

    model_config = ConfigDict(frozen=True)

    title: str
    today: date
    stretches: tuple[Stretch, ...]
    shipped: int = Field(description="How many more are shipped.")
    dropped: int = Field(description="How many more were dropped.")


def roadmap(ws: Workspace, actor: Actor, id: str) -> Roadmap:
    """What leads from the current map to the future one, by horizon. Raises NotFound."""
    document, shared, today = maps.read(ws, actor, id), library.read(ws, actor), datetime.now(UTC).date()
    known = maps.stocked(ws, actor)
    pair = [one for one in (document.header.base_map, id) if one in known]
    named = {map: set(known[map].stock.opportunities) for map in pair}
    found = {
        one: shared.opportunities[one] for one in shared.opportunities if any(one in ids for ids in named.values())
    }
    teams = {team: one.name for team, one in shared.teams.items()}
    told = [_planned(one, found[one], [map for map in pair if one in named[map]], teams, today) for one in found]
    return Roadmap(
        title=document.header.title,
        today=today,
        stretches=tuple(_stretch(name, told, today) for name in ("now", "next", "later")),
        shipped=sum(one.status == "shipped" for one in told),
        dropped=sum(one.status == "dropped" for one in told),
    )


def _stretch(name: Horizon, told: list[Planned], today: date) -> Stretch:
    here = [one for one in told if horizon(one.status, one.due, today) == name]
    return Stretch(
        horizon=name, planned=tuple(sorted(here, key=lambda one: (one.due is None, one.due or today, one.name)))
    )


def _planned(id: str, one: Opportunity, named_by: list[str], teams: dict[str, str], today: date) -> Planned:
    return Planned(
        id=id,
        name=one.name,
        status=one.status,
        due=one.due,
        late=one.due is not None and one.due < today and one.status not in ("shipped", "dropped"),
        owner=one.owner,
        teams=tuple(teams[team] for team in one.teams if team in teams),
        maps=tuple(named_by),
    )
