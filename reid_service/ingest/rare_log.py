"""Warnings that may come a thousand times a second, written once a minute."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable
from typing import Final

_MAX_KEYS: Final = 1000


class RareLog:
    """Writes the first warning of each key at once, then at most one per interval with a count.

    Keys come from a small set (a reason, a host), never from the content of a message.
    """

    def __init__(
        self,
        logger: logging.Logger,
        *,
        interval_s: float = 60.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._logger = logger
        self._interval_s = interval_s
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._seen: dict[Hashable, tuple[float, int]] = {}

    def warning(self, key: Hashable, text: str, *args: object) -> None:
        """Log `text % args`, or only count it."""
        now_s = self._monotonic()
        with self._lock:
            written_s, unwritten = self._seen.get(key, (-self._interval_s, 0))
            due = now_s - written_s >= self._interval_s
            if key not in self._seen and len(self._seen) >= _MAX_KEYS:
                self._seen.clear()
            self._seen[key] = (now_s, 0) if due else (written_s, unwritten + 1)
        if not due:
            return
        self._logger.warning(text, *args)
        if unwritten:
            self._logger.warning("%d more like the last one since it was written", unwritten)
