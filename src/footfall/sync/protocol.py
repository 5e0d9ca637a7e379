"""What a client and the server say over the WebSocket of a document, one JSON text frame a message.

The answer to `hello` is `welcome`. After that: commit, then broadcast, then acknowledge. The entry that
carries your own change id is its acknowledgement. After `reset` a client takes the document as given and sends what is
still pending again: a resend is never taken twice.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from footfall.errors import FootfallError
from footfall.journey.changes import Actor, Change, Entry
from footfall.journey.fields import OptionalId
from footfall.journey.records import AnyRecord

VERSION = 1
MAX_FRAME = 1_000_000  # bytes that a client may send in one frame; larger changes go by POST .../changes

DocumentRecords = dict[str, AnyRecord]


class _Message(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Problem(BaseModel):
    """An error as data (RFC 9457), the same on every route and socket."""

    model_config = ConfigDict(frozen=True)

    type: str = Field(description="Where this code is explained, relative to the reference.")
    title: str = Field(description="The code in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What was seen, what was expected and what to do.")
    code: str = Field(description="Stable, for programs.")
    seen: str = Field("", description="What was seen.")
    expected: str = Field("", description="What was expected.")
    todo: str = Field("", description="What to do next.")
    id: str = Field("", description="Quote this when you ask for help; the server's log has the same id.")


class Cell(_Message):
    """Where somebody is: a lane and a step, and a card in it."""

    lane: OptionalId = ""
    step: OptionalId = ""
    card: OptionalId = ""


class Person(_Message):
    """Somebody who has the document open."""

    client: str = Field(description="The connection; one person may have several.")
    actor: Actor
    cell: Cell | None = None
    editing: bool = False


class Hello(_Message):
    """The first message of a client."""

    type: Literal["hello"] = "hello"
    version: int = Field(description=f"The version of this protocol: {VERSION}.")
    actor: Actor
    since: int | None = Field(None, ge=0, description="The seq that the client already has, or null.")


class Edit(_Message):
    """A change to the document."""

    type: Literal["edit"] = "edit"
    change: Change


class Here(_Message):
    """Where this client is now."""

    type: Literal["presence"] = "presence"
    cell: Cell | None = None
    editing: bool = False


class Ping(_Message):
    """Is the line alive? Answered by `pong`."""

    type: Literal["ping"] = "ping"


class Welcome(_Message):
    """The answer to `hello`: the whole document, or the entries since the seq that the client has."""

    type: Literal["welcome"] = "welcome"
    client: str = Field(description="The id of this connection among `people`.")
    seq: int
    records: DocumentRecords | None = Field(
        None, description="The document after `seq`, or null when `entries` lead there."
    )
    entries: tuple[Entry, ...] = ()
    people: tuple[Person, ...] = ()


class Entries(_Message):
    """New entries of the journal, in order, everybody's and one's own; skip those up to a seq that you have."""

    type: Literal["entries"] = "entries"
    entries: tuple[Entry, ...]


class Acknowledged(_Message):
    """A change that had no effect, or was taken before: nothing more will come of it."""

    type: Literal["acknowledged"] = "acknowledged"
    change: str
    seq: int


class Refused(_Message):
    """A change, or a message, that was not taken and never will be as it is."""

    type: Literal["refused"] = "refused"
    change: str | None = None
    problem: Problem


class People(_Message):
    """Everybody who has the document open."""

    type: Literal["presence"] = "presence"
    people: tuple[Person, ...]


class Reset(_Message):
    """Take the document as given here; then send again what is pending."""

    type: Literal["reset"] = "reset"
    seq: int
    records: DocumentRecords


class Failed(_Message):
    """Nothing is taken: for now (`reset` follows when the store recovers), or for ever (then the socket closes)."""

    type: Literal["failed"] = "failed"
    problem: Problem


class Pong(_Message):
    """The line is alive."""

    type: Literal["pong"] = "pong"


ClientMessage = Annotated[Hello | Edit | Here | Ping, Field(discriminator="type")]
ServerMessage = Annotated[
    Welcome | Entries | Acknowledged | Refused | People | Reset | Failed | Pong, Field(discriminator="type")
]

client_message: TypeAdapter[ClientMessage] = TypeAdapter(ClientMessage)
server_message: TypeAdapter[ServerMessage] = TypeAdapter(ServerMessage)


def problem_of(error: FootfallError, id: str = "") -> Problem:
    """The error as a client hears it."""
    return Problem(
        type=f"errors#{error.code}",
        title=error.code.replace("-", " ").capitalize(),
        status=error.status,
        detail=str(error),
        code=error.code,
        seen=error.seen,
        expected=error.expected,
        todo=error.todo,
        id=id,
    )
