"""A folder of crops: `<person>/c<camera>_<view>.png` or `.jpg`, persons and cameras as numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

_NAME: Final = re.compile(r"^c(\d+)_[^/]*\.(?:png|jpe?g)$")


@dataclass(frozen=True, slots=True, eq=False)
class Crops:
    """Pictures, blue first, and for each its person (N,) and its camera (N,)."""

    images: list[NDArray[np.uint8]]
    persons: NDArray[np.int64]
    cameras: NDArray[np.int64]


def read_crops(folder: Path) -> Crops:
    """All crops in order of person and name. Raises ValueError when there are none, or one of
    them is no picture."""
    found: list[tuple[int, int, NDArray[np.uint8]]] = []
    people = sorted((each for each in folder.iterdir() if each.name.isdecimal()), key=_number)
    for person in people:
        for file in sorted(person.iterdir()):
            match = _NAME.match(file.name)
            if match is None:
                continue
            picture = cv2.imread(str(file), cv2.IMREAD_COLOR)
            if picture is None:
                msg = f"{file} is no picture"
                raise ValueError(msg)
            found.append((int(person.name), int(match[1]), np.asarray(picture, np.uint8)))
    if not found:
        msg = f"{folder} holds no pictures named <person>/c<camera>_<view>.png or .jpg"
        raise ValueError(msg)
    return Crops(
        images=[image for _, _, image in found],
        persons=np.array([person for person, _, _ in found]),
        cameras=np.array([camera for _, camera, _ in found]),
    )


def _number(folder: Path) -> int:
    return int(folder.name)
