"""Time sources, injected everywhere so that a recording replays in its own time.

Two clocks exist side by side. `Clock.now_s()` is the site's time: it stamps decisions, ages
tracklets and drives retention. Durations of our own work (time-outs, latencies) always use
`time.monotonic()` and never a `Clock`.
"""

from __future__ import annotations

import threading
import time
from typing import Protocol


class Clock(Protocol):
    """The site's time."""

    def now_s(self) -> float:
        """Seconds since the epoch, UTC."""
        ...

    def observe(self, time_s: float) -> None:
        """Take note of a time that Frigate's traffic carries (epoch seconds)."""
        ...


class SystemClock:
    """The machine's clock; traffic does not move it."""

    def now_s(self) -> float:
        """Seconds since the epoch, UTC."""
        return time.time()

    def observe(self, time_s: float) -> None:
        """Ignored: the machine knows the time."""


class TrafficClock:
    """The newest time seen in Frigate's traffic; never goes back.

    A replayed recording is hours or months old. With this clock the service lives in the
    recording's time, whatever the replay's speed.
    """

    def __init__(self) -> None:
        self._now_s = 0.0
        self._lock = threading.Lock()

    def now_s(self) -> float:
        """Newest observed time, or the machine's time before the first one."""
        with self._lock:
            return self._now_s or time.time()

    def observe(self, time_s: float) -> None:
        """Advance to `time_s` if it is newer."""
        with self._lock:
            self._now_s = max(self._now_s, time_s)
