"""The whole service: built from settings, started and stopped in order."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Final, Protocol

from reid_service import __version__
from reid_service.api.app import make_app
from reid_service.api.auth import Ingress
from reid_service.api.context import Context
from reid_service.api.hub import Hub
from reid_service.api.ports import ServiceInfo
from reid_service.api.server import ApiServer
from reid_service.app.commands import SiteCommands
from reid_service.app.diagnosing import diagnose
from reid_service.app.doubts import SiteDoubts
from reid_service.app.exclusions import Exclusions
from reid_service.app.frigates import Frigate, browser_urls
from reid_service.app.gate import SiteGate
from reid_service.app.health import SiteHealth
from reid_service.app.housekeeping import Housekeeping
from reid_service.app.jobs import site_jobs
from reid_service.app.media import SiteMedia
from reid_service.app.pipeline import Pipeline
from reid_service.app.privacy import SitePrivacy
from reid_service.app.publishing import Publishing, announced_url, instance_id
from reid_service.app.site import (
    notice_missing_index,
    open_site_embedder,
    open_site_gallery,
    open_site_store,
    pictures_folder,
    plans_folder,
)
from reid_service.app.token import api_token
from reid_service.app.tuning import SiteTuning
from reid_service.app.upkeep import SiteUpkeep
from reid_service.app.ways import SiteWays
from reid_service.app.zone import local_zone
from reid_service.associate.policy import POLICIES, Band
from reid_service.bus import Bus
from reid_service.clock import Clock, SystemClock, TrafficClock
from reid_service.diagnostics.metrics import Metrics
from reid_service.ingest.frigate import FrigateClient
from reid_service.search.searching import Searching
from reid_service.settings import Settings
from reid_service.storage.indexing import Indexer
from reid_service.storage.plan_pictures import PlanPictures
from reid_service.storage.retention import RetentionRules, expire

_LOG = logging.getLogger(__name__)

_PROBE_EVERY_S: Final = 60.0
_DAY_S: Final = 86_400.0
_UNDER_WAY_S: Final = 3600.0
"""No commit is that long in coming after its picture was written."""


class _Part(Protocol):
    def start(self) -> None: ...

    def stop(self) -> None: ...


class Service:
    """Recognises people across the cameras of a site. `start` once, `stop` once."""

    def __init__(self, settings: Settings, *, restart: Callable[[], object] | None = None) -> None:
        """Open store, model and index. Raises `ReidError`; nothing stays open then.

        `restart` has this service stopped and another one started in its place.
        """
        self.settings = settings
        self._restart = restart
        with ExitStack() as opened:
            self._open(opened)
            self._opened = opened.pop_all()
        self._running = ExitStack()
        self.api_port = 0

    def _open(self, opened: ExitStack) -> None:
        settings = self.settings
        self.clock: Clock = TrafficClock() if settings.clock == "traffic" else SystemClock()
        self.metrics = Metrics()
        self.bus = Bus()
        self.store = open_site_store(settings)
        opened.callback(self.store.close)
        self.embedder = open_site_embedder(settings)
        opened.callback(self.embedder.close)
        notice_missing_index(settings, self.store)
        self.gallery = open_site_gallery(settings, self.embedder)
        opened.callback(self.gallery.close)
        self.indexer = Indexer(self.store, self.gallery, self.embedder.model_id)
        given = settings.api.token
        self.token = api_token(settings.data_dir, given.get_secret_value() if given else None)
        self.frigates: dict[str, Frigate] = {}
        for each in settings.frigate:
            client = FrigateClient(
                each,
                max_concurrent=settings.pipeline.fetch_threads,
                on_request=lambda result: self.metrics.frigate_requests.labels(result).inc(),
            )
            opened.callback(client.close)
            self.frigates[each.name] = Frigate(each, client)
        self.tuning = SiteTuning(
            store=self.store,
            clock=self.clock,
            band=Band(settings.matching.band),
            choose_band=lambda band: self.pipeline.resolver.call(
                lambda: self.pipeline.choose_band(band)
            ),
        )
        self.exclusions = Exclusions(store=self.store, clock=self.clock)
        self.pipeline = Pipeline(
            settings=settings,
            store=self.store,
            embedder=self.embedder,
            indexer=self.indexer,
            frigates=self.frigates,
            bus=self.bus,
            metrics=self.metrics,
            clock=self.clock,
            gate=SiteGate(self.tuning, self.exclusions),
        )
        self.pipeline.choose_band(self.tuning.band)
        self.metrics.outbox_length.set_function(self._outbox_length)
        self.metrics.identities.set_function(self._identities)
        self.hub = Hub(self.bus)
        self.instance_id = instance_id(self.store)
        self.health = SiteHealth(
            pipeline=self.pipeline,
            frigates=self.frigates,
            embedder=self.embedder,
            gallery=self.gallery,
            store=self.store,
            settings=settings,
            tuning=self.tuning,
        )
        self.jobs = site_jobs(
            settings=settings,
            store=self.store,
            frigates=self.frigates,
            pipeline=self.pipeline,
            tuning=self.tuning,
            exclusions=self.exclusions,
            clock=self.clock,
            bus=self.bus,
            hub=self.hub,
        )

    def start(self) -> None:
        """Bring the index up to date, then start everything. Raises `ReidError`."""
        if self.indexer.needs_rebuild():
            _LOG.info("building the vector index: %d points", self.indexer.rebuild())
        settings = self.settings
        for frigate in self.frigates.values():
            frigate.probe()
        api = self._api_server()
        retention = Housekeeping([self.delete_old], every_s=settings.retention.every_s)
        probing = Housekeeping(
            [each.probe for each in self.frigates.values()], every_s=_PROBE_EVERY_S
        )
        self._start(api)
        self.api_port = api.port
        publishing = Publishing(
            settings=settings,
            store=self.store,
            frigates=self.frigates,
            bus=self.bus,
            metrics=self.metrics,
            instance=self.instance_id,
            api_url=announced_url(settings, api.port),
        )
        for part in (publishing, self.pipeline, self.jobs, retention, probing):
            self._start(part)
        _LOG.info("the service %s runs, its API is on port %d", __version__, api.port)

    def _outbox_length(self) -> float:
        with self.store.read() as session:
            return session.outbox.count()

    def _identities(self) -> float:
        with self.store.read() as session:
            return len(session.identities.live())

    def _api_server(self) -> ApiServer:
        settings = self.settings.api
        port = settings.ingress_port
        ingress = Ingress(port, str(settings.ingress_address)) if port else None
        app = make_app(self._api_context(), token=self.token, ingress=ingress)
        return ApiServer(app, settings.host, settings.port, second_port=port)

    def _start(self, part: _Part) -> None:
        part.start()
        self._running.callback(part.stop)

    def _api_context(self) -> Context:
        settings = self.settings
        pictures = pictures_folder(settings)
        commands = SiteCommands(
            store=self.store,
            indexer=self.indexer,
            resolver=self.pipeline.resolver,
            deciding=self.pipeline.deciding,
            tracking=self.pipeline.tracking,
            bus=self.bus,
            clock=self.clock,
            pictures=pictures,
        )
        info = ServiceInfo(
            version=__version__,
            instance=settings.publish.instance,
            instance_id=self.instance_id,
            capabilities=_capabilities(settings),
            frigate_instances=tuple(self.frigates),
            frigate_urls=browser_urls(settings.frigate),
        )
        return Context(
            store=self.store,
            model_id=self.embedder.model_id,
            thresholds=self.pipeline.thresholds,
            commands=commands,
            doubts=SiteDoubts(
                store=self.store,
                resolver=self.pipeline.resolver,
                deciding=self.pipeline.deciding,
                commands=commands,
                clock=self.clock,
                a_day=lambda: POLICIES[self.tuning.band].questions_a_day,
            ),
            ways=SiteWays(
                store=self.store,
                resolver=self.pipeline.resolver,
                deciding=self.pipeline.deciding,
                frigates=self.frigates,
            ),
            plan_pictures=PlanPictures(self.store, plans_folder(settings)),
            media=SiteMedia(store=self.store, frigates=self.frigates, clock=self.clock),
            jobs=self.jobs,
            tuning=self.tuning,
            privacy=SitePrivacy(
                store=self.store,
                exclusions=self.exclusions,
                frigates=self.frigates,
                resolver=self.pipeline.resolver,
                deciding=self.pipeline.deciding,
                tracking=self.pipeline.tracking,
                indexer=self.indexer,
                bus=self.bus,
                clock=self.clock,
                pictures=pictures,
                days=settings.retention,
                on_deleted=self.jobs.note_forgotten,
            ),
            upkeep=SiteUpkeep(settings, self.store, restart=self._restart),
            frame_size=lambda instance, camera: (
                self.frigates[instance].frame_size(camera) if instance in self.frigates else None
            ),
            diagnose=lambda: diagnose(settings=settings, health=self.health, store=self.store),
            reappearance_after_s=settings.matching.reappearance_after_s,
            searching=Searching(
                store=self.store,
                gallery=self.gallery,
                model_id=self.embedder.model_id,
                thresholds=self.pipeline.thresholds,
                transit=self.pipeline.deciding.transit,
                embed=lambda image: self.pipeline.batcher.submit(image).result(),
                instances=info.frigate_instances,
                acts=commands,
                clock=self.clock,
            ),
            health=self.health,
            hub=self.hub,
            metrics=self.metrics,
            pictures_dir=pictures,
            info=info,
            clock=self.clock,
            zone=local_zone(os.environ),
        )

    def stop(self) -> None:
        """Stop everything in order, and close store, model and index."""
        self._running.close()
        self._opened.close()
        _LOG.info("the service has stopped")

    def delete_old(self) -> None:
        """Delete what is older than the settings allow: rows, index points and pictures."""
        days = self.settings.retention
        rules = RetentionRules(
            unnamed_days=days.unnamed_days,
            named_days=days.named_days,
            pictures_days=days.pictures_days,
        )
        now_s = self.clock.now_s()
        deleted = self.pipeline.resolver.call(lambda: expire(self.store, rules, now_s))
        self.jobs.expire(now_s - days.exports_days * _DAY_S)
        self.pipeline.deciding.refresh()
        pictures = pictures_folder(self.settings)
        self.store.remove_pictures(pictures)
        self.store.remove_orphans(pictures, before_s=time.time() - _UNDER_WAY_S)
        self.indexer.apply()
        self.indexer.settle()
        self.gallery.optimize()
        _LOG.info("retention: %s", deleted)


def _capabilities(settings: Settings) -> tuple[str, ...]:
    """Optional features that are turned on."""
    features = {
        "mqtt": bool(settings.mqtt.host),
        "pictures": settings.crops.keep_pictures,
        "write_sub_label": settings.publish.write_sub_label,
        "write_description": settings.publish.write_description,
    }
    return tuple(name for name, on in features.items() if on)
