"""A map as JSON: its records and those of its library as they are, for programs."""

import json
from typing import Any

from footfall.errors import InvalidChange
from footfall.exchange.brought import Brought, Written, refused
from footfall.exchange.ojf import parsed
from footfall.journey.changes import Records
from footfall.journey.document import LIBRARY_RULES, MAP_RULES
from footfall.journey.records import LIBRARY_TYPES
from footfall.journey.settling import DocumentRules, normalise

VERSION = 1


def is_whole(content: Any) -> bool:
    """Whether JSON is such a file."""
    return isinstance(content, dict) and "footfall" in content and isinstance(content.get("map"), dict)


def read_whole(text: str, name: str) -> Brought:
    """The map of a file. Raises InvalidMapFile."""
    del name
    content = parsed(text)
    if not is_whole(content) or content["footfall"] != VERSION:
        raise refused("It is no map as JSON.", expected=f"Expected are 'footfall': {VERSION}, 'map' and 'library'.")
    library = content.get("library", {})
    return Brought("json", (_records(MAP_RULES, content["map"]),), _records(LIBRARY_RULES, library))


def _records(rules: DocumentRules, found: Any) -> Records:
    try:
        return {str(id): normalise(rules, str(id), record) for id, record in found.items()}
    except InvalidChange as error:
        raise refused(str(error)) from error
    except (AttributeError, KeyError, TypeError) as error:
        raise refused("A record in it is none.", expected="A record has an id, a type and fields.") from error


def write_whole(records: Records, library: Records) -> Written:
    """The file of a map."""
    shared = {id: record for id, record in library.items() if record["type"] in LIBRARY_TYPES}
    content = {"footfall": VERSION, "map": records, "library": shared}
    return Written((json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode())
