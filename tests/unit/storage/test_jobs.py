"""Jobs on each engine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reid_service.errors import InvalidRequest, NotFound
from reid_service.storage.jobs import JobKind, JobState, StoredJob
from reid_service.storage.store import Store


def _job(name: str, at_s: float, kind: JobKind = JobKind.EXPORT) -> StoredJob:
    return StoredJob(name, kind, JobState.WAITING, 0.0, at_s, {"n": [1, 2]})


def _put(store: Store, *jobs: StoredJob) -> None:
    with store.write() as session:
        for each in jobs:
            session.jobs.put(each)


def test_a_job_comes_back_as_it_was_put(store: Store) -> None:
    job = replace(_job("a", 1.0), checkpoint={"at": 1.5}, message="wait", attempts=2)
    done = job.over(JobState.DONE, 9.0, result={"file": "a.mp4"})
    _put(store, job, done)
    with store.read() as session:
        assert session.jobs.get("a") == done
        assert (done.progress, done.finished_s, done.is_over) == (1.0, 9.0, True)
        assert session.jobs.find("b") is None
        with pytest.raises(NotFound):
            session.jobs.get("b")


def test_the_oldest_that_waits_is_next(store: Store) -> None:
    _put(store, _job("c", 3.0), _job("b", 2.0), replace(_job("a", 1.0), state=JobState.RUNNING))
    with store.write() as session:
        first = session.jobs.next(JobKind.EXPORT)
        assert first is not None
        assert first.id == "b"
        assert session.jobs.next(JobKind.RESCAN) is None
        assert session.jobs.newest_s() == 3.0
        session.jobs.requeue()
        again = session.jobs.next(JobKind.EXPORT)
        assert again is not None
        assert (again.id, again.state) == ("a", JobState.WAITING)


def test_jobs_are_listed_newest_first_page_by_page(store: Store) -> None:
    _put(store, *(_job(name, at_s) for name, at_s in (("a", 1.0), ("b", 1.0), ("c", 2.0))))
    _put(store, _job("r", 3.0, JobKind.RESCAN))
    with store.read() as session:
        first = session.jobs.page(JobKind.EXPORT, limit=2, cursor=None)
        second = session.jobs.page(JobKind.EXPORT, limit=2, cursor=first.cursor)
        assert [each.id for each in (*first.items, *second.items)] == ["c", "b", "a"]
        assert second.cursor is None
        assert len(session.jobs.page(None, limit=9, cursor=None).items) == 4
        with pytest.raises(InvalidRequest):
            session.jobs.page(None, limit=9, cursor="x")


def test_what_ended_before_a_time_is_old(store: Store) -> None:
    old, new = (
        _job(name, 1.0).over(JobState.FAILED, at_s) for name, at_s in (("a", 5.0), ("b", 9.0))
    )
    _put(store, old, new, _job("c", 1.0))
    with store.write() as session:
        assert session.jobs.older_than(9.0) == ["a"]
        assert session.jobs.remove("a")
        assert not session.jobs.remove("a")
