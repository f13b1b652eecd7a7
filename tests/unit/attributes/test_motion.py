"""How somebody moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.attributes.motion import Direction, Motion, motion_of
from reid_service.domain.tracklet import PathPoint, Tracklet
from tests.fakes import make_tracklet


def walked(*places: tuple[float, float], every_s: float = 2.0) -> Tracklet:
    path = tuple(PathPoint(x, y, 100.0 + every_s * k) for k, (x, y) in enumerate(places))
    return replace(make_tracklet(start_s=100.0, end_s=112.5), path=path)


@pytest.mark.parametrize(
    ("places", "direction"),
    [
        (((0.2, 0.8), (0.6, 0.8)), Direction.RIGHT),
        (((0.6, 0.8), (0.2, 0.85)), Direction.LEFT),
        (((0.5, 0.5), (0.52, 0.8)), Direction.TOWARDS),
        (((0.5, 0.9), (0.45, 0.5)), Direction.AWAY),
        (((0.5, 0.8), (0.51, 0.81), (0.5, 0.8)), Direction.NONE),  # stands
        (((0.2, 0.8), (0.6, 0.8), (0.21, 0.8)), Direction.NONE),  # there and back
        (((0.5, 0.5),), Direction.NONE),
        ((), Direction.NONE),
    ],
)
def test_direction_is_that_of_the_displacement(
    places: Sequence[tuple[float, float]], direction: Direction
) -> None:
    assert motion_of(walked(*places)).direction is direction


def test_speed_is_in_frame_heights_whatever_the_shape_of_the_frame() -> None:
    across = walked((0.2, 0.8), (0.4, 0.8))
    assert motion_of(across, aspect=1.5).speed == pytest.approx(0.15)
    assert motion_of(walked((0.5, 0.5), (0.5, 0.8)), aspect=1.5).speed == pytest.approx(0.15)


def test_there_and_back_is_a_way_though_it_leads_nowhere() -> None:
    assert motion_of(walked((0.2, 0.8), (0.4, 0.8), (0.2, 0.8)), aspect=1.0).speed == 0.1


def test_a_box_that_trembles_does_not_move() -> None:
    trembling = walked((0.5, 0.8), (0.504, 0.802), (0.498, 0.797), (0.503, 0.803))
    assert motion_of(trembling) == Motion(12.5, Direction.NONE, 0.0)


@pytest.mark.parametrize("places", [(), ((0.5, 0.5),)])
def test_without_a_way_there_is_no_speed(places: Sequence[tuple[float, float]]) -> None:
    assert motion_of(walked(*places)).speed is None


def test_dwelling_is_the_time_in_sight() -> None:
    motion = motion_of(walked())
    assert motion.dwell_s == 12.5
    assert motion.to_json() == {"dwell_s": 12.5, "direction": "none", "speed": None}


PLACE = st.tuples(st.floats(0, 1), st.floats(0, 1))
OPPOSITE = {
    Direction.LEFT: Direction.RIGHT,
    Direction.RIGHT: Direction.LEFT,
    Direction.TOWARDS: Direction.AWAY,
    Direction.AWAY: Direction.TOWARDS,
    Direction.NONE: Direction.NONE,
}


@given(PLACE, PLACE)
def test_the_way_back_goes_the_other_way(
    start: tuple[float, float], end: tuple[float, float]
) -> None:
    there, back = motion_of(walked(start, end)), motion_of(walked(end, start))
    assert back.direction is OPPOSITE[there.direction]
    assert back.speed == there.speed
