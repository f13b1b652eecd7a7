"""The thread that asks Frigate over HTTP what was missed, after every connection and gap."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping
from typing import Final, Protocol

from reid_service.errors import FrigateError
from reid_service.ingest.pace import back_off_s
from reid_service.ingest.resync import CatchUp, EventSource, catch_up

_LOG = logging.getLogger(__name__)

_POLL_S: Final = 0.5
_MAX_PAUSE_S: Final = 60.0


class Follower(Protocol):
    """The part of tracking that a resync needs."""

    def catch_up(self, missed: CatchUp) -> None:
        """Have rows folded in."""
        ...

    def open_event_ids(self, instance: str) -> list[str]:
        """Event ids open now."""
        ...


class Resyncing:
    """One request at a time for each Frigate; a failed one is repeated until it succeeds.

    `since_s(instance)` is the newest start that is known of it.
    """

    def __init__(
        self,
        *,
        sources: Mapping[str, EventSource],
        follower: Follower,
        since_s: Callable[[str], float],
    ) -> None:
        self._sources = sources
        self._follower = follower
        self._since_s = since_s
        self._requests: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._pending: set[str] = set()
        self._done: set[str] = set()
        self._count = 0
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="resync", daemon=True)

    def start(self) -> None:
        """Begin to take requests."""
        self._thread.start()

    def stop(self) -> None:
        """End, at the latest after the request at hand."""
        self._stopping.set()
        self._thread.join()

    def request(self, instance: str | None) -> None:
        """Ask for a resync of one Frigate, or of all; never blocks."""
        for each in [instance] if instance else list(self._sources):
            with self._lock:
                if each in self._pending:
                    continue
                self._pending.add(each)
            self._requests.put(each)

    @property
    def is_done(self) -> bool:
        """Whether every Frigate was asked at least once and nothing waits."""
        with self._lock:
            return self._done == set(self._sources) and not self._pending

    @property
    def count(self) -> int:
        """Times that a Frigate was caught up with."""
        with self._lock:
            return self._count

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                instance = self._requests.get(timeout=_POLL_S)
            except queue.Empty:
                continue
            self._catch_up(instance)

    def _catch_up(self, instance: str) -> None:
        failures = 0
        while not self._stopping.is_set():
            with self._lock:
                self._pending.discard(instance)  # what is asked from here on is new
            try:
                missed = catch_up(
                    instance,
                    self._sources[instance],
                    since_s=self._since_s(instance),
                    open_event_ids=self._follower.open_event_ids(instance),
                )
            except FrigateError as error:
                failures += 1
                _LOG.warning("catching up with %s failed, trying again: %s", instance, error)
                self._stopping.wait(min(_MAX_PAUSE_S, back_off_s(failures)))
                continue
            except Exception:  # noqa: BLE001 - a resync must never end the thread
                _LOG.exception("catching up with %s failed", instance)
                return
            self._follower.catch_up(missed)
            with self._lock:
                self._done.add(instance)
                self._count += 1
            _LOG.info("caught up with %s: %d events", instance, len(missed.rows))
            return
