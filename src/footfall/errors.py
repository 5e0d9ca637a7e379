"""The one tree of errors: each says what was seen, what was expected and what to do next."""

from dataclasses import dataclass
from typing import ClassVar


class FootfallError(Exception):
    """Root of everything that Footfall refuses on purpose; `code` is stable and documented."""

    code: ClassVar[str] = "footfall"
    status: ClassVar[int] = 400

    def __init__(self, seen: str, expected: str = "", todo: str = "") -> None:
        self.seen, self.expected, self.todo = seen, expected, todo
        super().__init__(seen)

    def __str__(self) -> str:
        return " ".join(part for part in (self.seen, self.expected, self.todo) if part)


class InvalidChange(FootfallError):
    """A change that would make a document break its own rules; nothing of it was applied."""

    code = "invalid-change"
    status = 422


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong in a file; the line counts from 1."""

    line: int
    says: str

    def __str__(self) -> str:
        return f"Line {self.line} {self.says}"


class InvalidMapFile(FootfallError):
    """A journey file that cannot be read as a map; the sentence names the place, `problems` all that is wrong."""

    code = "invalid-map-file"
    status = 422

    def __init__(self, seen: str, expected: str = "", todo: str = "", problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(seen, expected, todo)
        self.problems = problems


class NotFound(FootfallError):
    """A map, dataset or record that is not here (or not for this actor)."""

    code = "not-found"
    status = 404


class InvalidData(FootfallError):
    """Customer data that cannot be read as events or answers; nothing of it was stored."""

    code = "invalid-data"
    status = 422


class InvalidImage(FootfallError):
    """A file that cannot be kept as a picture; nothing of it was stored."""

    code = "invalid-image"
    status = 422


class InvalidQuestion(FootfallError):
    """A question that this dataset or map cannot answer as it is put."""

    code = "invalid-question"
    status = 422


class QueryLimit(FootfallError):
    """A question that was stopped because it passed its limit of memory, disk or time."""

    code = "query-limit"
    status = 503


class RenderFailed(FootfallError):
    """A map that could not be painted in the asked format."""

    code = "render-failed"
    status = 500


class StorageFailed(FootfallError):
    """The data folder cannot be read or written; what was typed is still with the person."""

    code = "storage-failed"
    status = 503


class PortInUse(FootfallError):
    """The address that the server should listen on is taken by another program."""

    code = "port-in-use"


class InvalidRequest(FootfallError):
    """A request or message that does not have the form that the reference describes."""

    code = "invalid-request"
    status = 422


class TooLarge(FootfallError):
    """A request or message over the size that the settings allow."""

    code = "too-large"
    status = 413


class Forbidden(FootfallError):
    """A request that comes from a place that may not talk to this server."""

    code = "forbidden"
    status = 403


class UnknownProtocol(FootfallError):
    """A page of another version than the server; reloading it brings the server's own."""

    code = "unknown-protocol"
    status = 426


class Internal(FootfallError):
    """A mistake of Footfall's own; the server's log says more under the id that came with it."""

    code = "internal"
    status = 500


class UnsafeAddress(FootfallError):
    """An address on which the server would be open to people who are not of the team."""

    code = "unsafe-address"
