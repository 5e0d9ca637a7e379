"""A step opens a map: who rolls up, what is refused, and what a merge may leave behind."""

from pathlib import Path

from uuid_utils import uuid7

from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put, Records, Set
from footfall.service import datasets, library, map_checks, maps, nesting, questions
from footfall.service.nesting import Above, Closing
from footfall.service.workspace import Workspace

LOG = "who,when,what\n" + "".join(
    f"c{one},2024-01-0{day} 10:00,{what}\n"
    for one, paths in enumerate((["look", "call"], ["call"], ["call", "mail"], ["mail"], ["look"]))
    for day, what in enumerate(paths, 1)
)
SHARED: Records = {id: {"type": "touchpoint", "name": id, "bindings": [{"events": [id]}]} for id in ("look", "call")}
SHARED |= {"mail": {"type": "touchpoint", "name": "mail", "bindings": [{"events": ["mail"]}]}}


def a_map(title: str, dataset: str = "shop", **steps: dict[str, object]) -> Records:
    made = {id: {"type": "step", "stage": "all", "name": id.title()} | step for id, step in steps.items()}
    head = {"map": {"type": "map", "title": title, "dataset": dataset}, "all": {"type": "stage", "name": "All"}}
    return head | made


def shop(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    (file := tmp_path / "events.csv").write_text(LOG)
    datasets.import_file(ws, anna, file, Mapping(customer="who", time="when", event="what"), "Shop")
    puts = tuple(Put(id=id, record=record) for id, record in SHARED.items())
    library.change(ws, anna, Change(id=str(uuid7()), ops=puts))


def test_customers_roll_up_over_one_population_each_counted_once(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    shop(ws, anna, tmp_path)
    letters = maps.create(ws, anna, a_map("Letters", write={"touchpoint": "mail"}))
    helped = maps.create(ws, anna, a_map("Help", ring={"touchpoint": "call"}, letter={"map": letters}))
    life = maps.create(ws, anna, a_map("Life", find={"touchpoint": "look"}, help={"map": helped}))
    (step,) = nesting.of_map(ws, anna, life).steps
    assert step.reach is not None
    assert (step.step, step.title, step.maps, step.why) == ("help", "Help", (helped, letters), "")
    assert (step.reach.value, step.reach.n) == (0.8, 5)
    rows = questions.population(ws, anna, "shop", step.reach.question)
    assert sum(row.value for row in rows.rows) == 4
    assert nesting.of_map(ws, anna, letters).above == (Above(map=helped, title="Help", step="letter", name="Letter"),)


def test_why_nothing_rolls_up_is_said(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    shop(ws, anna, tmp_path)
    other = maps.create(ws, anna, a_map("Other", dataset="bank", ring={"touchpoint": "call"}))
    empty = maps.create(ws, anna, a_map("Empty", ring={}))
    here = maps.create(ws, anna, a_map("Here", a={"map": other}, b={"map": empty}, c={"map": "nowhere"}))
    found = nesting.of_map(ws, anna, here).steps
    assert {one.step: one.why for one in found} == {"a": "other-dataset", "b": "no-touchpoints", "c": "gone"}
    lone = maps.create(ws, anna, a_map("Lone", dataset="", a={"map": empty}))
    assert [(one.why, one.reach) for one in nesting.of_map(ws, anna, lone).steps] == [("no-dataset", None)]


def test_a_loop_is_named_before_it_is_made_and_tolerated_where_it_arose(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    shop(ws, anna, tmp_path)
    inner = maps.create(ws, anna, a_map("Inner", back={"touchpoint": "call"}))
    outer = maps.create(ws, anna, a_map("Outer", into={"map": inner}))
    assert nesting.of_map(ws, anna, inner).closing == (
        Closing(map=inner, loop=("Inner", "Inner")),
        Closing(map=outer, loop=("Inner", "Outer", "Inner")),
    )
    change = Change(id=str(uuid7()), ops=(Set(id="back", field="map", value=outer),))
    maps.change(ws, anna, inner, change)  # as two merged files would
    (step,) = nesting.of_map(ws, anna, inner).steps
    assert (step.why, step.loop, step.reach) == ("loop", ("Inner", "Outer", "Inner"), None)
    found = [one for one in map_checks.read(ws, anna, inner).findings if one.code == "goes-round"]
    assert [(one.record, one.field, one.sentence) for one in found] == [
        ("back", "map", "The step 'Back' opens a map that leads back here: Inner → Outer → Inner.")
    ]


def test_what_an_earlier_version_kept_of_a_map_is_made_anew_once(ws: Workspace, anna: Actor) -> None:
    inner = maps.create(ws, anna, a_map("Inner"))
    outer = maps.create(ws, anna, a_map("Outer", into={"map": inner}))
    from footfall.store import journal

    old = {"title": "Outer", "kind": "current", "status": "draft", "uses": {}}
    ws.store.write(lambda writing: journal.summarise(writing, outer, 1, old)).result()
    assert [one.map for one in maps.stocked(ws, anna)[outer].stock.opens] == [inner]
    ws.store.write(lambda _: None).result()  # what was queued before is written
    kept = ws.store.read(lambda reading: journal.find(reading, outer))
    assert kept is not None
    assert kept.summary is not None
    assert kept.summary["form"] == maps.FORM
