"""Frames with people in them, as far as crops and paths tell: to start a search from one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reid_service.domain.boxes import FractionBox
from reid_service.domain.tracklet import PathPoint, Tracklet
from reid_service.errors import NotFound
from reid_service.storage.records import StoredCrop, StoredTracklet
from reid_service.storage.store import Session

_STILL_S: Final = 1.0
"""Nobody walks far in that time: a box is good for so long."""


class FrameStep(StrEnum):
    """Which frame is meant."""

    NEXT = "next"
    PREVIOUS = "previous"
    AT = "at"


@dataclass(frozen=True, slots=True)
class Boxed:
    """Somebody in a frame; `crop_id` where a picture of that very frame is known."""

    stored: StoredTracklet
    box: FractionBox
    crop: StoredCrop | None


@dataclass(frozen=True, slots=True)
class PeopleInFrame:
    """Who is in sight of a camera at an epoch second."""

    camera: str
    time_s: float
    people: Sequence[Boxed]


def people_in_frame(
    session: Session,
    camera: str,
    time_s: float,
    direction: FrameStep,
    instance: str | None = None,
) -> PeopleInFrame:
    """The frame at `time_s`, or the nearest later or earlier one of which a crop is known.

    Raises `NotFound` where there is no such later or earlier frame.
    """
    if direction is not FrameStep.AT:
        later = direction is FrameStep.NEXT
        found = session.searches.next_frame_s(camera, time_s, later=later, instance=instance)
        if found is None:
            msg = f"Nobody was seen on this camera {'later' if later else 'earlier'}."
            raise NotFound(msg)
        time_s = found
    people = []
    for stored in session.tracklets.overlapping(
        time_s - _STILL_S, time_s + _STILL_S, camera=camera
    ):
        if instance in (None, stored.tracklet.instance):
            boxed = _boxed(stored, session.crops.of_tracklet(stored.tracklet.id), time_s)
            if boxed is not None:
                people.append(boxed)
    return PeopleInFrame(camera, time_s, people)


def _boxed(stored: StoredTracklet, crops: Sequence[StoredCrop], time_s: float) -> Boxed | None:
    """The box of a crop of that frame; else that of the nearest one, moved along the path."""
    if not crops:
        return None
    nearest = min(crops, key=lambda each: (abs(each.frame_time_s - time_s), each.id))
    away_s = abs(nearest.frame_time_s - time_s)
    if away_s == 0.0:
        return Boxed(stored, nearest.box, nearest)
    there, here = (_on_path(stored.tracklet, at_s) for at_s in (nearest.frame_time_s, time_s))
    if there is None or here is None:
        return Boxed(stored, nearest.box, None) if away_s <= _STILL_S else None
    return Boxed(stored, _moved(nearest.box, here.x - there.x, here.y - there.y), None)


def _on_path(tracklet: Tracklet, time_s: float) -> PathPoint | None:
    """Where the feet were, straight between two points; None beyond the ends of the path."""
    path = sorted(tracklet.path, key=lambda each: each.time_s)
    after = bisect_left(path, time_s, key=lambda each: each.time_s)
    if after == len(path) or (after == 0 and path[0].time_s > time_s):
        return None
    if after == 0:
        return path[0]
    one, other = path[after - 1], path[after]
    share = (time_s - one.time_s) / (other.time_s - one.time_s)
    return PathPoint(one.x + share * (other.x - one.x), one.y + share * (other.y - one.y), time_s)


def _moved(box: FractionBox, x: float, y: float) -> FractionBox:
    """The box elsewhere in the frame, as far as it is in it."""

    def inside(value: float) -> float:
        return max(0.0, min(1.0, value))

    return FractionBox(
        inside(box.x_min + x), inside(box.y_min + y), inside(box.x_max + x), inside(box.y_max + y)
    )
