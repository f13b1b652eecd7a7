"""How every part of the service is, at this moment."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Final, Literal

import psutil

from reid_service import __version__
from reid_service.api.ports import (
    FrigateHealth,
    GalleryHealth,
    HealthReport,
    ModelHealth,
    MqttHealth,
    StoreHealth,
)
from reid_service.app.frigates import Frigate
from reid_service.app.pipeline import Pipeline
from reid_service.app.tuning import SiteTuning
from reid_service.embed.batcher import BatcherStats
from reid_service.embed.embedder import Embedder
from reid_service.errors import GalleryError, StoreError
from reid_service.gallery.store import Gallery
from reid_service.settings import Settings
from reid_service.storage.store import Store

_KEPT_S: Final = 2.0


class SiteHealth:
    """Asks the parts; what costs more than a glance is asked every two seconds at most."""

    def __init__(
        self,
        *,
        pipeline: Pipeline,
        frigates: Mapping[str, Frigate],
        embedder: Embedder,
        gallery: Gallery,
        store: Store,
        settings: Settings,
        tuning: SiteTuning,
    ) -> None:
        self._pipeline = pipeline
        self._frigates_by_name = frigates
        self._embedder = embedder
        self._gallery = gallery
        self._store = store
        self._settings = settings
        self._tuning = tuning
        self._started_s = time.monotonic()
        self._process = psutil.Process()
        self._lock = threading.Lock()
        self._costly_s = -_KEPT_S
        self._outbox = 0
        self._points: int | None = None
        self._rss_bytes = 0

    def report(self) -> HealthReport:
        """The state of this moment."""
        pipeline = self._pipeline
        embedder = self._embedder
        self._look_closer()
        mqtt = self._mqtt()
        frigates = self._frigates()
        ready = pipeline.is_ready
        well = (
            all(each.connected for each in mqtt)
            and all(each.reachable for each in frigates)
            and self._points is not None
        )
        status: Literal["ok", "degraded", "starting"] = "ok" if well else "degraded"
        # In this order: a message settled in between must not look like one never received.
        settled = pipeline.ingestion.settled
        return HealthReport(
            status=status if ready else "starting",
            ready=ready,
            messages_received=pipeline.progress.received,
            messages_settled=settled,
            # Along the way of the data: what moves on meanwhile is counted farther on.
            queue=len(pipeline.arrivals) + pipeline.tracking.noticed,
            backlog=pipeline.resolver.backlog,
            paused=self._tuning.is_paused(),
            open_tracklets=pipeline.tracking.open_count,
            outbox=self._outbox,
            catch_ups=pipeline.resyncing.count,
            mqtt=mqtt,
            frigate=frigates,
            model=ModelHealth(
                embedder.model_id,
                embedder.runtime,
                embedder.dimension,
                ms_per_crop(pipeline.batcher.stats),
            ),
            gallery=GalleryHealth(
                "server" if self._settings.gallery.url else "edge",
                self._points is not None,
                self._points,
            ),
            store=StoreHealth("postgresql" if self._settings.store.url else "sqlite"),
            version=__version__,
            uptime_s=time.monotonic() - self._started_s,
            rss_bytes=self._rss_bytes,
        )

    def _look_closer(self) -> None:
        with self._lock:
            if time.monotonic() - self._costly_s < _KEPT_S:
                return
            self._costly_s = time.monotonic()
            try:
                self._points = self._gallery.count()
            except GalleryError:
                self._points = None
            try:
                with self._store.read() as session:
                    self._outbox = session.outbox.count()
            except StoreError:
                self._outbox = -1
            self._rss_bytes = self._process.memory_info().rss + sum(
                each.memory_info().rss for each in self._process.children(recursive=True)
            )

    def _mqtt(self) -> tuple[MqttHealth, ...]:
        now_s = time.monotonic()
        found = []
        for name, source in self._pipeline.ingestion.sources.items():
            state = source.state
            heard_s = state.last_message_s
            age_s = None if heard_s is None else now_s - heard_s
            found.append(MqttHealth(name, state.connected, age_s, state.problem))
        return tuple(found)

    def _frigates(self) -> tuple[FrigateHealth, ...]:
        found = []
        for name, frigate in self._frigates_by_name.items():
            state = frigate.state
            found.append(
                FrigateHealth(name, state.reachable, state.version, state.can_write, state.problem)
            )
        return tuple(found)


def ms_per_crop(stats: BatcherStats) -> float | None:
    """How long the model took for a crop so far, None before the first one."""
    return 1e3 * stats.embedding_s / stats.crops if stats.crops else None
