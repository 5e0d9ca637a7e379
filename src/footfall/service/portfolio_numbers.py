"""What customers say and do in each journey of a portfolio: scores at once, fits one map at a time and remembered."""

from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal
from weakref import WeakKeyDictionary

from pydantic import BaseModel, ConfigDict, Field

from footfall.errors import FootfallError, NotFound
from footfall.journey import heat
from footfall.journey.changes import Actor
from footfall.journey.heat import Heat
from footfall.journey.places import MOST_IN_A_PLACE, Place
from footfall.journey.questions import NetPromoter, Question, Score
from footfall.measures.alignment.told import Share
from footfall.measures.measure import Measure
from footfall.service import datasets, library, maps
from footfall.service.nesting import Maps, rolled_up
from footfall.service.workspace import Workspace

if TYPE_CHECKING:
    from footfall.engine.once import Once

KEPT = 2_000  # fits that are remembered of one dataset
Key = tuple[str, int, int]  # a map, its seq and the library's
Missing = Literal[
    "", "no-dataset", "gone-dataset", "no-touchpoints", "too-many", "no-answers", "no-steps", "no-events", "refused"
]
_kept: "WeakKeyDictionary[Any, Once[Key, Share | None]]" = WeakKeyDictionary()
_keeping = Lock()


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Scores(_Model):
    """What customers answered anywhere in a map, or in the maps inside it."""

    map: str
    maps: tuple[str, ...] = Field(description="The maps whose touchpoints are asked together.")
    score: Measure | None = Field(None, description="The mean score, -2 to +2; none without answers.")
    nps: Measure | None = Field(None, description="The Net Promoter Score; none without answers from 0 to 10.")
    why: Missing = Field("", description="Why one of the two is not known, where it is not.")
    heat: dict[str, Heat] = {}


class Fit(_Model):
    """How many customers do what a map draws."""

    map: str
    fits: Share | None = Field(None, description="Of all customers, those whose path costs nothing.")
    why: Missing = Field("", description="Why it is not known, where it is not.")
    note: str = Field("", description="What was said when it was refused.")
    heat: Heat = Heat()


def scores(ws: Workspace, actor: Actor) -> tuple[Scores, ...]:
    """The scores of all maps, or why a map has none. Raises QueryLimit, StorageFailed."""
    known = maps.stocked(ws, actor)
    here = _datasets(ws, actor, known)
    found = [one for dataset in here for one in _scores(ws, actor, known, dataset)]
    return (*found, *(Scores(map=id, maps=(), why=why) for id, why in _unread(known, here).items()))


def fits(ws: Workspace, actor: Actor) -> tuple[Fit, ...]:
    """The fits of all maps, or why a map has none; a map that did not change is not laid again."""
    known = maps.stocked(ws, actor)
    here = _datasets(ws, actor, known)
    found = [one for dataset in here for one in _fits(ws, actor, known, dataset)]
    return (*found, *(Fit(map=id, why=why) for id, why in _unread(known, here).items()))


def _unread(known: Maps, here: list[str]) -> dict[str, Missing]:
    """The maps that are read beside no dataset which is here, each with the reason."""
    return {id: "gone-dataset" if one.dataset else "no-dataset" for id, one in known.items() if one.dataset not in here}


def _datasets(ws: Workspace, actor: Actor, known: Maps) -> list[str]:
    named = dict.fromkeys(one.dataset for one in known.values() if one.dataset)
    here = {one.id for one in datasets.list(ws, actor)}
    return [dataset for dataset in named if dataset in here]


def _scores(ws: Workspace, actor: Actor, known: Maps, dataset: str) -> Iterator[Scores]:
    """The scores beside one dataset, all asked in one go."""
    from footfall.service.asking import put_all

    openings = {map: one.stock.opens for map, one in known.items()}
    places = {id: rolled_up(known, openings, id) for id, one in known.items() if one.dataset == dataset}
    unasked = {id: _unasked(place) for id, (_, place) in places.items()}
    yield from (Scores(map=id, maps=places[id][0], why=why) for id, why in unasked.items() if why)
    asked = {id: _asked(place) for id, (_, place) in places.items() if not unasked[id]}
    questions = [question for both in asked.values() for question in both]
    answers = iter(put_all(ws, actor, dataset, library.read(ws, actor).touchpoints, questions).measures())
    for id in asked:
        yield _scored(id, places[id][0], next(answers), next(answers))


def _unasked(place: Place) -> Missing:
    """Why the customers of these touchpoints cannot be asked about, if they cannot."""
    return "no-touchpoints" if not place else "too-many" if len(place) > MOST_IN_A_PLACE else ""


def _asked(place: Place) -> tuple[Question, Question]:
    return Score(at=place, as_emotion=True), NetPromoter(at=place)


def _scored(id: str, together: tuple[str, ...], score: Measure, nps: Measure) -> Scores:
    return Scores(
        map=id,
        maps=together,
        score=score if score.n else None,
        nps=nps if nps.n else None,
        why="" if score.n and nps.n else "no-answers",
        heat={"score": heat.of_score(_said(score)), "nps": heat.of_promoters(_said(nps))},
    )


def _said(measure: Measure) -> float | None:
    """The value, unless too few stand behind it."""
    return None if measure.too_few else measure.value


def _fits(ws: Workspace, actor: Actor, known: Maps, dataset: str) -> Iterator[Fit]:
    from footfall.engine.once import Once
    from footfall.service.asking import open_dataset

    opened = open_dataset(ws, actor, dataset)
    shared = library.read_records(ws, actor)
    with _keeping:
        once = _kept.setdefault(opened.tables, Once(KEPT))
    for id, one in known.items():
        if one.dataset != dataset:
            continue
        yield _fit(ws, actor, once, (id, one.seq, shared.seq)) if one.steps else Fit(map=id, why="no-steps")


def _fit(ws: Workspace, actor: Actor, once: "Once[Key, Share | None]", key: Key) -> Fit:
    """The fit of a map as it is after one seq of its journal and of the library's; or why it is not known."""
    try:
        (share,) = once.all([key], lambda _: [_laid(ws, actor, key[0])])
    except FootfallError as refused:
        return Fit(map=key[0], why="refused", note=str(refused))
    if share is None:
        return Fit(map=key[0], why="no-events")
    return Fit(map=key[0], fits=share, heat=heat.of_fit(None if share.too_few else share.share))


def _laid(ws: Workspace, actor: Actor, id: str) -> Share | None:
    from footfall.service import alignments

    try:
        return alignments.of_map(ws, actor, id).fits
    except NotFound:  # deleted meanwhile
        return None
