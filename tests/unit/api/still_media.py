"""Footage as a test states it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reid_service.domain.tracklet import Tracklet


@dataclass
class StatedFilm:
    """A film of these pieces; notes whether it was closed."""

    pieces: list[bytes]
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    was_closed: threading.Event = field(default_factory=threading.Event)

    def chunks(self) -> Iterator[bytes]:
        """The pieces."""
        yield from self.pieces

    def close(self) -> None:
        """Noted."""
        self.was_closed.set()


@dataclass
class StillMedia:
    """The same film and picture always; `fails` is raised instead."""

    film: StatedFilm = field(default_factory=lambda: StatedFilm([b"fi", b"lm"]))
    picture: bytes = b"jpeg"
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    spans_s: list[tuple[float, float]] = field(default_factory=list)
    fails: Exception | None = None

    def clip(self, tracklet: Tracklet, *, padding_s: float, byte_range: str | None) -> StatedFilm:
        """The film."""
        self._begin("clip", tracklet.id, padding_s, byte_range)
        self.spans_s.append((tracklet.start_s, tracklet.last_seen_s))
        return self.film

    def sighting_frame(self, tracklet: Tracklet, *, with_box: bool) -> bytes:
        """The picture."""
        self._begin("sighting_frame", tracklet.id, with_box)
        return self.picture

    def camera_frame(self, instance: str | None, camera: str, time_s: float) -> bytes:
        """The picture."""
        self._begin("camera_frame", instance, camera, time_s)
        return self.picture

    def _begin(self, *call: Any) -> None:
        self.calls.append(call)
        if self.fails is not None:
            raise self.fails
