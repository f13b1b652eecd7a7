"""Boxes and cameras of the generator."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthetic.geometry import Box, View

_numbers = st.floats(-500, 500)
_sizes = st.floats(1, 500)
_boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), _numbers, _numbers, _sizes, _sizes)
VIEW = View(eye=(0.0, 0.0, 2.5), target=(0.4, 7.0, 1.0), field_deg=60, width=640, height=360)


@given(_boxes, _boxes)
def test_iou_is_symmetric_and_a_share(first: Box, second: Box) -> None:
    assert first.iou(second) == pytest.approx(second.iou(first))
    assert 0.0 <= first.iou(second) <= 1.0 + 1e-9


@given(_boxes)
def test_a_box_covers_itself(box: Box) -> None:
    assert box.covered_by(box) == pytest.approx(1.0)
    assert box.iou(box) == pytest.approx(1.0)


def test_boxes_apart_have_nothing_in_common() -> None:
    assert Box(0, 0, 1, 1).iou(Box(2, 2, 3, 3)) == 0.0
    assert Box(0, 0, 1, 1).covered_by(Box(2, 2, 3, 3)) == 0.0


def test_a_rounded_box_ends_at_the_last_pixel() -> None:
    assert Box(-3.2, 10.4, 700.0, 400.0).rounded(640, 360) == (0, 10, 639, 359)


def test_the_target_is_in_the_middle_of_the_picture() -> None:
    pixels, depth = VIEW.project(np.array([VIEW.target]))
    assert pixels[0] == pytest.approx((320.0, 180.0))
    assert depth[0] == pytest.approx(math.dist(VIEW.eye, VIEW.target))


def test_the_horizon_is_level() -> None:
    far = np.array([[-4000.0, 9000.0, 2.5], [4000.0, 9000.0, 2.5]])
    pixels, _ = VIEW.project(far)
    assert pixels[0, 1] == pytest.approx(pixels[1, 1], abs=0.5)


def test_a_ray_through_a_pixel_meets_the_point_that_is_drawn_there() -> None:
    ray = VIEW.rays()[100, 500]
    pixels, _ = VIEW.project(np.asarray(VIEW.eye) + 7.0 * ray[None, :])
    assert pixels[0] == pytest.approx((500.5, 100.5))


def test_the_renderer_s_matrices_agree_with_the_projection() -> None:
    point = np.array([1.2, 6.0, 1.1])
    clip = VIEW.projection @ VIEW.world_to_camera @ np.append(point, 1.0)
    x = (clip[0] / clip[3] * 0.5 + 0.5) * VIEW.width
    y = (0.5 - clip[1] / clip[3] * 0.5) * VIEW.height
    assert VIEW.project(point[None, :])[0][0] == pytest.approx((x, y))


def test_what_stands_behind_the_camera_has_no_box() -> None:
    assert VIEW.box_of(np.array([[0.0, -2.0, 1.0], [0.0, 5.0, 1.0]])) is None


def test_a_body_in_sight_has_a_box_around_its_points() -> None:
    box = VIEW.box_of(np.array([[0.0, 6.0, 0.0], [0.3, 6.0, 1.8], [-0.3, 6.0, 1.0]]))
    assert box is not None
    assert box.height > box.width > 0
