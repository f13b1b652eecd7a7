"""From the frame to the plan, and what is said of point pairs."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reid_service.domain.floorplan import Point, PointPair
from reid_service.routes.projection import Fit, Problem, ProblemCode, Projection, fit
from tests.projecting import (
    CASES,
    FIXTURE,
    FLAT,
    GATE,
    LIMITS,
    SPREAD,
    Pinhole,
    described,
    exchanged,
    mirrored,
    moved,
)

cameras = st.builds(
    Pinhole,
    x=st.floats(-500.0, 1500.0),
    y=st.floats(-500.0, 1500.0),
    high=st.floats(50.0, 400.0),
    heading=st.floats(0.0, 359.0),
    tilt=st.floats(30.0, 80.0),
    view=st.floats(40.0, 100.0),
)
places = st.lists(
    st.tuples(st.floats(0.0, 1.0), st.floats(0.55, 1.0)), min_size=5, max_size=12, unique=True
)


def _projection(found: Fit) -> Projection:
    assert found.projection is not None
    return found.projection


def _codes(found: Fit) -> list[ProblemCode]:
    return [each.code for each in found.problems]


@given(cameras, places, places)
def test_exact_pairs_give_the_camera_back(
    camera: Pinhole, marked: list[tuple[float, float]], others: list[tuple[float, float]]
) -> None:
    found = fit(camera.pairs(marked))
    assume(found.usable)
    assume(ProblemCode.CLUSTERED not in _codes(found))
    projected = _projection(found).project(np.array(others))
    wanted = [camera.on_plan(x, y) for x, y in others]
    size = max(math.hypot(each.x - camera.x, each.y - camera.y) for each in wanted)
    for (x, y), each in zip(projected.tolist(), wanted, strict=True):
        assert math.hypot(x - each.x, y - each.y) < 1e-3 * size
    assert found.residual_units == pytest.approx(0.0, abs=1e-4 * size)


@given(cameras, places)
def test_what_is_projected_comes_back(camera: Pinhole, marked: list[tuple[float, float]]) -> None:
    found = fit(camera.pairs(marked))
    assume(found.usable)
    feet = np.array(marked)
    back = np.linalg.inv(_projection(found).matrix).astype(np.float64)
    on_plan = _projection(found).project(feet)
    # Towards the frame the scale is another: all that is wanted is in front of the camera.
    scaled = Projection(back / (back[2] @ [*on_plan[0], 1.0]))
    assert scaled.project(on_plan) == pytest.approx(feet, abs=1e-6)


@given(cameras, places, st.permutations(range(5)))
def test_the_order_of_pairs_is_the_same(
    camera: Pinhole, marked: list[tuple[float, float]], order: list[int]
) -> None:
    pairs = camera.pairs(marked)[:5]
    found, again = fit(pairs), fit([pairs[index] for index in order])
    assert _codes(found) == _codes(again)
    assert found.usable is again.usable


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_fewer_than_four_pairs_give_nothing(count: int) -> None:
    found = fit(GATE.pairs(SPREAD[:count]))
    assert (found.projection, found.usable) == (None, False)
    assert _codes(found) == [ProblemCode.TOO_FEW]


def test_four_pairs_fit_whatever_they_are_so_that_nothing_is_said_of_their_residual() -> None:
    found = fit(GATE.pairs(SPREAD[:4]), 0.02)
    assert (found.residual_units, found.residual_m, found.usable) == (None, None, True)
    assert _codes(found) == [ProblemCode.UNPROVEN]


def test_the_residual_is_in_units_and_where_the_scale_is_known_in_metres() -> None:
    pairs = moved(GATE.pairs(SPREAD), 10.0)
    plain, scaled = fit(pairs), fit(pairs, 0.02)
    assert plain.residual_units is not None
    assert scaled.residual_m is not None
    off = _projection(plain).project(np.array(SPREAD)) - [(e.plan.x, e.plan.y) for e in pairs]
    assert plain.residual_units == pytest.approx(math.sqrt((off**2).sum() / len(SPREAD)))
    assert 1.0 < plain.residual_units < 10.0
    assert plain.residual_m is None
    assert scaled.residual_m == pytest.approx(0.02 * plain.residual_units)


@pytest.mark.parametrize(
    ("off", "metres_per_unit", "inexact"),
    [(20.0, None, False), (150.0, None, True), (20.0, 0.01, False), (20.0, 1.0, True)],
)
def test_pairs_that_do_not_agree_are_told_and_may_be_used(
    off: float, metres_per_unit: float | None, inexact: bool
) -> None:
    found = fit(moved(GATE.pairs(SPREAD), off), metres_per_unit)
    assert _codes(found) == ([ProblemCode.INEXACT] if inexact else [])
    assert found.usable


LINE = [(0.1 * index, 0.9 - 0.05 * index) for index in range(1, 7)]


@pytest.mark.parametrize("marked", [LINE, [*LINE[:4], (0.2, 0.5)], [(0.5, 0.7)] * 5])
def test_points_that_are_all_or_all_but_one_on_a_line_do_not_span_the_ground(
    marked: list[tuple[float, float]],
) -> None:
    found = fit(GATE.pairs(marked))
    assert (_codes(found), found.usable) == ([ProblemCode.COLLINEAR], False)


def test_a_line_on_the_plan_alone_is_seen_too() -> None:
    pairs = [PointPair(Point(x, y), Point(x, 2.0 * x)) for x, y in SPREAD]
    assert _codes(fit(pairs)) == [ProblemCode.COLLINEAR]


def test_two_points_beside_a_line_are_enough() -> None:
    assert fit(GATE.pairs([*LINE[:3], (0.2, 0.5), (0.9, 0.9)])).usable


def test_a_small_part_of_the_frame_is_told_and_may_be_used() -> None:
    found = fit(GATE.pairs([(0.45 + x / 10.0, 0.6 + y / 10.0) for x, y in SPREAD]))
    assert (_codes(found), found.usable) == ([ProblemCode.CLUSTERED], True)


@pytest.mark.parametrize(
    "pairs",
    [FLAT.pairs([*SPREAD, (0.5, 0.05)]), exchanged(GATE.pairs(SPREAD[:4]))],
)
def test_a_horizon_through_the_points_is_refused(pairs: list[PointPair]) -> None:
    found = fit(pairs)
    assert (_codes(found), found.usable) == ([ProblemCode.ABOVE_HORIZON], False)


def test_a_horizon_below_the_points_is_refused() -> None:
    upside_down = [PointPair(Point(e.image.x, 1.0 - e.image.y), e.plan) for e in FLAT.pairs(SPREAD)]
    assert _codes(fit(upside_down)) == [ProblemCode.ABOVE_HORIZON]


@given(cameras)
def test_left_for_right_is_seen(camera: Pinhole) -> None:
    pairs = camera.pairs([(0.1, 0.95), (0.9, 0.9), (0.8, 0.6), (0.3, 0.55), (0.5, 0.7)])
    assert fit(pairs).usable
    found = fit(mirrored(pairs))
    assert (_codes(found), found.usable) == ([ProblemCode.MIRRORED], False)


def test_what_is_at_or_above_the_horizon_is_nowhere() -> None:
    projection = _projection(fit(FLAT.pairs(SPREAD)))
    sky, ground = projection.project(np.array([(0.5, 0.1), (0.5, 0.9)])).tolist()
    assert np.isnan(sky).all()
    assert ground == pytest.approx([FLAT.on_plan(0.5, 0.9).x, FLAT.on_plan(0.5, 0.9).y])
    assert projection.project(np.empty((0, 2))).shape == (0, 2)


def test_a_horizon_through_the_corner_of_the_frame_does_no_harm() -> None:
    # The third coordinate is y alone: it is 0 all along the upper edge.
    exact = Projection(np.array([[300.0, 0.0, 0.0], [0.0, 0.0, 100.0], [0.0, 1.0, 0.0]]))
    image = np.array(SPREAD)
    plan = exact.project(image) * (-1.0, 1.0)
    pairs = [
        PointPair(Point(*a), Point(*b)) for a, b in zip(image.tolist(), plan.tolist(), strict=True)
    ]
    assert fit(pairs).residual_units == pytest.approx(0.0, abs=1e-4)


@pytest.mark.parametrize("code", list(ProblemCode))
def test_every_problem_has_a_sentence(code: ProblemCode) -> None:
    assert Problem(code).message.endswith(".")


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_fixture_of_both_sides_is_up_to_date(name: str) -> None:
    content = json.loads(FIXTURE.read_text("utf-8"))
    cases = content["cases"]
    assert (content["limits"], set(cases)) == (LIMITS, set(CASES))
    wanted, found = cases[name], described(*CASES[name])
    for key in ("pairs", "metres_per_unit", "problems", "usable"):
        assert found[key] == wanted[key]
    for key in ("residual_units", "residual_m"):
        assert found[key] == pytest.approx(wanted[key], abs=1e-3)
    for place, other in zip(found["projected"], wanted["projected"], strict=True):
        assert place["image"] == other["image"]
        assert place["plan"] == (other["plan"] and pytest.approx(other["plan"], abs=1e-3))
