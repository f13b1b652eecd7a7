"""From the bus to WebSocket clients: each has a bounded queue, and slow ones are dropped."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Final

from reid_service.api.frames import Event, Topic, encode
from reid_service.api.ports import HealthReport
from reid_service.bus import Bus
from reid_service.domain.events import DomainEvent, IdentityChangedEvent
from reid_service.publish.wire import event_message

_LOG = logging.getLogger(__name__)

QUEUE_SIZE: Final = 512
"""Messages a client may be behind; at ten a second that is most of a minute."""


class Client:
    """What waits to be sent to one client; used on the loop alone."""

    def __init__(self, queue_size: int) -> None:
        self._queue: asyncio.Queue[str] = asyncio.Queue(queue_size)
        self.topics: set[Topic] = set()
        self.fell_behind = asyncio.Event()

    def put(self, message: str) -> None:
        """Queue a message, or note that the client is too far behind and has to go."""
        try:
            self._queue.put_nowait(message)
        except asyncio.QueueFull:
            self.fell_behind.set()

    async def get(self) -> str:
        """The next message, in order; waits for one."""
        return await self._queue.get()


class Hub:
    """Fans events out to the subscribed clients of one event loop."""

    def __init__(self, bus: Bus, *, queue_size: int = QUEUE_SIZE) -> None:
        self._bus = bus
        self._queue_size = queue_size
        self._clients: set[Client] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._leave: Callable[[], None] = lambda: None

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to listen; events are handed to `loop`, never sent from the caller's thread."""
        self._loop = loop
        self._leave = self._bus.subscribe(self._on_event)

    def stop(self) -> None:
        """Stop listening; harmless when called twice."""
        self._leave()

    @property
    def client_count(self) -> int:
        """Connected clients; may be asked in any thread."""
        return len(self._clients)

    def join(self) -> Client:
        """Add a client."""
        client = Client(self._queue_size)
        self._clients.add(client)
        return client

    def leave(self, client: Client) -> None:
        """Remove a client; harmless when called twice."""
        self._clients.discard(client)

    def is_wanted(self, topic: Topic) -> bool:
        """Whether a client subscribes to `topic`."""
        return any(topic in client.topics for client in self._clients)

    def announce_health(self, report: HealthReport) -> None:
        """Tell the subscribers of `health`; called on the loop."""
        self._fan_out(Topic.HEALTH, encode(Event(topic=Topic.HEALTH, event="health", data=report)))

    def announce_search(self, search_id: str) -> None:
        """Tell the subscribers of `searches` that one changed; called in any thread."""
        data = {"search_id": search_id}
        self._hand_over(
            Topic.SEARCHES, encode(Event(topic=Topic.SEARCHES, event="search_changed", data=data))
        )

    def _on_event(self, event: DomainEvent) -> None:
        if not self._clients:
            return
        topic = Topic.IDENTITIES if isinstance(event, IdentityChangedEvent) else Topic.SIGHTINGS
        message = event_message(event)
        self._hand_over(topic, encode(Event(topic=topic, event=message.topic, data=message)))

    def _hand_over(self, topic: Topic, encoded: str) -> None:
        if self._loop is None:
            return
        # The loop may close between the question and the call.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._fan_out, topic, encoded)

    def _fan_out(self, topic: Topic, message: str) -> None:
        for client in tuple(self._clients):
            if topic not in client.topics:
                continue
            client.put(message)
            if client.fell_behind.is_set():
                _LOG.warning("A WebSocket client did not read for too long and was dropped.")
                self._clients.discard(client)
