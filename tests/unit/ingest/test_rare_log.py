"""A storm of warnings is written once a minute."""

from __future__ import annotations

import logging

import pytest

from reid_service.ingest.rare_log import RareLog


class Timer:
    """A monotonic clock that a test sets."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_the_first_warning_is_written_and_the_rest_counted(
    caplog: pytest.LogCaptureFixture,
) -> None:
    timer = Timer()
    rare = RareLog(logging.getLogger("rare"), interval_s=60.0, monotonic=timer)
    for _ in range(5):
        rare.warning("key", "bad %s", "thing")
    assert caplog.messages == ["bad thing"]
    timer.now_s = 61.0
    rare.warning("key", "bad %s", "thing")
    assert caplog.messages[1:] == [
        "bad thing",
        "4 more like the last one since it was written",
    ]


def test_keys_do_not_hide_each_other(caplog: pytest.LogCaptureFixture) -> None:
    rare = RareLog(logging.getLogger("rare"), monotonic=Timer())
    rare.warning("a", "first")
    rare.warning("b", "second")
    assert caplog.messages == ["first", "second"]


def test_memory_is_bounded_when_keys_are_not() -> None:
    rare = RareLog(logging.getLogger("rare"), monotonic=Timer())
    for number in range(5000):
        rare.warning(number, "text")
    assert len(rare._seen) <= 1000
