from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reid_service.evaluation.reid import (
    LabelledVectors,
    calibrate,
    centred,
    cross_camera_ranking,
    pair_similarities,
    ranking,
    replay,
    threshold_at,
    tracklet_means,
    verification,
)


def labelled(
    seed: int, count: int = 30, people: int = 6, cameras: int = 2, noise: float = 1.0
) -> LabelledVectors:
    """Random people around random centres; every person on camera 1 at least."""
    rng = np.random.default_rng(seed)
    persons = np.concatenate([np.arange(people), rng.integers(0, people, count - people)])
    cameras_of = np.concatenate(
        [np.ones(people, int), rng.integers(1, cameras + 1, count - people)]
    )
    vectors = rng.normal(size=(people, 8))[persons] + noise * rng.normal(size=(count, 8))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return LabelledVectors(vectors.astype(np.float32), persons, cameras_of)


def naive_ranking(queries: LabelledVectors, gallery: LabelledVectors) -> tuple[float, ...]:
    """The protocol, one comparison after the other: rank 1, 5, 10, mean average precision."""
    hits_within = {1: 0, 5: 0, 10: 0}
    precisions = []
    for q in range(len(queries.persons)):
        scored = []
        for g in range(len(gallery.persons)):
            own = gallery.persons[g] == queries.persons[q]
            if own and gallery.cameras[g] == queries.cameras[q]:
                continue
            scored.append((-float(queries.vectors[q] @ gallery.vectors[g]), g, bool(own)))
        right = [own for _, _, own in sorted(scored)]
        if not any(right):
            continue
        for within in hits_within:
            hits_within[within] += any(right[:within])
        precision_at_hits = [
            sum(right[: place + 1]) / (place + 1) for place, own in enumerate(right) if own
        ]
        precisions.append(sum(precision_at_hits) / len(precision_at_hits))
    judged = len(precisions)
    return (*(hits / judged for hits in hits_within.values()), sum(precisions) / judged)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000), cameras=st.integers(2, 4), people=st.integers(1, 10))
def test_ranking_equals_a_naive_one(seed: int, cameras: int, people: int) -> None:
    everybody = labelled(seed, count=40, people=people, cameras=cameras)
    found = ranking(everybody, everybody)
    expected = naive_ranking(everybody, everybody)
    assert (found.rank1, found.rank5, found.rank10) == pytest.approx(expected[:3])
    assert found.mean_average_precision == pytest.approx(expected[3])


def test_a_ranking_by_hand() -> None:
    gallery = LabelledVectors(
        np.array([[1, 0], [0.8, 0.6], [0.6, 0.8], [0, 1]], np.float32),
        np.array([1, 2, 1, 2]),
        np.array([2, 2, 2, 2]),
    )
    query = LabelledVectors(np.array([[1, 0]], np.float32), np.array([1]), np.array([1]))
    found = ranking(query, gallery)
    assert (found.rank1, found.queries) == (1.0, 1)
    assert found.mean_average_precision == pytest.approx((1 / 1 + 2 / 3) / 2)


def test_the_own_picture_on_the_own_camera_is_no_answer() -> None:
    everybody = LabelledVectors(
        np.array([[1, 0], [0, 1], [0.6, 0.8]], np.float32),
        np.array([1, 2, 1]),
        np.array([1, 2, 2]),
    )
    found = ranking(everybody, everybody)
    assert found.queries == 2  # person 2 is on one camera only
    assert found.rank1 == 0.5  # the first finds person 1 behind nobody, the third finds 2 first


def test_cross_camera_ranking_lets_the_first_camera_ask() -> None:
    everybody = labelled(5, cameras=3)
    asking = everybody.cameras == 1
    expected = ranking(everybody.where(asking), everybody.where(~asking))
    assert cross_camera_ranking(everybody) == expected


def test_without_anybody_on_two_cameras_there_is_no_ranking() -> None:
    alone = labelled(1, cameras=1)
    with pytest.raises(ValueError, match="no query has its person"):
        ranking(alone, alone)


def test_arrays_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected vectors \(N, D\)"):
        LabelledVectors(np.zeros((3, 2), np.float32), np.zeros(3, int), np.zeros(2, int))


def test_tracklet_means_are_unit_means_of_a_person_on_a_camera() -> None:
    everybody = labelled(2)
    means = tracklet_means(everybody)
    for vector, person, camera in zip(means.vectors, means.persons, means.cameras, strict=True):
        members = everybody.vectors[
            (everybody.persons == person) & (everybody.cameras == camera)
        ].mean(axis=0)
        np.testing.assert_allclose(vector, members / np.linalg.norm(members), atol=1e-6)
    keys = set(zip(everybody.persons, everybody.cameras, strict=True))
    assert len(means.vectors) == len(keys)


def test_centring_takes_away_what_a_camera_adds() -> None:
    people = labelled(3, count=200, people=40, noise=0.1)
    cast = np.where(people.cameras[:, None] == 1, 1.5, -1.5) * np.ones(8) / np.sqrt(8)
    tinted = people.vectors + cast
    tinted /= np.linalg.norm(tinted, axis=1, keepdims=True)
    seen = LabelledVectors(tinted.astype(np.float32), people.persons, people.cameras)
    after = centred(seen)
    np.testing.assert_allclose(np.linalg.norm(after.vectors, axis=1), 1.0, atol=1e-5)
    same_before, different_before = pair_similarities(seen)
    same_after, different_after = pair_similarities(after)
    gap_before = np.mean(same_before) - np.mean(different_before)
    assert np.mean(same_after) - np.mean(different_after) > gap_before + 0.3


def test_every_pair_is_counted_once() -> None:
    everybody = labelled(4, count=20)
    same, different = pair_similarities(everybody)
    assert len(same) + len(different) == 20 * 19 // 2
    expected = [
        float(everybody.vectors[a] @ everybody.vectors[b])
        for a in range(20)
        for b in range(a + 1, 20)
        if everybody.persons[a] == everybody.persons[b]
    ]
    np.testing.assert_allclose(np.sort(same), np.sort(expected), atol=1e-6)


@pytest.mark.parametrize("rate", [1e-3, 1e-2, 0.1])
def test_a_threshold_keeps_its_false_match_rate(rate: float) -> None:
    different = np.random.default_rng(0).normal(0, 0.2, 50_000).astype(np.float32)
    assert np.mean(different >= threshold_at(different, rate)) == pytest.approx(rate, rel=0.1)


def test_calibration_holds_for_the_hardest_set() -> None:
    easy, hard = labelled(1, count=400, people=100), labelled(2, count=400, people=100, noise=3.0)
    both = calibrate([easy, hard])
    assert both.new <= both.same
    for each in (easy, hard):
        tracklets = tracklet_means(each)
        assert verification(tracklets, both.same).false_match_rate <= 1.5e-3
        assert verification(tracklets, both.new).false_match_rate <= 1.1e-2


def test_verification_counts_both_kinds_of_pairs() -> None:
    pairs = LabelledVectors(
        np.array([[1, 0], [0.8, 0.6], [0, 1]], np.float32), np.array([1, 1, 2]), np.array([1, 2, 1])
    )
    found = verification(pairs, 0.5)
    assert (found.true_match_rate, found.false_match_rate) == (1.0, 0.5)


def test_a_replay_of_clear_people_is_perfect() -> None:
    clear = labelled(6, count=120, people=5, noise=0.05)
    found = replay(clear, 0.9, crops=4, rng=np.random.default_rng(0))
    assert (found.idf1, found.precision, found.recall) == (1.0, 1.0, 1.0)
    assert found.identities_per_person == 1.0


def test_a_replay_with_an_impossible_threshold_joins_nobody() -> None:
    found = replay(labelled(6, count=120), 1.1, crops=4, rng=np.random.default_rng(0))
    assert (found.precision, found.recall) == (1.0, 0.0)
    assert found.identities_per_person > 1.0


def test_a_replay_with_the_lowest_threshold_joins_everybody() -> None:
    found = replay(labelled(6, count=120), -1.0, crops=4, rng=np.random.default_rng(0))
    assert found.recall == 1.0
    assert found.identities_per_person == pytest.approx(1 / 6)
