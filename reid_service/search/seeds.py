"""From what somebody points at to what a search starts from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reid_service.domain.search import Seed, SeedKind
from reid_service.domain.tracklet import Tracklet, tracklet_id
from reid_service.errors import InvalidRequest, NotFound
from reid_service.storage.records import StoredVector
from reid_service.storage.store import Session

AROUND_S: Final = 120.0
"""How far one looks on each side of the seed unless told otherwise."""

_NEAR_S: Final = 10.0
"""A click on a frame may come a little before or after somebody was in sight."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody points at: exactly one of a sighting, a tracked object of Frigate, a crop,
    an identity, or a camera at an epoch second.
    """

    sighting_id: str | None = None
    event_id: str | None = None
    frigate_instance: str | None = None
    crop_id: str | None = None
    identity_id: str | None = None
    camera: str | None = None
    time_s: float | None = None


@dataclass(frozen=True, slots=True)
class Start:
    """A seed, and the epoch seconds from its first to its last moment."""

    seed: Seed
    first_s: float
    last_s: float


def start_of(session: Session, asked: Asked, *, model_id: str, instances: Sequence[str]) -> Start:
    """Raises `InvalidRequest` for none or several, `NotFound`."""
    given = (asked.sighting_id, asked.event_id, asked.crop_id, asked.identity_id, asked.camera)
    if sum(each is not None for each in given) != 1 or (
        (asked.camera is None) is not (asked.time_s is None)
    ):
        msg = (
            "It is not clear whom to look for. Give one of sighting_id, event_id, crop_id, "
            "identity_id, or camera with time_s."
        )
        raise InvalidRequest(msg)
    if asked.identity_id is not None:
        return _of_identity(session, asked.identity_id)
    if asked.crop_id is not None:
        return _of_crop(session, asked.crop_id)
    if asked.sighting_id is not None:
        return _of_sighting(session.tracklets.get(asked.sighting_id).tracklet)
    if asked.event_id is not None:
        return _of_event(session, asked, instances)
    return _of_moment(session, asked, model_id)


def _of_sighting(tracklet: Tracklet) -> Start:
    seed = Seed(
        SeedKind.SIGHTING,
        sighting_id=tracklet.id,
        camera=tracklet.camera,
        time_s=tracklet.start_s,
    )
    return Start(seed, tracklet.start_s, tracklet.last_seen_s)


def _of_event(session: Session, asked: Asked, instances: Sequence[str]) -> Start:
    chosen = instances if asked.frigate_instance is None else [asked.frigate_instance]
    ids = [tracklet_id(instance, asked.event_id or "") for instance in chosen]
    found = session.tracklets.get_all(ids)
    if not found:
        msg = "No sighting is known of this event. It may be of no person, or deleted meanwhile."
        raise NotFound(msg)
    if len(found) > 1:
        msg = "Two Frigate servers know such an event. Say which one by frigate_instance."
        raise InvalidRequest(msg)
    return _of_sighting(found[0].tracklet)


def _of_crop(session: Session, crop_id: str) -> Start:
    crop = session.crops.find(crop_id)
    if crop is None:
        msg = "There is no such picture. Its sighting may have been deleted meanwhile."
        raise NotFound(msg)
    tracklet = session.tracklets.get(crop.tracklet_id).tracklet
    seed = Seed(
        SeedKind.CROP,
        sighting_id=tracklet.id,
        crop_id=crop.id,
        camera=tracklet.camera,
        time_s=crop.frame_time_s,
    )
    return Start(seed, tracklet.start_s, tracklet.last_seen_s)


def _of_identity(session: Session, identity_id: str) -> Start:
    identity = session.identities.resolve(identity_id)
    newest = session.tracklets.get_all(session.searches.newest_of(identity.id, limit=1))
    if not newest:
        msg = "No sighting of this person is kept. Begin from a photo."
        raise NotFound(msg)
    last = newest[0].tracklet
    seed = Seed(SeedKind.IDENTITY, identity_id=identity.id, camera=last.camera, time_s=last.start_s)
    return Start(seed, last.start_s, last.last_seen_s)


def _of_moment(session: Session, asked: Asked, model_id: str) -> Start:
    """Whoever is in sight at that moment; of several, the one with the nearest, then best crop."""
    camera, time_s = asked.camera, asked.time_s or 0.0
    found = {
        each.tracklet.id: each.tracklet
        for each in session.tracklets.overlapping(time_s - _NEAR_S, time_s + _NEAR_S, camera=camera)
        if asked.frigate_instance in (None, each.tracklet.instance)
    }
    crops = session.crops.vectors(found, model_id)
    if not crops:
        msg = "Nobody was seen there at that time. Choose another moment, or another camera."
        raise NotFound(msg)

    def distance(crop: StoredVector) -> tuple[float, float, float, str]:
        tracklet = found[crop.tracklet_id]
        away_s = max(tracklet.start_s - time_s, time_s - tracklet.last_seen_s, 0.0)
        return away_s, abs(crop.frame_time_s - time_s), -crop.quality, crop.crop_id

    return _of_sighting(found[min(crops, key=distance).tracklet_id])
