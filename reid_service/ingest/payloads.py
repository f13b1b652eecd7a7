"""Frigate's MQTT messages and event rows as frozen values, versions 0.14 to 0.18.

Only what the service uses is decoded; unknown keys are skipped. `before` is never read: it is
the `after` of the previous message. Every function raises `PayloadRejected` and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reid_service.domain.boxes import FractionBox, PixelBox
from reid_service.domain.tracklet import PathPoint, SubLabel
from reid_service.ingest import checks, wire
from reid_service.ingest.checks import PayloadRejected, RejectReason
from reid_service.ingest.wire import MessageKind

__all__ = [
    "Availability",
    "EventRow",
    "LiveObject",
    "MessageKind",
    "ObjectUpdate",
    "PayloadRejected",
    "RejectReason",
    "Severity",
    "Snapshot",
    "TrackedObjectMessage",
    "UpdateKind",
    "parse_availability",
    "parse_camera_activity",
    "parse_event",
    "parse_object_update",
    "parse_row",
]

PERSON: Final = "person"


class Severity(StrEnum):
    """What Frigate's review made of it."""

    ALERT = "alert"
    DETECTION = "detection"


class Availability(StrEnum):
    """What Frigate says of itself; `STOPPED` since 0.18, `OFFLINE` only after a crash."""

    ONLINE = "online"
    OFFLINE = "offline"
    STOPPED = "stopped"


class UpdateKind(StrEnum):
    """What Frigate found out about a tracked object, beside its place."""

    FACE = "face"
    DESCRIPTION = "description"
    LPR = "lpr"
    CLASSIFICATION = "classification"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Frigate's best picture so far: `box` in detect pixels belongs to `frame_time_s`."""

    frame_time_s: float
    box: PixelBox
    score: float
    area: int


@dataclass(frozen=True, slots=True)
class TrackedObjectMessage:
    """One message of `<prefix>/events` about a person.

    `frame_time_s` is the last frame with a detection, `box` the person's place then; pictures
    belong to `snapshot`. `end_time_s` is seconds later than the last detection.
    """

    kind: MessageKind
    event_id: str
    camera: str
    label: str
    frame_time_s: float
    start_time_s: float
    end_time_s: float | None
    false_positive: bool
    box: PixelBox
    snapshot: Snapshot | None
    sub_label: SubLabel | None
    current_zones: tuple[str, ...]
    entered_zones: tuple[str, ...]
    path: tuple[PathPoint, ...]
    stationary: bool
    active: bool
    has_snapshot: bool
    has_clip: bool
    top_score: float
    position_changes: int
    max_severity: Severity | None

    @property
    def last_s(self) -> float:
        """The newest time that it tells."""
        return max(self.frame_time_s, self.end_time_s or 0.0)


@dataclass(frozen=True, slots=True)
class ObjectUpdate:
    """One message of `<prefix>/tracked_object_update`.

    `text` is the face's name, the description, the plate or its owner, or the class; None when
    nobody was recognised. A face is reported at every attempt, also below Frigate's threshold.
    """

    kind: UpdateKind
    event_id: str
    camera: str | None
    time_s: float | None
    text: str | None
    score: float | None
    model: str | None


@dataclass(frozen=True, slots=True)
class LiveObject:
    """A person whom Frigate tracks at this moment, as `<prefix>/camera_activity` lists them."""

    camera: str
    event_id: str
    stationary: bool


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of Frigate's HTTP API; `box` belongs to its picture.

    `snapshot_frame_time_s` is known since 0.18. `tracked` is false for events that people or
    other programs made: they have no tracked object.
    """

    event_id: str
    camera: str
    label: str
    tracked: bool
    start_time_s: float
    end_time_s: float | None
    has_snapshot: bool
    has_clip: bool
    retained: bool
    zones: tuple[str, ...]
    box: FractionBox | None
    score: float | None
    top_score: float | None
    snapshot_frame_time_s: float | None
    sub_label: SubLabel | None
    description: str | None
    path: tuple[PathPoint, ...]
    max_severity: Severity | None

    @property
    def last_s(self) -> float:
        """The newest time that it tells."""
        seen_s = self.path[-1].time_s if self.path else self.start_time_s
        return max(self.start_time_s, seen_s, self.end_time_s or 0.0)

    @property
    def is_person(self) -> bool:
        """Whether this is a tracked object of our business."""
        return self.tracked and self.label == PERSON


_UPDATE_KINDS: Final = {each.value: each for each in UpdateKind}
_SEVERITIES: Final = {each.value: each for each in Severity}


def parse_event(payload: bytes) -> TrackedObjectMessage | None:
    """Read one message of `<prefix>/events`; None when it is not about a person."""
    try:
        sent = checks.decoded(wire.EVENT, payload)
    except PayloadRejected as error:
        if error.reason is RejectReason.WRONG_SHAPE and _is_other(payload):
            return None
        raise
    after = sent.after
    if after.label != PERSON:
        return None
    start_s = checks.epoch(after.start_time, "start_time")
    frame_s = checks.epoch(after.frame_time, "frame_time")
    end_s = None if after.end_time is None else checks.epoch(after.end_time, "end_time")
    if frame_s < start_s or (end_s is not None and end_s < start_s):
        checks.reject(RejectReason.WRONG_ORDER, "ends or is seen before it starts")
    return TrackedObjectMessage(
        sent.type,
        checks.event_id(after.id),
        checks.camera(after.camera),
        PERSON,
        frame_s,
        start_s,
        end_s,
        after.false_positive,
        checks.pixel_box(after.box, "box"),
        None if after.snapshot is None else _snapshot(after.snapshot),
        checks.sub_label(after.sub_label),
        checks.zones(after.current_zones, "current_zones"),
        checks.zones(after.entered_zones, "entered_zones"),
        checks.path(after.path_data),
        after.stationary,
        after.active,
        after.has_snapshot,
        after.has_clip,
        checks.score(after.top_score, "top_score"),
        checks.count(after.position_changes, "position_changes"),
        _severity(after.max_severity),
    )


def parse_object_update(payload: bytes) -> ObjectUpdate | None:
    """Read one message of `<prefix>/tracked_object_update`; None for types unknown to us."""
    kind = _UPDATE_KINDS.get(checks.decoded(wire.UPDATE_TYPE, payload).type)
    if kind is None:
        return None
    sent = checks.decoded(wire.UPDATE, payload)
    return ObjectUpdate(
        kind=kind,
        event_id=checks.event_id(sent.id),
        camera=None if sent.camera is None else checks.camera(sent.camera),
        time_s=None if sent.timestamp is None else checks.epoch(sent.timestamp, "timestamp"),
        text=_update_text(kind, sent),
        score=None if sent.score is None else checks.score(sent.score, "score"),
        model=None if sent.model is None else checks.text(sent.model, "model"),
    )


def parse_availability(payload: bytes) -> Availability:
    """Read the retained state of a Frigate."""
    try:
        return Availability(payload[:16].decode("ascii", "replace"))
    except ValueError:
        checks.reject(RejectReason.WRONG_SHAPE, "availability")


def parse_camera_activity(payload: bytes) -> tuple[LiveObject, ...]:
    """Read the persons whom Frigate tracks now: its answer to a message on `onConnect`."""
    cameras = checks.decoded(wire.ACTIVITY, payload)
    return tuple(
        LiveObject(checks.camera(name), checks.event_id(each.id), each.stationary)
        for name, activity in cameras.items()
        for each in activity.objects
        if each.label == PERSON
    )


def parse_row(payload: bytes | memoryview) -> EventRow:
    """Read one event of the HTTP API, of whatever label."""
    sent = checks.decoded(wire.ROW, bytes(payload))
    data = sent.data or wire.WireRowData()
    start_s = checks.epoch(sent.start_time, "start_time")
    end_s = None if sent.end_time is None else checks.epoch(sent.end_time, "end_time")
    if end_s is not None and end_s < start_s:
        checks.reject(RejectReason.WRONG_ORDER, "ends before it starts")
    frame_s = data.snapshot_frame_time
    return EventRow(
        event_id=checks.event_id(sent.id),
        camera=checks.camera(sent.camera),
        label=checks.text(sent.label, "label"),
        tracked=data.type == "object",
        start_time_s=start_s,
        end_time_s=end_s,
        has_snapshot=sent.has_snapshot,
        has_clip=sent.has_clip,
        retained=sent.retain_indefinitely,
        zones=checks.zones(sent.zones or (), "zones"),
        box=None if data.box is None else checks.fraction_box(data.box, "data.box"),
        score=None if data.score is None else checks.score(data.score, "data.score"),
        top_score=None if data.top_score is None else checks.score(data.top_score, "top_score"),
        snapshot_frame_time_s=None if frame_s is None else checks.epoch(frame_s, "frame_time"),
        sub_label=checks.sub_label(sent.sub_label, data.sub_label_score),
        description=_description(data.description),
        path=checks.path(data.path_data or []),
        max_severity=_severity(data.max_severity),
    )


def _is_other(payload: bytes) -> bool:
    """Whether a message of unexpected shape is about something that is no person."""
    try:
        return checks.decoded(wire.OTHER, payload).after.label != PERSON
    except PayloadRejected:
        return False


def _snapshot(sent: wire.WireSnapshot) -> Snapshot:
    return Snapshot(
        checks.epoch(sent.frame_time, "snapshot.frame_time"),
        checks.pixel_box(sent.box, "snapshot.box"),
        checks.score(sent.score, "snapshot.score"),
        checks.count(round(sent.area), "snapshot.area"),
    )


def _severity(name: str | None) -> Severity | None:
    """None also for a word of a later version: nothing depends on it."""
    return None if name is None else _SEVERITIES.get(name)


def _update_text(kind: UpdateKind, sent: wire.WireUpdate) -> str | None:
    match kind:
        case UpdateKind.FACE:
            found = None if sent.name == "unknown" else sent.name
        case UpdateKind.DESCRIPTION:
            return _description(sent.description)
        case UpdateKind.LPR:
            found = sent.name or sent.plate
        case UpdateKind.CLASSIFICATION:
            found = sent.sub_label or sent.attribute
    return (checks.text(found, "text") or None) if found else None


def _description(value: str | None) -> str | None:
    """Free text of a language model, whole: it is written back with a line of ours added."""
    return value.replace("\0", "") if value else None
