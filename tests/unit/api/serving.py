"""A running API over a real store, with stand-ins for what decides."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import numpy as np

from reid_service.api.app import make_app
from reid_service.api.auth import Ingress
from reid_service.api.context import Context
from reid_service.api.hub import Hub
from reid_service.api.ports import (
    Done,
    Forgotten,
    FrigateHealth,
    GalleryHealth,
    HealthReport,
    Merged,
    ModelHealth,
    MqttHealth,
    ServiceInfo,
    StoreHealth,
)
from reid_service.api.privacy_ports import CameraPrivacy, RetentionDays
from reid_service.api.server import ApiServer
from reid_service.app.diagnosing import diagnose
from reid_service.app.tuning import SiteTuning
from reid_service.app.upkeep import SiteUpkeep
from reid_service.associate.edges import Edge
from reid_service.associate.expecting import Outlook
from reid_service.associate.movements import Movements
from reid_service.associate.policy import Band
from reid_service.associate.transit import Transit
from reid_service.bus import Bus
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.boxes import FrameSize
from reid_service.domain.floorplan import CameraKey, EdgeRule
from reid_service.embed.embedder import Calibration
from reid_service.errors import NotFound
from reid_service.identities.act import Act
from reid_service.identities.acting import current_actor
from reid_service.identities.assigning import assign, found
from reid_service.identities.distinguishing import distinguish
from reid_service.identities.doubting import doubt_pair, doubt_sighting
from reid_service.identities.editing import (
    call_bad,
    expose,
    hide,
    rename,
    set_aliases,
    set_feature,
)
from reid_service.identities.forgetting import forget
from reid_service.identities.merging import plan_merge, split
from reid_service.identities.undoing import undo
from reid_service.jobs.runner import JobRunner
from reid_service.search.searching import Searching
from reid_service.settings import Settings
from reid_service.storage.indexing import Indexer
from reid_service.storage.plan_pictures import PlanPictures
from reid_service.storage.store import Store
from tests.fakes import MODEL, MemoryGallery
from tests.unit.api.stated_doubts import StatedDoubts
from tests.unit.api.stated_jobs import job_runner
from tests.unit.api.still_media import StillMedia

TOKEN = "correct-horse-battery"
NOW_S = 1_000.0

REPORT = HealthReport(
    status="ok",
    ready=True,
    messages_received=120,
    messages_settled=118,
    queue=2,
    backlog=1,
    paused=False,
    open_tracklets=3,
    outbox=0,
    catch_ups=1,
    mqtt=(MqttHealth("frigate", connected=True, last_message_age_s=0.5, problem=None),),
    frigate=(
        FrigateHealth("frigate", reachable=True, version="0.16.2", can_write=None, problem=None),
    ),
    model=ModelHealth(MODEL, "onnxruntime", 8, 6.25),
    gallery=GalleryHealth("edge", available=True, points=42),
    store=StoreHealth("sqlite"),
    version="0.1.0",
    uptime_s=61.5,
    rss_bytes=180_000_000,
)


class StillClock:
    """The same time always."""

    def now_s(self) -> float:
        """Seconds since the epoch."""
        return NOW_S

    def observe(self, time_s: float) -> None:
        """Ignored."""


@dataclass
class LedgerCommands:
    """Carries acts out at once in the caller's thread; `fails` is raised instead."""

    store: Store
    calls: list[tuple[Any, ...]] = field(default_factory=list)
    fails: Exception | None = None

    def rename(self, identity_id: str, name: str | None) -> Done:
        """Record a rename."""
        self._begin("rename", identity_id, name)
        with self.store.write() as session:
            decision = rename(session, self._act(), identity_id, name).decision
            session.ledger.record(decision)
        return Done(identity_id, (decision.id,))

    def set_aliases(self, identity_id: str, aliases: Sequence[str]) -> Done:
        """Record other names."""
        self._begin("set_aliases", identity_id, list(aliases))
        with self.store.write() as session:
            decision = set_aliases(session, self._act(), identity_id, aliases)
            session.ledger.record(decision)
        return Done(identity_id, (decision.id,))

    def set_hidden(self, identity_id: str, hidden: bool) -> Done:
        """Record a hiding."""
        self._begin("set_hidden", identity_id, hidden)
        with self.store.write() as session:
            decision = hide(session, self._act(), identity_id, hidden=hidden)
            session.ledger.record(decision)
        return Done(identity_id, (decision.id,))

    def set_exposed(self, identity_id: str, exposed: bool) -> Done:
        """Record an exposure."""
        self._begin("set_exposed", identity_id, exposed)
        with self.store.write() as session:
            decision = expose(session, self._act(), identity_id, exposed=exposed)
            session.ledger.record(decision)
        return Done(identity_id, (decision.id,))

    def set_feature_crop(self, identity_id: str, crop_id: str | None) -> Done:
        """Record a choice of picture."""
        self._begin("set_feature_crop", identity_id, crop_id)
        with self.store.write() as session:
            decision = set_feature(session, self._act(), identity_id, crop_id)
            session.ledger.record(decision)
        return Done(identity_id, (decision.id,))

    def call_bad(self, crop_id: str, bad: bool) -> tuple[str, ...]:
        """Record what is said of a picture."""
        self._begin("call_bad", crop_id, bad)
        with self.store.write() as session:
            decision = call_bad(session, self._act(), crop_id, bad=bad)
            session.ledger.record(decision)
        return (decision.id,)

    def merge(self, primary_id: str | None, other_ids: Sequence[str], *, dry_run: bool) -> Merged:
        """Record a merge, or only plan it."""
        self._begin("merge", primary_id, tuple(other_ids), dry_run)
        with self.store.write() as session:
            plan = plan_merge(session, self._act(), other_ids, primary_id=primary_id)
            if not dry_run:
                session.ledger.record(plan.decision)
        decisions = () if dry_run else (plan.decision.id,)
        merged = tuple(each.id for each in plan.merged)
        return Merged(plan.primary.id, decisions, merged, plan.overlaps)

    def split(self, identity_id: str, tracklet_ids: Sequence[str]) -> Done:
        """Record a split."""
        self._begin("split", identity_id, tuple(tracklet_ids))
        with self.store.write() as session:
            founding = split(session, self._act(), identity_id, tracklet_ids)
            session.ledger.record(founding.decision)
        return Done(founding.identity_id, (founding.decision.id,))

    def distinguish(self, identity_id: str, other_id: str) -> Done:
        """Record that two are two."""
        self._begin("distinguish", identity_id, other_id)
        with self.store.write() as session:
            decision = distinguish(session, self._act(), identity_id, other_id)
            session.ledger.record(decision)
        return Done(identity_id, (decision.id,))

    def doubt_pair(self, identity_id: str, other_id: str) -> Done:
        """Record that nobody can tell."""
        self._begin("doubt_pair", identity_id, other_id)
        with self.store.write() as session:
            decision = doubt_pair(session, self._act(), identity_id, other_id)
            session.ledger.record(decision)
        return Done(identity_id, (decision.id,))

    def doubt_sighting(self, tracklet_id: str, identity_id: str) -> Done:
        """Record that nobody can tell of a sighting."""
        self._begin("doubt_sighting", tracklet_id, identity_id)
        with self.store.write() as session:
            decision = doubt_sighting(session, self._act(), tracklet_id, identity_id)
            session.ledger.record(decision)
        return Done(identity_id, (decision.id,))

    def assign(self, tracklet_id: str, identity_id: str | None) -> Done:
        """Record an assignment."""
        self._begin("assign", tracklet_id, identity_id)
        with self.store.write() as session:
            if identity_id is None:
                founding = found(session, self._act(), tracklet_id, firm=True)
                session.ledger.record(founding.decision)
                return Done(founding.identity_id, (founding.decision.id,))
            decision = assign(session, self._act(), tracklet_id, identity_id, firm=True)
            session.ledger.record(decision)
        return Done(identity_id, (decision.id,))

    def forget(self, identity_id: str) -> Forgotten:
        """Delete."""
        self._begin("forget", identity_id)
        with self.store.write() as session:
            gone = forget(session, identity_id)
        return Forgotten(gone.identity_ids, len(gone.tracklet_ids))

    def undo(self, decision_id: str) -> str:
        """Record an undo."""
        self._begin("undo", decision_id)
        with self.store.write() as session:
            decision = undo(session, self._act(), decision_id)
            session.ledger.record(decision)
        return decision.id

    def _begin(self, *call: Any) -> None:
        self.calls.append(call)
        if self.fails is not None:
            raise self.fails

    def _act(self) -> Act:
        return Act(current_actor(), NOW_S)


@dataclass
class StatedWays:
    """Ways and cameras as a test states them; rules go to the store."""

    store: Store
    known: list[Edge] = field(default_factory=list)
    configured: list[CameraKey] = field(default_factory=list)
    outlooks: dict[str, Outlook] = field(default_factory=dict)

    def cameras(self) -> list[CameraKey]:
        """Those of the test."""
        return list(self.configured)

    def edges(self) -> list[Edge]:
        """Those of the test."""
        return list(self.known)

    def outlook(self, identity_id: str) -> Outlook | None:
        """That of the test."""
        return self.outlooks.get(identity_id)

    def set_rule(self, here: CameraKey, there: CameraKey, rule: EdgeRule | None) -> None:
        """Keep it."""
        with self.store.write() as session:
            session.plan.set_rule((here, there), rule)


@dataclass
class StatedPrivacy:
    """Cameras that are left out; nothing is deleted, but counted."""

    store: Store
    excluded: dict[CameraKey, float] = field(default_factory=dict)
    known: list[CameraKey] = field(default_factory=lambda: [CameraKey("frigate", "gate")])

    def cameras(self) -> list[CameraPrivacy]:
        """Those of the test, with seven sightings each."""
        return [CameraPrivacy(each, self.excluded.get(each), 7) for each in self.known]

    def retention(self) -> RetentionDays:
        """Three days for strangers, a week for pictures."""
        return RetentionDays(3.0, None, 7.0, 1.0)

    def exclude(self, camera: CameraKey) -> None:
        """Leave it out."""
        self._check(camera)
        self.excluded[camera] = NOW_S

    def include(self, camera: CameraKey) -> None:
        """Take it in."""
        self._check(camera)
        self.excluded.pop(camera, None)

    def delete_stored(self, _camera: CameraKey) -> int:
        """All seven."""
        return 7

    def _check(self, camera: CameraKey) -> None:
        if camera not in self.known:
            msg = "There is no such camera."
            raise NotFound(msg)


@dataclass
class StillHealth:
    """The same report always, of this version; `fails` is raised instead, and counted.

    Without `may_answer` it hangs; `was_asked` tells that somebody waits.
    """

    version: str = REPORT.version
    fails: Exception | None = None
    failures: int = 0
    was_asked: threading.Event = field(default_factory=threading.Event)
    may_answer: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.may_answer.set()

    def report(self) -> HealthReport:
        """The report."""
        self.was_asked.set()
        self.may_answer.wait()
        if self.fails is not None:
            self.failures += 1
            raise self.fails
        return replace(REPORT, version=self.version)


@dataclass
class Served:
    """A running API: its parts, its address, a client with the token."""

    store: Store
    commands: LedgerCommands
    doubts: StatedDoubts
    ways: StatedWays
    media: StillMedia
    jobs: JobRunner
    tuning: SiteTuning
    health: StillHealth
    bus: Bus
    hub: Hub
    pictures_dir: Path
    server: ApiServer
    client: httpx.Client
    gallery: MemoryGallery
    indexer: Indexer
    privacy: StatedPrivacy
    restarts: list[int]

    def get(self, path: str, status: int = 200, **params: Any) -> Any:
        """The JSON of a GET that answers with `status`; a parameter that is None is left out."""
        given = {name: value for name, value in params.items() if value is not None}
        return self._json(self.client.get(path, params=given), status)

    def send(self, method: str, path: str, body: Any = None, status: int = 200) -> Any:
        """The JSON of a write that answers with `status`."""
        return self._json(self.client.request(method, path, json=body), status)

    def _json(self, response: httpx.Response, status: int) -> Any:
        assert response.status_code == status, response.text
        return response.json()


@contextmanager
def serving(
    store: Store,
    pictures_dir: Path,
    *,
    queue_size: int = 512,
    health_every_s: float = 3600.0,
    ingress: Ingress | None = None,
    frigates: tuple[str, ...] = ("frigate",),
) -> Iterator[Served]:
    """An API on a free port of the loopback interface."""
    bus = Bus()
    hub = Hub(bus, queue_size=queue_size)
    commands, health = LedgerCommands(store), StillHealth()
    doubts, ways = StatedDoubts(commands), StatedWays(store)
    media = StillMedia()
    jobs = job_runner(store, pictures_dir, hub, StillClock())
    tuning = SiteTuning(
        store=store, clock=StillClock(), band=Band.CAREFUL, choose_band=lambda _: None
    )
    gallery = MemoryGallery()
    privacy = StatedPrivacy(store)
    upkeep = SiteUpkeep(
        Settings(data_dir=pictures_dir.parent), store, restart=lambda: restarts.append(1)
    )
    restarts: list[int] = []

    def thresholds(warmth: float) -> Calibration:
        return Calibration(same=0.7 - 0.5 * warmth, new=0.5 - 0.5 * warmth)

    context = Context(
        store=store,
        model_id=MODEL,
        thresholds=thresholds,
        commands=commands,
        doubts=doubts,
        ways=ways,
        plan_pictures=PlanPictures(store, pictures_dir.parent / "plans"),
        media=media,
        jobs=jobs,
        tuning=tuning,
        privacy=privacy,
        upkeep=upkeep,
        frame_size=lambda _, camera: FrameSize(640, 400) if camera == "gate" else None,
        diagnose=lambda: diagnose(settings=Settings(), health=health, store=store),
        reappearance_after_s=300.0,
        searching=Searching(
            store=store,
            gallery=gallery,
            model_id=MODEL,
            thresholds=thresholds,
            transit=lambda: Transit(Movements()),
            # Whoever is on a photo points along the first axis.
            embed=lambda _: np.eye(8, dtype=np.float32)[0],
            instances=("frigate",),
            acts=commands,
            clock=StillClock(),
        ),
        health=health,
        hub=hub,
        metrics=Metrics(),
        pictures_dir=pictures_dir,
        info=ServiceInfo(
            version="0.1.0",
            instance="main",
            instance_id="5f6c2f0e-6d1b-4f0a-9f53-3a4b7d9f2c11",
            capabilities=("write_sub_label",),
            frigate_instances=frigates,
        ),
        clock=StillClock(),
        zone=ZoneInfo("Europe/Berlin"),
    )
    app = make_app(context, token=TOKEN, ingress=ingress, health_every_s=health_every_s)
    second_port = ingress.port if ingress else 0
    server = ApiServer(app, "127.0.0.1", 0, second_port=second_port)
    jobs.start()
    server.start()
    try:
        with httpx.Client(
            base_url=f"http://127.0.0.1:{server.port}",
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=30.0,
        ) as client:
            yield Served(
                store,
                commands,
                doubts,
                ways,
                media,
                jobs,
                tuning,
                health,
                bus,
                hub,
                pictures_dir,
                server,
                client,
                gallery,
                Indexer(store, gallery, MODEL),
                privacy,
                restarts,
            )
    finally:
        server.stop()
        jobs.stop()
