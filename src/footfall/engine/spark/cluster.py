"""A Spark cluster that we are a client of: joined by the first question, asked under limits, left at the end."""

import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import count
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from footfall.engine.limits import Limits
from footfall.engine.narrowing import Narrowings
from footfall.engine.reader import ended_with_reader
from footfall.engine.spark.telling import Stop, told, unreachable
from footfall.errors import FootfallError, StorageFailed

REACHED = 10  # seconds in which the master must take a connection
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.timestampType": "TIMESTAMP_NTZ",  # moments have no zone
    "spark.sql.ansi.enabled": "false",  # as DuckDB: what cannot be reckoned is empty
    "spark.scheduler.mode": "FAIR",  # a heavy question leaves room for others, see POOLS
    "spark.task.reaper.enabled": "true",  # some work does not notice that it is stopped: then its worker is replaced
    "spark.task.reaper.killTimeout": "10s",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.ui.enabled": "false",  # no port of ours that anybody could open
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
KEPT = 4  # filters; what they leave of the data lies on the workers, in memory and on disk
POOLS = 32  # questions that share the workers fairly; within one pool they would wait for each other
_numbers = count()


@dataclass(frozen=True)
class At:
    """Where a cluster is (spark://host:port), which datasets it answers for, and what a worker may spend on us."""

    address: str
    from_events: int = 0
    memory_megabytes: int = 2000
    more: tuple[tuple[str, str], ...] = ()  # other settings of Spark


@cache
def cluster(at: At) -> "Cluster":
    """The cluster there; all in this process are one client of it."""
    return Cluster(at)


class Cluster:
    """Gives sessions in which one question is asked; safe for threads. A process is client of one cluster at a time."""

    def __init__(self, at: At) -> None:
        self.narrowings = Narrowings(KEPT)  # of all datasets: one that is closed must not leave its filters there
        self._at = at
        self._joined: Any = None
        self._joining = threading.Lock()

    @contextmanager
    def asking(self, limits: Limits, running: "set[Job]", idle: list[Any]) -> Iterator[Any]:
        """A session that nobody else uses, out of those that are idle or new; idle again when all went well.

        Its work is in `running` until it ends. Raises QueryLimit, StorageFailed.
        """
        session = _taken(idle, self._session())
        job = Job(session.sparkContext)
        clock = threading.Timer(limits.seconds, job.stop, ["late"])
        clock.daemon = True
        running.add(job)
        clock.start()
        try:
            with ended_with_reader(partial(job.stop, "left")):
                yield session
            idle.append(session)
        except FootfallError:
            raise
        except Exception as error:  # errors of Java, py4j and sockets have no root in common
            raise told(error, limits, self._at.address, job.stopped) from error
        finally:
            clock.cancel()
            running.discard(job)

    def close(self) -> None:
        """Leave the cluster."""
        with self._joining, suppress(Exception):  # the cluster may be gone before us
            if self._joined is not None:
                self._joined.stop()
                self._joined = None

    def _session(self) -> Any:
        with self._joining:
            if self._joined is None or self._is_lost():
                self._joined = _join(self._at)
            return self._joined

    def _is_lost(self) -> bool:
        context = self._joined.sparkContext._jsc
        return context is None or context.sc().isStopped()


def _taken(idle: list[Any], joined: Any) -> Any:
    """A session that is idle, else a new one; those of a cluster that was lost are let go."""
    while idle:
        with suppress(IndexError):  # another thread was quicker
            session = idle.pop()
            if session.sparkContext is joined.sparkContext:
                return session
    return joined.newSession()


class Job:
    """All that the cluster does for one question; made in the thread that asks it."""

    def __init__(self, context: Any) -> None:
        self.stopped: Stop = ""
        self._context, self._group = context, uuid4().hex
        context.setJobGroup(self._group, "footfall", interruptOnCancel=True)
        context.setLocalProperty("spark.scheduler.pool", str(next(_numbers) % POOLS))

    def stop(self, why: Stop) -> None:
        """End it, with what has not begun of it."""
        scala = self._context._jsc.sc()
        workers = scala.getExecutorMemoryStatus().size() - 1  # the client counts as one
        self.stopped = "no workers" if why == "late" and not workers else why
        scala.cancelJobGroupAndFutureJobs(self._group)


def _join(at: At) -> Any:
    """Raises StorageFailed when nothing listens there: Spark itself would try for minutes."""
    _knock(at.address)
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        seen = f"The cluster {at.address} cannot be asked: PySpark is not installed."
        raise StorageFailed(seen, todo="Install it with `pip install 'footfall[spark]'`, or name no cluster.") from None
    builder = SparkSession.builder.master(at.address).appName("footfall")
    settings = {**SETTINGS, "spark.executor.memory": f"{at.memory_megabytes}m", **dict(at.more)}
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate()
    except Exception as error:  # as above
        raise unreachable(at.address, str(error)) from error


def _knock(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme != "spark":
        return  # such as local[2] or yarn, which Spark knows how to reach
    try:
        with closing(socket.create_connection((parts.hostname or "", parts.port or 7077), REACHED)):
            pass
    except OSError as error:
        raise unreachable(address, error.strerror or str(error)) from None
