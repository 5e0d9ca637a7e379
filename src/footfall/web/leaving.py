"""A reader who goes away while an answer is made: what runs for them alone is ended."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from footfall.engine.reader import Reader, waiting

GONE: Message = {"type": "http.disconnect"}


class Leaving:
    """ASGI middleware: once a request is read, listens whether its sender stays on the line."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and listen."""
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        line = _Line(receive)
        try:
            await line.open()
            with waiting(line.reader):
                await self._app(scope, line.receive, send)
        finally:
            line.close()


class _Line:
    """What comes from the sender: the request, then nothing until they leave."""

    def __init__(self, receive: Receive) -> None:
        self.reader = Reader()
        self._receive = receive
        self._first: list[Message] = []
        self._listening: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Take the first piece, since not every route asks for it: most requests have no second."""
        self._first.append(await self._take())

    async def receive(self) -> Message:
        if self._first:
            return self._first.pop()
        if self._listening:
            await asyncio.shield(self._listening)
            return GONE
        return await self._take()

    async def _take(self) -> Message:
        message = await self._receive()
        if message["type"] == GONE["type"]:
            self.reader.leave()
        elif not message.get("more_body"):
            self._listening = asyncio.create_task(self._listen())
        return message

    async def _listen(self) -> None:
        while (await self._receive())["type"] != GONE["type"]:
            pass
        self.reader.leave()

    def close(self) -> None:
        if self._listening:
            self._listening.cancel()
