"""Drawn people for tests: blocks of colour where clothes are."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from reid_service.domain.boxes import FractionBox
from reid_service.domain.crop import Crop, CropQuality, Image
from reid_service.domain.floorplan import CameraKey

RGB: Final = {
    "black": (24, 24, 26), "white": (240, 240, 240), "grey": (120, 120, 122), "red": (180, 30, 38),
    "orange": (235, 120, 45), "yellow": (235, 205, 60), "green": (50, 110, 62),
    "blue": (44, 62, 120), "purple": (110, 66, 148), "pink": (236, 150, 178), "brown": (96, 64, 42),
    "beige": (205, 186, 150),
}  # fmt: skip
GATE: Final = CameraKey("frigate", "gate")
IN_FRAME: Final = FractionBox(0.4, 0.2, 0.6, 0.8)


def person(
    upper: str = "red", lower: str = "black", behind: tuple[int, int, int] = (120, 150, 110)
) -> Image:
    """A person of 160 rows before an uneven wall, arms and legs apart."""
    picture = np.empty((160, 72, 3), np.uint8)
    picture[:] = behind[::-1]
    cv2.circle(picture, (36, 16), 11, (130, 165, 212), -1)
    cv2.rectangle(picture, (22, 28), (50, 80), RGB[upper][::-1], -1)
    for left in (22, 38):
        cv2.rectangle(picture, (left, 80), (left + 12, 150), RGB[lower][::-1], -1)
    noise = np.random.default_rng(3).normal(0, 4, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def crop_of(
    image: Image, *, box: FractionBox = IN_FRAME, camera: CameraKey = GATE, quality: float = 0.8
) -> Crop:
    """The picture as the pipeline has it."""
    terms = CropQuality(1.0, 1.0, 1.0, 1.0, 1.0, quality)
    return Crop("c", "frigate:a", camera, 100.0, box, terms, image)
