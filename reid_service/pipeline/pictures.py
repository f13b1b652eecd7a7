"""From a snapshot that Frigate announces to an embedded crop, off the main way.

Fetching, decoding and cutting run in a small pool, embedding in the batcher's thread; the
result arrives in a future, so that crops of many cameras overlap while decisions keep their
order.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from reid_service.attributes.cast import Casts
from reid_service.attributes.garments import attributes_of
from reid_service.attributes.values import UNKNOWN, Attributes
from reid_service.clock import Clock
from reid_service.domain.boxes import FractionBox, FrameSize, PixelBox
from reid_service.domain.crop import Crop, CropRejection, EmbeddedCrop, Embedding, Image, Vector
from reid_service.domain.tracklet import Tracklet, crop_id
from reid_service.errors import FrigateError
from reid_service.ingest.crops import CropRules, CutCrop, cut_crop
from reid_service.ingest.frames import open_frame
from reid_service.ingest.tracklets import PictureWanted
from reid_service.pipeline.priority import give_way

_LOG = logging.getLogger(__name__)


class PictureSource(Protocol):
    """The part of a Frigate client that pictures need."""

    def clean_image(self, event_id: str, frame_time_s: float) -> bytes:
        """The event's current full frame without overlay, meant to be that of this time.

        Raises `FrigateError`.
        """
        ...

    def recording_frame(self, camera: str, time_s: float) -> bytes:
        """One frame of the recording. Raises `FrigateError`."""
        ...


class EmbeddingQueue(Protocol):
    """The part of the batcher that pictures need."""

    def submit(self, image: Image) -> Future[Vector]:
        """Embed a crop with others that wait; may block while too many wait."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Pictured:
    """A usable crop with its embedding; `fetched_at_s` is the site's time of its arrival."""

    crop: EmbeddedCrop
    fetched_at_s: float
    attributes: Attributes = UNKNOWN


@dataclass(frozen=True, slots=True)
class NotPictured:
    """Why there is no crop; `try_again` when Frigate may have the picture later."""

    reason: CropRejection
    fetched_at_s: float | None = None

    @property
    def try_again(self) -> bool:
        """Whether the next message should ask for the picture again."""
        return self.reason in (CropRejection.NO_PICTURE, CropRejection.NOT_EMBEDDED)


PictureResult: TypeAlias = Pictured | NotPictured


class PictureStage:
    """Fetches, cuts and embeds; `frame_sizes` holds the detect size of known cameras."""

    def __init__(
        self,
        *,
        sources: Mapping[str, PictureSource],
        embeddings: EmbeddingQueue,
        model_id: str,
        rules: CropRules,
        clock: Clock,
        threads: int,
        frame_size: Callable[[str, str], FrameSize | None],
        on_fetched: Callable[[float], None],
    ) -> None:
        self._sources = sources
        self._embeddings = embeddings
        self._model_id = model_id
        self._rules = rules
        self._clock = clock
        self._frame_size = frame_size
        self._on_fetched = on_fetched
        self._casts = Casts()
        self._pool = ThreadPoolExecutor(
            threads, thread_name_prefix="pictures", initializer=give_way
        )

    def request(self, tracklet: Tracklet, wanted: PictureWanted) -> Future[PictureResult]:
        """The crop of `tracklet` at the wanted frame, in the future; it never raises."""
        result: Future[PictureResult] = Future()
        self._pool.submit(self._work, tracklet, wanted, result)
        return result

    def close(self) -> None:
        """Drop what has not begun; wait for what has."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(
        self, tracklet: Tracklet, wanted: PictureWanted, result: Future[PictureResult]
    ) -> None:
        try:
            cut, at_s = self._fetch_and_cut(tracklet, wanted)
            if isinstance(cut, NotPictured):
                result.set_result(cut)
                return
            vector = self._embeddings.submit(cut.image)
            crop = _crop_of(tracklet, wanted, cut)
            worn = attributes_of(crop, self._casts)  # while the vector is made
        except Exception:  # noqa: BLE001 - the way must go on; the crop alone is lost
            _LOG.exception("a picture of camera %s could not be processed", tracklet.camera)
            result.set_result(NotPictured(CropRejection.NO_PICTURE))
            return
        vector.add_done_callback(
            lambda done: result.set_result(self._embedded(crop, worn, done, at_s))
        )

    def _fetch_and_cut(
        self, tracklet: Tracklet, wanted: PictureWanted
    ) -> tuple[CutCrop | NotPictured, float]:
        started = time.monotonic()
        try:
            data = self._fetch(tracklet, wanted)
        except FrigateError as error:
            _LOG.debug("no picture of %s: %s", tracklet.event_id, error)
            return NotPictured(CropRejection.NO_PICTURE), 0.0
        self._on_fetched(time.monotonic() - started)
        at_s = self._clock.now_s()
        frame = open_frame(data)
        if frame is None:
            return NotPictured(CropRejection.UNDECODABLE, at_s), at_s
        box, others = self._in_frame(tracklet, wanted, frame.size)
        cut = cut_crop(frame, box, others, self._rules)
        return (cut if isinstance(cut, CutCrop) else NotPictured(cut, at_s)), at_s

    def _fetch(self, tracklet: Tracklet, wanted: PictureWanted) -> bytes:
        source = self._sources[tracklet.instance]
        if wanted.recorded:
            return source.recording_frame(tracklet.camera, wanted.frame_time_s)
        return source.clean_image(tracklet.event_id, wanted.frame_time_s)

    def _in_frame(
        self, tracklet: Tracklet, wanted: PictureWanted, size: FrameSize
    ) -> tuple[PixelBox, list[PixelBox]]:
        """Boxes in the frame's own pixels: it may be larger than the detect stream."""
        if isinstance(wanted.box, FractionBox):
            return wanted.box.to_pixels(size), []
        detect = self._frame_size(tracklet.instance, tracklet.camera) or size
        if detect == size:
            return wanted.box, list(wanted.others)
        return (
            wanted.box.scaled(detect, size),
            [each.scaled(detect, size) for each in wanted.others],
        )

    def _embedded(
        self, crop: Crop, worn: Attributes, vector: Future[Vector], at_s: float
    ) -> PictureResult:
        if vector.cancelled():  # the service stops; Frigate will be asked again
            return NotPictured(CropRejection.NOT_EMBEDDED)
        failure = vector.exception()
        if failure is not None:
            _LOG.error("a crop could not be embedded: %s", failure)
            return NotPictured(CropRejection.NOT_EMBEDDED)
        embedding = Embedding(self._model_id, vector.result())
        return Pictured(EmbeddedCrop(crop, embedding), at_s, worn)


def _crop_of(tracklet: Tracklet, wanted: PictureWanted, cut: CutCrop) -> Crop:
    return Crop(
        id=crop_id(tracklet.id, wanted.frame_time_s),
        tracklet_id=tracklet.id,
        camera=tracklet.camera_key,
        frame_time_s=wanted.frame_time_s,
        box=cut.box,
        quality=cut.quality,
        image=cut.image,
    )
