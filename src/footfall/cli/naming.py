"""What people call things in a terminal: maps by id or title, touchpoints by id or name."""

from collections.abc import Mapping, Sequence

from footfall.cli.working import Working
from footfall.errors import InvalidQuestion, NotFound


def map_id(here: Working, written: str) -> str:
    """The id of the map that is meant. Raises NotFound."""
    from footfall.service import maps

    return found_map({one.id: one.title for one in maps.list(here.ws, here.actor)}, written)


def found_map(titles: Mapping[str, str], written: str) -> str:
    """The id of the map that is meant among these. Raises NotFound."""
    from footfall.journey.text.names import Names
    from footfall.journey.text.problems import nearest

    names = Names("map", titles)
    found = names.find(written)
    if found is None and names.is_shared(written):
        raise NotFound(f"Several maps are called '{written}'.", todo="Name it by its id, as `footfall maps` lists it.")
    if found is None:
        raise NotFound(f"There is no map '{written}'.", nearest(written, names.written))
    return found


def touchpoint_ids(here: Working, written: Sequence[str]) -> list[str]:
    """The ids of the touchpoints that are meant; an event that stands for itself stays. Raises InvalidQuestion."""
    from footfall.journey.questions import EVENT
    from footfall.journey.text.names import Names
    from footfall.journey.text.problems import nearest
    from footfall.service import library

    known = library.read(here.ws, here.actor).touchpoints
    names = Names("touchpoint", {id: touchpoint.name for id, touchpoint in known.items()})
    ids = []
    for name in written:
        found = name if name.startswith(EVENT) else names.find(name)
        if found is None:
            hint = nearest(name, names.written) if known else "It has none yet: `footfall draft DATASET` finds them."
            raise InvalidQuestion(f"The library has no touchpoint '{name}'.", hint)
        ids.append(found)
    return ids
