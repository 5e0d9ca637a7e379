"""A real server in a process of its own, which a test may kill, and real sockets to it."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

# Each server is forked from one process that has the libraries loaded, so that thirty starts take seconds.
processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload(["footfall.web.server"])
PATIENCE = 60


@dataclass
class Running:
    """A server that takes requests."""

    process: BaseProcess
    address: str

    @property
    def socket(self) -> str:
        """The address for sockets."""
        return self.address.replace("http", "ws", 1) + "/api/v1/documents"

    def kill(self) -> None:
        """End it as a power cut would."""
        os.kill(self.process.pid or 0, signal.SIGKILL)
        self.process.join(PATIENCE)


def start(folder: Path, port: int = 0) -> Running:
    """Serve a folder; returns when it takes requests."""
    here, there = processes.Pipe()
    process = processes.Process(target=_serve, args=(folder, port, there), daemon=True)
    process.start()
    there.close()
    if not here.poll(PATIENCE):
        process.kill()
        raise TimeoutError("the server did not start")
    return Running(process, here.recv())


@contextmanager
def serving(folder: Path, end: signal.Signals = signal.SIGINT) -> Iterator[Running]:
    """Serve a folder for the length of a block, and end it with a signal."""
    running = start(folder)
    try:
        yield running
    finally:
        os.kill(running.process.pid or 0, end)
        running.process.join(PATIENCE)
        if running.process.is_alive():
            running.kill()


def _serve(folder: Path, port: int, ready: Connection) -> None:
    from footfall.web import server

    server.run(folder, port=port, ready=ready.send)
