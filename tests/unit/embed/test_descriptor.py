from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reid_service.domain.crop import Image
from reid_service.embed.descriptor import DescriptorEmbedder, describe
from reid_service.errors import ModelError


def person(shirt: tuple[int, int, int], trousers: tuple[int, int, int], seed: int = 0) -> Image:
    """A drawn person on a noisy wall."""
    rng = np.random.default_rng(seed)
    image = rng.normal(120, 12, (160, 64, 3))
    image[30:85, 16:48] = shirt + rng.normal(0, 8, (55, 32, 1))
    image[85:155, 20:44] = trousers + rng.normal(0, 8, (70, 24, 1))
    image[8:30, 24:40] = (120, 150, 200)
    return np.clip(image, 0, 255).astype(np.uint8)


RED_BLUE = person((40, 40, 190), (140, 60, 30))
GREEN_GREY = person((50, 160, 60), (90, 90, 90), seed=1)


@settings(max_examples=30, deadline=None)
@given(
    height=st.integers(1, 300),
    width=st.integers(1, 150),
    level=st.integers(0, 255),
    spread=st.integers(1, 256),
    seed=st.integers(0, 99),
)
def test_every_picture_has_a_unit_vector(
    height: int, width: int, level: int, spread: int, seed: int
) -> None:
    noise = np.random.default_rng(seed).integers(0, spread, (height, width, 3))
    vector = describe(np.clip(level + noise, 0, 255).astype(np.uint8))
    assert vector.dtype == np.float32
    assert vector.shape == (864,)
    assert np.linalg.norm(vector) == pytest.approx(1.0, abs=1e-5)


def test_vectors_come_in_the_order_of_the_pictures() -> None:
    embedder = DescriptorEmbedder()
    vectors = embedder.embed([RED_BLUE, GREEN_GREY])
    assert vectors.shape == (2, embedder.dimension)
    np.testing.assert_array_equal(vectors[0], describe(RED_BLUE))
    np.testing.assert_array_equal(vectors[1], describe(GREEN_GREY))


def test_no_pictures_give_no_vectors() -> None:
    assert DescriptorEmbedder().embed([]).shape == (0, 864)


def test_the_same_clothes_are_more_alike_than_others() -> None:
    again = describe(person((40, 40, 190), (140, 60, 30), seed=5))
    assert again @ describe(RED_BLUE) > again @ describe(GREEN_GREY) + 0.2


def test_size_matters_little() -> None:
    smaller = cv2.resize(RED_BLUE, (40, 100), interpolation=cv2.INTER_AREA).astype(np.uint8)
    assert describe(smaller) @ describe(RED_BLUE) > 0.9


def test_the_mirrored_person_is_the_same() -> None:
    exact = cv2.resize(RED_BLUE, (48, 128)).astype(np.uint8)
    mirrored = np.ascontiguousarray(exact[:, ::-1])
    assert describe(exact) @ describe(mirrored) > 0.999


def test_the_light_of_a_camera_matters_less_than_clothes() -> None:
    warm = np.clip(RED_BLUE * np.array([0.9, 1.0, 1.1]), 0, 255).astype(np.uint8)
    assert describe(warm) @ describe(RED_BLUE) > describe(GREEN_GREY) @ describe(RED_BLUE) + 0.2


def test_what_is_no_picture_is_refused() -> None:
    for wrong in (np.zeros((4, 4), np.uint8), np.zeros((0, 4, 3), np.uint8)):
        with pytest.raises(ModelError, match="is no picture"):
            describe(wrong)


def test_the_descriptor_says_what_it_is() -> None:
    embedder = DescriptorEmbedder()
    assert embedder.model_id == "descriptor-v1-fp32"
    assert embedder.runtime.startswith("opencv ")
    assert embedder.centred_calibration.same < embedder.calibration.same
    embedder.close()
