"""What a document says before its stages: title, persona, scenario, owner, and the like."""

import re

from footfall.exchange.markdown.blocks import Block, inline
from footfall.exchange.sketch import Sketch
from footfall.exchange.vocabulary import plain

_TITLE = re.compile(r"(?:customer |user )?(?:journey map|journey|klantreis)\s*[:–—-]\s*(.+)", re.IGNORECASE)
_PERSON = re.compile(r"(.+?)\s+[-–—]\s+(.+)")
# Label → field of the header; with a mark, the label stands before what is said.
FIELDS = {
    "scenario": "scenario",
    "situatie": "scenario",
    "context": "scenario",
    "frequency": "scenario:",
    "frequentie": "scenario:",
    "business value": "business_goal",
    "business goal": "business_goal",
    "bedrijfsdoel": "business_goal",
    "goal": "customer_goal",
    "user goal": "customer_goal",
    "customer goal": "customer_goal",
    "klantdoel": "customer_goal",
    "doel": "customer_goal",
    "expectations": "expectations",
    "verwachtingen": "expectations",
    "scope": "description:",
    "owner": "owner",
    "eigenaar": "owner",
    "team": "team",
    "point of view": "point_of_view",
    "based on": "description:",
    "gebaseerd op": "description:",
    "version": "description:",
    "versie": "description:",
    "last updated": "description:",
    "status": "description:",
    "date": "description:",
}


class Heads:
    """The head of a map while its document is read."""

    def __init__(self, map: Sketch) -> None:
        self.map = map
        self.has_title = False

    def begin(self, heading: Block) -> None:
        """A heading before the stages; the first is the title."""
        if heading.depth == 1 and not self.has_title:
            self.has_title = True
            titled = _TITLE.fullmatch(heading.text)
            self.map.header(title=titled[1] if titled else heading.text)

    def take(self, block: Block) -> bool:
        """Take what a label says; False where it has no place."""
        if block.kind != "label":
            return False
        said, label = inline(block.text), plain(block.label)
        if label in ("persona", "personas"):
            self._persona(said)
            return True
        field = FIELDS.get(label)
        if field is None or not said:
            return False
        text = f"{block.label}: {said}" if field.endswith(":") else said
        self.map.header(**{field.removesuffix(":"): text})
        return True

    def _persona(self, said: str) -> None:
        person = _PERSON.fullmatch(said)
        name, role = (person[1], person[2]) if person else (said, "")
        self.map.header(personas=[self.map.file.shared("persona", name, role=role)])
