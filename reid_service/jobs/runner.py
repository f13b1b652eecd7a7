"""The threads that do jobs, and take them up again after a restart.

One for each kind: an export is not to wait for a rescan of hours.
"""

from __future__ import annotations

import logging
import math
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Protocol

from reid_service.clock import Clock
from reid_service.errors import InvalidRequest, NotFound, ReidError
from reid_service.storage.jobs import JobKind, JobState, StoredJob
from reid_service.storage.records import Page
from reid_service.storage.store import Store

_LOG = logging.getLogger(__name__)

_POLL_S: Final = 0.5
_NOTED_EVERY_S: Final = 1.0
_STOP_WITHIN_S: Final = 8.0
_MOST_ATTEMPTS: Final = 3
_MOST_WAITING: Final = 20
_UNEXPECTED: Final = "Something unexpected failed. The log of the service has the details."
_GAVE_UP: Final = "The service stopped three times while it did this. Ask for it again."


class Stopped(Exception):
    """The job was cancelled, or the service stops."""


class Task:
    """One job as its work sees it."""

    def __init__(self, job: StoredJob, folder: Path, note: Callable[[StoredJob], bool]) -> None:
        self.job = job
        self.folder = folder
        self._note = note
        self._noted_s = time.monotonic()
        self._ended = threading.Event()

    @property
    def file(self) -> Path:
        """Where what comes out of it is to be put, without an ending."""
        return self.folder / self.job.id

    @property
    def is_ended(self) -> bool:
        """Whether nobody wants it any more, or the service stops."""
        return self._ended.is_set()

    def end(self) -> None:
        """Have it stop at the next look."""
        self._ended.set()

    def wait(self, seconds: float) -> None:
        """Pause. Raises `Stopped`."""
        if self._ended.wait(seconds):
            raise Stopped

    def check(self) -> None:
        """Raises `Stopped` when it is to end."""
        if self.is_ended:
            raise Stopped

    def report(self, progress: float, checkpoint: Mapping[str, Any] | None = None) -> None:
        """How far it is, in [0, 1]; a checkpoint is always kept. Raises `Stopped`."""
        self.check()
        now_s = time.monotonic()
        if checkpoint is None and now_s - self._noted_s < _NOTED_EVERY_S:
            return
        self._noted_s = now_s
        self.job = replace(
            self.job,
            progress=min(1.0, max(0.0, progress)),
            checkpoint=self.job.checkpoint if checkpoint is None else dict(checkpoint),
        )
        if not self._note(self.job):
            self.end()
            raise Stopped


class Work(Protocol):
    """How jobs of one kind are done."""

    def __call__(self, task: Task, /) -> dict[str, Any]:
        """Do it; the result for people. Raises `ReidError` and `Stopped`.

        It may be begun again after a restart, with the last checkpoint.
        """
        ...


class JobRunner:
    """Keeps jobs in the store and does those of a kind one by one; `on_change` hears every step.

    Files of a job are in `folder` and begin with its id; they go when it goes.
    """

    def __init__(
        self,
        *,
        store: Store,
        folder: Path,
        clock: Clock,
        works: Mapping[JobKind, Work],
        on_change: Callable[[StoredJob], object],
    ) -> None:
        self._store = store
        self._folder = folder
        self._clock = clock
        self._works = works
        self._on_change = on_change
        self._lock = threading.Lock()
        self._running: dict[str, Task] = {}
        self._wake = {kind: threading.Event() for kind in works}
        self._forgotten = threading.Event()
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, args=(kind,), name=f"jobs-{kind}", daemon=True)
            for kind in works
        ]

    def start(self) -> None:
        """Take up what was left, and begin."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._store.write() as session:
            session.jobs.requeue()
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End; what is under way goes on at the next start."""
        self._stopping.set()
        with self._lock:
            for task in self._running.values():
                task.end()
        self._wake_all()
        # Frigate may keep a request waiting; then the job begins again as after a crash.
        until_s = time.monotonic() + _STOP_WITHIN_S
        for thread in self._threads:
            thread.join(max(0.0, until_s - time.monotonic()))

    def add(self, kind: JobKind, request: Mapping[str, Any]) -> StoredJob:
        """Have something done. Raises `InvalidRequest` while too many wait."""
        job_id, asked_s = str(uuid.uuid4()), self._clock.now_s()
        with self._store.write() as session:
            newest_s = session.jobs.newest_s()
            if newest_s is not None and newest_s >= asked_s:
                # They are done in the order of these times: no two may be alike.
                asked_s = math.nextafter(newest_s, math.inf)
            job = StoredJob(job_id, kind, JobState.WAITING, 0.0, asked_s, dict(request))
            open_jobs = [each for each in session.jobs.of_kind(kind) if not each.is_over]
            if len(open_jobs) >= _MOST_WAITING:
                msg = "Too many jobs wait already. Cancel some, or ask again later."
                raise InvalidRequest(msg)
            session.jobs.put(job)
        self._on_change(job)
        self._wake[kind].set()
        return job

    def get(self, job_id: str) -> StoredJob:
        """One job. Raises `NotFound`."""
        with self._store.read() as session:
            return session.jobs.get(job_id)

    def page(self, kind: JobKind | None, *, limit: int, cursor: str | None) -> Page[StoredJob]:
        """Jobs, newest first. Raises `InvalidRequest` (cursor)."""
        with self._store.read() as session:
            return session.jobs.page(kind, limit=limit, cursor=cursor)

    def drop(self, job_id: str) -> StoredJob:
        """Cancel a job that is not over; remove one that is, with its files. Raises `NotFound`."""
        with self._store.write() as session:
            job = session.jobs.get(job_id)
            if job.is_over:
                session.jobs.remove(job_id)
            else:
                job = job.over(JobState.CANCELLED, self._clock.now_s())
                session.jobs.put(job)
        if not self._end(job_id):
            self._remove_files(job_id)
        self._on_change(job)
        return job

    def file(self, job_id: str) -> tuple[StoredJob, Path]:
        """What came out of a job as a file. Raises `NotFound`."""
        job = self.get(job_id)
        name = (job.result or {}).get("file")
        path = self._folder / str(name)
        if job.state is not JobState.DONE or name is None or not path.is_file():
            msg = "There is no file of this job. It is not finished, has none, or has expired."
            raise NotFound(msg)
        return job, path

    def note_forgotten(self) -> None:
        """Somebody was deleted: what shows them goes soon; never blocks for long."""
        self._forgotten.set()
        with self._lock:
            for task in self._running.values():
                if task.job.kind is JobKind.EXPORT:
                    task.end()  # begun again, if it is about others
        self._wake_all()

    def expire(self, before_s: float) -> int:
        """Remove jobs that ended before a time, and exports of sightings that were deleted.

        Also files without a job. Returns how many jobs went.
        """
        with self._store.read() as session:
            old = set(session.jobs.older_than(before_s))
            for each in session.jobs.of_kind(JobKind.EXPORT):
                wanted = set(each.request.get("sighting_ids", ()))
                if len(session.tracklets.get_all(wanted)) < len(wanted):
                    old.add(each.id)
        for job_id in old:
            self._end(job_id)
            with self._store.write() as session:
                session.jobs.remove(job_id)
            self._remove_files(job_id)
        self._remove_orphans()
        return len(old)

    def _remove_orphans(self) -> None:
        with self._store.read() as session:
            for path in self._folder.iterdir():
                if session.jobs.find(path.name[:36]) is None:
                    _remove(path)

    def _end(self, job_id: str) -> bool:
        """Have a job stop if it runs; whether it does."""
        with self._lock:
            task = self._running.get(job_id)
            if task is not None:
                task.end()
        return task is not None

    def _wake_all(self) -> None:
        for each in self._wake.values():
            each.set()

    def _run(self, kind: JobKind) -> None:
        while not self._stopping.is_set():
            try:
                if self._forgotten.is_set():
                    self._forgotten.clear()
                    self.expire(float("-inf"))
                job = self._take(kind)
            except ReidError as error:
                _LOG.warning("jobs cannot be read, trying again: %s", error)
                job = None
            if job is None:
                self._wake[kind].wait(_POLL_S)
                self._wake[kind].clear()
                continue
            try:
                self._do(job)
            except Exception:  # noqa: BLE001 - the next job may work
                _LOG.exception("the outcome of a job could not be kept")

    def _take(self, kind: JobKind) -> Task | None:
        """The next job of a kind, which runs from here on."""
        with self._store.read() as session:
            if session.jobs.next(kind) is None:
                return None
        with self._store.write() as session:
            job = session.jobs.next(kind)
            if job is None:
                return None
            if job.attempts >= _MOST_ATTEMPTS:
                job = job.over(JobState.FAILED, self._clock.now_s(), _GAVE_UP)
            else:
                job = replace(job, state=JobState.RUNNING, attempts=job.attempts + 1)
            session.jobs.put(job)
        self._on_change(job)
        if job.is_over:
            return None
        task = Task(job, self._folder, self._note)
        with self._lock:
            self._running[job.id] = task
            if self._stopping.is_set():
                task.end()
        return task

    def _do(self, task: Task) -> None:
        try:
            result = self._works[task.job.kind](task)
            ended = task.job.over(JobState.DONE, self._clock.now_s(), result=result)
        except Stopped:
            ended = _left(task.job)
        except ReidError as error:
            ended = task.job.over(JobState.FAILED, self._clock.now_s(), str(error))
            if task.is_ended:
                ended = _left(task.job)
        except Exception:  # noqa: BLE001 - one job must not stop the others
            _LOG.exception("a job failed")
            ended = task.job.over(JobState.FAILED, self._clock.now_s(), _UNEXPECTED)
        with self._lock:
            del self._running[task.job.id]
        is_kept = self._note(ended)
        if not is_kept or ended.state is JobState.FAILED:
            self._remove_files(ended.id)

    def _note(self, job: StoredJob) -> bool:
        """Keep how a job is; False when nobody wants it any more."""
        with self._store.write() as session:
            known = session.jobs.find(job.id)
            if known is None or known.is_over:
                return False
            session.jobs.put(job)
        self._on_change(job)
        return True

    def _remove_files(self, job_id: str) -> None:
        for path in self._folder.glob(f"{job_id}*"):
            _remove(path)


def _left(job: StoredJob) -> StoredJob:
    """To be taken up at the next start, if it was not cancelled: the store knows that already.

    Stopping in good order is no failed attempt.
    """
    return replace(job, state=JobState.WAITING, attempts=max(0, job.attempts - 1))


def _remove(path: Path) -> None:
    if path.is_dir():
        # A job that was told to end may still write there: it removes the rest itself.
        shutil.rmtree(path, ignore_errors=True)
        return
    path.unlink(missing_ok=True)
