"""Waiting for what another thread does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_BOUND_S = 20.0


def until(condition: Callable[[], object]) -> None:
    """Return as soon as `condition` holds; fail if it never does."""
    end_s = time.monotonic() + _BOUND_S
    while not condition():
        assert time.monotonic() < end_s, "it never happened"
        time.sleep(0.005)


def ends(thread: threading.Thread) -> bool:
    """Whether a thread ends within the bound."""
    thread.join(_BOUND_S)
    return not thread.is_alive()
