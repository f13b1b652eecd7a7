"""The parts of Frigate's own configuration that the service needs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from reid_service.domain.boxes import FrameSize
from reid_service.ingest import checks
from reid_service.ingest.checks import PayloadRejected, RejectReason

_MAX_BYTES: Final = 20_000_000
_MAX_CAMERAS: Final = 500
_MAX_CORNERS: Final = 1000
_MAX_SIDE_PX: Final = 32_768


@dataclass(frozen=True, slots=True)
class FrigateZone:
    """A zone; `polygon` holds (x, y) as fractions of the frame, empty when it is unreadable."""

    name: str
    label: str
    polygon: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FrigateCamera:
    """One camera; `label` is what people read, `detect_size` the frame that boxes are in."""

    name: str
    label: str
    enabled: bool
    detect_size: FrameSize | None
    zones: tuple[FrigateZone, ...]
    snapshots: bool
    clean_copy: bool
    ptz: bool
    autotracking: bool


@dataclass(frozen=True, slots=True)
class FrigateConfig:
    """What one Frigate is set up to do."""

    topic_prefix: str
    cameras: Mapping[str, FrigateCamera]
    face_recognition: bool

    def frame_size(self, camera: str) -> FrameSize | None:
        """Size of the frames in which MQTT boxes of `camera` are measured, if known."""
        found = self.cameras.get(camera)
        return None if found is None else found.detect_size


class _Mqtt(msgspec.Struct, gc=False):
    topic_prefix: str = "frigate"


class _Switch(msgspec.Struct, gc=False):
    enabled: bool = False


class _Detect(msgspec.Struct, gc=False):
    width: int | None = None
    height: int | None = None


class _Snapshots(msgspec.Struct, gc=False):
    enabled: bool = False
    clean_copy: bool = True


class _Zone(msgspec.Struct, gc=False):
    coordinates: str | list[str | float] = ""
    friendly_name: str | None = None


class _Onvif(msgspec.Struct, gc=False):
    host: str | None = None
    autotracking: _Switch = msgspec.field(default_factory=_Switch)


class _Camera(msgspec.Struct, gc=False):
    enabled: bool = True
    friendly_name: str | None = None
    detect: _Detect = msgspec.field(default_factory=_Detect)
    zones: dict[str, _Zone] = {}
    snapshots: _Snapshots = msgspec.field(default_factory=_Snapshots)
    onvif: _Onvif = msgspec.field(default_factory=_Onvif)


class _Config(msgspec.Struct, gc=False):
    cameras: dict[str, _Camera]
    mqtt: _Mqtt = msgspec.field(default_factory=_Mqtt)
    face_recognition: _Switch = msgspec.field(default_factory=_Switch)


_DECODER: Final = msgspec.json.Decoder(_Config)


def parse_config(payload: bytes) -> FrigateConfig:
    """Read what `GET /api/config` answers. Raises `PayloadRejected`."""
    sent = checks.decoded(_DECODER, payload, _MAX_BYTES)
    if len(sent.cameras) > _MAX_CAMERAS:
        raise PayloadRejected(RejectReason.TOO_LARGE, "cameras")
    return FrigateConfig(
        topic_prefix=sent.mqtt.topic_prefix,
        cameras={name: _camera(name, each) for name, each in sent.cameras.items()},
        face_recognition=sent.face_recognition.enabled,
    )


def _camera(name: str, sent: _Camera) -> FrigateCamera:
    size = _size(sent.detect)
    return FrigateCamera(
        name=checks.camera(name),
        label=_label(name, sent.friendly_name),
        enabled=sent.enabled,
        detect_size=size,
        zones=tuple(
            FrigateZone(
                checks.text(zone, "zone"), _label(zone, each.friendly_name), _polygon(each, size)
            )
            for zone, each in list(sent.zones.items())[: checks.MAX_ZONES]
        ),
        snapshots=sent.snapshots.enabled,
        clean_copy=sent.snapshots.clean_copy,
        ptz=bool(sent.onvif.host),
        autotracking=sent.onvif.autotracking.enabled,
    )


def _label(name: str, friendly: str | None) -> str:
    return checks.text(friendly, "friendly_name") if friendly else checks.text(name, "name")


def _size(detect: _Detect) -> FrameSize | None:
    width, height = detect.width, detect.height
    if width is None or height is None:
        return None
    if not (1 <= width <= _MAX_SIDE_PX and 1 <= height <= _MAX_SIDE_PX):
        raise PayloadRejected(RejectReason.BAD_NUMBER, "detect size")
    return FrameSize(width, height)


def _polygon(zone: _Zone, size: FrameSize | None) -> tuple[tuple[float, float], ...]:
    """Corners from "x,y,x,y" or a list; fractions, or pixels in configurations before 0.14."""
    sent = zone.coordinates.split(",") if isinstance(zone.coordinates, str) else zone.coordinates
    try:
        numbers = [float(part) for each in sent for part in str(each).split(",")]
    except ValueError:
        return ()
    if len(numbers) % 2 or len(numbers) > 2 * _MAX_CORNERS or not all(map(math.isfinite, numbers)):
        return ()
    corners = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    if any(number > 1.0 for number in numbers):
        if size is None:
            return ()
        corners = tuple((x / size.width, y / size.height) for x, y in corners)
    return corners
