"""A site without cameras: a real store and everything that decides, fed step by step."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from reid_service.associate.appearance import curve_of
from reid_service.associate.engine import Engine
from reid_service.associate.policy import POLICIES, Band
from reid_service.associate.revising import Reviser
from reid_service.bus import Bus
from reid_service.clock import TrafficClock
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.crop import EmbeddedCrop, Embedding, Vector
from reid_service.domain.events import DomainEvent, SightingEvent
from reid_service.domain.tracklet import Tracklet, TrackletState
from reid_service.embed.embedder import Calibration
from reid_service.errors import StoreError
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign
from reid_service.ingest.tracklets import Step, TrackletUpdate
from reid_service.pipeline.announcing import Announcer
from reid_service.pipeline.crop_files import CropFiles
from reid_service.pipeline.crop_keeper import CropKeeper
from reid_service.pipeline.deciding import Arrived, Deciding
from reid_service.pipeline.judging import Judge
from reid_service.pipeline.pictures import Pictured, PictureResult
from reid_service.storage.indexing import Indexer
from reid_service.storage.records import StoredTracklet
from reid_service.storage.store import Session, Store
from tests.fakes import MODEL, MemoryGallery, make_crop, make_tracklet

DIMENSION = 8
CURVE = curve_of(Calibration(same=0.39, new=0.26))
"""Zero at a cosine of 0.185, 28 a unit of it, whether centred or not."""

REMEMBERED_S = 16 * 3600.0
WINDOW_S = 900.0


class FlakyStore(Store):
    """Fails as often as it is told: reads at their beginning, writes at their commit."""

    fail_reads = 0
    fail_commits = 0

    @contextmanager
    def read(self) -> Iterator[Session]:
        if self.fail_reads:
            self.fail_reads -= 1
            msg = "The database is away."
            raise StoreError(msg)
        with super().read() as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        with super().write() as session:
            yield session
            if self.fail_commits:
                self.fail_commits -= 1
                msg = "The disk is full."
                raise StoreError(msg)


class Site:
    """`deciding` over a store in a file; `restart` makes it anew as a crash would."""

    def __init__(
        self,
        file: Path,
        *,
        pictures: Path | None = None,
        limit: int = 8,
        gallery: MemoryGallery | None = None,
    ) -> None:
        opened = FlakyStore.open(f"sqlite:///{file}")
        assert isinstance(opened, FlakyStore)
        self.store = opened
        self.gallery = gallery or MemoryGallery()
        self.bus = Bus()
        self.events: list[DomainEvent] = []
        self.bus.subscribe(self.events.append)
        self.clock = TrafficClock()
        self.clock.observe(1000.0)
        self.metrics = Metrics()
        self._pictures = pictures
        self._limit = limit
        self._build()

    def _build(self) -> None:
        self.indexer = Indexer(self.store, self.gallery, MODEL)
        engine = Engine(POLICIES[Band.CAREFUL], (CURVE, CURVE))
        reviser = Reviser(engine, window_s=WINDOW_S)
        self.judge = Judge(engine, reviser, MODEL, remembered_s=REMEMBERED_S)
        self.deciding = Deciding(
            store=self.store,
            judge=self.judge,
            announcer=Announcer(self.bus, reappearance_after_s=300.0),
            crops=CropKeeper(
                files=CropFiles(self._pictures) if self._pictures else None,
                metrics=self.metrics,
                limit=self._limit,
            ),
            metrics=self.metrics,
            clock=self.clock,
            model_id=MODEL,
        )

    def restart(self) -> list[Tracklet]:
        """Forget what is in memory; the tracklets that were open."""
        self._build()
        return self.deciding.restore()

    def walker(self, event_id: str, *, camera: str = "gate", start_s: float = 1000.0) -> Walker:
        """Somebody who walks into a camera's view."""
        return Walker(self, event_id, camera, start_s)

    def known(self, event_id: str, person: int, *, at_s: float = 100.0) -> str:
        """An identity with one decided sighting, long ago on another camera."""
        walker = self.walker(event_id, camera="door", start_s=at_s)
        walker.seen(at_s, look(person))
        walker.ends(at_s + 1.0)
        self.indexer.apply()
        identity_id = self.identity_of(event_id)
        assert identity_id is not None
        return identity_id

    def stored(self, event_id: str) -> StoredTracklet | None:
        """A tracklet as the store has it."""
        with self.store.read() as session:
            return session.tracklets.find(f"frigate:{event_id}")

    def identity_of(self, event_id: str) -> str | None:
        """Whose sighting it is."""
        stored = self.stored(event_id)
        return None if stored is None else stored.identity_id

    def crops_of(self, event_id: str) -> int:
        """Number of kept crops."""
        with self.store.read() as session:
            return len(session.crops.of_tracklet(f"frigate:{event_id}"))

    def live(self) -> set[str]:
        """Ids of all identities that are not merged into others."""
        with self.store.read() as session:
            return {each.id for each in session.identities.live()}

    def resolved(self, identity_id: str | None) -> str:
        """Where an identity leads."""
        assert identity_id is not None
        with self.store.read() as session:
            return session.identities.resolve(identity_id).id

    def say(self, event_id: str, identity_id: str) -> None:
        """A person says who it is, as the API's command does."""
        with self.store.write() as session:
            stored = session.tracklets.get(f"frigate:{event_id}")
            act = Act("user", self.clock.now_s())
            decision = assign(session, act, stored.tracklet.id, identity_id, firm=stored.firm)
            session.ledger.record(decision)
        self.deciding.refresh()

    def phases(self, event_id: str) -> list[str]:
        """Phases told of a sighting, in order."""
        return [
            each.phase.value
            for each in self.events
            if isinstance(each, SightingEvent) and each.event_id == event_id
        ]

    def told(self, kind: type[DomainEvent]) -> list[DomainEvent]:
        """Events of one kind, in order."""
        return [each for each in self.events if isinstance(each, kind)]


class Walker:
    """Steps of one tracklet, in order."""

    def __init__(self, site: Site, event_id: str, camera: str, start_s: float) -> None:
        self._site = site
        self._begun = False
        self.tracklet = make_tracklet(
            event_id, camera=camera, start_s=start_s, end_s=start_s, state=TrackletState.OPEN
        )

    def update(
        self, at_s: float, *, end: bool = False, lost: bool = False, stale_s: float | None = None
    ) -> TrackletUpdate:
        """The next step, not taken yet."""
        state = TrackletState.OPEN
        if end or lost:
            state = TrackletState.LOST if lost else TrackletState.CLOSED
        last_seen_s = max(at_s, self.tracklet.last_seen_s)
        self.tracklet = replace(self.tracklet, state=state, last_seen_s=last_seen_s)
        step = Step.UPDATED if self._begun else Step.OPENED
        self._begun = True
        if state is not TrackletState.OPEN:
            step = Step.CLOSED
        return TrackletUpdate(self.tracklet, step, None, stale_s)

    def seen(
        self,
        at_s: float,
        look: Vector | PictureResult | None = None,
        *,
        quality: float = 0.8,
        end: bool = False,
        stale_s: float | None = None,
    ) -> None:
        """Take the next step, with a picture of that moment if there is a look."""
        update = self.update(at_s, end=end, stale_s=stale_s)
        self._site.clock.observe(at_s)
        picture = (
            self.pictured(at_s, look, quality=quality) if isinstance(look, np.ndarray) else look
        )
        self._site.deciding.step(update, picture, time.monotonic())

    def late(self, picture: PictureResult) -> None:
        """A picture comes after its step."""
        update = TrackletUpdate(self.tracklet, Step.UPDATED, None)
        arrived = Arrived(update, picture, time.monotonic(), late=True)
        self._site.deciding.steps([arrived])

    def ends(self, at_s: float, look: Vector | None = None) -> None:
        """The last step."""
        self.seen(at_s, look, end=True)

    def pictured(self, at_s: float, look: Vector, *, quality: float = 0.8) -> Pictured:
        """A usable crop of the frame at a moment."""
        crop = make_crop(self.tracklet, after_s=at_s - self.tracklet.start_s, quality=quality)
        return Pictured(EmbeddedCrop(crop.crop, Embedding(MODEL, look)), at_s)


def look(person: int, *, like: int | None = None, share: float = 0.0) -> Vector:
    """A unit vector: a person's own axis, turned to another's until `share` is its cosine."""
    vector = np.zeros(DIMENSION, np.float32)
    vector[person] = 1.0 if like is None else (1.0 - share**2) ** 0.5
    if like is not None:
        vector[like] = share
    return vector
