from __future__ import annotations

import numpy as np
import pytest

from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vectors
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.vectors import pooled
from reid_service.storage.store import Store
from reid_service.storage.templates import WINDOW, moving_average, template_of
from tests.fakes import MODEL
from tests.storing import add_sighting, give_identity

PLAIN = Centring()


def unit(rows: list[list[float]]) -> Vectors:
    vectors = np.array(rows, np.float32)
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def test_pooling_weighs_by_quality() -> None:
    vectors = unit([[1, 0], [0, 1]])
    expected = np.array([0.8, 0.2]) / np.hypot(0.8, 0.2)
    np.testing.assert_allclose(pooled(vectors, [0.8, 0.2]), expected, rtol=1e-6)
    np.testing.assert_allclose(pooled(vectors, [0.0, 0.0]), [0.5**0.5, 0.5**0.5], rtol=1e-6)


def test_where_the_mean_vanishes_the_best_crop_speaks() -> None:
    vectors = unit([[1, 0], [-1, 0]])
    np.testing.assert_array_equal(pooled(vectors, [0.5, 0.5]), [1, 0])


def test_the_moving_average_keeps_nine_tenths_at_each_step() -> None:
    vectors = unit([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    first = np.array([0.9, 0.1, 0.0])
    first /= np.linalg.norm(first)
    second = 0.9 * first + np.array([0.0, 0.0, 0.1])
    second /= np.linalg.norm(second)
    np.testing.assert_allclose(moving_average(vectors), second, rtol=1e-5)
    np.testing.assert_array_equal(moving_average(vectors[:1]), vectors[0])


def test_a_template_goes_through_sightings_by_time_and_may_leave_one_out(store: Store) -> None:
    # Put in the wrong order on purpose.
    late = add_sighting(store, "b", start_s=20.0, direction=1)
    early = add_sighting(store, "a", start_s=10.0, direction=0, crops=2)
    identity_id = give_identity(store, late)
    give_identity(store, early, identity_id)
    with store.read() as session:
        template = template_of(session, identity_id, MODEL, centring=PLAIN)
        assert template is not None
        expected = np.array([0.9, 0.1]) / np.hypot(0.9, 0.1)
        np.testing.assert_allclose(template.vector[:2], expected, rtol=1e-5)
        assert template.time_s == 21.0
        without = template_of(session, identity_id, MODEL, centring=PLAIN, exclude=[late.id])
        assert without is not None
        np.testing.assert_allclose(without.vector[:2], [1, 0], rtol=1e-5)
        assert without.time_s == 12.0


def test_each_sighting_is_centred_by_its_own_camera(store: Store) -> None:
    first = add_sighting(store, "a", start_s=10.0, direction=0, camera="gate")
    second = add_sighting(store, "b", start_s=20.0, direction=1, camera="door")
    identity_id = give_identity(store, first)
    give_identity(store, second, identity_id)
    centre = np.zeros(8, np.float32)
    centre[2] = 0.75
    with store.read() as session:
        centring = Centring(centres={CameraKey("frigate", "door"): centre})
        template = template_of(session, identity_id, MODEL, centring=centring)
    assert template is not None
    expected = np.array([0.9, 0.1 * 0.8, -0.1 * 0.6])
    np.testing.assert_allclose(template.vector[:3], expected / np.linalg.norm(expected), rtol=1e-3)


def test_without_embeddings_of_the_model_there_is_no_template(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    identity_id = give_identity(store, tracklet)
    with store.read() as session:
        assert template_of(session, identity_id, "another", centring=PLAIN) is None
        assert template_of(session, "nobody", MODEL, centring=PLAIN) is None
        assert (
            template_of(session, identity_id, MODEL, centring=PLAIN, exclude=[tracklet.id]) is None
        )


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_only_the_newest_sightings_count(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "old", start_s=0.0, direction=5))
    for number in range(WINDOW):
        tracklet = add_sighting(store, f"{number}-a", start_s=100.0 + number)
        give_identity(store, tracklet, identity_id)
    with store.read() as session:
        template = template_of(session, identity_id, MODEL, centring=PLAIN)
    assert template is not None
    assert template.vector[5] == 0.0
