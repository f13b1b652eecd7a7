from __future__ import annotations

import threading

import pytest

from reid_service.app.housekeeping import Housekeeping
from tests.unit.pipeline.waiting import until


def test_chores_are_done_again_and_again_whatever_fails(caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []

    def failing() -> None:
        done.append("failed")
        msg = "the disk is full"
        raise OSError(msg)

    keeping = Housekeeping([failing, lambda: done.append("done")], every_s=0.005)
    keeping.start()
    until(lambda: len(done) >= 4)
    keeping.stop()
    assert done[:4] == ["failed", "done"] * 2
    assert "a chore failed" in caplog.text


def test_the_first_time_is_after_one_interval_and_the_end_does_not_wait_for_it() -> None:
    called = threading.Event()
    keeping = Housekeeping([called.set], every_s=3600.0)
    keeping.start()
    keeping.stop()
    assert not called.is_set()
