"""Colours of clothes from pictures of people."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from reid_service.attributes.cast import Casts
from reid_service.attributes.garments import attributes_of, has_colour
from reid_service.attributes.values import UNKNOWN, Attributes, Tone
from reid_service.domain.boxes import FractionBox
from reid_service.domain.crop import Image
from tests.unit.attributes.people import RGB, crop_of, person


def seen(image: Image) -> Attributes:
    return attributes_of(crop_of(image), Casts())


def names(attributes: Attributes) -> tuple[str | None, str | None]:
    upper, lower = (
        None if each is None else each.colour[0].value
        for each in (attributes.upper, attributes.lower)
    )
    return upper, lower


@pytest.mark.parametrize("name", RGB)
def test_colours_above_and_below_the_waist_are_told_apart(name: str) -> None:
    other = "black" if name != "black" else "white"
    behind = (40, 70, 110) if name == "green" else (120, 150, 110)
    assert names(seen(person(name, other, behind))) == (name, other)


@pytest.mark.parametrize("behind", [(90, 140, 70), (200, 190, 170), (60, 60, 70), (150, 90, 60)])
def test_what_is_behind_the_person_does_not_count(behind: tuple[int, int, int]) -> None:
    found = seen(person("blue", "beige", behind))
    assert names(found) == ("blue", "beige")


@pytest.mark.parametrize("tint", [(1.0, 1.0, 1.0), (1.03, 0.98, 1.0)])
def test_a_picture_at_night_says_nothing(tint: tuple[float, float, float]) -> None:
    grey = cv2.cvtColor(person(), cv2.COLOR_BGR2GRAY)[..., None]
    night = np.clip(grey * np.array(tint), 0, 255).astype(np.uint8)
    assert not has_colour(night)
    assert seen(night) == UNKNOWN


def test_dark_clothes_are_dark_in_whatever_colour() -> None:
    found = seen(person("white", "black"))
    assert found.upper is not None
    assert found.lower is not None
    assert (found.upper.tone, found.lower.tone) == (Tone.LIGHT, Tone.DARK)


def test_the_quality_of_the_picture_is_the_weight() -> None:
    found = attributes_of(crop_of(person(), quality=0.35), Casts())
    assert found.upper is not None
    assert found.upper.weight == 0.35


def test_legs_below_the_frame_are_not_spoken_of() -> None:
    crop = crop_of(person(), box=FractionBox(0.4, 0.5, 0.6, 1.0))
    found = attributes_of(crop, Casts())
    assert names(found) == ("red", None)


def test_a_head_above_the_frame_leaves_nothing_in_its_place() -> None:
    crop = crop_of(person(), box=FractionBox(0.4, 0.0, 0.6, 0.6))
    assert attributes_of(crop, Casts()) == UNKNOWN


def test_a_pattern_votes_for_its_colours() -> None:
    image = person("white", "black")
    for row in (28, 56):
        image[row : row + 14, 22:51] = RGB["red"][::-1]
    found = seen(image)
    assert found.upper is not None
    assert {name.value for name, share in found.upper.colours.items() if share > 0.2} >= {
        "red",
        "white",
    }
