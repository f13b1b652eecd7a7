"""Light as plain numbers: shared by backdrops and people, so that they match."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from synthetic.geometry import Floats

Image: TypeAlias = NDArray[np.uint8]
"""Shape (height, width, 3), channels blue, green, red."""


@dataclass(frozen=True, slots=True)
class Light:
    """One far light and two halves of a dome; colours are red, green, blue and may exceed 1."""

    direction: tuple[float, float, float]  # towards the light, any length
    colour: tuple[float, float, float]
    sky: tuple[float, float, float]
    ground: tuple[float, float, float]
    shadow: float  # darkness of cast shadows, in [0, 1]


def unit(vector: tuple[float, float, float]) -> Floats:
    """The vector (3,) with length 1."""
    array = np.asarray(vector, dtype=np.float64)
    result: Floats = array / np.linalg.norm(array)
    return result
