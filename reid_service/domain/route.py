"""Where an identity walked: legs on cameras, gaps between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How sure it is that a leg belongs to the route."""

    CONFIRMED = "confirmed"  # a person said so
    LIKELY = "likely"  # decided when the sighting ended
    UNSURE = "unsure"  # not decided yet, or somebody could not tell


@dataclass(frozen=True, slots=True)
class Leg:
    """One sighting of a route; epoch seconds. `firm` means that it has ended and is decided.

    Of a `doubted` one somebody could not tell whether it belongs there.
    """

    tracklet_id: str
    event_id: str
    instance: str
    camera: str
    start_s: float
    end_s: float
    firm: bool
    certainty: Certainty
    crop_id: str | None
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Time out of sight between two legs; negative where two views overlap."""

    from_camera: str
    to_camera: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Route:
    """Ordered legs of one identity; `gaps[i]` lies between `legs[i]` and `legs[i + 1]`."""

    identity_id: str
    legs: tuple[Leg, ...]
    gaps: tuple[Gap, ...]
