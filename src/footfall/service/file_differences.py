"""What differs between two map files, in words and as a picture."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from footfall.journey.changes import Records
from footfall.journey.comparing import Difference, compare
from footfall.journey.matching import matched
from footfall.journey.records import LIBRARY_TYPES
from footfall.service.files import read_file

if TYPE_CHECKING:
    from footfall.render import Painting
    from footfall.render.tokens import Theme


@dataclass(frozen=True)
class FileDifference:
    """Two map files beside each other; records of the later one have the ids of the earlier one."""

    before: Records
    after: Records
    library: Records
    found: tuple[Difference, ...]


def compare_files(before: Path, after: Path) -> FileDifference:
    """What differs between two map files, in their maps and in the libraries beside these. Raises InvalidMapFile."""
    old, new = read_file(before), read_file(after)
    library = matched(old.library, new.library)
    both = matched({**old.library, **old.records}, {**new.library, **new.records})
    map = {id: record for id, record in both.items() if record["type"] not in LIBRARY_TYPES}
    shared = {**old.library, **library}
    found = compare(old.records, map, shared) + compare(old.library, library)
    return FileDifference(old.records, map, shared, found)


def paint_difference(difference: FileDifference, format: str, on: date, theme: "Theme" = "light") -> "Painting":
    """The later map with what was added, removed, changed and moved. Raises RenderFailed."""
    from footfall.render import paint
    from footfall.render.differing import compose_difference

    picture = compose_difference(difference.before, difference.after, difference.library, difference.found, on=on)
    return paint(picture, format, theme)
