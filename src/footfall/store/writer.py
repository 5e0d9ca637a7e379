"""The one thread that writes: what waits is committed together, so that many people share one sync of the disk."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from footfall.errors import StorageFailed

T = TypeVar("T")
GROUP = 500  # jobs in one transaction at most


@dataclass
class _Job(Generic[T]):
    work: Callable[[Connection], T]
    done: Future[T] = field(default_factory=Future)
    result: Any = None


class Writer:
    """Runs jobs in the order in which they came; a job's future ends when its transaction is on the disk.

    Callbacks of the futures run on the writer's thread, in the same order.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._jobs: SimpleQueue[_Job[Any] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="footfall-writer", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Connection], T]) -> Future[T]:
        """Queue a job. Its future fails with StorageFailed, or with what the job itself raised."""
        job = _Job(work)
        self._jobs.put(job)
        return job.done

    def close(self) -> None:
        """Finish what is queued and stop."""
        self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        for group in self._groups():
            self._commit(group)

    def _groups(self) -> Iterator[list[_Job[Any]]]:
        while (first := self._jobs.get()) is not None:
            group = [first]
            ending = False
            while len(group) < GROUP and not ending:
                try:
                    job = self._jobs.get_nowait()
                except Empty:
                    break
                if job is None:
                    ending = True
                else:
                    group.append(job)
            yield group
            if ending:
                return

    def _commit(self, group: list[_Job[Any]]) -> None:
        try:
            self._transact(group)
        except Exception as error:  # noqa: BLE001 - whatever happened, those who wait are told
            self._settle_failed(group, error)
        else:
            for job in group:
                job.done.set_result(job.result)

    def _transact(self, group: list[_Job[Any]]) -> None:
        with self._engine.begin() as connection:
            for job in group:
                job.result = job.work(connection)

    def _settle_failed(self, group: list[_Job[Any]], error: Exception) -> None:
        """A broken store fails everybody; a job that is itself at fault fails alone, the others run again."""
        broken = error if len(group) == 1 or is_broken(error) else None
        for job in group:
            if broken is None:
                self._commit([job])
                broken = _breakage(job)
            else:
                job.done.set_exception(as_failure(broken))


def _breakage(job: _Job[Any]) -> Exception | None:
    error = job.done.exception()
    return error if isinstance(error, StorageFailed) else None


def is_broken(error: Exception) -> bool:
    """Whether the store, not the job, is at fault: full, locked, unreadable, gone."""
    return isinstance(error, StorageFailed) or (
        isinstance(error, SQLAlchemyError) and not isinstance(error, IntegrityError)
    )


def as_failure(error: Exception) -> Exception:
    """The error as those above the store know it."""
    if not isinstance(error, SQLAlchemyError):
        return error
    cause = error.orig if isinstance(error, DBAPIError) else error
    failure = StorageFailed(
        f"The data folder did not take a change: {cause}.",
        "It needs free space and permission to write.",
        "What was typed is kept and is saved when the folder can be written again.",
    )
    failure.__cause__ = error
    return failure
