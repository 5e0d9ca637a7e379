"""Drafts: a first map straight from a dataset, with the library records that it needs."""

from typing import Any

from uuid_utils import uuid7

from footfall.errors import InvalidData
from footfall.journey.changes import Actor, Change, Put, Records
from footfall.journey.document import LibraryDocument
from footfall.measures.draft_outline import MOST_MOMENTS, Outline, Profile
from footfall.service import datasets, library, maps
from footfall.service.workspace import Workspace


def draft(ws: Workspace, actor: Actor, dataset: str) -> str:
    """Draft a map of a dataset; its id. Raises NotFound, InvalidData for a dataset without events, QueryLimit."""
    from footfall.measures import draft as drafting
    from footfall.measures.draft_outline import outline
    from footfall.service.asking import put_all

    named = datasets.read(ws, actor, dataset)
    has = library.read(ws, actor)
    known = _touchpoints_of_events(has)
    found = outline(_profile(ws, actor, dataset), known, taken=has.records)
    questions = drafting.questions(found)
    bound = drafting.touchpoints(found) | has.touchpoints
    told = dict(zip(questions, put_all(ws, actor, dataset, bound, questions).measures(), strict=True))
    channels = _channel_ids(has, found)
    made = drafting.draft(drafting.Dataset(dataset, named.name), found, told, channels, known.values())
    _add(ws, actor, made.library)
    return maps.create(ws, actor, made.map)


def _profile(ws: Workspace, actor: Actor, dataset: str) -> Profile:
    from footfall.measures import draft_profile as asked

    folder, manifest = datasets.find(ws, actor, dataset)
    tables = ws.engine.tables(folder.tables(manifest))
    known = asked.profile(*(tables.run(question()) for question in (asked.facts, asked.channels, asked.customers)))
    if not known.events:
        raise InvalidData(
            f"The dataset '{dataset}' has no events.", "A draft needs what customers did.", "Import a file of events."
        )
    most = sorted(known.events, key=lambda fact: (-fact.customers, fact.name))[:MOST_MOMENTS]
    return asked.with_order(known, tables.run(asked.before(tuple(fact.name for fact in most))))


def _touchpoints_of_events(has: LibraryDocument) -> dict[str, str]:
    """Events that one touchpoint of the library is, no more and no less, in all channels and without conditions."""
    found: dict[str, str] = {}
    for id, touchpoint in has.touchpoints.items():
        names = {name for binding in touchpoint.bindings for name in binding.events}
        is_all = not any(binding.channels or binding.where for binding in touchpoint.bindings)
        if is_all and len(names) == 1 and "*" not in (name := names.pop()):
            found.setdefault(name, id)
    return found


def _channel_ids(has: LibraryDocument, found: Outline) -> dict[str, str]:
    """Ids of channels that the library has under the names that the data use."""
    by_name = {channel.name.casefold(): id for id, channel in has.channels.items()}
    used = {name for moment in found.moments for name in moment.fact.channels}
    return {name: by_name[name.casefold()] for name in sorted(used) if name.casefold() in by_name}


def _add(ws: Workspace, actor: Actor, records: Records) -> None:
    if records:
        puts: Any = tuple(Put(id=id, record=record) for id, record in records.items())
        library.change(ws, actor, Change(id=str(uuid7()), ops=puts))
