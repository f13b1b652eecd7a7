"""The floor plan: floors, where cameras stand on them, and what people say of the ways between.

Plan units are pixels of the floor's picture, x to the right, y down.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

PLAIN_SIZE: Final = 1000.0
"""Width and height of a floor that never had a picture, in plan units."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place: fractions of a frame, or plan units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Floor:
    """One floor; `level` 0 is the ground, below it is negative.

    `picture` is a file in the folder of plans. `metres_per_unit` is above 0, `north_deg` where
    north is, clockwise from the top of the plan in [0, 360); None while nobody said.
    """

    id: str
    name: str
    level: int = 0
    width: float = PLAIN_SIZE
    height: float = PLAIN_SIZE
    picture: str | None = None
    metres_per_unit: float | None = None
    north_deg: float | None = None


@dataclass(frozen=True, slots=True, order=True)
class CameraKey:
    """A camera of one Frigate; names are unique within one Frigate only."""

    instance: str
    camera: str

    @property
    def place(self) -> str:
        """As the identity engine names it."""
        return f"{self.instance}/{self.camera}"

    @classmethod
    def of_place(cls, place: str) -> CameraKey:
        """The inverse of `place`: names of Frigates have no slash.

        >>> CameraKey.of_place("frigate/gate")
        CameraKey(instance='frigate', camera='gate')
        """
        instance, _, camera = place.partition("/")
        return cls(instance, camera)


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a camera stands and what it sees, drawn as a sector.

    `heading_deg` in [0, 360) is clockwise from the top of the plan, `view_deg` in (0, 360] the
    width of the view, `range_units` how far it reaches.
    """

    camera: CameraKey
    floor_id: str
    x: float
    y: float
    heading_deg: float
    view_deg: float
    range_units: float


@dataclass(frozen=True, slots=True)
class PointPair:
    """One point on the ground: in the frame (fractions in [0, 1]) and on the plan (units)."""

    image: Point
    plan: Point


class EdgeRule(StrEnum):
    """What a person says of the way from one camera to another."""

    FORBIDDEN = "forbidden"  # nobody gets there without being seen elsewhere
    FORCED = "forced"  # there is a way, although nobody was seen to take it yet
    OVERLAP = "overlap"  # both cameras see the same place; holds in both directions


class PassageKind(StrEnum):
    """What joins two floors."""

    STAIRS = "stairs"
    LIFT = "lift"
    DOOR = "door"


@dataclass(frozen=True, slots=True)
class PassageEnd:
    """Where a passage comes out, in plan units of the floor."""

    floor_id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A way from one floor to another, in both directions."""

    id: str
    kind: PassageKind
    ends: tuple[PassageEnd, PassageEnd]
