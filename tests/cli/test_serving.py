"""`footfall serve` as a terminal sees it."""

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from tests.serving import fetch, serving

FOOTFALL = [sys.executable, "-m", "footfall"]


def test_the_server_says_its_address_answers_there_and_ends_quietly_when_interrupted(tmp_path: Path) -> None:
    with serving(tmp_path / "data") as served:
        assert json.loads(fetch(f"{served.address}/api/v1/workspace")[1])["version"]
        os.kill(served.process.pid, signal.SIGINT)
        served.process.wait(20)
    assert served.output.read_text() == f"Footfall is at {served.address}  (Ctrl+C ends it)\n"


def test_a_port_in_use_is_one_sentence_and_nothing_is_written(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [*FOOTFALL, "serve", "--data", str(tmp_path / "data"), "--port", str(port)]
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)
    assert f"127.0.0.1:{port}" in answer.stderr
    assert not (tmp_path / "data").exists()


def test_an_address_that_others_reach_is_refused(tmp_path: Path) -> None:
    command = [*FOOTFALL, "serve", "--data", str(tmp_path / "data"), "--host", "0.0.0.0"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stderr.count("\n")) == (2, 1)
    assert "127.0.0.1 only" in answer.stderr


def test_asking_for_the_version_loads_no_heavy_library() -> None:
    code = (
        "import sys\nfrom footfall.cli import app\n"
        "try:\n    app(['--version'])\nfinally:\n    print(*{name.partition('.')[0] for name in sys.modules})"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.startswith("footfall 0.")
    heavy = {"duckdb", "fastapi", "ibis", "pyarrow", "pydantic", "scipy", "sqlalchemy", "typst", "uvicorn"}
    assert heavy & set(answer.stdout.split()) == set()
