"""A film of pictures that are seconds apart, as a replayed Frigate serves it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import cv2

from reid_service.domain.boxes import FrameSize
from reid_service.domain.crop import Image
from reid_service.recordings.pictures import decode
from reid_service.video.ffmpeg import FilmForm, encode

_FPS: Final = 4
_LONGEST_S: Final = 600.0


def film(frames: Sequence[tuple[float, Path]], start_s: float, end_s: float) -> bytes:
    """MP4 (H.264) from `start_s` to `end_s`, at most ten minutes.

    `frames` are (epoch seconds, picture), by time, at least one; each is shown until the next.
    Raises `RecordingError` and `VideoError`.
    """
    first = decode(frames[0][1].read_bytes())
    size = FrameSize(first.shape[1] // 2 * 2, first.shape[0] // 2 * 2)
    seconds = max(1.0 / _FPS, min(end_s - start_s, _LONGEST_S))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "film.mp4")
        shown = _shown(frames, start_s, round(seconds * _FPS), size)
        encode(shown, FilmForm(size, _FPS), target, is_cancelled=lambda: False)
        return target.read_bytes()


def _shown(
    frames: Sequence[tuple[float, Path]], start_s: float, count: int, size: FrameSize
) -> Iterator[Image]:
    at, picture = -1, None
    for index in range(count):
        now_s = start_s + index / _FPS
        before = at
        while at + 1 < len(frames) and (at < 0 or frames[at + 1][0] <= now_s):
            at += 1
        if at != before or picture is None:
            picture = cv2.resize(decode(frames[at][1].read_bytes()), (size.width, size.height))
        yield picture.astype("uint8", copy=False)
