"""How somebody moved through one camera's picture: how long, which way, how fast."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any, Final

from reid_service.domain.tracklet import PathPoint, Tracklet

USUAL_ASPECT: Final = 16 / 9
"""Width over height of a frame, where the camera's own is not known."""

_STILL: Final = 0.08
"""Frame heights between the first and the last place below which nobody went anywhere."""

_JITTER: Final = 0.02
"""Frame heights: boxes of people who stand still move about this much."""

_FORESHORTENED: Final = 2.5
"""A metre across takes about so much more of the picture than a metre in depth: cameras look down
at people, but not steeply."""


class Direction(StrEnum):
    """Which way the person went, as seen in the picture."""

    LEFT = "left"
    RIGHT = "right"
    TOWARDS = "towards"
    AWAY = "away"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Motion:
    """Of one sighting. `speed` is frame heights per second, None where no path is known."""

    dwell_s: float
    direction: Direction
    speed: float | None

    def to_json(self) -> dict[str, Any]:
        """For sending: plain types only."""
        return {
            "dwell_s": self.dwell_s,
            "direction": self.direction.value,
            "speed": self.speed,
        }


def motion_of(tracklet: Tracklet, aspect: float = USUAL_ASPECT) -> Motion:
    """The motion of a tracklet; `aspect` is width over height of its camera's frame.

    Speed is that in the picture: somebody near moves faster than somebody far away. Standing still
    counts as time.
    """
    dwell_s = round(max(0.0, tracklet.last_seen_s - tracklet.start_s), 3)
    steps = _steps(tracklet.path, aspect)
    return Motion(dwell_s, _direction(steps), _speed(steps, tracklet.path))


def _steps(path: Sequence[PathPoint], aspect: float) -> list[tuple[float, float]]:
    """The places of a path in frame heights, without those that are within the jitter."""
    steps: list[tuple[float, float]] = []
    for point in path:
        place = (point.x * aspect, point.y)
        if not steps or math.dist(place, steps[-1]) >= _JITTER:
            steps.append(place)
    return steps


def _direction(steps: Sequence[tuple[float, float]]) -> Direction:
    if not steps:
        return Direction.NONE
    across, down = steps[-1][0] - steps[0][0], steps[-1][1] - steps[0][1]
    if math.hypot(across, down) < _STILL:
        return Direction.NONE
    if abs(across) >= _FORESHORTENED * abs(down):
        return Direction.RIGHT if across > 0 else Direction.LEFT
    return Direction.TOWARDS if down > 0 else Direction.AWAY


def _speed(steps: Sequence[tuple[float, float]], path: Sequence[PathPoint]) -> float | None:
    seconds = path[-1].time_s - path[0].time_s if path else 0.0
    if seconds <= 0:
        return None
    length = sum(math.dist(a, b) for a, b in pairwise(steps))
    return round(length / seconds, 4)
