"""One MP4 of all sightings in order, fetched from Frigate one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import cv2

from reid_service.domain.boxes import FrameSize
from reid_service.domain.crop import Image
from reid_service.errors import FrigateNotFound, NotFound, VideoError
from reid_service.ingest.frigate import FrigateClient
from reid_service.jobs.legs import EXPIRED, ExportWish, Leg
from reid_service.jobs.masking import Whereabouts, fitted, masked
from reid_service.jobs.runner import Stopped, Task
from reid_service.video.ffmpeg import FilmForm, copy, encode, join, read_frames, transform

_PADDING_S: Final = 1.0
_LARGEST: Final = FrameSize(1280, 720)
_FPS: Final = 10
_MOST_BYTES: Final = 2_000_000_000
"""Of one sighting as Frigate sends it: an hour of a good camera."""

_H264: Final = frozenset({"avc1", "h264", "H264", "AVC1"})


@dataclass(frozen=True, slots=True)
class _Part:
    """A leg's film as it came; `codec` is its four letters, `start_s` about its first picture."""

    leg: Leg
    path: Path
    codec: str
    size: FrameSize
    start_s: float


def make_film(
    task: Task, wish: ExportWish, legs: Sequence[Leg], sources: Mapping[str, FrigateClient]
) -> dict[str, Any]:
    """Make the file; the result for people. Raises `ReidError` and `Stopped`."""
    folder = task.file.with_suffix(".parts")
    folder.mkdir(mode=0o700, exist_ok=True)
    parts, left_out = _fetch_all(task, legs, sources, folder)
    if not parts:
        raise NotFound(EXPIRED)
    hides = wish.blur_others or wish.pseudonymise
    target = task.file.with_suffix(".mp4")
    agree = len({(each.codec, each.size, each.leg.tracklet.camera_key) for each in parts}) == 1
    is_copied = agree and parts[0].codec in _H264 and not hides
    films = [each.path for each in parts]
    if not is_copied:
        form = _form(parts)
        films = []
        for index, part in enumerate(parts):
            made = folder / f"form-{index:04d}.mp4"
            if hides:
                _hide(task, wish, part, form, made)
            else:
                transform(part.path, form, made, is_cancelled=lambda: task.is_ended)
            part.path.unlink()
            films.append(made)
            task.report(0.5 + 0.45 * (index + 1) / len(parts))
    join(films, target, is_cancelled=lambda: task.is_ended)
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    return {
        "file": target.name,
        "media_type": "video/mp4",
        "bytes": target.stat().st_size,
        "legs": len(parts),
        "left_out": left_out,
        "made_anew": not is_copied,
    }


def _fetch_all(
    task: Task, legs: Sequence[Leg], sources: Mapping[str, FrigateClient], folder: Path
) -> tuple[list[_Part], list[dict[str, str]]]:
    parts, left_out = [], []
    for index, leg in enumerate(legs):
        try:
            parts.append(_fetch(task, leg, sources, folder / f"leg-{index:04d}.mp4"))
        except (FrigateNotFound, VideoError) as error:
            task.check()
            expired = isinstance(error, FrigateNotFound)
            reason = "Frigate has no recording of it any more." if expired else str(error)
            left_out.append({"sighting_id": leg.tracklet.id, "reason": reason})
        task.report(0.5 * (index + 1) / len(legs))
    return parts, left_out


def _fetch(task: Task, leg: Leg, sources: Mapping[str, FrigateClient], target: Path) -> _Part:
    tracklet = leg.tracklet
    client = sources.get(tracklet.instance)
    if client is None:
        msg = "the Frigate of this camera is no longer in the settings"
        raise FrigateNotFound(msg)
    start_s, end_s = tracklet.start_s - _PADDING_S, tracklet.last_seen_s + _PADDING_S
    raw = target.with_suffix(".raw")
    with client.clip(tracklet.camera, start_s, end_s) as download, raw.open("wb") as file:
        for chunk in download.chunks():
            task.check()
            file.write(chunk)
            if file.tell() > _MOST_BYTES:
                msg = "Its film is larger than 2 GB."
                raise VideoError(msg)
    copy(raw, target, is_cancelled=lambda: task.is_ended)
    raw.unlink()
    codec, size, seconds = _looks_of(target)
    # It is cut at a key frame: what is longer than asked for was before.
    start_s -= max(0.0, seconds - (end_s - start_s))
    return _Part(leg, target, codec, size, start_s)


def _looks_of(path: Path) -> tuple[str, FrameSize, float]:
    """Codec, size and seconds of a film that we wrote ourselves. Raises `VideoError`."""
    film = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    try:
        letters = int(film.get(cv2.CAP_PROP_FOURCC)).to_bytes(4, "little")
        width = int(film.get(cv2.CAP_PROP_FRAME_WIDTH))
        height = int(film.get(cv2.CAP_PROP_FRAME_HEIGHT))
        rate = film.get(cv2.CAP_PROP_FPS)
        seconds = film.get(cv2.CAP_PROP_FRAME_COUNT) / rate if rate > 0.0 else 0.0
    finally:
        film.release()
    if width < 2 or height < 2:
        msg = "Its film has no picture."
        raise VideoError(msg)
    return letters.decode("ascii", "replace"), FrameSize(width, height), seconds


def _form(parts: Sequence[_Part]) -> FilmForm:
    """The largest of all films, at most 1280 x 720, with even sides."""
    width = min(_LARGEST.width, max(each.size.width for each in parts))
    height = min(_LARGEST.height, max(each.size.height for each in parts))
    return FilmForm(FrameSize(width // 2 * 2, height // 2 * 2), _FPS)


def _hide(task: Task, wish: ExportWish, part: _Part, form: FilmForm, target: Path) -> None:
    where = Whereabouts(part.leg)
    place = fitted(part.size, form.size)
    number = part.leg.number if wish.pseudonymise else None

    def frames() -> Iterator[Image]:
        for index, frame in enumerate(read_frames(part.path, form)):
            box = where.at(part.start_s + index / form.fps)
            yield masked(frame, box, blur_others=wish.blur_others, number=number, place=place)

    try:
        encode(frames(), form, target, is_cancelled=lambda: task.is_ended)
    except VideoError:
        if task.is_ended:
            raise Stopped from None
        raise
