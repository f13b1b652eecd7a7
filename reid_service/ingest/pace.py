"""How often we may ask Frigate, and how long we wait after a failure."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from typing import Final

_BACK_OFF_S: Final = 0.5
_BACK_OFF_MAX_S: Final = 8.0


class TokenBucket:
    """At most `burst` at once and `per_second` in the long run; first come, first served."""

    def __init__(
        self,
        per_second: float,
        burst: int,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._per_second = per_second
        self._burst = float(burst)
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._tokens = self._burst
        self._at_s = monotonic()

    def reserve(self) -> float:
        """Take a token; seconds until it may be used (0 when there was one)."""
        with self._lock:
            now_s = self._monotonic()
            gained = (now_s - self._at_s) * self._per_second
            self._at_s = now_s
            self._tokens = min(self._burst, self._tokens + gained) - 1.0
            return max(0.0, -self._tokens / self._per_second)


def back_off_s(failures: int) -> float:
    """Seconds to wait after so many failures in a row (at least 1), jittered by half.

    Jitter keeps the threads of a service, and services, from coming back all at once.
    """
    doublings = min(failures - 1, 16)  # a power without bound would overflow after a day
    full_s = min(_BACK_OFF_MAX_S, _BACK_OFF_S * 2.0**doublings)
    return full_s * random.uniform(0.5, 1.0)  # noqa: S311 - no secret depends on it
