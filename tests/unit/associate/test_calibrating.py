"""The curve of a model, fitted to a site."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.appearance import Curve, appearance_ratio
from reid_service.associate.calibrating import Observation, observations, refined
from reid_service.associate.chain import Chain, Member
from reid_service.associate.movements import Movements
from reid_service.associate.transit import Transit

CURVE = Curve(slope=28.0, zero=0.18, excess=0.04)


def _seen(one: float, two: float, count: int = 200) -> list[Observation]:
    """Pairs of one person around the cosine `one`, of two people around `two`."""
    random = np.random.default_rng(0)
    return [
        Observation(float(random.normal(mean, 0.1)), 1, 0.0, is_one)
        for mean, is_one in ((one, True), (two, False))
        for _ in range(count)
    ]


def _member(key: str, place: str, start_s: float, *look: float) -> Member:
    vector = np.zeros(4, np.float32)
    vector[: len(look)] = look
    return Member(key, place, start_s, start_s + 5.0, vector, vector)


def test_a_site_that_shows_nothing_leaves_the_curve_as_it_is() -> None:
    assert refined(CURVE, []) == CURVE


def test_where_strangers_look_more_alike_more_likeness_is_wanted() -> None:
    assert refined(CURVE, _seen(one=0.55, two=0.25)).zero > CURVE.zero


def test_where_people_look_less_like_themselves_less_is_wanted() -> None:
    assert refined(CURVE, _seen(one=0.25, two=-0.1)).zero < CURVE.zero


def test_a_few_answers_move_it_a_little_and_many_pairs_more() -> None:
    answer = Observation.from_answer(Observation(0.19, 1, 0.0, is_one=False).to_json())
    few = refined(CURVE, [answer])
    many = refined(CURVE, [answer] * 3)
    assert CURVE.zero < few.zero < many.zero


def test_an_answer_counts_for_more_than_a_pair() -> None:
    pair = Observation(0.3, 6, 0.5, is_one=True)
    answer = Observation.from_answer(pair.to_json())
    assert (answer.alike, answer.pairs, answer.same_camera) == (0.3, 6, 0.5)
    assert answer.is_one
    assert answer.weight > pair.weight


@given(
    st.lists(
        st.builds(
            Observation,
            st.floats(-1.0, 1.0),
            st.integers(1, 400),
            st.floats(0.0, 1.0),
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_whatever_is_seen_it_stays_near_what_was_shipped(seen: list[Observation]) -> None:
    curve = refined(CURVE, seen)
    assert CURVE.zero - 0.021 <= curve.zero <= CURVE.zero + 0.061
    assert (curve.slope, curve.excess) == (CURVE.slope, CURVE.excess)
    ratios = [appearance_ratio(curve, alike, 1, 0.0) for alike in (-0.5, 0.0, 0.5)]
    assert ratios == sorted(ratios)


def test_two_beside_each_other_teach_what_strangers_look_like() -> None:
    chains = [
        Chain("a", [_member("t1", "gate", 100.0, 1.0)]),
        Chain("b", [_member("t2", "gate", 103.0, 0.6, 0.8)]),
        Chain("c", [_member("t3", "yard", 104.0, 0.0, 1.0)]),
        Chain("d", [_member("t4", "gate", 300.0, 0.0, 1.0)]),
    ]
    [seen] = observations(chains, Transit(Movements()))
    assert (seen.is_one, seen.same_camera) == (False, 1.0)
    assert seen.alike == pytest.approx(0.6)


def test_a_walk_that_time_all_but_proves_teaches_what_one_person_looks_like() -> None:
    movements = Movements()
    walks = [
        Chain(
            f"p{n}", [_member(f"{n}a", "gate", 600.0 * n), _member(f"{n}b", "yard", 600.0 * n + 15)]
        )
        for n in range(30)
    ]
    movements.watch(walks, from_s=-1.0, until_s=20000.0)
    sure = Chain("x", [_member("x1", "gate", 0.0, 1.0), _member("x2", "yard", 15.0, 0.8, 0.6)])
    doubtful = Chain("y", [_member("y1", "gate", 0.0, 1.0), _member("y2", "yard", 900.0, 1.0)])
    back = Chain("z", [_member("z1", "yard", 2000.0, 1.0), _member("z2", "yard", 2015.0, 1.0)])
    [seen] = [e for e in observations([sure, doubtful, back], Transit(movements)) if e.is_one]
    assert seen.alike == pytest.approx(0.8)
    assert seen.same_camera == 0.0
