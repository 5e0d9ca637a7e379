"""What waits to be sent to one client: bounded, so that a slow reader costs a resync and not the server's memory."""

import asyncio
from collections import deque

LIMIT = 8_000_000  # characters that may wait for one client


class Outbox:
    """Frames for one client, in order; when too much waits it is emptied and the client is given the whole again."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._frames: deque[str] = deque()
        self._size = 0
        self._something = asyncio.Event()
        self._behind = False
        self._closing: int | None = None

    @property
    def closing(self) -> int | None:
        """The code with which the line is to be closed, once everything is sent."""
        return self._closing

    def put(self, frame: str) -> None:
        """Queue a frame; a client that is behind gets none, it will be given the whole."""
        if self._behind:
            return
        self._frames.append(frame)
        self._size += len(frame)
        if self._size > self._limit and len(self._frames) > 1:
            self.fall_behind()
        self._something.set()

    def fall_behind(self) -> None:
        """Forget what waits: the client is to be given the whole."""
        self._behind = True
        self._frames.clear()
        self._size = 0
        self._something.set()

    def close(self, code: int) -> None:
        """Send what waits, then close the line with this code."""
        self._closing = code
        self._something.set()

    async def next(self) -> str | None:
        """The next frame; None when the client is to be given the whole, or when the line is to be closed."""
        while not (self._frames or self._behind or self._closing):
            self._something.clear()
            await self._something.wait()
        if self._behind or not self._frames:
            self._behind = False
            return None
        frame = self._frames.popleft()
        self._size -= len(frame)
        return frame
