"""Records → text: as short as reading allows, complete where it does not, and the same for the same records."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from footfall.journey.changes import RecordJson, Records
from footfall.journey.document import LibraryDocument, MapDocument
from footfall.journey.fields import Record, refers_to
from footfall.journey.questions import EVENT
from footfall.journey.records import RECORD_TYPES, Binding, Evidence, Link, Step
from footfall.journey.settling import sparse
from footfall.journey.text.emitting import Anchored, Rows, emit
from footfall.journey.text.names import DerivedIds, Names, fits_a_key, next_order
from footfall.journey.text.shape import (
    FILTER,
    FORMAT,
    INSIDE,
    LIBRARY_SECTIONS,
    OUTSIDE,
    PATHS,
    PLACED,
    PLACES,
    QUESTIONS,
    SECTIONS,
    annotation_of,
    key_of,
    keys_of,
    model_in,
    words_for_id,
)
from footfall.journey.text.words import write_words


def write(records: Mapping[str, RecordJson], library: Mapping[str, RecordJson]) -> str:
    """The file that gives exactly these records of a map and these of a library when it is read."""
    return emit(tree_of(records, library), apart=SECTIONS)


def tree_of(records: Mapping[str, RecordJson], library: Mapping[str, RecordJson]) -> Rows:
    """The same as plain values in canonical order."""
    return _Writing(MapDocument(records), LibraryDocument(library)).file()


def used_library(records: Mapping[str, RecordJson], library: Mapping[str, RecordJson]) -> Records:
    """The part of a library that a map uses: what it names, and the channels, teams and sources of these."""
    wanted, reached = _referred(records.values()), set[str]()
    while reached != wanted:
        reached = wanted
        wanted = reached | _referred(record for id, record in library.items() if id in reached)
    return {id: dict(record) for id, record in library.items() if id in wanted}


def _referred(records: Any) -> set[str]:
    return {id for record in records for field, value in record.items() for id in _ids(record["type"], field, value)}


def _ids(kind: str, field: str, value: Any) -> Iterator[str]:
    if field == "type":
        return
    if field == "question":
        yield from _asked(value)
    elif field == "evidence":
        for evidence in value:
            yield from _asked(evidence.get("question"))
            yield from filter(None, [evidence.get("source")])
    elif refers_to(RECORD_TYPES[kind], field):
        yield from [value] if isinstance(value, str) else value


def _asked(question: Any) -> Iterator[str]:
    for key, value in (question or {}).items():
        if key in PLACES:
            yield from value
        elif key in PATHS:
            yield from (id for place in value for id in place)
        elif key == FILTER:
            yield from _asked(value)


class _Writing:
    """One map on its way to text; records are written in the order in which reading meets them."""

    def __init__(self, map: MapDocument, library: LibraryDocument) -> None:
        self.map, self.library = map, library
        self.derived = DerivedIds()
        self.last: dict[tuple[str, ...], str] = {}
        self.orphans = _orphans(map)
        self.names = self._names()

    def _names(self) -> dict[str, Names]:
        names = {
            "persona": {id: persona.name for id, persona in self.library.personas.items()},
            "channel": {id: channel.name for id, channel in self.library.channels.items()},
            "touchpoint": {id: touchpoint.name for id, touchpoint in self.library.touchpoints.items()},
            "team": {id: team.name for id, team in self.library.teams.items()},
            "stakeholder": {id: stakeholder.name for id, stakeholder in self.library.stakeholders.items()},
            "source": {id: source.name for id, source in self.library.sources.items()},
            "opportunity": {id: opportunity.name for id, opportunity in self.library.opportunities.items()},
            "stage": {id: stage.name for id, stage in self.map.stages.items()},
            "step": {id: step.name for id, step in (self.map.steps | self.orphans).items()},
            "lane": {id: lane.name or str(lane.kind) for id, lane in self.map.lanes.items()},
        }
        return {kind: Names(kind, of) for kind, of in names.items()}

    def file(self) -> Rows:
        tree = Rows({"footfall": FORMAT}) | self._header()
        for section, kind in LIBRARY_SECTIONS.items():
            tree[section] = [self._item(kind, id, record) for id, record in getattr(self.library, section).items()]
        tree["stages"] = [self._stage(id) for id in self.map.stages]
        tree["lanes"] = [self._lane(id) for id in self.map.lanes]
        tree["links"] = [self._long("link", id, link) for id, link in self._links()]
        tree["tray"] = self._tray()
        return Rows({key: value for key, value in tree.items() if key not in SECTIONS or value})

    def _header(self) -> dict[str, Any]:
        header = self.map.header
        fields = {"title": header.title} | self._fields("map", sparse(header))
        if list(header.personas) == list(self.library.personas):
            fields.pop("persona", None)
        elif not header.personas:
            fields["persona"] = []
        return fields

    def _stage(self, id: str) -> Any:
        stage = self._item("stage", id, self.map.stages[id], hold=True)
        steps = [self._item("step", step, record) for step, record in self.map.steps_of(id).items()]
        return _with_inside("stage", stage, steps)

    def _lane(self, id: str) -> Any:
        lane = self._long("lane", id, self.map.lanes[id], first={"kind": str(self.map.lanes[id].kind)})
        cards = Rows()
        for step in self.map.steps:
            cell = [self._card(card, record) for card, record in self.map.cards_in(id, step).items()]
            if cell:
                cards[self.names["step"].write(step)] = _alone(cell)
        return Rows(lane | {"cards": cards}) if cards else _lane_in_short(lane)

    def _card(self, id: str, card: Record) -> Any:
        lane = self.map.lanes[getattr(card, "lane", "")]
        long = self._long("card", id, card)
        own = {name: value for name, value in sparse(card).items() if name not in ("lane", "step", "order")}
        words = None if long.keys() & {"order"} else write_words(str(lane.kind), own, self.names)
        if words is None:
            return long
        return Anchored(own["score"] if own.keys() == {"score"} else words, long.get("id", ""))

    def _links(self) -> list[tuple[str, Link]]:
        place = {id: index for index, id in enumerate(self.map.steps)}
        last = len(place)

        def ends(item: tuple[str, Link]) -> tuple[int, int, str]:
            return place.get(item[1].source, last), place.get(item[1].target, last), item[0]

        return sorted(self.map.links.items(), key=ends)

    def _tray(self) -> Rows:
        steps = sorted(self.orphans.items(), key=lambda item: (item[1].stage, item[1].order, item[0]))
        cards = sorted(self.map.tray.items(), key=lambda item: (item[1].lane, item[1].step, item[1].order, item[0]))
        tray = {
            "steps": [self._long("step", id, step, placed=False) for id, step in steps],
            "cards": [self._long("card", id, card, placed=False) for id, card in cards],
        }
        return Rows({key: value for key, value in tray.items() if value})

    def _item(self, kind: str, id: str, record: Record, *, hold: bool = False) -> Any:
        """A record with a name: the name alone, the name with what belongs to it, or a mapping of all."""
        long = self._long(kind, id, record)
        name = long.get("name", "")
        rest = {key: value for key, value in long.items() if key not in ("name", "id")}
        known = {*keys_of(kind), "id", INSIDE.get(kind)}
        if name and not rest and (not hold or (fits_a_key(name) and name not in known)):
            return Anchored(name, long.get("id", ""))
        if fits_a_key(name) and name not in known:
            return Rows({Anchored(name, long.get("id", "")): rest})
        return long

    def _long(
        self, kind: str, id: str, record: Record, *, placed: bool = True, first: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        json = sparse(record)
        names = {"name": json["name"]} if "name" in json else {}
        explicit = self._id(kind, id, json) | self._order(kind, json)
        hidden = PLACED.get(kind, ()) if placed else ()
        fields = self._fields(kind, {name: value for name, value in json.items() if name not in hidden})
        fields.pop("order", None)
        return dict(first or {}) | names | ({"id": explicit.pop("id")} if "id" in explicit else {}) | fields | explicit

    def _id(self, kind: str, id: str, json: RecordJson) -> dict[str, str]:
        ends = ("source", "target") if kind == "link" else ("lane", "step")
        named = (self.names["lane" if end == "lane" else "step"].name(json.get(end, "")) for end in ends)
        words = json | ({"kind": json.get("kind", "free")} if kind == "lane" else {})
        place = " ".join(named) if kind in ("card", "link") else ""
        derived = self.derived.next(kind, words_for_id(kind, words, place))
        return {} if derived == id else {"id": id}

    def _order(self, kind: str, json: RecordJson) -> dict[str, str]:
        if "order" not in RECORD_TYPES[kind].model_fields:
            return {}
        siblings = (kind, *(json.get(place, "") for place in PLACED.get(kind, ())))
        follows = next_order(self.last.get(siblings, ""))
        self.last[siblings] = order = json.get("order", "a0")
        return {} if order == follows else {"order": order}

    def _fields(self, kind: str, json: RecordJson) -> dict[str, Any]:
        model = RECORD_TYPES[kind]
        return {key_of(kind, name): self._value(model, name, json[name]) for name in model.model_fields if name in json}

    def _value(self, model: type[Record], name: str, value: Any) -> Any:
        if name == "question":
            return self._question(value)
        target, inner = refers_to(model, name), model_in(annotation_of(model, name))
        if target and target not in OUTSIDE:
            names = self.names[target]
            return names.write(value) if isinstance(value, str) else [names.write(id) for id in value]
        return [self._inner(inner, member) for member in value] if inner else value

    def _inner(self, model: type[BaseModel], json: dict[str, Any]) -> Any:
        short = _without_defaults(model, json)
        if model is Evidence and short.keys() == {"note"}:
            return short["note"]
        if model is Binding and short.keys() == {"events"} and len(short["events"]) == 1:
            return short["events"][0]
        if "question" in short:
            short["question"] = self._question(short["question"])
        if model is Evidence and "source" in short:
            short["source"] = self.names["source"].write(short["source"])
        return short

    def _question(self, json: dict[str, Any]) -> dict[str, Any]:
        short = {"kind": json["kind"]} | _without_defaults(QUESTIONS[json["kind"]], json)
        return {key: self._asked(key, value) for key, value in short.items()}

    def _asked(self, key: str, value: Any) -> Any:
        if key == FILTER:
            return {name: self._asked(name, inner) for name, inner in value.items()}
        if key in PLACES:
            return self._place(value)
        return [self._place(place) for place in value] if key in PATHS else value

    def _place(self, ids: list[str]) -> Any:
        return _alone([id if id.startswith(EVENT) else self.names["touchpoint"].write(id) for id in ids])


def _orphans(map: MapDocument) -> dict[str, Step]:
    return {id: step for id, step in map.records.items() if isinstance(step, Step) and id not in map.steps}


def _alone(members: list[Any]) -> Any:
    """One member stands for itself, unless it could be taken for something else."""
    return members[0] if len(members) == 1 and not isinstance(members[0], list) else members


def _without_defaults(model: type[BaseModel], json: dict[str, Any]) -> dict[str, Any]:
    defaults = model.model_validate(json).model_dump(mode="json", exclude_defaults=True).keys()
    return {name: value for name, value in json.items() if name in defaults}


def _lane_in_short(lane: dict[str, Any]) -> Any:
    return Anchored(lane["kind"], lane.get("id", "")) if lane.keys() <= {"kind", "id"} else lane


def _with_inside(kind: str, item: Any, inside: list[Any]) -> Any:
    """A named record with the records inside it."""
    if not inside:
        return item
    if isinstance(item, Anchored):
        return Rows({item: inside})
    if isinstance(item, Rows):
        return Rows({key: Rows(fields | {INSIDE[kind]: inside}) for key, fields in item.items()})
    return Rows(item | {INSIDE[kind]: inside})
