"""A deck as a PPTX file of native shapes, tables and charts, with titles and alternative texts."""

import io
from base64 import b64decode
from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from footfall.render.slides.charts import chart_data, dress
from footfall.render.slides.deck import Box, Curves, Deck, Grid, Photo, Place, Slide
from footfall.render.slides.lines import line
from footfall.render.slides.packing import packed
from footfall.render.slides.paragraphs import NAMESPACES, Ink, colour, emu, paragraphs
from footfall.render.slides.tables import table
from footfall.render.slides.template import TITLED, new_presentation
from footfall.render.tokens import THEMES, Theme, branded
from footfall.render.typesetting import Painting

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
SHAPES = {
    "rectangle": "rect",
    "disc": "ellipse",
    "arrow": "chevron",
    "first-arrow": "homePlate",
}
SHARP = '<a:gd name="adj" fmla="val 24000"/>'  # how far an arrow points
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def write(deck: Deck, theme: Theme) -> Painting:
    """The file."""
    tokens = branded(THEMES[theme], deck.accent)
    presentation = new_presentation(deck, tokens)
    for slide in deck.slides:
        _Writer(presentation, deck, tokens, slide).write()
    kept = io.BytesIO()
    presentation.save(kept)
    return Painting(packed(kept.getvalue()), MEDIA_TYPE, deck.remarks)


class _Writer:
    """Puts one slide into a presentation."""

    def __init__(self, presentation: Any, deck: Deck, tokens: Mapping[str, str], slide: Slide) -> None:
        self.deck, self.tokens, self.slide = deck, tokens, slide
        self.painted = presentation.slides.add_slide(presentation.slide_layouts[TITLED])
        self.ink = Ink(tokens, deck.language, self._relation)
        self._relations: dict[str, str] = {}

    def write(self) -> None:
        """Title, things from back to front, notes."""
        self._write_title()
        for thing in self.slide.things:
            self._writers()[thing.kind](thing)
        if self.slide.notes:
            frame = self.painted.notes_slide.notes_text_frame
            if frame is not None:
                frame.text = self.slide.notes

    def _writers(self) -> Mapping[str, Callable[[Any], None]]:
        return {"box": self._box, "photo": self._photo, "grid": self._grid, "curves": self._curves}

    def _write_title(self) -> None:
        title = self.painted.shapes.title
        if title is None:
            return
        _put(title, self.slide.title_at)
        words = line(self.slide.title, self.slide.title_size, bold=True)
        body = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr>'
        self._fill_body(title, body, paragraphs([words], self.ink))

    def _box(self, box: Box) -> None:
        number = len(self.painted.shapes._spTree) + 1
        name = escape(" ".join(box.name.split())[:200])
        told = f'<p:cNvPr id="{number}" name="{name}">{"" if _says(box) else DECORATIVE}</p:cNvPr>'
        kind = "<p:cNvSpPr/>" if box.fill else '<p:cNvSpPr txBox="1"/>'
        point = SHARP if box.shape.endswith("arrow") else ""
        shape = f'<a:prstGeom prst="{SHAPES[box.shape]}"><a:avLst>{point}</a:avLst></a:prstGeom>'
        fill = colour(box.fill, self.tokens) if box.fill else "<a:noFill/>"
        anchor = "ctr" if box.middle else "t"
        body = (
            f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
        )
        self._append(
            f"<p:sp {NAMESPACES}><p:nvSpPr>{told}{kind}<p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{_frame(box.at)}{shape}{fill}<a:ln><a:noFill/></a:ln></p:spPr>"
            f"<p:txBody>{body}<a:lstStyle/>{paragraphs(box.lines, self.ink)}</p:txBody></p:sp>"
        )

    def _photo(self, photo: Photo) -> None:
        from pptx.enum.shapes import MSO_AUTO_SHAPE_TYPE

        image = self.deck.images[photo.image]
        at = photo.at if photo.disc else _inside(photo.at, image.width / max(image.height, 1))
        picture = self.painted.shapes.add_picture(io.BytesIO(b64decode(image.data)), *_emus(at))
        if photo.disc:
            picture.auto_shape_type = MSO_AUTO_SHAPE_TYPE.OVAL
            _crop(picture, image.width, image.height)
        _describe(picture, photo.alt, photo.alt)

    def _grid(self, grid: Grid) -> None:
        from pptx.oxml import parse_xml

        frame = self.painted.shapes.add_table(1, 1, *_emus(grid.at))
        old = frame._element.graphic.graphicData.tbl
        old.getparent().replace(old, parse_xml(table(grid, self.ink)))
        _describe(frame, grid.name, grid.alt)

    def _curves(self, curves: Curves) -> None:
        from pptx.enum.chart import XL_CHART_TYPE

        frame = self.painted.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *_emus(curves.at), chart_data(curves))
        dress(frame.chart, curves, self.tokens)
        _describe(frame, curves.name, curves.alt)

    def _append(self, element: str) -> None:
        from pptx.oxml import parse_xml

        self.painted.shapes._spTree.append(parse_xml(element))

    def _fill_body(self, shape: Any, body: str, written: str) -> None:
        from pptx.oxml import parse_xml

        new = parse_xml(f"<p:txBody {NAMESPACES}>{body}<a:lstStyle/>{written}</p:txBody>")
        shape._element.replace(shape._element.txBody, new)

    def _relation(self, target: str) -> str:
        from pptx.opc.constants import RELATIONSHIP_TYPE

        if target not in self._relations:
            part = self.painted.part
            self._relations[target] = part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._relations[target]


def _says(box: Box) -> bool:
    return any(one.spans for one in box.lines)


def _frame(at: Place) -> str:
    x, y, width, height = _emus(at)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _emus(at: Place) -> tuple[int, int, int, int]:
    return emu(at.x), emu(at.y), emu(at.width), emu(at.height)


def _put(shape: Any, at: Place) -> None:
    shape.left, shape.top, shape.width, shape.height = _emus(at)


def _inside(at: Place, ratio: float) -> Place:
    """The largest place of a ratio in the middle of another."""
    width = min(at.width, at.height * ratio)
    height = width / ratio
    return Place(x=at.x + (at.width - width) / 2, y=at.y + (at.height - height) / 2, width=width, height=height)


def _crop(picture: Any, width: int, height: int) -> None:
    """Cut to a square: the middle of a wide one, the upper part of a high one, where faces are."""
    if width > height:
        picture.crop_left = picture.crop_right = (1 - height / width) / 2
    else:
        picture.crop_bottom = 1 - width / height


def _describe(shape: Any, name: str, alt: str) -> None:
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", name[:200])
    properties.set("descr", alt)
