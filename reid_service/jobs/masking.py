"""Hides people in a film: everybody but one, or that one.

Frigate tells where a person was only now and then: at each picture, and by the points of the feet.
So the place of the one person is a generous guess, and where all others are is not known. Hence
everything outside that guess is made unrecognisable, not only what was seen as a person. Somebody
who stands within it stays visible.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from reid_service.domain.boxes import FractionBox, FrameSize
from reid_service.domain.crop import Image
from reid_service.domain.tracklet import PathPoint
from reid_service.jobs.legs import Leg

_UNSURE_S: Final = 1.0
"""Recordings are cut at key frames: a film may begin that much earlier than asked."""

_LOOKS: Final = 9
_MARGIN: Final = 0.2
_BLOCKS: Final = 24
"""Rows of blocks that are left of a frame: a face is one or two of them."""

_GREY: Final = (60, 60, 60)
_WHITE: Final = (240, 240, 240)


@dataclass(frozen=True, slots=True)
class _Moment:
    """Where somebody was: centre and feet, width and height, as fractions of the frame."""

    time_s: float
    x: float
    feet: float
    width: float
    height: float


class Whereabouts:
    """Where one person was in the frame, as far as can be told."""

    def __init__(self, leg: Leg) -> None:
        self._first_s = leg.tracklet.start_s - _UNSURE_S
        self._last_s = leg.tracklet.last_seen_s + _UNSURE_S
        sizes = [_of_box(each.frame_time_s, each.box) for each in leg.crops]
        self._moments = [_of_point(each, sizes) for each in leg.tracklet.path] if sizes else []
        self._moments += sizes
        self._moments.sort(key=lambda each: each.time_s)
        self._times = [each.time_s for each in self._moments]

    def at(self, time_s: float) -> FractionBox | None:
        """A box that holds the person about then; None when they were not in sight, or no
        picture tells how large they are.
        """
        if not self._moments or not self._first_s <= time_s <= self._last_s:
            return None
        step = 2.0 * _UNSURE_S / (_LOOKS - 1)
        near = [self._between(time_s - _UNSURE_S + step * index) for index in range(_LOOKS)]
        wide = _MARGIN * max(each.width for each in near)
        tall = _MARGIN * max(each.height for each in near)
        return FractionBox(
            max(0.0, min(each.x - each.width / 2 for each in near) - wide),
            max(0.0, min(each.feet - each.height for each in near) - tall),
            min(1.0, max(each.x + each.width / 2 for each in near) + wide),
            min(1.0, max(each.feet for each in near) + tall),
        )

    def _between(self, time_s: float) -> _Moment:
        after = bisect.bisect_left(self._times, time_s)
        if after == 0:
            return self._moments[0]
        if after == len(self._moments):
            return self._moments[-1]
        first, second = self._moments[after - 1], self._moments[after]
        share = (time_s - first.time_s) / (second.time_s - first.time_s)
        return _Moment(
            time_s,
            first.x + share * (second.x - first.x),
            first.feet + share * (second.feet - first.feet),
            first.width + share * (second.width - first.width),
            first.height + share * (second.height - first.height),
        )


def _of_box(time_s: float, box: FractionBox) -> _Moment:
    return _Moment(
        time_s,
        (box.x_min + box.x_max) / 2,
        box.y_max,
        box.x_max - box.x_min,
        box.y_max - box.y_min,
    )


def _of_point(point: PathPoint, sizes: Sequence[_Moment]) -> _Moment:
    nearest = min(sizes, key=lambda each: abs(each.time_s - point.time_s))
    return _Moment(point.time_s, point.x, point.y, nearest.width, nearest.height)


def masked(
    frame: Image,
    box: FractionBox | None,
    *,
    blur_others: bool,
    number: str | None,
    place: Callable[[FractionBox], tuple[int, int, int, int]],
) -> Image:
    """A copy of a frame with people hidden; `place` gives (left, top, right, bottom) of a box.

    With `blur_others` nothing but the box can be recognised; with a `number` the box is filled
    and bears it.
    """
    shown = unrecognisable(frame) if blur_others else frame.copy()
    if box is None:
        return shown
    left, top, right, bottom = place(box)
    if number is None:
        shown[top:bottom, left:right] = frame[top:bottom, left:right]
    elif right > left and bottom > top:
        fill(shown, (left, top, right, bottom), number)
    return shown


def unrecognisable(frame: Image) -> Image:
    """Large blocks of mean colour, shape as given: nothing finer can be won back."""
    height, width = frame.shape[:2]
    rows = min(_BLOCKS, height)
    columns = max(1, round(rows * width / height))
    blocks = cv2.resize(frame, (columns, rows), interpolation=cv2.INTER_AREA)
    large = cv2.resize(blocks, (width, height), interpolation=cv2.INTER_LINEAR)
    return large.astype(np.uint8, copy=False)


def fill(frame: Image, edges: tuple[int, int, int, int], number: str) -> None:
    """Fill a part of a frame and write a number into it, in place."""
    left, top, right, bottom = edges
    cv2.rectangle(frame, (left, top), (right - 1, bottom - 1), _GREY, -1)
    scale = max(0.4, (right - left) / 20.0 / max(2, len(number)))
    scale = min(scale, (bottom - top) / 30.0)
    (width, height), _ = cv2.getTextSize(number, cv2.FONT_HERSHEY_SIMPLEX, scale, 2)
    at = ((left + right - width) // 2, (top + bottom + height) // 2)
    cv2.putText(frame, number, at, cv2.FONT_HERSHEY_SIMPLEX, scale, _WHITE, 2, cv2.LINE_AA)


def fitted(
    source: FrameSize, target: FrameSize
) -> Callable[[FractionBox], tuple[int, int, int, int]]:
    """Where a box of a frame of `source` lies, brought into `target` with borders."""
    scale = min(target.width / source.width, target.height / source.height)
    width, height = source.width * scale, source.height * scale
    left, top = (target.width - width) / 2, (target.height - height) / 2

    def place(box: FractionBox) -> tuple[int, int, int, int]:
        return (
            int(left + box.x_min * width),
            int(top + box.y_min * height),
            int(np.ceil(left + box.x_max * width)),
            int(np.ceil(top + box.y_max * height)),
        )

    return place
