"""The fields that Frigate sends and the service reads, as they are on the wire.

No bound is checked here: `checks` does that, with a countable reason. Keys that are not named
are skipped, so that a later Frigate may add some.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, TypeAlias

import msgspec

Corners: TypeAlias = tuple[float, float, float, float]

WirePath: TypeAlias = list[tuple[tuple[float, float], float]]
"""Frigate's `path_data`: ((x, y), epoch seconds), oldest first."""

WireSubLabel: TypeAlias = str | tuple[str | None, float | None] | None
"""Text (HTTP), or a pair of text and score (MQTT); the pair's parts may be null."""


class MessageKind(StrEnum):
    """Place of a message in the life of a tracked object."""

    NEW = "new"
    UPDATE = "update"
    END = "end"


class WireSnapshot(msgspec.Struct, gc=False):
    """`after.snapshot`; the box is in detect pixels."""

    frame_time: float
    box: Corners
    area: float = 0.0
    score: float = 0.0


class WireObject(msgspec.Struct, gc=False):
    """`after` of a message on `events`."""

    id: str
    camera: str
    label: str
    frame_time: float
    start_time: float
    box: Corners
    end_time: float | None = None
    false_positive: bool = False
    snapshot: WireSnapshot | None = None
    sub_label: WireSubLabel = None
    current_zones: list[str] = []
    entered_zones: list[str] = []
    path_data: WirePath = []
    stationary: bool = False
    active: bool = True
    has_snapshot: bool = False
    has_clip: bool = False
    top_score: float = 0.0
    position_changes: int = 0
    max_severity: str | None = None


class WireEvent(msgspec.Struct, gc=False):
    """A message on `events`."""

    type: MessageKind
    after: WireObject


class WireLabel(msgspec.Struct, gc=False):
    """The label alone of `after`."""

    label: str


class WireOther(msgspec.Struct, gc=False):
    """As much of a message on `events` as tells whether it is about a person."""

    after: WireLabel


class WireUpdate(msgspec.Struct, gc=False):
    """A message on `tracked_object_update`: the union of all its types."""

    type: str
    id: str
    camera: str | None = None
    timestamp: float | None = None
    name: str | None = None
    description: str | None = None
    plate: str | None = None
    model: str | None = None
    sub_label: str | None = None
    attribute: str | None = None
    score: float | None = None


class WireUpdateType(msgspec.Struct, gc=False):
    """The type alone of a message on `tracked_object_update`."""

    type: str


class WireLive(msgspec.Struct, gc=False):
    """One object of a camera in `camera_activity`."""

    id: str
    label: str
    stationary: bool = False


class WireActivity(msgspec.Struct, gc=False):
    """One camera in `camera_activity`."""

    objects: list[WireLive] = []


class WireRowData(msgspec.Struct, gc=False):
    """`data` of an event row; the box is x, y, width, height as fractions."""

    type: str = "object"
    box: Corners | None = None
    score: float | None = None
    top_score: float | None = None
    path_data: WirePath | None = None
    sub_label_score: float | None = None
    description: str | None = None
    max_severity: str | None = None
    snapshot_frame_time: float | None = None


class WireRow(msgspec.Struct, gc=False):
    """An event of the HTTP API."""

    id: str
    camera: str
    label: str
    start_time: float
    end_time: float | None = None
    has_snapshot: bool = False
    has_clip: bool = False
    retain_indefinitely: bool = False
    zones: list[str] | None = None
    sub_label: WireSubLabel = None
    data: WireRowData | None = None


EVENT: Final = msgspec.json.Decoder(WireEvent)
OTHER: Final = msgspec.json.Decoder(WireOther)
UPDATE: Final = msgspec.json.Decoder(WireUpdate)
UPDATE_TYPE: Final = msgspec.json.Decoder(WireUpdateType)
ACTIVITY: Final = msgspec.json.Decoder(dict[str, WireActivity])
ROW: Final = msgspec.json.Decoder(WireRow)
