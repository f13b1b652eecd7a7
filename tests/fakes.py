"""Small stand-ins and builders that several packages' tests share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from reid_service.domain.boxes import FractionBox
from reid_service.domain.crop import Crop, CropQuality, EmbeddedCrop, Embedding, Vector
from reid_service.domain.tracklet import Tracklet, TrackletState, crop_id, tracklet_id
from reid_service.errors import GalleryUnavailable, ModelMismatch
from reid_service.gallery.store import Hit, Payload, Point, SearchFilter

MODEL = "model-a"


class MemoryGallery:
    """A gallery in a dict; `down` makes every call fail."""

    def __init__(self, model_id: str = MODEL) -> None:
        self._model_id = model_id
        self.points: dict[str, Point] = {}
        self.flushes = 0
        self.down = False

    @property
    def model_id(self) -> str:
        """The model whose vectors live here."""
        return self._model_id

    def upsert(self, points: Sequence[Point]) -> None:
        """Insert or replace points by id."""
        self._check()
        for point in points:
            if point.payload.model_id != self._model_id:
                msg = f"a vector of {point.payload.model_id} in the gallery of {self._model_id}"
                raise ModelMismatch(msg)
        self.points |= {point.id: point for point in points}

    def delete(self, ids: Sequence[str]) -> None:
        """Delete points by id."""
        self._check()
        for each in ids:
            self.points.pop(each, None)

    def search(self, vector: Vector, where: SearchFilter, limit: int) -> list[Hit]:
        """The nearest points that match, best first; ties by id."""
        self._check()
        hits = [
            Hit(point.id, float(point.vector @ vector), point.payload)
            for point in self.points.values()
            if _matches(point.payload, where)
        ]
        return sorted(hits, key=lambda hit: (-hit.similarity, hit.id))[:limit]

    def scroll(self) -> Iterator[tuple[str, Payload]]:
        """Every point's id and payload."""
        self._check()
        yield from [(point.id, point.payload) for point in self.points.values()]

    def count(self) -> int:
        """Number of points."""
        self._check()
        return len(self.points)

    def flush(self) -> None:
        """Count the flush."""
        self._check()
        self.flushes += 1

    def optimize(self) -> None:
        """Nothing to reorganise."""
        self._check()

    def clear(self) -> None:
        """Delete every point."""
        self._check()
        self.points.clear()

    def close(self) -> None:
        """Nothing to free."""

    def _check(self) -> None:
        if self.down:
            msg = "The vector index does not answer."
            raise GalleryUnavailable(msg)


def make_tracklet(
    event_id: str = "1-a",
    *,
    instance: str = "frigate",
    camera: str = "gate",
    start_s: float = 100.0,
    end_s: float | None = None,
    state: TrackletState = TrackletState.CLOSED,
) -> Tracklet:
    """A tracklet of ten seconds unless told otherwise."""
    return Tracklet(
        id=tracklet_id(instance, event_id),
        instance=instance,
        event_id=event_id,
        camera=camera,
        state=state,
        start_s=start_s,
        last_seen_s=start_s + 10.0 if end_s is None else end_s,
    )


def make_crop(
    tracklet: Tracklet,
    *,
    after_s: float = 1.0,
    direction: int = 0,
    quality: float = 0.8,
    model_id: str = MODEL,
    dimension: int = 8,
) -> EmbeddedCrop:
    """A crop of `tracklet` whose vector points along axis `direction`."""
    time_s = tracklet.start_s + after_s
    vector = np.zeros(dimension, np.float32)
    vector[direction] = 1.0
    crop = Crop(
        id=crop_id(tracklet.id, time_s),
        tracklet_id=tracklet.id,
        camera=tracklet.camera_key,
        frame_time_s=time_s,
        box=FractionBox(0.25, 0.125, 0.5, 0.875),
        quality=CropQuality(0.9, 0.8, 1.0, 0.75, 0.5, quality),
        image=np.zeros((4, 2, 3), np.uint8),
    )
    return EmbeddedCrop(crop, Embedding(model_id, vector))


def _matches(payload: Payload, where: SearchFilter) -> bool:
    return (
        payload.kind is where.kind
        and (where.cameras is None or payload.camera in where.cameras)
        and (where.identities is None or payload.identity_id in where.identities)
        and payload.identity_id not in where.exclude_identities
        and (where.from_s is None or payload.time_s >= where.from_s)
        and (where.until_s is None or payload.time_s < where.until_s)
    )
