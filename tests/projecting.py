"""Pinhole cameras above a flat floor, and the cases in `tests/fixtures/projection.json`.

The plan editor computes projections as well: both are held to the same file. After a change run
`python -m tests.projecting > tests/fixtures/projection.json`.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reid_service.domain.floorplan import Point, PointPair
from reid_service.routes import projection
from reid_service.routes.projection import Fit, fit

FIXTURE = Path(__file__).parent / "fixtures" / "projection.json"

SPREAD = [(0.1, 0.95), (0.9, 0.9), (0.75, 0.55), (0.25, 0.5), (0.5, 0.7), (0.6, 0.45)]
"""Places in a frame that are all on the ground of the cameras below, well spread."""


@dataclass(frozen=True, slots=True)
class Pinhole:
    """A camera without distortion at a place of the plan, `high` units above the floor.

    `heading` is clockwise from the top of the plan, `tilt` down from the horizontal and `view` the
    width of the view, all in degrees.
    """

    x: float
    y: float
    high: float
    heading: float
    tilt: float
    view: float
    aspect: float = 16 / 9

    @property
    def to_frame(self) -> NDArray[np.float64]:
        """The homography (3, 3) from the plan to fractions of the frame."""
        heading, tilt = math.radians(self.heading), math.radians(self.tilt)
        ahead = np.array([math.sin(heading), -math.cos(heading), 0.0])
        right = np.array([math.cos(heading), math.sin(heading), 0.0])
        for axis in (ahead, right):
            axis[2] = -(axis[0] * self.x + axis[1] * self.y)
        level = np.array([0.0, 0.0, self.high])
        depth = math.cos(tilt) * ahead + math.sin(tilt) * level
        down = -math.sin(tilt) * ahead + math.cos(tilt) * level
        across = 0.5 / math.tan(math.radians(self.view) / 2.0)
        return np.stack(
            [across * right + 0.5 * depth, across * self.aspect * down + 0.5 * depth, depth]
        )

    def on_plan(self, x: float, y: float) -> Point:
        """Where a place of the frame is on the floor."""
        across, down, scale = np.linalg.solve(self.to_frame, [x, y, 1.0])
        return Point(float(across / scale), float(down / scale))

    def pairs(self, places: list[tuple[float, float]]) -> list[PointPair]:
        """Those places of the frame, each with its point on the plan."""
        return [PointPair(Point(x, y), self.on_plan(x, y)) for x, y in places]


GATE = Pinhole(x=120.0, y=640.0, high=150.0, heading=60.0, tilt=25.0, view=80.0)
STEEP = Pinhole(x=500.0, y=300.0, high=300.0, heading=200.0, tilt=70.0, view=95.0)

FLAT = Pinhole(x=120.0, y=640.0, high=150.0, heading=60.0, tilt=12.0, view=80.0)
"""Sees the sky in the upper quarter of its frame."""


def moved(pairs: list[PointPair], off: float) -> list[PointPair]:
    """Every second point of the plan is `off` units too far to the right."""
    return [
        PointPair(each.image, Point(each.plan.x + off * (index % 2), each.plan.y))
        for index, each in enumerate(pairs)
    ]


def mirrored(pairs: list[PointPair]) -> list[PointPair]:
    """As if somebody took left for right on the plan."""
    return [PointPair(each.image, Point(-each.plan.x, each.plan.y)) for each in pairs]


def exchanged(pairs: list[PointPair]) -> list[PointPair]:
    """The first two points of the plan have changed places."""
    first, second, *others = pairs
    return [PointPair(first.image, second.plan), PointPair(second.image, first.plan), *others]


CASES: dict[str, tuple[list[PointPair], float | None]] = {
    "exact": (GATE.pairs(SPREAD), 0.02),
    "steep": (STEEP.pairs(SPREAD), None),
    "four pairs": (GATE.pairs(SPREAD[:4]), None),
    "a little off": (moved(GATE.pairs(SPREAD), 4.0), 0.02),
    "far off": (moved(GATE.pairs(SPREAD), 150.0), 0.02),
    "nothing": ([], None),
    "three pairs": (GATE.pairs(SPREAD[:3]), None),
    "on a line": (GATE.pairs([(0.1 * i, 0.9 - 0.05 * i) for i in range(1, 6)]), None),
    "all but one on a line": (
        GATE.pairs([(0.1, 0.9), (0.3, 0.8), (0.5, 0.7), (0.7, 0.6), (0.2, 0.5)]),
        None,
    ),
    "close together": (GATE.pairs([(0.4 + x / 10, 0.7 + y / 10) for x, y in SPREAD]), None),
    "mirrored": (mirrored(GATE.pairs(SPREAD)), None),
    "above the horizon": (
        FLAT.pairs([*SPREAD, (0.5, 0.05)]),
        None,
    ),
    "exchanged": (exchanged(GATE.pairs(SPREAD[:4])), None),
}
"""By name: pairs, and metres per unit."""

LIMITS = {
    "least_pairs": projection.LEAST_PAIRS,
    "thin": projection.THIN,
    "small": projection.SMALL,
    "farthest": projection.FARTHEST,
    "inexact": projection.INEXACT,
    "inexact_m": projection.INEXACT_M,
}
"""As `reid_service.routes.projection` explains them."""

PROBES = [(0.5, 1.0), (0.3, 0.6), (0.8, 0.8), (0.5, 0.0)]


def described(pairs: list[PointPair], metres_per_unit: float | None) -> dict[str, Any]:
    """One case as the fixture has it."""
    found = fit(pairs, metres_per_unit)
    return {
        "pairs": [
            {
                "image": {"x": each.image.x, "y": each.image.y},
                "plan": {"x": round(each.plan.x, 6), "y": round(each.plan.y, 6)},
            }
            for each in pairs
        ],
        "metres_per_unit": metres_per_unit,
        "residual_units": _rounded(found.residual_units),
        "residual_m": _rounded(found.residual_m),
        "problems": [each.code.value for each in found.problems],
        "usable": found.usable,
        "projected": _projected(found) if found.usable else [],
    }


def _projected(found: Fit) -> list[dict[str, Any]]:
    assert found.projection is not None
    places = found.projection.project(np.array(PROBES))
    return [
        {
            "image": {"x": x, "y": y},
            "plan": None if math.isnan(a) else {"x": _rounded(a), "y": _rounded(b)},
        }
        for (x, y), (a, b) in zip(PROBES, places.tolist(), strict=True)
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _main() -> None:
    about = (
        "Point pairs, what they give, and where some places of the frame are on the plan (null at "
        "the horizon). residual_units of pairs that do not agree may differ by a tenth: they "
        "depend on what is minimised. All else is exact to 0.001 plan units."
    )
    cases = {name: described(*case) for name, case in CASES.items()}
    content = {"about": about, "limits": LIMITS, "cases": cases}
    print(json.dumps(content, indent=1))  # noqa: T201 - its purpose


if __name__ == "__main__":
    _main()
