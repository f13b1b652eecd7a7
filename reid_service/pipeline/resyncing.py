"""The thread that asks Frigate over HTTP what was missed, after every connection and gap."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection, Mapping
from typing import Final, Protocol

from reid_service.errors import FrigateError, StoreError
from reid_service.ingest.pace import back_off_s
from reid_service.ingest.rare_log import RareLog
from reid_service.ingest.resync import CatchUp, EventSource, catch_up

_LOG = logging.getLogger(__name__)

_LOOK_EVERY_S: Final = 1.0
_MOST_TRIES: Final = 3
"""Times that Frigate is asked again for what could not be taken, before the next gap."""


class Follower(Protocol):
    """The part of tracking that a resync needs."""

    def catch_up(self, missed: CatchUp) -> None:
        """Have rows folded in."""
        ...

    def open_event_ids(self, instance: str) -> list[str]:
        """Event ids open now."""
        ...


class Known(Protocol):
    """What a resync has to know of what is in the store."""

    def since_s(self, instance: str) -> float:
        """Who came later may be missing."""
        ...

    def follow(self, instances: Collection[str], is_whole: Callable[[str], bool]) -> None:
        """Move on where nothing is missing."""
        ...


class Resyncing:
    """One request at a time; one that fails is repeated until it succeeds, after the others.

    `known` moves on only after a Frigate was caught up with, no request waits, nothing was left
    that could not be taken, and `is_settled` says that all that was handed to the follower is
    committed.
    """

    def __init__(
        self,
        *,
        sources: Mapping[str, EventSource],
        follower: Follower,
        known: Known,
        is_settled: Callable[[], bool],
    ) -> None:
        self._sources = sources
        self._follower = follower
        self._known = known
        self._is_settled = is_settled
        self._rare = RareLog(_LOG)
        self._due_s: dict[str, float] = {}
        self._failures: dict[str, int] = {}
        self._untaken: dict[str, int] = {}
        self._done: set[str] = set()
        self._count = 0
        self._stopping = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="resync", daemon=True)

    def start(self) -> None:
        """Begin to take requests."""
        self._thread.start()

    def stop(self) -> None:
        """End, at the latest after the request at hand."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join()

    def request(self, instance: str | None) -> None:
        """Ask for a resync of one Frigate, or of all; never blocks."""
        with self._changed:
            for each in [instance] if instance else list(self._sources):
                self._due_s[each] = time.monotonic()
                self._failures.pop(each, None)
            self._changed.notify_all()

    def note_taken(self, instance: str, failures: int) -> None:
        """So much of what one Frigate told could not be taken; callable from any thread.

        It is asked again a few times. Whoever cannot be taken then is asked for after each gap
        and each start, until Frigate has let go of them.
        """
        with self._changed:
            if not failures:
                self._untaken.pop(instance, None)
                return
            tries = self._untaken[instance] = self._untaken.get(instance, 0) + 1
            if tries <= _MOST_TRIES and instance not in self._due_s:
                self._failures[instance] = tries
                self._due_s[instance] = time.monotonic() + back_off_s(tries)
                self._changed.notify_all()

    @property
    def is_done(self) -> bool:
        """Whether every Frigate was caught up with once and no request waits for its first try."""
        with self._changed:
            return self._done == set(self._sources) and self._due_s.keys() <= self._failures.keys()

    @property
    def count(self) -> int:
        """Times that a Frigate was caught up with."""
        with self._changed:
            return self._count

    def _run(self) -> None:
        while not self._stopping:
            instance = self._next()
            if instance is None:
                self._follow()
                continue
            try:
                self._catch_up(instance)
            except Exception as error:  # noqa: BLE001 - a resync must never end the thread
                self._repeat_later(instance, error)

    def _next(self) -> str | None:
        """The Frigate that has been due for longest; None when it is time to look, or to end."""
        look_s = time.monotonic() + _LOOK_EVERY_S
        with self._changed:
            while not self._stopping:
                instance = min(self._due_s, key=self._due_s.__getitem__, default=None)
                now_s = time.monotonic()
                due_s = look_s if instance is None else self._due_s[instance]
                if instance is not None and due_s <= now_s:
                    del self._due_s[instance]  # what is asked from here on is new
                    return instance
                if look_s <= now_s:
                    return None
                self._changed.wait(min(due_s, look_s) - now_s)
            return None

    def _follow(self) -> None:
        try:
            if self._is_settled():
                self._known.follow(self._sources.keys(), self._is_whole)
        except StoreError as error:
            self._rare.warning("store", "the store failed, trying again: %s", error)
        except Exception:  # noqa: BLE001 - nor must this
            _LOG.exception("what is known of Frigate could not be kept")

    def _is_whole(self, instance: str) -> bool:
        with self._changed:
            is_due = instance in self._due_s or instance in self._untaken
            return instance in self._done and not is_due

    def _catch_up(self, instance: str) -> None:
        missed = catch_up(
            instance,
            self._sources[instance],
            since_s=self._known.since_s(instance),
            open_event_ids=self._follower.open_event_ids(instance),
        )
        self._follower.catch_up(missed)
        with self._changed:
            self._failures.pop(instance, None)
            self._done.add(instance)
            self._count += 1
        _LOG.info("caught up with %s: %d events", instance, len(missed.rows))

    def _repeat_later(self, instance: str, error: Exception) -> None:
        with self._changed:
            failures = self._failures.get(instance, 0) + 1
            # Asked again meanwhile: that request stands as it is.
            if instance not in self._due_s:
                self._failures[instance] = failures
                self._due_s[instance] = time.monotonic() + back_off_s(failures)
        trace = not isinstance(error, (FrigateError, StoreError))
        _LOG.warning(
            "catching up with %s failed, trying again: %s", instance, error, exc_info=trace
        )
