"""CJML 2.0 (SINTEF): journeys of communication points between two actors, and actions of one, in phases.

Element names as cjml.no prints them, and as its generator and its converter from spreadsheets write them.
"""

import re
from collections.abc import Iterator
from typing import Any

from footfall.exchange.brought import Brought, Written, refused
from footfall.exchange.cards import card_of
from footfall.exchange.leftovers import left_out
from footfall.exchange.sketch import Sketch, Sketches
from footfall.exchange.table import lane_of
from footfall.exchange.wording import HELD as HELD_IN_WORDS
from footfall.exchange.wording import heading_of, line_of
from footfall.journey.changes import Records
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.text.emitting import written

JOURNEYS = ("actualJourney", "plannedJourney")
POINTS = ("actualCommunicationPoint", "plannedCommunicationPoint")
ACTIONS = ("actualAction", "plannedAction")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
RATINGS = (1.0, 5.0)  # of an experience, as a person reports it
HELD = {
    "map": {"title", "description", "personas", "kind"},
    "stage": {"name"},
    "step": {"name"},
    "lane": {"kind", "name"},
    "card": HELD_IN_WORDS,
}


def is_cjml(text: str) -> bool:
    """Whether a text begins as such a file does."""
    return text.lstrip().startswith("<") and "<CJML" in text[:5000]


def read_cjml(text: str, name: str) -> Brought:
    """The maps of a file, one a journey. Raises InvalidMapFile, with the line of an actor that nobody is."""
    root = _root(text)
    file = Sketches("cjml", name)
    actors: dict[str, str] = {}
    for journey in root:
        if _tag(journey) in JOURNEYS:
            _Reading(file, journey, actors).run()
    if not file.maps:
        raise refused("It holds no journey.", expected="Expected is an actualJourney or a plannedJourney.")
    return file.done()


def _root(text: str) -> Any:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise refused(f"It is no XML that can be read: {error.msg}.", error.lineno or 0) from error
    if root.getroottree().docinfo.doctype:
        raise refused("It declares a document type.", expected="CJML has none; entities are not read.")
    if _tag(root) != "CJML":
        raise refused(f"It is XML of another sort: {_tag(root)[:40]}.", root.sourceline, "Expected is CJML.")
    return root


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _said(element: Any, *path: str) -> str:
    """The text of the element at a path, or nothing."""
    for name in path:
        element = next((child for child in element if _tag(child) == name), None)
        if element is None:
            return ""
    return " ".join("".join(element.itertext()).split())


class _Reading:
    """One journey on its way to a map; `actors` are those of the file so far, id → name."""

    def __init__(self, file: Sketches, journey: Any, actors: dict[str, str]) -> None:
        self.file, self.journey, self.actors = file, journey, actors
        self.users: set[str] = set()
        self.is_planned = _tag(journey) == "plannedJourney"

    def run(self) -> None:
        title = _said(self.journey, "journeyTitle") or _said(self.journey, "journeyID")
        self.map: Sketch = self.file.begin(title)
        told = (_said(self.journey, "journeyShortSummary"), _said(self.journey, "journeyLongSummary"))
        self.map.header(description="\n".join(filter(None, told)), kind="future" if self.is_planned else "")
        self._actors()
        phases = self._phases()
        stage, phase = "", None
        for point in self._in("touchpoints"):
            if _tag(point) not in (*POINTS, *ACTIONS):
                self.file.note(f"'{_tag(point)[:40]}' has no place in a map.", point.sourceline)
                continue
            own = self._phase(point)
            if not stage or own != phase:
                stage, phase = self.map.stage(phases.get(own, own) or title), own
            self._point(point, stage)

    def _in(self, name: str) -> Iterator[Any]:
        yield from (child for part in self.journey if _tag(part) == name for child in part)

    def _actors(self) -> None:
        for actor in self._in("actors"):
            id = actor.get("actorID") or actor.get("actorIDref") or ""
            name = _said(actor, "actorName") or _said(actor, "companyName") or self.actors.get(id) or id
            if id:
                self.actors[id] = name
            if _tag(actor) == "endUser":
                self.users.add(id)
                self.map.header(personas=[self.file.shared("persona", name or "Customer")])

    def _phases(self) -> dict[str, str]:
        found = {phase.get("phaseID", ""): phase for phase in self._in("journeyPhases")}
        return {id: _said(phase, "phaseName") or id for id, phase in found.items()}

    def _phase(self, point: Any) -> str:
        return next((child.get("phaseIDref", "") for child in point if _tag(child) == "belongsTo"), "")

    def _point(self, point: Any, stage: str) -> None:
        sender, says = self._party(point, "initiator")
        receiver, hears = self._party(point, "receiver")
        label = says or hears or _said(point, "touchpointID")
        step = self.map.step(stage, label)
        self._say(step, sender, says, label)
        self._say(step, receiver, hears, label)
        if _tag(point) in POINTS:
            self._channel(point, step, label)
        self._experience(point, step)
        for name in ("compliance", "category"):
            if said := _said(point, name):
                self.map.card(self.map.lane("free", name.capitalize()), step, text=said)
        self._comment(point, step)

    def _comment(self, point: Any, step: str) -> None:
        """A comment; its lines that begin with the name of a lane stand in that."""
        told = next((child for child in point if _tag(child) == "comment"), None)
        for line in "".join(told.itertext()).splitlines() if told is not None else ():
            head, colon, said = line.strip().partition(": ")
            kind, name = lane_of(head) if colon else ("free", "")
            if kind == "free" and not name.endswith(")"):
                kind, name, said = "free", "Comment", line.strip()
            if said:
                self.map.card(self.map.lane(kind, name), step, **card_of(kind, said))

    def _say(self, step: str, actor: str, said: str, label: str) -> None:
        """What a user does is the step itself unless it is called otherwise; what others do stands in their lane."""
        if said and actor and actor not in self.users and said != label:
            self.map.card(self.map.lane("frontstage", self.actors[actor], actor=self.actors[actor]), step, text=said)
        elif said and said != label:
            self.map.card(self.map.lane("actions"), step, text=said)

    def _party(self, point: Any, role: str) -> tuple[str, str]:
        """The id of an actor and what is said of it. Raises InvalidMapFile for one that the file does not have."""
        part = next((child for child in point if _tag(child) == role), None)
        if part is None:
            return "", ""
        place = next((child for child in part if _tag(child) == "refersTo"), part)
        written = place.get("actorIDref", "")
        if written and written not in self.actors:
            written = self._by_name(written, place.sourceline)
        return written, _said(part, f"{role}Label")

    def _by_name(self, written: str, line: int) -> str:
        """The actor that is called so: files of CJML's own makers refer to names, too."""
        found = next((id for id, name in self.actors.items() if name == written), None)
        if found is None:
            known = ", ".join(sorted({*self.actors, *self.actors.values()})) or "none"
            raise refused(f"The actor '{written[:60]}' is not in the file.", line, f"Its actors are {known[:300]}.")
        self.file.note(f"'{written[:60]}' is the name of an actor, not its id; '{found[:60]}' is taken.", line)
        return found

    def _channel(self, point: Any, step: str, label: str) -> None:
        channel = _said(point, "channel", "channelName")
        channels = [self.file.shared("channel", channel)] if channel else []
        touchpoint = self.file.shared("touchpoint", label)
        self.map.card(self.map.lane("touchpoints"), step, touchpoint=touchpoint, channels=channels)

    def _experience(self, point: Any, step: str) -> None:
        told = ("touchpointExperience", "experienceDescription"), ("touchpointExperience", "experienceRating")
        feeling, rating = (_said(point, *path) for path in told)
        fields: dict[str, Any] = {"feeling": feeling}
        low, high = RATINGS
        if rating.replace(".", "", 1).isdigit():
            fields["score"] = max(-2.0, min(2.0, float(rating) - (low + high) / 2))
        elif rating:
            fields["text"] = rating
        if feeling or rating:
            self.map.card(self.map.lane("emotion"), step, **fields)


def write_cjml(records: Records, library: Records) -> Written:
    """The journey of a map as CJML 2.0; what it has no place for is named."""
    from lxml import etree

    root = etree.Element("CJML", version="2.0")
    _Writing(etree, root, MapDocument(records), LibraryDocument(library)).run()
    content = etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8")
    return Written(content, left_out(records, HELD, "CJML"))


class _Writing:
    USER, COMPANY = "customer", "company"

    def __init__(self, etree: Any, root: Any, map: MapDocument, library: LibraryDocument) -> None:
        self.add, self.root, self.map, self.library = etree.SubElement, root, map, library
        self.kind = "planned" if map.header.kind == "future" else "actual"

    def run(self) -> None:
        journey = self.add(self.root, f"{self.kind}Journey")
        self._text(journey, "journeyID", "J1")
        self._text(journey, "journeyTitle", self.map.header.title)
        phases = self.add(journey, "journeyPhases")
        for id, stage in self.map.stages.items():
            self._text(self.add(phases, "journeyPhase", phaseID=id), "phaseName", stage.name)
        self._text(journey, "journeyShortSummary", self.map.header.description)
        self._actors(self.add(journey, "actors"))
        points = self.add(journey, "touchpoints")
        for number, id in enumerate(self.map.steps, start=1):
            self._step(points, number, id)

    def _text(self, parent: Any, name: str, text: str) -> None:
        self.add(parent, name).text = _NO_XML.sub("", text)

    def _actors(self, actors: Any) -> None:
        known = self.library.personas
        names = [known[id].name for id in self.map.header.personas if id in known]
        self._text(self.add(actors, "endUser", actorID=self.USER), "actorName", names[0] if names else "Customer")
        company = next((lane.actor for lane in self.map.lanes.values() if lane.actor), "Company")
        self._text(self.add(actors, "serviceProvider", actorID=self.COMPANY), "companyName", company)

    def _step(self, points: Any, number: int, id: str) -> None:
        """A step with a touchpoint or channel is a communication point, another one an action."""
        step = self.map.steps[id]
        cards = [card for lane in self.map.lanes for card in self.map.cards_in(lane, id).values()]
        channels = [channel for card in cards for channel in card.channels if channel in self.library.channels]
        is_point = bool(step.touchpoint or channels or any(card.touchpoint for card in cards))
        point = self.add(points, f"{self.kind}{'CommunicationPoint' if is_point else 'Action'}")
        self._text(point, "touchpointID", f"T{number}")
        self.add(point, "belongsTo", phaseIDref=step.stage)
        self._party(point, "initiator", self.USER, step.name)
        if is_point:
            self._party(point, "receiver", self.COMPANY, step.name)
            name = ", ".join(dict.fromkeys(self.library.channels[one].name for one in channels))
            self._text(self.add(point, "channel"), "channelName", name or "Other")
        self._text(point, "comment", "\n".join(self._others(id)))
        self._experience(point, id)

    def _others(self, step: str) -> Iterator[str]:
        """What stands in lanes that CJML does not have, a line for each card."""
        for id, lane in self.map.lanes.items():
            cards = self.map.cards_in(id, step).values() if lane.kind not in ("emotion", "touchpoints") else ()
            yield from (f"{heading_of(lane)}: {' '.join(line_of(card, lane, self.library).split())}" for card in cards)

    def _party(self, point: Any, role: str, actor: str, label: str) -> None:
        part = self.add(point, role)
        self.add(part, "refersTo", actorIDref=actor)
        self._text(part, f"{role}Label", label)

    def _experience(self, point: Any, step: str) -> None:
        """Experience is in actual journeys alone, since only who went one can tell."""
        lanes = [id for id, lane in self.map.lanes.items() if lane.kind == "emotion"]
        drawn = [card for lane in lanes for card in self.map.cards_in(lane, step).values()]
        if self.kind == "actual" and drawn:
            told = self.add(point, "touchpointExperience")
            self._text(told, "experienceDescription", drawn[0].feeling)
            if drawn[0].score is not None:
                self._text(told, "experienceRating", written(round(drawn[0].score + sum(RATINGS) / 2, 2)))
