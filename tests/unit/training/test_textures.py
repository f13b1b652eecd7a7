from __future__ import annotations

import numpy as np
import pytest

from training.render.textures import PATTERNS, SIDE, Palette, cloth, plain, printed

COLOURS: Palette = [
    np.array(colour, np.float32) for colour in ((0.1, 0.2, 0.6), (0.9, 0.9, 0.8), (0.7, 0.1, 0.1))
]


@pytest.mark.parametrize("pattern", [each for each, _ in PATTERNS], ids=lambda each: each.__name__)
def test_every_pattern_covers_the_cloth_with_colours(pattern: type) -> None:
    for seed in range(5):
        picture = pattern(np.random.default_rng(seed), COLOURS)
        assert picture.shape == (SIDE, SIDE, 3)
        assert picture.dtype == np.float32
        assert 0.0 <= picture.min() <= picture.max() <= 1.0


def test_two_colours_are_enough_for_every_pattern() -> None:
    for pattern, _ in PATTERNS:
        assert pattern(np.random.default_rng(3), COLOURS[:2]).shape == (SIDE, SIDE, 3)


def test_the_same_numbers_give_the_same_cloth() -> None:
    first, second = (cloth(np.random.default_rng(9), COLOURS) for _ in range(2))
    assert np.array_equal(first, second)


def test_calm_cloth_is_plain() -> None:
    picture = cloth(np.random.default_rng(2), COLOURS, calm=1.0)
    assert np.array_equal(picture, plain(np.random.default_rng(0), COLOURS))


def test_a_print_changes_a_part_of_the_cloth_and_leaves_the_original() -> None:
    base = plain(np.random.default_rng(0), COLOURS)
    kept = base.copy()
    for seed in range(20):
        rng = np.random.default_rng(seed)
        changed = (printed(rng, base, COLOURS[1:]) != base).any(axis=2).mean()
        assert 0.0 < changed < 0.7, seed
    assert np.array_equal(base, kept)
