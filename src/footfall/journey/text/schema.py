"""The JSON Schema of a map file, made from the records, so that editors complete keys and mark mistakes."""

from typing import Any

from footfall.journey.records import RECORD_TYPES
from footfall.journey.text.names import GONE
from footfall.journey.text.shape import (
    FORMAT,
    INSIDE,
    LIBRARY_SECTIONS,
    NAMED,
    PATHS,
    PLACED,
    PLACES,
    TRAY,
    annotation_of,
    is_list,
    keys_of,
)

Schema = dict[str, Any]

MAY_BE_A_TEXT = {"note", "events"}  # what stands inside evidence and bindings, when it is all that is said

# YAML reads 42 and no as something else than a text; Footfall reads what was typed.
TYPED = {"type": ["string", "number", "boolean"]}
ID = {
    "type": "string",
    "pattern": "^[A-Za-z0-9_-]{1,64}$",
    "description": "Its own id; without one it follows from the name.",
}
REFERENCE = TYPED | {"description": f"A name or an id; {GONE} before an id that is gone."}


def file_schema() -> Schema:
    """The schema of `*.journey.yaml`, format 1."""
    definitions: Schema = {"one_or_more": _one_or_more(REFERENCE)}
    header = _fields("map", definitions)
    sections = {section: _list(_item(kind, definitions)) for section, kind in LIBRARY_SECTIONS.items()}
    definitions["step"] = _item("step", definitions)
    definitions["card"] = {"anyOf": [TYPED, _object(_fields("card", definitions) | {"id": ID}), {"type": "null"}]}
    sections["stages"] = _list(_item("stage", definitions))
    sections["lanes"] = _list(_lane(definitions))
    sections["links"] = _list(_object(_fields("link", definitions) | {"id": ID}))
    sections["tray"] = _object({key: _list(_in_tray(kind, definitions)) for key, kind in TRAY.items()})
    version = {"footfall": {"const": FORMAT, "description": "The format of the file."}}
    root = _object(version | header | sections)
    return {"title": "A Footfall journey map", **root, "required": ["footfall", "title"], "$defs": definitions}


def _fields(kind: str, definitions: Schema, *, placed: bool = True) -> Schema:
    """Key → schema of a record type's fields as they are written."""
    written = RECORD_TYPES[kind].model_json_schema(ref_template="#/$defs/{model}")
    for name, nested in written.get("$defs", {}).items():
        definitions[name] = _nested(nested)
    keys = keys_of(kind, placed=placed)
    return {key: _field(kind, field, written["properties"][field]) for key, field in keys.items()}


def _field(kind: str, field: str, schema: Schema) -> Schema:
    described = {"description": schema.get("description", "")}
    if schema.get("x-refers"):
        to_many = is_list(annotation_of(RECORD_TYPES[kind], field))
        return described | ({"$ref": "#/$defs/one_or_more"} if to_many else TYPED)
    bare = {key: value for key, value in schema.items() if not key.startswith("x-") and key not in ("title", "default")}
    if bare.get("type") == "array":
        return described | _one_or_more(_typed(bare["items"]))
    return _typed(bare)


def _nested(schema: Schema) -> Schema:
    """A value inside a field: a list may be one text, places are names, and the first field may stand alone."""
    if "properties" not in schema:
        return schema
    properties = {name: _inner(name, inner) for name, inner in schema["properties"].items()}
    required = {"required": [*schema.get("required", []), "kind"]} if "kind" in properties else {}
    value = _object(properties) | {"description": schema.get("description", "")} | required
    return {"anyOf": [value, TYPED]} if properties.keys() & MAY_BE_A_TEXT else value


def _inner(name: str, schema: Schema) -> Schema:
    if name in PLACES:
        return {"$ref": "#/$defs/one_or_more", "description": "Touchpoints."}
    if name in PATHS:
        return {"type": "array", "items": {"$ref": "#/$defs/one_or_more"}}
    bare = {key: value for key, value in schema.items() if key not in ("title", "default")}
    return _one_or_more(_typed(bare["items"])) if bare.get("type") == "array" else _typed(bare)


def _typed(schema: Schema) -> Schema:
    """A free text may be typed as a number or a word that YAML knows; words of a list stay what they are."""
    free = schema.get("type") == "string" and not schema.keys() & {"enum", "const", "pattern", "format"}
    return schema | (TYPED if free else {})


def _item(kind: str, definitions: Schema) -> Schema:
    """A record with a name: the name, `name: fields` (or a stage's steps), or all as fields."""
    fields = _fields(kind, definitions) | {"id": ID} | _inside(kind)
    values = [_object(fields), {"type": "null"}, *_inside(kind).values()]
    named = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": {"anyOf": values}}
    return {"anyOf": [TYPED, _object(fields), named]}


def _inside(kind: str) -> Schema:
    return {INSIDE[kind]: _list({"$ref": "#/$defs/step"})} if kind in INSIDE and kind in NAMED else {}


def _lane(definitions: Schema) -> Schema:
    cell = {"anyOf": [{"$ref": "#/$defs/card"}, _list({"$ref": "#/$defs/card"})]}
    cards = {"type": "object", "additionalProperties": cell, "description": "Step: its card or cards."}
    fields = _fields("lane", definitions)
    return {"anyOf": [fields["kind"], _object(fields | {"id": ID, "cards": cards})]}


def _in_tray(kind: str, definitions: Schema) -> Schema:
    places = dict.fromkeys(PLACED[kind], REFERENCE)
    return _object(_fields(kind, definitions, placed=False) | {"id": ID} | places)


def _one_or_more(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "array", "items": schema}]}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties}
