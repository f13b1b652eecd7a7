"""Taking the camera out of embeddings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.centring import Centring, learned
from reid_service.domain.crop import Vector
from reid_service.domain.floorplan import CameraKey

GATE, GARDEN, ATTIC = (CameraKey("frigate", each) for each in ("gate", "garden", "attic"))
BARN_GATE = CameraKey("barn", "gate")


def unit(*values: float) -> Vector:
    vector = np.array(values, np.float32)
    return vector / np.float32(np.linalg.norm(vector))


def people_on(camera: CameraKey, colour: Vector, count: int) -> list[tuple[CameraKey, str, Vector]]:
    """People whose vectors are mostly the camera's colour and a little themselves."""
    random = np.random.default_rng(len(camera.camera))
    seen = []
    for number in range(count):
        own = random.standard_normal(colour.size).astype(np.float32) * 0.1
        seen.append((camera, f"{camera.place}-{number}", unit(*(colour + own))))
    return seen


def test_without_anything_learned_nothing_changes() -> None:
    vector = unit(1, 2, 3)

    assert learned([], learned_from=0).apply(GATE, vector) is vector
    assert Centring().apply(GATE, vector) is vector


def test_one_person_on_two_cameras_becomes_more_alike_than_two_on_one() -> None:
    random = np.random.default_rng(3)
    red, blue = unit(*random.standard_normal(16)), unit(*random.standard_normal(16))
    centring = learned(people_on(GATE, red, 40) + people_on(GARDEN, blue, 40), learned_from=80)
    anna, ben = (random.standard_normal(16).astype(np.float32) * 0.15 for _ in range(2))
    at_gate, in_garden, other = unit(*(red + anna)), unit(*(blue + anna)), unit(*(red + ben))

    assert at_gate @ other > at_gate @ in_garden
    centred = [
        centring.apply(camera, vector)
        for camera, vector in ((GATE, at_gate), (GARDEN, in_garden), (GATE, other))
    ]
    assert centred[0] @ centred[1] > centred[0] @ centred[2]


def test_a_resident_who_passes_often_does_not_become_the_camera() -> None:
    others = people_on(GATE, unit(1, 0, 0), 8)
    resident = (GATE, "anna", unit(0, 1, 0))

    once = learned([*others, resident], learned_from=9)
    often = learned([*others, *[resident] * 100], learned_from=108)

    np.testing.assert_allclose(once.centres[GATE], often.centres[GATE], atol=1e-6)


def test_few_people_count_little() -> None:
    two = learned(people_on(GATE, unit(1, 0, 0), 2), learned_from=2)
    many = learned(people_on(GATE, unit(1, 0, 0), 80), learned_from=80)

    assert two.warmth == 0.2
    assert many.warmth > 0.9
    assert np.linalg.norm(two.centres[GATE]) < 0.5 * np.linalg.norm(many.centres[GATE])


def test_cameras_of_two_frigates_that_are_called_alike_are_centred_apart() -> None:
    red, blue = unit(1, 0, 0), unit(0, 0, 1)
    centring = learned(people_on(GATE, red, 40) + people_on(BARN_GATE, blue, 40), learned_from=80)

    assert int(np.argmax(centring.centres[GATE])) == 0
    assert int(np.argmax(centring.centres[BARN_GATE])) == 2
    vector = unit(1, 1, 1)
    assert centring.apply(GATE, vector)[0] < 0 < centring.apply(BARN_GATE, vector)[0]


@pytest.mark.parametrize("camera", [ATTIC, None])
def test_a_camera_that_was_never_seen_or_none_gets_the_sites_mean(
    camera: CameraKey | None,
) -> None:
    centring = learned(people_on(GATE, unit(1, 0, 0), 20), learned_from=20)
    vector = unit(1, 1, 0)

    assert centring.site is not None
    expected = vector - centring.site
    np.testing.assert_allclose(
        centring.apply(camera, vector), expected / np.linalg.norm(expected), rtol=1e-5
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from([GATE, GARDEN, BARN_GATE]),
            st.sampled_from("abcdef"),
            st.lists(st.floats(-1, 1), min_size=4, max_size=4).filter(
                lambda v: np.linalg.norm(v) > 0.1
            ),
        ),
        max_size=20,
    ),
    st.lists(st.floats(-1, 1), min_size=4, max_size=4).filter(lambda v: np.linalg.norm(v) > 0.1),
)
def test_whatever_was_seen_a_unit_vector_stays_one(
    seen: list[tuple[CameraKey, str, list[float]]], values: list[float]
) -> None:
    centring = learned(
        [(camera, person, unit(*each)) for camera, person, each in seen], learned_from=len(seen)
    )

    centred = centring.apply(GATE, unit(*values))

    np.testing.assert_allclose(np.linalg.norm(centred), 1.0, rtol=1e-4)
    assert 0.0 <= centring.warmth < 1.0
