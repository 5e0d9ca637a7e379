"""Owners: which team answers for which touchpoints, stages and opportunities, and what nobody answers for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import Actor
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import LaneKind, Team, Touchpoint
from footfall.service import library, maps
from footfall.service.workspace import Workspace


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class OwnedStage(_Model):
    """A stage of a map."""

    map: str
    title: str = Field(description="The title of the map.")
    stage: str
    name: str


class OwnedRecord(_Model):
    """A touchpoint or an opportunity of the library."""

    id: str
    name: str


class Owned(_Model):
    """What one team answers for; the entry of nobody has neither an id nor a name."""

    team: str = Field("", description="The id of the team; none where the library has no team of this name.")
    name: str = Field("", description="The name of the team.")
    touchpoints: tuple[OwnedRecord, ...] = ()
    stages: tuple[OwnedStage, ...] = ()
    opportunities: tuple[OwnedRecord, ...] = ()


class Owners(_Model):
    """Who answers for what."""

    teams: tuple[Owned, ...] = Field(description="The teams of the library, then those that only have a name.")
    nobody: Owned = Field(description="What nobody answers for.")


def read(ws: Workspace, actor: Actor) -> Owners:
    """Who answers for what, over the library and the maps that the actor may read.

    A stage is answered for by the teams that own the touchpoints of its steps, and by those that its cards in lanes of
    responsibility name. An opportunity that names a person as its owner is not nobody's.
    """
    shared = library.read(ws, actor)
    documents = {one.id: maps.read(ws, actor, one.id) for one in maps.list(ws, actor)}
    return _gathered(shared.teams, [*_touchpoints(shared), *_stages(shared, documents), *_opportunities(shared)])


@dataclass(frozen=True)
class _Thing:
    """Something to answer for, with the teams that do: ids of teams, or names that are no team of the library."""

    kind: str
    told: OwnedRecord | OwnedStage
    owners: tuple[str, ...]
    is_owned: bool


def _touchpoints(shared: LibraryDocument) -> Iterator[_Thing]:
    for id, one in shared.touchpoints.items():
        owners = _owners_of(one, shared.teams)
        yield _Thing("touchpoints", OwnedRecord(id=id, name=one.name), owners, bool(owners))


def _owners_of(touchpoint: Touchpoint, teams: Mapping[str, Team]) -> tuple[str, ...]:
    if touchpoint.owner_team in teams:
        return (touchpoint.owner_team,)
    return (_named(touchpoint.team, teams),) if touchpoint.team else ()


def _named(name: str, teams: Mapping[str, Team]) -> str:
    """The id of the team of this name, in any case of letters; the name itself where there is none."""
    return next((id for id, team in teams.items() if team.name.casefold() == name.casefold()), name)


def _stages(shared: LibraryDocument, documents: Mapping[str, MapDocument]) -> Iterator[_Thing]:
    for id, document in documents.items():
        for stage, record in document.stages.items():
            owners = tuple(dict.fromkeys(_owners_of_stage(document, stage, shared)))
            told = OwnedStage(map=id, title=document.header.title, stage=stage, name=record.name)
            yield _Thing("stages", told, owners, bool(owners))


def _owners_of_stage(document: MapDocument, stage: str, shared: LibraryDocument) -> Iterator[str]:
    steps = document.steps_of(stage)
    at = [step.touchpoint for step in steps.values()]
    for card in document.cards.values():
        lane = document.lanes.get(card.lane)
        if lane is None or card.step not in steps:
            continue
        at.append(card.touchpoint)
        if lane.kind is LaneKind.RESPONSIBLE:
            yield from (team for team in card.teams if team in shared.teams)
    for touchpoint in at:
        if touchpoint in shared.touchpoints:
            yield from _owners_of(shared.touchpoints[touchpoint], shared.teams)


def _opportunities(shared: LibraryDocument) -> Iterator[_Thing]:
    for id, one in shared.opportunities.items():
        owners = tuple(team for team in one.teams if team in shared.teams)
        yield _Thing("opportunities", OwnedRecord(id=id, name=one.name), owners, bool(owners or one.owner))


def _gathered(teams: Mapping[str, Team], things: Iterable[_Thing]) -> Owners:
    all_things = list(things)
    names = dict.fromkeys(owner for one in all_things for owner in one.owners if owner not in teams)
    found = [_owned(id, team.name, all_things) for id, team in teams.items()]
    found += [_owned("", name, all_things) for name in names]
    nobody = [one for one in all_things if not one.is_owned]
    return Owners(teams=tuple(found), nobody=Owned(**_by_kind(nobody)))


def _owned(id: str, name: str, things: Iterable[_Thing]) -> Owned:
    return Owned(team=id, name=name, **_by_kind(one for one in things if (id or name) in one.owners))


def _by_kind(things: Iterable[_Thing]) -> dict[str, tuple[OwnedRecord | OwnedStage, ...]]:
    found: dict[str, tuple[OwnedRecord | OwnedStage, ...]] = {}
    for one in things:
        found[one.kind] = (*found.get(one.kind, ()), one.told)
    return found
