"""What a command changes in its process is put back after each test."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from reid_service.settings import ENV_PREFIX


@pytest.fixture(autouse=True)
def own_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No settings from outside, and the signals as they were."""
    for name in [each for each in os.environ if each.startswith(ENV_PREFIX)]:
        monkeypatch.delenv(name)
    kept = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)
