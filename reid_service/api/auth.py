"""Who may come in: whoever knows the token.

There is no check of the WebSocket's `Origin`: a foreign web page can make a browser open a
connection, but not send this header, which no browser adds by itself as it does with cookies.
"""

from __future__ import annotations

import hmac
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from reid_service.api.errors import error_response
from reid_service.errors import SettingsError

PUBLIC: Final = frozenset({"/health"})
"""Paths that need no token."""


class BearerToken:
    """Refuses whatever comes without the token, before anything of it is looked at."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        if not token:
            msg = "The token of the API is empty. Set api.token, or leave it out to have one made."
            raise SettingsError(msg)
        self._app = app
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 401; a WebSocket is refused before it is accepted."""
        if (
            scope["type"] == "lifespan"
            or scope["path"] in PUBLIC
            or self._knows(Headers(scope=scope).get("authorization", ""))
        ):
            await self._app(scope, receive, send)
            return
        response = error_response(
            401,
            "unauthorized",
            "The token is missing or wrong. Send it as the header Authorization: Bearer TOKEN.",
        )
        response.headers["WWW-Authenticate"] = "Bearer"
        await response(scope, receive, send)

    def _knows(self, header: str) -> bool:
        scheme, _, token = header.partition(" ")
        # The time this takes does not depend on how much of a guess is right.
        same = hmac.compare_digest(token.strip().encode(), self._token)
        return same and scheme.lower() == "bearer"
