"""What REST says of jobs, and takes to begin them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reid_service.api.bodies import Text
from reid_service.jobs.exports import ExportFormat
from reid_service.jobs.legs import MOST_LEGS
from reid_service.storage.jobs import JobKind, JobState, StoredJob


class Job(BaseModel):
    """Something that takes long; `progress` is in [0, 1], `result` depends on what it is."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: JobKind
    state: JobState
    progress: float
    created_s: float
    finished_s: float | None
    message: str | None
    result: dict[str, Any] | None


class JobPage(BaseModel):
    """A stretch of a list; `cursor` fetches the next one, null at the end."""

    model_config = ConfigDict(frozen=True)

    items: list[Job]
    cursor: str | None


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


_Time = Annotated[float, Field(ge=0.0, allow_inf_nan=False)]


class ExportRequest(_Body):
    """One of a person with a span, a search, or sightings; and what is to be made of them."""

    identity_id: Text | None = None
    from_s: _Time | None = None
    to_s: _Time | None = None
    search_id: Text | None = None
    sighting_ids: Annotated[list[Text], Field(min_length=1, max_length=MOST_LEGS)] | None = None
    format: Annotated[ExportFormat, Field(strict=False)] = ExportFormat.MP4
    blur_others: bool = False
    pseudonymise: bool = False
    name: Annotated[Text, StringConstraints(max_length=100)] | None = None


class RescanRequest(_Body):
    """What of Frigate's history is looked through; null means all."""

    from_s: _Time
    to_s: _Time
    frigate_instance: Text | None = None
    cameras: Annotated[list[Text], Field(max_length=500)] | None = None
    dry_run: bool = False


def job_view(job: StoredJob) -> Job:
    """From the store to the wire."""
    return Job(
        id=job.id,
        kind=job.kind,
        state=job.state,
        progress=job.progress,
        created_s=job.created_s,
        finished_s=job.finished_s,
        message=job.message,
        result=None if job.result is None else dict(job.result),
    )
