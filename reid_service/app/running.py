"""Runs a service until it is told to stop, and another one where it wants to start anew."""

from __future__ import annotations

import queue
from collections.abc import Callable
from enum import Enum, auto

from reid_service.app.service import Service
from reid_service.app.upkeep import carry_out
from reid_service.settings import Settings


class _Order(Enum):
    STOP = auto()
    RESTART = auto()


class Running:
    """One service after the other, of the same settings.

    Between two of them, what was asked for is done to the data. Orders may come from any thread
    and from signal handlers.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._orders: queue.SimpleQueue[_Order] = queue.SimpleQueue()

    def stop(self) -> None:
        """End."""
        self._orders.put(_Order.STOP)

    def restart(self) -> None:
        """Stop the service and start another one."""
        self._orders.put(_Order.RESTART)

    def run(self, on_started: Callable[[Service], object] = lambda _: None) -> None:
        """Run until `stop` is called; `on_started` hears of each service. Raises `ReidError`."""
        order = _Order.RESTART
        while order is _Order.RESTART:
            carry_out(self._settings)
            service = Service(self._settings, restart=self.restart)
            try:
                service.start()
                on_started(service)
                order = self._orders.get()
            finally:
                service.stop()
