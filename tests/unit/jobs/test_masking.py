"""Who is hidden in a film, and where somebody is shown."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.boxes import FractionBox, FrameSize
from reid_service.domain.crop import CropQuality, Image
from reid_service.domain.tracklet import PathPoint
from reid_service.jobs.legs import Leg
from reid_service.jobs.masking import Whereabouts, fitted, masked, unrecognisable
from reid_service.storage.records import StoredCrop, StoredTracklet
from tests.fakes import make_tracklet

QUALITY = CropQuality(1.0, 1.0, 1.0, 1.0, 1.0, 1.0)
SIZE = FrameSize(160, 120)


def _crop(at_s: float, box: FractionBox) -> StoredCrop:
    return StoredCrop(f"c{at_s}", "frigate:1-a", at_s, box, QUALITY, None)


def _leg(*crops: StoredCrop, path: tuple[PathPoint, ...] = ()) -> Leg:
    tracklet = replace(make_tracklet(start_s=100.0), path=path)
    return Leg(StoredTracklet(tracklet, None, True), None, crops)


def _noise(seed: int = 1) -> Image:
    return np.random.default_rng(seed).integers(0, 255, (120, 160, 3), dtype=np.uint8)


LEFT = FractionBox(0.1, 0.2, 0.2, 0.6)
RIGHT = FractionBox(0.7, 0.4, 0.8, 0.8)


def test_a_walker_is_held_by_the_box_between_two_pictures() -> None:
    where = Whereabouts(_leg(_crop(100.0, LEFT), _crop(110.0, RIGHT)))
    middle = where.at(105.0)
    assert middle is not None
    assert (middle.x_min < 0.4, middle.x_max > 0.5) == (True, True)
    assert (middle.y_min < 0.3, middle.y_max > 0.7) == (True, True)
    assert middle.x_max - middle.x_min < 0.35


@given(st.floats(99.0, 111.0))
def test_every_picture_lies_within_the_box_of_its_moment(at_s: float) -> None:
    path = (PathPoint(0.15, 0.6, 100.5), PathPoint(0.75, 0.8, 109.5))
    where = Whereabouts(_leg(_crop(100.0, LEFT), _crop(110.0, RIGHT), path=path))
    box = where.at(at_s)
    assert box is not None
    assert 0.0 <= box.x_min < box.x_max <= 1.0
    assert 0.0 <= box.y_min < box.y_max <= 1.0
    for time_s, person in ((100.0, LEFT), (110.0, RIGHT)):
        if abs(at_s - time_s) < 1.0:
            assert box.x_min < person.x_min
            assert box.x_max > person.x_max


def test_nobody_is_shown_out_of_sight_or_without_a_picture() -> None:
    where = Whereabouts(_leg(_crop(105.0, LEFT)))
    assert where.at(98.5) is None
    assert where.at(111.5) is None
    assert where.at(100.0) is not None
    assert Whereabouts(_leg(path=(PathPoint(0.5, 0.5, 105.0),))).at(105.0) is None


def test_everything_but_the_person_is_unrecognisable() -> None:
    frame = _noise()
    place = fitted(SIZE, SIZE)
    shown = masked(frame, LEFT, blur_others=True, number=None, place=place)
    left, top, right, bottom = place(LEFT)
    assert np.array_equal(shown[top:bottom, left:right], frame[top:bottom, left:right])
    outside = np.ones(frame.shape[:2], bool)
    outside[top:bottom, left:right] = False
    # Noise has a spread of 74; blocks of its mean have next to none.
    assert shown[outside].std() < 25.0
    hidden = masked(frame, None, blur_others=True, number=None, place=place)
    assert hidden.std() < 25.0


def test_two_frames_of_one_mean_cannot_be_told_apart_within_a_block() -> None:
    frame = np.zeros((120, 160, 3), np.uint8)
    frame[::2] = 200
    other = np.zeros_like(frame)
    other[1::2] = 200
    assert np.abs(unrecognisable(frame).astype(int) - unrecognisable(other)).max() <= 45


def test_a_pseudonym_covers_the_person_alone() -> None:
    frame = _noise()
    place = fitted(SIZE, SIZE)
    shown = masked(frame, RIGHT, blur_others=False, number="47", place=place)
    left, top, right, bottom = place(RIGHT)
    assert not np.array_equal(shown[top:bottom, left:right], frame[top:bottom, left:right])
    assert len(np.unique(shown[top:bottom, left:right].reshape(-1, 3), axis=0)) < 100
    assert np.array_equal(shown[:, :left], frame[:, :left])
    both = masked(frame, RIGHT, blur_others=True, number="47", place=place)
    assert both.std() < 40.0


@pytest.mark.parametrize("number", ["?", "7", "1234567"])
@pytest.mark.parametrize("box", [FractionBox(0.0, 0.0, 1.0, 1.0), FractionBox(0.5, 0.5, 0.5, 0.9)])
def test_any_number_fits_any_box(number: str, box: FractionBox) -> None:
    shown = masked(_noise(), box, blur_others=False, number=number, place=fitted(SIZE, SIZE))
    assert shown.shape == (120, 160, 3)


def test_a_box_follows_its_frame_into_borders() -> None:
    place = fitted(FrameSize(100, 100), FrameSize(300, 100))
    assert place(FractionBox(0.0, 0.0, 1.0, 1.0)) == (100, 0, 200, 100)
    assert place(FractionBox(0.5, 0.5, 0.75, 1.0)) == (150, 50, 175, 100)
