"""Counters, gauges and histograms of one running service, in Prometheus' text format.

Names follow Prometheus' conventions: prefix, base unit, `_total` on counters. All live in a
registry of their own, so two services in one process do not share figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import psutil
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from reid_service.domain.crop import CropRejection
from reid_service.domain.identity import Outcome

CONTENT_TYPE: Final = CONTENT_TYPE_LATEST
"""Media type of `Metrics.exposition`."""

PREFIX: Final = "frigate_reid"

# A crop embeds in milliseconds, a fetch in tens of them, an early opinion within seconds.
_EMBED_BUCKETS_S: Final = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
_FETCH_BUCKETS_S: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
_PROVISIONAL_BUCKETS_S: Final = (
    0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0, 30.0
)  # fmt: skip


class Metrics:
    """All figures of the service; callers count on the attributes.

    >>> metrics = Metrics()
    >>> metrics.crops_rejected.labels(CropRejection.BLURRED).inc()
    >>> b'crops_rejected_total{reason="blurred"} 1.0' in metrics.exposition()
    True
    """

    def __init__(self) -> None:
        self.registry = CollectorRegistry()

        self.messages = self._counter(
            "messages", "Messages received from Frigate, by kind.", "kind"
        )
        self.messages_rejected = self._counter(
            "messages_rejected", "Messages that were not used, by reason.", "reason"
        )
        self.crops_taken = self._counter("crops_taken", "Crops good enough to be embedded.")
        self.crops_rejected = self._counter(
            "crops_rejected", "Crops that were not used, by reason.", "reason"
        )
        self.embeddings = self._counter("embeddings", "Crops that were embedded.")
        self.sightings = self._counter("sightings", "Decided sightings, by outcome.", "outcome")
        self.frigate_requests = self._counter(
            "frigate_requests", "HTTP requests to Frigate, by result.", "result"
        )
        self.write_backs = self._counter(
            "write_backs", "Labels and descriptions for Frigate, by result.", "result"
        )
        self.mqtt_reconnects = self._counter(
            "mqtt_reconnects", "Connections to the broker after the first, by client.", "client"
        )
        self.queue_drops = self._counter(
            "queue_drops", "Entries dropped from a full queue, by queue.", "queue"
        )

        self.queue_length = self._gauge("queue_length", "Entries waiting, by queue.", "queue")
        self.open_tracklets = self._gauge("open_tracklets", "Tracklets that Frigate still tracks.")
        self.outbox_length = self._gauge(
            "outbox_length", "Vectors stored and not yet in the gallery."
        )
        self.identities = self._gauge("identities", "Identities that are not merged into others.")
        self.api_clients = self._gauge("api_clients", "Open WebSocket connections of the API.")

        self.message_to_provisional = self._histogram(
            "message_to_provisional_seconds",
            "From the message that showed a usable picture to the provisional identity.",
            _PROVISIONAL_BUCKETS_S,
        )
        self.embed_crop = self._histogram(
            "embed_crop_seconds", "Time to embed, per crop.", _EMBED_BUCKETS_S
        )
        self.fetch = self._histogram(
            "fetch_seconds", "Time to fetch one picture from Frigate.", _FETCH_BUCKETS_S
        )

        self.registry.register(_ProcessCollector())
        # A series that starts at its first event hides that event from rate().
        for reason in CropRejection:
            self.crops_rejected.labels(reason)
        for outcome in Outcome:
            self.sightings.labels(outcome)

    def exposition(self) -> bytes:
        """Everything in the text format of `CONTENT_TYPE`."""
        return generate_latest(self.registry)

    def _counter(self, name: str, help_text: str, *labels: str) -> Counter:
        return Counter(name, help_text, labels, namespace=PREFIX, registry=self.registry)

    def _gauge(self, name: str, help_text: str, *labels: str) -> Gauge:
        return Gauge(name, help_text, labels, namespace=PREFIX, registry=self.registry)

    def _histogram(self, name: str, help_text: str, buckets_s: tuple[float, ...]) -> Histogram:
        return Histogram(
            name, help_text, namespace=PREFIX, registry=self.registry, buckets=buckets_s
        )


class _ProcessCollector(Collector):
    """Memory and processor time of this process and its children, read when asked.

    Memory that processes share is counted once for each of them, so the sum is an upper bound.
    """

    def __init__(self) -> None:
        self._process = psutil.Process()

    def collect(self) -> Iterable[Metric]:
        memory_bytes = 0
        cpu_s = 0.0
        for process in (self._process, *self._process.children(recursive=True)):
            try:
                with process.oneshot():
                    times = process.cpu_times()
                    memory_bytes += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue
            # A parent inherits the time of the children it has waited for: none is lost.
            cpu_s += times.user + times.system + times.children_user + times.children_system
        yield GaugeMetricFamily(
            f"{PREFIX}_process_resident_memory_bytes",
            "Resident memory of the service and its child processes.",
            value=memory_bytes,
        )
        yield CounterMetricFamily(
            f"{PREFIX}_process_cpu_seconds",
            "Processor time of the service and its child processes.",
            value=cpu_s,
        )
