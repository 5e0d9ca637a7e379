"""What the editor needs as values, not as types: how each field behaves, and the numbers of the protocol."""

import json
from typing import Any

from pydantic import BaseModel

from footfall.contract.markdown import NOTE
from footfall.images import MOST_BYTES
from footfall.journey.records import RECORD_TYPES
from footfall.sync.audience import GONE
from footfall.sync.protocol import MAX_FRAME, VERSION
from footfall.sync.session import REFUSED

HEAD = """\
export type Merge = "value" | "text" | "order" | "reference" | "set";

/** How a field behaves: how two people's edits meet, the default that stands for absence, its bounds. */
export interface FieldRule {
  readonly merge: Merge;
  /** Absent where a value is required. */
  readonly initial?: unknown;
  /** Most characters of a text, most members of a set. */
  readonly longest?: number;
  /** The record type that it points at. */
  readonly refers?: string;
}
"""


def editor_files() -> dict[str, str]:
    """The TypeScript modules, beside those that openapi-ts writes."""
    modules = {"fields": fields_module(), "protocol": protocol_module()}
    return {f"web/src/generated/{name}.gen.ts": text for name, text in modules.items()}


def protocol_module() -> str:
    """The TypeScript module with the version of the protocol, its bounds and its close codes."""
    frames = {"version": VERSION, "longestFrame": MAX_FRAME, "gone": GONE, "refused": REFUSED}
    numbers = frames | {"largestPicture": MOST_BYTES}
    return f"// {NOTE}\n\nexport const PROTOCOL = {json.dumps(numbers, indent=2)} as const;\n"


def fields_module() -> str:
    """The TypeScript module with one rule for each field of each record type."""
    table = {name: field_rules(model) for name, model in RECORD_TYPES.items()}
    types = " | ".join(json.dumps(name) for name in RECORD_TYPES)
    written = json.dumps(table, indent=2, ensure_ascii=False)
    return (
        f"// {NOTE}\n\n{HEAD}\nexport type RecordType = {types};\n\n"
        f"export const FIELDS: Readonly<Record<RecordType, Readonly<Record<string, FieldRule>>>> = {written};\n"
    )


def field_rules(model: type[BaseModel]) -> dict[str, dict[str, Any]]:
    """The rule of each field but the tag."""
    properties = model.model_json_schema()["properties"]
    return {name: field_rule(schema) for name, schema in properties.items() if name != "type"}


def field_rule(schema: dict[str, Any]) -> dict[str, Any]:
    """One field's rule; what does not apply is left out."""
    longest = schema.get("maxLength", schema.get("maxItems"))
    rule = {"merge": schema.get("x-merge", "value")}
    rule |= {"initial": schema["default"]} if "default" in schema else {}
    rule |= {"longest": longest} if longest else {}
    return rule | ({"refers": schema["x-refers"]} if "x-refers" in schema else {})
