"""Tensors equal those of the formulae that the networks were trained and measured with.

The formulae are written out here once more, as plainly as can be, for each kind of network.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from reid_service.domain.crop import Image
from reid_service.embed.catalog import ModelEntry, named
from reid_service.embed.preprocess import to_tensor
from reid_service.errors import ModelError

OPEN_MODEL_ZOO = "omz-reid-0286"
OSNET = "osnet_x0_25_msmt17_akshay"
RENDERED = "b_synth"
KINDS = pytest.mark.parametrize("name", [OPEN_MODEL_ZOO, OSNET, RENDERED])


def entry(name: str) -> ModelEntry:
    found = named(name)
    assert found is not None
    return found


def reference(image: Image, name: str) -> NDArray[np.float32]:
    if name == OPEN_MODEL_ZOO:  # blue, green, red from 0 to 255: the network does the rest
        pixels = cv2.resize(image, (128, 256)).astype(np.float32)
    elif name == OSNET:  # red, green, blue by the statistics of ImageNet
        red_green_blue = cv2.resize(image, (128, 256))[:, :, ::-1].astype(np.float32)
        mean = np.array([0.485, 0.456, 0.406], np.float32) * 255
        deviation = np.array([0.229, 0.224, 0.225], np.float32) * 255
        pixels = (red_green_blue - mean) / deviation
    else:  # red, green, blue from 0 to 255, a small picture
        pixels = cv2.resize(image, (64, 128))[:, :, ::-1].astype(np.float32)
    return np.asarray(pixels.transpose(2, 0, 1), np.float32)


@KINDS
@settings(max_examples=20, deadline=None)
@given(height=st.integers(1, 400), width=st.integers(1, 200), seed=st.integers(0, 2**32 - 1))
def test_a_random_picture_becomes_the_reference_tensor(
    name: str, height: int, width: int, seed: int
) -> None:
    image = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    tensor = to_tensor([image], entry(name).input)
    np.testing.assert_allclose(tensor[0], reference(image, name), rtol=0, atol=1e-5)


@KINDS
def test_a_batch_is_its_pictures_one_by_one(name: str) -> None:
    rng = np.random.default_rng(3)
    images = [rng.integers(0, 256, (size, size // 2, 3), np.uint8) for size in (60, 128, 300)]
    tensor = to_tensor(images, entry(name).input)
    assert tensor.dtype == np.float32
    assert tensor.flags.c_contiguous
    np.testing.assert_allclose(
        tensor, np.stack([reference(each, name) for each in images]), rtol=0, atol=1e-5
    )


@KINDS
def test_a_cut_out_of_a_frame_needs_no_copy(name: str) -> None:
    frame = np.random.default_rng(4).integers(0, 256, (300, 300, 3), np.uint8)
    cut = frame[20:220, 50:130]
    tensor = to_tensor([cut], entry(name).input)
    np.testing.assert_allclose(tensor[0], reference(cut.copy(), name), rtol=0, atol=1e-5)


@KINDS
def test_real_crops_become_the_reference_tensors(name: str, shared_data: Path) -> None:
    archive_path = shared_data / "crops" / "pku_reid.zip"
    if not archive_path.is_file():
        pytest.skip("needs the crops of pku_reid among the development data")
    with zipfile.ZipFile(archive_path) as archive:
        files = [each for each in archive.namelist() if each.endswith(".png")][:10]
        data = [np.frombuffer(archive.read(each), np.uint8) for each in files]
    images = [np.asarray(cv2.imdecode(each, cv2.IMREAD_COLOR), np.uint8) for each in data]
    np.testing.assert_allclose(
        to_tensor(images, entry(name).input),
        np.stack([reference(each, name) for each in images]),
        rtol=0,
        atol=1e-5,
    )


@pytest.mark.parametrize(
    "wrong",
    [
        np.zeros((10, 10), np.uint8),
        np.zeros((10, 10, 4), np.uint8),
        np.zeros((0, 10, 3), np.uint8),
        np.zeros((10, 10, 3), np.float32),
    ],
    ids=["grey", "with alpha", "empty", "float"],
)
def test_what_is_no_picture_is_refused(wrong: Image) -> None:
    with pytest.raises(ModelError, match="is no picture"):
        to_tensor([wrong], entry(OSNET).input)
