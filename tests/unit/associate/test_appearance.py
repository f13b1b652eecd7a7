"""Log-likelihood ratios of looks."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.appearance import (
    Curve,
    appearance_ratio,
    appearance_ratios,
    curve_of,
    features,
    likeness,
)
from reid_service.embed.embedder import Calibration
from tests.unit.associate.people import CURVE

PAIRS = st.integers(1, 1600)
SHARES = st.floats(0.0, 1.0)
COSINES = st.floats(-1.0, 1.0)


def test_the_thresholds_of_a_model_lie_where_they_were_measured() -> None:
    curve = curve_of(Calibration(same=0.7, new=0.5))
    assert appearance_ratio(curve, 0.5, 1, 0.0) == pytest.approx(2.1)
    assert appearance_ratio(curve, 0.7, 1, 0.0) == pytest.approx(5.75)


def test_a_model_whose_thresholds_meet_has_a_finite_slope() -> None:
    curve = curve_of(Calibration(same=0.5, new=0.5))
    assert math.isfinite(curve.slope)
    assert curve.zero < 0.5


def test_where_different_people_share_nothing_one_camera_adds_nothing() -> None:
    assert curve_of(Calibration(same=0.3, new=0.01)).excess == 0.0
    assert CURVE.excess > 0.0


def test_at_the_zero_looks_say_nothing() -> None:
    assert appearance_ratio(CURVE, CURVE.zero, 1, 0.0) == 0.0
    on_one_camera = CURVE.zero + CURVE.excess
    assert appearance_ratio(CURVE, on_one_camera, 1, 1.0) == pytest.approx(0.0)


@given(st.lists(st.tuples(COSINES, PAIRS, SHARES, st.booleans()), min_size=1, max_size=8))
def test_many_at_once_are_weighed_as_each_alone(
    pairs: list[tuple[float, int, float, bool]],
) -> None:
    alike, counts, shares, groups = (np.array(each) for each in zip(*pairs, strict=True))
    wanted = [appearance_ratio(CURVE, a, n, s, groups=g) for a, n, s, g in pairs]
    assert appearance_ratios(CURVE, alike, counts, shares, groups).tolist() == wanted


@given(COSINES, COSINES, PAIRS, SHARES)
def test_more_alike_speaks_more_for_one_person(
    one: float, other: float, pairs: int, share: float
) -> None:
    less, more = sorted((one, other))
    low = appearance_ratio(CURVE, less, pairs, share)
    high = appearance_ratio(CURVE, more, pairs, share)
    assert low <= high
    if more - less > 1e-6:
        assert low < high


@given(COSINES, PAIRS, SHARES, SHARES)
def test_tracklets_of_one_camera_must_be_more_alike(
    cosine: float, pairs: int, one: float, other: float
) -> None:
    less, more = sorted((one, other))
    assert appearance_ratio(CURVE, cosine, pairs, more) <= appearance_ratio(
        CURVE, cosine, pairs, less
    )


def test_more_tracklets_make_surer_and_demand_more() -> None:
    assert appearance_ratio(CURVE, 0.6, 16, 0.0) > appearance_ratio(CURVE, 0.6, 1, 0.0)
    assert appearance_ratio(CURVE, 0.2, 16, 0.0) < 0.0 < appearance_ratio(CURVE, 0.2, 1, 0.0)


def test_beyond_what_was_measured_more_tracklets_add_nothing() -> None:
    assert appearance_ratio(CURVE, 0.5, 63, 0.0) != appearance_ratio(CURVE, 0.5, 64, 0.0)
    assert appearance_ratio(CURVE, 0.5, 64, 0.0) == appearance_ratio(CURVE, 0.5, 8100, 0.0)


@given(PAIRS, SHARES)
def test_what_the_ratio_is_linear_in_gives_the_ratio(pairs: int, share: float) -> None:
    scaled, scale = features(CURVE, 0.5, pairs, share)
    assert appearance_ratio(CURVE, 0.5, pairs, share) == pytest.approx(
        CURVE.slope * (scaled + CURVE.zero * scale)
    )


def test_the_zero_rises_with_the_logarithm_of_the_pairs() -> None:
    zero = CURVE.zero + 0.06 * math.log(16)
    assert appearance_ratio(CURVE, zero, 16, 0.0) == pytest.approx(0.0)
    assert appearance_ratio(CURVE, zero + 0.1, 16, 0.0) == pytest.approx(2 * 0.1 * CURVE.slope)


def test_half_of_the_likeness_is_that_of_the_best_pair() -> None:
    assert likeness(0.2, 0.6) == pytest.approx(0.4)
    assert likeness(0.3, 0.3) == 0.3


def test_between_two_curves_lies_their_mean() -> None:
    raw, centred = Curve(20.0, 0.6, 0.1), Curve(30.0, 0.2, 0.0)
    assert raw.between(centred, 0.0) == raw
    assert raw.between(centred, 1.0) == centred
    half = raw.between(centred, 0.5)
    assert (half.slope, half.zero, half.excess) == pytest.approx((25.0, 0.4, 0.05))
