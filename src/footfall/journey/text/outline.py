"""The records of a file as they stand in it: which, where, on which line; nothing is resolved or checked yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from footfall.journey.records import RECORD_TYPES
from footfall.journey.text.names import fits_a_key
from footfall.journey.text.problems import Problems, nearest
from footfall.journey.text.shape import FORMAT, INSIDE, LIBRARY_SECTIONS, NAMED, SECTIONS, TRAY, keys_of
from footfall.journey.text.tree import Mapping, Node, Scalar, Sequence

A = {"stage": "a stage", "step": "a step", "lane": "a lane", "card": "a card", "link": "a link", "map": "a map file"}


@dataclass
class Found:
    """One record of a file: its fields as nodes, and the references that its place gives."""

    kind: str
    line: int
    id: str = ""
    fields: dict[str, Node] = field(default_factory=dict)
    inside: Node | None = None
    words: Scalar | None = None  # a card that is one text
    place: dict[str, "Found | Scalar | str"] = field(default_factory=dict)


@dataclass
class Outline:
    """All records of a file in its order, and the header's fields."""

    header: Found
    of: dict[str, list[Found]]


def outline(root: Mapping, problems: Problems) -> Outline:
    """Walk a file once; what has no place in it becomes a problem."""
    sections, header = _sections(root, problems)
    walk = _Walk(problems)
    found: dict[str, list[Found]] = {kind: [] for kind in RECORD_TYPES}
    for key, kind in LIBRARY_SECTIONS.items():
        found[kind] += walk.collection(sections.get(key), kind, key)
    found["stage"] += walk.collection(sections.get("stages"), "stage", "stages")
    found["lane"] += walk.collection(sections.get("lanes"), "lane", "lanes")
    found["link"] += walk.collection(sections.get("links"), "link", "links")
    found["step"] += [step for stage in found["stage"] for step in walk.steps(stage)]
    found["card"] += [card for lane in found["lane"] for card in walk.cards(lane)]
    for kind, records in walk.tray(sections.get("tray")):
        found[kind] += records
    return Outline(header, found)


def _sections(root: Mapping, problems: Problems) -> tuple[dict[str, Node], Found]:
    entries = _unique(root, problems)
    version = entries.pop("footfall", None)
    if not isinstance(version, Scalar) or version.text != str(FORMAT):
        problems.at(version.line if version else 1, _version(version))
    sections = {key: entries.pop(key) for key in SECTIONS if key in entries}
    keys = keys_of("map")
    for key in [key for key in entries if key not in keys]:
        problems.at(_line(root, key), f"has '{key}', which is no key of a map file. {nearest(key, [*keys, *SECTIONS])}")
        del entries[key]
    return sections, Found("map", root.line, fields={keys[key]: node for key, node in entries.items()})


def _version(version: Node | None) -> str:
    if version is None:
        return f"should say 'footfall: {FORMAT}', so that every reader knows the format"
    seen = version.text if isinstance(version, Scalar) else "something else"
    return f"says 'footfall: {seen}'; this Footfall reads format {FORMAT}"


def _unique(mapping: Mapping, problems: Problems) -> dict[str, Node]:
    """The entries by key; empty values count as absent, a second one under the same key is a problem."""
    entries: dict[str, Node] = {}
    for key, node in mapping.entries:
        if key.text in entries:
            problems.at(key.line, f"has '{key.text}' a second time; the first stands above it")
        elif not (isinstance(node, Scalar) and node.is_nothing):
            entries[key.text] = node
    return entries


def _line(mapping: Mapping, text: str) -> int:
    return next(key.line for key, _ in mapping.entries if key.text == text)


@dataclass
class _Walk:
    problems: Problems

    def collection(self, node: Node | None, kind: str, where: str) -> list[Found]:
        """The records of a list."""
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self.problems.at(node.line, f"should start a list: '{where}' has a line with '- ' for each {kind}")
            return []
        found = [self.record(item, kind) for item in node.items if not (isinstance(item, Scalar) and item.is_nothing)]
        return [record for record in found if record is not None]

    def steps(self, stage: Found) -> list[Found]:
        """The steps inside a stage."""
        found = self.collection(stage.inside, "step", "steps")
        return [replace(step, place={"stage": stage}) for step in found]

    def cards(self, lane: Found) -> Iterator[Found]:
        """The cards inside a lane, by step."""
        if lane.inside is None:
            return
        if not isinstance(lane.inside, Mapping):
            self.problems.at(lane.inside.line, "should name a step: below 'cards' stand 'name of a step: a card' lines")
            return
        cells = _unique(lane.inside, self.problems)
        for key, node in lane.inside.entries:
            if cells.get(key.text) is node:
                yield from (replace(card, place={"lane": lane, "step": key}) for card in self._cell(node))

    def _cell(self, node: Node) -> Iterator[Found]:
        for item in node.items if isinstance(node, Sequence) else (node,):
            if not (isinstance(item, Scalar) and item.is_nothing) and (card := self.record(item, "card")):
                yield card

    def tray(self, node: Node | None) -> Iterator[tuple[str, list[Found]]]:
        """Steps and cards whose place is gone."""
        if not isinstance(node, Mapping):
            if node is not None:
                self.problems.at(node.line, f"should have keys: a tray holds {' and '.join(TRAY)}")
            return
        for key, inner in _unique(node, self.problems).items():
            if key in TRAY:
                yield TRAY[key], self._in_tray(inner, key)
            else:
                self.problems.at(_line(node, key), f"has '{key}' in the tray. {nearest(key, TRAY)}")

    def _in_tray(self, node: Node, key: str) -> list[Found]:
        if not isinstance(node, Sequence):
            self.problems.at(node.line, f"should start a list of {key}")
            return []
        kind = TRAY[key]
        return [found for item in node.items if (found := self.record(item, kind, placed=False)) is not None]

    def record(self, node: Node, kind: str, *, placed: bool = True) -> Found | None:
        """One record: a text, a name with what belongs to it, or a mapping of fields."""
        match node:
            case Scalar():
                return self._short(node, kind)
            case Mapping() if (inner := self._named(node, kind, placed=placed)) is not None:
                return inner
            case Mapping():
                return self._long(node, kind, placed=placed)
            case _:
                self.problems.at(node.line, f"has a list where {A.get(kind, f'a {kind}')} should be")
                return None

    def _short(self, node: Scalar, kind: str) -> Found | None:
        if kind == "link":
            self.problems.at(node.line, f"has '{node.text}' where a link should be; write {{from: a step, to: a step}}")
            return None
        if kind == "card":
            return Found(kind, node.line, node.anchor, words=node)
        key = "kind" if kind == "lane" else "name"
        return Found(kind, node.line, node.anchor, {key: node})

    def _named(self, node: Mapping, kind: str, *, placed: bool) -> Found | None:
        """`Name: {fields}` or, for a stage, `Name: [steps]`; None when the one key is a field."""
        if kind not in NAMED or len(node.entries) != 1 or node.entries[0][0].text in _known(kind, placed=placed):
            return None
        key, value = node.entries[0]
        found = Found(kind, key.line, key.anchor)
        if isinstance(value, Mapping):
            found = self._long(value, kind, placed=placed, id=key.anchor)
            found.line = key.line
        elif isinstance(value, Sequence) and kind in INSIDE:
            found.inside = value
        elif not (isinstance(value, Scalar) and value.is_nothing):
            self._say_misplaced(key, value, kind, placed=placed)
        found.fields = {"name": key} | found.fields
        return found

    def _say_misplaced(self, key: Scalar, value: Node, kind: str, *, placed: bool) -> None:
        seen = f"{key.text}: {value.text}" if isinstance(value, Scalar) else f"{key.text}: a list"
        self._say_unknown(key.line, seen, key.text, kind, placed=placed)

    def _say_unknown(self, line: int, seen: str, key: str, kind: str, *, placed: bool) -> None:
        hint = nearest(key, _known(kind, placed=placed))
        self.problems.at(line, f"has '{seen}', which is no field of {A.get(kind, f'a {kind}')}. {hint}")

    def _long(self, node: Mapping, kind: str, *, placed: bool, id: str = "") -> Found:
        entries = _unique(node, self.problems)
        inside = entries.pop(INSIDE[kind], None) if kind in INSIDE else None
        named = entries.pop("id", None)
        found = Found(kind, node.line, id or node.anchor or self._id(named), inside=inside)
        keys = keys_of(kind, placed=placed)
        for key, value in entries.items():
            if key in keys:
                found.fields[keys[key]] = value
            else:
                self._say_unknown(_line(node, key), key, key, kind, placed=placed)
        return found

    def _id(self, node: Node | None) -> str:
        if node is None:
            return ""
        if isinstance(node, Scalar) and fits_a_key(node.text) and _is_id(node.text):
            return node.text
        self.problems.at(node.line, "has an id that is none: letters, digits, - and _, at most 64")
        return ""


def _is_id(text: str) -> bool:
    return len(text) <= 64 and all(letter.isascii() and (letter.isalnum() or letter in "-_") for letter in text)


def _known(kind: str, *, placed: bool) -> list[str]:
    inside = [INSIDE[kind]] if kind in INSIDE else []
    return [*keys_of(kind, placed=placed), "id", *inside]
