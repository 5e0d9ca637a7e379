"""A dataset may go, or a touchpoint that a question asks about: the grade of claims goes and comes with it."""

from collections.abc import Mapping
from pathlib import Path

from uuid_utils import uuid7

from footfall.events.mapping import Mapping as FileMapping
from footfall.journey.changes import Actor, Change, Drop, Op, Put, Records
from footfall.render.composing import compose
from footfall.service import datasets, library, maps, portfolio, readings, research
from footfall.service.workspace import Workspace

LOG = "who,when,what\n" + "".join(f"c{one},2024-01-01 10:00,look\n" for one in range(60))
LOOKS: Put = Put(id="looks", record={"type": "touchpoint", "name": "Looks", "bindings": [{"events": ["look"]}]})
READ = {"dataset": "shop", "question": {"kind": "reach", "at": ["looks"]}, "value": 1, "low": 0.3, "high": 1, "n": 2}
MAP: Records = {
    "map": {"type": "map", "title": "Parcel", "dataset": "shop"},
    "all": {"type": "stage", "name": "All"},
    "look": {"type": "step", "stage": "all", "name": "Look", "touchpoint": "looks"},
    "pains": {"type": "lane", "kind": "pain-points"},
    "slow": {"type": "card", "lane": "pains", "step": "look", "text": "Slow", "evidence": [READ]},
    "heard": {"type": "card", "lane": "pains", "step": "look", "text": "Told", "evidence": [READ, {"note": "A call"}]},
    "counts": {"type": "lane", "kind": "measures"},
    "asks": {"type": "card", "lane": "counts", "step": "look", "question": READ["question"], "text": "Looks"},
}


Seen = tuple[dict[str, int], set[str], dict[str, int]]


def seen(ws: Workspace, anna: Actor) -> Seen:
    """The grades of the portfolio, what the research plan takes for assumed, and the legend of the picture."""
    (one,) = portfolio.read(ws, anna).journeys
    document = maps.read(ws, anna, one.id)
    picture = compose(document, library.read(ws, anna), readings.of_document(ws, anna, document))
    assumed = {each.text for each in research.plan(ws, anna).assumptions}
    legend = {item.grade.value: int(item.count) for item in picture.footer.grades}
    return _some(dict(one.grades)), assumed, _some(legend)


def _some(counts: Mapping[str, int]) -> dict[str, int]:
    return {str(grade): count for grade, count in counts.items() if count}


STANDS: Seen = ({"measured": 3}, set(), {"measured": 3})
FALLEN: Seen = ({"assumed": 2, "heard": 1}, {"Slow"}, {"assumed": 2, "heard": 1})


def change(ws: Workspace, anna: Actor, op: Op) -> None:
    library.change(ws, anna, Change(id=str(uuid7()), ops=(op,)))


def take_in(ws: Workspace, anna: Actor, path: Path) -> None:
    path.write_text(LOG)
    datasets.import_file(
        ws, anna, path, FileMapping(kind="events", customer="who", time="when", event="what"), into="Shop"
    )


def test_a_dataset_that_is_gone_takes_the_grade_of_what_was_measured_from_it_along_until_it_is_back(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    take_in(ws, anna, tmp_path / "log.csv")
    change(ws, anna, LOOKS)
    maps.create(ws, anna, MAP)
    assert seen(ws, anna) == STANDS
    datasets.remove(ws, anna, "shop")
    assert seen(ws, anna) == FALLEN
    take_in(ws, anna, tmp_path / "log.csv")
    assert seen(ws, anna) == STANDS


def test_so_does_a_touchpoint_that_the_question_asks_about(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    take_in(ws, anna, tmp_path / "log.csv")
    change(ws, anna, LOOKS)
    maps.create(ws, anna, MAP)
    change(ws, anna, Drop(id="looks"))
    assert seen(ws, anna) == FALLEN
    change(ws, anna, LOOKS)
    assert seen(ws, anna) == STANDS
