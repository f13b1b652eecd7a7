"""Pictures of persons and what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from reid_service.domain.boxes import FractionBox
from reid_service.domain.floorplan import CameraKey

Image: TypeAlias = NDArray[np.uint8]
"""An 8-bit picture, shape (height, width, 3), channels blue, green, red."""

Vector: TypeAlias = NDArray[np.float32]
"""A unit vector, shape (D,)."""

Vectors: TypeAlias = NDArray[np.float32]
"""Unit vectors, shape (N, D)."""


class CropRejection(StrEnum):
    """Why a crop was not used; each is counted in the metrics."""

    NO_PICTURE = "no_picture"  # Frigate had none, or it could not be fetched
    NOT_EMBEDDED = "not_embedded"  # the model failed on it
    UNDECODABLE = "undecodable"  # bytes that are no picture
    MALFORMED_BOX = "malformed_box"  # empty, inverted, or outside the frame
    TOO_SMALL = "too_small"  # below the least usable height
    CUT_OFF = "cut_off"  # most of the person is beyond the frame's edge
    WRONG_ASPECT = "wrong_aspect"  # wider than tall: no standing person
    BLURRED = "blurred"  # no detail left
    OVERLAPPED = "overlapped"  # mostly behind another person
    LOW_QUALITY = "low_quality"  # none of the above alone, but all together
    NOT_DIVERSE = "not_diverse"  # enough like better crops of the same tracklet
    SUPERSEDED = "superseded"  # Frigate had replaced the picture before we got it


@dataclass(frozen=True, slots=True)
class CropQuality:
    """Terms of a crop's quality, each in [0, 1]; `score` is their combination."""

    height: float
    sharpness: float
    completeness: float
    aspect: float
    visibility: float
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Crop:
    """A person cut from a frame, not yet embedded."""

    id: str
    tracklet_id: str
    camera: CameraKey
    frame_time_s: float
    box: FractionBox
    quality: CropQuality
    image: Image


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """A unit vector and the model that made it; never compared across models."""

    model_id: str
    vector: Vector


@dataclass(frozen=True, slots=True, eq=False)
class EmbeddedCrop:
    """A crop with its embedding: what the store keeps and association uses."""

    crop: Crop
    embedding: Embedding
