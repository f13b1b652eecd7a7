"""From the picture of a person to the colours above and below the waist.

No outline of the person is known. Where the clothes are follows from the box, and pixels that look
like the sides of the picture count less, for there the background is.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from reid_service.attributes.cast import Casts
from reid_service.attributes.colours import COLOURS, to_lab, votes
from reid_service.attributes.values import UNKNOWN, Attributes, Garment
from reid_service.domain.boxes import FractionBox
from reid_service.domain.crop import Crop, Image

_HEIGHT: Final = 48
_WIDTH: Final = 24
_SIDE: Final = 2
"""Columns at each side that show the background: the padding and what the box leaves beside."""
_BAND: Final = 8
"""Rows that are compared with their own sides: the ground is below, a wall above."""

_BACKGROUND_STEP: Final = 20.0
_BACKGROUND_STRENGTH: Final = 10.0
"""A pixel that is exactly like its sides counts 1 / 11."""

_LEAST_COLOUR: Final = 4.0
"""Spread of a* and b* below which a picture has no colour; see docs/attributes.md."""
_COLOURED: Final = 0.95
"""Share of the pixels that have less: a few may be anything."""

_DARK_L: Final = 30.0
_LIGHT_L: Final = 70.0
AT_EDGE: Final = 0.005
"""Share of the frame's height within which a box is cut off by its edge."""

_LEAST_SHARE: Final = 0.01


def attributes_of(crop: Crop, casts: Casts) -> Attributes:
    """What the picture of `crop` says of clothes; nothing where it has no colour.

    A person whom the frame's edge cuts off above says nothing, below nothing of the lower body:
    the clothes are not where they should be. `casts` learn from the picture.
    """
    resized = cv2.resize(crop.image, (_WIDTH, _HEIGHT), interpolation=cv2.INTER_AREA)
    small = np.asarray(resized, np.uint8)
    if crop.box.y_min <= AT_EDGE or not has_colour(small):
        return UNKNOWN
    lab = to_lab(casts.corrected(crop.camera, small))
    trust = _foreground(lab)
    weight = crop.quality.score
    upper = _garment(lab, _UPPER * trust, weight)
    lower = _garment(lab, _LOWER * trust, weight) if _feet_in_frame(crop.box) else None
    return Attributes(upper, lower)


def has_colour(image: Image) -> bool:
    """Whether a picture (height, width, 3) has colours, not one tint at most.

    Infrared pictures are grey, or all in one tint, which grows with the light: what counts is the
    colour that lightness does not explain.
    """
    lab = to_lab(image)
    light, *plane = cv2.split(lab - np.array(cv2.mean(lab)[:3], np.float32))
    spread = float(np.vdot(light, light)) or 1.0
    away = np.hypot(*(each - light * (np.vdot(light, each) / spread) for each in plane)).ravel()
    # A tenth of the time that np.percentile takes.
    place = _COLOURED * (away.size - 1)
    below, above = np.partition(away, (int(place), int(place) + 1))[int(place) : int(place) + 2]
    return bool(below + (above - below) * (place % 1) >= _LEAST_COLOUR)


def _foreground(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    """How much each pixel counts, in (0, 1]: less the more it looks like its band's two sides."""
    bands = lab.reshape(_HEIGHT // _BAND, _BAND * _WIDTH, 3)
    edges = np.concatenate([lab[:, :_SIDE], lab[:, -_SIDE:]], axis=1)
    sides = edges.reshape(_HEIGHT // _BAND, -1, 3)[:, ::3]
    products = bands @ sides.transpose(0, 2, 1)
    squared = (bands**2).sum(-1)[:, :, None] - 2 * products + (sides**2).sum(-1)[:, None]
    squared /= -2 * _BACKGROUND_STEP**2
    likeness = np.exp(squared, out=squared).mean(-1)
    trust = 1 / (1 + _BACKGROUND_STRENGTH * likeness)
    return np.asarray(trust.reshape(_HEIGHT, _WIDTH), np.float32)


def _garment(lab: NDArray[np.float32], weights: NDArray[np.float32], weight: float) -> Garment:
    chosen = weights > 0.05 * weights.max()
    pixels, shares = lab[chosen], weights[chosen] / weights[chosen].sum()
    mean = shares @ votes(pixels)
    named = {
        name: round(float(share), 3)
        for name, share in zip(COLOURS, mean, strict=True)
        if share >= _LEAST_SHARE
    }
    dark = float(shares[pixels[:, 0] < _DARK_L].sum())
    light = float(shares[pixels[:, 0] > _LIGHT_L].sum())
    return Garment(named, round(dark, 3), round(light, 3), round(weight, 3))


def _place(row: float, rows: float, columns: float) -> NDArray[np.float32]:
    """A bell over the picture, centred across; all as shares of its height and width."""
    y = (np.arange(_HEIGHT) + 0.5) / _HEIGHT
    x = (np.arange(_WIDTH) + 0.5) / _WIDTH
    down = np.exp(-0.5 * ((y - row) / rows) ** 2)
    across = np.exp(-0.5 * ((x - 0.5) / columns) ** 2)
    return np.asarray(down[:, None] * across[None, :], np.float32)


def _feet_in_frame(box: FractionBox) -> bool:
    return box.y_max < 1 - AT_EDGE


# Fitted to where clothes are on rendered people in boxes with their margins.
_UPPER: Final = _place(0.36, 0.07, 0.13)
_LOWER: Final = _place(0.61, 0.08, 0.15)
