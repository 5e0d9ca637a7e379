"""What stands before every route: who may talk to this server, how much they may send, and the headers of each answer."""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from footfall.errors import FootfallError, Forbidden, TooLarge
from footfall.settings import Settings
from footfall.web.problems import problem_response

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
UPLOADS = re.compile(r"/api/v1/datasets/uploads(/[^/]+/files)?")
MILLION = 1_000_000


class _Over(Exception):
    """More came than may come."""


class Guard:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, then pass on."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send, refusal)
        else:
            await self._http(scope, receive, _with_headers(scope, send), refusal)

    def _refusal(self, scope: Scope) -> FootfallError | None:
        """Without accounts only this machine is served, and only pages that came from here may write or listen.

        Checking the Host keeps a page elsewhere from reaching this server under a name of its own (DNS rebinding).
        """
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in LOOPBACK | {self._settings.host}:
            return Forbidden(f"This server was asked for as '{host}'.", "It answers as 127.0.0.1 and localhost.")
        origin = headers.get("origin")
        if origin is None or scope.get("method") in SAFE or urlsplit(origin).netloc == host:
            return None
        return Forbidden(f"A page from {origin} asked.", f"Only pages from {host} may.")

    async def _socket(self, scope: Scope, receive: Receive, send: Send, refusal: FootfallError | None) -> None:
        if refusal is None:
            await self._app(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": refusal.code})

    async def _http(self, scope: Scope, receive: Receive, send: Send, refusal: FootfallError | None) -> None:
        measured = _Measured(receive, send, self._limit(scope["path"]))
        if refusal is None and not measured.declares_too_much(scope):
            try:
                await self._app(scope, measured.receive, measured.send)
            except _Over:
                measured.over = True
        if refusal or measured.is_unanswered:
            await problem_response(refusal or measured.error())(scope, receive, send)

    def _limit(self, path: str) -> int:
        upload = UPLOADS.fullmatch(path)
        return MILLION * (self._settings.upload_megabytes if upload else self._settings.request_megabytes)


class _Measured:
    """Counts what comes in; once it is over the limit, what the app says no longer goes out."""

    def __init__(self, receive: Receive, send: Send, limit: int) -> None:
        self._receive, self._send, self._limit = receive, send, limit
        self._came = 0
        self._started = False
        self.over = False

    @property
    def is_unanswered(self) -> bool:
        return self.over and not self._started

    def declares_too_much(self, scope: Scope) -> bool:
        declared = Headers(scope=scope).get("content-length", "")
        self.over = declared.isdecimal() and int(declared) > self._limit
        return self.over

    async def receive(self) -> Message:
        message = await self._receive()
        self._came += len(message.get("body", b""))
        if self._came > self._limit:
            self.over = True
            raise _Over
        return message

    async def send(self, message: Message) -> None:
        if not self.over:
            self._started = True
            await self._send(message)

    def error(self) -> TooLarge:
        return TooLarge(
            f"The request brings more than {self._limit // MILLION:,} million bytes.",
            "That is the limit here.",
            "Send less at once, or raise the limit in the settings.",
        )


def _with_headers(scope: Scope, send: Send) -> Send:
    private = scope["path"].startswith("/api/")

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if private:
                headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return dressed


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    return host[1 : host.index("]")] if host.startswith("[") and "]" in host else host.rpartition(":")[0] or host
