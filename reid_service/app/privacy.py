"""Cameras that are left out: nobody of them is taken in, and what is stored may go."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from reid_service.api.privacy_ports import CameraPrivacy, RetentionDays
from reid_service.app.exclusions import Exclusions
from reid_service.app.frigates import Frigate
from reid_service.bus import Bus
from reid_service.clock import Clock
from reid_service.domain.events import IdentityChange
from reid_service.domain.floorplan import CameraKey
from reid_service.errors import GalleryUnavailable, NotFound, StoreError
from reid_service.identities.leaving import Left, delete_seen_by
from reid_service.pipeline.announcing import identity_changed
from reid_service.pipeline.deciding import Deciding
from reid_service.pipeline.resolver import Resolver
from reid_service.pipeline.tracking import Tracking
from reid_service.settings import RetentionSettings
from reid_service.storage.indexing import Indexer
from reid_service.storage.schema import tracklets
from reid_service.storage.store import Store

_AT_ONCE: Final = 200
"""Sightings deleted between two steps of the pipeline."""

_ON_THE_WAY_S: Final = 5.0
_LOOK_EVERY_S: Final = 0.05


class SitePrivacy:
    """Leaves cameras out; deletes on the resolver's thread, some sightings at a time."""

    def __init__(
        self,
        *,
        store: Store,
        exclusions: Exclusions,
        frigates: Mapping[str, Frigate],
        resolver: Resolver,
        deciding: Deciding,
        tracking: Tracking,
        indexer: Indexer,
        bus: Bus,
        clock: Clock,
        pictures: Path,
        days: RetentionSettings,
        on_deleted: Callable[[], object],
    ) -> None:
        self._store = store
        self._exclusions = exclusions
        self._frigates = frigates
        self._resolver = resolver
        self._deciding = deciding
        self._tracking = tracking
        self._indexer = indexer
        self._bus = bus
        self._clock = clock
        self._pictures = pictures
        self._days = days
        self._on_deleted = on_deleted

    def retention(self) -> RetentionDays:
        """How long things are kept, as the settings say."""
        days = self._days
        return RetentionDays(
            days.unnamed_days, days.named_days, days.pictures_days, days.exports_days
        )

    def cameras(self) -> list[CameraPrivacy]:
        """Every camera that is configured, excluded, or known from sightings."""
        stored = self._stored()
        since = {each.camera: each.since_s for each in self._exclusions.current()}
        configured = {
            CameraKey(name, camera)
            for name, frigate in self._frigates.items()
            for camera in frigate.cameras()
        }
        every = configured | stored.keys() | since.keys()
        return [
            CameraPrivacy(each, since.get(each), stored.get(each, 0))
            for each in sorted(every, key=lambda key: (key.instance, key.camera))
        ]

    def exclude(self, camera: CameraKey) -> None:
        """Take nobody in from a camera any more."""
        self._check(camera)
        self._exclusions.exclude(camera)
        self._tracking.leave(camera)

    def include(self, camera: CameraKey) -> None:
        """Take its people in again."""
        self._check(camera)
        self._exclusions.include(camera)

    def delete_stored(self, camera: CameraKey) -> int:
        """Delete what is stored of a camera; returns how many sightings went."""
        count = self._delete_all(camera)
        # Steps that were on their way when it was excluded have arrived by then.
        self._tracking.open_event_ids(camera.instance)
        until_s = time.monotonic() + _ON_THE_WAY_S
        while self._resolver.backlog and time.monotonic() < until_s:
            time.sleep(_LOOK_EVERY_S)
        count += self._delete_all(camera)
        if count:
            self._resolver.call(self._follow_up)
            self._on_deleted()
        return count

    def _delete_all(self, camera: CameraKey) -> int:
        count = 0
        while True:
            left = self._resolver.call(lambda: self._delete_some(camera))
            if not left.tracklet_ids:
                return count
            count += len(left.tracklet_ids)
            self._store.remove_pictures(self._pictures)
            self._tell(left)

    def _delete_some(self, camera: CameraKey) -> Left:
        with self._store.write() as session:
            left = delete_seen_by(session, camera, limit=_AT_ONCE)
        self._deciding.drop(left.tracklet_ids)
        self._tracking.drop(left.tracklet_ids)
        return left

    def _follow_up(self) -> None:
        """Nothing of the deleted stays in what was learned, nor in the index."""
        with suppress(StoreError):  # the deletion stands; the next learning follows it
            self._deciding.learn(always=True)
        self._deciding.refresh()
        with suppress(GalleryUnavailable, StoreError):  # the index catches up
            self._indexer.apply()
            self._indexer.settle()

    def _stored(self) -> dict[CameraKey, int]:
        where = (tracklets.c.instance, tracklets.c.camera)
        query = select(*where, func.count()).group_by(*where)
        with self._store.read() as session:
            rows = session.connection.execute(query).all()
        return {CameraKey(instance, camera): count for instance, camera, count in rows}

    def _check(self, camera: CameraKey) -> None:
        if camera not in {each.camera for each in self.cameras()}:
            msg = "There is no such camera. Look at the cameras of the privacy settings."
            raise NotFound(msg)

    def _tell(self, left: Left) -> None:
        now_s = self._clock.now_s()
        for change, ids in (
            (IdentityChange.FORGOTTEN, left.gone_ids),
            (IdentityChange.UPDATED, left.changed_ids),
        ):
            for identity_id in ids:
                with self._store.read() as session:
                    event = identity_changed(session, change, identity_id, None, at_s=now_s)
                self._bus.publish(event)
