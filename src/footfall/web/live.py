"""The WebSocket of a document: a thin coat around sync."""

import asyncio
from collections.abc import Callable

from fastapi import APIRouter, WebSocket
from starlette.websockets import WebSocketDisconnect

from footfall.service import people
from footfall.service.authorize import Action, authorize
from footfall.service.workspace import Workspace
from footfall.sync.audience import Audience
from footfall.sync.protocol import Hello
from footfall.sync.session import LineClosed, serve
from footfall.web.asking import Served

router = APIRouter(tags=["live"])


@router.websocket("/documents/{id}/live")
async def live(socket: WebSocket, ws: Served, id: str) -> None:
    """The live line of a document; see the reference of the protocol."""
    await socket.accept()
    audiences: dict[str, Audience] = socket.app.state.audiences
    await serve(_SocketLine(socket), _door(ws, audiences, id, asyncio.get_running_loop()))


def _door(
    ws: Workspace, audiences: dict[str, Audience], id: str, loop: asyncio.AbstractEventLoop
) -> Callable[[Hello], Audience]:
    def enter(hello: Hello) -> Audience:
        authorize(ws, hello.actor, Action.EDIT, id)
        people.remember(ws, hello.actor)
        room = ws.rooms.room(id)
        audience = audiences.get(id)
        if audience is None or audience.room is not room:
            audience = audiences[id] = Audience(room, loop)
        return audience

    return enter


class _SocketLine:
    def __init__(self, socket: WebSocket) -> None:
        self._socket = socket

    async def receive(self) -> str:
        try:
            return await self._socket.receive_text()
        except (WebSocketDisconnect, RuntimeError, KeyError) as error:
            raise LineClosed from error

    async def send(self, frame: str) -> None:
        try:
            await self._socket.send_text(frame)
        except (WebSocketDisconnect, RuntimeError) as error:
            raise LineClosed from error

    async def close(self, code: int) -> None:
        try:
            await self._socket.close(code)
        except (WebSocketDisconnect, RuntimeError) as error:
            raise LineClosed from error
