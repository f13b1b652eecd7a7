"""From the broker into the queue, every message counted in and out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reid_service.app.ingestion import Ingestion
from reid_service.diagnostics.metrics import Metrics
from reid_service.ingest.payloads import TrackedObjectMessage
from reid_service.ingest.queue import IngestQueue
from reid_service.pipeline.progress import Progress
from reid_service.recordings.broker_clients import PahoPublisher
from reid_service.settings import FrigateSettings, MqttSettings
from tests import frigate_messages
from tests.brokers import Broker
from tests.unit.pipeline.waiting import until


def ingestion(
    mqtt: MqttSettings, queue: IngestQueue, progress: Progress, connected: list[str]
) -> Ingestion:
    return Ingestion(
        mqtt=mqtt,
        frigates=[
            FrigateSettings(name="home", topic_prefix="frigate"),
            FrigateSettings(name="barn", topic_prefix="farm"),
        ],
        arrivals=queue,
        progress=progress,
        metrics=Metrics(),
        on_connected=connected.append,
    )


def test_messages_of_every_frigate_reach_the_queue_and_all_are_counted(tmp_path: Path) -> None:
    queue, progress, connected = IngestQueue(), Progress(), list[str]()
    with Broker(tmp_path) as broker:
        made = ingestion(
            MqttSettings(host="127.0.0.1", port=broker.port), queue, progress, connected
        )
        made.start()
        until(lambda: sorted(connected) == ["barn", "home"])
        with PahoPublisher("127.0.0.1", broker.port) as publisher:
            for topic, payload in (
                ("frigate/events", frigate_messages.event("new").decode()),
                ("farm/events", frigate_messages.event("new").decode()),
                ("frigate/events", frigate_messages.event("new", label="car").decode()),
                ("frigate/events", "no message"),
                ("frigate/tracked_object_update", json.dumps({"type": "none"})),
            ):
                publisher(topic, payload, 1, False)
            until(lambda: progress.received == 4)
        arrivals = [queue.get(20.0) for _ in range(2)]
        made.stop()
    assert {each.instance for each in arrivals if each} == {"home", "barn"}
    assert all(each and isinstance(each.content, TrackedObjectMessage) for each in arrivals)
    # The car and the noise are done with; the two persons wait for a decision.
    assert made.settled == 2
    assert not any(each.state.connected for each in made.sources.values())


def test_without_a_broker_there_is_nothing_to_hear_and_that_is_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    made = ingestion(MqttSettings(), IngestQueue(), Progress(), [])
    made.start()
    made.stop()
    assert made.sources == {}
    assert "no broker is set" in caplog.text
