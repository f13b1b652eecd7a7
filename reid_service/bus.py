"""In-process announcements: whoever decides publishes, API and MQTT listen."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TypeAlias

from reid_service.domain.events import DomainEvent

_LOG = logging.getLogger(__name__)

Listener: TypeAlias = Callable[[DomainEvent], None]


class Bus:
    """Calls every listener with every event, in the publisher's thread and order.

    Listeners must not block: they hand the event to a queue of their own. A listener that
    fails is logged and never disturbs the publisher or the others.
    """

    def __init__(self) -> None:
        self._listeners: tuple[Listener, ...] = ()
        self._lock = threading.Lock()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Add a listener; returns the function that removes it (harmless when called twice)."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            with self._lock:
                self._listeners = tuple(each for each in self._listeners if each is not listener)

        return unsubscribe

    def publish(self, event: DomainEvent) -> None:
        """Announce an event that is already committed to the store."""
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:  # noqa: BLE001 - one bad listener must not stop the service
                _LOG.exception("a listener failed on %s", type(event).__name__)
