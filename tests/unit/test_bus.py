"""The bus: everybody hears, nobody disturbs."""

from __future__ import annotations

import logging

import pytest

from reid_service.bus import Bus
from reid_service.domain.events import DomainEvent, HandoffEvent

EVENT = HandoffEvent("id", "Person 1", "t", "e", "gate", "garden", 3.0, 100.0)


def test_every_listener_hears_in_order_until_it_leaves() -> None:
    bus = Bus()
    first: list[DomainEvent] = []
    second: list[DomainEvent] = []
    leave = bus.subscribe(first.append)
    bus.subscribe(second.append)

    bus.publish(EVENT)
    leave()
    leave()
    bus.publish(EVENT)

    assert first == [EVENT]
    assert second == [EVENT, EVENT]


def test_a_failing_listener_is_logged_and_the_others_still_hear(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bus = Bus()
    heard: list[DomainEvent] = []

    def broken(event: DomainEvent) -> None:
        raise RuntimeError(type(event).__name__)

    bus.subscribe(broken)
    bus.subscribe(heard.append)
    with caplog.at_level(logging.ERROR):
        bus.publish(EVENT)

    assert heard == [EVENT]
    assert "a listener failed on HandoffEvent" in caplog.text
