"""From the frame of a camera to the plan: a homography of the ground, and whether to trust it.

A camera without distortion maps the flat ground to its frame by a homography (Hartley and
Zisserman 2003, section 2.3), and so back. `cv2.findHomography` without outlier rejection finds it:
normalised DLT (their algorithm 4.2), then least squares of the distances on the plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from reid_service.domain.floorplan import PointPair

Points: TypeAlias = NDArray[np.float64]
"""Points, shape (N, 2)."""

LEAST_PAIRS: Final = 4
THIN: Final = 0.02
"""Points whose spread across a line is below this share of that along it are a line."""

SMALL: Final = 0.03
"""Share of the frame that the box around the points covers at least."""

FARTHEST: Final = 50.0
"""Times as far away as the calibrated points; what is farther is at the horizon."""

INEXACT: Final = 0.05
"""A residual above this share of the diagonal of what the points span on the plan is large."""

INEXACT_M: Final = 1.0
"""The same in metres, where the scale is known."""


class ProblemCode(StrEnum):
    """What is the matter with point pairs."""

    TOO_FEW = "too_few"
    COLLINEAR = "collinear"
    ABOVE_HORIZON = "above_horizon"
    MIRRORED = "mirrored"
    # The rest is advice: the projection can be used.
    UNPROVEN = "unproven"
    CLUSTERED = "clustered"
    INEXACT = "inexact"


_ADVICE: Final = frozenset({ProblemCode.UNPROVEN, ProblemCode.CLUSTERED, ProblemCode.INEXACT})

_WORDS: Final = {
    ProblemCode.TOO_FEW: "Mark at least four points on the ground; six or more are better.",
    ProblemCode.COLLINEAR: (
        "All points but one at most lie on one line. Add points beside that line, near and far."
    ),
    ProblemCode.ABOVE_HORIZON: (
        "With these pairs the horizon would run through the ground. Mark points on the ground "
        "only, and check that no two pairs are exchanged."
    ),
    ProblemCode.MIRRORED: (
        "With these pairs left and right would be exchanged. Check that every point of the frame "
        "belongs to its point on the plan."
    ),
    ProblemCode.UNPROVEN: (
        "Four pairs fit whatever they are. Add at least one more to see how exact they are."
    ),
    ProblemCode.CLUSTERED: (
        "The points cover only a small part of the frame. Add some nearer to its edges."
    ),
    ProblemCode.INEXACT: (
        "The pairs do not agree well. Correct those that are off, or mark points that are sharper."
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; `message` is a sentence for people."""

    code: ProblemCode

    @property
    def message(self) -> str:
        """What it is and how to mend it."""
        return _WORDS[self.code]


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """A homography (3, 3) from fractions of the frame to plan units.

    Its scale is such that the third coordinate is 1 amid the calibrated points, and falls to 0
    towards the horizon.
    """

    matrix: NDArray[np.float64]

    def project(self, points: Points) -> Points:
        """Points (N, 2) of the frame on the plan; NaN for those at or above the horizon."""
        if not len(points):
            return np.empty((0, 2))
        raised = np.column_stack([points, np.ones(len(points))]) @ self.matrix.T
        on_ground = raised[:, 2] > 1.0 / FARTHEST
        depths = np.where(on_ground, raised[:, 2], np.nan)
        projected: Points = raised[:, :2] / depths[:, None]
        return projected


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """What point pairs give.

    `residual_units` is the root mean square distance on the plan between where the pairs are and
    where they are projected to; None where that says nothing. `projection` is there although it
    may not be `usable`.
    """

    projection: Projection | None
    residual_units: float | None
    residual_m: float | None
    problems: tuple[Problem, ...]

    @property
    def usable(self) -> bool:
        """Whether paths may be drawn with it."""
        return self.projection is not None and all(each.code in _ADVICE for each in self.problems)


def fit(pairs: Sequence[PointPair], metres_per_unit: float | None = None) -> Fit:
    """The projection that fits the pairs best, and what speaks against it."""
    if len(pairs) < LEAST_PAIRS:
        return _unfit(ProblemCode.TOO_FEW)
    image = np.array([(each.image.x, each.image.y) for each in pairs])
    plan = np.array([(each.plan.x, each.plan.y) for each in pairs])
    if _on_a_line(image) or _on_a_line(plan):
        return _unfit(ProblemCode.COLLINEAR)
    projection = _fitted(image, plan)
    if _meets_the_horizon(projection, image):
        return _unfit(ProblemCode.ABOVE_HORIZON, projection)
    if np.linalg.det(projection.matrix) <= 0.0:
        return _unfit(ProblemCode.MIRRORED, projection)
    codes = [ProblemCode.CLUSTERED] if _is_small(image) else []
    if len(pairs) == LEAST_PAIRS:
        return Fit(projection, None, None, _problems(*codes, ProblemCode.UNPROVEN))
    off = projection.project(image) - plan
    residual = float(np.sqrt((off**2).sum(axis=1).mean()))
    metres = None if metres_per_unit is None else residual * metres_per_unit
    if _is_inexact(residual, metres, plan):
        codes.append(ProblemCode.INEXACT)
    return Fit(projection, residual, metres, _problems(*codes))


def _fitted(image: Points, plan: Points) -> Projection:
    """The best homography; the points (N, 2) span the ground."""
    # About their middle: a horizon through the corner of the frame would have no finite matrix.
    middle = image.mean(axis=0)
    found, _ = cv2.findHomography(image - middle, plan, 0)
    to_middle = np.eye(3)
    to_middle[:2, 2] = -middle
    return Projection(found.astype(np.float64) @ to_middle)


def _problems(*codes: ProblemCode) -> tuple[Problem, ...]:
    return tuple(map(Problem, codes))


def _unfit(code: ProblemCode, projection: Projection | None = None) -> Fit:
    return Fit(projection, None, None, _problems(code))


def _on_a_line(points: Points) -> bool:
    """Whether all, or all but one, are on one line: then no four of them span the ground."""
    left_out = (np.delete(points, index, axis=0) for index in range(len(points)))
    return _is_thin(points) or any(map(_is_thin, left_out))


def _is_thin(points: Points) -> bool:
    across, along = np.linalg.svd(points - points.mean(axis=0), compute_uv=False)[::-1]
    return bool(across <= THIN * along)


def _meets_the_horizon(projection: Projection, image: Points) -> bool:
    """Whether a point is above the horizon, or the ground at the lower edge of the frame is."""
    seen = np.vstack([image, [[0.5, 1.0]]])
    return bool(np.isnan(projection.project(seen)).any())


def _is_small(image: Points) -> bool:
    width, height = np.ptp(image, axis=0)
    return bool(width * height < SMALL)


def _is_inexact(residual: float, metres: float | None, plan: Points) -> bool:
    if metres is not None:
        return metres > INEXACT_M
    return residual > INEXACT * float(np.hypot(*np.ptp(plan, axis=0)))
