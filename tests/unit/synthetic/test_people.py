"""Bodies and clothes by chance, and the cast of the demo."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from synthetic.cast import CAST
from synthetic.clothes import Outfit, random_outfit, rgb
from synthetic.phenotype import random_phenotype

_COLOURS = ("skin", "hair", "top", "top_second", "inner", "bottom", "bottom_second", "shoes", "bag")


def _assert_wearable(outfit: Outfit) -> None:
    for name in _COLOURS:
        assert all(0.0 <= value <= 1.0 for value in getattr(outfit, name)), name
    assert outfit.skirt_length_m >= 0.0
    assert outfit.skirt_length_m > 0.0 or not (outfit.coat or outfit.dress)
    assert outfit.skirt_length_m > 0.0 or outfit.trouser > 0.0, "nobody goes without"
    assert outfit.top_thickness_m > 0.0
    assert outfit.bottom_thickness_m > 0.0


@pytest.mark.parametrize("female", [True, False])
def test_random_clothes_are_wearable(female: bool) -> None:
    rng = np.random.default_rng(1)
    for _ in range(200):
        _assert_wearable(random_outfit(rng, female=female))


def test_the_same_chance_dresses_alike() -> None:
    first = random_outfit(np.random.default_rng(5), female=True)
    assert first == random_outfit(np.random.default_rng(5), female=True)
    assert first != random_outfit(np.random.default_rng(6), female=True)


def test_random_bodies_are_adults() -> None:
    rng = np.random.default_rng(2)
    for _ in range(200):
        phenotype = random_phenotype(rng)
        assert 1.35 < phenotype.height_m < 2.15
        shares = dataclasses.asdict(phenotype)
        del shares["height_m"]
        assert all(0.0 <= share <= 1.0 for share in shares.values())


def test_the_cast_is_ten_people_with_labels_and_clothes_of_their_own() -> None:
    assert [role.label for role in CAST] == [f"person_{number:02d}" for number in range(1, 11)]
    assert len({role.outfit for role in CAST}) == 10
    for role in CAST:
        _assert_wearable(role.outfit)


def test_a_colour_is_given_in_grey_levels() -> None:
    assert rgb(255, 0, 51) == pytest.approx((1.0, 0.0, 0.2))
