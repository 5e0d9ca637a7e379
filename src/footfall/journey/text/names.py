"""Names in a file: ids and order keys that follow from what is written, and references by name."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

from fractional_indexing import FIError, generate_key_between

GONE = "~"  # before the id of a record that is not in the file any more
LONGEST_NAME = 100  # characters that a name may have to be written where it is referred to


def slug(text: str) -> str:
    """Lower-case ASCII words with hyphens, at most 48 characters; letters outside ASCII are kept apart by a hash."""
    letters = unicodedata.normalize("NFKD", text[:200])
    words = re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode().lower()).strip("-")[:40].strip("-")
    lost = any(not letter.isascii() and letter.isalnum() for letter in letters)
    if text and (lost or not words):
        words = f"{words}-{sha256(text.encode()).hexdigest()[:6]}".strip("-")
    return words


class DerivedIds:
    """Ids of records that have none in the file: type, words, and a number from the second alike on."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, kind: str, words: str) -> str:
        """The id of the next record of a type in the order of the file; `words` is its name or text."""
        base = f"{kind}-{slug(words)}".rstrip("-")
        self._seen[base] += 1
        return base if self._seen[base] == 1 else f"{base}_{self._seen[base]}"


def next_order(previous: str) -> str:
    """The order key that follows from standing below a sibling with this key ('' for the first)."""
    try:
        return str(generate_key_between(previous or None, None))
    except (FIError, ValueError, IndexError):
        return f"{previous}V"[:200]  # a key that no editor made: still one that sorts after it


class Names:
    """The records of one type that a file may refer to, by id or by a name that only one of them has."""

    def __init__(self, kind: str, names: Mapping[str, str]) -> None:
        self.kind = kind
        self.ids = tuple(names)
        self._names = dict(names)
        self._by_name: dict[str, list[str]] = {}
        for id, name in names.items():
            self._by_name.setdefault(name, []).append(id)

    def find(self, written: str) -> str | None:
        """The id that a reference means: an id, else a name that is there once; None for none or several.

        What starts with the mark of a gone record is never a name, whatever somebody called a lane.
        """
        if written in self._names:
            return written
        if written.startswith(GONE):
            return None
        named = self._by_name.get(written, [])
        return named[0] if written and len(named) == 1 else None

    def write(self, id: str) -> str:
        """How to refer to a record: by name where that is clear, else by id, with a mark when it is gone."""
        if id not in self._names:
            return id and f"{GONE}{id}"
        name = self._names[id]
        return name if _is_clear(name) and self.find(name) == id else id

    def name(self, id: str) -> str:
        """The name of a record, '' for one that is gone."""
        return self._names.get(id, "")

    @property
    def written(self) -> list[str]:
        """What may be written to refer to one of them."""
        return [self.write(id) for id in self.ids]

    def is_shared(self, name: str) -> bool:
        """Whether several records have this name."""
        return len(self._by_name.get(name, ())) > 1


def _is_clear(name: str) -> bool:
    return fits_a_key(name) and name == name.strip() and not name.startswith(GONE)


def fits_a_key(name: str) -> bool:
    """Whether a name can stand before a colon: short, on one line, visible."""
    return 0 < len(name) <= LONGEST_NAME and name.isprintable()
