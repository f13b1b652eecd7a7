"""How people stand and go in crops: any moment of a walk, arms and heads as they please."""

from __future__ import annotations

import numpy as np

from synthetic.gait import Manner, Pose, about_x, about_z, standing, walking


def random_pose(rng: np.random.Generator) -> Pose:
    """A pose of the walk (most), or standing; in some an arm is bent or the head turned."""
    manner = _random_manner(rng)
    if rng.random() < 0.72:
        pose = dict(walking(float(rng.random()), manner))
    else:
        pose = dict(standing(manner))
    for side in ("L", "R"):
        if rng.random() < 0.2:
            pose.update(_bent_arm(rng, side))
    if rng.random() < 0.4:
        pose["neck01"] = about_z(float(rng.normal(0, 0.4))) @ about_x(float(rng.normal(0, 0.12)))
    return pose


def _random_manner(rng: np.random.Generator) -> Manner:
    return Manner(
        step=float(rng.uniform(0.5, 1.1)),
        arm_swing=float(rng.uniform(0.1, 1.2)),
        arms_down=float(rng.uniform(0.5, 0.7)),
        elbow=float(rng.uniform(0.1, 0.6)),
        lean=float(rng.uniform(-0.02, 0.15)),
    )


def _bent_arm(rng: np.random.Generator, side: str) -> Pose:
    """A hand at a telephone, a strap or a pocket: the arm of somebody who bends it more."""
    bent = Manner(elbow=float(rng.uniform(0.8, 2.1)), arms_down=float(rng.uniform(0.45, 0.68)))
    return {bone: turn for bone, turn in standing(bent).items() if bone.endswith(side)}
