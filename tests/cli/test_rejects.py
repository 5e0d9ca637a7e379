"""`footfall import` writes refused rows where it is told to, and leaves nothing when it is interrupted."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.terminal import contents, run

HEADER = "customer,time,event\n"
GOOD = "ann,2026-01-02,Order\n" * 9
BAD = f"{HEADER}{GOOD}ann,soon,Pay\n,2026-01-02,Order\n"
REASON = '"The time cannot be read, or lies outside the years 1900 to 2100."'
PATIENCE = 60  # seconds


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (path := tmp_path / "events.csv").write_text(BAD)
    return path


def test_refused_rows_are_written_with_line_and_reason(file: Path, tmp_path: Path) -> None:
    done = run(
        "import", file, "--into", "Shop", "--data", tmp_path / "data", "--rejects", to := tmp_path / "refused.csv"
    )
    assert (done.code, f"The refused rows are in {to}." in done.err) == (0, True)
    assert to.read_bytes().decode("utf-8-sig") == (
        f"line,reason,customer,time,event\r\n11,{REASON},ann,soon,Pay\r\n12,There is no customer.,,2026-01-02,Order\r\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "events.csv", "refused.csv"]


def test_refused_rows_are_written_when_all_are_refused(file: Path, tmp_path: Path) -> None:
    file.write_text(f"{HEADER}ann,soon,Pay\n")
    options = ("--customer", "customer", "--time", "time", "--event", "event", "--rejects", tmp_path / "refused.csv")
    done = run("import", file, "--into", "Shop", "--data", tmp_path / "data", *options)
    assert (done.code, done.out) == (2, "")
    assert "None of the 1 rows of events.csv can be kept" in done.err
    assert (tmp_path / "refused.csv").read_text("utf-8-sig").splitlines()[1:] == [f"2,{REASON},ann,soon,Pay"]
    assert not (tmp_path / "data").exists()


def test_refused_rows_never_take_the_place_of_the_file_itself(file: Path, tmp_path: Path) -> None:
    done = run("import", file, "--into", "Shop", "--data", tmp_path / "data", "--rejects", file)
    assert (done.code, file.read_text()) == (2, BAD)
    assert "would take the place of events.csv" in done.err


def test_refused_rows_that_cannot_be_written_are_an_error_in_words(file: Path, tmp_path: Path) -> None:
    to = tmp_path / "nowhere" / "refused.csv"
    done = run("import", file, "--into", "Shop", "--data", tmp_path / "data", "--rejects", to)
    assert (done.code, f"The file {to} cannot be written" in done.err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals that Windows has not")
@pytest.mark.parametrize("has_data", [False, True])
def test_an_import_that_is_interrupted_leaves_nothing(file: Path, tmp_path: Path, has_data: bool) -> None:
    data = tmp_path / "data"
    if has_data:
        assert run("import", file, "--into", "Shop", "--data", data).code == 0
    before = everything(data)
    rows = (f"customer {n},2026-01-{1 + n % 28:02},Order\n" for n in range(500_000))
    (large := tmp_path / "large.csv").write_text(HEADER + "".join(rows))
    command = [sys.executable, "-m", "footfall", "import", str(large), "--into", "Shop", "--data", str(data)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    end = time.monotonic() + PATIENCE
    while not list(data.glob("datasets/.importing-*/part.parquet")):
        assert time.monotonic() < end
    running.send_signal(signal.SIGINT)
    _, complaint = running.communicate(timeout=PATIENCE)
    assert (running.returncode, complaint) == (130, b"")
    assert everything(data) == before


def everything(folder: Path) -> dict[str, str] | None:
    """What is in a data folder, but for the database's own files, which a command may leave."""
    found = contents(folder)
    return found and {name: each for name, each in found.items() if not name.startswith("footfall.db")}
