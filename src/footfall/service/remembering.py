"""What earlier imports teach: the mapping that a file like this one was read with."""

from collections.abc import Iterator
from collections.abc import Mapping as Files
from pathlib import Path
from typing import TYPE_CHECKING

from footfall.errors import InvalidData
from footfall.events.alike import pairs
from footfall.events.dataset import DatasetFolder, ImportedPart
from footfall.events.fitting import Columns, Fit, fit
from footfall.events.mapping import Mapping
from footfall.service.apart import reading
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.events.preview import Remembered

ENOUGH = 0.6  # of the columns that a mapping names; with fewer it was made for another kind of file


def remembered(ws: Workspace, columns: tuple[str, ...], beside: Files[str, Path]) -> "Remembered | None":
    """The mapping among all imports that fits these columns best, rewritten for them; the latest of equals.

    `beside` are the other files here, by name, of which joins may bring columns.
    """
    from footfall.events.preview import Remembered

    seen = _Headers(beside)
    found = [(*one, fit(one[1].mapping, one[1].columns, columns, seen.of(one[1].mapping))) for one in _imports(ws)]
    fitting = [one for one in found if _fits(one[2])]
    if not fitting:
        return None
    dataset, part, best = max(fitting, key=lambda one: (one[2].found, one[2].likeness, one[1].report.at))
    told = {"mapping": best.mapping, "renamed": best.renamed, "lacking": best.lacking}
    return Remembered(dataset=dataset, part=part.report.part, file=part.report.file, at=part.report.at, **told)


def refit(path: Path, mapping: Mapping, beside: Files[str, Path]) -> Fit:
    """A mapping that was made for another file, for this one. Raises InvalidData when the file cannot be read."""
    columns = reading.columns(path, mapping)
    return fit(mapping, (), columns, _Headers(beside).of(mapping))


def neighbours(path: Path) -> dict[str, Path]:
    """The files in the folder of a file, by name."""
    return {one.name: one for one in path.parent.iterdir() if one.is_file()}


def _fits(found: Fit) -> bool:
    """Whether most columns are there, and one of them says who."""
    return found.found >= ENOUGH and found.mapping.customer not in found.lacking


def _imports(ws: Workspace) -> Iterator[tuple[str, ImportedPart]]:
    for path in sorted((ws.folder / "datasets").glob("*/manifest.json")):
        manifest = DatasetFolder(path.parent).read()
        for part in manifest.parts if manifest else ():
            yield path.parent.name, part


class _Headers:
    """The columns of the files beside, each looked at once, and only those that a mapping may join."""

    def __init__(self, files: Files[str, Path]) -> None:
        self._files = files
        self._columns: dict[str, tuple[str, ...]] = {}

    def of(self, mapping: Mapping) -> Columns:
        """The columns by file; none for a mapping without joins."""
        wanted = tuple(dict.fromkeys(join.file for join in mapping.joins))
        return {name: self._header(name) for name in pairs(wanted, tuple(self._files)).values()}

    def _header(self, name: str) -> tuple[str, ...]:
        if name not in self._columns:
            self._columns[name] = _header(self._files[name])
        return self._columns[name]


def _header(path: Path) -> tuple[str, ...]:
    """The columns of a file; none where it is no table."""
    try:
        return reading.columns(path)
    except InvalidData:
        return ()
