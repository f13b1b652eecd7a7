"""Takes everything personal out of recorded traffic except the persons' own pictures.

Payloads are rebuilt from known keys, so that a key we have never seen cannot leak anything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import msgspec

from reid_service.domain.boxes import PixelBox
from reid_service.errors import RecordingError
from reid_service.recordings.format import Message, frigate_config_parts
from reid_service.recordings.pictures import grey_outside
from reid_service.recordings.timeshift import shift_times

PREFIX: Final = "frigate"

_EVENT_ID = re.compile(r"\d+(\.\d+)?-[a-z0-9]{1,12}")


def _keys(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SNAPSHOT_KEYS: Final = _keys(
    "frame_time box area region score attributes current_estimated_speed velocity_angle "
    "path_data recognized_license_plate recognized_license_plate_score"
)
_OBJECT_KEYS: Final = _keys(
    "id camera label frame_time start_time end_time snapshot sub_label score top_score "
    "computed_score false_positive box region area ratio current_zones entered_zones active "
    "stationary motionless_count position_changes has_clip has_snapshot attributes "
    "current_attributes pending_loitering max_severity current_estimated_speed "
    "average_estimated_speed velocity_angle path_data recognized_license_plate score_history"
)
_UPDATE_KEYS: Final = _keys("type id name plate camera timestamp score sub_label description")
_REVIEW_KEYS: Final = _keys("id camera start_time end_time severity data")
_REVIEW_DATA_KEYS: Final = _keys(
    "detections objects verified_objects sub_labels zones audio thumb_time"
)
_STATS_CAMERA_KEYS: Final = _keys(
    "camera_fps process_fps skipped_fps detection_fps detection_enabled"
)
_STATS_SERVICE_KEYS: Final = _keys("version latest_version uptime last_updated")


class _Neutral:
    """Stable neutral names: the same word gets the same one."""

    def __init__(self, stem: str, known: Iterable[str] = ()) -> None:
        self._stem = stem
        self._names: dict[str, str] = {}
        for name in known:
            self(name)

    def __call__(self, name: str) -> str:
        return self._names.setdefault(name, f"{self._stem}_{len(self._names) + 1}")


class Redactor:
    """Redacts one recording: names of cameras, zones and people, plates, and the time.

    `epoch_s` (whole epoch seconds of ten digits) becomes the time of the first message; None
    leaves times. The persons stay as they are, everything around their boxes turns grey.
    Not thread-safe.
    """

    def __init__(
        self, config: Mapping[str, Any], *, topic_prefix: str, epoch_s: int | None = None
    ) -> None:
        if epoch_s is not None and not 10**9 <= epoch_s < 10**10:
            msg = "The new start must be epoch seconds of ten digits, such as 1700000000."
            raise RecordingError(msg)
        self._prefix, self._epoch_s = topic_prefix, epoch_s
        self._shift_s: int | None = 0 if epoch_s is None else None
        self._parts = frigate_config_parts(config)
        cameras: dict[str, Any] = self._parts["cameras"]
        self._camera = _Neutral("camera", cameras)
        self._zone = _Neutral(
            "zone", (zone for c in cameras.values() for zone in c.get("zones", {}))
        )
        self._name, self._plate = _Neutral("name"), _Neutral("plate")

    def config(self) -> dict[str, Any]:
        """frigate_config.json of the redacted recording."""
        cameras = {
            self._camera(name): camera
            | {"zones": {self._zone(zone): {} for zone in camera.get("zones", {})}}
            for name, camera in self._parts["cameras"].items()
        }
        return self._parts | {"mqtt": {"topic_prefix": PREFIX}, "cameras": cameras}

    def message(self, message: Message) -> Message | None:
        """The redacted message, or None when it is of no known kind."""
        kind = message.topic.removeprefix(f"{self._prefix}/")
        payload = self._payload(kind, message.payload)
        if payload is None:
            return None
        clean = Message(message.t, f"{PREFIX}/{kind}", message.qos, message.retain, payload)
        return clean.shifted(self._shift(message.t))

    def event_id(self, event_id: str, near_s: float) -> str:
        """The id as the redacted messages have it."""
        return shift_times(event_id, self._shift(near_s), near_s=near_s)

    def frame_time_s(self, frame_time_s: float) -> float:
        """The frame time as the redacted messages have it."""
        return frame_time_s + self._shift(frame_time_s)

    def frame(self, picture: bytes, box: PixelBox) -> bytes:
        """WEBP of the frame in which only the person is left."""
        return grey_outside(picture, box)

    def _shift(self, time_s: float) -> int:
        if self._shift_s is None:
            self._shift_s = (self._epoch_s or 0) - int(time_s)
        return self._shift_s

    def _payload(self, kind: str, payload: str) -> str | None:
        if kind == "available":
            return payload if payload in {"online", "offline", "stopped"} else None
        redact: Callable[[dict[str, Any]], dict[str, Any]] | None = {
            "events": lambda content: self._pair(content, self._tracked_object),
            "reviews": lambda content: self._pair(content, self._review),
            "tracked_object_update": self._update,
            "stats": self._stats,
        }.get(kind)
        if redact is None:
            return None
        try:
            return msgspec.json.encode(redact(msgspec.json.decode(payload))).decode()
        except (msgspec.DecodeError, AttributeError, KeyError, TypeError, ValueError):
            return None

    def _pair(
        self, content: dict[str, Any], redact: Callable[[dict[str, Any]], dict[str, Any]]
    ) -> dict[str, Any]:
        before = content.get("before")
        return {
            "type": str(content["type"]),
            "before": redact(before) if before else before,
            "after": redact(content["after"]),
        }

    def _tracked_object(self, content: dict[str, Any]) -> dict[str, Any]:
        clean = _only(content, _OBJECT_KEYS) | {
            "id": _checked_id(content["id"]),
            "camera": self._camera(content["camera"]),
        }
        if clean.get("snapshot"):
            clean["snapshot"] = self._scored(_only(clean["snapshot"], _SNAPSHOT_KEYS))
        for key in ("current_zones", "entered_zones"):
            if key in clean:
                clean[key] = [self._zone(zone) for zone in clean[key]]
        return self._scored(clean)

    def _scored(self, clean: dict[str, Any]) -> dict[str, Any]:
        """Replace the texts that come with a score: a sub label, a plate."""
        for key, neutral in (("sub_label", self._name), ("recognized_license_plate", self._plate)):
            if key in clean:
                clean[key] = _renamed(clean[key], neutral)
        return clean

    def _update(self, content: dict[str, Any]) -> dict[str, Any]:
        clean = _only(content, _UPDATE_KEYS) | {"id": _checked_id(content["id"])}
        neutrals: dict[str, Callable[[str], str]] = {
            "camera": self._camera,
            "name": self._name,
            "sub_label": self._name,
            "plate": self._plate,
            "description": lambda _: "redacted",
        }
        for key, neutral in neutrals.items():
            if clean.get(key) not in {None, "unknown"}:
                clean[key] = neutral(str(clean[key]))
        return clean

    def _review(self, content: dict[str, Any]) -> dict[str, Any]:
        clean = _only(content, _REVIEW_KEYS) | {
            "id": _checked_id(content["id"]),
            "camera": self._camera(content["camera"]),
            "thumb_path": "",
        }
        data = _only(content.get("data") or {}, _REVIEW_DATA_KEYS)
        redacts: dict[str, Callable[[str], str]] = {
            "zones": self._zone,
            "sub_labels": self._name,
            "detections": _checked_id,
        }
        for key, redact in redacts.items():
            if key in data:
                data[key] = [redact(str(value)) for value in data[key] or []]
        return clean | {"data": data}

    def _stats(self, content: dict[str, Any]) -> dict[str, Any]:
        cameras = content.get("cameras", {})
        return {
            "cameras": {
                self._camera(name): _only(camera, _STATS_CAMERA_KEYS)
                for name, camera in cameras.items()
            },
            "detectors": {},
            "service": _only(content.get("service", {}), _STATS_SERVICE_KEYS),
        }


def _only(content: Mapping[str, Any], keys: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key in keys}


def _renamed(value: Any, neutral: Callable[[str], str]) -> Any:
    """A text, or a text with its score, with the text replaced; nothing stays nothing."""
    if isinstance(value, list):
        return [neutral(part) if isinstance(part, str) and part else part for part in value]
    return neutral(value) if isinstance(value, str) and value else value


def _checked_id(event_id: str) -> str:
    if not _EVENT_ID.fullmatch(event_id):
        msg = "not an id of Frigate"
        raise ValueError(msg)
    return event_id
