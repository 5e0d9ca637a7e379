"""Imports that run in the background: started, watched, cancelled, and remembered until the server ends."""

import builtins
import secrets
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Literal

import structlog
from pydantic import BaseModel, ConfigDict, Field
from uuid_utils import uuid7

from footfall.errors import FootfallError, Internal, NotFound
from footfall.events.mapping import Mapping
from footfall.events.report import ImportReport
from footfall.service import datasets
from footfall.service.watching import Reached, Stopped, Watch
from footfall.sync.protocol import Problem, problem_of

if TYPE_CHECKING:
    from footfall.journey.changes import Actor
    from footfall.service.workspace import Workspace

AT_ONCE = 2  # others wait: each import may use a gigabyte
REMEMBERED = 100  # imports that ended

State = Literal["waiting", "reading", "merging", "done", "failed", "cancelled"]
ENDED: frozenset[State] = frozenset({"done", "failed", "cancelled"})


class ImportJob(BaseModel):
    """One import: what is imported, how far it is, and what came of it."""

    model_config = ConfigDict(frozen=True)

    id: str
    state: State
    rows: int = Field(0, ge=0, description="Rows read so far.")
    share: float = Field(0, ge=0, le=1, description="How much of the work is done.")
    file: str = Field(description="The file's name.")
    dataset: str = Field(description="The dataset's id.")
    report: ImportReport | None = Field(None, description="What became of the rows, once it is done.")
    problem: Problem | None = Field(None, description="Why nothing was imported, when it failed.")


Work = Callable[[Watch], ImportReport]


@dataclass
class _Running:
    job: ImportJob
    watch: Watch = field(default_factory=Watch)


class Imports:
    """The imports of one server."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="footfall-import")
        self._known: dict[str, _Running] = {}
        self._lock = Lock()

    def start(self, file: str, dataset: str, work: Work) -> ImportJob:
        """Begin an import, or let it wait for its turn."""
        job = ImportJob(id=secrets.token_urlsafe(9), state="waiting", file=file, dataset=dataset)
        running = _Running(job)
        running.watch = Watch(lambda reached: self._reached(running, reached))
        with self._lock:
            self._known[job.id] = running
            self._forget_oldest()
        done = self._threads.submit(self._run, running, work)
        done.add_done_callback(lambda future: self._settle(running, future))
        return job

    def all(self) -> builtins.list[ImportJob]:
        """All of them, the newest first."""
        with self._lock:
            return [one.job for one in reversed(self._known.values())]

    def one(self, id: str) -> ImportJob:
        """One of them. Raises NotFound."""
        return self._find(id).job

    def end(self, id: str) -> None:
        """Cancel an import that waits or runs; forget one that ended. Raises NotFound."""
        running = self._find(id)
        if running.job.state in ENDED:
            with self._lock:
                self._known.pop(id, None)
        else:
            running.watch.stop()

    def close(self) -> None:
        """End all of them; returns when they have ended."""
        with self._lock:
            waiting = [*self._known.values()]
        for running in waiting:
            running.watch.stop()
        self._threads.shutdown(cancel_futures=True)

    def _find(self, id: str) -> _Running:
        with self._lock:
            running = self._known.get(id)
        if running is None:
            raise NotFound(f"There is no import '{id}'.", "Imports are remembered until the server ends.")
        return running

    def _run(self, running: _Running, work: Work) -> None:
        running.watch.read(0, 0)
        report = work(running.watch)
        self._set(running, state="done", rows=report.rows, share=1.0, report=report)

    def _settle(self, running: _Running, future: Future[None]) -> None:
        """Say how it ended, when it did not end well."""
        if future.cancelled() or isinstance(error := future.exception(), Stopped):
            self._set(running, state="cancelled")
        elif error:
            self._set(running, state="failed", problem=_problem(error))

    def _reached(self, running: _Running, reached: Reached) -> None:
        self._set(running, state=reached.stage, rows=reached.rows, share=reached.share)

    def _set(self, running: _Running, **facts: object) -> None:
        running.job = running.job.model_copy(update=facts)

    def _forget_oldest(self) -> None:
        over = len(self._known) - REMEMBERED
        for id in [id for id, one in self._known.items() if one.job.state in ENDED][: max(0, over)]:
            del self._known[id]


def _problem(error: BaseException) -> Problem:
    """An error as data, with an id that the log has too."""
    id, log = str(uuid7()), structlog.get_logger()
    if isinstance(error, FootfallError):
        log.info("refused", id=id, code=error.code, detail=str(error))
        return problem_of(error, id=id)
    log.error("unexpected", id=id, exc_info=error)
    return problem_of(Internal("Something went wrong inside Footfall.", todo="Report it with the id."), id=id)


def start(
    ws: "Workspace", actor: "Actor", upload: str, file: str, mapping: Mapping, into: str | datasets.InPlaceOf
) -> ImportJob:
    """Import a file of an upload into the dataset of this name, in the background.

    An upload of one file is forgotten when nothing was refused; of several the others may come next. Raises NotFound
    for the file, InvalidData for the name.
    """
    id = datasets.dataset_id(into.name if isinstance(into, datasets.InPlaceOf) else into)
    with ws.uploads.file(upload, file):  # refused now, not in the background

        def work(watch: Watch) -> ImportReport:
            with ws.uploads.file(upload, file) as (path, files):
                report = datasets.import_file(ws, actor, path, mapping, into, files, watch)
            if not report.refused and len(files) == 1:
                with suppress(NotFound):
                    ws.uploads.remove(upload)
            return report

        return ws.imports.start(file, id, work)


def list(ws: "Workspace", actor: "Actor") -> builtins.list[ImportJob]:  # noqa: ARG001 - every verb has an actor
    """The imports since this server began, the newest first."""
    return ws.imports.all()


def read(ws: "Workspace", actor: "Actor", id: str) -> ImportJob:  # noqa: ARG001 - every verb has an actor
    """How far an import is. Raises NotFound."""
    return ws.imports.one(id)


def end(ws: "Workspace", actor: "Actor", id: str) -> None:  # noqa: ARG001 - every verb has an actor
    """Cancel an import, of which nothing is then left; or forget one that ended. Raises NotFound."""
    ws.imports.end(id)
