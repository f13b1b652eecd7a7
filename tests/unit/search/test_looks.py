"""How alike candidates are to samples of one person."""

from __future__ import annotations

import numpy as np
import pytest

from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vector
from reid_service.domain.floorplan import CameraKey
from reid_service.search.looks import Look, likenesses, look_of_photo, looks_of
from reid_service.storage.store import Store
from tests.fakes import MODEL, make_crop
from tests.storing import add_sighting

GATE = CameraKey("frigate", "gate")


def axis(*values: float) -> Vector:
    vector = np.array(values, np.float32)
    return np.asarray(vector / np.linalg.norm(vector), np.float32)


def look(name: str | None, *crops: Vector) -> Look:
    stacked = np.stack(crops)
    return Look(name, "frigate/gate", axis(*stacked.mean(axis=0)), stacked)


X, Y, Z = axis(1, 0, 0), axis(0, 1, 0), axis(0, 0, 1)


def test_one_crop_each_gives_the_cosine() -> None:
    [alike] = likenesses([look("a", axis(1, 1, 0))], [look("s", X)], [])
    assert alike == pytest.approx(np.sqrt(0.5))


def test_the_best_pair_of_crops_counts_as_much_as_all_together() -> None:
    [alike] = likenesses([look("a", X, Z)], [look("s", X, Y)], [])
    assert alike == pytest.approx(0.5 * 0.5 + 0.5 * 1.0)


def test_of_several_samples_the_mean_and_the_best_count() -> None:
    [alike] = likenesses([look("a", X)], [look("s", X), look("t", Y)], [])
    assert alike == pytest.approx(0.5 * 0.5 + 0.5 * 1.0)


def test_a_sample_is_not_compared_with_itself_unless_it_is_alone() -> None:
    samples = [look("s", X), look("t", Y)]
    assert likenesses([look("s", X)], samples, []) == pytest.approx([0.0])
    assert likenesses([look("s", X)], samples[:1], []) == pytest.approx([1.0])
    photos = [look(None, X), look(None, Y)]
    assert likenesses([look(None, X)], photos, []) == pytest.approx([0.75])


def test_who_is_nearer_to_somebody_crossed_falls_back_by_half_of_it() -> None:
    candidates = [look("a", axis(3, 4, 0)), look("b", axis(4, 3, 0))]
    alike = likenesses(candidates, [look("s", X)], [look("no", Y)])
    assert alike == pytest.approx([0.6 - 0.5 * (0.8 - 0.6), 0.8])


def test_looks_are_centred_for_their_camera(store: Store) -> None:
    tracklet = add_sighting(store, "a", camera="gate")
    with store.write() as session:
        session.crops.put(make_crop(tracklet, after_s=5.0, direction=1), None)
    centring = Centring(9, 0.5, None, {GATE: np.eye(8, dtype=np.float32)[0] * 0.5})
    with store.read() as session:
        [found] = looks_of(session, [tracklet], MODEL, centring).values()
        assert looks_of(session, [tracklet], "another-model", centring) == {}
    assert found.place == "frigate/gate"
    assert found.crops[0] == pytest.approx(np.eye(8)[0])
    assert found.crops[1][:2] == pytest.approx([-0.5 / np.sqrt(1.25), 1 / np.sqrt(1.25)])
    pooled = np.array([np.sqrt(0.5) - 0.5, np.sqrt(0.5)])
    assert found.vector[:2] == pytest.approx(pooled / np.linalg.norm(pooled), abs=1e-3)


def test_a_photo_is_of_no_camera() -> None:
    centring = Centring(9, 0.5, axis(0, 0, 1) * np.float32(0.5), {GATE: X})
    found = look_of_photo(axis(0, 1, 0), centring)
    assert found.vector == pytest.approx(axis(0, 1, -0.5))
    assert (found.sighting_id, found.place, found.crops.shape) == (None, None, (1, 3))
