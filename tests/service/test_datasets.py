"""Datasets: imports add up, double nothing, leave nothing half-written, and can be undone."""

from pathlib import Path

import pytest

from footfall.errors import InvalidData, InvalidQuestion, NotFound, StorageFailed
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor, Change, Put
from footfall.journey.questions import Reach, Score
from footfall.service import datasets, importing, library, questions, readings
from footfall.service.watching import Reached, Watch
from footfall.service.workspace import Workspace

EVENTS = Mapping(customer="who", time="when", event="what", channel="by")
ANSWERS = Mapping(kind="answers", customer="who", time="when", score="score", scale_min=1, scale_max=5)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.csv"
    rows = [f"customer {n % 30},2024-01-{1 + n % 28:02} 10:00,{'buy' if n % 3 else 'look'},web" for n in range(90)]
    path.write_text("who,when,what,by\n" + "\n".join(rows))
    return path


def everything(folder: Path) -> list[str]:
    """All files below a folder, but the database's and the locks."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if "footfall.db" not in name and not name.endswith(".lock"))


def add_touchpoints(ws: Workspace, anna: Actor) -> None:
    puts = tuple(
        Put(id=name, record={"type": "touchpoint", "name": name, "bindings": [{"events": [name]}]})
        for name in ("look", "buy")
    )
    library.change(ws, anna, Change(id="0190b6e0-0000-7000-8000-000000000001", ops=puts))


def test_files_that_together_name_too_many_kinds_of_events_do_not_come_into_one_dataset(
    ws: Workspace, anna: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MOST_KINDS", 50)
    for day in (1, 2):
        rows = [f"ann,2024-01-0{day} 10:00,order {day}{n},web" for n in range(30)]
        (tmp_path / f"{day}.csv").write_text("\n".join(["who,when,what,by", *rows]))
    datasets.import_file(ws, anna, tmp_path / "1.csv", EVENTS, "Shop")
    before = everything(ws.folder)
    with pytest.raises(InvalidData, match="the dataset has 60 different events"):
        datasets.import_file(ws, anna, tmp_path / "2.csv", EVENTS, "Shop")
    assert everything(ws.folder) == before


def test_the_same_file_and_mapping_twice_changes_nothing(ws: Workspace, anna: Actor, file: Path) -> None:
    first = datasets.import_file(ws, anna, file, EVENTS, "Shop")
    before = everything(ws.folder)
    file.rename(renamed := file.with_name("other name.csv"))
    second = datasets.import_file(ws, anna, renamed, EVENTS, "Shop")
    assert (first.unchanged, second.unchanged, second.part) == (False, True, first.part)
    assert everything(ws.folder) == before
    assert [one.events for one in datasets.list(ws, anna)] == [90]


def test_files_add_up_and_an_import_can_be_undone(ws: Workspace, anna: Actor, file: Path, tmp_path: Path) -> None:
    datasets.import_file(ws, anna, file, EVENTS, "Shop")
    alone = datasets.read(ws, anna, "shop")
    (more := tmp_path / "more.csv").write_text("who,when,what,by\nnew,2025-01-01,return,store\n")
    answers = "customer 1,2024-02-01,4\nnew,2025-01-02,1\nnew,soon,1\n"
    (scores := tmp_path / "scores.csv").write_text(f"who,when,score\n{answers}")
    parts = [
        datasets.import_file(ws, anna, more, EVENTS, "Shop").part,
        datasets.import_file(ws, anna, scores, ANSWERS, "Shop").part,
    ]
    both = datasets.read(ws, anna, "shop")
    assert (both.customers, both.events, both.answers, both.imports, both.refused) == (31, 91, 2, 3, 1)
    for part in parts:
        datasets.undo_import(ws, anna, "shop", part)
    assert datasets.read(ws, anna, "shop") == alone
    assert datasets.undo_import(ws, anna, "shop", alone.reports[0].part) is None
    assert datasets.list(ws, anna) == []
    assert everything(ws.folder) == ["key"]


def test_a_refused_file_leaves_nothing_behind(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    (bad := tmp_path / "bad.csv").write_text("who,when,what,by\nann,soon,look,web\n")
    with pytest.raises(InvalidData):
        datasets.import_file(ws, anna, bad, EVENTS, "Shop")
    assert datasets.list(ws, anna) == []
    assert everything(ws.folder) in ([], ["key"])


def test_an_import_that_fails_on_the_way_leaves_the_dataset_as_it_was(
    ws: Workspace, anna: Actor, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    datasets.import_file(ws, anna, file, EVENTS, "Shop")
    before, known = everything(ws.folder), datasets.read(ws, anna, "shop")
    (more := tmp_path / "more.csv").write_text("who,when,what,by\nnew,2025-01-01,return,store\n")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(importing.DatasetFolder, "write", full)
    with pytest.raises(StorageFailed, match="No space left"):
        datasets.import_file(ws, anna, more, EVENTS, "Shop")
    monkeypatch.undo()
    assert everything(ws.folder) == before
    assert datasets.read(ws, anna, "shop") == known


def test_a_stopped_import_leaves_nothing_behind(ws: Workspace, anna: Actor, file: Path) -> None:
    class Stopped(Exception):
        """Raised where a person presses Cancel."""

    def stop(_: Reached) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        datasets.import_file(ws, anna, file, EVENTS, "Shop", watch=Watch(stop))
    assert everything(ws.folder) == ["key"]


def test_no_file_of_the_workspace_holds_an_identity(ws: Workspace, anna: Actor, tmp_path: Path) -> None:
    canary = "canary@person.example"
    rows = [f"{canary},2024-01-02,look,web", f"{canary},soon,look,web", f"{canary},2024-01-03,buy,web,{canary}"]
    (path := tmp_path / "events.csv").write_text("who,when,what,by\n" + "\n".join(rows))
    datasets.import_file(ws, anna, path, EVENTS, "Shop")
    hits = [one for one in ws.folder.rglob("*") if one.is_file() and canary.encode() in one.read_bytes()]
    assert hits == []


def test_a_population_opens_the_customers_that_the_number_counted(ws: Workspace, anna: Actor, file: Path) -> None:
    datasets.import_file(ws, anna, file, EVENTS, "Shop")
    add_touchpoints(ws, anna)
    question = Reach(at=("look",))
    measure = questions.ask(ws, anna, "shop", question)
    pages = [questions.population(ws, anna, "shop", question, offset, 7) for offset in range(0, 42, 7)]
    rows = [row for page in pages for row in page.rows]
    assert [len(page.rows) for page in pages] == [7, 7, 7, 7, 2, 0]
    assert {page.total for page in pages} == {measure.n} == {30}
    assert len({row.customer for row in rows}) == 30
    assert sum(row.value for row in rows) / len(rows) == measure.value == 1 / 3
    someone = next(row for row in rows if row.value)
    path = datasets.customer(ws, anna, "shop", someone.customer)
    assert next(moment.time for moment in path.moments if moment.event == "look") == someone.at


def test_answers_stand_in_a_customers_path_beside_the_event_that_they_are_about(
    ws: Workspace, anna: Actor, tmp_path: Path
) -> None:
    (events := tmp_path / "events.csv").write_text(
        "who,when,what,by\nann,2024-01-02,look,web\nann,2024-01-04,buy,app\n"
    )
    (scores := tmp_path / "scores.csv").write_text("who,when,score\nann,2024-01-03,2\nann,2024-01-01,1\n")
    datasets.import_file(ws, anna, events, EVENTS, "Shop")
    datasets.import_file(ws, anna, scores, ANSWERS, "Shop")
    add_touchpoints(ws, anna)
    member = questions.population(ws, anna, "shop", Score(at=("look",))).rows[0]
    path = datasets.customer(ws, anna, "shop", member.customer)
    assert [(one.time.day, one.event, one.is_answer, one.score) for one in path.moments] == [
        (1, "", True, 1),
        (2, "look", False, None),
        (3, "look", True, 2),
        (4, "buy", False, None),
    ]


@pytest.mark.parametrize("id", ["nope", "../shop", "", "a" * 65])
def test_an_unknown_dataset_is_not_found(ws: Workspace, anna: Actor, id: str) -> None:
    with pytest.raises(NotFound):
        datasets.read(ws, anna, id)


def test_an_unknown_touchpoint_is_refused(ws: Workspace, anna: Actor, file: Path) -> None:
    datasets.import_file(ws, anna, file, EVENTS, "Shop")
    with pytest.raises(InvalidQuestion, match="The library has no touchpoint 'gone'"):
        questions.ask(ws, anna, "shop", Reach(at=("gone",)))


def test_a_name_without_letters_is_refused(ws: Workspace, anna: Actor, file: Path) -> None:
    with pytest.raises(InvalidData, match="is no name for a dataset"):
        datasets.import_file(ws, anna, file, EVENTS, "  !! ")


def test_a_map_without_data_says_why_it_has_no_numbers(ws: Workspace, anna: Actor) -> None:
    from footfall.journey.document import MapDocument

    def read(**header: str) -> readings.Readings:
        records = {"map": {"type": "map", "title": "M", **header}}
        return readings.of_document(ws, anna, MapDocument(records))

    assert read().note == "This map names no dataset."
    assert read(dataset="gone").note == "The dataset 'gone' that this map names is not here."


def test_what_readers_must_know_is_said_by_every_answer(ws: Workspace, anna: Actor, file: Path) -> None:
    datasets.import_file(ws, anna, file, EVENTS, "Shop")
    add_touchpoints(ws, anna)
    before = questions.ask(ws, anna, "shop", Reach(at=("buy",)))
    told = datasets.caution(ws, anna, "shop", " All who bought,\nbut few who looked. ")
    assert datasets.list(ws, anna) == [told]
    after = [questions.ask(ws, anna, "shop", Reach(at=(place,))) for place in ("buy", "look")]
    assert [one.note for one in after] == ["All who bought, but few who looked."] * 2
    assert after[0].model_copy(update={"note": ""}) == before
    datasets.import_file(ws, anna, file, EVENTS.model_copy(update={"channel": ""}), "Shop")
    assert datasets.list(ws, anna)[0].caution == told.caution
    datasets.caution(ws, anna, "shop", "")
    assert questions.ask(ws, anna, "shop", Reach(at=("buy",))).note == ""
    with pytest.raises(InvalidData, match="501 characters"):
        datasets.caution(ws, anna, "shop", "x" * 501)
