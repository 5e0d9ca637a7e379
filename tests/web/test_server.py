"""The server as a program: how it starts, what it refuses before anything is written, and how it ends."""

import errno
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from footfall.errors import PortInUse, StorageFailed, UnsafeAddress
from footfall.service.workspace import workspace
from footfall.sync.protocol import MAX_FRAME
from footfall.web import server
from tests.sync.replica import Replica
from tests.web.real import serving

HEAVY = {"duckdb", "ibis", "pyarrow", "scipy", "typst", "pandas", "numpy"}


def test_a_port_in_use_is_said_before_anything_is_written(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortInUse) as refused:
            server.run(tmp_path / "data", port=port)
    assert str(port) in str(refused.value)
    assert "--port" in refused.value.todo
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org"])
def test_without_accounts_other_machines_are_not_served(tmp_path: Path, host: str) -> None:
    with pytest.raises(UnsafeAddress):
        server.run(tmp_path / "data", host=host, port=0)
    assert not (tmp_path / "data").exists()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "write_bytes", refuse)  # tests may run as root, who may write anywhere
    with pytest.raises(StorageFailed) as refused:
        server.run(tmp_path / "data", port=0)
    assert "Permission denied" in str(refused.value)
    assert str(tmp_path / "data") in str(refused.value)


def test_the_server_starts_without_the_libraries_of_numbers_and_pictures() -> None:
    code = "import sys, footfall.web.server as server; server.create_app(); print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(answer.stdout.split()) & HEAVY == set()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_a_real_server_serves_a_page_routes_and_a_socket_and_ends_in_peace(tmp_path: Path, end: signal.Signals) -> None:
    with serving(tmp_path, end) as running:
        made = httpx.post(f"{running.address}/api/v1/maps", json={}).json()["id"]
        anna = Replica("anna")
        with connect(f"{running.socket}/{made}/live", origin=running.address) as line:
            line.send(anna.hello())
            anna.take(str(line.recv(5)))
            assert anna.confirmed == {"map": {"type": "map", "title": "Untitled map"}}
            assert "permessage-deflate" not in str(line.response and line.response.headers)
        assert "server" not in httpx.get(running.address).headers
        with pytest.raises(InvalidStatus):
            connect(f"{running.socket}/{made}/live", origin="http://evil.example")
    assert running.process.exitcode == 0
    with workspace(tmp_path) as ws:
        assert ws.rooms.room(made).seq == 1


def test_a_frame_far_over_the_limit_closes_the_line_and_harms_nobody_else(tmp_path: Path) -> None:
    with serving(tmp_path) as running:
        with connect(f"{running.socket}/library/live") as line, connect(f"{running.socket}/library/live") as other:
            line.send(Replica("anna").hello())
            line.recv(5)
            line.send("x" * 3 * MAX_FRAME)
            with pytest.raises(Exception, match="1009"):
                while True:
                    line.recv(5)
            ben = Replica("ben")
            other.send(ben.hello())
            ben.take(str(other.recv(5)))
            assert ben.seq == 0
