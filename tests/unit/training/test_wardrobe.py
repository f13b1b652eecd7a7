from __future__ import annotations

import numpy as np

from training.render.poses import random_pose
from training.render.textures import SIDE
from training.render.wardrobe import Layer, random_look


def test_the_same_numbers_give_the_same_person() -> None:
    first, second = (random_look(np.random.default_rng((4, 7))) for _ in range(2))
    assert first.outfit == second.outfit
    assert first.phenotype == second.phenotype
    assert np.array_equal(first.cloth, second.cloth)


def test_people_differ_and_each_has_cloth_for_every_place() -> None:
    looks = [random_look(np.random.default_rng((4, number))) for number in range(40)]
    assert len({look.outfit for look in looks}) == len(looks)
    for look in looks:
        assert look.cloth.shape == (len(Layer), SIDE, SIDE, 3)
        assert 0.0 <= look.cloth.min() <= look.cloth.max() <= 1.0
        assert look.strap == look.outfit.shoulder_bag
        assert not (look.outfit.hat and look.outfit.cap)
        assert 1.45 <= look.phenotype.height_m <= 2.0


def test_a_pose_is_made_of_rotations() -> None:
    for seed in range(30):
        for bone, turn in random_pose(np.random.default_rng(seed)).items():
            assert np.allclose(turn @ turn.T, np.eye(3)), bone
            assert np.isclose(np.linalg.det(turn), 1.0), bone
