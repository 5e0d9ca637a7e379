"""A person's file is read by a process of its own, which can neither take the server down nor leave anything behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from footfall.errors import FootfallError, InvalidData, QueryLimit, StorageFailed
from footfall.events.converting import open_source
from footfall.events.mapping import Mapping
from footfall.service.apart import process, reading
from footfall.service.apart.process import Bounds, ask
from footfall.service.apart.reading import Known, Wanted
from footfall.service.watching import Reached, Stopped, Watch

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="finds child processes in /proc")

MAPPING = Mapping(customer="who", time="when", event="what")
PLENTY = Bounds(1000, 60, 60)
PATIENCE = 60  # seconds


@pytest.fixture(autouse=True)
def as_in_the_product(readers: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_started", readers)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "events.csv"
    rows = "".join(f"customer {n},2024-01-{1 + n % 28:02} 10:00,{'buy' if n % 3 else 'look'}\n" for n in range(300_000))
    path.write_text(f"who,when,what\n{rows}")
    return path


def children() -> set[int]:
    """The processes that this one started and that live."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that has just ended
            found.update(map(int, (task / "children").read_text().split()))
    return found


def convert(file: Path, watch: Watch, mapping: Mapping = MAPPING) -> reading.ReadPart:
    wanted = Wanted(file, mapping, {}, b"k" * 32)
    return reading.convert(wanted, "shop", file.with_suffix(".part"), Known(), watch)


def refusal(error: FootfallError) -> tuple[type, str, str, str]:
    return type(error), error.seen, error.expected, error.todo


def test_what_a_reader_refuses_is_the_refusal_that_it_would_be_here(file: Path) -> None:
    wrong = MAPPING.model_copy(update={"event": "whta"})
    with pytest.raises(InvalidData) as here:
        open_source(file, wrong, {})
    with pytest.raises(InvalidData) as apart:
        convert(file, Watch(), wrong)
    assert refusal(apart.value) == refusal(here.value)


def test_progress_is_told_while_a_reader_reads(file: Path) -> None:
    heard: list[Reached] = []
    done = convert(file, Watch(heard.append))
    assert (done.columns, done.report and done.report.kept) == (("who", "when", "what"), 300_000)
    assert [one.rows for one in heard] == sorted(one.rows for one in heard)
    assert [one.share for one in heard] == sorted(one.share for one in heard)
    assert (heard[-1].rows, len(heard) > 2) == (300_000, True)


def test_a_file_that_needs_too_much_memory_is_refused_in_words(file: Path) -> None:
    told = {"path": str(file), "mapping": MAPPING.model_dump(mode="json", exclude_defaults=True), "files": {}}
    told |= {"dataset": "shop", "draft": str(file.with_suffix(".part")), "known": (), "people": "", "key": "00" * 32}
    with pytest.raises(QueryLimit, match=r"^events\.csv needs more memory than the 180 MB that a file may use"):
        ask("convert", told, file.name, Bounds(180, 60, 60))


def test_a_file_that_takes_too_long_is_refused_in_words(file: Path) -> None:
    with pytest.raises(QueryLimit, match=r"^events\.csv was not read within 0\.01 seconds\."):
        ask("propose", {"path": str(file)}, file.name, Bounds(1000, 60, 0.01))


@pytest.mark.parametrize(
    ("end", "error", "sentence"),
    [
        (signal.SIGSEGV, InvalidData, "events.csv made its reader stop: it is damaged, or not what its name says."),
        (signal.SIGABRT, InvalidData, "events.csv made its reader stop: it is damaged, or not what its name says."),
        (signal.SIGKILL, QueryLimit, "events.csv needs more memory than the 1,000 MB"),
        (signal.SIGXCPU, QueryLimit, "events.csv was not read within 600 seconds."),
    ],
)
def test_a_reader_that_ends_on_the_way_is_told_in_words(
    file: Path, end: signal.Signals, error: type[FootfallError], sentence: str
) -> None:
    before = children()

    def kill(_: Reached) -> None:
        for pid in children() - before:
            os.kill(pid, end)

    with pytest.raises(error) as told:
        convert(file, Watch(kill))
    assert told.value.seen.startswith(sentence)
    assert children() == before


def test_a_reader_is_ended_when_the_import_is_stopped(file: Path) -> None:
    before = children()
    watch = Watch(lambda _: watch.stop())
    with pytest.raises(Stopped):
        convert(file, watch)
    assert children() == before


def test_a_reader_that_finds_no_room_says_so(file: Path) -> None:
    wanted = Wanted(file, MAPPING, {}, b"k" * 32)
    with pytest.raises(StorageFailed, match="cannot be written: No such file"):
        reading.convert(wanted, "shop", file.parent / "nowhere" / "part", Known(), Watch())


def test_a_spare_reader_does_the_next_order_and_is_gone(file: Path) -> None:
    before = children()
    reading.warm()
    (spare,) = children() - before
    reading.warm()
    assert children() - before == {spare}
    assert reading.columns(file) == ("who", "when", "what")
    assert children() == before


def test_readers_end_when_their_parent_is_killed(file: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from footfall.service.apart import process, reading\n"
        "reading.warm(); print(process._spares._reader._child.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=process._environment()
    )
    assert parent.stdout is not None
    assert parent.stdin is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait(PATIENCE)
    parent.stdout.close()
    parent.stdin.close()
    wait_until(lambda: is_gone(pid))


def is_gone(pid: int) -> bool:
    """Whether a process has ended, even where nobody waited for it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def wait_until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < end
