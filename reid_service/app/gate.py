"""Whether somebody is taken in: not in a pause, and not from a camera that is excluded."""

from __future__ import annotations

from reid_service.app.exclusions import Exclusions
from reid_service.app.tuning import SiteTuning
from reid_service.domain.floorplan import CameraKey


class SiteGate:
    """What the pipeline asks before it takes anybody in."""

    def __init__(self, tuning: SiteTuning, exclusions: Exclusions) -> None:
        self._tuning = tuning
        self._exclusions = exclusions

    def is_paused(self) -> bool:
        """Not now: nobody new, and no pictures of others."""
        return self._tuning.is_paused()

    def was_paused(self, time_s: float) -> bool:
        """Not whoever came at that time, whenever we hear of it."""
        return self._tuning.was_paused(time_s)

    def is_excluded(self, camera: CameraKey) -> bool:
        """Nobody of this camera, and nothing more of who was there already."""
        return self._exclusions.is_excluded(camera)

    def was_excluded(self, camera: CameraKey, time_s: float) -> bool:
        """Not whoever came to this camera at that time."""
        return self._exclusions.was_excluded(camera, time_s)
