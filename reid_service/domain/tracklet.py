"""Our copy of one Frigate tracked object: one person, one camera, one stretch of time."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reid_service.domain.floorplan import CameraKey

POINT_NAMESPACE: Final = uuid.UUID("8f1d5c3e-6f0b-5a59-9d53-0f2a8c6b7e11")
"""Namespace of every deterministic id of this project; never change it."""


class TrackletState(StrEnum):
    """Life cycle: open while Frigate tracks it, closed by its `end`, lost without one."""

    OPEN = "open"
    CLOSED = "closed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class PathPoint:
    """Where the feet were: fractions of the frame in [0, 1], epoch seconds."""

    x: float
    y: float
    time_s: float


@dataclass(frozen=True, slots=True)
class SubLabel:
    """What Frigate calls somebody; `score` in [0, 1] or None when it was set without one."""

    text: str
    score: float | None


@dataclass(frozen=True, slots=True)
class Tracklet:
    """One Frigate tracked object as we know it.

    Times are epoch seconds of frames: `last_seen_s` is the last frame in which the person was
    detected, which is some seconds before Frigate's `end_time`. `face` is whom Frigate's face
    recognition saw, however the sub label came about.
    """

    id: str
    instance: str
    event_id: str
    camera: str
    state: TrackletState
    start_s: float
    last_seen_s: float
    sub_label: SubLabel | None = None
    face: SubLabel | None = None
    zones: tuple[str, ...] = ()
    path: tuple[PathPoint, ...] = ()

    @property
    def camera_key(self) -> CameraKey:
        """The camera, whatever those of other Frigates are called."""
        return CameraKey(self.instance, self.camera)

    def overlaps(self, other: Tracklet) -> bool:
        """Whether both were in sight at one moment."""
        return self.start_s <= other.last_seen_s and other.start_s <= self.last_seen_s


def tracklet_id(instance: str, event_id: str) -> str:
    """Id of the tracklet of a tracked object: event ids are unique within one Frigate only.

    >>> tracklet_id("frigate", "1789110024.883713-gvgjx4")
    'frigate:1789110024.883713-gvgjx4'
    """
    return f"{instance}:{event_id}"


def instance_of(tracklet: str) -> str:
    """The Frigate of the tracklet with this id.

    >>> instance_of("frigate:1789110024.883713-gvgjx4")
    'frigate'
    """
    return tracklet.partition(":")[0]


def crop_id(tracklet: str, frame_time_s: float) -> str:
    """Deterministic id of the crop of `tracklet` at a frame time; also its point id (UUIDv5)."""
    return str(uuid.uuid5(POINT_NAMESPACE, f"crop/{tracklet}/{frame_time_s:.6f}"))


def founded_identity_id(tracklet: str) -> str:
    """Deterministic id of the identity that `tracklet` founds: a redo makes no second one."""
    return str(uuid.uuid5(POINT_NAMESPACE, f"identity/{tracklet}"))


def template_point_id(identity: str) -> str:
    """Deterministic point id of the template of an identity."""
    return str(uuid.uuid5(POINT_NAMESPACE, f"template/{identity}"))
