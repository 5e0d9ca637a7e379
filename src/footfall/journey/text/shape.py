"""Which keys a map file has, and where they differ from the fields of the records."""

from collections.abc import Mapping
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from footfall.journey.fields import Record
from footfall.journey.questions import Only, Place, Question
from footfall.journey.records import RECORD_TYPES

FORMAT = 1  # the number after `footfall:`; it grows when an older reader could misread the file

LIBRARY_SECTIONS = {
    "personas": "persona",
    "channels": "channel",
    "touchpoints": "touchpoint",
    "teams": "team",
    "stakeholders": "stakeholder",
    "sources": "source",
    "opportunities": "opportunity",
}
SECTIONS = (*LIBRARY_SECTIONS, "stages", "lanes", "links", "tray")
TRAY = {"steps": "step", "cards": "card"}

# Fields that stand in a file under another key.
RENAMED = {"map": {"personas": "persona"}, "link": {"source": "from", "target": "to"}}
# Records that a file refers to by their ids and never holds: other maps, and what is a workspace's own.
OUTSIDE = frozenset({"map", "insight"})
# Fields that the place in the file says; in the tray, where the place is gone, they are written.
PLACED = {"step": ("stage",), "card": ("lane", "step")}
# Records whose name may stand alone, or before a colon with what belongs to them.
NAMED = (*LIBRARY_SECTIONS.values(), "stage", "step")
# What stands inside a record in the file, though it is records of its own.
INSIDE = {"stage": "steps", "lane": "cards"}

# Question kind → its model; the keys of it and of its filter that hold touchpoints, and those that hold several places.
QUESTIONS: dict[str, type[BaseModel]] = {
    model.model_fields["kind"].default: model for model in get_args(get_args(Question)[0])
}
QUESTION_KEYS = {key for model in QUESTIONS.values() for key in model.model_fields}


def _holding(annotation: Any) -> set[str]:
    models: list[type[BaseModel]] = [*QUESTIONS.values(), Only]
    fields = (field for model in models for field in model.model_fields.items())
    return {key for key, field in fields if _bare(field.annotation) == annotation}


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


FILTER = "only"  # the key of a question's filter

PLACES = _holding(_bare(Place))
PATHS = _holding(tuple[Place, ...])


def key_of(kind: str, field: str) -> str:
    """The key under which a field of a record type is written."""
    return RENAMED.get(kind, {}).get(field, field)


def keys_of(kind: str, *, placed: bool = True) -> dict[str, str]:
    """Key → field of a record type; without the fields that the place in the file says when `placed`."""
    hidden = {"type", *(PLACED.get(kind, ()) if placed else ())}
    return {key_of(kind, field): field for field in RECORD_TYPES[kind].model_fields if field not in hidden}


def is_list(annotation: Any) -> bool:
    """Whether a field holds a list."""
    return get_origin(_bare(annotation)) is tuple


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model whose values a field holds as a list, if it is one."""
    bare = _bare(annotation)
    member = get_args(bare)[0] if get_origin(bare) is tuple else None
    return member if isinstance(member, type) and issubclass(member, BaseModel) else None


def annotation_of(model: type[Record], field: str) -> Any:
    """How a field of a record is declared."""
    return model.model_fields[field].annotation


def words_for_id(kind: str, fields: Mapping[str, Any], place: str) -> str:
    """The words from which the id of a record follows when the file gives none; `place` says where it stands."""
    if kind == "card":
        return str(fields.get("text") or fields.get("feeling") or place)
    if kind == "lane":
        return str(fields.get("name") or fields.get("kind", ""))
    return str(fields.get("name", "")) or place
