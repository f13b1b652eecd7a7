"""How far the pipeline is: what came in, and what is finished with."""

from __future__ import annotations

import threading


class Progress:
    """Counts Frigate's event messages in and out; thread-safe.

    A message is settled when nothing further will come of it: decided and committed, of no
    interest, malformed, or given up in a full queue. A replay waits for this.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._received = 0
        self._settled = 0

    def receive(self) -> None:
        """A message came."""
        with self._lock:
            self._received += 1

    def settle(self) -> None:
        """A message is finished with."""
        with self._lock:
            self._settled += 1

    @property
    def received(self) -> int:
        """Messages since the start."""
        with self._lock:
            return self._received

    @property
    def settled(self) -> int:
        """Messages finished with since the start, without those lost in the queue."""
        with self._lock:
            return self._settled
