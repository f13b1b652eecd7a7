"""What takes long and is asked for by people, as it is kept over a restart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, select, tuple_, update

from reid_service.errors import NotFound
from reid_service.storage.records import Page
from reid_service.storage.schema import jobs
from reid_service.storage.sql import decode_cursor, encode_cursor, upsert

_J = jobs.c


class JobKind(StrEnum):
    """What is done."""

    EXPORT = "export"
    RESCAN = "rescan"


class JobState(StrEnum):
    """How far it is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OVER: Final = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})


@dataclass(frozen=True, slots=True)
class StoredJob:
    """One job; `progress` is in [0, 1], times are epoch seconds of the site.

    `attempts` counts how often it was begun. `request`, `checkpoint` and `result` are JSON
    objects whose meaning is the kind's own.
    """

    id: str
    kind: JobKind
    state: JobState
    progress: float
    created_s: float
    request: Mapping[str, Any]
    finished_s: float | None = None
    message: str | None = None
    attempts: int = 0
    checkpoint: Mapping[str, Any] | None = None
    result: Mapping[str, Any] | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in OVER

    def over(
        self,
        state: JobState,
        at_s: float,
        message: str | None = None,
        result: Mapping[str, Any] | None = None,
    ) -> StoredJob:
        """The same job, ended."""
        progress = 1.0 if state is JobState.DONE else self.progress
        return replace(
            self, state=state, progress=progress, finished_s=at_s, message=message, result=result
        )


class Jobs:
    """Jobs within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, job: StoredJob) -> None:
        """Insert a job, or replace the one of the same id."""
        row = {**asdict(job), "kind": job.kind.value, "state": job.state.value}
        upsert(self._connection, jobs, [row])

    def find(self, job_id: str) -> StoredJob | None:
        """One job, or None."""
        row = self._connection.execute(select(jobs).where(_J.id == job_id)).first()
        return None if row is None else _from_row(row)

    def get(self, job_id: str) -> StoredJob:
        """One job. Raises `NotFound`."""
        found = self.find(job_id)
        if found is None:
            msg = "There is no such job. It may have been removed meanwhile."
            raise NotFound(msg)
        return found

    def next(self, kind: JobKind) -> StoredJob | None:
        """The oldest of a kind that waits."""
        query = select(jobs).where(_J.state == JobState.WAITING.value, _J.kind == kind.value)
        row = self._connection.execute(query.order_by(_J.created_s, _J.id).limit(1)).first()
        return None if row is None else _from_row(row)

    def page(self, kind: JobKind | None, *, limit: int, cursor: str | None) -> Page[StoredJob]:
        """Jobs, newest first. Raises `InvalidRequest` (cursor)."""
        query = select(jobs).order_by(_J.created_s.desc(), _J.id.desc()).limit(limit + 1)
        if kind is not None:
            query = query.where(_J.kind == kind.value)
        if cursor is not None:
            position = decode_cursor(cursor, float, str)
            query = query.where(tuple_(_J.created_s, _J.id) < tuple_(*position))
        rows = [_from_row(row) for row in self._connection.execute(query)]
        page = rows[:limit]
        more = encode_cursor(page[-1].created_s, page[-1].id) if len(rows) > limit else None
        return Page(page, more)

    def newest_s(self) -> float | None:
        """When the youngest job was asked for."""
        newest: float | None = self._connection.scalar(select(func.max(_J.created_s)))
        return newest

    def of_kind(self, kind: JobKind) -> list[StoredJob]:
        """All jobs of a kind, oldest first."""
        query = select(jobs).where(_J.kind == kind.value).order_by(_J.created_s, _J.id)
        return [_from_row(row) for row in self._connection.execute(query)]

    def requeue(self) -> None:
        """What ran when the service stopped waits again."""
        self._connection.execute(
            update(jobs)
            .where(_J.state == JobState.RUNNING.value)
            .values(state=JobState.WAITING.value)
        )

    def older_than(self, time_s: float) -> list[str]:
        """Ids of those that ended before a time."""
        return list(self._connection.scalars(select(_J.id).where(_J.finished_s < time_s)))

    def remove(self, job_id: str) -> bool:
        """Delete a job; whether it existed."""
        return bool(self._connection.execute(delete(jobs).where(_J.id == job_id)).rowcount)


def _from_row(row: Row[Any]) -> StoredJob:
    return StoredJob(
        id=row.id,
        kind=JobKind(row.kind),
        state=JobState(row.state),
        progress=row.progress,
        created_s=row.created_s,
        request=row.request,
        finished_s=row.finished_s,
        message=row.message,
        attempts=row.attempts,
        checkpoint=row.checkpoint,
        result=row.result,
    )
