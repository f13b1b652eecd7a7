"""Poses of walking."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthetic.gait import Manner, about_x, about_y, about_z, standing, walking
from synthetic.geometry import Floats


@given(st.floats(-3, 3))
def test_every_pose_is_made_of_rotations(phase: float) -> None:
    for rotation in walking(phase, Manner()).values():
        assert rotation @ rotation.T == pytest.approx(np.eye(3), abs=1e-9)
        assert np.linalg.det(rotation) == pytest.approx(1.0)


@given(st.floats(0, 1))
def test_a_cycle_later_the_pose_is_the_same(phase: float) -> None:
    now, later = walking(phase, Manner()), walking(phase + 1.0, Manner())
    for bone, rotation in now.items():
        assert later[bone] == pytest.approx(rotation, abs=1e-6)


@given(st.floats(0, 1))
def test_the_right_leg_does_half_a_cycle_later_what_the_left_does(phase: float) -> None:
    now, later = walking(phase, Manner()), walking(phase + 0.5, Manner())
    for bone in ("upperleg01", "lowerleg01", "foot"):
        assert later[f"{bone}.R"] == pytest.approx(now[f"{bone}.L"], abs=1e-6)


def test_a_leg_in_front_goes_with_an_arm_behind() -> None:
    pose = walking(0.0, Manner())
    leg = pose["upperleg01.L"] @ np.array([0.0, 0.0, -1.0])
    assert leg[1] < 0  # forward is -y
    plain = standing(Manner())
    arm = np.array([0.66, 0.0, -0.75])
    assert (pose["upperarm01.L"] @ arm)[1] > (plain["upperarm01.L"] @ arm)[1]


def test_who_stands_has_straight_knees() -> None:
    assert "lowerleg01.L" not in standing(Manner())


@pytest.mark.parametrize("turn", [about_x, about_y, about_z])
def test_turning_back_undoes_a_turn(turn: Callable[[float], Floats]) -> None:
    assert turn(0.7) @ turn(-0.7) == pytest.approx(np.eye(3))
