"""Crops of all cameras wait in one queue and are embedded in micro-batches by one thread."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace

from reid_service.domain.crop import Image, Vector
from reid_service.embed.embedder import Embedder

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BatcherStats:
    """Totals since the start, and the crops that wait now.

    `waited_s` is the sum over crops of the time between `submit` and the embedder's start;
    `embedding_s` is time inside the embedder. Crops of failed batches count in both.
    """

    crops: int = 0
    batches: int = 0
    failed_batches: int = 0
    embedding_s: float = 0.0
    waited_s: float = 0.0
    waiting: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    image: Image
    future: Future[Vector]
    since_s: float


class Batcher:
    """Feeds one embedder from many threads.

    It takes what waits, up to `max_batch` crops, and never waits for more: a lone crop is
    embedded at once. While at most `one_by_one` wait, they are taken one by one: a network takes
    about as long for two as for one twice, so the first is done sooner and the last no later.
    With more the turns of the threads cost too much. The embedder stays the caller's to close,
    after the batcher.
    """

    def __init__(
        self,
        embedder: Embedder,
        *,
        max_batch: int,
        max_waiting: int,
        one_by_one: int = 0,
        on_batch: Callable[[int, float], None] | None = None,
    ) -> None:
        """Start the thread; `on_batch` hears of every batch: crops, seconds in the embedder."""
        self._embedder = embedder
        self._max_batch = max_batch
        self._max_waiting = max_waiting
        self._one_by_one = one_by_one
        self._on_batch = on_batch
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

        Blocks while `max_waiting` crops wait. The future raises what the embedder raised for
        its batch, and is cancelled when the batcher closes first. Its callbacks run in the
        batcher's thread: they must be short, and must not call `submit`.
        """
        future: Future[Vector] = Future()
        with self._changed:
            self._changed.wait_for(lambda: self._closed or len(self._queue) < self._max_waiting)
            if self._closed:
                future.cancel()
                future.set_running_or_notify_cancel()
                return future
            self._queue.append(_Waiting(image, future, time.monotonic()))
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
        while batch := self._next_batch():
            wanted = [each for each in batch if each.future.set_running_or_notify_cancel()]
            if wanted:
                self._embed(wanted)

    def _next_batch(self) -> list[_Waiting]:
        """What waits, at least one crop; empty when the batcher is closed and nothing waits."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or len(self._queue) > 0)
            size = 1 if len(self._queue) <= self._one_by_one else self._max_batch
            size = min(len(self._queue), size)
            batch = [self._queue.popleft() for _ in range(size)]
            self._changed.notify_all()
            return batch

    def _embed(self, batch: list[_Waiting]) -> None:
        started_s = time.monotonic()
        failure: Exception | None = None
        try:
            vectors = self._embedder.embed([each.image for each in batch])
            # A copy of each: a kept vector must not keep its whole batch.
            done = [(each, vector.copy()) for each, vector in zip(batch, vectors, strict=True)]
        except Exception as error:  # noqa: BLE001 - whatever it is, the next crops need the thread
            failure = error
        seconds = time.monotonic() - started_s
        self._count(batch, started_s, seconds, failed=failure is not None)
        if self._on_batch is not None:
            self._on_batch(len(batch), seconds)
        if failure is not None:
            _LOG.warning("%d crops could not be embedded: %s", len(batch), failure)
            for each in batch:
                each.future.set_exception(failure)
            return
        for each, vector in done:
            each.future.set_result(vector)

    def _count(
        self, batch: list[_Waiting], started_s: float, seconds: float, *, failed: bool
    ) -> None:
        with self._changed:
            total = self._stats
            self._stats = BatcherStats(
                crops=total.crops + len(batch),
                batches=total.batches + 1,
                failed_batches=total.failed_batches + failed,
                embedding_s=total.embedding_s + seconds,
                waited_s=total.waited_s + sum(started_s - each.since_s for each in batch),
            )
