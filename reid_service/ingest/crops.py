"""Cutting persons out of frames, and judging whether the picture is worth an embedding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from reid_service.domain.boxes import FractionBox, FrameSize, PixelBox
from reid_service.domain.crop import CropQuality, CropRejection, Image
from reid_service.ingest.frames import Frame

FULL_HEIGHT_PX = 192
"""From this height on more pixels do not help: the usual input height is 128 to 256."""

EDGE_PX = 2
"""Detectors end a cut-off box this near to the frame's edge."""

_SHARPNESS_HEIGHT_PX = 128
_SHARPNESS_HALF = 120.0
_WEIGHTS = CropQuality(
    height=0.3, sharpness=0.2, completeness=0.2, aspect=0.1, visibility=0.2, score=1.0
)


@dataclass(frozen=True, slots=True)
class CropRules:
    """The gate: padding is a fraction of the box, quality is in [0, 1]."""

    padding: float
    min_height_px: int
    min_quality: float


@dataclass(frozen=True, slots=True, eq=False)
class CutCrop:
    """A usable crop: its picture (padded), its quality, its box without padding."""

    image: Image
    quality: CropQuality
    box: FractionBox


def cut_crop(
    frame: Frame, box: PixelBox, others: Sequence[PixelBox], rules: CropRules
) -> CutCrop | CropRejection:
    """The person in `box` cut from `frame`, or the reason why not.

    `others` are boxes of other people in the same frame. All boxes are in pixels of `frame`.
    """
    inside = box.clipped(frame.size)
    rejection = _shape_rejection(box, inside, rules)
    if rejection is not None:
        return rejection
    padded = inside.padded(rules.padding).clipped(frame.size)
    region = frame.region(padded)
    if region is None:
        return CropRejection.UNDECODABLE
    image = np.ascontiguousarray(region)
    quality = _quality(_part(image, padded, inside), inside, others, frame.size)
    rejection = _quality_rejection(quality, rules)
    return rejection or CutCrop(image, quality, inside.to_fraction(frame.size))


def _part(image: Image, place: PixelBox, box: PixelBox) -> Image:
    """The pixels of `box`, which lies inside `place`, of the `image` of that place."""
    x, y = box.x_min - place.x_min, box.y_min - place.y_min
    return image[y : y + box.height, x : x + box.width]


def _shape_rejection(box: PixelBox, inside: PixelBox, rules: CropRules) -> CropRejection | None:
    if inside.area == 0 or box.area == 0:
        return CropRejection.MALFORMED_BOX
    if inside.area < 0.5 * box.area:
        return CropRejection.CUT_OFF
    if inside.height < rules.min_height_px:
        return CropRejection.TOO_SMALL
    if not 0.12 <= inside.width / inside.height <= 1.2:
        return CropRejection.WRONG_ASPECT
    return None


def _quality_rejection(quality: CropQuality, rules: CropRules) -> CropRejection | None:
    if quality.completeness <= 0.2:
        return CropRejection.CUT_OFF
    if quality.visibility < 0.35:
        return CropRejection.OVERLAPPED
    if quality.sharpness < 0.02:
        return CropRejection.BLURRED
    if quality.score < rules.min_quality:
        return CropRejection.LOW_QUALITY
    return None


def _quality(
    person: Image, box: PixelBox, others: Sequence[PixelBox], size: FrameSize
) -> CropQuality:
    """Terms in [0, 1]; the score is their weighted geometric mean: one bad term spoils it."""
    terms = {
        "height": min(1.0, box.height / FULL_HEIGHT_PX),
        "sharpness": _sharpness(person),
        "completeness": _completeness(box, size),
        "aspect": _aspect(box),
        "visibility": _visibility(box, others),
    }
    score = 1.0
    for name, value in terms.items():
        score *= value ** getattr(_WEIGHTS, name)
    return CropQuality(**terms, score=score)


def _sharpness(person: Image) -> float:
    """Variance of the Laplacian at a common height, squashed: 0.5 at `_SHARPNESS_HALF`.

    Measured at one height because a small picture would otherwise look sharper than it is.
    """
    scale = _SHARPNESS_HEIGHT_PX / person.shape[0]
    width = max(8, round(person.shape[1] * scale))
    grey = cv2.cvtColor(person, cv2.COLOR_BGR2GRAY)
    grey = cv2.resize(grey, (width, _SHARPNESS_HEIGHT_PX), interpolation=cv2.INTER_AREA)
    variance = float(cv2.Laplacian(grey, cv2.CV_32F).var())
    return variance / (variance + _SHARPNESS_HALF)


def _completeness(box: PixelBox, size: FrameSize) -> float:
    """1 for a person wholly in the frame, less for each edge that cuts through."""
    value = 1.0
    if box.x_min <= EDGE_PX or box.x_max >= size.width - EDGE_PX:
        # A slice of a person is thin for its height; half a person may still be recognised.
        value -= 0.35 if box.width / box.height >= 0.25 else 0.8
    if box.y_min <= EDGE_PX:
        value -= 0.4
    if box.y_max >= size.height - EDGE_PX:
        value -= 0.25
    return max(0.0, value)


def _aspect(box: PixelBox) -> float:
    """1 for the proportions of a standing or walking person, falling to both sides."""
    ratio = box.width / box.height
    if ratio < 0.25:
        return max(0.0, (ratio - 0.1) / 0.15)
    if ratio > 0.65:
        return max(0.0, (1.3 - ratio) / 0.65)
    return 1.0


def _visibility(box: PixelBox, others: Sequence[PixelBox]) -> float:
    """Share that no other person hides; whoever stands lower in the picture is in front."""
    hidden = 0.0
    for other in others:
        weight = 1.0 if other.y_max >= box.y_max else 0.5
        hidden = max(hidden, weight * box.overlap(other))
    return 1.0 - hidden
