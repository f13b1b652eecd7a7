"""Frigate at one moment of a recording: what its HTTP API knows then."""

from __future__ import annotations

import bisect
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from reid_service.domain.boxes import FrameSize, PixelBox
from reid_service.errors import RecordingError
from reid_service.recordings.event_rows import EventQuery, ReplayedObject, Shown, event_row
from reid_service.recordings.format import Message, Recording
from reid_service.recordings.rules import FrigateRules
from reid_service.recordings.traffic import EventMessage, TrackedObject, decode_event

RECORDED_FRAME_WITHIN_S: Final = 1.0
"""A recording has no film: a frame of it is the nearest picture within this time."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Clean frame (webp) of an object: where the object is in it, and when it was taken.

    `box_drawn`: whether the configuration wants the box in Frigate's stored pictures.
    """

    data: bytes
    box: PixelBox
    frame_time_s: float
    ended: bool
    box_drawn: bool = True


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why Frigate gives none: HTTP status and body."""

    status: int
    content: Any


def refusal(status: int, message: str) -> Refusal:
    """The shape of most of Frigate's errors."""
    return Refusal(status, {"success": False, "message": message})


class ReplayedFrigate:
    """State of a replayed Frigate; the player advances it, the HTTP server reads and writes it.

    Any thread may call any method. Accepted writes are appended to `writes_path`, one JSON
    object a line: {"t", "action", "target", "body"}.
    """

    def __init__(self, recording: Recording, *, writes_path: Path | None = None) -> None:
        self.rules = FrigateRules.of(recording.header.frigate_version)
        self.config = recording.config
        self.config_json = recording.config_json
        self.version = recording.config.version or recording.header.frigate_version
        self._recording = recording
        self._writes_path = writes_path
        self._now_s = recording.header.start
        self._objects: dict[str, ReplayedObject] = {}
        self._frames: dict[str, list[tuple[float, Path]]] = {}
        self._keeps_pictures = False
        self._stats: str | None = None
        self._writes: list[dict[str, Any]] = []
        self._exports: list[dict[str, Any]] = []
        self._changed = threading.Condition()

    # --- advancing

    def load(self, recording: Recording) -> None:
        """Take frames from `recording` from now on: the same one, moved in time."""
        with self._changed:
            self._recording = recording

    def keep_pictures(self) -> None:
        """From now on, give a picture to whoever names its frame time after a later one, too.

        Frigate itself has only the last one: a service that is behind gets that.
        """
        with self._changed:
            self._keeps_pictures = True

    def apply(self, message: Message) -> None:
        """Become what Frigate was when it published `message`."""
        prefix = self._recording.header.topic_prefix
        event = decode_event(message.payload) if message.topic == f"{prefix}/events" else None
        with self._changed:
            self._now_s = message.t
            if event is not None:
                self._apply_event(event)
            elif message.topic == f"{prefix}/stats":
                self._stats = message.payload

    def _apply_event(self, event: EventMessage) -> None:
        after = event.after
        known = self._objects.get(after.id)
        if known is None:
            unlabelled = msgspec.structs.replace(after, sub_label=None)
            known = self._objects[after.id] = ReplayedObject(unlabelled, self._now_s)
        known.take(event, self._now_s, self.rules)
        if after.snapshot is not None:
            frame = self._recording.frame(after.id, after.snapshot.frame_time)
            if frame is not None and frame != known.picture:
                frames = self._frames.setdefault(after.camera, [])
                bisect.insort(frames, (after.snapshot.frame_time, frame))
            known.show(frame)
            if self._keeps_pictures:
                self._keep(known, Shown(after.snapshot, frame, known.stored, self._ended(known)))
        self._changed.notify_all()

    def _keep(self, known: ReplayedObject, shown: Shown) -> None:
        """As it was when it could first be asked for."""
        frame_time_s = shown.snapshot.frame_time if shown.snapshot else 0.0
        before = known.shown.get(frame_time_s)
        if before is None or not before.stored:
            known.shown[frame_time_s] = shown

    # --- what the player waits for

    def replaces_picture(self, event: EventMessage) -> bool:
        """Whether applying `event` takes away a picture that nobody has fetched yet.

        Nobody is waited for before Frigate says that it has one (`has_snapshot`): a service has
        no reason to ask until then, and a replay would stand still until everything is settled.
        """
        with self._changed:
            known = self._objects.get(event.after.id)
            if known is None or not known.after.has_snapshot or not self._unfetched(known):
                return False
            return event.type == "end" or _shown_s(event.after) != _shown_s(known.after)

    def wait_for_fetch(self, event_id: str, timeout_s: float) -> bool:
        """Wait until the object's current picture was fetched at least once."""
        with self._changed:
            known = self._objects.get(event_id)
            return known is None or self._changed.wait_for(
                lambda: not self._unfetched(known), timeout_s
            )

    def _unfetched(self, known: ReplayedObject) -> bool:
        """A live picture can be had without a row too, as snapshot.jpg; an ended one stays."""
        return not known.fetched and known.picture is not None and not self._ended(known)

    # --- reading

    @property
    def now_s(self) -> float:
        """The moment of the recording, epoch seconds."""
        return self._now_s

    def row(self, event_id: str) -> dict[str, Any] | None:
        """GET /api/events/{id}; None when the database has no such row."""
        with self._changed:
            known = self._objects.get(event_id)
            return self._row(known) if known is not None and known.stored else None

    def rows(self, query: EventQuery) -> list[dict[str, Any]]:
        """GET /api/events."""
        with self._changed:
            found = query.select(self._objects.values(), self._now_s)
            rows = [self._row(known) for known in found]
        if not query.include_thumbnails:
            for row in rows:
                del row["thumbnail"]
        return rows

    def _row(self, known: ReplayedObject) -> dict[str, Any]:
        camera = self.config.cameras.get(known.after.camera)
        size = FrameSize(camera.detect.width, camera.detect.height) if camera else None
        return event_row(known, self._now_s, size, self.rules)

    def clean_picture(self, event_id: str, frame_time_s: float | None = None) -> Picture | Refusal:
        """What snapshot-clean shows: needs a row, and snapshots in the configuration.

        The present one, or that of the frame time, if it was kept.
        """
        with self._changed:
            known = self._objects.get(event_id)
            kept = None if known is None else known.shown.get(frame_time_s or 0.0)
            if known is None or not (known if kept is None else kept).stored:
                return refusal(404, "Event not found")
            if not self._offers_clean(known) or not (kept or known.after.has_snapshot):
                return refusal(404, "Snapshots and clean_copy must be enabled in the config")
            return self._picture(known, counts=True, kept=kept) or refusal(404, "Event not found")

    def any_picture(self, event_id: str, frame_time_s: float | None = None) -> Picture | Refusal:
        """What snapshot.jpg shows: of a live object without a row, too.

        The present one, or that of the frame time, if it was kept.
        """
        with self._changed:
            known = self._objects.get(event_id)
            kept = None if known is None else known.shown.get(frame_time_s or 0.0)
            if known is not None and kept is not None:
                return self._picture(known, counts=True, kept=kept) or refusal(
                    404, "Event not found"
                )
            if known is None or (self._ended(known) and not known.stored):
                return refusal(404, "Event not found")
            if self._ended(known) and not known.after.has_snapshot:
                return refusal(404, "Snapshot not available")
            return self._picture(known, counts=True) or refusal(404, "Event not found")

    def thumbnail_picture(self, event_id: str) -> Picture | Refusal:
        """What thumbnail.jpg is cut from: exists without snapshots, too."""
        with self._changed:
            known = self._objects.get(event_id)
            if known is None or (self._ended(known) and not known.stored):
                return refusal(404, "Event not found")
            return self._picture(known, counts=False) or refusal(404, "Event not found")

    def recorded_frame(self, camera: str, time_s: float) -> bytes | None:
        """A frame of the camera's recording: the nearest picture within a second, else None."""
        with self._changed:
            frames = self._frames.get(camera, [])
            place = bisect.bisect_left(frames, (time_s,))
            near = frames[max(0, place - 1) : place + 1]
            if not near:
                return None
            frame_time_s, path = min(near, key=lambda frame: abs(frame[0] - time_s))
        within = abs(frame_time_s - time_s) <= RECORDED_FRAME_WITHIN_S
        return path.read_bytes() if within else None

    def recorded_frames(
        self, camera: str, start_s: float, end_s: float
    ) -> list[tuple[float, Path]]:
        """Pictures of the camera's recording in a span, by time: none means that it has none."""
        with self._changed:
            frames = self._frames.get(camera, [])
            first = bisect.bisect_left(frames, (start_s,))
            return frames[first : bisect.bisect_right(frames, (end_s, Path("\uffff")))]

    def clip_span(self, event_id: str) -> tuple[str, float, float] | None:
        """Camera, start and end of an event's clip; None when it has none."""
        with self._changed:
            known = self._objects.get(event_id)
            if known is None or not known.stored or not known.after.has_clip:
                return None
            end_s = known.end_time_s(self._now_s) or self._now_s
            return known.after.camera, known.after.start_time, end_s

    def stats(self) -> bytes:
        """GET /api/stats: the last recorded ones, or made up from the configuration."""
        if self._stats is not None:
            return self._stats.encode()
        rates = ("camera_fps", "process_fps", "detection_fps")
        cameras = {
            name: dict.fromkeys(rates, camera.detect.fps) | {"skipped_fps": 0.0}
            for name, camera in self.config.cameras.items()
        }
        service = {
            "version": self.version,
            "latest_version": "unknown",
            "uptime": max(0, int(self._now_s - self._recording.header.start)),
            "last_updated": int(self._now_s),
            "storage": {},
            "temperatures": {},
        }
        return msgspec.json.encode({"cameras": cameras, "detectors": {}, "service": service})

    def _ended(self, known: ReplayedObject) -> bool:
        return known.end_time_s(self._now_s) is not None

    def _offers_clean(self, known: ReplayedObject) -> bool:
        camera = self.config.cameras.get(known.after.camera)
        if camera is None:
            return False
        clean = camera.snapshots.clean_copy or not self.rules.clean_copy_optional
        return camera.snapshots.enabled and clean

    def _picture(
        self, known: ReplayedObject, *, counts: bool, kept: Shown | None = None
    ) -> Picture | None:
        """Reads under the lock: afterwards the player may replace the picture."""
        now = Shown(known.snapshot, known.picture, known.stored, self._ended(known))
        shown = kept or now
        if shown.picture is None or shown.snapshot is None:
            return None
        data = shown.picture.read_bytes()
        if counts:
            known.fetched = True
            self._changed.notify_all()
        snapshot, camera = shown.snapshot, self.config.cameras.get(known.after.camera)
        box_drawn = camera is None or camera.snapshots.bounding_box
        return Picture(data, snapshot.pixel_box, snapshot.frame_time, shown.ended, box_drawn)

    # --- writing

    @property
    def writes(self) -> list[dict[str, Any]]:
        """Everything that was accepted so far, oldest first."""
        with self._changed:
            return list(self._writes)

    @property
    def exports(self) -> list[dict[str, Any]]:
        """GET /api/exports."""
        with self._changed:
            return list(self._exports)

    def set_sub_label(self, event_id: str, text: str, score: float | None) -> Refusal | None:
        """POST sub_label; the score stays when none is given."""
        with self._changed:
            known = self._objects.get(event_id)
            live = known is not None and self.rules.live_sub_label and not self._ended(known)
            if known is None or not (known.stored or live):
                return refusal(404, f"Event {event_id} not found.")
            known.sub_label = text or self.rules.cleared_sub_label
            known.sub_label_score = known.sub_label_score if score is None else score
            self._note("sub_label", event_id, {"subLabel": text, "subLabelScore": score})
        return None

    def set_description(self, event_id: str, text: str | None) -> Refusal | None:
        """POST description; lost with the next message about a live object, as in Frigate."""
        with self._changed:
            known = self._objects.get(event_id)
            if known is None or not known.stored:
                return refusal(404, f"Event {event_id} not found.")
            known.description = text or None
            self._note("description", event_id, {"description": text})
        return None

    def set_retained(self, event_id: str, *, retained: bool) -> Refusal | None:
        """POST and DELETE retain."""
        with self._changed:
            known = self._objects.get(event_id)
            if known is None or not known.stored:
                return refusal(404, f"Event {event_id} not found")
            known.retained = retained
            self._note("retain", event_id, {"retain": retained})
        return None

    def export(
        self, camera: str, start_s: float, end_s: float, body: Mapping[str, Any]
    ) -> str | Refusal:
        """POST export; the id of the export."""
        if camera not in self.config.cameras:
            return refusal(404, f"{camera} is not a valid camera.")
        with self._changed:
            started = self._recording.header.start
            # A span that is recorded in part is exported in part.
            if not max(started, start_s) < end_s or start_s > self._now_s:
                return refusal(400, "No recordings found for time range")
            export_id = f"{camera}_{len(self._exports) + 1:06d}"
            self._exports.append(
                {
                    "id": export_id,
                    "camera": camera,
                    "name": body.get("name") or f"{camera} {start_s:.0f}",
                    "date": int(self._now_s),
                    "video_path": f"/media/frigate/exports/{export_id}.mp4",
                    "thumb_path": "",
                    "in_progress": False,
                }
            )
            self._note("export", camera, {"start": start_s, "end": end_s, **body})
        return export_id

    def _note(self, action: str, target: str, body: Mapping[str, Any]) -> None:
        write = {"t": self._now_s, "action": action, "target": target, "body": dict(body)}
        self._writes.append(write)
        if self._writes_path is None:
            return
        try:
            with self._writes_path.open("ab") as lines:
                lines.write(msgspec.json.encode(write) + b"\n")
        except OSError as error:
            msg = f"{self._writes_path} cannot be written: check the folder and its permissions."
            raise RecordingError(msg) from error


def _shown_s(after: TrackedObject) -> float | None:
    """Frame time of the picture that is served."""
    return after.snapshot.frame_time if after.snapshot else None
