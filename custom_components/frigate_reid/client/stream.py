"""The WebSocket: handshake, subscriptions, events."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import deque
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

from aiohttp import (
    ClientError,
    ClientSession,
    ClientWebSocketResponse,
    WSMsgType,
    WSServerHandshakeError,
)
from yarl import URL

from .errors import CannotConnect, InvalidToken, ServiceTooNew, ServiceTooOld
from .events import Event, Hello, event_of

_LOG = logging.getLogger(__name__)

SCHEMA_VERSION: Final = 1
"""What this client speaks: the schema of the service that it was written for."""
MIN_SCHEMA_VERSION: Final = 1
"""Oldest schema of a service that this client still understands."""

_ANSWER_TIMEOUT_S: Final = 10.0
# The service tells its health every ten seconds: whoever is silent longer is gone.
_SILENCE_S: Final = 45.0
# After so many events other tasks get their turn, however fast events come.
_TURN: Final = 4

_LOST: Final = "The connection to Frigate Re-ID was lost."
_NOT_OURS: Final = "What answers at {url} is not Frigate Re-ID."


def check_schema(service_version: str, schema_version: int, min_schema_version: int) -> None:
    """Raises `ServiceTooNew` or `ServiceTooOld` when the two cannot talk."""
    if min_schema_version > SCHEMA_VERSION:
        raise ServiceTooNew(service_version, min_schema_version, SCHEMA_VERSION)
    if schema_version < MIN_SCHEMA_VERSION:
        raise ServiceTooOld(service_version, schema_version, SCHEMA_VERSION)


class Stream:
    """One open connection; `topics` are what the service granted."""

    def __init__(self, socket: ClientWebSocketResponse, hello: Hello) -> None:
        self._socket = socket
        self._waiting: deque[Mapping[str, Any]] = deque()
        self._last_id = 0
        self.hello = hello
        self.topics: frozenset[str] = frozenset()

    async def subscribe(self, topics: Sequence[str]) -> bool:
        """Ask for more topics; False when the service does not know one of them."""
        self._last_id += 1
        command = {"type": "subscribe", "id": self._last_id, "topics": list(topics)}
        try:
            async with asyncio.timeout(_ANSWER_TIMEOUT_S):
                await self._socket.send_json(command)
                answer = await self._answer(self._last_id)
        except (ClientError, TimeoutError) as error:
            raise CannotConnect(_LOST) from error
        if answer.get("type") != "result":
            return False
        self.topics = frozenset(answer["topics"])
        return True

    async def events(self) -> AsyncIterator[Event]:
        """Events as they come, until the service closes the connection."""
        count = 0
        while True:
            message = self._waiting.popleft() if self._waiting else await self._next()
            if message is None:
                return
            event = _event_or_none(message)
            if event is not None:
                yield event
            count += 1
            if count % _TURN == 0:
                await asyncio.sleep(0)

    async def _answer(self, command_id: int) -> Mapping[str, Any]:
        """The answer to a command; events that come before it wait their turn."""
        while (message := await self._next()) is not None:
            if message.get("id") == command_id:
                return message
            self._waiting.append(message)
        raise CannotConnect(_LOST)

    async def _next(self) -> Mapping[str, Any] | None:
        """The next message; None once the connection is closed."""
        try:
            received = await self._socket.receive(_SILENCE_S)
        except TimeoutError:
            return None
        if received.type is not WSMsgType.TEXT:
            return None
        try:
            message = json.loads(received.data)
        except ValueError:
            return None
        return message if isinstance(message, dict) else None


def _event_or_none(message: Mapping[str, Any]) -> Event | None:
    if message.get("type") != "event":
        return None
    try:
        return event_of(message)
    except (KeyError, TypeError, ValueError) as error:
        _LOG.warning("An event of Frigate Re-ID was not understood: %r", error)
        return None


@asynccontextmanager
async def connected(
    session: ClientSession, url: URL, headers: Mapping[str, str]
) -> AsyncIterator[Stream]:
    """A stream after its handshake; it is closed on leaving. Raises `ReidError`."""
    socket = await _open(session, url, headers)
    try:
        yield Stream(socket, await _greeted(socket, url))
    finally:
        await socket.close()


async def _open(
    session: ClientSession, url: URL, headers: Mapping[str, str]
) -> ClientWebSocketResponse:
    try:
        async with asyncio.timeout(_ANSWER_TIMEOUT_S):
            return await session.ws_connect(url.joinpath("api/ws"), headers=headers)
    except WSServerHandshakeError as error:
        if error.status == 401:
            msg = "Frigate Re-ID refuses the token."
            raise InvalidToken(msg) from error
        raise CannotConnect(_NOT_OURS.format(url=url)) from error
    except (ClientError, TimeoutError) as error:
        msg = f"Frigate Re-ID does not answer at {url}."
        raise CannotConnect(msg) from error


async def _greeted(socket: ClientWebSocketResponse, url: URL) -> Hello:
    try:
        async with asyncio.timeout(_ANSWER_TIMEOUT_S):
            hello = Hello.from_message(await socket.receive_json())
    except TimeoutError as error:
        raise CannotConnect(_LOST) from error
    except (KeyError, TypeError, ValueError) as error:
        raise CannotConnect(_NOT_OURS.format(url=url)) from error
    check_schema(hello.service_version, hello.schema_version, hello.min_schema_version)
    return hello
