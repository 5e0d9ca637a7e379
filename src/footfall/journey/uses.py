"""Where a map uses what the library holds."""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.changes import RecordJson, Records
from footfall.journey.fields import refers_to
from footfall.journey.records import LIBRARY_TYPES, MAP_TYPES


class Uses(BaseModel):
    """How often one map names one record of the library, and where it does so first."""

    model_config = ConfigDict(frozen=True)

    cards: int = Field(0, description="How many cards name it.")
    steps: int = Field(0, description="How many steps name it.")
    of_map: bool = Field(False, description="Whether the map itself does: a persona that it is seen through.")
    first: str = Field("", description="The id of a card or step of the map that names it, to go to.")


def _pointing() -> dict[str, tuple[str, ...]]:
    return {
        kind: tuple(name for name in model.model_fields if refers_to(model, name) in LIBRARY_TYPES)
        for kind, model in MAP_TYPES.items()
    }


POINTING = _pointing()  # the fields of each kind of record that name something of the library


def uses_in(records: Records) -> dict[str, Uses]:
    """For each record of the library that the map names, how often; a record that names it twice counts once."""
    found: dict[str, Uses] = {}
    for id, record in records.items():
        for named in _named(record):
            found[named] = _counted(found.get(named, Uses()), id, str(record["type"]))
    return dict(sorted(found.items()))


def _named(record: RecordJson) -> set[str]:
    named = {id for field in POINTING.get(str(record["type"]), ()) for id in _ids(record.get(field))}
    return named | set(_cited(record.get("evidence")))


def _cited(evidence: object) -> Iterator[str]:
    """The sources that a card cites."""
    for one in evidence if isinstance(evidence, list | tuple) else ():
        yield from _ids(one.get("source"))


def _ids(value: object) -> Iterator[str]:
    """The ids in a field that holds one, or several."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, list | tuple):
        yield from (str(id) for id in value)


def _counted(so_far: Uses, id: str, kind: str) -> Uses:
    first = so_far.first or (id if kind in ("card", "step") else "")
    return so_far.model_copy(
        update={
            "cards": so_far.cards + (kind == "card"),
            "steps": so_far.steps + (kind == "step"),
            "of_map": so_far.of_map or kind == "map",
            "first": first,
        }
    )
