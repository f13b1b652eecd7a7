"""What the routes of the floor plan take and answer, as OpenAPI describes it.

Plan units are pixels of the floor's picture, x to the right, y down; angles are degrees clockwise
from the top of the plan.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reid_service.api.bodies import Text
from reid_service.api.passages_schemas import Passage
from reid_service.routes.projection import ProblemCode

_Coordinate: TypeAlias = Annotated[float, Field(ge=-1e6, le=1e6, allow_inf_nan=False)]
_Share: TypeAlias = Annotated[float, Field(ge=0.0, le=1.0)]
_Scale: TypeAlias = Annotated[float, Field(gt=0.0, le=1e6, allow_inf_nan=False)]
_Direction: TypeAlias = Annotated[float, Field(ge=0.0, lt=360.0)]
_Level: TypeAlias = Annotated[int, Field(ge=-100, le=200)]
_Name: TypeAlias = Annotated[Text, StringConstraints(min_length=1, max_length=100)]


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True)


class _Body(BaseModel):
    """Unknown fields are errors: a misspelt one must not be silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Rule(StrEnum):
    """Whether the way between two cameras is left to learning, or what somebody said of it."""

    LEARNED = "learned"
    FORBIDDEN = "forbidden"
    FORCED = "forced"
    OVERLAP = "overlap"


class FloorRequest(_Body):
    """A new floor; `level` 0 is the ground."""

    name: _Name
    level: _Level = 0
    metres_per_unit: _Scale | None = None
    north_deg: _Direction | None = None


class FloorPatch(_Body):
    """Only what is given changes; null takes the scale or the direction of north away."""

    name: _Name | None = None
    level: _Level | None = None
    metres_per_unit: _Scale | None = None
    north_deg: _Direction | None = None


class PlacementRequest(_Body):
    """Where a camera stands, in plan units, and what it sees."""

    floor_id: Text
    x: _Coordinate
    y: _Coordinate
    heading_deg: _Direction = 0.0
    view_deg: Annotated[float, Field(gt=0.0, le=360.0)] = 90.0
    range_units: _Scale = 100.0


class ImagePoint(_Body):
    """A point of the frame: fractions in [0, 1]."""

    x: _Share
    y: _Share


class PlanPoint(_Body):
    """A point of the plan, in plan units."""

    x: _Coordinate
    y: _Coordinate


class Pair(_Body):
    """The same point on the ground, in the frame and on the plan."""

    image: ImagePoint
    plan: PlanPoint


class CalibrationRequest(_Body):
    """Point pairs on the floor that the camera is placed on."""

    pairs: Annotated[list[Pair], Field(max_length=64)]


class RuleRequest(_Body):
    """What is said of a way; null, or `learned`, leaves it to learning."""

    rule: Annotated[Rule, Field(strict=False)] | None


class Floor(_Answer):
    """One floor; `width` and `height` in plan units. `north_deg` is where north is."""

    id: str
    name: str
    level: int
    width: float
    height: float
    has_picture: bool
    metres_per_unit: float | None
    north_deg: float | None


class Floors(_Answer):
    """Every floor, from the lowest up."""

    items: list[Floor]


class FloorDeleted(_Answer):
    """`cameras` stood on it and stand nowhere now."""

    id: str
    cameras: list[str]


class Placement(_Answer):
    """Where a camera stands and what it sees: a sector of `view_deg` about `heading_deg`."""

    camera: str
    frigate_instance: str
    floor_id: str
    x: float
    y: float
    heading_deg: float
    view_deg: float
    range_units: float


class Placements(_Answer):
    """Of every placed camera."""

    items: list[Placement]


class TakenAway(_Answer):
    """The camera that has no placement, or no point pairs, any more."""

    camera: str
    frigate_instance: str


class Problem(_Answer):
    """What is the matter with point pairs, and how to mend it."""

    code: ProblemCode
    message: str


class Calibration(_Answer):
    """Point pairs and how well they agree.

    The residual is the root mean square distance on the plan between the marked points and where
    those of the frame are projected to; null where it says nothing. Without `usable` nothing is
    projected.
    """

    camera: str
    frigate_instance: str
    pairs: list[Pair]
    residual_units: float | None
    residual_m: float | None
    problems: list[Problem]
    usable: bool


class Edge(_Answer):
    """The way from one camera to another.

    `count` people were seen to take it, `overlaps` were in sight of both at once. So many seconds
    it takes one in twenty at most, one in two, all but one in twenty; null while nobody was seen.
    """

    from_camera: str
    from_instance: str
    to_camera: str
    to_instance: str
    count: int
    overlaps: int
    p5_s: float | None
    p50_s: float | None
    p95_s: float | None
    rule: Rule


class Topology(_Answer):
    """Every way that somebody took, or that somebody said something of."""

    edges: list[Edge]


class UnitPoint(_Answer):
    """A place in the unit square."""

    x: float
    y: float


class PlanCamera(_Answer):
    """A camera; `suggested` is a guess from walking times while it is not placed."""

    name: str
    frigate_instance: str
    placement: Placement | None
    calibrated: bool
    suggested: UnitPoint | None


class Plan(_Answer):
    """Everything to draw the plan."""

    floors: list[Floor]
    placements: list[Placement]
    cameras: list[PlanCamera]
    edges: list[Edge]
    passages: list[Passage]


class TrailPoint(_Answer):
    """Where somebody was, in plan units."""

    x: float
    y: float
    time_s: float


class TrailPath(_Answer):
    """One sighting on the plan.

    `calibrated` points are the feet; otherwise there is only the camera's own place. Without a
    placement there is no floor and no point.
    """

    sighting_id: str
    floor_id: str | None
    calibrated: bool
    points: list[TrailPoint]


class Trail(_Answer):
    """The sightings that were asked for and are there, in the same order."""

    items: list[TrailPath]
