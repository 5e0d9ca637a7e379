"""Map files put in canonical form, and two that grew from one put together."""

from dataclasses import dataclass
from pathlib import Path

from footfall.errors import InvalidMapFile
from footfall.journey import text
from footfall.journey.changes import Records
from footfall.journey.comparing import Difference
from footfall.journey.records import LIBRARY_TYPES
from footfall.journey.three_way import merge
from footfall.service.files import content_of, naming


def tidy(path: Path) -> str:
    """The file in canonical form, with its remarks and the order of its keys. Raises InvalidMapFile."""
    with naming(path):
        content = content_of(path)
        file = text.read(content)
        return text.rewrite(content, file.records, file.library)


@dataclass(frozen=True)
class FileMerge:
    """A merged file; with conflicts it has marks where both sides changed the same, and a sentence for each."""

    content: str
    conflicts: tuple[Difference, ...] = ()
    unreadable: InvalidMapFile | None = None

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left to decide."""
        return not self.conflicts and self.unreadable is None


def merge_files(base: Path, ours: Path, theirs: Path) -> FileMerge:
    """Ours with what theirs changed since base, which may be empty.

    A side that cannot be read is merged line by line, and said. Raises InvalidMapFile where a file cannot be opened.
    """
    paths = (base, ours, theirs)
    texts = [content_of(path) for path in paths]
    try:
        return _merged(texts, [_document(content, path) for content, path in zip(texts, paths, strict=True)])
    except InvalidMapFile as error:
        return FileMerge(text.marked(texts[1], texts[2]), unreadable=error)


def _merged(texts: list[str], documents: list[Records]) -> FileMerge:
    base, ours, theirs = texts
    merged = merge(*documents)
    known = [one.text for one in text.remarks(base)] if base.strip() else []
    sides = (text.with_remarks(_written(ours, side), theirs, known) for side in (merged.ours, merged.theirs))
    return FileMerge(text.marked(*sides) if merged.conflicts else next(sides), merged.conflicts)


def _document(content: str, name: Path) -> Records:
    """The records of a map and of the library beside it; nothing for an empty file."""
    if not content.strip():
        return {}
    with naming(name):
        file = text.read(content)
    return file.library | file.records


def _written(like: str, records: Records) -> str:
    library = {id: record for id, record in records.items() if record["type"] in LIBRARY_TYPES}
    return text.rewrite(like, {id: record for id, record in records.items() if id not in library}, library)
