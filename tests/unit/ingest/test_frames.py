"""Frames, and the parts of them that are decoded."""

from __future__ import annotations

import logging

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.boxes import FrameSize, PixelBox
from reid_service.domain.crop import CropRejection, Image
from reid_service.ingest import frames, libwebp
from reid_service.ingest.crops import CropRules, cut_crop
from reid_service.ingest.frames import DecodedFrame, decode_picture, open_frame

NEEDS_LIBWEBP = pytest.mark.skipif(
    libwebp.libwebp() is None, reason="this system has no libwebp.so.7 (apt-get install libwebp7)"
)
LOSSLESS = 101
"""OpenCV's quality above 100."""


def picture(size: FrameSize, seed: int = 1) -> Image:
    """Something with soft and hard edges in colours."""
    noise = np.random.default_rng(seed).integers(0, 255, (9, 16, 3), np.uint8)
    enlarged = cv2.resize(noise, (size.width, size.height), interpolation=cv2.INTER_LINEAR)
    cv2.circle(enlarged, (size.width // 2, size.height // 2), size.height // 4, (0, 0, 255), -1)
    return enlarged.astype(np.uint8)


def webp(image: Image, quality: int = 80) -> bytes:
    return cv2.imencode(".webp", image, [cv2.IMWRITE_WEBP_QUALITY, quality])[1].tobytes()


def whole(data: bytes) -> Image:
    image = decode_picture(data)
    assert image is not None
    return image


def region(data: bytes, box: PixelBox) -> Image | None:
    frame = open_frame(data)
    assert frame is not None
    return frame.region(box)


@st.composite
def places(draw: st.DrawFn) -> tuple[FrameSize, PixelBox]:
    """A frame and a box in it, down to one pixel at its edge."""
    width, height = draw(st.integers(1, 200)), draw(st.integers(1, 150))
    x_min, y_min = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    x_max, y_max = draw(st.integers(x_min + 1, width)), draw(st.integers(y_min + 1, height))
    return FrameSize(width, height), PixelBox(x_min, y_min, x_max, y_max)


@given(places(), st.sampled_from([10, 80, LOSSLESS]), st.integers(0, 5))
def test_a_region_is_what_it_is_in_the_whole_picture(
    place: tuple[FrameSize, PixelBox], quality: int, seed: int
) -> None:
    size, box = place
    data = webp(picture(size, seed), quality)

    part = region(data, box)

    assert part is not None
    np.testing.assert_array_equal(part, DecodedFrame(whole(data)).region(box))


@NEEDS_LIBWEBP
@pytest.mark.parametrize("quality", [80, LOSSLESS])
def test_a_webp_frame_knows_its_size_before_anything_is_decoded(quality: int) -> None:
    data = webp(picture(FrameSize(854, 480)), quality)

    frame = open_frame(data)

    assert frame is not None
    assert not isinstance(frame, DecodedFrame)
    assert frame.size == FrameSize(854, 480)


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_other_pictures_are_decoded_whole(suffix: str) -> None:
    data = cv2.imencode(suffix, picture(FrameSize(64, 48)))[1].tobytes()

    frame = open_frame(data)

    assert isinstance(frame, DecodedFrame)
    assert frame.size == FrameSize(64, 48)


def test_webp_with_transparency_is_left_to_opencv() -> None:
    see_through = np.full((48, 64, 4), 120, np.uint8)

    assert isinstance(open_frame(webp(see_through)), DecodedFrame)


def test_without_libwebp_the_whole_picture_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    data = webp(picture(FrameSize(64, 48)))
    monkeypatch.setattr(frames, "libwebp", lambda: None)

    frame = open_frame(data)

    assert isinstance(frame, DecodedFrame)
    np.testing.assert_array_equal(frame.image, whole(data))


def test_a_library_that_is_not_there_is_told_with_its_mending(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def missing(name: str) -> None:
        msg = f"{name}: cannot open shared object file"
        raise OSError(msg)

    monkeypatch.setattr("ctypes.CDLL", missing)
    with caplog.at_level(logging.INFO):
        found = libwebp.libwebp.__wrapped__()

    assert found is None
    assert "libwebp7" in caplog.text


def test_a_person_in_a_picture_that_ends_too_early_is_rejected() -> None:
    data = webp(picture(FrameSize(640, 480)))[:900]
    frame = open_frame(data)
    box = PixelBox(300, 200, 380, 440)

    assert frame is None or cut_crop(frame, box, (), CropRules(0.1, 48, 0.15)) is (
        CropRejection.UNDECODABLE
    )


@given(st.data())
def test_a_damaged_picture_never_ends_the_process(data: st.DataObject) -> None:
    content = bytearray(webp(picture(FrameSize(160, 120)), data.draw(st.sampled_from([60, 101]))))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(content[: data.draw(st.integers(0, len(content)))])

    frame = open_frame(cut)

    if frame is None:
        return
    size = frame.size
    box = PixelBox(size.width // 3, size.height // 3, size.width // 3 + 1, size.height)
    part = frame.region(box.clipped(size))
    assert part is None or part.shape == (box.height, 1, 3)


@pytest.mark.parametrize("data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP"])
def test_what_is_no_picture_is_no_frame(data: bytes) -> None:
    assert open_frame(data) is None
    assert decode_picture(data) is None


def test_a_webp_picture_decodes_as_bgr() -> None:
    red = np.zeros((20, 30, 3), np.uint8)
    red[..., 2] = 255

    image = whole(webp(red))

    assert image.shape == (20, 30, 3)
    assert image[10, 15, 2] > 240
