"""Clients of the WebSocket."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from websockets.sync.client import connect
from websockets.sync.connection import Connection

from reid_service.domain.events import IdentityChange, IdentityChangedEvent
from tests.unit.api.serving import TOKEN, Served

BOUND_S = 30.0


@contextmanager
def connected(served: Served, **options: Any) -> Iterator[Connection]:
    """A client that has been greeted."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    address = f"ws://127.0.0.1:{served.server.port}/api/ws"
    with connect(address, additional_headers=headers, **options) as client:
        assert next_message(client)["type"] == "hello"
        yield client


def next_message(client: Connection) -> Any:
    """The next message of the service."""
    return json.loads(client.recv(timeout=BOUND_S))


def ask(client: Connection, **message: Any) -> Any:
    """The answer to a command, where nothing else is under way."""
    client.send(json.dumps(message))
    return next_message(client)


def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition."""
    end_s = time.monotonic() + BOUND_S
    while not condition():
        assert time.monotonic() < end_s, "it does not come to pass"
        time.sleep(0.005)


def renamed(label: str, *, tracklets: int = 0) -> IdentityChangedEvent:
    """An event that is as long as one likes."""
    return IdentityChangedEvent(
        change=IdentityChange.UPDATED,
        identity_id="x",
        identity_label=label,
        other_identity_id=None,
        tracklet_ids=tuple(f"frigate:{index:040d}" for index in range(tracklets)),
        decision_id=None,
        at_s=1.0,
    )


@contextmanager
def narrow(served: Served) -> Iterator[socket.socket]:
    """A connection that takes little before it is read."""
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.connect(("127.0.0.1", served.server.port))
        yield line
