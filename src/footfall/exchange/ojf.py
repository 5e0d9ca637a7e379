"""OpenJourney Format (`.ojf`, JSON of version 1.0): stages, swim lanes, and nodes where they cross."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from footfall.exchange.brought import Brought, Written, refused
from footfall.exchange.cards import SEVERITIES
from footfall.exchange.leftovers import left_out
from footfall.exchange.sketch import Sketch, Sketches
from footfall.exchange.table import lane_of
from footfall.exchange.wording import heading_of
from footfall.journey.changes import Records
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.records import Card, Lane

VERSION = "1.0"
FURTHEST = 5  # scores go from -5 to +5, ours from -2 to +2
PURPOSES = {"pain-points": "pain-point", "touchpoints": "touchpoint"}
BLUEPRINT = {"evidence": "physical-evidence", "onstage": "frontstage", "backstage": "backstage", "support": "support"}
SEVERITY_OUT = {"minor": "low", "moderate": "medium", "severe": "high"}
HELD = {
    "map": {"title", "personas", "point_of_view"},
    "stage": {"name"},
    "step": {"name"},
    "lane": {"kind", "name"},
    "card": {"text", "score", "feeling", "severity", "moment_of_truth", "tags", "touchpoint", "channels"},
}


def is_ojf(content: Any) -> bool:
    """Whether JSON is such a file: nodes beside stages."""
    return (
        isinstance(content, dict) and isinstance(content.get("nodes"), list) and isinstance(content.get("stages"), list)
    )


def read_ojf(text: str, name: str) -> Brought:
    """The map of a file. Raises InvalidMapFile."""
    content = parsed(text)
    if not is_ojf(content):
        raise refused("It has no 'stages' and 'nodes'.", expected="Expected is an OpenJourney file.")
    file = Sketches("ojf", name)
    _Reading(file, content).run()
    return file.done()


def parsed(text: str) -> Any:
    """JSON, with the line of what is wrong. Raises InvalidMapFile."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise refused(f"It is no JSON that can be read: {error.msg}.", error.lineno) from error
    except RecursionError as error:
        raise refused("It is nested too deeply.") from error


class _Reading:
    def __init__(self, file: Sketches, content: Mapping[str, Any]) -> None:
        self.file, self.content = file, content
        told = content.get("metadata") if isinstance(content.get("metadata"), dict) else {}
        self.map: Sketch = file.begin(_text(content.get("title")) or _text((told or {}).get("title")))
        self.lanes: dict[str, str] = {}

    def run(self) -> None:
        self._header()
        stages = {self._key(stage): stage for stage in self._dicts("stages")}
        lanes = {self._key(lane): lane for lane in self._dicts("swimlanes")}
        self.lanes = {key: self.map.lane(*lane_of(_text(lane.get("name")) or key)) for key, lane in lanes.items()}
        of: dict[str, list[Mapping[str, Any]]] = {}
        for node in self._dicts("nodes"):
            of.setdefault(_text(node.get("stageId") or node.get("stage")), []).append(node)
        for key, stage in stages.items():
            name = _text(stage.get("name")) or key
            self._stage(name, of.pop(key, []) + of.pop(name, []))
        for node in (node for nodes in of.values() for node in nodes):
            self.file.note(f"The node '{_text(node.get('title'))[:60]}' stands in no stage; it lies in the tray.")
            self._node(node, "", "")

    def _header(self) -> None:
        persona = self.content.get("persona")
        if isinstance(persona, dict):
            fields = {"role": _text(persona.get("role")), "bio": _text(persona.get("description"))}
            self.map.header(personas=[self.file.shared("persona", _text(persona.get("name")) or "Persona", **fields)])
        elif _text(persona):
            self.map.header(personas=[self.file.shared("persona", _text(persona))])
        self.map.header(point_of_view=_text(self.content.get("pointOfView")))

    def _stage(self, name: str, nodes: list[Mapping[str, Any]]) -> None:
        """A step for each node of an action lane; the others stand in the first, or in one called as the stage."""
        stage, step = self.map.stage(name), ""
        for node in [*filter(self._is_action, nodes)]:
            made = self.map.step(stage, _text(node.get("title")))
            step = step or made
            self._node(node, made, self._lane(node))
        step = step or self.map.step(stage, name)
        for node in nodes:
            if not self._is_action(node):
                self._node(node, step, self._lane(node))

    def _is_action(self, node: Mapping[str, Any]) -> bool:
        return self.map.records.get(self._lane(node), {}).get("kind") == "actions"

    def _lane(self, node: Mapping[str, Any]) -> str:
        key = _text(node.get("swimlaneId") or node.get("swimlane"))
        if key not in self.lanes:
            purpose = {"pain-point": "pain-points", "touchpoint": "touchpoints"}.get(_text(node.get("purpose")), "free")
            self.lanes[key] = self.map.lane(purpose, key if purpose == "free" else "")
        return self.lanes[key]

    def _node(self, node: Mapping[str, Any], step: str, lane: str) -> None:
        said = [_text(node.get("title")), _text(node.get("description"))]
        tags = (
            [_text(tag) for tag in node.get("tags") or () if _text(tag)] if isinstance(node.get("tags"), list) else []
        )
        fields: dict[str, Any] = {
            "text": "\n".join(filter(None, said)),
            "tags": tags,
            "severity": SEVERITIES.get(_text(node.get("severity")), ""),
            "feeling": _text(node.get("sentiment")),
            "moment_of_truth": node.get("isMomentOfTruth") is True,
        }
        score = node.get("score")
        is_emotion = self.map.records.get(lane, {}).get("kind") == "emotion"
        if isinstance(score, int | float) and not isinstance(score, bool) and (score or is_emotion):
            fields["score"] = round(max(-FURTHEST, min(FURTHEST, score)) * 2 / FURTHEST, 2)
        self.map.card(lane, step, **fields)
        self._blueprint(node, step)

    def _blueprint(self, node: Mapping[str, Any], step: str) -> None:
        told = node.get("blueprint")
        for key, kind in BLUEPRINT.items():
            if isinstance(told, dict) and _text(told.get(key)):
                self.map.card(self.map.lane(kind), step, text=_text(told.get(key)))

    def _dicts(self, key: str) -> list[Mapping[str, Any]]:
        found = self.content.get(key)
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def _key(self, one: Mapping[str, Any]) -> str:
        return _text(one.get("id")) or _text(one.get("name"))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def write_ojf(records: Records, library: Records) -> Written:
    """The file of a map; what it has no place for is named."""
    map, shared = MapDocument(records), LibraryDocument(library)
    personas = [shared.personas[id] for id in map.header.personas if id in shared.personas]
    content: dict[str, Any] = {"version": VERSION, "title": map.header.title, "metadata": {"title": map.header.title}}
    if personas:
        content["persona"] = {"name": personas[0].name, "role": personas[0].role, "description": personas[0].bio}
    if map.header.point_of_view:
        content["pointOfView"] = map.header.point_of_view
    content["stages"] = [{"id": id, "name": stage.name} for id, stage in map.stages.items()]
    content["swimlanes"] = [{"id": id, "name": heading_of(lane)} for id, lane in map.lanes.items()]
    content["nodes"] = list(_nodes(map, shared))
    notes = left_out(records, HELD, "OpenJourney")
    if len(personas) > 1:
        notes += (f"OpenJourney has one persona a map; left out: {', '.join(one.name for one in personas[1:])}.",)
    return Written((json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode(), notes)


def _nodes(map: MapDocument, library: LibraryDocument) -> Iterator[dict[str, Any]]:
    for step in map.steps:
        for lane in map.lanes:
            for card in map.cards_in(lane, step).values():
                yield _node(card, map.lanes[lane], map.steps[step].stage, library)


def _node(card: Card, lane: Lane, stage: str, library: LibraryDocument) -> dict[str, Any]:
    touchpoint = library.touchpoints.get(card.touchpoint)
    title, _, description = (card.text or card.feeling or (touchpoint.name if touchpoint else "")).partition("\n")
    channels = [library.channels[id].name for id in card.channels if id in library.channels]
    node: dict[str, Any] = {"stageId": stage, "swimlaneId": card.lane, "title": title, "description": description}
    node["score"] = round((card.score or 0) * FURTHEST / 2, 2)
    optional = {
        "sentiment": card.feeling,
        "severity": SEVERITY_OUT.get(card.severity),
        "purpose": PURPOSES.get(lane.kind),
        "isMomentOfTruth": card.moment_of_truth,
        "tags": [*card.tags, *channels],
    }
    return node | {key: value for key, value in optional.items() if value}
