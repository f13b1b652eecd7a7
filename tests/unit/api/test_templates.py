"""The pictures that stand for somebody."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.api.templates import most_different
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import Served


@given(st.integers(1, 12), st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_no_picture_is_chosen_twice(count: int, limit: int, seed: int) -> None:
    vectors = np.random.default_rng(seed).normal(size=(count, 4)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    chosen = most_different(vectors, count - 1, limit)
    assert len(chosen) == len(set(chosen)) == min(count, limit)
    assert chosen[0] == count - 1


def test_near_copies_are_chosen_last() -> None:
    vectors = np.array([[1, 0, 0], [0.999, 0.0447, 0], [0, 1, 0], [0, 0, 1]], np.float32)
    assert most_different(vectors, 0, 4)[-1] == 1


def test_the_pictures_of_a_person_are_diverse(served: Served) -> None:
    tracklets = [
        add_sighting(served.store, f"e{index}", start_s=100.0 * index, direction=direction)
        for index, direction in enumerate((0, 0, 1), 1)
    ]
    anna = give_identity(served.store, tracklets[0])
    for each in tracklets[1:]:
        give_identity(served.store, each, anna)
    answer = served.get(f"/api/identities/{anna}/templates", limit=2)
    assert answer["identity_id"] == anna
    assert {each["sighting_id"] for each in answer["crops"]} == {"frigate:e1", "frigate:e3"}
    likeness = {each["sighting_id"]: each["likeness"] for each in answer["crops"]}
    # The newest sighting weighs a tenth of what was known before it.
    assert likeness["frigate:e1"] == pytest.approx(0.9 / np.hypot(0.9, 0.1), abs=0.001)
    assert likeness["frigate:e3"] == pytest.approx(0.1 / np.hypot(0.9, 0.1), abs=0.001)


def test_somebody_without_pictures_has_none(served: Served) -> None:
    tracklet = add_sighting(served.store, "a", crops=0)
    somebody = give_identity(served.store, tracklet)
    assert served.get(f"/api/identities/{somebody}/templates")["crops"] == []
