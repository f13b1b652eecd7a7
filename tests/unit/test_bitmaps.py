"""Bitmaps that somebody uploads."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.bitmaps import (
    BitmapKind,
    bitmap_kind,
    decoded_bitmap,
    encoded_bitmap,
)
from reid_service.domain.boxes import FrameSize
from reid_service.errors import InvalidRequest
from tests.unit.api.uploading import (
    encoded,
    jpeg_that_claims,
    pixels,
    png_chunk,
    png_that_claims,
    webp_that_claims,
)

KINDS = {".png": BitmapKind.PNG, ".jpg": BitmapKind.JPEG, ".webp": BitmapKind.WEBP}


@pytest.mark.parametrize("suffix", KINDS)
def test_a_kind_is_seen_from_the_first_bytes(suffix: str) -> None:
    data = encoded(suffix)
    assert bitmap_kind(data) is KINDS[suffix]
    assert decoded_bitmap(data).shape == (30, 40, 3)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"BM", b"RIFF....WAVE", b"<svg/>", encoded(".bmp"), encoded(".tiff")],
)
def test_other_kinds_are_refused_by_name(data: bytes) -> None:
    assert bitmap_kind(data) is None
    with pytest.raises(InvalidRequest, match="Send a PNG, JPEG or WEBP"):
        decoded_bitmap(data)


@pytest.mark.parametrize("channels", [1, 3, 4])
def test_a_png_stays_one_to_the_last_pixel(channels: int) -> None:
    image = pixels(channels=channels)
    found = encoded_bitmap(encoded(".png", image), most_side=100)
    assert (found.suffix, found.size) == (".png", FrameSize(40, 30))
    assert (decoded_bitmap(found.data) == image).all()


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_photos_become_webp(suffix: str) -> None:
    smooth = cv2.resize(pixels(4, 3), (40, 30)).astype(np.uint8)
    found = encoded_bitmap(encoded(suffix, smooth), most_side=100)
    assert (found.suffix, bitmap_kind(found.data)) == (".webp", BitmapKind.WEBP)
    difference = np.abs(decoded_bitmap(found.data).astype(int) - smooth)
    assert difference.mean() < 10


def test_a_picture_of_sixteen_bits_is_taken() -> None:
    image = pixels().astype(np.uint16) * 257
    assert (decoded_bitmap(encoded(".png", image)) == pixels()).all()


@pytest.mark.parametrize(("width", "height"), [(400, 30), (30, 400), (400, 1)])
def test_a_large_picture_is_made_smaller(width: int, height: int) -> None:
    found = encoded_bitmap(encoded(".png", pixels(width, height)), most_side=100)
    assert max(found.size.width, found.size.height) == 100
    assert min(found.size.width, found.size.height) >= 1
    assert decoded_bitmap(found.data).shape[:2] == (found.size.height, found.size.width)


def test_nothing_else_of_a_file_is_kept() -> None:
    whole = encoded(".png")
    secret = png_chunk(b"tEXt", b"Comment\0<script>anna</script>")
    data = whole[:33] + secret + whole[33:] + b"<html>trailing</html>"
    found = encoded_bitmap(data, most_side=100)
    assert b"anna" not in found.data
    assert b"html" not in found.data


@pytest.mark.parametrize(
    "bomb",
    [
        png_that_claims(30_000, 30_000),
        png_that_claims(2**31 - 1, 2**31 - 1),
        png_that_claims(100_000, 1),
        jpeg_that_claims(65_000, 65_000),
        jpeg_that_claims(12_001, 10),
        webp_that_claims(16_000, 16_000),
        webp_that_claims(2**24, 1),
    ],
)
def test_a_picture_that_claims_to_be_huge_is_never_unpacked(
    bomb: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(cv2, "imdecode")
    with pytest.raises(InvalidRequest, match="too large"):
        decoded_bitmap(bomb)


def test_the_limit_of_pixels_is_the_callers() -> None:
    assert decoded_bitmap(encoded(".png"), most_pixels=1200).shape == (30, 40, 3)
    with pytest.raises(InvalidRequest, match="too large"):
        decoded_bitmap(encoded(".png"), most_pixels=1199)


@pytest.mark.parametrize("size", [(0, 0), (0, 10), (10, 0)])
def test_a_picture_without_pixels_is_damaged(size: tuple[int, int]) -> None:
    with pytest.raises(InvalidRequest, match="damaged"):
        decoded_bitmap(png_that_claims(*size))


def test_a_jpeg_of_countless_scans_is_refused() -> None:
    data = encoded(".jpg")
    assert decoded_bitmap(data).size
    with pytest.raises(InvalidRequest, match="damaged"):
        decoded_bitmap(data + b"\xff\xda" * 64)


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize("share", [0.02, 0.1, 0.5])
def test_a_picture_that_breaks_off_is_damaged_or_what_there_is(suffix: str, share: float) -> None:
    whole = encoded(suffix)
    data = whole[: max(12, int(share * len(whole)))]
    try:
        found = decoded_bitmap(data)
    except InvalidRequest:
        return
    assert found.shape == (30, 40, 3)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_no_byte_of_a_file_breaks_the_service(suffix: str, data: st.DataObject) -> None:
    mutated = bytearray(encoded(suffix, pixels(8, 6)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, min(200, len(mutated) - 1)))
        mutated[at] = data.draw(st.integers(0, 255))
    try:
        found = decoded_bitmap(bytes(mutated), most_pixels=10_000)
        assert found.shape[0] * found.shape[1] <= 10_000
    except InvalidRequest:
        pass


@pytest.mark.parametrize("kind", ["VP8 ", "VP8L", "VP8X", "ICCP"])
def test_the_size_of_each_form_of_webp_is_read(kind: str) -> None:
    lossy = cv2.imencode(".webp", pixels(), [cv2.IMWRITE_WEBP_QUALITY, 90])[1].tobytes()
    data = {
        "VP8 ": lossy,
        "VP8L": encoded(".webp"),
        "VP8X": webp_that_claims(40, 30),
        "ICCP": lossy.replace(b"VP8 ", b"ICCP"),
    }[kind]
    assert data[12:16] == kind.encode()
    with pytest.raises(InvalidRequest, match="damaged" if kind == "ICCP" else "too large"):
        decoded_bitmap(data, most_pixels=1199)


def test_fill_bytes_and_marks_without_a_length_before_the_size_are_passed() -> None:
    data = encoded(".jpg")
    padded = data[:2] + b"\xff\xff\x01\xff" + data[2:]
    with pytest.raises(InvalidRequest, match="too large"):
        decoded_bitmap(padded, most_pixels=1199)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0",
        b"\xff\xd8\xff\xd9",
        b"RIFF\0\0\0\0WEBPVP8X",
    ],
)
def test_a_head_without_a_size_is_damaged(data: bytes) -> None:
    with pytest.raises(InvalidRequest, match="damaged"):
        decoded_bitmap(data)


def test_a_decoder_that_fails_on_a_picture_says_that_it_is_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_data: object, _how: int) -> None:
        raise cv2.error

    monkeypatch.setattr(cv2, "imdecode", fail)
    with pytest.raises(InvalidRequest, match="damaged"):
        decoded_bitmap(encoded(".png"))
