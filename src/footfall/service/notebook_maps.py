"""Map files in a notebook: what stands last in a cell is shown as a picture, with its words for who does not see it."""

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from footfall.journey.checks import Finding
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.service.file_checks import check_file
from footfall.service.files import read_file

if TYPE_CHECKING:
    from footfall.render import LayoutName


@dataclass(frozen=True)
class OpenMap:
    """A map file: `map` and `library` are its documents; in a notebook it shows itself."""

    path: Path
    layout: "LayoutName | None" = None
    map: MapDocument = field(compare=False, repr=False, kw_only=True)
    library: LibraryDocument = field(compare=False, repr=False, kw_only=True)

    @property
    def title(self) -> str:
        """The map's title."""
        return self.map.header.title

    def findings(self, language: str = "en") -> tuple[Finding, ...]:
        """What the checks find in it. Raises InvalidMapFile."""
        return tuple(one.finding for one in check_file(self.path, datetime.now(UTC).date(), language))

    def _repr_html_(self) -> str:
        """The picture, as an image that runs nothing, in a notebook."""
        from footfall import render

        told = self.layout or self.map.header.layout
        painting = render.paint(render.lay_out(told, self.map, self.library, on=datetime.now(UTC).date()), "svg")
        data = base64.b64encode(painting.content).decode()
        words = escape(f"Customer journey map: {self.title}")
        return f'<img alt="{words}" style="max-width: 100%" src="data:image/svg+xml;base64,{data}">'


def open_map(path: str | Path, layout: "LayoutName | None" = None) -> OpenMap:
    """The map in a file; `layout` says how it is told, else the map itself does. Raises InvalidMapFile."""
    file = read_file(Path(path))
    return OpenMap(Path(path), layout, map=MapDocument(file.records), library=LibraryDocument(file.library))
