"""A real Spark cluster on this machine: one master and two workers, each a process of its own, from the pip package."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from select import select
from time import monotonic

HOST = "127.0.0.1"
PATIENCE = 90  # seconds
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # what lives for a minute need not be optimised
SMALL = (
    ("spark.driver.extraJavaOptions", QUICK),
    ("spark.executor.extraJavaOptions", QUICK),
    ("spark.driver.host", HOST),
    ("spark.driver.bindAddress", HOST),
    ("spark.task.reaper.killTimeout", "1s"),
    ("spark.task.reaper.pollingInterval", "500ms"),
    ("spark.sql.shuffle.partitions", "2"),
    ("spark.sql.adaptive.enabled", "false"),
    ("spark.sql.codegen.wholeStage", "false"),  # for a few rows, compiling takes longer than all else
    ("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
)


def absent() -> str:
    """What is missing here for a cluster; empty when nothing is."""
    if find_spec("pyspark") is None:
        return "no Spark here: pip install 'footfall[spark]'"
    return "" if shutil.which("java") else "no Java here: Spark needs Java 17"


@dataclass
class Standalone:
    """A cluster that runs; its processes end with the stack."""

    folder: Path
    stack: ExitStack
    address: str = ""
    workers: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self) -> None:
        """Start the master, and wait until it is one."""
        master = self._running("master.Master", "--port", "0")
        self.address = _until(master, "Starting Spark master at ").split()[-1]

    def add_workers(self, number: int) -> None:
        """Start workers, and wait until the master knows them."""
        places = [str(self.folder / f"worker-{len(self.workers) + one}") for one in range(number)]
        options = ("--cores", "1", "--memory", "700m", "--work-dir")
        new = [self._running("worker.Worker", *options, place, self.address) for place in places]
        for worker in new:
            _until(worker, "Successfully registered with master")
        self.workers += new

    def _running(self, name: str, *options: str) -> subprocess.Popen[str]:
        import pyspark

        home = Path(pyspark.__file__).parent
        here = {"SPARK_HOME": str(home), "SPARK_LOCAL_IP": HOST}
        small = {"SPARK_DAEMON_MEMORY": "128m", "SPARK_DAEMON_JAVA_OPTS": QUICK}
        command = [
            str(home / "bin/spark-class"),
            f"org.apache.spark.deploy.{name}",
            "--host",
            HOST,
            "--webui-port",
            "0",
        ]
        process = self.stack.enter_context(
            subprocess.Popen(
                [*command, *options],
                env={**os.environ, **here, **small},
                cwd=self.folder,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
        self.stack.callback(process.kill)
        return process


@contextmanager
def standalone(folder: Path, workers: int = 2) -> Iterator[Standalone]:
    """One master and workers; all are ended afterwards, whatever happened."""
    with ExitStack() as stack:
        cluster = Standalone(folder, stack)
        cluster.start()
        cluster.add_workers(workers)
        yield cluster


def _until(process: subprocess.Popen[str], said: str) -> str:
    """The line of a process's log in which it says so."""
    lines, end = [], monotonic() + PATIENCE
    assert process.stderr
    while monotonic() < end and (select([process.stderr], [], [], 1)[0] or process.poll() is None):
        line = process.stderr.readline()
        lines.append(line)
        if said in line:
            return line.strip()
    raise AssertionError(f"No '{said}' in:\n{''.join(lines)}")
