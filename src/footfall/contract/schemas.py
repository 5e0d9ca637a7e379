"""The schemas that other programs read: documents, protocol, routes and errors."""

import json
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, models_json_schema
from pydantic_core import core_schema

from footfall.contract.errors import error_types
from footfall.contract.markdown import NOTE
from footfall.journey.changes import Actor, Change, Drop, Entry, Op, Put, Set
from footfall.journey.fields import RecordId
from footfall.journey.questions import Question
from footfall.journey.records import LIBRARY_TYPES, MAP_TYPES, AnyRecord, LibraryRecord, MapRecord
from footfall.journey.text import file_schema
from footfall.sync.protocol import (
    VERSION,
    Acknowledged,
    ClientMessage,
    Edit,
    Entries,
    Failed,
    Hello,
    Here,
    People,
    Ping,
    Pong,
    Refused,
    Reset,
    ServerMessage,
    Welcome,
)
from footfall.web.app import create_app

REFERENCE = "#/components/schemas/{model}"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
# Models that no route names but the editor needs as types.
MODELS: tuple[type[BaseModel], ...] = (*MAP_TYPES.values(), *LIBRARY_TYPES.values())
MODELS += (Put, Set, Drop, Change, Actor, Entry)
MODELS += (Hello, Edit, Here, Ping)
MODELS += (Welcome, Entries, Acknowledged, Refused, People, Reset, Failed, Pong)
UNIONS: dict[str, Any] = {
    "ClientMessage": ClientMessage,
    "ServerMessage": ServerMessage,
    "AnyRecord": AnyRecord,
    "Op": Op,
    "Question": Question,
}


class SchemaWriter(GenerateJsonSchema):
    """Pydantic's own schemas, as readers of them want them: tags required, no titles that repeat the name."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - the signature is Pydantic's
        """Leave out titles that only repeat a field's name."""
        return False

    def field_is_required(
        self,
        field: core_schema.ModelField | core_schema.DataclassField | core_schema.TypedDictField,
        total: bool,
    ) -> bool:
        """Ask for the tag of a union (`type`, `op`), which has a default in Python but stands in every record."""
        inner = field["schema"]
        tag = (
            inner["type"] == "default"
            and inner["schema"]["type"] == "literal"
            and len(inner["schema"]["expected"]) == 1
        )
        return tag or super().field_is_required(field, total)


def schema_files() -> dict[str, str]:
    """The files of schema/."""
    schemas = {
        "map": document_schema("A map: its records by id.", MapRecord),
        "library": document_schema("What the maps of a workspace share: its records by id.", LibraryRecord),
        "openapi": openapi(),
        "protocol": protocol_schema(),
        "errors": errors_schema(),
        "journey-file": {"$schema": DIALECT, "$comment": NOTE, **file_schema()},
    }
    return {f"schema/{name}.json": as_text(schema) for name, schema in schemas.items()}


def document_schema(description: str, record: Any) -> dict[str, Any]:
    """The schema of one kind of document, as it is stored and sent."""
    schema = TypeAdapter(dict[RecordId, record]).json_schema(schema_generator=SchemaWriter)
    return {"$schema": DIALECT, "$comment": NOTE, "description": description, **schema}


def protocol_schema() -> dict[str, Any]:
    """The schema of the frames on the socket of a document: one message, of either side."""
    schema = TypeAdapter(ClientMessage | ServerMessage).json_schema(schema_generator=SchemaWriter)
    described = {"description": f"A message on the socket of a document, version {VERSION}.", **schema}
    return {"$schema": DIALECT, "$comment": NOTE, **described}


def openapi() -> dict[str, Any]:
    """The routes, with the records, the changes and the messages of the socket among their schemas."""
    document = create_app().openapi()
    document["info"]["description"] = NOTE
    schemas = document["components"]["schemas"]
    schemas.update(model_schemas(MODELS))
    schemas.update(union_schemas())
    return document


def model_schemas(models: Iterable[type[BaseModel]]) -> dict[str, Any]:
    """The schemas of models and of all that they name, as OpenAPI keeps them."""
    _, found = models_json_schema(
        [(model, "validation") for model in models],
        ref_template=REFERENCE,
        schema_generator=SchemaWriter,
    )
    return dict(found["$defs"])


def union_schemas() -> dict[str, Any]:
    """The unions that have a name of their own, so that TypeScript has the name too."""
    schemas = {
        name: TypeAdapter(union).json_schema(ref_template=REFERENCE, schema_generator=SchemaWriter)
        for name, union in UNIONS.items()
    }
    return {name: {key: part for key, part in schema.items() if key != "$defs"} for name, schema in schemas.items()}


def errors_schema() -> dict[str, Any]:
    """Each stable code with its HTTP status and its meaning."""
    codes = {error.code: {"status": error.status, "meaning": error.__doc__ or ""} for error in error_types()}
    return {"$comment": NOTE, "errors": codes}


def as_text(schema: dict[str, Any]) -> str:
    """JSON as it is committed: indented, keys in the order of the models."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
