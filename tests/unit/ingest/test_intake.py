"""Every message is counted once and goes to the queue, or nowhere."""

from __future__ import annotations

import json
import logging

import pytest

from reid_service.ingest.intake import Intake
from reid_service.ingest.mqtt import RawMessage, Topic
from reid_service.ingest.payloads import Availability, RejectReason, TrackedObjectMessage
from reid_service.ingest.queue import IngestQueue
from tests.frigate_messages import EVENT_ID, event


class Taken:
    """An intake, its queue and what it counted."""

    def __init__(self) -> None:
        self.queue = IngestQueue(10)
        self.received: list[Topic] = []
        self.rejected: list[RejectReason] = []
        self._intake = Intake(
            self.queue, on_received=self.received.append, on_rejected=self.rejected.append
        )

    def take(self, topic: Topic, payload: bytes) -> None:
        self._intake.take(RawMessage("house", topic, payload, 5.0))


def test_a_person_is_queued_with_its_frigate() -> None:
    taken = Taken()
    taken.take(Topic.EVENTS, event("new"))
    found = taken.queue.get(0.0)
    assert found is not None
    assert (found.instance, found.arrived_s) == ("house", 5.0)
    assert isinstance(found.content, TrackedObjectMessage)
    assert taken.received == [Topic.EVENTS]
    assert taken.rejected == []


def test_each_topic_is_read_in_its_own_way() -> None:
    taken = Taken()
    taken.take(Topic.AVAILABLE, b"online")
    taken.take(
        Topic.TRACKED_OBJECT_UPDATE,
        json.dumps({"type": "face", "id": EVENT_ID, "name": "Anna", "score": 1}).encode(),
    )
    taken.take(Topic.CAMERA_ACTIVITY, b"{}")
    contents = [each.content for _ in range(3) if (each := taken.queue.get(0.0)) is not None]
    assert contents[0] is Availability.ONLINE
    assert contents[2] == ()
    assert len(contents) == 3


def test_a_car_and_statistics_are_received_and_not_queued() -> None:
    taken = Taken()
    taken.take(Topic.EVENTS, event(label="car"))
    taken.take(Topic.STATS, b"not even json")
    assert len(taken.queue) == 0
    assert taken.received == [Topic.EVENTS, Topic.STATS]
    assert taken.rejected == []


def test_bad_messages_are_counted_each_and_logged_once_without_their_content(
    caplog: pytest.LogCaptureFixture,
) -> None:
    taken = Taken()
    with caplog.at_level(logging.DEBUG):
        for _ in range(5):
            taken.take(Topic.EVENTS, event(camera="secret/place"))
    assert taken.rejected == [RejectReason.BAD_ID] * 5
    assert caplog.messages == ["message of house on events rejected: bad_id: camera"]
