"""Jobs as the API sees them: real exports without a Frigate, rescans that wait to be ended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reid_service.api.frames import Topic
from reid_service.api.hub import Hub
from reid_service.api.jobs_schemas import job_view
from reid_service.clock import Clock
from reid_service.jobs.exports import Exports
from reid_service.jobs.runner import JobRunner, Task
from reid_service.storage.jobs import JobKind, StoredJob
from reid_service.storage.store import Store


def job_runner(store: Store, pictures: Path, hub: Hub, clock: Clock) -> JobRunner:
    """A runner whose rescans take until they are cancelled, and a dry run no time."""

    def tell(job: StoredJob) -> None:
        hub.announce(Topic.JOBS, "job", job_view(job).model_dump(mode="json"))

    return JobRunner(
        store=store,
        folder=pictures.parent / f"{pictures.name}-exports",
        clock=clock,
        works={
            JobKind.EXPORT: Exports(store=store, sources={}, pictures=pictures),
            JobKind.RESCAN: _rescan,
        },
        on_change=tell,
    )


def _rescan(task: Task) -> dict[str, Any]:
    if task.job.request["dry_run"]:
        return {"events": 3, "known": 1, "estimate_s": 0.4}
    task.report(0.5, checkpoint={})
    while True:
        task.wait(60.0)
