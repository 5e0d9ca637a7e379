"""What an insight rests on: its grade, its sources, the people behind them, and how old the newest is."""

from dataclasses import dataclass
from datetime import date

from footfall.journey.document import LibraryDocument
from footfall.journey.evidence import Grade, grade
from footfall.journey.records import Evidence, Insight


@dataclass(frozen=True)
class Rest:
    """What an insight rests on; sources that are gone count for nothing."""

    grade: Grade
    sources: tuple[str, ...]  # ids, each once
    people: int  # of all sources that say how many they cover
    newest: date | None  # the day of the newest source


def evidence_of(insight: Insight) -> tuple[Evidence, ...]:
    """Its excerpts, as a card cites them."""
    pairs = (key.partition("/") for key in insight.excerpts)
    return tuple(Evidence(source=source, excerpt=excerpt) for source, _, excerpt in pairs)


def rest_of(insight: Insight, library: LibraryDocument) -> Rest:
    """What the insight rests on, as the library is now."""
    cited = evidence_of(insight)
    ids = tuple(dict.fromkeys(one.source for one in cited if one.source in library.sources))
    sources = [library.sources[id] for id in ids]
    return Rest(
        grade=grade(cited, library.ground),
        sources=ids,
        people=sum(source.n or 0 for source in sources),
        newest=max((source.held for source in sources if source.held), default=None),
    )
