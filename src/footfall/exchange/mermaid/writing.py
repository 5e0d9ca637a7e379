"""Map → Mermaid: what a diagram can hold stands in its statements, everything else in remarks below them."""

from collections.abc import Iterator, Mapping

from footfall.exchange.brought import Written
from footfall.exchange.mermaid.aside import Aside, write_aside
from footfall.exchange.mermaid.entities import write_text
from footfall.exchange.mermaid.reading import placeholder, read_mermaid, said_of
from footfall.exchange.mermaid.spoken import DESCRIPTION, TITLE, told_by
from footfall.exchange.mermaid.tasks import score_of
from footfall.journey.changes import RecordJson, Records
from footfall.journey.document import MapDocument
from footfall.journey.records import HEADER_ID

SPACES = "  ", "    "
KEPT = (
    "Mermaid has no place for lanes, cards, links and all that is said about them: {count} of these stand in "
    "remarks (%% footfall …), which Mermaid does not draw and Footfall reads again."
)


def write_mermaid(records: Records, library: Records) -> Written:
    """The diagram of a map; read again it gives the same records. Without need it has no remarks."""
    writing = _Writing(records, library)
    bare = writing.text(with_asides=False)
    again = read_mermaid(bare, "")
    if (again.maps, again.library) == ((records,), library):
        return Written(bare.encode())
    return Written(writing.text(with_asides=True).encode(), (KEPT.format(count=len(records) + len(library)),))


class _Writing:
    def __init__(self, records: Records, library: Records) -> None:
        self.records, self.library = records, library
        self.map = MapDocument(records)
        self.lanes = {id for id, lane in self.map.lanes.items() if lane.kind == "emotion"}
        self.cells: dict[str, dict[str, RecordJson]] = {}
        for id in self.map.cards:
            self.cells.setdefault(records[id].get("step", ""), {})[id] = records[id]

    def text(self, *, with_asides: bool) -> str:
        """All lines; an aside stands below the statement that it belongs to."""
        lines = (line for line, is_aside in self._lines() if with_asides or not is_aside)
        return "".join(f"{line}\n" for line in lines)

    def _lines(self) -> Iterator[tuple[str, bool]]:
        yield "journey", False
        for line in _head(self.records[HEADER_ID]):
            yield SPACES[0] + line, False
        yield from _asides(self.library, self.library, SPACES[0])
        loose = self._loose()
        yield from _asides((id for id in self.records if id in loose), self.records, SPACES[0])
        for stage, record in self.map.stages.items():
            yield f"{SPACES[0]}section {write_text(placeholder(self.records[stage]), ':')}", False
            yield SPACES[0] + write_aside(Aside(stage, self.records[stage])), True
            del record
            for step in self.map.steps_of(stage):
                yield from self._step(step)

    def _step(self, id: str) -> Iterator[tuple[str, bool]]:
        cards = self.cells.get(id, {})
        drawn = [card for card in cards.values() if card.get("lane") in self.lanes]
        score, actors = score_of(drawn), tuple(dict.fromkeys(filter(None, map(self._actor, drawn))))
        parts = [placeholder(self.records[id]), score]
        task = ": ".join(write_text(part, ":") for part in parts)
        names = ", ".join(write_text(actor, ":,") for actor in actors)
        yield SPACES[1] + task + (f": {names}" if names else ""), False
        yield SPACES[1] + write_aside(Aside(id, self.records[id], said_of(score, actors))), True
        yield from _asides(cards, self.records, SPACES[1])

    def _actor(self, card: RecordJson) -> str:
        return str(self.library.get(card.get("persona", ""), {}).get("name", "")).strip()

    def _loose(self) -> set[str]:
        """The records that stand below no section or task."""
        placed = {
            *self.map.stages,
            *self.map.steps,
            *(id for step in self.map.steps for id in self.cells.get(step, ())),
        }
        return self.records.keys() - placed


def _asides(ids: Iterator[str] | Mapping[str, RecordJson], records: Records, spaces: str) -> Iterator[tuple[str, bool]]:
    for id in ids:
        yield spaces + write_aside(Aside(id, records[id])), True


def _head(header: RecordJson) -> Iterator[str]:
    title = str(header.get("title", ""))
    told = told_by(str(header.get("description", "")), title)
    if title.strip():
        yield f"title {write_text(title)}"
    if TITLE in told:
        yield f"accTitle: {write_text(told[TITLE])}"
    if DESCRIPTION in told:
        yield "accDescr {"
        yield from (f"  {write_text(line, '}')}" for line in told[DESCRIPTION].split("\n"))
        yield "}"
