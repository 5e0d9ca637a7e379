"""Map → Markdown: a heading, what is said of the map, and one table with a row for each step."""

from collections.abc import Iterator

from footfall.exchange.brought import Written
from footfall.exchange.leftovers import left_out
from footfall.exchange.wording import HELD, heading_of, line_of
from footfall.journey.changes import Records
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import Lane

TEXTS = {
    "Scenario": "scenario",
    "Customer goal": "customer_goal",
    "Expectations": "expectations",
    "Business goal": "business_goal",
    "Owner": "owner",
    "Team": "team",
}
KEPT = {
    "map": {"title", "description", "personas", *TEXTS.values()},
    "stage": {"name"},
    "step": {"name"},
    "lane": {"kind", "name"},
    "card": HELD - {"span"},
}


def write_markdown(records: Records, library: Records) -> Written:
    """The table of a map; what it has no place for is named."""
    map, shared = MapDocument(records), LibraryDocument(library)
    lines = [*_head(map, shared), "", *_table(map, shared), *_tray(map, shared)]
    return Written(("\n".join(lines) + "\n").encode(), left_out(records, KEPT, "A Markdown table"))


def _head(map: MapDocument, library: LibraryDocument) -> Iterator[str]:
    yield f"# {_flat(map.header.title)}"
    if map.header.description:
        yield from ("", map.header.description)
    for id in map.header.personas:
        if persona := library.personas.get(id):
            yield from ("", f"**Persona**: {_flat(' - '.join(filter(None, (persona.name, persona.role))))}")
    for label, field in TEXTS.items():
        if said := getattr(map.header, field):
            yield from ("", f"**{label}**: {_flat(said)}")


def _table(map: MapDocument, library: LibraryDocument) -> Iterator[str]:
    heads = ["Stage", "Step", *(heading_of(lane) for lane in map.lanes.values())]
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for id, step in map.steps.items():
        cells = (_cell(map, library, lane, id) for lane in map.lanes)
        yield _row([map.stages[step.stage].name, step.name, *cells])


def _cell(map: MapDocument, library: LibraryDocument, lane: str, step: str) -> str:
    return "\n".join(line_of(card, map.lanes[lane], library) for card in map.cards_in(lane, step).values())


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(_escaped(cell) for cell in cells)} |"


def _escaped(cell: str) -> str:
    return "<br>".join(cell.replace("|", "\\|").splitlines())


def _flat(text: str) -> str:
    return " ".join(text.split())


def _tray(map: MapDocument, library: LibraryDocument) -> Iterator[str]:
    if map.tray:
        yield from ("", "**Not placed**:", "")
        yield from (f"- {_flat(line_of(card, Lane(), library))}" for card in map.tray.values())
