"""Bad input at the command line: one clear sentence, exit code 2, nothing half-written."""

import gzip
import os
import shutil
import socket
from pathlib import Path

import pytest

from tests.cli.terminal import contents, run

GOOD = "customer,time,event\nann,2026-01-02,Order\nann,2026-01-03,Pay\nbob,2026-01-02,Order\n"
MAP = "footfall: 1\ntitle: Parcel\nstages:\n  - Wait: [Track]\nlanes:\n  - kind: actions\n    cards: {Track: Waits}\n"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the dataset `good`, to be copied."""
    (good := tmp_path_factory.mktemp("good") / "good.csv").write_text(GOOD)
    folder = good.parent / "data"
    assert run("import", good, "--into", "good", "--data", folder).code == 0
    return folder


@pytest.fixture(params=["no workspace", "a workspace"])
def data(request: pytest.FixtureRequest, filled: Path, tmp_path: Path) -> Path:
    """Return a data folder: one that is not there yet, and one that holds a dataset."""
    folder = tmp_path / "data"
    return shutil.copytree(filled, folder) if request.param == "a workspace" else folder


@pytest.mark.parametrize(
    ("name", "content", "options", "says"),
    [
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(200), (), "picture.csv is a picture"),
        ("noise.csv", bytes(range(256)) * 40, (), "noise.csv"),
        ("book.xlsx", b"PK\x03\x04" + bytes(100), (), "is a damaged zip archive"),
        ("broken.csv.gz", gzip.compress(GOOD.encode(), mtime=0)[:-9], (), "damaged gzip"),
        ("broken.parquet", b"PAR1" + bytes(100), (), "broken.parquet"),
        ("empty.csv", b"", (), "empty.csv is empty"),
        ("blank.csv", b"\n\n\n", (), "blank.csv is empty"),
        ("header.csv", b"customer,time,event\n", (), "header.csv"),
        ("good.csv", GOOD.encode(), ("--customer", "client"), "lacks the column client"),
        ("good.csv", GOOD.encode(), ("--mapping", "gone.yaml"), "gone.yaml cannot be read"),
        ("good.csv", GOOD.encode(), ("--scale", "best"), "The scale was given as 'best'. Expected is worst-best"),
        ("good.csv", GOOD.encode(), ("--zone", "Mars/Olympus"), "Mars/Olympus"),
        ("dates.csv", b"customer,time,event\nann,soon,Order\nbob,later,Pay\n", ("--time", "time"), "dates.csv"),
        ("soon.csv", b"customer,time,event\nann,soon,Order\n", (), "holds no times; it begins with 'soon'"),
        ("timeless.csv", b"customer,event\nann,Order\n", (), "timeless.csv has no column with times."),
        ("line.csv", GOOD.encode() + b'ann,2026-01-02,"' + b"x" * (3 << 20), (), "a line of more than"),
    ],
)
def test_a_file_that_cannot_be_imported_leaves_nothing_behind(
    name: str, content: bytes, options: tuple[str, ...], says: str, tmp_path: Path, data: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    before = contents(data)
    answer = run("import", file, "--into", "new", "--data", data, *options)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert says in answer.err
    assert contents(data) == before


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path, data: Path) -> None:
    before = contents(data)
    answer = run("import", tmp_path / "gone.csv", "--into", "new", "--data", data)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "gone.csv cannot be read: No such file or directory. Check the path and its rights.\n"
    assert contents(data) == before


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("title:", "titel:", "Line 2 has 'titel', which is no key of a map file. Did you mean 'title'?"),
        (
            "{Track: Waits}",
            "{Trakc: Waits}",
            "refers to the step 'Trakc', which is not in this file. Did you mean 'Track'?",
        ),
        ("kind: actions", "kind: acts", "'acts' as 'kind' of a lane. Did you mean 'actions'?"),
        ("footfall: 1\n", "", "should say 'footfall: 1'"),
        (MAP, "", "The file is empty."),
        (MAP, "a,b\n1,2\n", "is no map file"),
        (MAP, "x: [" * 30, "nested deeper than 20 levels"),
        (MAP, "a: &a [1]\nb: *a\n", "uses the alias *a"),
        ("Waits", "\udcff", "is not written in UTF-8"),
    ],
)
@pytest.mark.parametrize("command", ["check", "render"])
def test_a_map_file_with_a_mistake_is_named_with_its_line(
    command: str, right: str, wrong: str, says: str, tmp_path: Path
) -> None:
    file = tmp_path / "parcel.journey.yaml"
    file.write_bytes(MAP.replace(right, wrong, 1).encode("utf-8", "surrogateescape"))
    before = contents(tmp_path)
    output = ("-o", tmp_path / "parcel.svg") if command == "render" else ()
    answer = run(command, file, *output)
    assert (answer.code, answer.out) == (2, ""), answer
    assert answer.err.startswith(f"{file}: ")
    assert says in answer.err
    assert contents(tmp_path) == before


def test_a_map_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    gone = tmp_path / "gone.journey.yaml"
    answer = run("check", gone)
    assert answer.err == f"{gone}: It cannot be read: No such file or directory. Expected is a map file.\n"
    assert answer.code == 2


@pytest.mark.parametrize("command", [("import", "good.csv", "--into", "x"), ("serve", "--port", "0")])
def test_a_data_folder_that_cannot_be_written_is_one_sentence(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.csv").write_text(GOOD)
    Path("file").write_text("in the way")
    folders = [Path("file"), Path("file/data")]
    if os.geteuid() != 0:  # root may write everywhere
        Path("locked").mkdir(mode=0o500)
        folders.append(Path("locked/data"))
    before = contents(tmp_path)
    for folder in folders:
        answer = run(*command, "--data", folder)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
        assert f"The data folder {folder} cannot be written: " in answer.err
        assert ("It is a file." in answer.err) == folder.is_file()
    assert contents(tmp_path) == before


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_in_use_is_one_sentence_and_makes_nothing(command: str, data: Path) -> None:
    before = contents(data)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = run(command, "--data", data, "--port", str(port))
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert f"Another program listens on 127.0.0.1:{port}" in answer.err
    assert "--port" in answer.err
    assert contents(data) == before


@pytest.mark.parametrize("command", [("datasets",), ("datasets", "good"), ("draft", "good")])
def test_a_damaged_table_of_a_dataset_is_one_sentence(command: tuple[str, ...], filled: Path, tmp_path: Path) -> None:
    data = shutil.copytree(filled, tmp_path / "data")
    next(data.glob("datasets/good/tables-*/events.parquet")).write_text("x")
    answer = run(*command, "--data", data)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert answer.err.startswith("events.parquet of the dataset 'good' cannot be read")


def test_two_gigabytes_in_one_field_are_refused_at_once(tmp_path: Path, data: Path) -> None:
    """The file is a hole that takes no disk; tests of events measure the memory."""
    with (file := tmp_path / "large.csv").open("wb") as large:
        large.write(GOOD.encode() + b'ann,2026-01-02,"' + b"x" * (2 << 20))
        large.truncate(2 << 30)
    before = contents(data)
    answer = run("import", file, "--into", "new", "--data", data)
    file.unlink()
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert answer.err.startswith("large.csv has a line of more than 1 MB.")
    assert contents(data) == before


def test_a_folder_in_place_of_a_file_is_one_sentence(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(data.parent)
    before = contents(data)
    answer = run("import", ".", "--into", "new", "--data", data)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == ". cannot be read: Is a directory. Check the path and its rights.\n"
    assert contents(data) == before


def test_a_file_in_place_of_the_datasets_is_one_sentence(tmp_path: Path, data: Path) -> None:
    (good := tmp_path / "new.csv").write_text(GOOD + "new,2026-01-05,Order\n")
    datasets = data / "datasets"
    shutil.rmtree(datasets, ignore_errors=True)
    data.mkdir(exist_ok=True)
    datasets.write_text("in the way")
    before = contents(data)
    answer = run("import", good, "--into", "new", "--data", data)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert answer.err.startswith(f"The folder {datasets} cannot be written: File exists.")
    assert contents(data) == before


def test_an_import_that_cannot_be_taken_out_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (good := tmp_path / "good.csv").write_text(GOOD)
    data = tmp_path / "data"
    assert run("import", good, "--into", "good", "--data", data).code == 0
    only = next(data.glob("datasets/good/parts/*")).stem

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    assert_refused(data, only, f"The folder {data}/datasets/good cannot be removed: Permission denied.")
    assert run("import", good, "--into", "good", "--zone", "Asia/Tokyo", "--data", data).code == 0
    (lock := data / "datasets/.good.lock").unlink()
    lock.mkdir()
    assert_refused(data, only, f"The file {lock} cannot be written: Is a directory.")


def assert_refused(data: Path, part: str, says: str) -> None:
    """Undoing this import is refused, and nothing has changed."""
    before = contents(data / "datasets")
    answer = run("undo", "good", part, "--data", data)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert answer.err.startswith(says)
    assert contents(data / "datasets") == before


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (("datasets", "gone"), "There is no dataset 'gone'."),
        (("ask", "gone", "reach", "--at", "Order"), "The library has no touchpoint 'Order'. It has none yet"),
        (("ask", "good", "--question", "{"), "The question is no JSON"),
        (("ask", "good", "--question", "[]"), "'' is no kind of question"),
        (("ask", "good", "reech"), "'reech' is no kind of question. There are: reach, flow"),
        (("ask", "good", "reach"), "A question of reach needs --at."),
        (("draft", "gone"), "There is no dataset 'gone'."),
        (("draft", "good", "-o", "map.pdf"), "The file was to be called 'map.pdf'."),
        (("draft", "good", "-o", "gone/map.yaml"), "The file gone/map.yaml cannot be written: No such file"),
        (("undo", "good", "0123"), "The dataset 'good' has no import '0123'."),
        (("undo", "gone", "0123"), "There is no dataset 'gone'."),
        (("export", "gone", "-o", "x.pdf"), "There is no map 'gone'."),
        (
            ("export", "gone", "-o", "x.doc"),
            "Its ending says the format: .yml, .pdf, .svg, .png, .pptx, .html, .yaml, ",
        ),
    ],
)
def test_what_is_not_there_or_not_asked_well_is_one_sentence(
    command: tuple[str, ...], says: str, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(filled, "data")
    before = contents(tmp_path)
    answer = run(*command, "--data", "data")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert says in answer.err
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    "command", [("datasets",), ("undo", "x", "y"), ("maps",), ("draft", "x"), ("export", "x", "-o", "x.pdf")]
)
def test_a_command_that_needs_a_workspace_does_not_make_one(command: tuple[str, ...], tmp_path: Path) -> None:
    answer = run(*command, "--data", tmp_path / "data")
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1), answer
    assert answer.err.startswith(f"There is no workspace in {tmp_path / 'data'}.")
    assert contents(tmp_path) == {}


def test_a_file_of_a_hundred_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    with (file := tmp_path / "map.journey.yaml").open("wb") as huge:
        huge.truncate(100_000_000)
    for command in (["check", file], ["fmt", file], ["merge", file, file, file], ["diff", file, file]):
        answer = run(*command)
        assert (answer.code, "It has more than 20,000,000 bytes." in answer.err) == (2, True)
