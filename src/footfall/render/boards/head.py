"""What stands above and below every board."""

from dataclasses import dataclass
from typing import Any

from footfall.render.markdown import cleaned, literal, one_line
from footfall.render.picture import Footer, Title


@dataclass(frozen=True)
class Head:
    """The title of a board, what it is, a line of facts (n, period, filter), notes below it, and its language."""

    title: str
    kind: str
    facts: str = ""
    notes: tuple[str, ...] = ()
    empty: str = ""  # what is said in place of a board on which nothing stands
    language: str = "en"

    def framed(self) -> dict[str, Any]:
        """The fields of a sheet that every board fills alike."""
        name = one_line(self.title)
        return {
            "language": self.language,
            "title": Title(kind=one_line(self.kind), title=literal(name), facts=one_line(self.facts)),
            "footer": Footer(notes=tuple(map(one_line, self.notes))),
            "name": name,
            "description": cleaned(f"{self.kind}: {name}. {self.facts}"),
            "empty": one_line(self.empty),
        }
