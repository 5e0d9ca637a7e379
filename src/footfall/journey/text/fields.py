"""The fields of one record: nodes → JSON values, with names resolved; types are the records' own business."""

import re
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from footfall.journey.fields import URL, refers_to
from footfall.journey.questions import EVENT
from footfall.journey.records import RECORD_TYPES, Binding, Condition, Evidence, Figure, Trait
from footfall.journey.text.names import GONE, Names
from footfall.journey.text.outline import A, Found
from footfall.journey.text.problems import Problems, nearest
from footfall.journey.text.shape import (
    FILTER,
    OUTSIDE,
    PATHS,
    PLACES,
    QUESTION_KEYS,
    annotation_of,
    is_list,
    key_of,
    model_in,
)
from footfall.journey.text.tree import Mapping, Node, Scalar, Sequence, plain

FIRST_FIELD = {Binding: "events", Evidence: "note"}  # what one text means where such a value should be
NESTED = {
    *Binding.model_fields,
    *Condition.model_fields,
    *Evidence.model_fields,
    *Trait.model_fields,
    *Figure.model_fields,
    *QUESTION_KEYS,
}

A_LINK = "a link that starts with https://, http:// or mailto:"
_EXPECTED = {
    "float_parsing": "a number",
    "float_type": "a number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "int_type": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "string_type": "a text",
    "tuple_type": "a list",
    "date_from_datetime_parsing": "a date such as 2026-05-31",
    "date_parsing": "a date such as 2026-05-31",
    "datetime_from_date_parsing": "a time such as 2026-05-31T14:00:00Z",
    "datetime_parsing": "a time such as 2026-05-31T14:00:00Z",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "union_tag_not_found": "a kind of question, such as 'kind: reach'",
}


@dataclass
class Fields:
    """Turns the nodes of records into values; `names` holds what may be referred to."""

    names: Dict[str, Names]
    problems: Problems

    def of(self, found: Found) -> dict[str, Any]:
        """The values of a record's own fields."""
        return {name: self._value(found.kind, name, node) for name, node in found.fields.items()}

    def _value(self, kind: str, name: str, node: Node) -> Any:
        if name == "question":
            return self._question(node)
        model = RECORD_TYPES[kind]
        annotation, target = annotation_of(model, name), refers_to(model, name)
        if not is_list(annotation):
            return self.reference(node, target) if target else plain(node)
        members = node.items if isinstance(node, Sequence) else (node,)
        if target:
            return [self.reference(member, target) for member in members]
        return [self._member(member, model_in(annotation)) for member in members]

    def _member(self, node: Node, model: Any) -> Any:
        if isinstance(node, Scalar) and model in FIRST_FIELD:
            first = FIRST_FIELD[model]
            return {first: [node.text] if first == "events" else node.text}
        if not isinstance(node, Mapping):
            return plain(node)
        return {key.text: self._inner(key.text, member, model) for key, member in node.entries}

    def _inner(self, key: str, node: Node, model: Any) -> Any:
        if key == "question":
            return self._question(node)
        if key == "source" and model is Evidence:
            return self.reference(node, "source")
        field = getattr(model, "model_fields", {}).get(key)
        if field is None or not is_list(field.annotation):
            return plain(node)
        members = node.items if isinstance(node, Sequence) else (node,)
        return [self._member(member, model_in(field.annotation)) for member in members]

    def _question(self, node: Node) -> Any:
        if not isinstance(node, Mapping):
            return plain(node)
        return {key.text: self._asked(key.text, member) for key, member in node.entries}

    def _asked(self, key: str, node: Node) -> Any:
        if key == FILTER and isinstance(node, Mapping):
            return {inner.text: self._asked(inner.text, member) for inner, member in node.entries}
        if key in PLACES:
            return self._touchpoints(node)
        if key in PATHS and isinstance(node, Sequence):
            return [self._touchpoints(place) for place in node.items]
        return plain(node)

    def _touchpoints(self, node: Node) -> list[str]:
        members = node.items if isinstance(node, Sequence) else (node,)
        return [self._place_item(member) for member in members]

    def _place_item(self, node: Node) -> str:
        if isinstance(node, Scalar) and node.text.startswith(EVENT):
            return node.text
        return self.reference(node, "touchpoint")

    def reference(self, node: Node, kind: str) -> str:
        """The id that a text refers to; a text that refers to nothing becomes a problem."""
        if not isinstance(node, Scalar):
            self.problems.at(node.line, f"should name a {kind} with one text")
            return ""
        if kind in OUTSIDE or not node.text:
            return node.text
        names = self.names[kind]
        found = names.find(node.text)
        if found is None and node.text.startswith(GONE):
            return node.text.removeprefix(GONE)
        if found is None:
            self.problems.at(node.line, _nobody(node.text, names))
        return found or ""

    def explain(self, found: Found, error: ValidationError) -> None:
        """Say in words, with lines, what the types of a record refused."""
        for detail in error.errors():
            line, place = _place(found, detail["loc"])
            self.problems.at(line, _says(found.kind, place, detail))


def _nobody(written: str, names: Names) -> str:
    if names.is_shared(written):
        ids = [id for id in names.ids if names.name(id) == written]
        known = f"{len(ids)} {names.kind}s have that name"
        return f"refers to '{written}', but {known}; write one of their ids: {', '.join(ids)}"
    return f"refers to the {names.kind} '{written}', which is not in this file. {nearest(written, names.written)}"


def _place(found: Found, path: tuple[int | str, ...]) -> tuple[int, str]:
    """The line of the innermost node on a path, and the keys on the way."""
    node: Node | None = None
    line, keys = found.line, []
    for part in path:
        step = found.fields.get(str(part)) if node is None else _child(node, part)
        if step is not None:
            node, line = step, step.line
        if isinstance(part, str):
            keys.append(part)
    return line, key_of(found.kind, str(path[0])) if len(keys) < 2 else f"{key_of(found.kind, keys[0])}: {keys[-1]}"


def _child(node: Node, part: int | str) -> Node | None:
    if isinstance(node, Sequence) and isinstance(part, int):
        return node.items[part] if part < len(node.items) else None
    if isinstance(node, Mapping):
        return next((member for key, member in node.entries if key.text == part), None)
    return None


def _says(kind: str, place: str, detail: ErrorDetails) -> str:
    what = A.get(kind, f"a {kind}")
    if detail["type"] == "extra_forbidden":
        key = str(detail["loc"][-1])
        return f"has '{key}', which has no meaning there. {nearest(key, NESTED)}"
    if detail["type"] == "missing":
        return f"has no '{place}', which {what if len(detail['loc']) == 1 else 'its ' + str(detail['loc'][0])} needs"
    seen = f"has {_seen(detail['input'])} as '{place}' of {what}"
    known = _known_words(detail)
    return f"{seen}. {nearest(str(detail['input']), known)}" if known else f"{seen}; expected is {_expected(detail)}"


def _known_words(detail: ErrorDetails) -> list[str]:
    """The words of which one should be there, if the type is such a list."""
    bounds = detail.get("ctx", {})
    listed = re.findall(r"'([^']*)'", str(bounds.get("expected") or bounds.get("expected_tags") or ""))
    return [word for word in listed if word]


def _seen(value: Any) -> str:
    if isinstance(value, dict):
        return "keys"
    if isinstance(value, list | tuple):
        return "a list"
    text = str(value)
    return f"'{text[:60]}{'…' if len(text) > 60 else ''}'"


def _expected(detail: ErrorDetails) -> str:
    bounds = detail.get("ctx", {})
    match detail["type"]:
        case "greater_than_equal":
            return f"at least {bounds['ge']:g}"
        case "less_than_equal":
            return f"at most {bounds['le']:g}"
        case "string_too_long" | "too_long":
            unit = "characters" if detail["type"] == "string_too_long" else "members"
            return f"at most {bounds['max_length']} {unit}"
        case "string_pattern_mismatch":
            return A_LINK if bounds["pattern"] == URL else f"a word that fits {bounds['pattern']}"
        case other if other in _EXPECTED:
            return _EXPECTED[other]
        case _:
            return detail["msg"].removeprefix("Input should be ").removeprefix("String should ")
