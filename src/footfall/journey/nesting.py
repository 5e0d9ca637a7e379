"""Maps inside maps: which step opens which map, what is inside of what, and where that would go round."""

from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Literal

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


Ended = Literal["", "gone", "loop", "again"]


class Branch(BaseModel):
    """A map where it stands in the tree of all maps."""

    model_config = ConfigDict(frozen=True)

    map: str = Field(description="The map's id.")
    level: int = Field(0, description="How deep it lies; 0 where no step opens it.")
    step: str = Field("", description="The step that opens it, by its id.")
    name: str = Field("", description="That step's name.")
    why: Ended = Field("", description="Why nothing is told below it, if so.")


def tree(openings: Openings, order: Sequence[str]) -> tuple[Branch, ...]:
    """All maps from above to below, each below the step that opens it; `order` are all maps, as roots stand.

    A map that several steps open is unfolded where it comes first; one that only stands in a loop begins one.
    """
    opened = {one.map for map, found in openings.items() for one in found if one.map != map}
    told: dict[str, None] = {}
    branches: list[Branch] = []
    for root in (*(id for id in order if id not in opened), *order):
        if root not in told:
            branches.extend(_below(openings, root, told))
    return tuple(branches)


def _below(openings: Openings, root: str, told: dict[str, None]) -> Iterator[Branch]:
    waiting: list[tuple[Branch, tuple[str, ...]]] = [(Branch(map=root), ())]
    while waiting:
        branch, above = waiting.pop()
        why = _why(openings, branch.map, above, told)
        yield branch.model_copy(update={"why": why})
        told.setdefault(branch.map)
        if not why:
            way = (*above, branch.map)
            inner = [Branch(map=one.map, level=len(way), step=one.step, name=one.name) for one in openings[branch.map]]
            waiting.extend((one, way) for one in reversed(inner))


def _why(
    openings: Openings, map: str, above: tuple[str, ...], told: Container[str]
) -> Literal["", "gone", "loop", "again"]:
    if map not in openings:
        return "gone"
    if map in above:
        return "loop"
    return "again" if map in told and openings[map] else ""
