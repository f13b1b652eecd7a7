"""The cast of a camera."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from reid_service.attributes.cast import Cast, Casts
from reid_service.attributes.garments import attributes_of
from reid_service.domain.crop import Image
from reid_service.domain.floorplan import CameraKey
from tests.unit.attributes.people import GATE, RGB, crop_of, person

WARM = np.array([0.62, 0.9, 1.1])


def warm(image: Image) -> Image:
    return np.asarray(np.clip(image * WARM, 0, 255), np.uint8)


def flat(*bgr: int) -> Image:
    return np.full((8, 4, 3), bgr, np.uint8)


def test_a_cast_is_believed_the_more_pictures_there_are() -> None:
    mean: NDArray[np.float64] = np.array([80.0, 100.0, 120.0])
    few, many = Cast(mean, 1.0).gains(), Cast(mean, 1000.0).gains()
    np.testing.assert_allclose(many, [1.25, 1.0, 1 / 1.2], rtol=0.01)
    assert 1.0 < few[0] < 1.05


def test_no_channel_is_changed_beyond_measure() -> None:
    gains = Cast(np.array([2.0, 100.0, 200.0]), 1000.0).gains()
    assert gains.max() == 2.0
    assert gains.min() >= 0.5


def test_grey_of_a_tinted_camera_becomes_grey() -> None:
    casts = Casts()
    for _ in range(100):
        casts.corrected(GATE, flat(80, 100, 120))
    corrected = casts.corrected(GATE, flat(80, 100, 120))
    assert np.ptp(corrected[0, 0].astype(int)) <= 4


@pytest.mark.parametrize("other", [CameraKey("frigate", "yard"), CameraKey("barn", "gate")])
def test_each_camera_of_each_frigate_has_its_own_cast(other: CameraKey) -> None:
    casts = Casts()
    for _ in range(100):
        casts.corrected(GATE, flat(60, 100, 140))
    np.testing.assert_array_equal(casts.corrected(other, flat(90, 90, 90)), flat(90, 90, 90))


def test_a_cast_follows_the_light() -> None:
    casts = Casts()
    for colour in ((60, 100, 140), (100, 100, 100)):
        for _ in range(1000):
            last = casts.corrected(GATE, flat(*colour))
    assert np.ptp(last[0, 0].astype(int)) <= 2


def test_in_warm_light_white_is_white_once_the_camera_is_known() -> None:
    casts = Casts()
    grey = (125, 125, 125)

    def upper_of_white() -> str:
        found = attributes_of(crop_of(warm(person("white", "blue", grey))), casts).upper
        assert found is not None
        return found.colour[0].value

    before = upper_of_white()
    for name in [*RGB] * 5:
        attributes_of(crop_of(warm(person(name, "black", grey))), casts)
    assert (before, upper_of_white()) == ("beige", "white")
