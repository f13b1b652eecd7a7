"""The thread that decides: it alone writes who is who, one step after the other.

Steps come in the order in which Frigate's messages came. Those that wait with their pictures
share one transaction; then the outside is told: what was told is never lost. The vector index
follows when there is time, at the latest with the next flush.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextvars import copy_context
from dataclasses import replace
from typing import Final, TypeVar

from reid_service.errors import GalleryUnavailable, StoreError
from reid_service.ingest.rare_log import RareLog
from reid_service.pipeline.deciding import Arrived, Deciding
from reid_service.pipeline.pictures import PictureResult
from reid_service.pipeline.priority import give_way
from reid_service.pipeline.progress import Progress
from reid_service.pipeline.tracking import Work
from reid_service.storage.indexing import Indexer

_LOG = logging.getLogger(__name__)

_POLL_S: Final = 0.2
_STORE_RETRY_S: Final = 1.0
_TOGETHER: Final = 32
"""Steps in one transaction: far more change nothing, and others wait for it to end."""

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
        self._next: deque[Work] = deque()
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
        """Steps that wait or are at hand: none, and all that was submitted is committed."""
        return self._works.unfinished_tasks

    def call(self, command: Callable[[], T]) -> T:
        """Run `command` between two steps and return what it returns, or raise what it raises.

        It runs in the caller's context, which knows who acts. Raises `StoreError` when it could
        not begin in time; then it never will.
        """
        answer: Future[T] = Future()
        context = copy_context()

        def run() -> None:
            if not answer.set_running_or_notify_cancel():
                return
            try:
                answer.set_result(context.run(command))
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
        give_way()
        while not self._stopping.is_set():
            self._fill(_POLL_S)
            self._take_commands()
            self._take_late()
            self._take_steps()
            due = time.monotonic() - self._flushed_s >= self._flush_every_s
            if due:
                self._keep_up()
            elif self._is_idle():
                self._until_stored(self._apply)
        self._take_commands()
        self._keep_up()

    def _fill(self, timeout_s: float) -> None:
        """Look ahead at what waits; for `timeout_s` while there is nothing."""
        try:
            while len(self._next) < _TOGETHER:
                work = self._works.get(timeout=0.0 if self._next else timeout_s)
                if work is None:
                    self._works.task_done()
                    return
                self._next.append(work)
        except queue.Empty:
            return

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

    def _take_steps(self) -> None:
        """Take what is there with its picture; for the picture of the first one is waited."""
        works: list[Work] = []
        steps: list[Arrived] = []
        passed_on = 0
        while self._next and (not works or _is_there(self._next[0])):
            work = self._next.popleft()
            if work.late and work.picture is not None:
                self._expect(work, work.picture)
                passed_on += 1
                continue
            picture = None if work.picture is None else self._await(work, work.picture)
            works.append(work)
            steps.append(Arrived(work.update, picture, work.arrived_s))
        self._take_all(steps)
        for work in works:
            if work.counted:
                self._progress.settle()
        for _ in range(len(works) + passed_on):
            self._works.task_done()

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

    def _take_all(self, steps: Sequence[Arrived]) -> None:
        rest = list(steps)

        def take() -> None:
            while rest:
                del rest[: self._deciding.steps(rest)]
                self._deciding.learn()

        if rest and not self._until_stored(take):
            # One of them cannot be taken: it alone is left out.
            for each in rest:
                self._take_alone(each)

    def _take_alone(self, step: Arrived) -> None:
        if not self._until_stored(lambda: self._deciding.steps([step])):
            # Whatever was wrong with the crop, the tracklet goes on.
            self._until_stored(lambda: self._deciding.steps([replace(step, picture=None)]))
        self._until_stored(self._deciding.learn)

    def _add_late(self, work: Work, picture: PictureResult) -> None:
        update = replace(work.update, stale_frame_s=None)  # that was done in its own time
        self._take_all([Arrived(update, picture, work.arrived_s, late=True)])

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
        return not self._next and self._works.empty() and not self._stopping.is_set()

    def _apply(self) -> None:
        try:
            self._indexer.apply()
        except GalleryUnavailable as error:
            self._rare.warning("gallery", "the vector index is away, it will catch up: %s", error)

    def _keep_up(self) -> None:
        """Take decisions that were left when the service stopped, and flush the index."""
        self._flushed_s = time.monotonic()
        try:
            while self._deciding.decide_waiting() and self._is_idle():
                self._take_commands()
            self._indexer.apply()
            self._indexer.settle()
        except GalleryUnavailable as error:
            self._rare.warning("gallery", "the vector index is away, it will catch up: %s", error)
        except StoreError as error:
            self._rare.warning("store", "the store failed, trying again: %s", error)
        except Exception:  # noqa: BLE001 - the thread must live on for the next step
            _LOG.exception("keeping the index up failed")


def _is_there(work: Work) -> bool:
    return work.picture is None or work.late or work.picture.done()
