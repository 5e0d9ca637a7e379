"""Starts `footfall serve` as a user would, for tests that need the real thing on a real port."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60  # seconds until a server that does not answer is given up


@dataclass(frozen=True)
class Served:
    """A running server: its address, its process, and the file with what it wrote."""

    address: str
    process: subprocess.Popen[bytes]
    output: Path


@contextmanager
def serving(
    data: Path,
    command: Sequence[str] = (sys.executable, "-m", "footfall"),
    environment: Mapping[str, str] | None = None,
    port: int | None = None,
    path: str = "/",
) -> Iterator[Served]:
    """Serve the folder `data` on a free port of this machine until the block ends; ready when `path` is answered."""
    port = port or free_port()
    output = data.parent / f"{data.name}-{port}.log"
    whole = [*command, "serve", "--data", str(data), "--port", str(port)]
    with output.open("ab") as log:
        process = subprocess.Popen(whole, env=environment or os.environ, stdout=log, stderr=subprocess.STDOUT)
        served = Served(f"http://127.0.0.1:{port}", process, output)
        try:
            wait_until_it_answers(served, path)
            yield served
        finally:
            process.terminate()
            process.wait(20)


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_it_answers(served: Served, path: str = "/") -> None:
    """Poll until the page comes; say what the server wrote where it ends first or never answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and served.process.poll() is None:
        try:
            fetch(f"{served.address}{path}")
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"no answer at {served.address}; the server wrote:\n{served.output.read_text()}")


def fetch(address: str) -> tuple[str, bytes]:
    """Get an address: its content type and its body."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        return answer.headers.get_content_type(), answer.read()
