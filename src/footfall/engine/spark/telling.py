"""What goes wrong on a cluster, in our words."""

from collections.abc import Iterable
from typing import Literal

from footfall.engine.limits import Limits, stopped_by_the_clock, stopped_by_the_end
from footfall.errors import QueryLimit, StorageFailed

Stop = Literal["", "late", "no workers", "ends", "left"]

# Words of Spark, Java and py4j; none of them has codes that tell these causes apart.
TOO_MUCH = ("OutOfMemoryError", "maxResultSize", "CANNOT_ACQUIRE_MEMORY", "exit code 137", "No space left on device")
LOST = (
    *(
        "ExecutorLostFailure",
        "ExecutorDeadException",
        "FetchFailed",
        "stopped SparkContext",
        "SparkContext was shut down",
    ),
    *("Py4JNetworkError", "Connection refused", "Answer from Java side is empty", "All masters are unresponsive"),
)
UNREADABLE = (
    *("FAILED_READ_FILE", "PATH_NOT_FOUND", "FileNotFoundException", "Permission denied", "Mkdirs failed"),
    *("TASK_WRITE_FAILED", "AccessDeniedException"),
)


def told(error: Exception, limits: Limits, address: str, stopped: Stop) -> Exception:
    """The error in our words; a mistake of ours stays what it is."""
    match stopped:
        case "ends":
            return stopped_by_the_end()
        case "late":
            return stopped_by_the_clock(limits)
        case "no workers":
            return unreachable(address, f"no worker was free within {limits.seconds:g} seconds")
    return _of_spark(error, limits, address)


def _of_spark(error: Exception, limits: Limits, address: str) -> Exception:
    said = f"{type(error).__name__}: {error}"
    if _any(TOO_MUCH, said):
        seen = f"{limits.doing} needs more memory or disk than the workers of {address} have."
        return QueryLimit(seen, todo="Ask for less at once, or allow more.")
    if _any(LOST, said):
        seen = f"The cluster {address} lost the workers on which {limits.doing[0].lower()}{limits.doing[1:]} ran."
        return StorageFailed(seen, todo="Ask again; when that does not help, see whether its workers run.")
    if _any(UNREADABLE, said):
        seen = f"The workers of {address} cannot read or write the dataset's tables."
        todo = "The data folder must be there for every worker, under the same path, with the right to read and write."
        return StorageFailed(seen, todo=todo)
    return error


def _any(words: Iterable[str], said: str) -> bool:
    return any(word in said for word in words)


def unreachable(address: str, why: str) -> StorageFailed:
    """The error where no cluster answers."""
    seen = f"The cluster {address} does not answer: {why.strip().partition(chr(10))[0][:200].rstrip('.')}."
    return StorageFailed(seen, todo="See whether it runs, or set FOOTFALL_SPARK to where it is.")
