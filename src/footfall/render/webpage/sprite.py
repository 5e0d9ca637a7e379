"""Icons, faces, signs and images of a page: each stands in it once, however often it is shown."""

from dataclasses import dataclass, field
from html import escape

from footfall.journey.evidence import Grade
from footfall.render.picture import Image
from footfall.render.typesetting import ICONS

# The four grades fill up as proof grows.
MARKS = {
    Grade.ASSUMED: '<circle cx="7" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.3" '
    'stroke-dasharray="2.2 1.7"/>',
    Grade.HEARD: '<circle cx="7" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.2"/>'
    '<path d="M7 1.6a4.4 4.4 0 0 0 0 8.8z" fill="currentColor"/>',
    Grade.COUNTED: '<circle cx="7" cy="6" r="4.4" fill="currentColor"/>',
    Grade.MEASURED: '<path d="M.7 2.8v6.4M13.3 2.8v6.4M.7 6h12.6" stroke="currentColor" stroke-width="1.4" '
    'stroke-linecap="round"/><circle cx="7" cy="6" r="3.2" fill="currentColor"/>',
}
EYES = '<path d="M9 8.3v2.2M15 8.3v2.2"/>'
FACES = {
    -2: '<path d="M6.6 7.4 10 9.3M17.4 7.4 14 9.3M7.6 18C9 13.4 15 13.4 16.4 18"/>'
    '<path d="M8.8 11.4v.01M15.2 11.4v.01" stroke-width="2.8"/>',
    -1: f'{EYES}<path d="M8 16.8C10 14.4 14 14.4 16 16.8"/>',
    0: f'{EYES}<path d="M8 15.6h8"/>',
    1: f'{EYES}<path d="M7.6 14.4C9.6 17.6 14.4 17.6 16.4 14.4"/>',
    2: '<path d="M6.8 10.2C7.6 7.8 10.2 7.8 11 10.2M13 10.2C13.8 7.8 16.4 7.8 17.2 10.2"/>'
    '<path class="smile" d="M6.4 13.2H17.6C17.4 20.4 6.6 20.4 6.4 13.2z"/>',
}
FEELINGS = {-2: "worst", -1: "bad", 0: "even", 1: "good", 2: "best"}
OUTLINE = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'


@dataclass
class Sprite:
    """What was shown so far."""

    _symbols: dict[str, str] = field(default_factory=dict)
    _ids: dict[str, str] = field(default_factory=dict)

    def icon(self, name: str) -> str:
        """An icon; it always stands beside its word."""
        id = self._id("icon", name)
        if id not in self._symbols:
            path = ICONS / f"{name}.svg"
            inner = _inner((path if name and path.is_file() else ICONS / "circle.svg").read_text(encoding="utf-8"))
            self._symbols[id] = f'<symbol id="{id}" viewBox="0 0 24 24" {OUTLINE}>{inner}</symbol>'
        return f'<svg class="icon" aria-hidden="true"><use href="#{id}"/></svg>'

    def mark(self, grade: Grade, word: str) -> str:
        """The sign of a grade."""
        id = self._id("mark", grade.value)
        self._symbols.setdefault(id, f'<symbol id="{id}" viewBox="0 0 14 12">{MARKS[grade]}</symbol>')
        return f'<svg class="mark mark-{grade.value}" role="img" aria-label="{escape(word)}"><use href="#{id}"/></svg>'

    def face(self, score: int, place: str = "") -> str:
        """A face, in a chart at a place."""
        id = self._id("face", str(score))
        disc = '<circle cx="12" cy="12" r="12" fill="currentColor"/>'
        self._symbols.setdefault(
            id, f'<symbol id="{id}" viewBox="0 0 24 24">{disc}<g class="features">{FACES[score]}</g></symbol>'
        )
        return f'<svg class="face {FEELINGS[score]}" aria-hidden="true"{place}><use href="#{id}"/></svg>'

    def image(self, name: str, image: Image, alt: str, kind: str = "image") -> str:
        """A picture that somebody brought, with what it shows in words."""
        id = self._id("image", name)
        size = f'width="{image.width}" height="{image.height}"'
        href = f"data:{image.media_type};base64,{image.data}"
        box = f'viewBox="0 0 {image.width} {image.height}"'
        cut = ' preserveAspectRatio="xMidYMid slice"' if kind == "photo" else ""
        self._symbols.setdefault(id, f'<symbol id="{id}" {box}{cut}><image {size} href="{href}"/></symbol>')
        shape = "" if kind == "photo" else f" {box}"
        return f'<svg class="{kind}"{shape} role="img" aria-label="{escape(alt)}"><use href="#{id}"/></svg>'

    def symbols(self) -> str:
        """All that was shown, for the page's beginning."""
        return f'<svg class="sprite" aria-hidden="true" width="0" height="0">{"".join(self._symbols.values())}</svg>'

    def _id(self, kind: str, name: str) -> str:
        return self._ids.setdefault(f"{kind} {name}", f"{kind}-{len(self._ids)}")


def _inner(svg: str) -> str:
    """What stands in an SVG, without itself."""
    return svg[svg.index(">", svg.index("<svg")) + 1 : svg.rindex("</svg>")].strip()
