"""Cutting crops and judging them."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from reid_service.domain.boxes import FrameSize, PixelBox
from reid_service.domain.crop import CropRejection, Image
from reid_service.ingest.crops import CropRules, CutCrop, cut_crop
from reid_service.ingest.frames import DecodedFrame

RULES = CropRules(padding=0.1, min_height_px=48, min_quality=0.15)


@pytest.fixture(scope="module")
def frame() -> Image:
    return np.random.default_rng(1).integers(0, 255, (360, 640, 3), np.uint8)


def usable(frame: Image, box: PixelBox, *others: PixelBox) -> CutCrop:
    cut = cut_crop(DecodedFrame(frame), box, others, RULES)
    assert isinstance(cut, CutCrop)
    return cut


def test_a_whole_person_in_the_middle_is_good(frame: Image) -> None:
    cut = usable(frame, PixelBox(300, 80, 370, 280))

    assert cut.quality.score > 0.8
    assert cut.quality.completeness == 1.0
    assert cut.quality.visibility == 1.0


def test_the_picture_is_padded_but_the_box_is_not(frame: Image) -> None:
    cut = usable(frame, PixelBox(300, 100, 360, 200))

    assert cut.image.shape == (120, 72, 3)
    assert cut.box == PixelBox(300, 100, 360, 200).to_fraction(FrameSize(640, 360))


def test_padding_stops_at_the_frame(frame: Image) -> None:
    cut = usable(frame, PixelBox(0, 100, 60, 220))

    assert cut.image.shape[1] == 66


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        (PixelBox(300, 100, 300, 200), CropRejection.MALFORMED_BOX),  # no width
        (PixelBox(360, 100, 300, 200), CropRejection.MALFORMED_BOX),  # inverted
        (PixelBox(700, 100, 760, 200), CropRejection.MALFORMED_BOX),  # beyond the frame
        (PixelBox(620, 100, 680, 280), CropRejection.CUT_OFF),  # two thirds beyond it
        (PixelBox(300, 100, 320, 147), CropRejection.TOO_SMALL),  # 47 px
        (PixelBox(100, 100, 300, 200), CropRejection.WRONG_ASPECT),  # lying or a car
        (PixelBox(300, 100, 310, 300), CropRejection.WRONG_ASPECT),  # a pole
        (PixelBox(0, 100, 40, 300), CropRejection.CUT_OFF),  # a slice at the edge
    ],
)
def test_a_useless_box_is_rejected_with_its_reason(
    frame: Image, box: PixelBox, reason: CropRejection
) -> None:
    assert cut_crop(DecodedFrame(frame), box, (), RULES) is reason


def test_48_pixels_are_just_enough(frame: Image) -> None:
    assert isinstance(
        cut_crop(DecodedFrame(frame), PixelBox(300, 100, 320, 148), (), RULES), CutCrop
    )


def test_a_person_behind_another_is_rejected(frame: Image) -> None:
    box = PixelBox(300, 100, 360, 260)

    assert (
        cut_crop(DecodedFrame(frame), box, [PixelBox(295, 110, 365, 290)], RULES)
        is CropRejection.OVERLAPPED
    )


def test_the_person_in_front_keeps_its_picture(frame: Image) -> None:
    behind = usable(frame, PixelBox(300, 100, 360, 260), PixelBox(330, 110, 390, 290))
    before = usable(frame, PixelBox(330, 110, 390, 290), PixelBox(300, 100, 360, 260))

    assert before.quality.visibility > behind.quality.visibility


def test_a_flat_picture_has_nothing_to_recognise() -> None:
    grey = np.full((360, 640, 3), 128, np.uint8)

    assert (
        cut_crop(DecodedFrame(grey), PixelBox(300, 100, 360, 260), (), RULES)
        is CropRejection.BLURRED
    )


def test_a_nearer_person_has_the_better_picture(frame: Image) -> None:
    far = usable(frame, PixelBox(300, 100, 330, 180))
    near = usable(frame, PixelBox(300, 100, 360, 280))

    assert near.quality.score > far.quality.score


def test_blur_costs_quality(frame: Image) -> None:
    blurred = cv2.GaussianBlur(frame, (0, 0), 3).astype(np.uint8)
    box = PixelBox(300, 100, 360, 260)

    assert usable(frame, box).quality.sharpness > 0.9
    assert usable(blurred, box).quality.sharpness < usable(frame, box).quality.sharpness
