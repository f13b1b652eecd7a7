"""A guess at where cameras stand."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.floorplan import CameraKey, Point
from reid_service.routes.layout import suggested

NAMES = "abcdefg"
A, B, C, D, *_ = CAMERAS = [CameraKey("frigate", name) for name in NAMES]

ways = st.dictionaries(
    st.tuples(st.sampled_from(CAMERAS), st.sampled_from(CAMERAS)).filter(lambda w: w[0] != w[1]),
    st.floats(0.5, 600.0),
    max_size=12,
)


def _distance(a: Point, b: Point) -> float:
    return math.dist((a.x, a.y), (b.x, b.y))


def test_nobody_has_no_place() -> None:
    assert suggested([], {}) == {}


def test_cameras_without_ways_stand_in_a_row() -> None:
    assert suggested([C, A, B], {}) == {
        A: Point(0.25, 0.5),
        B: Point(0.5, 0.5),
        C: Point(0.75, 0.5),
    }


def test_cameras_along_a_corridor_stand_in_its_order() -> None:
    found = suggested(CAMERAS[:4], {(A, B): 10.0, (C, B): 20.0, (C, D): 30.0})
    order = sorted((each.x, key.camera) for key, each in found.items())
    assert "".join(name for _, name in order) in ("abcd", "dcba")
    assert _distance(found[C], found[D]) == pytest.approx(
        3 * _distance(found[A], found[B]), rel=0.01
    )


def test_distances_are_those_of_a_real_yard() -> None:
    real = {A: (0.0, 0.0), B: (30.0, 0.0), C: (30.0, 20.0), D: (0.0, 20.0)}
    walks = {(a, b): math.dist(real[a], real[b]) for a, b in itertools.combinations(real, 2)}
    found = suggested(real, walks)
    factor = _distance(found[A], found[B]) / 30.0
    for (a, b), seconds in walks.items():
        assert _distance(found[a], found[b]) == pytest.approx(factor * seconds, rel=0.01)


def test_of_two_times_the_shorter_one_counts() -> None:
    quick = suggested([A, B, C], {(A, B): 5.0, (B, A): 50.0, (B, C): 5.0})
    assert quick == suggested([A, B, C], {(A, B): 5.0, (B, C): 5.0})


def test_groups_without_a_way_between_them_are_drawn_apart() -> None:
    found = suggested(CAMERAS[:4], {(A, B): 10.0, (C, D): 10.0})
    assert _distance(found[A], found[B]) < _distance(found[A], found[C])


def test_a_camera_without_ways_stands_below_the_others() -> None:
    found = suggested([A, B, C, D], {(A, B): 10.0, (B, C): 12.0})
    assert all(found[each].y < found[D].y for each in (A, B, C))


@given(st.lists(st.sampled_from(CAMERAS), unique=True), ways)
def test_everybody_has_one_place_in_the_square_whatever_the_order(
    cameras: list[CameraKey], walks: dict[tuple[CameraKey, CameraKey], float]
) -> None:
    found = suggested(cameras, walks)
    assert set(found) == set(cameras)
    assert all(0.0 <= each.x <= 1.0 and 0.0 <= each.y <= 1.0 for each in found.values())
    assert suggested(reversed(cameras), dict(reversed(walks.items()))) == found
