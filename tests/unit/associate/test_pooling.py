"""Pooling of crops and the choice of which to keep."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.pooling import Shot, pooled_shots, select
from reid_service.domain.crop import Vector


def unit(*values: float) -> Vector:
    vector = np.array(values, np.float32)
    return vector / np.float32(np.linalg.norm(vector))


def shot(name: str, vector: Vector, quality: float = 0.5) -> Shot:
    return Shot(name, quality, vector)


def test_better_crops_weigh_more() -> None:
    vector = pooled_shots([shot("a", unit(1, 0), 0.9), shot("b", unit(0, 1), 0.1)])

    assert vector[0] > 0.9
    np.testing.assert_allclose(np.linalg.norm(vector), 1.0, rtol=1e-6)


def test_opposite_crops_leave_the_word_to_the_better_one() -> None:
    vector = pooled_shots([shot("a", unit(1, 0), 0.5), shot("b", unit(-1, 0), 0.5)])

    np.testing.assert_allclose(np.abs(vector), [1.0, 0.0])


def test_the_first_crop_is_kept() -> None:
    assert select([], shot("a", unit(1, 0)), 8).keep


def test_a_worse_near_copy_is_refused() -> None:
    assert not select([shot("a", unit(1, 0), 0.9)], shot("b", unit(1, 0.01), 0.5), 8).keep


def test_a_better_near_copy_takes_the_place_of_the_worse() -> None:
    selection = select([shot("a", unit(1, 0), 0.4)], shot("b", unit(1, 0.01), 0.9), 8)

    assert selection.keep
    assert selection.removes == "a"


def test_the_same_crop_again_counts_only_if_it_is_better() -> None:
    kept = [shot("a", unit(1, 0), 0.5)]

    assert not select(kept, shot("a", unit(0, 1), 0.5), 8).keep
    assert select(kept, shot("a", unit(0, 1), 0.6), 8).keep


def test_in_a_full_set_the_worse_of_the_two_most_alike_leaves() -> None:
    kept = [shot("a", unit(1, 0, 0), 0.9), shot("b", unit(0, 1, 0), 0.3)]

    selection = select(kept, shot("c", unit(0, 0.9, 0.5), 0.8), 2)

    assert selection.keep
    assert selection.removes == "b"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 20),
            st.floats(0, 1),
            st.lists(st.floats(-1, 1), min_size=3, max_size=3).filter(
                lambda v: np.linalg.norm(v) > 0.1
            ),
        ),
        max_size=30,
    ),
    st.integers(1, 8),
)
def test_never_more_than_the_limit_and_never_a_crop_twice(
    shots: list[tuple[int, float, list[float]]], limit: int
) -> None:
    kept: list[Shot] = []
    for number, quality, values in shots:
        new = Shot(str(number), quality, unit(*values))
        selection = select(kept, new, limit)
        if selection.keep:
            kept = [k for k in kept if k.crop_id not in (selection.removes, new.crop_id)]
            kept.append(new)
        assert len(kept) <= limit
        assert len({k.crop_id for k in kept}) == len(kept)
