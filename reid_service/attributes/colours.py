"""Naming colours: how much a pixel is black, red or beige to most people."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from reid_service.domain.crop import Image


class Colour(StrEnum):
    """The whole vocabulary. The order is that of the columns of votes."""

    BLACK = "black"
    WHITE = "white"
    GREY = "grey"
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
    PINK = "pink"
    BROWN = "brown"
    BEIGE = "beige"


COLOURS: Final = tuple(Colour)

# Red, green, blue of cloth as cameras show it: several shades of each name, for a name is no ball
# in any colour space. Dark shades are many because most clothes are dark.
_SHADES: Final[dict[Colour, tuple[tuple[int, int, int], ...]]] = {
    Colour.BLACK: ((8, 8, 8), (22, 22, 24), (36, 36, 38), (30, 28, 26), (42, 42, 42)),
    Colour.WHITE: ((255, 255, 255), (238, 238, 238), (220, 220, 222), (230, 232, 240)),
    Colour.GREY: (
        (70, 70, 72), (90, 90, 90), (112, 112, 114), (136, 136, 136), (160, 160, 160),
        (184, 184, 184), (110, 104, 100), (104, 108, 116),
    ),
    Colour.RED: (
        (90, 16, 22), (124, 20, 26), (160, 30, 36), (200, 30, 40), (232, 48, 48), (110, 36, 42),
        (150, 60, 60),
    ),
    Colour.ORANGE: ((200, 92, 32), (230, 112, 40), (246, 140, 60), (255, 110, 30), (224, 130, 70)),
    Colour.YELLOW: (
        (180, 150, 30), (214, 180, 50), (240, 210, 60), (250, 236, 110), (200, 176, 80),
    ),
    Colour.GREEN: (
        (22, 48, 28), (34, 70, 40), (50, 100, 60), (40, 140, 70), (90, 160, 80), (140, 200, 110),
        (62, 78, 44), (96, 110, 56), (110, 130, 100), (150, 180, 150), (30, 120, 100),
    ),
    Colour.BLUE: (
        (18, 22, 48), (28, 36, 70), (44, 54, 92), (30, 60, 140), (60, 90, 150), (50, 110, 200),
        (84, 108, 150), (110, 150, 200), (130, 190, 225), (150, 168, 200), (30, 120, 150),
        (70, 180, 200), (42, 66, 84), (180, 205, 230),
    ),
    Colour.PURPLE: (
        (44, 24, 60), (70, 40, 90), (110, 70, 150), (140, 90, 170), (170, 130, 200), (90, 60, 96),
        (130, 100, 140),
    ),
    Colour.PINK: (
        (235, 140, 170), (240, 170, 190), (220, 90, 140), (245, 200, 212), (200, 110, 140),
        (214, 150, 158), (255, 100, 160),
    ),
    Colour.BROWN: (
        (48, 32, 22), (70, 46, 30), (92, 62, 40), (120, 80, 50), (140, 96, 64), (84, 70, 52),
        (110, 60, 40), (108, 86, 70),
    ),
    Colour.BEIGE: (
        (165, 145, 112), (190, 168, 132), (208, 188, 150), (226, 208, 176), (180, 164, 140),
        (206, 190, 166), (150, 134, 106),
    ),
}  # fmt: skip

_WIDTH: Final = 10.0
"""Standard deviation of a shade in CIE L*a*b*; about the step that people call another shade."""


def votes(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    """Shares (N, len(COLOURS)) that sum to 1 of colours (N, 3) in CIE L*a*b*.

    A kernel mean over the shades of each name; where none is near, the nearest still wins.
    """
    # What is the same for every shade, the square of the colour itself, is left out.
    squared = _SQUARES - 2 * lab @ _POINTS.T
    squared -= squared.min(axis=1, keepdims=True)
    squared /= -2 * _WIDTH**2
    likeness = np.exp(squared, out=squared)
    sums = likeness @ _NAMED
    return np.asarray(sums / sums.sum(axis=1, keepdims=True), np.float32)


def to_lab(image: Image) -> NDArray[np.float32]:
    """CIE L*a*b* (height, width, 3) of a picture: L* in [0, 100], a* and b* about [-100, 100]."""
    scaled = np.asarray(image, np.float32) / 255
    return np.asarray(cv2.cvtColor(scaled, cv2.COLOR_BGR2LAB), np.float32)


def _shade_table() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    shades = [(name, shade) for name in COLOURS for shade in _SHADES[name]]
    bgr = np.array([[shade[::-1] for _, shade in shades]], np.uint8)
    named = np.zeros((len(shades), len(COLOURS)), np.float32)
    for row, (name, _) in enumerate(shades):
        named[row, COLOURS.index(name)] = 1.0
    return to_lab(bgr)[0], named


_POINTS, _NAMED = _shade_table()
_SQUARES: Final = (_POINTS**2).sum(1)
