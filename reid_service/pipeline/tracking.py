"""The thread that follows tracked objects: messages and rows in, work for the resolver out."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Final, Protocol

from reid_service.clock import Clock
from reid_service.domain.crop import CropRejection
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.tracklet import Tracklet, tracklet_id
from reid_service.errors import StoreError
from reid_service.ingest.payloads import (
    Availability,
    EventRow,
    LiveObject,
    MessageKind,
    ObjectUpdate,
    TrackedObjectMessage,
    UpdateKind,
)
from reid_service.ingest.queue import Arrival, IngestQueue
from reid_service.ingest.rare_log import RareLog
from reid_service.ingest.resync import CatchUp
from reid_service.ingest.times import wrong_time
from reid_service.ingest.tracklets import PictureWanted, Step, TrackletBook, TrackletUpdate
from reid_service.pipeline.pictures import NotPictured, Pictured, PictureResult
from reid_service.pipeline.progress import Progress

_LOG = logging.getLogger(__name__)

_POLL_S: Final = 0.2
_SWEEP_EVERY_S: Final = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Work:
    """One step of one tracklet for the resolver, in order of arrival.

    `picture` is awaited before the step is taken. `arrived_s` and `asked_s`, when the picture
    was asked for, are monotonic. `counted` steps are messages of the broker and settle one each.
    A `late` one only brings a picture to a tracklet that has ended.
    """

    update: TrackletUpdate
    picture: Future[PictureResult] | None
    arrived_s: float
    asked_s: float
    counted: bool
    late: bool = False


class Pictures(Protocol):
    """The part of the picture stage that tracking needs."""

    def request(self, tracklet: Tracklet, wanted: PictureWanted) -> Future[PictureResult]:
        """The crop at the wanted frame, in the future."""
        ...


class Gate(Protocol):
    """Whether people are taken in."""

    def is_paused(self) -> bool:
        """Not now: nobody new, and no pictures of others."""
        ...

    def was_paused(self, time_s: float) -> bool:
        """Not whoever came at that time, whenever we hear of it."""
        ...

    def is_excluded(self, camera: CameraKey) -> bool:
        """Nobody of this camera, and nothing more of who was there already."""
        ...

    def was_excluded(self, camera: CameraKey, time_s: float) -> bool:
        """Not whoever came to this camera at that time."""
        ...


class OpenGate:
    """Always open."""

    def is_paused(self) -> bool:
        """Never."""
        return False

    def was_paused(self, _time_s: float) -> bool:
        """Never."""
        return False

    def is_excluded(self, _camera: CameraKey) -> bool:
        """None is."""
        return False

    def was_excluded(self, _camera: CameraKey, _time_s: float) -> bool:
        """None was."""
        return False


class Tracking:
    """Owns the book of tracklets; everything about it happens in this one thread.

    `on_taken(instance, failures)` is told after each catch-up how many of its rows could not be
    taken, and 1 for a message that could not: Frigate has to be asked for them again. Where it
    `replays`, the only clock is that of its messages.
    `recorded` names the Frigates whose recordings are asked for a better picture of each ended
    tracklet, `recorded_after_s` after its end: Frigate moves a recording in place when it is
    complete.
    """

    def __init__(
        self,
        *,
        arrivals: IngestQueue,
        book: TrackletBook,
        pictures: Pictures,
        submit: Callable[[Work], None],
        on_gap: Callable[[str | None], None],
        on_taken: Callable[[str, int], None],
        clock: Clock,
        progress: Progress,
        replays: bool,
        gate: Gate | None = None,
        recorded: Collection[str] = (),
        recorded_after_s: float = 30.0,
    ) -> None:
        self._arrivals = arrivals
        self._book = book
        self._pictures = pictures
        self._submit = submit
        self._on_gap = on_gap
        self._on_taken = on_taken
        self._clock = clock
        self._progress = progress
        self._has_clock = not replays
        self._gate = gate or OpenGate()
        self._recorded = frozenset(recorded)
        self._recorded_after_s = recorded_after_s
        self._recordings: deque[tuple[float, Tracklet, PictureWanted]] = deque()
        self._notices: queue.Queue[Callable[[], None]] = queue.Queue()
        self._rare = RareLog(_LOG)
        self._stopping = threading.Event()
        self._swept_s = self._looked_s = 0.0
        self._thread = threading.Thread(target=self._run, name="tracking", daemon=True)

    def start(self) -> None:
        """Begin to take from the queue."""
        self._thread.start()

    def stop(self) -> None:
        """Finish the step at hand and end; the queue should be closed first."""
        self._stopping.set()
        self._thread.join()

    def catch_up(self, missed: CatchUp) -> None:
        """Have rows of a resync folded in; callable from any thread."""
        self._notices.put(lambda: self._take_rows(missed))

    def drop(self, tracklet_ids: Sequence[str]) -> None:
        """These tracklets were deleted; callable from any thread."""
        self._notices.put(lambda: self._book.drop(tracklet_ids))

    def leave(self, camera: CameraKey) -> None:
        """A camera is excluded: who is in sight there is given up; callable from any thread."""
        self._notices.put(lambda: self._give_up(camera))

    def open_event_ids(self, instance: str) -> list[str]:
        """Event ids open now; callable from any thread, waits for this one."""
        answer: Future[list[str]] = Future()
        self._notices.put(
            lambda: answer.set_result([event for _, event in self._book.open_ids(instance)])
        )
        return answer.result(timeout=30.0)

    @property
    def open_count(self) -> int:
        """Open tracklets, about now."""
        return self._book.open_count

    @property
    def noticed(self) -> int:
        """What others told and was not yet taken in, such as events that were missed."""
        return self._notices.unfinished_tasks

    def _run(self) -> None:
        while not self._stopping.is_set():
            started_s = time.monotonic()
            arrival = self._arrivals.get(_POLL_S if self._notices.empty() else 0.0)
            if arrival is None and self._notices.empty():
                # A closed queue answers at once: without this the end of the service would spin.
                self._stopping.wait(max(0.0, started_s + _POLL_S - time.monotonic()))
            self._take_notices()
            if arrival is not None:
                self._guarded(lambda arrival=arrival: self._take(arrival))  # type: ignore[misc]
            if self._arrivals.take_overflow():
                self._on_gap(None)
            if not 0.0 <= self._sweeping_s() - self._swept_s < _SWEEP_EVERY_S:
                self._swept_s = self._sweeping_s()
                self._guarded(self._sweep)
            if time.monotonic() - self._looked_s >= _SWEEP_EVERY_S:
                self._looked_s = time.monotonic()
                self._guarded(self._ask_recordings)

    def _guarded(self, step: Callable[[], None]) -> None:
        try:
            step()
        except Exception:  # noqa: BLE001 - one bad message must not end the service
            _LOG.exception("a step of tracking failed")

    def _take_notices(self) -> None:
        while True:
            try:
                notice = self._notices.get_nowait()
            except queue.Empty:
                return
            self._guarded(notice)
            self._notices.task_done()

    def _take(self, arrival: Arrival) -> None:
        content = arrival.content
        if isinstance(content, TrackedObjectMessage):
            self._take_message(arrival.instance, content, arrival.arrived_s)
        elif isinstance(content, ObjectUpdate):
            self._recognise(arrival.instance, content, arrival.arrived_s)
        elif content is Availability.ONLINE:
            self._on_gap(arrival.instance)
        elif isinstance(content, tuple):
            self._hear(arrival.instance, content)

    def _take_message(self, instance: str, message: TrackedObjectMessage, arrived_s: float) -> None:
        self._clock.observe(message.last_s)
        camera = CameraKey(instance, message.camera)
        if self._is_unwanted(camera, message.event_id, message.start_time_s):
            self._progress.settle()
            return
        if self._is_of_another_time(instance, message.start_time_s, message.last_s):
            self._progress.settle()
            return
        try:
            update = self._book.apply(instance, message, self._clock.now_s())
            if update is not None:
                is_bare = message.kind is MessageKind.END and not message.has_snapshot
                self._pass_on(update, arrived_s, counted=True, is_bare=is_bare)
                return
        except StoreError as error:
            # Frigate is asked for what it said: by then the store may answer again.
            _LOG.warning("a message of %s could not be taken: %s", instance, error)
            self._on_gap(instance)
        except Exception:  # noqa: BLE001 - the event is asked for again, and may be readable then
            self._fail(instance, message.event_id)
            self._on_taken(instance, 1)
        self._progress.settle()

    def _recognise(self, instance: str, message: ObjectUpdate, arrived_s: float) -> None:
        if message.kind is not UpdateKind.FACE:
            return
        update = self._book.recognise(instance, message)
        if update is not None:
            self._pass_on(update, arrived_s, counted=False)

    def _hear(self, instance: str, live: tuple[LiveObject, ...]) -> None:
        for each in live:
            self._book.hear(tracklet_id(instance, each.event_id), self._clock.now_s())

    def _take_rows(self, missed: CatchUp) -> None:
        failures = 0
        for row in missed.rows:
            try:
                self._take_row(missed.instance, row)
            except StoreError as error:
                _LOG.warning("events of %s could not be taken: %s", missed.instance, error)
                self._on_gap(missed.instance)
                return
            except Exception:  # noqa: BLE001 - one row must not take the others with it
                self._fail(missed.instance, row.event_id)
                failures += 1
        self._on_taken(missed.instance, failures)

    def _take_row(self, instance: str, row: EventRow) -> None:
        if self._is_unwanted(CameraKey(instance, row.camera), row.event_id, row.start_time_s):
            return
        if self._is_of_another_time(instance, row.start_time_s, row.last_s):
            return
        overdue = self._book.overdue(instance, row)
        if overdue is not None and overdue.picture is not None:
            self._ask_late(overdue, overdue.picture)
            return
        update = self._book.apply_row(instance, row, self._clock.now_s())
        if update is not None:
            self._pass_on(update, time.monotonic(), counted=False)

    def _is_of_another_time(self, instance: str, start_s: float, last_s: float) -> bool:
        """Whether an event cannot be true by our own clock; a replay has none to compare."""
        found = wrong_time(start_s, last_s, self._clock.now_s()) if self._has_clock else None
        if found is None:
            return False
        self._rare.warning(
            (instance, found),
            "an event of %s %s: set the clocks of Frigate's machine and of this one",
            instance,
            found,
        )
        return found.is_impossible

    def _fail(self, instance: str, event_id: str) -> None:
        """Called where an exception is handled."""
        _LOG.exception("event %s of %s could not be taken", event_id, instance)
        self._book.forget(tracklet_id(instance, event_id))

    def _is_unwanted(self, camera: CameraKey, event_id: str, start_s: float) -> bool:
        """Whether the camera is excluded, or it is somebody new while nobody is taken in."""
        gate = self._gate
        if gate.is_excluded(camera):
            return True
        if self._book.holds(tracklet_id(camera.instance, event_id)):
            return False
        return gate.is_paused() or gate.was_paused(start_s) or gate.was_excluded(camera, start_s)

    def _give_up(self, camera: CameraKey) -> None:
        for key in self._book.open_on(camera):
            update = self._book.lose(key)
            if update is not None:
                self._pass_on(update, time.monotonic(), counted=False)

    def _sweeping_s(self) -> float:
        """Seconds by which it is time to look who is lost.

        Those of the messages in a replay, so that it is between the same two messages each time;
        before the first one they are the machine's, and go back with it.
        """
        return time.monotonic() if self._has_clock else self._clock.now_s()

    def _sweep(self) -> None:
        for key in self._book.lost(self._clock.now_s()):
            update = self._book.lose(key)
            if update is not None:
                self._pass_on(update, time.monotonic(), counted=False)

    def _ask_recordings(self) -> None:
        now_s = time.monotonic()
        while self._recordings and self._recordings[0][0] <= now_s:
            _, tracklet, wanted = self._recordings.popleft()
            where = tracklet.camera_key
            if self._gate.is_paused() or self._gate.is_excluded(where):
                continue
            self._ask_late(TrackletUpdate(tracklet, Step.UPDATED, None), wanted)

    def _ask_late(self, update: TrackletUpdate, wanted: PictureWanted) -> None:
        """A picture for a tracklet that has ended, and nothing else."""
        picture = self._pictures.request(update.tracklet, wanted)
        now_s = time.monotonic()
        self._submit(Work(update, picture, now_s, now_s, counted=False, late=True))

    def _pass_on(
        self, update: TrackletUpdate, arrived_s: float, *, counted: bool, is_bare: bool = False
    ) -> None:
        """`is_bare` has ended without a picture in Frigate: that counts as one that failed."""
        picture: Future[PictureResult] | None = None
        if is_bare:
            picture = Future()
            picture.set_result(NotPictured(CropRejection.NO_PICTURE))
        elif update.picture is not None and not self._gate.is_paused():
            picture = self._pictures.request(update.tracklet, update.picture)
            key, frame_s = update.tracklet.id, update.picture.frame_time_s
            picture.add_done_callback(
                lambda done: self._notices.put(lambda: self._note(key, frame_s, done.result()))
            )
        self._submit(Work(update, picture, arrived_s, time.monotonic(), counted))
        last = update.last_picture
        if last is not None and update.tracklet.instance in self._recorded:
            due_s = time.monotonic() + self._recorded_after_s
            self._recordings.append((due_s, update.tracklet, replace(last, recorded=True)))

    def _note(self, key: str, frame_s: float, result: PictureResult) -> None:
        if isinstance(result, NotPictured) and result.try_again:
            self._book.picture_failed(key, frame_s)
        elif self._has_clock and isinstance(result, Pictured):
            self._book.picture_fetched(key, frame_s, result.fetched_at_s)
