"""Readers of files for tests: forked from one process that has loaded their libraries, since each start takes a second.

What starts here is what the product starts (`footfall.service.apart`), with its own limits and pipes; only how it comes
to be differs. Tests of the readers themselves, and all that ask a server, start theirs as the product does.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from footfall.service.apart import process
from footfall.service.apart.process import Bounds

ROOT = Path(__file__).resolve().parents[1]
NOTHING = subprocess.DEVNULL
LARGEST = 1 << 20  # bytes of what is told of one reader


class Nursery:
    """The process that readers are forked from; started by the first who needs one."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def start(self, bounds: Bounds, complaints: IO[bytes]) -> "Forked":
        """A reader with these bounds, who complains into this file."""
        environment = process._environment()
        with self._lock:
            self._process = self._process or self._begun(environment)
        given, told = os.pipe(), os.pipe()
        ended = os.pipe()
        arguments = [str(bounds.megabytes), str(bounds.cpu)]
        word = json.dumps({"arguments": arguments, "environment": environment, "folder": str(Path.cwd())})
        fds = [given[0], told[1], complaints.fileno(), ended[1]]
        socket.send_fds(self._line, [word.encode()], fds)
        for fd in (given[0], told[1], ended[1]):
            os.close(fd)
        return Forked(os.fdopen(given[1], "wb"), os.fdopen(told[0], "rb"), os.fdopen(ended[0], "rb"))

    def _begun(self, environment: dict[str, str]) -> subprocess.Popen[bytes]:
        self._line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.nursery", str(theirs.fileno())]
        begun = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], env=environment, cwd=ROOT, stdin=NOTHING, stdout=NOTHING
        )
        theirs.close()
        return begun

    def end(self) -> None:
        """Let it go."""
        if self._process:
            self._line.close()
            self._process.wait()
            self._process = None


class Forked:
    """A reader as its parent holds it: what of `subprocess.Popen` is used."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes], ended: IO[bytes]) -> None:
        self.stdin, self.stdout, self._ended = stdin, stdout, ended
        self.pid = int(ended.readline())
        self._code: int | None = None
        os.set_blocking(ended.fileno(), False)

    def poll(self) -> int | None:
        """How it ended, or None while it lives."""
        if self._code is None and (line := self._ended.readline()):
            self._code = os.waitstatus_to_exitcode(int(line))
            self._ended.close()
        return self._code

    def wait(self) -> int:
        """Wait until it has ended; how."""
        if self._code is None:
            os.set_blocking(self._ended.fileno(), True)
        code = self.poll()
        assert code is not None
        return code

    def kill(self) -> None:
        """End it at once."""
        if self.poll() is None:
            with suppress(ProcessLookupError):  # it has just ended, and its keeper is about to say so
                os.kill(self.pid, signal.SIGKILL)


def main() -> None:
    """Fork a reader for each word that comes, until the line is closed."""
    from footfall.service.apart import __main__ as reader
    from footfall.service.apart import orders  # noqa: F401 - loads the libraries

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the keepers
    line = socket.socket(fileno=int(sys.argv[1]))
    while True:
        word, fds, _, _ = socket.recv_fds(line, LARGEST, 4)
        if not word:
            return
        if os.fork() == 0:
            line.close()
            _keep(json.loads(word), fds, reader)
        for fd in fds:
            os.close(fd)


def _keep(told: dict[str, Any], fds: list[int], reader: Any) -> None:
    """Fork the reader, say who it is, and how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    stdin, stdout, stderr, ended = fds
    pid = os.fork()
    if pid == 0:
        os.close(ended)
        for number, fd in enumerate((stdin, stdout, stderr)):
            os.dup2(fd, number)
            os.close(fd)
        os.setsid()
        os.chdir(told["folder"])
        os.environ.clear()
        os.environ.update(told["environment"])
        sys.argv[1:] = told["arguments"]
        try:
            reader.main()
        except BaseException:  # noqa: BLE001 - as an interpreter ends
            sys.excepthook(*sys.exc_info())
            sys.stderr.flush()
            os._exit(1)
        os._exit(0)
    for fd in (stdin, stdout, stderr):
        os.close(fd)
    os.write(ended, f"{pid}\n".encode())
    os.write(ended, f"{os.waitpid(pid, 0)[1]}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    main()
