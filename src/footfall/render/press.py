"""A thread that keeps one compiler warm and paints one picture after another."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from footfall.render.typesetting import Painting, new_compiler

if TYPE_CHECKING:
    from typst import Compiler

Job = Callable[["Compiler"], Painting]


class Press:
    """Takes jobs until it is closed; a job that never ends holds up this press alone, and no program's end."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[tuple[Future[Painting], Job] | None] = queue.SimpleQueue()
        threading.Thread(target=self._work, name="footfall-press", daemon=True).start()

    def submit(self, job: Job) -> Future[Painting]:
        """Queue a picture; its future can be waited for with a limit."""
        future: Future[Painting] = Future()
        self._jobs.put((future, job))
        return future

    def close(self) -> None:
        """Let the thread end after what it is at."""
        self._jobs.put(None)

    def _work(self) -> None:
        compiler: Compiler | None = None
        while (task := self._jobs.get()) is not None:
            future, job = task
            if future.set_running_or_notify_cancel():
                try:
                    compiler = compiler or new_compiler()
                    future.set_result(job(compiler))
                except BaseException as error:  # noqa: BLE001 - it is raised again in the thread that waits
                    future.set_exception(error)


_lock = threading.Lock()
_presses: list[Press] = []  # at most one


def press() -> Press:
    """The press of this program."""
    with _lock:
        if not _presses:
            _presses.append(Press())
        return _presses[0]


def retire() -> None:
    """Leave a press that is stuck to itself; the next picture gets a new one."""
    with _lock:
        while _presses:
            _presses.pop().close()
