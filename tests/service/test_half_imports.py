"""Nothing is half-imported: whatever ends an import, and whenever, the dataset is what it was and no file is left."""

import hashlib
import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from footfall.errors import StorageFailed
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets
from footfall.service.apart import process
from footfall.service.leftovers import clear_leftovers
from footfall.service.watching import Reached, Stopped, Watch
from footfall.service.workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sets limits that Windows has not")

MAPPING = Mapping(customer="who", time="when", event="what")


def write(path: Path, rows: int, name: str) -> Path:
    lines = "".join(f"{name} {n},2024-01-{1 + n % 28:02} 10:00,{'buy' if n % 3 else 'look'}\n" for n in range(rows))
    path.write_text(f"who,when,what\n{lines}")
    return path


@pytest.fixture(autouse=True)
def as_in_the_product(readers: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers are children of this process, whose limits they inherit."""
    monkeypatch.setattr(process, "_started", readers)


@pytest.fixture
def grown(ws: Workspace, anna: Actor, tmp_path: Path) -> Workspace:
    """A workspace with a dataset."""
    datasets.import_file(ws, anna, write(tmp_path / "first.csv", 90, "ann"), MAPPING, "Shop")
    return ws


@pytest.fixture
def more(tmp_path: Path) -> Path:
    return write(tmp_path / "more.csv", 100_000, "bob")


def contents(ws: Workspace) -> dict[str, str]:
    """All files of the datasets with their fingerprints; folders, too, since an empty one is a leftover."""
    found = [path for path in (ws.folder / "datasets").rglob("*") if path.suffix != ".lock"]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "" for path in found}


def test_a_stop_at_any_moment_leaves_the_dataset_as_it_was(grown: Workspace, anna: Actor, more: Path) -> None:
    before, dice = contents(grown), random.Random(20261127)
    for moment in (1, 2, 6):
        watch = Watch(stopper := _StopAt(moment))
        stopper.watch = watch
        with pytest.raises(Stopped):
            datasets.import_file(grown, anna, more, MAPPING, "Shop", watch=watch)
        assert contents(grown) == before
    for delay in [dice.random() for _ in range(3)]:
        watch = Watch()
        clock = threading.Timer(delay, watch.stop)
        clock.start()
        try:
            report = datasets.import_file(grown, anna, more, MAPPING, "Shop", watch=watch)
            datasets.undo_import(grown, anna, "shop", report.part)
        except Stopped:
            pass
        finally:
            clock.join()
        assert contents(grown) == before


class _StopAt:
    """Stops an import when it was heard of this many times."""

    watch: Watch

    def __init__(self, moment: int) -> None:
        self._left = moment

    def __call__(self, _: Reached) -> None:
        self._left -= 1
        if not self._left:
            self.watch.stop()


@pytest.mark.parametrize("most", [0, 10_000, 300_000, 600_000])
def test_a_full_disk_leaves_the_dataset_as_it_was(grown: Workspace, anna: Actor, more: Path, most: int) -> None:
    before = contents(grown)
    with files_of_at_most(most), pytest.raises(StorageFailed) as told:
        datasets.import_file(grown, anna, more, MAPPING, "Shop")
    assert told.value.todo
    assert contents(grown) == before


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file may grow beyond this size, as on a disk that is full; child processes have the same limit."""
    import resource  # not on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("moment", [1, 2, 4, 6])
def test_a_server_killed_at_any_moment_leaves_what_the_next_one_clears(
    grown: Workspace, anna: Actor, more: Path, moment: int
) -> None:
    before, known = contents(grown), datasets.read(grown, anna, "shop")
    run_and_die(grown.folder, more, moment)
    clear_leftovers(grown.folder / "datasets")
    assert contents(grown) == before
    assert datasets.read(grown, anna, "shop") == known


def run_and_die(folder: Path, file: Path, moment: int) -> None:
    """Import in a process of its own, which is killed when it heard of progress this many times."""
    code = f"""
import os, signal
from pathlib import Path
from footfall.events.mapping import Mapping
from footfall.journey.changes import Actor
from footfall.service import datasets
from footfall.service.apart import process
from footfall.service.watching import Watch
from footfall.service.workspace import workspace

heard = []
def hear(reached):
    heard.append(reached)
    if len(heard) == {moment}:
        os.kill(os.getpid(), signal.SIGKILL)

with workspace(Path({str(folder)!r})) as ws:
    mapping = Mapping(customer="who", time="when", event="what")
    datasets.import_file(ws, Actor(id="anna"), Path({str(file)!r}), mapping, "Shop", watch=Watch(hear))
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == -9, done.stderr


def test_leftovers_of_an_import_that_still_runs_are_let_alone(grown: Workspace, anna: Actor, more: Path) -> None:
    def sweep(_: Reached) -> None:
        clear_leftovers(grown.folder / "datasets")

    report = datasets.import_file(grown, anna, more, MAPPING, "Shop", watch=Watch(sweep))
    assert report.kept == 100_000
    assert datasets.read(grown, anna, "shop").events == 100_090
