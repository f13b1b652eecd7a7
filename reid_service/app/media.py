"""Films and frames that Frigate recorded, of cameras that are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import cv2
import numpy as np

from reid_service.app.frigates import Frigate
from reid_service.clock import Clock
from reid_service.domain.boxes import FractionBox, FrameSize
from reid_service.domain.crop import Image
from reid_service.domain.tracklet import Tracklet
from reid_service.errors import FrigateNotFound, InvalidRequest, NotFound
from reid_service.ingest.downloads import Download
from reid_service.ingest.frames import decode_picture
from reid_service.ingest.frigate import FrigateClient
from reid_service.storage.store import Store

EXPIRED: Final = (
    "The footage has expired: Frigate has no recording of that time. Raise the days that "
    "Frigate keeps recordings if you need it longer."
)
_NOT_YET: Final = "Frigate has not stored this footage yet. Try again in half a minute."
_STORED_WITHIN_S: Final = 30.0
_GREEN: Final = (80, 200, 80)
_QUALITY: Final = 90


class SiteMedia:
    """Asks the Frigate that a camera belongs to; nothing is kept."""

    def __init__(self, *, store: Store, frigates: Mapping[str, Frigate], clock: Clock) -> None:
        self._store = store
        self._frigates = frigates
        self._clock = clock

    def clip(self, tracklet: Tracklet, *, padding_s: float, byte_range: str | None) -> Download:
        """The film of a sighting; where nothing is recorded any more, the clip of its event.

        Raises `NotFound` and `FrigateError`.
        """
        client = self._client(tracklet.instance)
        start_s, end_s = tracklet.start_s - padding_s, tracklet.last_seen_s + padding_s
        # Frigate refuses a span that is still to come.
        end_s = max(start_s + 1.0, min(end_s, self._clock.now_s()))
        try:
            return client.clip(tracklet.camera, start_s, end_s, byte_range=byte_range)
        except FrigateNotFound:
            pass  # an event that is kept for good outlives the recordings around it
        try:
            return client.event_clip(tracklet.event_id, byte_range=byte_range)
        except FrigateNotFound:
            young = self._clock.now_s() - tracklet.last_seen_s < _STORED_WITHIN_S
            raise NotFound(_NOT_YET if young else EXPIRED) from None

    def sighting_frame(self, tracklet: Tracklet, *, with_box: bool) -> bytes:
        """JPEG of the whole frame that shows the sighting best. Raises as `clip`."""
        client = self._client(tracklet.instance)
        with self._store.read() as session:
            best = next(iter(session.crops.of_tracklet(tracklet.id)), None)
        data, box = None, None
        if best is not None:
            box = best.box
            data = _tried(client, tracklet.camera, best.frame_time_s)
        if data is None:
            data, box = _snapshot(client, tracklet.event_id)
        frame = _decoded(data)
        if with_box and box is not None:
            _draw(frame, box)
        return _jpeg(frame)

    def camera_frame(self, instance: str | None, camera: str, time_s: float) -> bytes:
        """JPEG of what a camera recorded at a time. Raises as `clip`, and `InvalidRequest`."""
        name = self._owner(instance, camera)
        data = _tried(self._client(name), camera, time_s)
        if data is None:
            raise NotFound(EXPIRED)
        return _jpeg(_decoded(data))

    def _client(self, instance: str) -> FrigateClient:
        frigate = self._frigates.get(instance)
        if frigate is None:
            msg = "The Frigate of this camera is no longer in the settings. Add it again."
            raise NotFound(msg)
        return frigate.client

    def _owner(self, instance: str | None, camera: str) -> str:
        """The Frigate that knows the camera, by its configuration or by what was seen."""
        asked = self._frigates if instance is None else {instance}
        with self._store.read() as session:
            seen = session.tracklets.instances_of(camera)
        known = [
            name
            for name, frigate in self._frigates.items()
            if name in asked and (frigate.has_camera(camera) or name in seen)
        ]
        if not known:
            msg = "There is no such camera. Look at Frigate's configuration for its name."
            raise NotFound(msg)
        if len(known) > 1:
            msg = "Several Frigates have a camera of this name. Say which: frigate_instance."
            raise InvalidRequest(msg)
        return known[0]


def _tried(client: FrigateClient, camera: str, time_s: float) -> bytes | None:
    try:
        return client.recording_frame(camera, time_s)
    except FrigateNotFound:
        return None


def _snapshot(client: FrigateClient, event_id: str) -> tuple[bytes, FractionBox | None]:
    try:
        return client.clean_image(event_id), client.event(event_id).box
    except FrigateNotFound:
        raise NotFound(EXPIRED) from None


def _decoded(data: bytes) -> Image:
    frame = decode_picture(data)
    if frame is None:
        msg = "Frigate sent a picture that cannot be read. Try again."
        raise NotFound(msg)
    return frame


def _draw(frame: Image, box: FractionBox) -> None:
    size = FrameSize(frame.shape[1], frame.shape[0])
    pixels = box.to_pixels(size)
    width = max(2, size.height // 240)
    corners = (pixels.x_min, pixels.y_min), (pixels.x_max - 1, pixels.y_max - 1)
    cv2.rectangle(frame, *corners, _GREEN, width)


def _jpeg(frame: Image) -> bytes:
    _, encoded = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    return np.asarray(encoded).tobytes()
