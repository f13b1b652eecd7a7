"""Joins brokers and Frigates to the pipeline's entrance."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from reid_service.diagnostics.metrics import Metrics
from reid_service.ingest.intake import Intake
from reid_service.ingest.mqtt import MqttSource, RawMessage, Topic
from reid_service.ingest.queue import IngestQueue
from reid_service.pipeline.progress import Progress
from reid_service.settings import FrigateSettings, MqttSettings

_LOG = logging.getLogger(__name__)


class Ingestion:
    """One MQTT source for each Frigate, all into one queue.

    `on_connected(instance)` is called after each connection, in the source's thread.
    """

    def __init__(
        self,
        *,
        mqtt: MqttSettings,
        frigates: Sequence[FrigateSettings],
        arrivals: IngestQueue,
        progress: Progress,
        metrics: Metrics,
        on_connected: Callable[[str], None],
    ) -> None:
        self._arrivals = arrivals
        self._progress = progress
        self._intake = Intake(
            arrivals,
            on_received=lambda topic: metrics.messages.labels(topic).inc(),
            on_rejected=lambda reason: metrics.messages_rejected.labels(reason).inc(),
        )
        self.sources = {
            each.name: self._source(mqtt, each, on_connected) for each in frigates if mqtt.host
        }
        if not self.sources:
            _LOG.warning("no broker is set (mqtt.host): nothing will be heard of Frigate")

    def start(self) -> None:
        """Connect; returns at once."""
        for source in self.sources.values():
            source.start()

    def stop(self) -> None:
        """Refuse further messages and disconnect."""
        self._arrivals.close()
        for source in self.sources.values():
            source.stop()

    @property
    def settled(self) -> int:
        """Event messages that are finished with, including those given up in the queue."""
        counts = self._arrivals.counts
        return self._progress.settled + counts.dropped + counts.merged + counts.refused

    def _source(
        self, mqtt: MqttSettings, frigate: FrigateSettings, on_connected: Callable[[str], None]
    ) -> MqttSource:
        return MqttSource(
            mqtt,
            instance=frigate.name,
            prefix=frigate.topic_prefix,
            on_message=self._take,
            on_connected=lambda: on_connected(frigate.name),
        )

    def _take(self, raw: RawMessage) -> None:
        is_event = raw.topic is Topic.EVENTS
        if is_event:
            self._progress.receive()
        queued = self._intake.take(raw)
        if is_event and not queued:
            self._progress.settle()
