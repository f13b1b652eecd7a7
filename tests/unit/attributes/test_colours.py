"""Naming colours."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.attributes.colours import COLOURS, to_lab, votes
from tests.unit.attributes.people import RGB

LEVEL = st.integers(0, 255)


def shares(red: int, green: int, blue: int) -> list[float]:
    pixel = np.array([[[blue, green, red]]], np.uint8)
    return [float(each) for each in votes(to_lab(pixel)[0])[0]]


def name_of(red: int, green: int, blue: int) -> str:
    found = shares(red, green, blue)
    return COLOURS[found.index(max(found))].value


@pytest.mark.parametrize("name", RGB)
def test_typical_cloth_is_named(name: str) -> None:
    assert name_of(*RGB[name]) == name


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ((26, 32, 66), "blue"),  # navy
        ((80, 18, 26), "red"),  # burgundy
        ((70, 80, 46), "green"),  # olive
        ((72, 96, 140), "blue"),  # jeans
        ((214, 196, 160), "beige"),  # chinos
        ((62, 62, 64), "grey"),  # anthracite
    ],
)
def test_dark_and_pale_shades_keep_the_name_that_people_use(
    rgb: tuple[int, int, int], name: str
) -> None:
    assert name_of(*rgb) == name


@given(LEVEL, LEVEL, LEVEL)
def test_votes_of_any_colour_sum_to_one(red: int, green: int, blue: int) -> None:
    found = shares(red, green, blue)
    assert sum(found) == pytest.approx(1.0, abs=1e-5)
    assert min(found) >= 0.0


def test_lab_is_that_of_the_standard() -> None:
    white_and_black = np.array([[[255, 255, 255], [0, 0, 0]]], np.uint8)
    np.testing.assert_allclose(to_lab(white_and_black)[0], [[100, 0, 0], [0, 0, 0]], atol=0.1)
