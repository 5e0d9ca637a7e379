"""Bindings: which events of a dataset the library's touchpoints take, which none takes, and what those may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from footfall.journey.changes import Actor
from footfall.journey.questions import Reach
from footfall.journey.records import Binding, Touchpoint
from footfall.measures.covered import SHOWN, BoundEvent, BoundTouchpoint, Cover, EventTotals, TakenBy
from footfall.measures.likeness import BindingProposal, proposals
from footfall.measures.measure import Told
from footfall.measures.places import Combination
from footfall.service import datasets, library
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.engine.opened import Tables

VALUES = 100  # values of an attribute that are listed to choose from
TRIED = "tried"  # under this id a rule is asked about before any touchpoint has it

Counted = Literal["events", "answers"]


class KnownAttribute(Told):
    """What events carry beside their names."""

    name: str = Field(description="The attribute's name.")
    values: tuple[str, ...] = Field(description=f"Its values, the most frequent first, {VALUES} at most.")


class Bindings(Told):
    """How a dataset and the library's touchpoints fit together."""

    dataset: str = Field(description="The dataset's id.")
    name: str = Field(description="The dataset's name.")
    version: str = Field(description="Changes when the data change.")
    counted: Counted = Field(description="What is counted: events, or answers where the dataset has no events.")
    customers: int = Field(ge=0, description="Customers with what is counted.")
    totals: EventTotals
    names: tuple[BoundEvent, ...] = Field(description="Every event name, the most frequent first.")
    left_out: int = Field(0, ge=0, description=f"Event names beyond the first {SHOWN:,}, which are not listed.")
    touchpoints: tuple[BoundTouchpoint, ...] = Field(description="Every touchpoint that has bindings.")
    proposals: tuple[BindingProposal, ...] = Field(
        description="What events that are unbound, at least in part, may be."
    )
    channels: tuple[str, ...] = Field(description="The channels, as the data write them.")
    attributes: tuple[KnownAttribute, ...] = Field((), description="What rules may ask of events beside their names.")


class TriedRule(Told):
    """What a rule would match, before it is one."""

    counted: Counted
    events: int = Field(ge=0, description="Events that it matches.")
    customers: int = Field(ge=0, description="Customers with such events.")
    names: tuple[str, ...] = Field(description="The names of these events, the most frequent first.")
    new: int = Field(ge=0, description="Those of them that no touchpoint takes yet.")
    beside: tuple[TakenBy, ...] = Field(description="Other touchpoints that take some of them already.")


def read(ws: Workspace, actor: Actor, dataset: str) -> Bindings:
    """How the library's bindings fit a dataset. Raises NotFound, QueryLimit, StorageFailed."""
    known = _known(ws, actor, dataset)
    cover = Cover(known.combinations, library.read(ws, actor).touchpoints)
    names = cover.names(known.customers)
    open_names = [one.event for one in names if one.is_open]
    return Bindings(
        dataset=dataset,
        name=known.name,
        version=known.version,
        counted=known.counted,
        customers=known.everybody,
        totals=cover.totals(),
        names=names[:SHOWN],
        left_out=max(0, len(names) - SHOWN),
        touchpoints=cover.bound(),
        proposals=proposals(open_names, cover.touchpoints),
        channels=tuple(sorted({one.channel for one in known.combinations if one.channel})),
        attributes=_attributes(known.combinations),
    )


def try_rule(ws: Workspace, actor: Actor, dataset: str, binding: Binding, touchpoint: str = "") -> TriedRule:
    """What a rule of this touchpoint would match; nothing is stored. Raises NotFound, QueryLimit, StorageFailed."""
    known = _known(ws, actor, dataset)
    cover = Cover(known.combinations, library.read(ws, actor).touchpoints)
    matched = cover.matched(binding)
    counts: dict[str, int] = {}
    for one in matched:
        counts[one.event] = counts.get(one.event, 0) + one.events
    return TriedRule(
        counted=known.counted,
        events=sum(counts.values()),
        customers=_customers(ws, actor, dataset, binding) if known.counted == "events" else 0,
        names=tuple(sorted(counts, key=lambda name: (-counts[name], name))[:SHOWN]),
        new=sum(one.events for one in matched if not cover.takers[one.number]),
        beside=cover.beside(matched, touchpoint),
    )


@dataclass(frozen=True)
class _Known:
    """What a dataset holds, as bindings see it."""

    name: str
    version: str
    counted: Counted
    combinations: Sequence[Combination]
    customers: Mapping[str, int]  # by event name
    everybody: int


def _known(ws: Workspace, actor: Actor, dataset: str) -> _Known:
    from footfall.measures import binding_facts as asked
    from footfall.service.asking import combinations_of

    folder, manifest = datasets.find(ws, actor, dataset)
    tables = ws.engine.tables(folder.tables(manifest))
    combinations = combinations_of(tables)
    counted: Counted = "events" if any(one.events for one in combinations) else "answers"
    who, everybody = _facts(tables, counted)
    if counted == "answers":
        answers = {row["combination"]: row["answers"] for row in _once(tables, asked.answers)}
        combinations = tuple(replace(one, events=answers.get(one.number, 0)) for one in combinations)
    happened = {one.event for one in combinations if one.events}
    # Answers name an event without its channel and attributes: beside events of that name this says nothing.
    combinations = tuple(one for one in combinations if one.events or one.event not in happened)
    return _Known(manifest.name, manifest.version, counted, combinations, who, everybody)


def _facts(tables: "Tables", counted: Counted) -> tuple[dict[str, int], int]:
    from footfall.measures import binding_facts as asked

    by_name = {row["event"]: row["customers"] for row in _once(tables, asked.customers_by_name[counted])}
    (everybody,) = _once(tables, asked.everybody[counted])
    return by_name, everybody["customers"]


def _once(tables: "Tables", question: Any) -> Any:
    """The rows of an answer that does not change with the library."""
    (rows,) = tables.found.all([question], lambda _: [tables.run(question()).to_pylist()])
    return rows


def _customers(ws: Workspace, actor: Actor, dataset: str, binding: Binding) -> int:
    from footfall.service.asking import put_all

    tried = {TRIED: Touchpoint(name=TRIED, bindings=(binding,))}
    (reached,) = put_all(ws, actor, dataset, tried, [Reach(at=(TRIED,))]).measures()
    return round((reached.value or 0) * reached.n)


def _attributes(combinations: Sequence[Combination]) -> tuple[KnownAttribute, ...]:
    counts: dict[str, dict[str, int]] = {}
    for one in combinations:
        for name, value in one.attributes:
            values = counts.setdefault(name, {})
            values[value] = values.get(value, 0) + one.events
    return tuple(KnownAttribute(name=name, values=_frequent(counts[name])) for name in sorted(counts))


def _frequent(values: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(values, key=lambda value: (-values[value], value))[:VALUES])
