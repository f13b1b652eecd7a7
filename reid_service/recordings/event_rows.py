"""Tracked objects as Frigate's database has them, and the filters of GET /api/events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from reid_service.domain.boxes import FractionBox, FrameSize, PixelBox
from reid_service.recordings.rules import FrigateRules
from reid_service.recordings.traffic import EventMessage, Snapshot, TrackedObject

SILENCE_S: Final = 120.0
"""Frigate speaks of a live object at least once a minute; one silent for longer has ended."""

_DISAPPEARED_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of an object, if there is a file of it, as it was served in its time."""

    snapshot: Snapshot | None
    picture: Path | None
    stored: bool
    ended: bool


@dataclass(slots=True)
class ReplayedObject:
    """A tracked object as of the last message about it.

    `snapshot` and `picture` belong together: what the served picture shows; `kept` are the last
    ones of which there is a file. `stored` says whether Frigate's database has a row.
    `sub_label` and `description` include what was written over HTTP. `shown` are pictures that
    are kept by their frame times.
    """

    after: TrackedObject
    heard_s: float
    stored: bool = False
    ended: bool = False
    snapshot: Snapshot | None = None
    picture: Path | None = None
    kept: tuple[Snapshot | None, Path] | None = None
    fetched: bool = False
    shown: dict[float, Shown] = field(default_factory=dict)
    sub_label: str | None = None
    sub_label_score: float | None = None
    description: str | None = None
    retained: bool = False

    def end_time_s(self, now_s: float) -> float | None:
        """Epoch seconds, None while it lives; an object gone silent ended unheard."""
        if self.ended:
            return self.after.end_time or self.heard_s
        if now_s - self.heard_s > SILENCE_S:
            return self.after.frame_time + _DISAPPEARED_S
        return None

    def take(self, message: EventMessage, time_s: float, rules: FrigateRules) -> None:
        """Advance to `message`, which may be the one that the object was made from."""
        previous, self.after = self.after, message.after
        self.heard_s = time_s
        self.ended = self.ended or message.type == "end"
        if message.type != "new" or rules.early_row:
            self.stored = self.stored or self.after.has_clip or self.after.has_snapshot
        # Frigate writes the row anew with every message, and the description with it.
        self.description = None
        if self.after.sub_label != previous.sub_label:
            self._take_sub_label(rules)

    def show(self, frame: Path | None) -> None:
        """Serve the picture of `after.snapshot`; an ended object keeps its last one instead."""
        before, self.snapshot, self.picture = self.picture, self.after.snapshot, frame
        if frame is not None:
            self.kept = (self.snapshot, frame)
        elif self.ended and self.kept is not None:
            self.snapshot, self.picture = self.kept
        self.fetched = self.fetched and self.picture == before

    def _take_sub_label(self, rules: FrigateRules) -> None:
        value = self.after.sub_label
        text, score = value if isinstance(value, list) and len(value) == 2 else (value, None)
        self.sub_label = text if isinstance(text, str) and text else rules.cleared_sub_label
        self.sub_label_score = score if score is not None else self.sub_label_score


def event_row(
    known: ReplayedObject, now_s: float, size: FrameSize | None, rules: FrigateRules
) -> dict[str, Any]:
    """The row as GET /api/events/{id} answers it; boxes are x, y, width, height in [0, 1]."""
    after = known.after
    return {
        "id": after.id,
        "label": after.label,
        "sub_label": known.sub_label,
        "camera": after.camera,
        "start_time": after.start_time,
        "end_time": known.end_time_s(now_s),
        "false_positive": after.false_positive,
        "zones": after.entered_zones,
        "thumbnail": None,
        "has_clip": after.has_clip,
        "has_snapshot": after.has_snapshot,
        "retain_indefinitely": known.retained,
        "plus_id": None,
        "model_hash": None,
        "detector_type": None,
        "model_type": None,
        "box": None,
        "score": None,
        "top_score": None,
        "data": _row_data(known, size, rules),
    }


def _row_data(known: ReplayedObject, size: FrameSize | None, rules: FrigateRules) -> dict[str, Any]:
    after, snapshot = known.after, known.snapshot
    data: dict[str, Any] = {
        "box": _relative(snapshot.box, size) if snapshot else None,
        "region": _relative(snapshot.region, size) if snapshot else None,
        "score": snapshot.score if snapshot else None,
        "top_score": after.top_score,
        "attributes": [],
        "type": "object",
        "max_severity": after.max_severity,
    }
    if rules.path_data:
        data["path_data"] = after.path_data
        data["average_estimated_speed"] = after.average_estimated_speed
        data["velocity_angle"] = after.velocity_angle
    if rules.snapshot_fields and snapshot:
        data["snapshot_clean"] = True
        data["snapshot_frame_time"] = snapshot.frame_time
        data["snapshot_area"] = snapshot.area
        data["snapshot_estimated_speed"] = snapshot.current_estimated_speed
    optional = {"sub_label_score": known.sub_label_score, "description": known.description}
    return data | {key: value for key, value in optional.items() if value is not None}


def _relative(box: Iterable[float], size: FrameSize | None) -> list[float] | None:
    if size is None:
        return None
    x_min, y_min, x_max, y_max = (round(edge) for edge in box)
    fraction: FractionBox = PixelBox(x_min, y_min, x_max, y_max).to_fraction(size)
    width, height = fraction.x_max - fraction.x_min, fraction.y_max - fraction.y_min
    return [fraction.x_min, fraction.y_min, width, height]


_SORTS: Final[Mapping[str, tuple[Callable[[ReplayedObject], float], bool]]] = {
    "date_asc": (lambda known: known.after.start_time, False),
    "date_desc": (lambda known: known.after.start_time, True),
    "score_asc": (lambda known: known.after.top_score or 0.0, False),
    "score_desc": (lambda known: known.after.top_score or 0.0, True),
    "speed_asc": (lambda known: known.after.average_estimated_speed, False),
    "speed_desc": (lambda known: known.after.average_estimated_speed, True),
}


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Filters of GET /api/events; None does not filter, times are epoch seconds of the start."""

    cameras: frozenset[str] | None = None
    labels: frozenset[str] | None = None
    sub_labels: frozenset[str] | None = None
    zones: frozenset[str] | None = None
    after_s: float | None = None
    before_s: float | None = None
    has_clip: bool | None = None
    has_snapshot: bool | None = None
    in_progress: bool | None = None
    favorites: bool | None = None
    event_id: str | None = None
    limit: int = 100
    sort: str = "date_desc"
    include_thumbnails: bool = True

    @classmethod
    def parse(cls, parameters: Mapping[str, str]) -> EventQuery:
        """Query of a URL. Raises ValueError for a number that is none."""

        def names(*keys: str) -> frozenset[str] | None:
            text = next((parameters[key] for key in keys if key in parameters), "all")
            return None if text == "all" else frozenset(text.split(","))

        def flag(key: str) -> bool | None:
            text = parameters.get(key)
            return None if text is None else bool(int(text))

        def seconds(key: str) -> float | None:
            text = parameters.get(key)
            return None if text is None else float(text)

        return cls(
            cameras=names("cameras", "camera"),
            labels=names("labels", "label"),
            sub_labels=names("sub_labels", "sub_label"),
            zones=names("zones", "zone"),
            after_s=seconds("after"),
            before_s=seconds("before"),
            has_clip=flag("has_clip"),
            has_snapshot=flag("has_snapshot"),
            in_progress=flag("in_progress"),
            favorites=flag("favorites"),
            event_id=parameters.get("event_id"),
            limit=int(parameters.get("limit", 100)),
            sort=parameters.get("sort", "date_desc"),
            include_thumbnails=flag("include_thumbnails") is not False,
        )

    def select(self, objects: Iterable[ReplayedObject], now_s: float) -> list[ReplayedObject]:
        """The matching stored objects, sorted, at most `limit`."""
        found = [known for known in objects if known.stored and self._matches(known, now_s)]
        key, reverse = _SORTS.get(self.sort, _SORTS["date_desc"])
        return sorted(found, key=key, reverse=reverse)[: self.limit]

    def _matches(self, known: ReplayedObject, now_s: float) -> bool:
        after = known.after
        wanted = (
            _in(after.camera, self.cameras),
            _in(after.label, self.labels),
            _in(known.sub_label or "None", self.sub_labels),
            self.zones is None or not self.zones.isdisjoint(after.entered_zones),
            self.after_s is None or after.start_time > self.after_s,
            self.before_s is None or after.start_time < self.before_s,
            _is(after.has_clip, self.has_clip),
            _is(after.has_snapshot, self.has_snapshot),
            _is(known.end_time_s(now_s) is None, self.in_progress),
            _is(known.retained, self.favorites),
            self.event_id is None or after.id == self.event_id,
        )
        return all(wanted)


def _in(value: str, allowed: frozenset[str] | None) -> bool:
    return allowed is None or value in allowed


def _is(value: bool, wanted: bool | None) -> bool:
    return wanted is None or value is wanted
