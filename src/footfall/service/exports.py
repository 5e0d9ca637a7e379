"""Exports: a map as a file to print, to show or to keep."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from footfall import render
from footfall.exchange.brought import Origin
from footfall.exchange.formats import ENDINGS as EXCHANGED
from footfall.exchange.formats import KINDS, Format
from footfall.exchange.writing import write
from footfall.journey import text
from footfall.journey.changes import Actor
from footfall.journey.comparing import content
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.service import images, library, maps, readings
from footfall.service.workspace import Workspace

LONGEST_NAME = 80  # characters of a title in a file name


class ExportFormat(StrEnum):
    """What a map can be exported as."""

    PDF = "pdf"
    SVG = "svg"
    PNG = "png"
    PPTX = "pptx"
    HTML = "html"
    YAML = "yaml"
    MERMAID = Format.MERMAID.value
    MARKDOWN = Format.MARKDOWN.value
    XLSX = Format.XLSX.value
    CSV = Format.CSV.value
    JSON = Format.JSON.value
    OJF = Format.OJF.value
    CJML = Format.CJML.value


class BoardFormat(StrEnum):
    """What a board can be exported as."""

    PDF = "pdf"
    SVG = "svg"
    PNG = "png"
    CSV = "csv"


# The ending of a file's name → what it is to be.
ENDINGS: dict[str, str] = {"yml": "yaml"} | {format.value: format.value for format in ExportFormat}
ENDINGS |= {ending: format.value for ending, format in EXCHANGED.items()}
SHOWN = (ExportFormat.PDF, ExportFormat.SVG, ExportFormat.PNG, ExportFormat.PPTX, ExportFormat.HTML)


@dataclass(frozen=True)
class Export:
    """A file: its bytes, their media type, a name for it, and what could not be done as wished."""

    content: bytes
    media_type: str
    filename: str
    warnings: tuple[str, ...] = ()


def export(ws: Workspace, actor: Actor, map_id: str, format: ExportFormat, look: render.Look = render.PLAIN) -> Export:
    """A map as a file. Raises NotFound for the map, RenderFailed, and QueryLimit for its numbers."""
    if format not in SHOWN:
        return _text(ws, actor, map_id, format)
    document = maps.read(ws, actor, map_id)
    numbers = readings.of_document(ws, actor, document)
    shared = library.read(ws, actor)
    brought = images.for_paper(ws, cited_images(document, shared))
    story = render.tell(document, shared, numbers, images=brought, on=datetime.now(UTC).date())
    painting = render.show(story, format.value, look)
    missing = (numbers.note,) if document.header.dataset and numbers.note else ()
    name = filename(document, _suffix(format, look.layout or document.header.layout))
    return Export(painting.content, painting.media_type, name, missing + painting.warnings)


def _suffix(format: ExportFormat, layout: render.LayoutName) -> str:
    """The end of a file's name; it says the layout where that is not the usual one."""
    return format.value if layout == "grid" or format.value in render.WHOLE else f"{layout}.{format.value}"


def cited_images(map: MapDocument, library: LibraryDocument) -> set[str]:
    """The pictures of a map's cards and of its personas, and the logo."""
    seen = (library.personas[id].photo for id in map.header.personas if id in library.personas)
    return {*seen, library.brand.logo, *(card.image for card in map.cards.values())} - {""}


def _text(ws: Workspace, actor: Actor, map_id: str, format: ExportFormat) -> Export:
    """The map in its own or another tool's format, with the part of the library that it uses."""
    state = maps.read_records(ws, actor, map_id)
    records, document = state.records, MapDocument(state.records)
    used = text.used_library(records, library.read_records(ws, actor).records)
    if format is ExportFormat.YAML:
        return Export(text.write(records, used).encode(), "application/yaml", filename(document, "journey.yaml"))
    kind = KINDS[Format(format.value)]
    written = write(Format(format.value), content(records), used, Origin(map_id, state.seq))
    return Export(written.content, kind.media_type, filename(document, kind.ending), written.notes)


def filename(document: MapDocument, suffix: str) -> str:
    """The title in plain letters, with a suffix; every system takes such a name."""
    letters = unicodedata.normalize("NFKD", document.header.title).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:LONGEST_NAME].rstrip("-")
    return f"{name or 'map'}.{suffix}"
