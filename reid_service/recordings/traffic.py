"""The parts of Frigate's MQTT payloads that a replay needs to know.

These are deliberately not the types of `ingest`: a replayed Frigate must not share a mistake
with the parser that is tested against it.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from reid_service.domain.boxes import PixelBox


class Snapshot(msgspec.Struct, frozen=True):
    """`after.snapshot`: what the best picture so far shows; box and region in detect pixels."""

    frame_time: float
    box: tuple[float, float, float, float]
    region: tuple[float, float, float, float] = (0, 0, 0, 0)
    area: float = 0
    score: float | None = None
    current_estimated_speed: float = 0

    @property
    def pixel_box(self) -> PixelBox:
        """The person in the picture."""
        x_min, y_min, x_max, y_max = (round(edge) for edge in self.box)
        return PixelBox(x_min, y_min, x_max, y_max)


class TrackedObject(msgspec.Struct, frozen=True):
    """`after`: a tracked object as of one message."""

    id: str
    camera: str
    label: str
    start_time: float
    frame_time: float
    end_time: float | None = None
    snapshot: Snapshot | None = None
    sub_label: Any = None
    top_score: float | None = None
    false_positive: bool = False
    has_clip: bool = False
    has_snapshot: bool = False
    entered_zones: list[str] = []
    attributes: Any = None
    max_severity: str | None = None
    path_data: list[Any] = []
    average_estimated_speed: float = 0
    velocity_angle: float = 0


class EventMessage(msgspec.Struct, frozen=True):
    """A message of `<prefix>/events`."""

    type: Literal["new", "update", "end"]
    after: TrackedObject


class _Reference(msgspec.Struct, frozen=True):
    id: str | None = None


_EVENTS = msgspec.json.Decoder(EventMessage)
_REFERENCES = msgspec.json.Decoder(_Reference)


def decode_event(payload: str | bytes) -> EventMessage | None:
    """The message, or None when the payload is none that Frigate sends on its events topic."""
    try:
        return _EVENTS.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def referenced_event(payload: str) -> str | None:
    """Event id that a message of another topic speaks of at its top level, or None."""
    try:
        return _REFERENCES.decode(payload).id
    except msgspec.DecodeError:
        return None
