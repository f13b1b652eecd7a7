"""The embedded gallery: Qdrant's engine in a process of its own, without a server."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

import msgspec
import numpy as np

import reid_service
from reid_service.domain.crop import Vector
from reid_service.errors import GalleryUnavailable
from reid_service.gallery.edge_wire import (
    Answer,
    Clear,
    Count,
    Delete,
    Done,
    Failure,
    Fields,
    Flush,
    Found,
    Open,
    Optimize,
    Page,
    Request,
    Scroll,
    Search,
    Total,
    Upsert,
    Where,
    WirePoint,
    error_of,
    receive_frame,
    send_frame,
)
from reid_service.gallery.points import (
    BATCH,
    batches,
    check_vector,
    checked_points,
    matches_nothing,
    packed,
    ranked,
    unpacked,
)
from reid_service.gallery.store import Hit, Payload, Point, SearchFilter

_logger = logging.getLogger(__name__)

_LATER_S: Final = 900.0  # to open, flush, optimise or clear on a slow disk
_PACKAGE_ROOT: Final = Path(reid_service.__file__).parents[1]
# glibc keeps freed memory for each thread by default. Measured at 100,000 x 256, this leaves 45 MB
# of anonymous memory instead of 66 after optimising, for the same processor time.
_LEAN_MALLOC: Final = {
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "131072",
    "MALLOC_TRIM_THRESHOLD_": "131072",
}

_A = TypeVar("_A", Done, Total, Found, Page)


class _Process:
    """The index process and our end of its socket; not thread-safe."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", "reid_service.gallery.edge_process"]
            self._popen = subprocess.Popen(  # noqa: S603  our own module, no outside input
                [*command, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                cwd=_PACKAGE_ROOT,
                env={**os.environ, **_LEAN_MALLOC},
                pass_fds=[theirs.fileno()],
                # Ctrl-C in a terminal is for the service, which closes us in its own time.
                start_new_session=True,
            )
        self._socket = ours
        self._decoder: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._popen.pid

    def ask(self, message: bytes, timeout_s: float) -> Answer:
        """Send one request and wait for its answer. Raises `OSError` when the process is gone."""
        self._socket.settimeout(timeout_s)
        send_frame(self._socket, message)
        answer = receive_frame(self._socket)
        if answer is None:
            raise ConnectionError("the vector index process has ended")
        return self._decoder.decode(answer)

    def end(self, timeout_s: float) -> None:
        """Let it flush and exit; kill it when that takes longer than `timeout_s`."""
        self._socket.close()
        try:
            self._popen.wait(timeout_s)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            self._popen.wait()


class EdgeGallery:
    """A gallery in a folder of this machine. Thread-safe; calls take turns.

    A dead index process is started again once for each call; every request may be repeated.
    Raises `GalleryUnavailable` when the folder is in use, `ModelMismatch` when it belongs to
    another model, `GalleryError` when its files are damaged.
    """

    def __init__(
        self,
        folder: Path,
        model_id: str,
        dimension: int,
        *,
        lock_wait_s: float = 10.0,
        answer_timeout_s: float = 60.0,
    ) -> None:
        """Open or make the gallery of `model_id` (vectors of shape (dimension,)) in `folder`.

        `lock_wait_s` is the patience with a previous process that is still closing.
        """
        self._open = Open(str(folder.resolve()), model_id, dimension, lock_wait_s)
        self._answer_timeout_s = answer_timeout_s
        self._encoder = msgspec.msgpack.Encoder()
        self._lock = threading.Lock()
        self._process: _Process | None = None
        self._closed = False
        self.count()

    @property
    def model_id(self) -> str:
        """The model whose vectors live here."""
        return self._open.model_id

    @property
    def process_id(self) -> int | None:
        """The index process, for the metrics; None while there is none."""
        process = self._process
        return None if process is None else process.pid

    def upsert(self, points: Sequence[Point]) -> None:
        """Insert or replace points by id, `BATCH` at a time all or none."""
        checked = checked_points(points, self._open.model_id, self._open.dimension)
        for batch in batches(checked):
            self._ask(
                Upsert([WirePoint(p.id, _raw(p.vector), packed(p.payload)) for p in batch]), Done
            )

    def delete(self, ids: Sequence[str]) -> None:
        """Delete points by id; unknown ids are no error."""
        for batch in batches(ids):
            self._ask(Delete(list(batch)), Done)

    def search(self, vector: Vector, where: SearchFilter, limit: int) -> list[Hit]:
        """The `limit` nearest points that match, best first; ties by id."""
        check_vector(vector, self._open.model_id, self._open.dimension)
        if limit < 1 or matches_nothing(where):
            return []
        raw = _raw(vector)
        wire_where = _wire_where(where)

        def fetch(wanted: int) -> list[tuple[str, float, Fields]]:
            return self._ask(Search(raw, wire_where, wanted), Found).hits

        return ranked(fetch, limit)

    def scroll(self) -> Iterator[tuple[str, Payload]]:
        """Every point's id and payload, in no promised order."""
        page = self._ask(Scroll(None, BATCH), Page)
        while True:
            for id_, fields in page.points:
                yield id_, unpacked(fields)
            if page.after is None:
                return
            page = self._ask(Scroll(page.after, BATCH), Page)

    def count(self) -> int:
        """Number of points."""
        return self._ask(Count(), Total).points

    def flush(self) -> None:
        """Make everything written so far survive power loss."""
        self._ask(Flush(), Done, _LATER_S)

    def optimize(self) -> None:
        """Reorganise segments; may take seconds, during which other calls wait."""
        self._ask(Optimize(), Done, _LATER_S)

    def clear(self) -> None:
        """Delete every point and its file."""
        self._ask(Clear(), Done, _LATER_S)

    def close(self) -> None:
        """Flush and end the process; the gallery is not used afterwards."""
        with self._lock:
            self._closed = True
            self._end_process(_LATER_S)

    def _ask(self, request: Request, expected: type[_A], timeout_s: float | None = None) -> _A:
        timeout_s = self._answer_timeout_s if timeout_s is None else timeout_s
        message = self._encoder.encode(request)
        try:
            with self._lock:
                answer = self._exchange(message, timeout_s)
        except TimeoutError as error:
            raise GalleryUnavailable(
                f"The vector index did not answer within {timeout_s:.0f} s: "
                "check whether the disk of the data folder is overloaded."
            ) from error
        except OSError as error:
            raise GalleryUnavailable(
                "The vector index process keeps ending: see the log for its last words, "
                "and check memory and disk space."
            ) from error
        if isinstance(answer, Failure):
            raise error_of(answer)
        if not isinstance(answer, expected):
            raise TypeError(f"expected {expected.__name__}, got {type(answer).__name__}")
        return answer

    def _exchange(self, message: bytes, timeout_s: float) -> Answer:
        """Ask, and ask a new process once if the present one turns out to be dead."""
        try:
            return self._exchange_once(message, timeout_s)
        except TimeoutError:
            raise
        except OSError:
            _logger.warning("The vector index process ended unexpectedly; starting it again")
        return self._exchange_once(message, timeout_s)

    def _exchange_once(self, message: bytes, timeout_s: float) -> Answer:
        try:
            return self._running().ask(message, timeout_s)
        except BaseException:
            # Also on Ctrl-C: an answer left in the socket would be taken for the next one.
            self._end_process(0.0)
            raise

    def _running(self) -> _Process:
        """The process, started and with the folder open."""
        if self._closed:
            raise GalleryUnavailable("The vector index is closed.")
        if self._process is None:
            process = _Process()
            self._process = process
            answer = process.ask(self._encoder.encode(self._open), _LATER_S)
            if isinstance(answer, Failure):
                raise error_of(answer)
        return self._process

    def _end_process(self, timeout_s: float) -> None:
        if self._process is not None:
            self._process.end(timeout_s)
            self._process = None


def _raw(vector: Vector) -> bytes:
    return np.asarray(vector, dtype=np.float32).tobytes()


def _wire_where(where: SearchFilter) -> Where:
    return Where(
        kind=where.kind.value,
        cameras=None if where.cameras is None else sorted(where.cameras),
        identities=None if where.identities is None else sorted(where.identities),
        exclude_identities=sorted(where.exclude_identities),
        from_s=where.from_s,
        until_s=where.until_s,
    )
