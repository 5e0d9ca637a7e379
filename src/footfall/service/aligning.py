"""Maps laid beside the open tables of a dataset; the latest are remembered, since tables never change."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from footfall.engine.once import Once
from footfall.engine.opened import Runs, Tables
from footfall.events.identity import pseudonym
from footfall.journey.document import MapDocument
from footfall.journey.places import Place, places_of_steps
from footfall.journey.questions import Only
from footfall.journey.records import Touchpoint
from footfall.measures.alignment.alphabet import alphabet, kinds_at
from footfall.measures.alignment.compiling import compile_map
from footfall.measures.alignment.laying import lay
from footfall.measures.alignment.tables import named_members, variants
from footfall.measures.alignment.telling import Named, Telling
from footfall.measures.alignment.told import Counted
from footfall.measures.covered import Cover
from footfall.measures.measure import Member
from footfall.measures.within import Within, within
from footfall.service.asking import combinations_of, scope

KEPT = 8  # alignments that are remembered of one dataset; one holds all its customers
_kept: WeakKeyDictionary[Tables, Once[Hashable, Telling]] = WeakKeyDictionary()
_keeping = Lock()


@dataclass(frozen=True)
class Part:
    """A part of a dataset, and whether events that no touchpoint takes cost anything there."""

    tables: Tables
    within: Within
    unmapped: bool

    @property
    def runs(self) -> Runs:
        """The tables of that part. Raises QueryLimit, StorageFailed."""
        return scope(self.tables, self.within)


def part_of(tables: Tables, touchpoints: Mapping[str, Touchpoint], only: Only, unmapped: bool) -> Part:
    """The part of a dataset that a filter leaves."""
    return Part(tables, within(only, touchpoints, combinations_of(tables)), unmapped)


def laid(part: Part, document: MapDocument, touchpoints: Mapping[str, Touchpoint]) -> Telling:
    """Lay customers beside a map."""
    places = places_of_steps(document)
    with _keeping:
        known = _kept.setdefault(part.tables, Once(KEPT))
    key = (_drawn(document, places, touchpoints), part.within, part.unmapped)
    (found,) = known.all([key], lambda _: [_lay(part, document, places, touchpoints)])
    return found


def customers(part: Part, telling: Telling, counted: Counted, offset: int, limit: int) -> tuple[int, list[Member]]:
    """How many customers a number counts, and a page of them."""
    members = telling.members(counted)
    if members is None:
        return 0, []
    rows = part.runs.page(named_members(), offset, limit, members=members).to_pylist()
    return len(members), [Member(customer=pseudonym(row["identity"]), value=row["value"]) for row in rows]


def _drawn(document: MapDocument, places: Mapping[str, Place], touchpoints: Mapping[str, Touchpoint]) -> Hashable:
    """All of a map and of the library on which an alignment depends."""
    return (
        tuple((id, one.name, one.optional, one.repeatable) for id, one in document.steps.items()),
        tuple((id, one.source, one.target, one.kind) for id, one in document.links.items()),
        tuple(places.items()),
        tuple((id, one.name, one.bindings) for id, one in touchpoints.items()),
    )


def _lay(
    part: Part, document: MapDocument, places: Mapping[str, Place], touchpoints: Mapping[str, Touchpoint]
) -> Telling:
    cover = Cover(combinations_of(part.tables), touchpoints)
    compiled = compile_map(document, kinds_at(cover, places))
    letters = alphabet(cover, places, compiled.acceptor.steps)
    found = part.runs.run(variants(), coded=letters.coded)
    return Telling(
        compiled=compiled,
        kinds=letters.kinds,
        laid=lay(compiled.acceptor, letters, found, unmapped=part.unmapped),
        named=_named(document, touchpoints),
    )


def _named(document: MapDocument, touchpoints: Mapping[str, Touchpoint]) -> Named:
    links = {id: (one.source, one.target) for id, one in document.links.items()}
    return Named(
        steps={id: step.name for id, step in document.steps.items()},
        links={id: ends for id, ends in links.items() if set(ends) <= document.steps.keys()},
        touchpoints={id: one.name for id, one in touchpoints.items()},
    )
