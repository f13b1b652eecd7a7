"""Builds the pipeline and keeps its order of starting and stopping.

Data flows one way, so parts start at the end of the way and stop at its beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from reid_service.app.frigates import Frigate
from reid_service.app.ingestion import Ingestion
from reid_service.app.site import pictures_folder
from reid_service.associate.appearance import curve_of
from reid_service.associate.engine import Engine
from reid_service.associate.policy import POLICIES, Band
from reid_service.associate.revising import Reviser
from reid_service.bus import Bus
from reid_service.clock import Clock
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.boxes import FrameSize
from reid_service.domain.tracklet import Tracklet
from reid_service.embed.batcher import Batcher
from reid_service.embed.embedder import Calibration, Embedder
from reid_service.ingest.crops import CropRules
from reid_service.ingest.queue import IngestQueue
from reid_service.ingest.tracklets import TrackletBook
from reid_service.pipeline.announcing import Announcer
from reid_service.pipeline.crop_files import CropFiles
from reid_service.pipeline.crop_keeper import CropKeeper
from reid_service.pipeline.deciding import Deciding
from reid_service.pipeline.judging import Judge
from reid_service.pipeline.known import KnownUntil
from reid_service.pipeline.pictures import PictureStage
from reid_service.pipeline.progress import Progress
from reid_service.pipeline.rescanning import Past, PastJudge, QuietBus
from reid_service.pipeline.resolver import Resolver
from reid_service.pipeline.resyncing import Resyncing
from reid_service.pipeline.tracking import Gate, Tracking
from reid_service.settings import Settings
from reid_service.storage.indexing import Indexer
from reid_service.storage.store import Store

# A replay waits for the service anyway, and has to come out the same on a slow machine.
_REPLAY_ORDER_WAIT_S: Final = 60.0

_FEW: Final = 3
"""Crops that wait at once on a site that keeps up."""


def thresholds_of(embedder: Embedder) -> Callable[[float], Calibration]:
    """The model's thresholds for a warmth.

    Between vectors as the model gives them and fully centred ones the model's two calibrations
    are interpolated.
    """
    raw, centred = embedder.calibration, embedder.centred_calibration

    def thresholds(warmth: float) -> Calibration:
        same = raw.same + warmth * (centred.same - raw.same)
        new = raw.new + warmth * (centred.new - raw.new)
        return Calibration(same=same, new=new)

    return thresholds


def walks_of(settings: Settings) -> dict[tuple[str, str], float]:
    """Walking times of the plan by (from, to) place, both ways."""
    first = settings.frigate[0].name if settings.frigate else ""

    def place(camera: str) -> str:
        return camera if "/" in camera else f"{first}/{camera}"

    ways = {}
    for walk in settings.matching.walks:
        ways[place(walk.a), place(walk.b)] = ways[place(walk.b), place(walk.a)] = walk.seconds
    return ways


class Pipeline:
    """From the broker to the decision."""

    def __init__(
        self,
        *,
        settings: Settings,
        store: Store,
        embedder: Embedder,
        indexer: Indexer,
        frigates: Mapping[str, Frigate],
        bus: Bus,
        metrics: Metrics,
        clock: Clock,
        gate: Gate | None = None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._frigates = tuple(frigates)
        self._engines: list[Engine] = []
        replays = settings.clock == "traffic"
        self._metrics = metrics
        self.thresholds = thresholds_of(embedder)
        self.progress = Progress()
        self.batcher = Batcher(
            embedder,
            max_batch=settings.model.max_batch,
            max_waiting=settings.model.max_batch * 8,
            few=_FEW,
            on_embedded=lambda seconds: _observe(metrics, seconds),
        )
        engine = self._engine(settings, embedder)
        crops = CropKeeper(
            files=CropFiles(pictures_folder(settings)) if settings.crops.keep_pictures else None,
            metrics=metrics,
            limit=settings.crops.per_tracklet,
        )
        self.deciding = Deciding(
            store=store,
            judge=Judge(
                engine,
                Reviser(engine, window_s=settings.matching.revised_s),
                embedder.model_id,
                remembered_s=settings.matching.remembered_hours * 3600.0,
            ),
            announcer=Announcer(bus, reappearance_after_s=settings.matching.reappearance_after_s),
            crops=crops,
            metrics=metrics,
            clock=clock,
            model_id=embedder.model_id,
        )
        self.resolver = Resolver(
            deciding=self.deciding,
            indexer=indexer,
            progress=self.progress,
            queue_size=settings.pipeline.queue_size,
            order_wait_s=_REPLAY_ORDER_WAIT_S if replays else settings.pipeline.order_wait_s,
            flush_every_s=settings.pipeline.flush_every_s,
        )
        self._pictures = PictureStage(
            sources={name: each.client for name, each in frigates.items()},
            embeddings=self.batcher,
            model_id=embedder.model_id,
            rules=CropRules(
                padding=settings.crops.padding,
                min_height_px=settings.crops.min_height_px,
                min_quality=settings.crops.min_quality,
            ),
            clock=clock,
            threads=settings.pipeline.fetch_threads,
            frame_size=lambda instance, camera: _frame_size(frigates, instance, camera),
            on_fetched=metrics.fetch.observe,
        )
        self.past = self._past(settings, embedder, crops, bus=bus, metrics=metrics)
        self._book = TrackletBook(
            lost_after_s=settings.matching.lost_after_s,
            recall=self._recall,
            is_gone=self._is_gone,
            lacks_crop=self._lacks_crop,
        )
        self.arrivals = IngestQueue(settings.pipeline.queue_size)
        self.tracking = Tracking(
            arrivals=self.arrivals,
            book=self._book,
            pictures=self._pictures,
            submit=self.resolver.submit,
            on_gap=self._on_gap,
            on_taken=self._on_taken,
            clock=clock,
            progress=self.progress,
            replays=replays,
            gate=gate,
            recorded=[each.name for each in settings.frigate if each.recording_frames],
        )
        self.known = KnownUntil(store, clock)
        self.resyncing = Resyncing(
            sources={name: each.client for name, each in frigates.items()},
            follower=self.tracking,
            known=self.known,
            is_settled=self._is_settled,
        )
        self.ingestion = Ingestion(
            mqtt=settings.mqtt,
            frigates=settings.frigate,
            arrivals=self.arrivals,
            progress=self.progress,
            metrics=metrics,
            on_connected=self.resyncing.request,
        )
        metrics.queue_length.labels("arrivals").set_function(lambda: len(self.arrivals))
        metrics.queue_length.labels("steps").set_function(lambda: self.resolver.backlog)
        metrics.queue_length.labels("crops").set_function(lambda: self.batcher.stats.waiting)
        metrics.open_tracklets.set_function(lambda: self.tracking.open_count)

    def _engine(self, settings: Settings, embedder: Embedder) -> Engine:
        engine = Engine(
            POLICIES[Band(settings.matching.band)],
            (curve_of(embedder.calibration), curve_of(embedder.centred_calibration)),
            walks_s=walks_of(settings),
        )
        self._engines.append(engine)
        return engine

    def _past(
        self,
        settings: Settings,
        embedder: Embedder,
        crops: CropKeeper,
        *,
        bus: Bus,
        metrics: Metrics,
    ) -> Past:
        """An engine of its own for what is taken in late."""
        engine = self._engine(settings, embedder)
        judge = PastJudge(
            engine,
            Reviser(engine, window_s=settings.matching.revised_s),
            embedder.model_id,
            remembered_s=settings.matching.remembered_hours * 3600.0,
        )
        announcer = Announcer(
            QuietBus(bus, on_rearranged=self.deciding.refresh),
            reappearance_after_s=settings.matching.reappearance_after_s,
        )
        return Past(
            store=self._store,
            deciding=Deciding(
                store=self._store,
                judge=judge,
                announcer=announcer,
                crops=crops,
                metrics=metrics,
                clock=self._clock,
                model_id=embedder.model_id,
            ),
            judge=judge,
            present=self.deciding,
            resolver=self.resolver,
            pictures=self._pictures,
        )

    def choose_band(self, band: Band) -> None:
        """How daring links are made from now on; on the resolver's thread, between two steps."""
        for engine in self._engines:
            engine.policy = POLICIES[band]
            engine.touch_all()

    def start(self) -> None:
        """Take up what was open, then listen. Raises `StoreError` before anything runs."""
        self._book.restore(self.deciding.restore(), self._clock.now_s())
        self.known.pin(self._frigates)
        self.resolver.start()
        self.tracking.start()
        self.resyncing.start()
        self.ingestion.start()

    def stop(self) -> None:
        """Stop listening, finish the steps at hand, and end."""
        self.ingestion.stop()
        self.resyncing.stop()
        self.resolver.stop()
        self.tracking.stop()
        self._pictures.close()
        self.batcher.close()

    @property
    def is_ready(self) -> bool:
        """Whether every Frigate was caught up with at least once."""
        return not self.ingestion.sources or self.resyncing.is_done

    def _on_gap(self, instance: str | None) -> None:
        self.resyncing.request(instance)

    def _on_taken(self, instance: str, failures: int) -> None:
        self._metrics.messages_rejected.labels("failed").inc(failures)
        self.resyncing.note_taken(instance, failures)

    def _recall(self, tracklet_id: str) -> Tracklet | None:
        with self._store.read() as session:
            stored = session.tracklets.find(tracklet_id)
        return None if stored is None else stored.tracklet

    def _is_gone(self, tracklet_id: str) -> bool:
        with self._store.read() as session:
            return session.tracklets.is_gone(tracklet_id)

    def _lacks_crop(self, tracklet_id: str) -> bool:
        with self._store.read() as session:
            return not session.crops.of_tracklet(tracklet_id)

    def _is_settled(self) -> bool:
        """Whether all that Frigate told over HTTP is committed."""
        # Along the way of the data: what moves on meanwhile is counted farther on.
        return not self.tracking.noticed and not self.resolver.backlog


def _observe(metrics: Metrics, seconds: float) -> None:
    metrics.embeddings.inc()
    metrics.embed_crop.observe(seconds)


def _frame_size(frigates: Mapping[str, Frigate], instance: str, camera: str) -> FrameSize | None:
    return frigates[instance].frame_size(camera)
