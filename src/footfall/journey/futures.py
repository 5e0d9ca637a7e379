"""Future maps: a copy of a map that keeps its ids, so that the two can be laid beside each other."""

from footfall.journey.changes import Records
from footfall.journey.comparing import content
from footfall.journey.fields import LINE
from footfall.journey.records import HEADER_ID, MapKind

# Nobody has agreed on the future yet, and nobody has walked it: the numbers of today are not read beside it.
OF_TODAY = frozenset({"status", "dataset"})
ENDINGS = {"nl": " (toekomst)"}


def grown(records: Records, base: str) -> Records:
    """The records of a new future map that begins as the map `base` is now, without its comments and versions."""
    header = {"title": "Untitled map"} | {
        field: value for field, value in records.get(HEADER_ID, {}).items() if field not in OF_TODAY
    }
    ending = ENDINGS.get(str(header.get("language", "en")).split("-")[0], " (future)")
    own = {
        "type": "map",
        "title": f"{header['title'][: LINE - len(ending)]}{ending}",
        "kind": MapKind.FUTURE.value,
        "base_map": base,
    }
    return content(records) | {HEADER_ID: header | own}
