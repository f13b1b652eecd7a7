"""Who may come in: whoever knows the token, and whoever Home Assistant's ingress lets through.

There is no check of the WebSocket's `Origin` for those with a token: a foreign web page can make
a browser open a connection, but not send the token, which no browser adds by itself as it does
with cookies. Ingress has a cookie: there, requests that browsers mark as another site's are
refused.
"""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from reid_service.api.errors import error_response
from reid_service.errors import SettingsError
from reid_service.identities.acting import acting, named_actor

PUBLIC: Final = frozenset({"/", "/health"})
"""Paths that need no token: the watchdog's, and the page that asks for the token."""

PUBLIC_FOLDER: Final = "/assets/"
"""What that page loads; it is the same for everybody and holds no secret."""

SUBPROTOCOL: Final = "frigate-reid"
"""What a WebSocket speaks that was opened by a browser."""

_BEARER_SUBPROTOCOL: Final = "bearer."
_USER: Final = "frigate_reid.user"
_INGRESS: Final = "frigate_reid.ingress"
_MAX_USER: Final = 64
_USER_HEADERS: Final = ("x-remote-user-display-name", "x-remote-user-name")
"""Of Home Assistant's ingress, the one first that people know; read of nobody else."""


@dataclass(frozen=True, slots=True)
class Ingress:
    """The listener for Home Assistant: its port, and the only address that may use it.

    Whoever comes that way has been let in by Home Assistant and needs no token.
    """

    port: int
    address: str

    def is_entered(self, scope: Scope) -> bool:
        """Whether the connection was made to this listener."""
        server = scope.get("server")
        return server is not None and bool(server[1] == self.port)

    def admits(self, scope: Scope) -> bool:
        """Whether the other end is the ingress itself."""
        client = scope.get("client")
        return client is not None and _plain(client[0]) == _plain(self.address)


class BearerToken:
    """Refuses whatever may not come in, before anything of it is looked at."""

    def __init__(self, app: ASGIApp, token: str, ingress: Ingress | None = None) -> None:
        if not token:
            msg = "The token of the API is empty. Set api.token, or leave it out to have one made."
            raise SettingsError(msg)
        self._app = app
        self._token = token.encode()
        self._ingress = ingress

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, or answer 401 or 403; a WebSocket is refused before it is accepted."""
        refusal = None if scope["type"] == "lifespan" else self._refusal(scope)
        if refusal is None:
            with acting(named_actor(user_of(scope))):
                await self._app(scope, receive, send)
        else:
            await refusal(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if self._ingress is not None and self._ingress.is_entered(scope):
            return _enter_ingress(self._ingress, scope, headers)
        if _is_public(scope) or self._knows(headers) or self._knows_subprotocol(scope):
            return None
        response = error_response(
            401,
            "unauthorized",
            "The token is missing or wrong. Send it as the header Authorization: Bearer TOKEN.",
        )
        response.headers["WWW-Authenticate"] = "Bearer"
        return response

    def _knows(self, headers: Headers) -> bool:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        return self._is_token(token.strip().encode()) and scheme.lower() == "bearer"

    def _knows_subprotocol(self, scope: Scope) -> bool:
        """Browsers can name sub-protocols of a WebSocket, but set no header."""
        offered = scope.get("subprotocols", ())
        texts = [each for each in offered if each.startswith(_BEARER_SUBPROTOCOL)]
        return any(self._is_token(_decoded(each)) for each in texts)

    def _is_token(self, guess: bytes) -> bool:
        # The time this takes does not depend on how much of a guess is right.
        return hmac.compare_digest(guess, self._token)


def came_by_ingress(scope: Scope) -> bool:
    """Whether Home Assistant let the client in."""
    return bool(scope.get(_INGRESS, False))


def user_of(scope: Scope) -> str | None:
    """The name of the user in Home Assistant, None where it is not known."""
    user = scope.get(_USER)
    return None if user is None else str(user)


def _enter_ingress(ingress: Ingress, scope: Scope, headers: Headers) -> Response | None:
    if not ingress.admits(scope):
        message = "This port is for Home Assistant alone. Use the other one, with the token."
        return error_response(403, "forbidden", message)
    # A link from elsewhere may lead to the page, but nothing elsewhere may use the API.
    if headers.get("sec-fetch-site") == "cross-site" and not _is_public(scope):
        return error_response(403, "forbidden", "Another web page may not use this service.")
    scope[_INGRESS] = True
    scope[_USER] = next(filter(None, (_name_in(headers, each) for each in _USER_HEADERS)), None)
    return None


def _name_in(headers: Headers, header: str) -> str:
    # Headers are read as Latin-1; names are sent as UTF-8.
    text = headers.get(header, "").encode("latin-1").decode("utf-8", "replace")
    return "".join(filter(str.isprintable, text)).strip()[:_MAX_USER]


def _is_public(scope: Scope) -> bool:
    path: str = scope["path"]
    return scope["type"] == "http" and (path in PUBLIC or path.startswith(PUBLIC_FOLDER))


def _plain(address: str) -> str:
    """An address without the clothes that a listener for both kinds puts on it."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
    return str(mapped or parsed)


def _decoded(subprotocol: str) -> bytes:
    """The token in `bearer.TOKEN`, which is base64url without padding; empty if it is not."""
    text = subprotocol.removeprefix(_BEARER_SUBPROTOCOL)
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return b""
