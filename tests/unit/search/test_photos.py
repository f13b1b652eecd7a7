"""Pictures that people send, and those that somebody sends to do harm."""

from __future__ import annotations

import struct
import zlib

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reid_service.domain.crop import Image
from reid_service.errors import InvalidRequest
from reid_service.search.photos import MAX_BYTES, MAX_PIXELS, decode_photo


def picture(width: int = 48, height: int = 96) -> Image:
    """Red above, blue below."""
    image = np.zeros((height, width, 3), np.uint8)
    image[: height // 2, :, 2] = 250
    image[height // 2 :, :, 0] = 250
    return image


def encoded(kind: str, image: Image | None = None, *options: int) -> bytes:
    done, data = cv2.imencode(kind, picture() if image is None else image, list(options))
    assert done
    return bytes(data)


def turned(jpeg: bytes, orientation: int) -> bytes:
    """With EXIF that says how the camera was held; Exif 2.32, 4.6.4."""
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, orientation, 0, 0)
    body = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A small PNG that is huge once it is unpacked."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 100_000, 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


JPEG, PNG = encoded(".jpg"), encoded(".png")
WEBP = encoded(".webp", None, cv2.IMWRITE_WEBP_QUALITY, 80)
LOSSLESS = encoded(".webp", None, cv2.IMWRITE_WEBP_QUALITY, 101)
PROGRESSIVE = encoded(".jpg", None, cv2.IMWRITE_JPEG_PROGRESSIVE, 1)


@pytest.mark.parametrize("data", [JPEG, PROGRESSIVE, PNG, WEBP, LOSSLESS])
def test_each_format_is_taken(data: bytes) -> None:
    image = decode_photo(data)
    assert image.shape == (96, 48, 3)
    assert image[10, 24, 2] > 200
    assert image[80, 24, 2] < 100


def test_a_picture_is_turned_as_the_camera_was_held() -> None:
    image = decode_photo(turned(JPEG, 6))  # a quarter turn to the right
    assert image.shape == (48, 96, 3)
    assert image[24, 90, 2] > 200
    assert image[24, 10, 2] < 100


@pytest.mark.parametrize(
    "data",
    [
        JPEG[: len(JPEG) // 2],
        JPEG[:-2],
        PNG[: len(PNG) // 2],
        PNG[:-12],
        WEBP[: len(WEBP) // 2],
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidRequest, match="damaged"):
        decode_photo(data)


@pytest.mark.parametrize(
    ("width", "height"), [(30_000, 30_000), (100_000, 40), (65_535, 65_535), (6_000, 6_000)]
)
def test_an_image_bomb_is_refused_before_it_is_unpacked(width: int, height: int) -> None:
    with pytest.raises(InvalidRequest, match="too large"):
        decode_photo(bomb(width, height))


def test_a_jpeg_with_hundreds_of_scans_is_refused() -> None:
    end = PROGRESSIVE.rindex(b"\xff\xda")
    scan = PROGRESSIVE[end:-2]
    with pytest.raises(InvalidRequest, match="damaged"):
        decode_photo(PROGRESSIVE[:-2] + 200 * scan + b"\xff\xd9")


def test_a_file_above_the_limit_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="8 MiB"):
        decode_photo(JPEG + bytes(MAX_BYTES))


def test_a_picture_of_a_few_pixels_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="too small"):
        decode_photo(encoded(".png", picture(20, 60)))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([JPEG, PROGRESSIVE, PNG, WEBP, LOSSLESS]),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=8),
    st.integers(0, 10_000),
)
def test_any_damage_gives_a_picture_or_a_plain_refusal(
    data: bytes, changes: list[tuple[int, int]], kept: int
) -> None:
    damaged = bytearray(data)
    for at, value in changes:
        damaged[at % len(damaged)] = value
    try:
        image = decode_photo(bytes(damaged[: max(1, len(data) - kept % 50)]))
    except InvalidRequest:
        return
    assert image.dtype == np.uint8
    assert image.shape[0] * image.shape[1] <= MAX_PIXELS
