"""Films made, read, brought into another form, and joined, by the real ffmpeg."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from reid_service.domain.boxes import FrameSize
from reid_service.domain.crop import Image
from reid_service.errors import VideoError
from reid_service.video.ffmpeg import FilmForm, copy, encode, join, read_frames, transform

SMALL = FilmForm(FrameSize(64, 48), 5)


def _grey(shade: int, count: int, size: FrameSize = SMALL.size) -> Iterator[Image]:
    for _ in range(count):
        yield np.full((size.height, size.width, 3), shade, np.uint8)


def _never() -> bool:
    return False


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Two seconds of grey."""
    target = tmp_path / "grey.mp4"
    encode(_grey(100, 10), SMALL, target, is_cancelled=_never)
    return target


def test_what_is_made_can_be_read_and_is_what_browsers_play(film: Path) -> None:
    frames = list(read_frames(film, SMALL))
    assert len(frames) == 10
    assert frames[0].shape == (48, 64, 3)
    assert abs(float(frames[0].mean()) - 100.0) < 4.0
    head = film.read_bytes()
    assert head[4:8] == b"ftyp"
    assert b"avc1" in head
    assert head.index(b"moov") < head.index(b"mdat")


def test_a_film_of_another_shape_gets_borders(film: Path, tmp_path: Path) -> None:
    wide = FilmForm(FrameSize(128, 48), 10)
    transform(film, wide, tmp_path / "wide.mp4", is_cancelled=_never)
    frames = list(read_frames(tmp_path / "wide.mp4", wide))
    assert len(frames) == 20
    assert frames[5][:, :24].mean() < 20.0
    assert abs(float(frames[5][:, 40:88].mean()) - 100.0) < 6.0


def test_films_of_one_form_are_joined_in_order(film: Path, tmp_path: Path) -> None:
    bright = tmp_path / "bright.mp4"
    encode(_grey(200, 5), SMALL, bright, is_cancelled=_never)
    join([film, bright], tmp_path / "both.mp4", is_cancelled=_never)
    shades = [float(each.mean()) for each in read_frames(tmp_path / "both.mp4", SMALL)]
    assert len(shades) == 15
    assert abs(shades[8] - 100.0) < 6.0
    assert abs(shades[12] - 200.0) < 6.0


def test_a_film_is_packed_anew_without_a_change(film: Path, tmp_path: Path) -> None:
    copy(film, tmp_path / "again.mp4", is_cancelled=_never)
    again = list(read_frames(tmp_path / "again.mp4", SMALL))
    assert all(map(np.array_equal, again, read_frames(film, SMALL)))


def test_what_is_no_film_is_an_error_that_shows_no_path(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    playlist = tmp_path / "list.mp4"
    playlist.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://{secret}\n")
    for source in (playlist, tmp_path / "absent.mp4"):
        with pytest.raises(VideoError) as failed:
            transform(source, SMALL, tmp_path / "out.mp4", is_cancelled=_never)
        assert str(tmp_path) not in str(failed.value)
        with pytest.raises(VideoError):
            list(read_frames(source, SMALL))


def test_a_film_needs_a_picture(tmp_path: Path) -> None:
    with pytest.raises(VideoError, match="without a picture"):
        encode(iter(()), SMALL, tmp_path / "none.mp4", is_cancelled=_never)


def test_what_is_cancelled_ends(film: Path, tmp_path: Path) -> None:
    with pytest.raises(VideoError, match="cancelled"):
        encode(_grey(1, 10), SMALL, tmp_path / "a.mp4", is_cancelled=lambda: True)
    endless = FilmForm(FrameSize(64, 48), 5)
    many = tmp_path / "many.mp4"
    encode(_grey(1, 600), endless, many, is_cancelled=_never)
    large = FilmForm(FrameSize(1920, 1080), 60)
    with pytest.raises(VideoError, match="cancelled"):
        transform(many, large, tmp_path / "b.mp4", is_cancelled=lambda: True)
