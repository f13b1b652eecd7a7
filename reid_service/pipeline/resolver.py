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

    `order_wait_s` bounds how long a step waits for its picture, from the moment it was asked
    for: a Frigate that answers slowly holds up its own crops, not everybody.
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
        command_wait_s: float = 30.0,
    ) -> None:
        self._deciding = deciding
        self._indexer = indexer
        self._progress = progress
        self._order_wait_s = order_wait_s
        self._flush_every_s = flush_every_s
        self._command_wait_s = command_wait_s
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
        """Run `command` between two steps and return what it returns, or raise what it raises.

        Raises `StoreError` when it could not begin in time; then it never will.
        """
        answer: Future[T] = Future()

        def run() -> None:
            if not answer.set_running_or_notify_cancel():
                return
            try:
                answer.set_result(command())
            except BaseException as error:  # noqa: BLE001 - it belongs to the caller
                answer.set_exception(error)

        self._commands.put(run)
        self._wake()
        try:
            return answer.result(timeout=self._command_wait_s)
        except FutureTimeoutError:
            if answer.cancel():
                msg = "The service is too busy or about to stop. Try again in a minute."
                raise StoreError(msg) from None
            return answer.result()

    def _wake(self) -> None:
        try:
            self._works.put_nowait(None)
        except queue.Full:
            return  # it is awake, and looks for commands before each step

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                work = self._works.get(timeout=_POLL_S)
            except queue.Empty:
                work = None
            self._take_commands()
            self._take_late()
            if work is not None:
                self._take(work)
            if time.monotonic() - self._flushed_s >= self._flush_every_s:
                self._keep_up()
        self._take_commands()
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
            self._add_late(work, picture)

    def _take(self, work: Work) -> None:
        if work.late and work.picture is not None:
            self._expect(work, work.picture)
            return
        self._step(work, None if work.picture is None else self._await(work, work.picture))
        if work.counted:
            self._progress.settle()

    def _await(self, work: Work, picture: Future[PictureResult]) -> PictureResult | None:
        """The picture of a step, None when it takes too long: then it is folded in later."""
        until_s = work.asked_s + self._order_wait_s
        while not self._stopping.is_set():
            left_s = until_s - time.monotonic()
            try:
                return picture.result(timeout=max(0.0, min(left_s, _POLL_S)))
            except FutureTimeoutError:
                self._take_commands()
            if left_s <= 0.0:
                break
        self._expect(work, picture)
        return None

    def _expect(self, work: Work, picture: Future[PictureResult]) -> None:
        """Fold the picture in when it comes; nobody is held up by it."""
        picture.add_done_callback(lambda done: self._late.put((work, done.result())))

    def _step(self, work: Work, picture: PictureResult | None) -> None:
        update, arrived_s = work.update, work.arrived_s
        step = self._deciding.step
        if not self._until_stored(lambda: step(update, picture, arrived_s)) and picture is not None:
            # Whatever was wrong with the crop, the tracklet goes on.
            self._until_stored(lambda: step(update, None, arrived_s))
        if update.step is Step.CLOSED:
            self._until_stored(self._deciding.learn)
        self._until_stored(self._apply)

    def _add_late(self, work: Work, picture: PictureResult) -> None:
        key, arrived_s = work.update.tracklet.id, work.arrived_s
        self._until_stored(lambda: self._deciding.add_late(key, picture, arrived_s))
        self._until_stored(self._apply)

    def _until_stored(self, act: Callable[[], object]) -> bool:
        """Repeat `act` while the store is away; whether it succeeded."""
        while not self._stopping.is_set():
            try:
                act()
            except StoreError as error:
                # The disk is full or the database is away: the step waits, nothing is lost.
                self._rare.warning("store", "the store failed, trying again: %s", error)
                self._stopping.wait(_STORE_RETRY_S)
                self._take_commands()
            except Exception:  # noqa: BLE001 - one tracklet must not stop the others
                _LOG.exception("a step of the resolver failed")
                return False
            else:
                return True
        return False

    def _is_idle(self) -> bool:
        return self._works.empty() and not self._stopping.is_set()

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
            while self._deciding.decide_waiting() and self._is_idle():
                self._take_commands()
        except GalleryUnavailable as error:
            self._rare.warning("gallery", "the vector index is away, it will catch up: %s", error)
        except StoreError as error:
            self._rare.warning("store", "the store failed, trying again: %s", error)
        except Exception:  # noqa: BLE001 - the thread must live on for the next step
            _LOG.exception("keeping the index up failed")
