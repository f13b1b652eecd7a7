"""Crops of all cameras wait in one queue and are embedded by one thread."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace

from reid_service.domain.crop import Image, Vector
from reid_service.embed.embedder import Embedder
from reid_service.errors import ModelError

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BatcherStats:
    """Totals since the start, and the crops that wait now.

    `embedding_s` is time in which the embedder was at work, for crops that it embedded.
    """

    crops: int = 0
    embedding_s: float = 0.0
    waiting: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    image: Image
    future: Future[Vector]


class Batcher:
    """Feeds one embedder from many threads.

    A lone crop is embedded at once, and while others wait the embedder is never without work.
    Vectors are handed on one by one while at most `few` crops wait, so that each is known as
    soon as possible. With more, up to `max_batch` are handed on together: whoever waits for them
    does one turn of work for all of them. The embedder stays the caller's to close, after the
    batcher.
    """

    def __init__(
        self,
        embedder: Embedder,
        *,
        max_batch: int,
        max_waiting: int,
        few: int = 0,
        on_embedded: Callable[[float], None] = lambda _: None,
    ) -> None:
        """Start the thread; `on_embedded` hears for every crop how many seconds it took."""
        self._embedder = embedder
        self._max_batch = max_batch
        self._max_waiting = max_waiting
        self._few = few
        self._on_embedded = on_embedded
        self._queue: deque[_Waiting] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._stats = BatcherStats()
        self._thread = threading.Thread(target=self._work, name="embedder", daemon=True)
        self._thread.start()

    @property
    def stats(self) -> BatcherStats:
        """A consistent copy of the totals."""
        with self._changed:
            return replace(self._stats, waiting=len(self._queue))

    def submit(self, image: Image) -> Future[Vector]:
        """The embedding of `image` in the future, a unit vector of shape (D,).

        Blocks while `max_waiting` crops wait. The future raises what the embedder raised while
        it was computed, and is cancelled when the batcher closes first. Its callbacks run in the
        batcher's thread: they must be short, and must not call `submit`.
        """
        future: Future[Vector] = Future()
        with self._changed:
            self._changed.wait_for(lambda: self._closed or len(self._queue) < self._max_waiting)
            if self._closed:
                future.cancel()
                future.set_running_or_notify_cancel()
                return future
            self._queue.append(_Waiting(image, future))
            self._changed.notify_all()
        return future

    def close(self, *, finish: bool = False) -> None:
        """Stop and wait for the thread; crops that wait are embedded (`finish`) or cancelled."""
        with self._changed:
            self._closed = True
            dropped = [] if finish else list(self._queue)
            if not finish:
                self._queue.clear()
            self._changed.notify_all()
        for each in dropped:
            each.future.cancel()
            each.future.set_running_or_notify_cancel()
        self._thread.join()

    def _work(self) -> None:
        while self._wait():
            self._embed_waiting()

    def _wait(self) -> bool:
        """Until a crop waits; False when the batcher is closed and none does."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or len(self._queue) > 0)
            return len(self._queue) > 0

    def _take(self, taken: deque[_Waiting]) -> Iterator[Image]:
        """The pictures that wait, and those that come meanwhile; noted in `taken`."""
        while True:
            with self._changed:
                if not self._queue:
                    return
                each = self._queue.popleft()
                self._changed.notify_all()
            if each.future.set_running_or_notify_cancel():
                taken.append(each)
                yield each.image

    def _embed_waiting(self) -> None:
        """Until no crop waits, or the embedder fails on one: that costs what it had taken."""
        taken: deque[_Waiting] = deque()
        done: list[tuple[_Waiting, Vector]] = []
        failure: Exception | None = None
        since_s = time.monotonic()
        try:
            for vector in self._embedder.stream(self._take(taken)):
                # A copy: a kept vector must not keep those that were computed with it.
                done.append((taken.popleft(), vector.copy()))
                now_s = time.monotonic()
                self._count(now_s - since_s)
                since_s = now_s
                if len(done) >= self._max_batch or len(self._queue) <= self._few:
                    _hand_on(done)
            if taken:
                msg = "The model gave fewer vectors than it took pictures: use another one."
                raise ModelError(msg)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next crops need the thread
            failure = error
        _hand_on(done)
        if failure is not None:
            _LOG.warning("%d crops could not be embedded: %s", len(taken), failure)
            for each in taken:
                each.future.set_exception(failure)

    def _count(self, seconds: float) -> None:
        with self._changed:
            total = self._stats
            self._stats = replace(
                total, crops=total.crops + 1, embedding_s=total.embedding_s + seconds
            )
        self._on_embedded(seconds)


def _hand_on(done: list[tuple[_Waiting, Vector]]) -> None:
    for each, vector in done:
        each.future.set_result(vector)
    done.clear()
