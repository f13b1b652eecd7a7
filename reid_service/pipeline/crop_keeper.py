"""Which crops of a sighting are kept, in memory, in the store and on disk."""

from __future__ import annotations

import logging

from reid_service.attributes.pooling import pooled
from reid_service.attributes.values import UNKNOWN
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.crop import Crop, CropRejection
from reid_service.domain.tracklet import crop_id
from reid_service.ingest.rare_log import RareLog
from reid_service.pipeline.crop_files import CropFiles
from reid_service.pipeline.pictures import NotPictured, Pictured, PictureResult
from reid_service.pipeline.sightings import OpenSighting
from reid_service.storage.store import Session

_LOG = logging.getLogger(__name__)


class CropKeeper:
    """Takes crops in and out of sightings; at most `limit` each. Without `files` no pictures."""

    def __init__(self, *, files: CropFiles | None, metrics: Metrics, limit: int) -> None:
        self._files = files
        self._metrics = metrics
        self._limit = limit
        self._rare = RareLog(_LOG)

    def drop_stale(self, session: Session, sighting: OpenSighting, frame_s: float | None) -> bool:
        """Remove the crop that was cut with another frame's box; whether there was one."""
        if frame_s is None:
            return False
        stale = crop_id(sighting.tracklet.id, frame_s)
        if not sighting.drop([stale]):
            return False
        session.crops.remove([stale])
        self._metrics.crops_rejected.labels(CropRejection.SUPERSEDED).inc()
        return True

    def keep(self, session: Session, sighting: OpenSighting, picture: PictureResult | None) -> bool:
        """Take the crop in if it is worth keeping; whether the sighting has new evidence."""
        if isinstance(picture, NotPictured):
            self._metrics.crops_rejected.labels(picture.reason).inc()
        if not isinstance(picture, Pictured):
            return False
        is_new = all(each.crop_id != picture.crop.crop.id for each in sighting.shots)
        selection = sighting.consider(picture.crop, self._limit)
        if not selection.keep:
            self._metrics.crops_rejected.labels(CropRejection.NOT_DIVERSE).inc()
            return False
        self._metrics.crops_taken.inc()
        session.crops.put(picture.crop, self._write(picture.crop.crop), is_new=is_new)
        if selection.removes is not None:
            session.crops.remove([selection.removes])
        if is_new and picture.attributes != UNKNOWN:
            sighting.worn = pooled([sighting.worn, picture.attributes])
            session.tracklets.wear(sighting.tracklet.id, sighting.worn)
        return True

    def _write(self, crop: Crop) -> str | None:
        """The crop's picture file; a full disk costs the picture, not the sighting."""
        if self._files is None:
            return None
        try:
            return self._files.write(crop)
        except OSError as error:
            self._rare.warning("files", "a picture could not be written: %s", error.strerror)
            return None
