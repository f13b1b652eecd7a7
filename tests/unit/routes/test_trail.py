"""Paths on the plan."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.floorplan import Floor
from reid_service.domain.tracklet import PathPoint
from reid_service.routes.projection import Projection, fit
from reid_service.routes.trail import trail
from tests.projecting import FLAT, SPREAD

FLOOR = Floor("ground", "Ground", width=800.0, height=600.0)
STRAIGHT_DOWN = Projection(np.diag([800.0, 600.0, 1.0]))
"""The frame is the floor."""

_TOLERANCE = 0.004 * 1000.0


def _path(*places: tuple[float, float]) -> list[PathPoint]:
    return [PathPoint(x, y, 100.0 + index) for index, (x, y) in enumerate(places)]


def test_an_empty_path_leaves_no_trail() -> None:
    assert trail([], STRAIGHT_DOWN, FLOOR) == []


def test_a_single_step_is_a_point_with_its_time() -> None:
    [point] = trail(_path((0.5, 0.5)), STRAIGHT_DOWN, FLOOR)
    assert (point.x, point.y, point.time_s) == (400.0, 300.0, 100.0)


def test_on_a_straight_way_the_ends_are_enough() -> None:
    walked = trail(_path(*((0.1 * i, 0.5) for i in range(1, 9))), STRAIGHT_DOWN, FLOOR)
    assert [(round(each.x), each.time_s) for each in walked] == [(80, 100.0), (640, 107.0)]


def test_a_corner_is_kept() -> None:
    walked = trail(_path((0.1, 0.1), (0.5, 0.1), (0.5, 0.9)), STRAIGHT_DOWN, FLOOR)
    assert [each.time_s for each in walked] == [100.0, 101.0, 102.0]


def test_there_and_back_is_not_cut_short() -> None:
    walked = trail(_path((0.1, 0.5), (0.9, 0.5), (0.1, 0.5)), STRAIGHT_DOWN, FLOOR)
    assert [round(each.x) for each in walked] == [80, 720, 80]


def test_what_lies_beyond_the_floor_or_at_the_horizon_is_left_out() -> None:
    projection = fit(FLAT.pairs(SPREAD)).projection
    assert projection is not None
    near, sky = (0.5, 0.9), (0.5, 0.1)
    walked = trail(_path(near, sky, near), projection, Floor("ground", "Ground"))
    assert [each.time_s for each in walked] == [100.0, 102.0]
    assert trail(_path(near, sky), projection, Floor("ground", "Ground", width=1.0)) == []


def test_a_long_walk_in_circles_is_bounded_and_keeps_its_ends() -> None:
    circles = [(0.5 + 0.4 * math.sin(i), 0.5 + 0.4 * math.cos(i)) for i in range(1000)]
    walked = trail(_path(*circles), STRAIGHT_DOWN, FLOOR)
    assert len(walked) == 200
    assert (walked[0].time_s, walked[-1].time_s) == (100.0, 1099.0)


@given(st.lists(st.tuples(st.floats(-0.2, 1.2), st.floats(-0.2, 1.2)), min_size=1, max_size=40))
def test_a_trail_is_in_order_on_the_floor_and_near_every_step(
    places: list[tuple[float, float]],
) -> None:
    walked = trail(_path(*places), STRAIGHT_DOWN, FLOOR)
    times = [each.time_s for each in walked]
    assert times == sorted(set(times))
    assert all(0.0 <= e.x <= FLOOR.width and 0.0 <= e.y <= FLOOR.height for e in walked)
    inside = [(800.0 * x, 600.0 * y) for x, y in places if 0.0 <= x <= 1.0 and 0.0 <= y <= 1.0]
    assert bool(inside) is bool(walked)
    line = [(each.x, each.y) for each in walked]
    for place in inside:
        segments = zip(line, line[1:] or line, strict=False)
        assert min(_distance(place, a, b) for a, b in segments) <= _TOLERANCE + 1e-6


def _distance(
    place: tuple[float, float], start: tuple[float, float], end: tuple[float, float]
) -> float:
    along = (end[0] - start[0], end[1] - start[1])
    length = along[0] ** 2 + along[1] ** 2
    share = 0.0
    if length > 0.0:
        share = (along[0] * (place[0] - start[0]) + along[1] * (place[1] - start[1])) / length
    share = max(0.0, min(1.0, share))
    nearest = (start[0] + share * along[0], start[1] + share * along[1])
    return math.dist(place, nearest)


@pytest.mark.parametrize(("off", "kept"), [(0.006, 2), (0.008, 3)])
def test_a_bend_below_four_thousandths_of_the_diagonal_is_left_out(off: float, kept: int) -> None:
    bent = _path((0.1, 0.5), (0.5, 0.5 + off), (0.9, 0.5))  # 3.6 or 4.8 of 1000 units
    assert len(trail(bent, STRAIGHT_DOWN, FLOOR)) == kept
