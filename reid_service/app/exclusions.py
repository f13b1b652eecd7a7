"""Cameras whose people are not taken in: kept in the store, and known at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from reid_service.clock import Clock
from reid_service.domain.floorplan import CameraKey
from reid_service.storage.store import Store

EXCLUSIONS: Final = "excluded_cameras"
"""Where the store keeps them."""

_MOST_SPANS: Final = 2000


@dataclass(frozen=True, slots=True)
class Span:
    """A time in which a camera was excluded; `until_s` is None while it is."""

    camera: CameraKey
    since_s: float
    until_s: float | None = None

    def holds(self, camera: CameraKey, time_s: float) -> bool:
        """Whether the camera was excluded at a time."""
        over = self.until_s is not None and time_s > self.until_s
        return camera == self.camera and time_s >= self.since_s and not over


class Exclusions:
    """Cameras that somebody excluded, with the times.

    Who came while a camera was excluded is not taken in later either.
    """

    def __init__(self, *, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._changing = threading.Lock()
        with store.read() as session:
            self._spans = tuple(map(_span, session.meta.get(EXCLUSIONS, [])))

    def current(self) -> list[Span]:
        """Those that hold now, the oldest first."""
        return [each for each in self._spans if each.until_s is None]

    def is_excluded(self, camera: CameraKey) -> bool:
        """Whether nobody is taken in from this camera now."""
        return any(each.camera == camera for each in self.current())

    def was_excluded(self, camera: CameraKey, time_s: float) -> bool:
        """Whether nobody who came at that time is taken in."""
        return any(each.holds(camera, time_s) for each in self._spans)

    def exclude(self, camera: CameraKey) -> None:
        """From now on; fine if it is already. Raises `StoreError`."""
        self._change(
            lambda spans: (
                spans
                if self.is_excluded(camera)
                else (*spans, Span(camera, self._clock.now_s()))[-_MOST_SPANS:]
            )
        )

    def include(self, camera: CameraKey) -> None:
        """Take its people in again from now on; fine if they are. Raises `StoreError`."""
        now_s = self._clock.now_s()
        self._change(
            lambda spans: tuple(
                Span(camera, each.since_s, now_s)
                if each.camera == camera and each.until_s is None
                else each
                for each in spans
            )
        )

    def _change(self, change: Callable[[tuple[Span, ...]], tuple[Span, ...]]) -> None:
        with self._changing:
            spans = change(self._spans)
            with self._store.write() as session:
                session.meta.put(EXCLUSIONS, [_row(each) for each in spans])
            self._spans = spans


def joined(kept: list[list[Any]], others: list[list[Any]]) -> list[list[Any]]:
    """What two stores say: who is excluded in one of them stays it."""
    return [*kept, *(each for each in others if each not in kept)]


def _span(row: list[Any]) -> Span:
    instance, camera, since_s, until_s = row
    return Span(CameraKey(instance, camera), since_s, until_s)


def _row(span: Span) -> list[Any]:
    return [span.camera.instance, span.camera.camera, span.since_s, span.until_s]
