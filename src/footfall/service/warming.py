"""Warming: what the first reader of a map's numbers would wait for is done before they come; then it is tidied up."""

from datetime import UTC, datetime
from threading import Thread

import structlog

from footfall.errors import FootfallError
from footfall.journey.changes import Actor
from footfall.service import images, maps, readings
from footfall.service.workspace import FOOTFALL, Workspace

LOOK_AGAIN = 0.05  # seconds


class Warming:
    """Reads the numbers of the map that was changed last, on a thread of its own."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._thread = Thread(target=self._warm, name="footfall-warming", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop it where it is; returns when it has stopped."""
        while self._thread.is_alive():
            self._ws.interrupt()
            self._thread.join(LOOK_AGAIN)

    def _warm(self) -> None:
        try:
            warm(self._ws, FOOTFALL)
            if gone := images.tidy(self._ws, datetime.now(UTC)):
                structlog.get_logger().info("pictures removed", count=len(gone))
        except FootfallError as error:  # whoever asks will be told; nobody did yet
            structlog.get_logger().info("warming ended", error=str(error))


def warm(ws: Workspace, actor: Actor) -> str:
    """Read the numbers of the last changed map that has data; its id, or nothing. Raises what readings raise."""
    id = next((one.id for one in maps.list(ws, actor) if one.dataset), "")
    if id:
        readings.of_map(ws, actor, id)
    return id
