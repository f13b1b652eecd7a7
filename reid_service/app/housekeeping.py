"""The thread that deletes what is too old, and tends the index when nothing else happens."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence

_LOG = logging.getLogger(__name__)


class Housekeeping:
    """Runs chores every `every_s` seconds, the first time after one interval."""

    def __init__(self, chores: Sequence[Callable[[], object]], *, every_s: float) -> None:
        self._chores = chores
        self._every_s = every_s
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="housekeeping", daemon=True)

    def start(self) -> None:
        """Begin to wait."""
        self._thread.start()

    def stop(self) -> None:
        """End after the chore at hand."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(self._every_s):
            for chore in self._chores:
                try:
                    chore()
                except Exception:  # noqa: BLE001 - the next round may succeed
                    _LOG.exception("a chore failed")
