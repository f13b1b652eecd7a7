"""Runs ffmpeg: a process of its own, so that a damaged film can end it and not us.

What comes from outside is always read as MP4: a playlist in disguise could make ffmpeg open
files and addresses. The picture is H.264, which every browser plays.
"""

from __future__ import annotations

import contextlib
import io
import logging
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

import imageio_ffmpeg
import numpy as np
import psutil

from reid_service.domain.boxes import FrameSize
from reid_service.domain.crop import Image
from reid_service.errors import VideoError

_LOG = logging.getLogger(__name__)

_LOOK_EVERY_S: Final = 0.2
_NICENESS: Final = 10
_TOLD_BYTES: Final = 2000

CANCELLED: Final = "The film was not finished because it was cancelled."


@dataclass(frozen=True, slots=True)
class FilmForm:
    """How a film is made: `size` has even sides, `fps` pictures a second."""

    size: FrameSize
    fps: int = 10

    @property
    def fitted(self) -> str:
        """ffmpeg's filter that brings any film into this form, with black borders."""
        width, height = self.size.width, self.size.height
        return (
            f"fps={self.fps},scale={width}:{height}:force_original_aspect_ratio=decrease,"
            f"pad={width}:{height}:(ow-iw)/2:(oh-ih)/2,setsar=1"
        )


def encode(
    frames: Iterable[Image], form: FilmForm, target: Path, *, is_cancelled: Callable[[], bool]
) -> None:
    """Make an MP4 of pictures, each of the form's size; at least one. Raises `VideoError`."""
    given = ["-f", "rawvideo", "-pix_fmt", "bgr24", *_size(form.size), "-r", str(form.fps)]
    with _Run([*given, "-i", "pipe:0", *_H264, *_MP4, str(target)], feeds=True) as run:
        is_empty = True
        for frame in frames:
            is_empty = False
            if is_cancelled():
                raise VideoError(CANCELLED)
            run.write(np.ascontiguousarray(frame).tobytes())
        if is_empty:
            msg = "A film without a picture cannot be made."
            raise VideoError(msg)
        run.end_input()
        run.wait(is_cancelled)


def transform(
    source: Path, form: FilmForm, target: Path, *, is_cancelled: Callable[[], bool]
) -> None:
    """Bring an MP4 into a form, without its sound. Raises `VideoError`."""
    how = ["-an", "-vf", form.fitted, *_H264, *_MP4]
    with _Run([*_READ_MP4, "-i", str(source), *how, str(target)]) as run:
        run.wait(is_cancelled)


def read_frames(source: Path, form: FilmForm) -> Iterator[Image]:
    """The pictures of an MP4 in a form, shape (height, width, 3). Raises `VideoError`."""
    raw = ["-an", "-vf", form.fitted, "-f", "rawvideo", "-pix_fmt", "bgr24", "pipe:1"]
    length = form.size.width * form.size.height * 3
    with _Run([*_READ_MP4, "-i", str(source), *raw], gives=True) as run:
        while len(data := run.read(length)) == length:
            frame = np.frombuffer(data, np.uint8).reshape(form.size.height, form.size.width, 3)
            yield frame
        run.wait(lambda: False)


def join(parts: Sequence[Path], target: Path, *, is_cancelled: Callable[[], bool]) -> None:
    """One MP4 of several of the same form, without making a picture anew. Raises `VideoError`.

    A list of them is written beside the first.
    """
    with tempfile.TemporaryDirectory(dir=parts[0].parent) as folder:
        listed = Path(folder, "parts.txt")
        # The names are ours, made of digits: nothing in them is to be quoted.
        listed.write_text("".join(f"file '{each.resolve()}'\n" for each in parts), "utf-8")
        how = ["-f", "concat", "-safe", "0", "-i", str(listed), "-c", "copy", *_MP4]
        with _Run([*how, str(target)]) as run:
            run.wait(is_cancelled)


def copy(source: Path, target: Path, *, is_cancelled: Callable[[], bool]) -> None:
    """An MP4 packed anew, without its sound, as one that can be sought in."""
    with _Run([*_READ_MP4, "-i", str(source), "-an", "-c", "copy", *_MP4, str(target)]) as run:
        run.wait(is_cancelled)


_READ_MP4: Final = ("-protocol_whitelist", "file", "-f", "mp4")
_H264: Final = (
    *("-c:v", "libx264", "-preset", "veryfast", "-crf", "25"),
    *("-pix_fmt", "yuv420p", "-threads", "1"),
)
# The index comes first, so that a browser may begin before it has everything.
_MP4: Final = ("-movflags", "+faststart", "-f", "mp4")


def _size(size: FrameSize) -> tuple[str, str]:
    return ("-s", f"{size.width}x{size.height}")


class _Run:
    """One process, killed at the end of the block if it still runs."""

    def __init__(
        self, arguments: Sequence[str], *, feeds: bool = False, gives: bool = False
    ) -> None:
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the run
        try:
            program = imageio_ffmpeg.get_ffmpeg_exe()
            self._process = subprocess.Popen(  # noqa: S603 - our own list of arguments
                [program, "-hide_banner", "-nostdin", "-loglevel", "error", "-y", *arguments],
                stdin=subprocess.PIPE if feeds else subprocess.DEVNULL,
                stdout=subprocess.PIPE if gives else subprocess.DEVNULL,
                stderr=self._errors,
            )
        except (OSError, RuntimeError) as error:
            self._errors.close()
            msg = "ffmpeg cannot be started; install the package imageio-ffmpeg again."
            raise VideoError(msg) from error
        self._input: IO[bytes] = self._process.stdin or io.BytesIO()
        self._output: IO[bytes] = self._process.stdout or io.BytesIO()
        # Deciding who is who goes first.
        psutil.Process(self._process.pid).nice(_NICENESS)

    def __enter__(self) -> _Run:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._output.close()
        with contextlib.suppress(BrokenPipeError):
            self._input.close()
        self._process.wait()
        self._errors.close()

    def write(self, data: bytes) -> None:
        try:
            self._input.write(data)
        except BrokenPipeError:
            raise self._failure() from None

    def read(self, length: int) -> bytes:
        return self._output.read(length)

    def end_input(self) -> None:
        try:
            self._input.close()
        except BrokenPipeError:
            raise self._failure() from None

    def wait(self, is_cancelled: Callable[[], bool]) -> None:
        """Until it ends well; raises `VideoError` when it does not, or when nobody wants it."""
        while True:
            try:
                code = self._process.wait(_LOOK_EVERY_S)
            except subprocess.TimeoutExpired:
                if is_cancelled():
                    raise VideoError(CANCELLED) from None
                continue
            if code != 0:
                raise self._failure()
            return

    def _failure(self) -> VideoError:
        self._process.kill()
        self._process.wait()
        self._errors.seek(0)
        said = self._errors.read(_TOLD_BYTES).decode("utf-8", "replace")
        _LOG.warning("ffmpeg failed (%s): %s", self._process.returncode, " ".join(said.split()))
        return VideoError("A film cannot be read or made. The log says why.")
