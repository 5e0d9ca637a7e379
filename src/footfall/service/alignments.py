"""Alignments: what customers really do, step by step and link by link, beside what a map draws."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from footfall.errors import InvalidQuestion
from footfall.journey.changes import Actor
from footfall.journey.document import MapDocument
from footfall.journey.questions import EVERYTHING, Only
from footfall.journey.records import Touchpoint
from footfall.measures.alignment.told import AlignedCustomers, Alignment, Counted, Share, StepAlignment
from footfall.measures.alignment.words import DEFINITION, UNCOUNTED, counted_words
from footfall.service import maps
from footfall.service.questions import check_page, touchpoints_for
from footfall.service.readings import dataset_of
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.measures.alignment.telling import Telling
    from footfall.measures.answering import Span
    from footfall.service.aligning import Part
    from footfall.service.asking import Opened

Unmapped = Literal["count", "show"]
Table = Literal["steps", "links", "ad-hoc", "unmapped", "stories"]


@dataclass(frozen=True)
class Terms:
    """Which part of the data is laid beside a map; whether events that no touchpoint takes count, or only show."""

    only: Only = EVERYTHING
    unmapped: Unmapped = "count"


def of_map(ws: Workspace, actor: Actor, map_id: str, terms: Terms = Terms()) -> Alignment:
    """Lay the customers of a map's dataset beside it.

    Raises NotFound for the map, InvalidQuestion for the filter, QueryLimit, StorageFailed.
    """
    return _beside(ws, actor, map_id, terms).told(terms)


@dataclass(frozen=True)
class Page:
    """One number, and which page of its customers is wanted."""

    counted: Counted
    offset: int = 0
    limit: int = 100


def population(ws: Workspace, actor: Actor, map_id: str, page: Page, terms: Terms = Terms()) -> AlignedCustomers:
    """A page of exactly the customers that a number counts. Raises NotFound, InvalidQuestion, QueryLimit."""
    from footfall.service.aligning import customers

    check_page(page.offset, page.limit)
    beside = _beside(ws, actor, map_id, terms)
    if beside.found is None:
        raise InvalidQuestion(beside.note, "A number has customers where the map has a dataset.")
    part, telling, _ = beside.found
    total, rows = customers(part, telling, page.counted, page.offset, page.limit)
    definition = f"{counted_words(page.counted)} {part.within.words}".strip()
    return AlignedCustomers(
        counted=page.counted, definition=definition, total=total, offset=page.offset, rows=tuple(rows)
    )


def table(found: Alignment, part: Table) -> tuple[list[str], list[tuple[object, ...]]]:
    """A part of an alignment as a table: the names of its columns, and its rows."""
    names = {one.step: one.name for one in found.steps} | {"": ""}
    match part:
        case "steps":
            heads = ["step", "followed", "missing", "stopped", "ad hoc", "out of order", "again", "failed", "seen"]
            return heads, [(one.name, *_counts(one), "yes" if one.seen else "no") for one in found.steps]
        case "links":
            heads = ["from", "to", *_SHARE]
            return heads, [(names[one.source], names[one.target], *_share(one.followed)) for one in found.links]
        case "ad-hoc":
            heads = ["what", "after", "before", "customers", "events"]
            return heads, [
                (one.name, names[one.after], names[one.before], one.customers, one.events) for one in found.ad_hoc
            ]
        case "unmapped":
            return ["event", "customers", "events"], [(one.event, one.customers, one.events) for one in found.unmapped]
        case "stories":
            return ["story", *_SHARE], [(one.words, *_share(one.customers)) for one in found.stories]


_SHARE = ["customers", "of", "share", "low", "high"]


def _counts(step: StepAlignment) -> tuple[int, ...]:
    said = (step.followed, step.missing, step.stopped, step.ad_hoc, step.out_of_order)
    return *said, step.again, step.failed


def _share(share: Share) -> tuple[object, ...]:
    return share.customers, share.of, share.share, share.low, share.high


@dataclass(frozen=True)
class Beside:
    """A dataset laid beside a map, or why that cannot be."""

    dataset: str = ""
    note: str = ""
    found: "tuple[Part, Telling, Span] | None" = None
    caution: str = ""

    def told(self, terms: Terms) -> Alignment:
        """All numbers."""
        from footfall.service.asking import cautioned

        about: dict[str, Any] = {"dataset": self.dataset, "definition": DEFINITION}
        if terms.unmapped == "show":
            about["definition"] += UNCOUNTED
        if self.found is None:
            return Alignment(**about, note=self.note)
        part, telling, span = self.found
        words = part.within.words
        about |= {"note": cautioned(telling.note, self.caution), "definition": f"{about['definition']} {words}".strip()}
        return telling.alignment(**about, first=span.first, last=span.last)


def laid_beside(
    opened: "Opened", document: MapDocument, touchpoints: Mapping[str, Touchpoint], terms: Terms, dataset: str = ""
) -> Beside:
    """An open dataset laid beside a map that is at hand. Raises QueryLimit, StorageFailed."""
    from footfall.service.aligning import laid, part_of

    part = part_of(opened.tables, touchpoints, terms.only, terms.unmapped == "count")
    found = (part, laid(part, document, touchpoints), opened.span.within(terms.only))
    return Beside(dataset, found=found, caution=opened.caution)


def _beside(ws: Workspace, actor: Actor, map_id: str, terms: Terms) -> Beside:
    from footfall.measures.within import places_of_filter
    from footfall.service.asking import open_dataset

    document = maps.read(ws, actor, map_id)
    dataset, note = dataset_of(ws, actor, document)
    if note:
        return Beside(dataset, note)
    opened = open_dataset(ws, actor, dataset)
    touchpoints = touchpoints_for(ws, actor, places_of_filter(terms.only))
    return laid_beside(opened, document, touchpoints, terms, dataset)
