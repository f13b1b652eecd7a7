"""Pictures as Frigate serves them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.boxes import FrameSize, PixelBox
from reid_service.errors import RecordingError
from reid_service.recordings import pictures
from reid_service.recordings.pictures import Drawing
from tests.unit.recordings.tiny import BOX, HEIGHT, WIDTH, noise

PERSON = PixelBox(*BOX)
EDGES = st.integers(-50, 900)


@given(x=EDGES, y=EDGES, width=st.integers(0, 400), height=st.integers(0, 400))
def test_the_square_region_lies_in_the_frame(x: int, y: int, width: int, height: int) -> None:
    size = FrameSize(640, 360)
    region = pictures.square_region(PixelBox(x, y, x + width, y + height), size)
    assert region.width == region.height > 0
    assert region.clipped(size) == region


def test_only_the_person_is_left_of_a_redacted_frame() -> None:
    original = pictures.decode(noise(1)).astype(int)
    redacted = pictures.decode(pictures.grey_outside(noise(1), PERSON)).astype(int)
    inside = np.zeros((HEIGHT, WIDTH), bool)
    inside[PERSON.y_min : PERSON.y_max, PERSON.x_min : PERSON.x_max] = True
    assert np.abs(redacted - original)[inside].mean() < 30
    # Beyond the blocks that the compression shares with the box, the grey is plain.
    outside = redacted[:, PERSON.x_max + 16 :]
    assert np.abs(outside - 128).max() <= 3


def test_a_box_outside_the_frame_leaves_nothing() -> None:
    redacted = pictures.decode(pictures.grey_outside(noise(1), PixelBox(900, 0, 950, 90)))
    assert np.abs(redacted.astype(int) - 128).max() <= 3


def test_a_snapshot_can_be_drawn_cut_and_scaled() -> None:
    plain = pictures.decode(pictures.drawn(noise(2), PERSON, Drawing(quality=95)))
    boxed = pictures.decode(pictures.drawn(noise(2), PERSON, Drawing(box=True, quality=95)))
    blue, green, red = boxed[60, PERSON.x_min].astype(int)
    assert green > 150 > max(blue, red)
    assert plain.shape == boxed.shape == (HEIGHT, WIDTH, 3)
    small = pictures.decode(pictures.drawn(noise(2), PERSON, Drawing(crop=True, height_px=60)))
    assert small.shape == (60, 60, 3)


@pytest.mark.parametrize("extension", ["jpg", "png", "webp"])
def test_a_thumbnail_is_175_high(extension: str) -> None:
    thumbnail = pictures.thumbnail(noise(3), PERSON, extension)
    assert pictures.decode(thumbnail).shape == (175, 175, 3)
    assert pictures.is_webp(thumbnail) == (extension == "webp")


@pytest.mark.parametrize("data", [b"", b"no picture"])
def test_bytes_that_are_no_picture_are_refused(data: bytes) -> None:
    with pytest.raises(RecordingError, match="cannot be decoded"):
        pictures.decode(data)
