"""A line inside the process: two queues that a test may cut."""

import asyncio

from footfall.sync.session import LineClosed


class Wire:
    """The server's end is the Line itself; the test's end are `say` and `hear`."""

    def __init__(self) -> None:
        self._up: asyncio.Queue[str | None] = asyncio.Queue()
        self._down: asyncio.Queue[str | None] = asyncio.Queue()
        self._taking = asyncio.Event()
        self._taking.set()
        self.is_cut = False
        self.code: int | None = None

    async def receive(self) -> str:
        frame = None if self.is_cut else await self._up.get()
        if frame is None:
            raise LineClosed
        return frame

    async def send(self, frame: str) -> None:
        await self._taking.wait()
        if self.is_cut:
            raise LineClosed
        self._down.put_nowait(frame)

    async def close(self, code: int) -> None:
        self.code = code
        self.cut()

    def say(self, frame: str) -> None:
        self._up.put_nowait(frame)

    async def hear(self, seconds: float = 10) -> str | None:
        """The next frame, or None when the line is closed."""
        if self.is_cut and self._down.empty():
            return None
        return await asyncio.wait_for(self._down.get(), seconds)

    def came(self) -> str | None:
        """The next frame, if one is here already."""
        return None if self._down.empty() else self._down.get_nowait()

    def stall(self) -> None:
        """Stop reading, as a client on a bad line does."""
        self._taking.clear()

    def flow(self) -> None:
        """Read again."""
        self._taking.set()

    def cut(self) -> None:
        """End the line for both; frames on their way up are lost."""
        self.is_cut = True
        self._taking.set()
        self._up.put_nowait(None)
        self._down.put_nowait(None)
