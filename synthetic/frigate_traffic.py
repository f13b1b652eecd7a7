"""What Frigate 0.17.2 says over MQTT about boxes it was shown.

The steps of the path, the choice of the snapshot and the reasons to publish follow Frigate's
track/tracked_object.py, util/image.py and camera/state.py. Simplified: what counts as a change of
position (its tracker compares averages), the size of regions, zones (a foot outside resets the
inertia at once) and scores (a frame without a detection does not count as 0).
"""

from __future__ import annotations

import copy
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final, TypeAlias

from reid_service.recordings.format import Message

PixelBox: TypeAlias = tuple[int, int, int, int]
"""x_min, y_min, x_max, y_max in pixels, inside the frame: 0 .. size - 1."""

Polygon: TypeAlias = Sequence[tuple[float, float]]
"""Corners as fractions of the frame."""

Json: TypeAlias = dict[str, Any]

VERSION: Final = "0.17.2"
FPS: Final = 5
TOPIC_PREFIX: Final = "frigate"
_HITS_TO_PUBLISH: Final = 3
_LEAST_MEDIAN: Final = 0.7
_PATH_STEP: Final = 0.05  # of the frame's diagonal
_ZONE_INERTIA: Final = 3  # frames
_STATIONARY_FRAMES: Final = 50
_SAME_PLACE_IOU: Final = 0.6
_SNAPSHOT_EVERY_S: Final = 5.0
_REPEAT_S: Final = 60.0
_LEAST_REGION_PX: Final = 320


@dataclass(frozen=True, slots=True)
class Detection:
    """One box of one frame; `score` in [0, 1]."""

    time_s: float
    box: PixelBox
    score: float


@dataclass(frozen=True, slots=True)
class CameraFacts:
    """What the tracker needs to know of a camera."""

    name: str
    width: int
    height: int
    zones: Mapping[str, Polygon] = field(default_factory=dict)


def is_better(new: Detection, current: Detection, width: int, height: int) -> bool:
    """Whether Frigate replaces the snapshot: not newly cut, and score +0.05 or area x1.1.

    >>> small = Detection(0.0, (10, 10, 30, 60), 0.8)
    >>> is_better(Detection(1.0, (10, 10, 33, 60), 0.8), small, 640, 360)
    True
    >>> is_better(Detection(1.0, (0, 10, 90, 60), 0.9), small, 640, 360)
    False
    """
    if on_edge(new.box, width, height) and not on_edge(current.box, width, height):
        return False
    return new.score > current.score + 0.05 or box_area(new.box) > box_area(current.box) * 1.1


def on_edge(box: PixelBox, width: int, height: int) -> bool:
    """Whether the frame cuts the box."""
    return box[0] == 0 or box[1] == 0 or box[2] == width - 1 or box[3] == height - 1


def box_area(box: PixelBox) -> int:
    """Square pixels."""
    return (box[2] - box[0]) * (box[3] - box[1])


def region_of(box: PixelBox, width: int, height: int) -> PixelBox:
    """The square around a box that the detector looked at, moved into the frame if it fits."""
    side = max(_LEAST_REGION_PX, 4 * math.ceil(max(box[2] - box[0], box[3] - box[1]) * 1.35 / 4))
    x = (box[0] + box[2] - side) // 2
    y = (box[1] + box[3] - side) // 2
    x = max(0, min(x, width - side))
    y = max(0, min(y, height - side))
    return (x, y, x + side, y + side)


def inside(point: tuple[float, float], polygon: Polygon) -> bool:
    """Whether a point lies in a polygon (even-odd rule).

    >>> inside((0.5, 0.5), [(0, 0), (1, 0), (1, 1), (0, 1)])
    True
    """
    x, y = point
    result = False
    for (x_1, y_1), (x_2, y_2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y_1 > y) != (y_2 > y) and x < (x_2 - x_1) * (y - y_1) / (y_2 - y_1) + x_1:
            result = not result
    return result


class TrackedObject:
    """One person on one camera from first to last detection, as Frigate's messages tell it."""

    def __init__(self, event_id: str, camera: CameraFacts, first: Detection) -> None:
        self.event_id = event_id
        self.messages: list[Message] = []
        self._camera = camera
        self._scores = [first.score]
        self._anchor = self._last_box = first.box
        self._still = 0
        self._zone_frames: dict[str, int] = {}
        self._published_s = -math.inf
        self._best = first
        self._told: list[float] = []
        self._state: Json = {
            "id": event_id,
            "camera": camera.name,
            "frame_time": first.time_s,
            "snapshot": None,
            "label": "person",
            "sub_label": None,
            "top_score": 0.0,
            "false_positive": True,
            "start_time": first.time_s,
            "end_time": None,
            "score": first.score,
            "box": list(first.box),
            "area": box_area(first.box),
            "ratio": _ratio(first.box),
            "region": list(region_of(first.box, camera.width, camera.height)),
            "active": True,
            "stationary": False,
            "motionless_count": 0,
            "position_changes": 0,
            "current_zones": [],
            "entered_zones": [],
            "has_clip": False,
            "has_snapshot": False,
            "attributes": {},
            "current_attributes": [],
            "pending_loitering": False,
            "max_severity": "alert",
            "current_estimated_speed": 0,
            "average_estimated_speed": 0,
            "velocity_angle": 0,
            "path_data": [],
            "recognized_license_plate": None,
        }
        self._before = copy.deepcopy(self._state)
        self._state["snapshot"] = self._snapshot(first)

    @property
    def published(self) -> bool:
        """Whether `new` was sent: until then nobody has heard of it."""
        return bool(self.messages)

    def told_snapshots(self) -> tuple[float, ...]:
        """Frame times of the snapshots that a message has named, in order."""
        return tuple(self._told)

    def observe(self, seen: Detection, delay_s: float) -> None:
        """Takes the next detection; a message that it causes leaves after `delay_s`."""
        state = self._state
        self._scores.append(seen.score)
        middle = median(self._scores[-10:])
        state["top_score"] = max(state["top_score"], middle)
        state.update(
            frame_time=seen.time_s,
            score=seen.score,
            box=list(seen.box),
            area=box_area(seen.box),
            ratio=_ratio(seen.box),
            region=list(region_of(seen.box, self._camera.width, self._camera.height)),
        )
        moved = self._note_movement(seen.box)
        better = is_better(seen, self._best, self._camera.width, self._camera.height)
        if better:
            self._best = seen
            state["snapshot"] = self._snapshot(seen)
        if not self.published:
            if len(self._scores) < _HITS_TO_PUBLISH or middle < _LEAST_MEDIAN:
                return
            state["false_positive"] = False
            state["score_history"] = list(self._scores)
            self._note_path(seen)
            self._note_zones(seen.box)
            self._publish("new", seen.time_s + delay_s)
            return
        stepped, rezoned = self._note_path(seen), self._note_zones(seen.box)
        waited = seen.time_s - self._published_s
        due = waited > _REPEAT_S or (self._snapshot_is_news() and waited > _SNAPSHOT_EVERY_S)
        if stepped or rezoned or moved or due:
            self._publish("update", seen.time_s + delay_s)

    def finish(self, end_s: float, delay_s: float) -> None:
        """The person has been out of sight for long enough."""
        self._state["end_time"] = end_s
        self._publish("end", end_s + delay_s)

    def _snapshot(self, seen: Detection) -> Json:
        return {
            "frame_time": seen.time_s,
            "box": list(seen.box),
            "area": box_area(seen.box),
            "region": list(region_of(seen.box, self._camera.width, self._camera.height)),
            "score": seen.score,
            "attributes": [],
            "current_estimated_speed": 0,
            "velocity_angle": 0,
            "path_data": copy.deepcopy(self._state["path_data"]),
            "recognized_license_plate": None,
            "recognized_license_plate_score": None,
        }

    def _snapshot_is_news(self) -> bool:
        told = self._before["snapshot"]
        return told is None or told["frame_time"] != self._state["snapshot"]["frame_time"]

    def _note_movement(self, box: PixelBox) -> bool:
        """Counts changes of position; True when the object starts or stops being stationary."""
        state = self._state
        self._still = self._still + 1 if _iou(box, self._last_box) > 0.9 else 0
        self._last_box = box
        state["motionless_count"] = self._still
        was_active = state["active"]
        state["stationary"] = self._still > _STATIONARY_FRAMES
        state["active"] = not state["stationary"]
        changed = bool(was_active != state["active"])
        if _iou(box, self._anchor) < _SAME_PLACE_IOU and (
            state["position_changes"] == 0 or not was_active
        ):
            state["position_changes"] += 1
            self._anchor = box
            changed = True
        if state["stationary"]:
            self._anchor = box
        if state["position_changes"] > 0:
            state["has_clip"] = state["has_snapshot"] = True
        return changed

    def _note_path(self, seen: Detection) -> bool:
        width, height = self._camera.width, self._camera.height
        foot = [
            round((seen.box[0] + seen.box[2]) / 2 / width, 4),
            round(seen.box[3] / height, 4),
        ]
        path = self._state["path_data"]
        step = _PATH_STEP * math.hypot(width, height) / max(width, height)
        if len(path) > 1 and math.dist(path[-1][0], foot) < step:
            return False
        path.append([foot, seen.time_s])
        return True

    def _note_zones(self, box: PixelBox) -> bool:
        foot = ((box[0] + box[2]) / 2 / self._camera.width, box[3] / self._camera.height)
        current = []
        for zone, polygon in self._camera.zones.items():
            frames = self._zone_frames.get(zone, 0)
            self._zone_frames[zone] = frames + 1 if inside(foot, polygon) else 0
            if self._zone_frames[zone] >= _ZONE_INERTIA:
                current.append(zone)
        changed: bool = current != self._state["current_zones"]
        self._state["current_zones"] = current
        for zone in current:
            if zone not in self._state["entered_zones"]:
                self._state["entered_zones"].append(zone)
        return changed

    def _publish(self, kind: str, time_s: float) -> None:
        after = copy.deepcopy(self._state)
        payload = json.dumps({"type": kind, "before": self._before, "after": after})
        topic = f"{TOPIC_PREFIX}/events"
        self.messages.append(Message(round(time_s, 6), topic, 0, False, payload))
        self._before = after
        if after["snapshot"]["frame_time"] not in self._told:
            self._told.append(after["snapshot"]["frame_time"])
        self._published_s = self._state["frame_time"]


def _ratio(box: PixelBox) -> float:
    return round((box[2] - box[0]) / max(1, box[3] - box[1]), 4)


def _iou(first: PixelBox, second: PixelBox) -> float:
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    common = max(0, width) * max(0, height)
    return common / max(1, box_area(first) + box_area(second) - common)
