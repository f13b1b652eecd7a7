"""The outermost layer: limits what comes in, and what an answer may do in a browser."""

from __future__ import annotations

import logging
import re
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reid_service.api.errors import error_response
from reid_service.errors import ReidError
from reid_service.search.photos import MAX_BYTES

_LOG = logging.getLogger(__name__)

MAX_BODY_BYTES: Final = 256 * 1024
"""Largest request body unless its path is an upload: a split of some thousand sightings."""

_LARGER_BODIES: Final = (
    ("PUT", re.compile(r"/api/floors/[^/]+/picture"), 8 * 1024 * 1024),
    ("POST", re.compile(r"/api/searches/photo"), MAX_BYTES),
    # Written to disk bit by bit; a year of a large site.
    ("POST", re.compile(r"/api/backups"), 64 * 1024**3),
)
"""Uploads that may be larger: method, the whole path, most bytes."""

_HEADERS: Final = {
    # People's pictures and whereabouts: kept by nobody unless a route says so.
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Guard:
    """Adds security headers, refuses large bodies, and hides what went wrong inside."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; WebSockets pass, for the server limits their messages."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(send)
        refusal = _refusal(Headers(scope=scope), _most_bytes(scope))
        if refusal is not None:
            await refusal(scope, receive, answer.send)
            return
        try:
            await self._app(scope, receive, answer.send)
        except Exception:
            _LOG.exception("%s %s failed unexpectedly", scope["method"], scope["path"])
            if answer.started:
                raise
            message = "Something unexpected failed. The log of the service has the details."
            response = error_response(500, ReidError.code, message)
            await response(scope, receive, answer.send)


class _Answer:
    def __init__(self, send: Send) -> None:
        self._send = send
        self.started = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)


def _most_bytes(scope: Scope) -> int:
    larger = (
        most
        for method, path, most in _LARGER_BODIES
        if method == scope["method"] and path.fullmatch(scope["path"])
    )
    return next(larger, MAX_BODY_BYTES)


def _refusal(headers: Headers, most_bytes: int) -> Response | None:
    """The server holds a body to its announced length; one without a length has no bound."""
    if "transfer-encoding" in headers:
        return error_response(411, "length_required", "Send the body with a Content-Length.")
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > most_bytes:
        message = f"The body is too large. At most {most_bytes} bytes are taken."
        return error_response(413, "too_large", message)
    return None
