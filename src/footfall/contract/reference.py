"""The reference pages of docs/, written from the code that they describe."""

from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings

from footfall.cli import app
from footfall.contract.commands import commands_page
from footfall.contract.errors import error_types
from footfall.contract.markdown import Row, page, table
from footfall.contract.schemas import openapi
from footfall.journey.checks import explained
from footfall.journey.records import LIBRARY_TYPES, MAP_TYPES
from footfall.settings import Settings
from footfall.sync.protocol import MAX_FRAME, VERSION, ClientMessage, ServerMessage
from footfall.web.app import API

METHODS = ("get", "post", "put", "patch", "delete")


def reference_pages() -> dict[str, str]:
    """The files of docs/reference/."""
    pages = {
        "checks": checks_page(),
        "commands": commands_page(app),
        "errors": errors_page(),
        "protocol": protocol_page(),
        "records": records_page(),
        "settings": settings_page(Settings),
        "routes": routes_page(openapi()),
    }
    return {f"docs/reference/{name}.md": text for name, text in pages.items()}


def errors_page() -> str:
    """Every error with its code."""
    intro = (
        "What Footfall refuses on purpose. Each error says what was seen, what was expected and what to do next. "
        "Its code never changes: it stands in the answers of the API (as the last part of `type`, RFC 9457) and in "
        "`--format json` of the commands, which end with exit code 2."
    )
    rows = [(f"`{error.code}`", str(error.status), error.__doc__ or "") for error in error_types()]
    return page("Errors", intro, table(("Code", "HTTP status", "Meaning"), rows))


def checks_page() -> str:
    """Every check with its code."""
    intro = (
        "What `footfall check` and the editor find in a map that can be read. A code never changes its meaning. How "
        "seriously each is taken is set by the [rules of a workspace](../guide/checks.md)."
    )
    told = [(f"`{one.code}`", one.level.value, one.meaning, one.reason, one.fix) for one in explained()]
    return page("Checks", intro, table(("Code", "Level", "Meaning", "Why", "What to do"), told))


def records_page() -> str:
    """Every record type with its fields."""
    intro = (
        "A document is a flat set of records by id. The column *Merge* says what happens when two people change "
        "one field at once: `value`, `order` and `reference`: the last one written holds; `text`: both texts are "
        "merged; `set`: additions and removals of both are kept."
    )
    map_records = [record_section(name, model) for name, model in MAP_TYPES.items()]
    library_records = [record_section(name, model) for name, model in LIBRARY_TYPES.items()]
    return page("Records", intro, "## In a map", *map_records, "## In the library", *library_records)


def record_section(name: str, model: type[BaseModel]) -> str:
    """One record type: its sentence and its fields."""
    properties = model.model_json_schema()["properties"]
    rows = [field_row(field, schema) for field, schema in properties.items() if field != "type"]
    return "\n\n".join([f"### {name}", model.__doc__ or "", table(("Field", "Merge", "Meaning"), rows)])


def field_row(name: str, schema: dict[str, Any]) -> Row:
    """One field: its name, how it merges, and what it means."""
    refers = schema.get("x-refers")
    meaning = schema.get("description", "")
    return f"`{name}`", schema.get("x-merge", "value"), f"{meaning} (→ {refers})" if refers else meaning


def protocol_page() -> str:
    """Every message of the socket."""
    intro = (
        f"What the editor and the server say to each other on the socket of a document (`{API}/documents/{{id}}/live`, "
        f"version {VERSION}), one JSON text a frame, at most {MAX_FRAME:,} bytes. The order is: commit, broadcast, "
        "acknowledge. "
        "[The schema](../../schema/protocol.json) has every bound."
    )
    sides = {"From the client": ClientMessage, "From the server": ServerMessage}
    sections = [f"## {side}\n\n{messages(union)}" for side, union in sides.items()]
    return page("Protocol", intro, *sections)


def messages(union: Any) -> str:
    """The messages of one side, each with its fields."""
    models = get_args(get_args(union)[0])
    return "\n\n".join(message_section(model) for model in models)


def message_section(model: type[BaseModel]) -> str:
    """One message: its sentence and its fields."""
    fields = {name: info for name, info in model.model_fields.items() if name != "type"}
    parts = [f"### {model.model_fields['type'].default}", model.__doc__ or ""]
    if fields:
        rows = [(f"`{name}`", info.description or "") for name, info in fields.items()]
        parts.append(table(("Field", "Meaning"), rows))
    return "\n\n".join(parts)


def settings_page(settings: type[BaseSettings]) -> str:
    """Every setting with its variable of the environment."""
    prefix = settings.model_config.get("env_prefix", "")
    intro = "What can be set. A command's option of the same name wins over the environment."
    rows = [
        (f"`{prefix}{name.upper()}`", default_of(info), info.description or "")
        for name, info in settings.model_fields.items()
    ]
    return page("Settings", intro, table(("Variable", "Default", "Meaning"), rows))


def default_of(info: FieldInfo) -> str:
    """A default as it would be written in the environment; empty where it depends on the system."""
    return "" if info.default_factory or info.is_required() else f"`{info.default}`"


def routes_page(document: dict[str, Any]) -> str:
    """Every route of the API."""
    intro = "Every route, as in [the OpenAPI document](../../schema/openapi.json). Errors are [problems](errors.md)."
    rows = [
        (method.upper(), f"`{path}`", operation.get("description") or operation.get("summary", ""))
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if method in METHODS
    ]
    return page("Routes", intro, table(("Method", "Path", "What it does"), rows))
