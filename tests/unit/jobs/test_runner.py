"""Jobs: in order, cancelled, taken up again after a restart, and removed with their files."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from reid_service.clock import TrafficClock
from reid_service.errors import InvalidRequest, NotFound, VideoError
from reid_service.jobs.runner import JobRunner, Task
from reid_service.storage.deletion import delete_tracklets
from reid_service.storage.jobs import JobKind, JobState, StoredJob
from reid_service.storage.store import Store
from tests.storing import add_sighting

NOW_S = 1_000.0
_PATIENCE_S = 30.0

Work = Callable[[Task], dict[str, Any]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(f"sqlite:///{tmp_path}/reid.db")) as opened:
        yield opened


class Site:
    """Makes runners over one store and folder, and hears what they tell."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.told: list[StoredJob] = []
        self.clock = TrafficClock()
        self.clock.observe(NOW_S)

    @contextmanager
    def running(self, work: Work) -> Iterator[JobRunner]:
        """A runner that does exports so."""
        runner = JobRunner(
            store=self.store,
            folder=self.folder,
            clock=self.clock,
            works={JobKind.EXPORT: work},
            on_change=self.told.append,
        )
        runner.start()
        try:
            yield runner
        finally:
            runner.stop()

    def until(self, job_id: str, *states: JobState) -> StoredJob:
        """The job once it is in one of these states."""
        found: StoredJob = _until(lambda: self._found(job_id, states))
        return found

    def _found(self, job_id: str, states: tuple[JobState, ...]) -> StoredJob | None:
        with self.store.read() as session:
            job = session.jobs.get(job_id)
        return job if job.state in states else None


def _until(look: Callable[[], Any]) -> Any:
    until_s = time.monotonic() + _PATIENCE_S
    while not (found := look()):
        assert time.monotonic() < until_s, "it does not come to pass"
        time.sleep(0.01)
    return found


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Site:
    return Site(store, tmp_path / "exports")


def _writes(task: Task) -> dict[str, Any]:
    path = task.file.with_suffix(".txt")
    path.write_text("done")
    return {"file": path.name}


def test_jobs_are_done_in_order_and_every_step_is_told(site: Site) -> None:
    done: list[str] = []

    def work(task: Task) -> dict[str, Any]:
        done.append(task.job.request["n"])
        return _writes(task)

    with site.running(work) as runner:
        jobs = [runner.add(JobKind.EXPORT, {"n": str(n)}) for n in range(3)]
        last = site.until(jobs[2].id, JobState.DONE)
        assert (last.progress, last.finished_s, last.attempts) == (1.0, NOW_S, 1)
        assert runner.file(last.id)[1].read_text() == "done"
    assert done == ["0", "1", "2"]
    mine = [each.state for each in site.told if each.id == jobs[0].id]
    assert mine == [JobState.WAITING, JobState.RUNNING, JobState.DONE]


def test_failures_are_told_in_a_sentence_and_leave_no_file(site: Site) -> None:
    def work(task: Task) -> dict[str, Any]:
        _writes(task)
        if task.job.request["expected"]:
            msg = "No film."
            raise VideoError(msg)
        raise ZeroDivisionError

    with site.running(work) as runner:
        told = site.until(runner.add(JobKind.EXPORT, {"expected": True}).id, JobState.FAILED)
        other = site.until(runner.add(JobKind.EXPORT, {"expected": False}).id, JobState.FAILED)
        _until(lambda: not list(site.folder.iterdir()))
    assert told.message == "No film."
    assert other.message is not None
    assert "unexpected" in other.message


def test_a_running_job_is_cancelled_and_a_waiting_one_never_begins(site: Site) -> None:
    begun = threading.Event()

    def work(task: Task) -> dict[str, Any]:
        _writes(task)
        begun.set()
        task.wait(_PATIENCE_S)
        return {}

    with site.running(work) as runner:
        running, waiting = (runner.add(JobKind.EXPORT, {"n": n}) for n in range(2))
        assert begun.wait(_PATIENCE_S)
        by_state = {site.until(each.id, *JobState).state: each for each in (running, waiting)}
        for each in (by_state[JobState.WAITING], by_state[JobState.RUNNING]):
            assert runner.drop(each.id).state is JobState.CANCELLED
        _until(lambda: not list(site.folder.iterdir()))
        for each in (running, waiting):
            with pytest.raises(NotFound):
                runner.file(each.id)
            assert runner.get(each.id).state is JobState.CANCELLED
            runner.drop(each.id)
        assert runner.page(None, limit=5, cursor=None).items == []


def test_a_job_goes_on_after_a_restart_where_it_was(site: Site) -> None:
    begun = threading.Event()

    def first(task: Task) -> dict[str, Any]:
        task.report(0.5, checkpoint={"at": 7})
        begun.set()
        task.wait(_PATIENCE_S)
        return {}

    with site.running(first) as runner:
        job = runner.add(JobKind.EXPORT, {})
        assert begun.wait(_PATIENCE_S)
    left = site.until(job.id, JobState.WAITING)
    assert (left.progress, left.checkpoint, left.attempts) == (0.5, {"at": 7}, 0)
    with site.running(lambda task: {"from": dict(task.job.checkpoint or {})}):
        assert site.until(job.id, JobState.DONE).result == {"from": {"at": 7}}


def test_a_job_that_ends_the_service_is_given_up(site: Site) -> None:
    job = StoredJob("x" * 36, JobKind.EXPORT, JobState.RUNNING, 0.1, NOW_S, {}, attempts=3)
    with site.store.write() as session:
        session.jobs.put(job)
    with site.running(_writes):
        given_up = site.until(job.id, JobState.FAILED)
    assert given_up.message is not None
    assert "three times" in given_up.message


def test_too_many_waiting_jobs_are_refused(site: Site) -> None:
    def work(task: Task) -> dict[str, Any]:
        task.wait(_PATIENCE_S)
        return {}

    with site.running(work) as runner:
        for _ in range(20):
            runner.add(JobKind.EXPORT, {})
        with pytest.raises(InvalidRequest, match="Too many"):
            runner.add(JobKind.EXPORT, {})


def test_old_jobs_go_with_their_files_and_files_without_a_job(site: Site) -> None:
    with site.running(_writes) as runner:
        old = site.until(runner.add(JobKind.EXPORT, {}).id, JobState.DONE)
        site.clock.observe(NOW_S + 50.0)
        new = site.until(runner.add(JobKind.EXPORT, {}).id, JobState.DONE)
        orphan = site.folder / f"{'y' * 36}.parts"
        orphan.mkdir()
        (orphan / "leg-0000.mp4").write_text("left by a crash")
        assert runner.expire(NOW_S + 25.0) == 1
        assert [path.name for path in site.folder.iterdir()] == [f"{new.id}.txt"]
        with pytest.raises(NotFound):
            runner.get(old.id)


def test_an_export_goes_with_whom_it_shows(site: Site) -> None:
    tracklets = [add_sighting(site.store, each) for each in ("a", "b")]
    with site.running(_writes) as runner:
        jobs = [runner.add(JobKind.EXPORT, {"sighting_ids": [each.id]}) for each in tracklets]
        for each in jobs:
            site.until(each.id, JobState.DONE)
        with site.store.write() as session:
            delete_tracklets(session, [tracklets[0].id])
        runner.note_forgotten()
        _until(lambda: len(runner.page(None, limit=5, cursor=None).items) == 1)
        _until(lambda: [path.name for path in site.folder.iterdir()] == [f"{jobs[1].id}.txt"])


def test_a_running_export_of_the_forgotten_ends(site: Site) -> None:
    tracklet = add_sighting(site.store, "a")
    begun = threading.Event()

    def work(task: Task) -> dict[str, Any]:
        _writes(task)
        begun.set()
        task.wait(_PATIENCE_S)
        return {}

    with site.running(work) as runner:
        runner.add(JobKind.EXPORT, {"sighting_ids": [tracklet.id]})
        assert begun.wait(_PATIENCE_S)
        with site.store.write() as session:
            delete_tracklets(session, [tracklet.id])
        runner.note_forgotten()
        _until(lambda: not runner.page(None, limit=5, cursor=None).items)
        _until(lambda: not list(site.folder.iterdir()))
