"""The two clocks."""

from __future__ import annotations

import time

from reid_service.clock import SystemClock, TrafficClock


def test_the_traffic_clock_follows_the_newest_time_seen_and_never_goes_back() -> None:
    clock = TrafficClock()

    clock.observe(1000.0)
    clock.observe(900.0)

    assert clock.now_s() == 1000.0


def test_the_traffic_clock_starts_at_the_machines_time() -> None:
    assert abs(TrafficClock().now_s() - time.time()) < 60


def test_traffic_does_not_move_the_system_clock() -> None:
    clock = SystemClock()

    clock.observe(1.0)

    assert abs(clock.now_s() - time.time()) < 60
