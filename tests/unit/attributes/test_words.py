"""Clothes in words."""

from __future__ import annotations

import pytest

from reid_service.attributes.colours import Colour
from reid_service.attributes.values import UNKNOWN, Attributes, Garment
from reid_service.attributes.words import words


def garment(share: float, *, dark: float = 0.0, light: float = 0.0) -> Garment:
    return Garment({Colour.RED: share, Colour.BROWN: share / 2}, dark, light, 1.0)


SURE = garment(0.6)
DARK = garment(0.3, dark=0.9)
PALE = garment(0.3, light=0.9)
DOUBTFUL = garment(0.3)


@pytest.mark.parametrize(
    ("upper", "lower", "said"),
    [
        (SURE, DARK, "red top, dark trousers"),
        (PALE, SURE, "light top, red trousers"),
        (DOUBTFUL, SURE, "red trousers"),
        (SURE, None, "red top"),
        (DOUBTFUL, DOUBTFUL, ""),
    ],
)
def test_only_what_is_sure_is_said(upper: Garment, lower: Garment | None, said: str) -> None:
    assert words(Attributes(upper, lower)) == said


def test_of_nothing_nothing_is_said() -> None:
    assert words(UNKNOWN) == ""
