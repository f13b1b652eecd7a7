"""The colour cast of each camera, learned from its pictures, and taken out again."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from reid_service.domain.crop import Image
from reid_service.domain.floorplan import CameraKey

_MEMORY: Final = 200
"""Pictures that are remembered: light changes with the hour, so old ones fade."""

_DOUBT: Final = 8.0
"""With so many pictures half of what they say is believed: few people have few colours."""

_LEVELS: Final = np.arange(256)[:, None]
_MOST: Final = 2.0
"""No channel is changed by more than this factor."""


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """The mean blue, green, red (3,) of a camera's pictures, and how many it is of."""

    mean: NDArray[np.float64]
    pictures: float

    def gains(self) -> NDArray[np.float64]:
        """What makes the mean grey (3,), weakened while the pictures are few.

        The grey world of Buchsbaum (1980), over many pictures: over a single one it measurably
        harms, for it takes the colour out of clothes.
        """
        mean = np.maximum(self.mean, 1.0)
        believed = self.pictures / (self.pictures + _DOUBT)
        gains: NDArray[np.float64] = np.clip((mean.mean() / mean) ** believed, 1 / _MOST, _MOST)
        return gains


class Casts:
    """The casts of all cameras. Any thread may call it."""

    def __init__(self) -> None:
        self._casts: dict[CameraKey, Cast] = {}
        self._lock = threading.Lock()

    def corrected(self, camera: CameraKey, image: Image) -> Image:
        """The picture without the cast of its camera, which has learned from it before."""
        seen = np.array(cv2.mean(image)[:3])
        with self._lock:
            before = self._casts.get(camera, Cast(np.zeros(3), 0.0))
            count = min(before.pictures + 1.0, float(_MEMORY))
            cast = Cast(before.mean + (seen - before.mean) / count, count)
            self._casts[camera] = cast
        # By a table: there are more pixels than levels.
        table = np.clip(_LEVELS * cast.gains(), 0, 255).astype(np.uint8)
        return np.asarray(cv2.LUT(image, table[:, None]), np.uint8)
