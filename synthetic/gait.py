"""Poses of a walking and of a standing person as rotations per bone.

Axes of the body in rest: it faces -y, z is up, x points to its left hand. A rotation is about
the axes of the body in rest, at the head of its bone, and moves all bones below it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from synthetic.geometry import Floats

Pose: TypeAlias = Mapping[str, Floats]
"""Rotation (3, 3) by bone name; a bone that is not named keeps its rest direction."""

# Joint angles of level walking in degrees over one cycle that starts with the heel on the
# ground: rounded by hand to the usual shape of such curves, and judged by eye. Not measurements.
_CYCLE: Final = np.array([0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
_HIP_DEG: Final = np.array([28.0, 25.0, 17.0, 7.0, -4.0, -10.0, -6.0, 10.0, 24.0, 30.0, 28.0])
_KNEE_DEG: Final = np.array([4.0, 15.0, 16.0, 9.0, 4.0, 9.0, 34.0, 60.0, 48.0, 14.0, 4.0])
_ANKLE_DEG: Final = np.array([0.0, -4.0, 4.0, 8.0, 10.0, 4.0, -16.0, -6.0, 2.0, 2.0, 0.0])
STRIDE_PER_HEIGHT: Final = 0.80
"""Length of two steps over body height: 1.4 m for somebody of 1.75 m."""


_REST_ELBOW: Final = 0.78
"""How far the elbow is bent in the body at rest, radians."""
_CURLED: Final = 0.25


@dataclass(frozen=True, slots=True)
class Manner:
    """How somebody walks: factors around 1 for step and arm swing, angles in radians."""

    step: float = 0.95
    arm_swing: float = 0.8
    arms_down: float = 0.62  # upper arms rest 0.72 off the vertical; a little away is natural
    elbow: float = 0.25
    lean: float = 0.05


def about_x(angle: float) -> Floats:
    """Rotation (3, 3) about x by `angle` radians."""
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([[1, 0, 0], [0, cos, -sin], [0, sin, cos]])


def about_y(angle: float) -> Floats:
    """Rotation (3, 3) about y by `angle` radians."""
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]])


def about_z(angle: float) -> Floats:
    """Rotation (3, 3) about z by `angle` radians."""
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])


def _joint(table: Floats, phase: float) -> float:
    return float(np.radians(np.interp(phase % 1.0, _CYCLE, table)))


def walking(phase: float, manner: Manner) -> Pose:
    """The pose at `phase` of the cycle (any real number, 1 = two steps)."""
    pose: dict[str, Floats] = {}
    for side, offset, sign in (("L", 0.0, 1.0), ("R", 0.5, -1.0)):
        at = phase + offset
        pose[f"upperleg01.{side}"] = about_x(-manner.step * _joint(_HIP_DEG, at))
        pose[f"lowerleg01.{side}"] = about_x(manner.step * _joint(_KNEE_DEG, at))
        pose[f"foot.{side}"] = about_x(-_joint(_ANKLE_DEG, at))
        # The arm swings against the leg of its own side.
        swing = 0.42 * manner.arm_swing * np.cos(2 * np.pi * at)
        pose.update(_arm(side, sign, manner, swing=swing, bend=manner.elbow + max(0.0, -swing)))
    twist = 0.07 * manner.step * np.cos(2 * np.pi * phase)
    pose["spine03"] = about_z(-twist) @ about_x(manner.lean)
    pose["neck01"] = about_z(twist) @ about_x(-0.5 * manner.lean)
    return pose


def standing(manner: Manner) -> Pose:
    """Both feet on the ground, arms at the sides."""
    pose: dict[str, Floats] = {"upperleg01.L": about_y(0.03), "upperleg01.R": about_y(-0.03)}
    for side, sign in (("L", 1.0), ("R", -1.0)):
        pose.update(_arm(side, sign, manner, swing=0.0, bend=manner.elbow))
    return pose


def _arm(side: str, sign: float, manner: Manner, *, swing: float, bend: float) -> Pose:
    """Arm lowered from its rest, swung about the shoulder (positive: back), bent forward."""
    lower = about_y(sign * manner.arms_down)
    pose: dict[str, Floats] = {
        f"upperarm01.{side}": about_x(swing) @ lower,
        # The elbow bends about the body's axis x, although the arm rests sideways.
        f"lowerarm01.{side}": lower.T @ about_x(_REST_ELBOW - bend) @ lower,
    }
    for finger in (2, 3, 4, 5):
        for joint in (1, 2):
            pose[f"finger{finger}-{joint}.{side}"] = about_y(sign * _CURLED)
    return pose
