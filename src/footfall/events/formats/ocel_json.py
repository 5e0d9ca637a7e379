"""OCEL 2.0 in JSON: four lists of types, objects and events."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ijson

from footfall.errors import InvalidData
from footfall.events.formats.json_rows import Feed, sound
from footfall.events.formats.ocel import Happening, Row, open_log
from footfall.events.formats.sheet import Sheet, text_of
from footfall.events.mapping import FileMapping
from footfall.events.scanning import scan

LISTS = {"objectTypes", "eventTypes", "objects", "events"}
BEGINNING = re.compile(r'\{\s*"(objectTypes|eventTypes|objects|events)"\s*:\s*\[')
OLD = re.compile(r'\{\s*"ocel:')


def is_ocel(path: Path, text: str) -> bool:
    """Whether a file that begins with `text` holds the four lists of a log. Raises InvalidData for OCEL 1.0."""
    if OLD.match(text):
        raise InvalidData(f"{path.name} is a log in OCEL 1.0.", "OCEL 2.0 is read.", "Convert it with pm4py.")
    if not BEGINNING.match(text):
        return False
    with sound(path):
        names = {
            name
            for place, event, name in ijson.parse(Feed(path, "utf-8", bounded=False))
            if event == "map_key" and not place
        }
    return names >= LISTS


@dataclass(frozen=True)
class JsonLog:
    """A log in a JSON file."""

    path: Path
    encoding: str

    def types(self) -> dict[str, str]:
        """The type of each object."""
        with self._complete("objects"):
            return {str(one["id"]): str(one["type"]) for one in self._items("objects")}

    def facts(self, type: str) -> dict[str, Row]:
        """The first known attributes of each object of a type."""
        with self._complete("objects"):
            objects = (one for one in self._items("objects") if str(one["type"]) == type)
            return {str(one["id"]): _first_known(one, f"{type}.") for one in objects}

    def events(self) -> Iterator[Happening]:
        """The events in the file's order."""
        with self._complete("events"):
            for one in self._items("events"):
                about = one.get("relationships") or ()
                related = {str(each["objectId"]): str(each.get("qualifier") or "") for each in about}
                attributes = {str(each["name"]): text_of(each.get("value")) for each in one.get("attributes") or ()}
                yield Happening(str(one["id"]), str(one["type"]), str(one["time"]), attributes, related)

    def _items(self, name: str) -> Iterator[dict[str, Any]]:
        feed = Feed(self.path, self.encoding)
        for item in ijson.items(feed, f"{name}.item"):
            feed.whole()
            yield item

    @contextmanager
    def _complete(self, name: str) -> Iterator[None]:
        try:
            with sound(self.path):
                yield
        except (KeyError, TypeError, AttributeError) as error:
            seen = f"{self.path.name} is a damaged log: one of its {name} lacks {error}."
            raise InvalidData(seen, todo="Export the log again.") from None


def open_ocel_json(path: Path, read_as: FileMapping) -> Sheet:
    """Look at a log in JSON. Raises InvalidData."""
    seen = scan(path, longest_line=None)
    return open_log(JsonLog(path, seen.encoding), seen.fingerprint, read_as.unfold)


def _first_known(one: dict[str, Any], under: str) -> Row:
    """The attributes as they were at first; later ones are changes."""
    found: Row = {}
    for attribute in sorted(one.get("attributes") or (), key=lambda each: str(each.get("time", ""))):
        found.setdefault(f"{under}{attribute['name']}", text_of(attribute.get("value")))
    return found
