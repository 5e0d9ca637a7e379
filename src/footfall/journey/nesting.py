"""Maps inside maps: which step opens which map, what is inside of what, and where that would go round."""

from collections import deque
from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict, Field

from footfall.journey.document import MapDocument


class Opening(BaseModel):
    """A step that opens a map: the journey inside it."""

    model_config = ConfigDict(frozen=True)

    step: str = Field(description="The step's id.")
    name: str = Field("", description="Its name.")
    map: str = Field(description="The id of the map that it opens.")


Openings = Mapping[str, tuple[Opening, ...]]  # by the map whose steps they are


def openings_of(document: MapDocument) -> tuple[Opening, ...]:
    """The steps of a map that open one, from left to right."""
    return tuple(Opening(step=id, name=step.name, map=step.map) for id, step in document.steps.items() if step.map)


def way_down(openings: Openings, start: str, target: str) -> tuple[str, ...]:
    """The maps on the shortest way from one into another, both with it; empty where the other is not inside."""
    before = _reached(openings, start)
    if target not in before:
        return ()
    way = [target]
    while way[-1] != start:
        way.append(before[way[-1]])
    return tuple(reversed(way))


def loop_of(openings: Openings, map: str, opened: str) -> tuple[str, ...]:
    """The maps round which it would go if a step of `map` opened `opened`; it begins and ends with `map`."""
    back = way_down(openings, opened, map)
    return (map, *back) if back else ()


def closing(openings: Openings, map: str) -> dict[str, tuple[str, ...]]:
    """The maps that a step of this one must not open, since they contain it, each with the loop that it would close."""
    above = {id: loop_of(openings, map, id) for id in openings}
    return {id: loop for id, loop in ({map: (map, map)} | above).items() if loop}


def inside(openings: Openings, map: str, among: Iterable[str]) -> tuple[str, ...]:
    """A map and all maps inside it of those `among`, each once; what lies below another is not looked at."""
    wanted = set(among) | {map}
    kept = {id: tuple(one for one in found if one.map in wanted) for id, found in openings.items() if id in wanted}
    return tuple(_reached(kept, map))


def _reached(openings: Openings, start: str) -> dict[str, str]:
    """Every map that can be reached by opening steps, with the one before it; the start with itself."""
    before, waiting = {start: start}, deque([start])
    while waiting:
        map = waiting.popleft()
        for one in openings.get(map, ()):
            if one.map not in before:
                before[one.map] = map
                waiting.append(one.map)
    return before
