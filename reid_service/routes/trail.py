"""Where somebody walked on a floor: the path in the frame, projected and made short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from reid_service.domain.floorplan import Floor
from reid_service.domain.tracklet import PathPoint
from reid_service.routes.projection import Points, Projection

_TOLERANCE: Final = 0.004
"""How far a left-out point may be off, as a share of the floor's diagonal."""

_MOST_POINTS: Final = 200


@dataclass(frozen=True, slots=True)
class TrailPoint:
    """A place on the plan at a time: plan units, epoch seconds."""

    x: float
    y: float
    time_s: float


def trail(path: Sequence[PathPoint], projection: Projection, floor: Floor) -> list[TrailPoint]:
    """The path on the plan, in order of time; what lies beyond the floor is left out."""
    feet = np.array([(each.x, each.y) for each in path]).reshape(-1, 2)
    places = projection.project(feet)
    with np.errstate(invalid="ignore"):  # NaN is nowhere
        inside = np.all((places >= 0.0) & (places <= (floor.width, floor.height)), axis=1)
    kept = np.flatnonzero(inside)
    places = places[kept]
    chosen = _simplified(places, _TOLERANCE * float(np.hypot(floor.width, floor.height)))
    if len(chosen) > _MOST_POINTS:
        chosen = [chosen[i] for i in np.linspace(0, len(chosen) - 1, _MOST_POINTS).astype(int)]
    return [
        TrailPoint(float(places[i, 0]), float(places[i, 1]), path[kept[i]].time_s) for i in chosen
    ]


def _simplified(points: Points, tolerance: float) -> list[int]:
    """Which points are enough (Douglas and Peucker 1973); the first and the last always are."""
    kept = set()
    open_spans = [(0, len(points) - 1)] if len(points) else []
    while open_spans:
        first, last = open_spans.pop()
        kept |= {first, last}
        if last - first < 2:
            continue
        offsets = _distances(points[first + 1 : last], points[first], points[last])
        farthest = int(np.argmax(offsets))
        if offsets[farthest] > tolerance:
            middle = first + 1 + farthest
            open_spans += [(first, middle), (middle, last)]
    return sorted(kept)


def _distances(points: Points, start: Points, end: Points) -> Points:
    """From each point (N, 2) to the line segment between two, shape (N,)."""
    along = end - start
    length = float(along @ along)
    share = np.zeros(len(points))
    if length > 0.0:
        share = np.clip((points - start) @ along / length, 0.0, 1.0)
    away: Points = np.linalg.norm(points - (start + share[:, None] * along), axis=1)
    return away
