"""Pictures of kept crops on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import cv2

from reid_service.domain.crop import Crop, Image

_JPEG_QUALITY: Final = 85
_MAX_HEIGHT_PX: Final = 320


class CropFiles:
    """Writes crops as JPEG below a folder; names are random to anybody without the store."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, crop: Crop) -> str:
        """Write a crop's picture; returns its path relative to the folder. Raises `OSError`.

        The file appears whole or not at all.
        """
        name = f"{crop.id[:2]}/{crop.id}.jpg"
        path = self._folder / name
        part = path.with_suffix(".part")
        data = _encoded(crop.image)
        try:
            part.write_bytes(data)
        except FileNotFoundError:  # the first one in its folder
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(data)
        part.replace(path)
        return name


def _encoded(image: Image) -> bytes:
    height = image.shape[0]
    if height > _MAX_HEIGHT_PX:
        size = (max(1, round(image.shape[1] * _MAX_HEIGHT_PX / height)), _MAX_HEIGHT_PX)
        image = cv2.resize(image, size, interpolation=cv2.INTER_AREA).astype("uint8")
    return cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY])[1].tobytes()
