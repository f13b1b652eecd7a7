"""What the store gives back, beside the domain's own types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reid_service.attributes.values import ANY_CLOTHES, UNKNOWN, AttributeFilter, Attributes
from reid_service.domain.boxes import FractionBox
from reid_service.domain.crop import CropQuality, Vector
from reid_service.domain.tracklet import Tracklet

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StoredTracklet:
    """A tracklet with what was decided about it; `identity_id` is None while undecided.

    Somebody could not tell whether it is `doubted_as`, if that is not None.
    """

    tracklet: Tracklet
    identity_id: str | None
    firm: bool
    attributes: Attributes = UNKNOWN
    doubted_as: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Whose a tracklet is: None while undecided, whether for good, and as whom it is doubted."""

    identity_id: str | None
    firm: bool
    doubted_as: str | None = None


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Where somebody was seen, and until when (epoch seconds)."""

    instance: str
    camera: str
    last_seen_s: float


@dataclass(frozen=True, slots=True)
class StoredCrop:
    """A crop without its pixels; `file` is relative to the pictures folder, None once removed.

    A `bad` one speaks for nobody: somebody said that it shows the person badly.
    """

    id: str
    tracklet_id: str
    frame_time_s: float
    box: FractionBox
    quality: CropQuality
    file: str | None
    bad: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class StoredVector:
    """A crop's unit vector, float32 of shape (D,), rounded to float16 on its way through.

    `quality` is the crop's score in [0, 1].
    """

    crop_id: str
    tracklet_id: str
    frame_time_s: float
    quality: float
    vector: Vector


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A stretch of a list; `cursor` fetches the next one, None at the end."""

    items: Sequence[T]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class SightingFilter:
    """Which sightings are listed; None means any.

    The times bound the start of a sighting: `from_s` is inclusive, `until_s` exclusive.
    """

    identity_id: str | None = None
    cameras: frozenset[str] | None = None
    from_s: float | None = None
    until_s: float | None = None
    unassigned: bool = False
    worn: AttributeFilter = ANY_CLOTHES


@dataclass(frozen=True, slots=True)
class IdentitySummary:
    """What the list of people tells about an identity; times are epoch seconds."""

    sightings: int
    first_seen_s: float
    last_seen_s: float
    last_camera: str
