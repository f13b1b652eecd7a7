"""The thread that decides: it alone writes who is who, one step at a time.

Steps come in the order in which Frigate's messages came. Each is one transaction, then the
vector index follows, then the outside is told: what was told is never lost.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import Final, TypeVar

from reid_service.errors import GalleryUnavailable, StoreError
from reid_service.ingest.rare_log import RareLog
from reid_service.ingest.tracklets import Step
from reid_service.pipeline.deciding import Deciding
from reid_service.pipeline.pictures import PictureResult
from reid_service.pipeline.progress import Progress
from reid_service.pipeline.tracking import Work
from reid_service.storage.indexing import Indexer

_LOG = logging.getLogger(__name__)

_POLL_S: Final = 0.2
_STORE_RETRY_S: Final = 1.0

T = TypeVar("T")


class Resolver:
    """Takes steps in order, and commands of people in between.

    `order_wait_s` bounds how long a step waits for its picture: a Frigate that answers slowly
    holds up one crop, not everybody.
    """

    def __init__(
        self,
        *,
        deciding: Deciding,
        indexer: Indexer,
        progress: Progress,
        queue_size: int,
        order_wait_s: float,
        flush_every_s: float,
    ) -> None:
        self._deciding = deciding
        self._indexer = indexer
        self._progress = progress
        self._order_wait_s = order_wait_s
        self._flush_every_s = flush_every_s
        self._works: queue.Queue[Work | None] = queue.Queue(queue_size)
        self._late: queue.SimpleQueue[tuple[Work, PictureResult]] = queue.SimpleQueue()
        self._commands: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._flushed_s = time.monotonic()
        self._rare = RareLog(_LOG)
        self._thread = threading.Thread(target=self._run, name="resolver", daemon=True)

    def start(self) -> None:
        """Begin to decide."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the step at hand, flush the index, and end."""
        self._stopping.set()
        self._wake()
        self._thread.join()

    def submit(self, work: Work) -> None:
        """Queue a step; waits while the queue is full, so that nothing is lost."""
        while not self._stopping.is_set():
            try:
                self._works.put(work, timeout=_POLL_S)
            except queue.Full:
                continue
            return

    @property
    def backlog(self) -> int:
        """Steps that wait."""
        return self._works.qsize()

    def call(self, command: Callable[[], T]) -> T:
        """Run `command` between two steps and return what it returns, or raise what it raises."""
        answer: Future[T] = Future()

        def run() -> None:
            try:
                answer.set_result(command())
            except BaseException as error:  # noqa: BLE001 - it belongs to the caller
                answer.set_exception(error)

        self._commands.put(run)
        self._wake()
        return answer.result(timeout=30.0)

    def _wake(self) -> None:
        try:
            self._works.put_nowait(None)
        except queue.Full:
            return  # it is awake, and looks for commands before each step

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._take_commands()
            self._take_late()
            try:
                work = self._works.get(timeout=_POLL_S)
            except queue.Empty:
                work = None
            if work is not None:
                self._take(work)
            if time.monotonic() - self._flushed_s >= self._flush_every_s:
                self._keep_up()
        self._keep_up()

    def _take_commands(self) -> None:
        while True:
            try:
                command = self._commands.get_nowait()
            except queue.Empty:
                return
            command()

    def _take_late(self) -> None:
        while True:
            try:
                work, picture = self._late.get_nowait()
            except queue.Empty:
                return
            self._step(work, picture)

    def _take(self, work: Work) -> None:
        picture = None
        if work.picture is not None:
            try:
                picture = work.picture.result(timeout=self._order_wait_s)
            except FutureTimeoutError:
                work.picture.add_done_callback(lambda done: self._late.put((work, done.result())))
        self._step(work, picture)
        if work.counted:
            self._progress.settle()

    def _step(self, work: Work, picture: PictureResult | None) -> None:
        while not self._stopping.is_set():
            try:
                self._deciding.step(work.update, picture, work.arrived_s)
                if work.update.step is Step.CLOSED:
                    self._deciding.learn()
                self._apply()
            except StoreError as error:
                # The disk is full or the database is away: the step waits, nothing is lost.
                self._rare.warning("store", "the store failed, trying again: %s", error)
                self._stopping.wait(_STORE_RETRY_S)
                continue
            except Exception:  # noqa: BLE001 - one tracklet must not stop the others
                _LOG.exception("a step for camera %s failed", work.update.tracklet.camera)
            return

    def _apply(self) -> None:
        try:
            self._indexer.apply()
        except GalleryUnavailable as error:
            self._rare.warning("gallery", "the vector index is away, it will catch up: %s", error)

    def _keep_up(self) -> None:
        """Flush the index and take decisions that had to wait for it."""
        self._flushed_s = time.monotonic()
        try:
            self._indexer.apply()
            self._indexer.settle()
            self._deciding.decide_waiting()
        except GalleryUnavailable as error:
            self._rare.warning("gallery", "the vector index is away, it will catch up: %s", error)
        except StoreError as error:
            self._rare.warning("store", "the store failed, trying again: %s", error)
