"""Runs the server: first the address, then the data, then the app, so that a refusal leaves nothing half-written."""

import errno
import ipaddress
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn

from footfall.errors import PortInUse, UnsafeAddress
from footfall.service.workspace import open_workspace
from footfall.settings import settings
from footfall.web.app import create_app
from footfall.web.logs import configure

FRAME_LIMIT = 2_000_000  # twice what a message may have: between the two it is refused in words, above the line closes


def run(folder: Path, host: str = "127.0.0.1", port: int = 8137, ready: Callable[[str], None] | None = None) -> None:
    """Serve a data folder until interrupted; `ready` is called with the address once requests are taken.

    Raises PortInUse, UnsafeAddress, StorageFailed, before anything is written.
    """
    configure(settings())
    with listen(host, port) as listening:
        workspace = open_workspace(folder)
        try:
            server = _Server(_configured(create_app(workspace)), ready, address_of(listening))
            with suppress(KeyboardInterrupt), _ended_by_sigterm():
                server.run([listening])
        finally:
            workspace.close()


def listen(host: str, port: int) -> socket.socket:
    """A socket on that address, which until there are accounts must be this machine's own."""
    if not _is_loopback(host):
        raise UnsafeAddress(
            f"The server was to listen on {host}, where other machines reach it.",
            "Footfall has no accounts yet, so it listens on 127.0.0.1 only.",
            "Leave the host out; to reach it from elsewhere, use an SSH tunnel.",
        )
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise _not_free(error, host, port) from error
    return listening


def address_of(listening: socket.socket) -> str:
    """The address that a browser opens."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class _Server(uvicorn.Server):
    """Uvicorn, which says when it takes requests."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[str], None] | None, address: str) -> None:
        super().__init__(config)
        self._ready, self._address = ready, address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self._ready is not None:
            self._ready(self._address)


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """Let SIGTERM end the server as Ctrl+C does: Uvicorn shuts down and raises the signal again, then we close."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _configured(app: object) -> uvicorn.Config:
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        ws="websockets-sansio",  # measured: a third less work than the other implementation
        ws_per_message_deflate=False,  # small frames gain nothing by it
        ws_max_size=FRAME_LIMIT,
        log_config=None,  # footfall.web.logs has the say
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _not_free(error: OSError, host: str, port: int) -> PortInUse:
    if error.errno == errno.EADDRINUSE:
        seen, todo = (
            f"Another program listens on {host}:{port}.",
            "Name another port with --port; 0 takes any free one.",
        )
    else:
        seen, todo = f"The server cannot listen on {host}:{port}: {error.strerror}.", "Name another address or port."
    return PortInUse(seen, "Footfall needs the address for itself.", todo)
