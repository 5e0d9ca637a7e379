"""One client's line, from hello to goodbye; a line is anything that sends and receives text."""

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from secrets import token_hex
from typing import Any, Protocol

from pydantic import ValidationError

from footfall.errors import FootfallError, InvalidRequest, NotFound, StorageFailed, TooLarge, UnknownProtocol
from footfall.journey.changes import Change
from footfall.sync.audience import GONE, Audience, Client, failed_frame
from footfall.sync.protocol import (
    MAX_FRAME,
    VERSION,
    Acknowledged,
    ClientMessage,
    Edit,
    Hello,
    Here,
    Ping,
    Pong,
    Refused,
    client_message,
    problem_of,
)
from footfall.sync.room import Receipt

HELLO_SECONDS = 10
REFUSED = 4400  # close code: this line was not used as the protocol says
MANY_OPS = 200  # a change with more is settled beside the event loop


class LineClosed(Exception):
    """The other side is gone."""


class Line(Protocol):
    """A connection that carries text frames; both raise LineClosed."""

    async def receive(self) -> str:
        """The next frame."""

    async def send(self, frame: str) -> None:
        """Send a frame; returns when the connection takes more."""

    async def close(self, code: int) -> None:
        """Say goodbye."""


async def serve(line: Line, enter: Callable[[Hello], Audience]) -> None:
    """Serve a line until it closes. `enter` checks who comes and gives the audience; it may raise FootfallError."""
    try:
        async with asyncio.timeout(HELLO_SECONDS):
            hello = await _hello(line)
        audience = await asyncio.to_thread(enter, hello)
    except FootfallError as error:
        with suppress(LineClosed):
            await line.send(failed_frame(error))
            await line.close(GONE if isinstance(error, NotFound) else REFUSED)
    except (LineClosed, TimeoutError):
        with suppress(LineClosed):
            await line.close(REFUSED)
    else:
        await _Session(line, audience, Client(token_hex(8), hello.actor)).run(hello.since)


async def _hello(line: Line) -> Hello:
    try:
        message = _parsed(await line.receive())
    except ValidationError as error:
        raise InvalidRequest("The first message could not be read.", "It must be a hello.") from error
    if not isinstance(message, Hello):
        raise InvalidRequest(f"The first message was '{message.type}'.", "It must be a hello.")
    if message.version != VERSION:
        raise UnknownProtocol(
            f"The page speaks version {message.version} of the protocol.",
            f"This server speaks version {VERSION}.",
            "Reload the page.",
        )
    return message


def _parsed(frame: str) -> ClientMessage:
    if len(frame) > MAX_FRAME:
        raise TooLarge(
            f"A message of {len(frame):,} characters came.",
            f"A message may have {MAX_FRAME:,}.",
            "Send a large change in parts, or by POST to the changes of the document.",
        )
    return client_message.validate_json(frame)


class _Session:
    def __init__(self, line: Line, audience: Audience, client: Client) -> None:
        self._line = line
        self._audience = audience
        self._client = client
        self._loop = asyncio.get_running_loop()

    async def run(self, since: int | None) -> None:
        self._audience.enter(self._client, since)
        sending = asyncio.create_task(self._send())
        try:
            await self._receive()
        finally:
            self._audience.leave(self._client)
            sending.cancel()
            with suppress(asyncio.CancelledError, LineClosed):
                await sending

    async def _send(self) -> None:
        outbox = self._client.outbox
        with suppress(LineClosed):
            while True:
                frame = await outbox.next()
                if frame is None and outbox.closing:
                    await self._line.close(outbox.closing)
                    return
                await self._line.send(self._audience.reset_frame(self._client) if frame is None else frame)

    async def _receive(self) -> None:
        with suppress(LineClosed):
            while True:
                await self._take(await self._line.receive())

    async def _take(self, frame: str) -> None:
        try:
            message = _parsed(frame)
        except (ValidationError, TooLarge) as error:
            self._refuse(_change_id(frame), error if isinstance(error, FootfallError) else _unread(error))
        else:
            await self._answer(message)

    async def _answer(self, message: ClientMessage) -> None:
        match message:
            case Edit():
                await self._edit(message.change)
            case Here():
                self._client.cell, self._client.editing = message.cell, message.editing
                self._audience.announce()
            case Ping():
                self._say(Pong().model_dump_json())
            case Hello():
                self._refuse(None, InvalidRequest("A second hello came.", "A line begins with one."))

    async def _edit(self, change: Change) -> None:
        room, actor = self._audience.room, self._client.actor
        try:
            if len(change.ops) > MANY_OPS:
                asked = await asyncio.to_thread(room.ask, actor, change)
            else:
                asked = room.ask(actor, change)
        except FootfallError as error:
            self._not_taken(change.id, error)
        else:
            asked.add_done_callback(lambda done: self._concluded(change.id, done))

    def _concluded(self, change: str, done: Future[Receipt]) -> None:
        """On the writer's thread: the entry itself is the acknowledgement, only the rest needs words."""
        error = done.exception()
        if error is None and done.result().entry is not None:
            return
        with suppress(RuntimeError):  # the loop is closed: the server stops
            if error is None:
                self._loop.call_soon_threadsafe(self._acknowledge, done.result())
            elif isinstance(error, FootfallError) and not isinstance(error, StorageFailed | NotFound):
                self._loop.call_soon_threadsafe(self._refuse, change, error)

    def _acknowledge(self, receipt: Receipt) -> None:
        self._audience.flush()
        self._say(Acknowledged(change=receipt.change, seq=receipt.seq).model_dump_json())

    def _not_taken(self, change: str, error: FootfallError) -> None:
        """A change that breaks the rules is refused for ever; a store that fails leaves it pending with the client."""
        if isinstance(error, StorageFailed | NotFound):
            self._say(failed_frame(error))
        else:
            self._refuse(change, error)

    def _refuse(self, change: str | None, error: FootfallError) -> None:
        self._say(Refused(change=change, problem=problem_of(error)).model_dump_json())

    def _say(self, frame: str) -> None:
        self._client.outbox.put(frame)


def _unread(error: ValidationError) -> InvalidRequest:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return InvalidRequest(
        f"{place or 'The message'}: {first['msg']}.", "See the reference of the protocol for its form."
    )


def _change_id(frame: str) -> str | None:
    """Which change a message that cannot be read was about, if that much can be read."""
    try:
        message: Any = json.loads(frame)
    except ValueError:
        return None
    change = message.get("change") if isinstance(message, dict) else None
    id = change.get("id") if isinstance(change, dict) else None
    return id if isinstance(id, str) else None
