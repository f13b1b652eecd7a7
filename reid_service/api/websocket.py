"""The WebSocket: events as they happen, a few commands."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Final, assert_never

import msgspec
from fastapi import APIRouter, WebSocket, WebSocketDisconnect

from reid_service.api.auth import SUBPROTOCOL
from reid_service.api.context import Ctx
from reid_service.api.frames import (
    Command,
    Failure,
    Hello,
    Ping,
    Pong,
    Result,
    Subscribe,
    Unsubscribe,
    decode,
    encode,
)
from reid_service.api.hub import Client

_LOG = logging.getLogger(__name__)

router = APIRouter()

TRY_AGAIN_LATER: Final = 1013
"""Close code for a client that did not read; RFC 6455 and its registry."""

_FAREWELL_S: Final = 10.0
"""How long a dropped client has to read why."""


@router.websocket("/api/ws")
async def websocket(socket: WebSocket, context: Ctx) -> None:
    """Serve one client until it leaves or falls behind; the token was checked before."""
    offered = socket.scope.get("subprotocols", ())
    # A browser that offered some gives up unless one of them is chosen.
    await socket.accept(SUBPROTOCOL if SUBPROTOCOL in offered else None)
    client = context.hub.join()
    client.put(encode(Hello(service_version=context.info.version, instance=context.info.instance)))
    try:
        await _converse(socket, client)
    finally:
        context.hub.leave(client)
    if client.fell_behind.is_set():
        with contextlib.suppress(TimeoutError, WebSocketDisconnect):
            async with asyncio.timeout(_FAREWELL_S):
                await socket.close(TRY_AGAIN_LATER, "too slow: connect again and read faster")


async def _converse(socket: WebSocket, client: Client) -> None:
    """Send and receive until one of them ends, or the client falls behind."""
    tasks = [
        asyncio.create_task(_send(socket, client)),
        asyncio.create_task(_receive(socket, client)),
        asyncio.create_task(client.fell_behind.wait()),
    ]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception) and not isinstance(result, WebSocketDisconnect):
            _LOG.error("a WebSocket client was lost to an error", exc_info=result)


async def _send(socket: WebSocket, client: Client) -> None:
    while True:
        await socket.send_text(await client.get())


async def _receive(socket: WebSocket, client: Client) -> None:
    while True:
        message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            return
        command = decode(message.get("text") or message.get("bytes") or b"")
        client.put(encode(_answer(client, command)))


def _answer(client: Client, command: Command | Failure) -> msgspec.Struct:
    match command:
        case Failure():
            return command
        case Ping():
            return Pong(id=command.id)
        case Subscribe():
            client.topics |= set(command.topics)
        case Unsubscribe():
            client.topics -= set(command.topics)
        case _:
            assert_never(command)
    return Result(id=command.id, topics=sorted(client.topics))
