"""Routes about what takes long: exports and rescans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter
from fastapi.responses import FileResponse

from reid_service.api.context import Context, Ctx
from reid_service.api.jobs_schemas import ExportRequest, Job, JobPage, RescanRequest, job_view
from reid_service.api.params import PAGE, Cursor, Id, Limit, check_span
from reid_service.errors import InvalidRequest, NotFound
from reid_service.jobs.exports import ExportFormat
from reid_service.jobs.legs import ExportWish, check_legs, in_time, of_identity
from reid_service.jobs.rescans import RescanWish
from reid_service.search.searching import confirmed_legs_of
from reid_service.storage.jobs import JobKind

router = APIRouter(prefix="/api", tags=["jobs"])

_DAY_S: Final = 86_400.0


@router.post("/exports")
def start_export(context: Ctx, request: ExportRequest) -> Job:
    """Have sightings put together in a file, or kept by Frigate."""
    ids = _sightings(context, request)
    if request.blur_others and request.format is not ExportFormat.MP4:
        msg = "Only a film can be blurred. Leave blur_others out, or choose the format mp4."
        raise InvalidRequest(msg)
    if request.pseudonymise and request.format is ExportFormat.FRIGATE_CASE:
        msg = "Frigate keeps its films as they are. Leave pseudonymise out, or choose mp4."
        raise InvalidRequest(msg)
    with context.store.read() as session:
        check_legs(session, ids)
    wish = ExportWish(
        tuple(dict.fromkeys(ids)),
        request.format.value,
        request.blur_others,
        request.pseudonymise,
        request.name,
    )
    return job_view(context.jobs.add(JobKind.EXPORT, wish.to_json()))


@router.get("/exports/{job_id}/file", response_class=FileResponse)
def get_export_file(context: Ctx, job_id: Id) -> FileResponse:
    """The file of an export that is done."""
    job, path = context.jobs.file(job_id)
    media_type = str((job.result or {}).get("media_type", "application/octet-stream"))
    return FileResponse(path, media_type=media_type, filename=f"export{path.suffix}")


@router.post("/rescans")
def start_rescan(context: Ctx, request: RescanRequest) -> Job:
    """Have Frigate's history looked through for people who are not known yet."""
    known = context.info.frigate_instances
    asked = request.frigate_instance
    if asked is not None and asked not in known:
        msg = "There is no such Frigate. Look at frigate_instances of the service's info."
        raise NotFound(msg)
    wish = RescanWish(
        request.from_s,
        min(request.to_s, max(request.from_s, context.clock.now_s())),
        known if asked is None else (asked,),
        tuple(dict.fromkeys(request.cameras or ())),
        request.dry_run,
    )
    return job_view(context.jobs.add(JobKind.RESCAN, wish.to_json()))


@router.get("/jobs")
def list_jobs(
    context: Ctx, *, kind: JobKind | None = None, cursor: Cursor = None, limit: Limit = PAGE
) -> JobPage:
    """Jobs, newest first."""
    page = context.jobs.page(kind, limit=limit, cursor=cursor)
    return JobPage(items=[job_view(each) for each in page.items], cursor=page.cursor)


@router.get("/jobs/{job_id}")
def get_job(context: Ctx, job_id: Id) -> Job:
    """One job."""
    return job_view(context.jobs.get(job_id))


@router.delete("/jobs/{job_id}")
def drop_job(context: Ctx, job_id: Id) -> Job:
    """Cancel a job; remove one that is over, with its file."""
    return job_view(context.jobs.drop(job_id))


def _sightings(context: Context, request: ExportRequest) -> Sequence[str]:
    chosen = (request.identity_id, request.search_id, request.sighting_ids)
    if sum(each is not None for each in chosen) != 1:
        msg = "Give one of identity_id, search_id and sighting_ids."
        raise InvalidRequest(msg)
    if request.sighting_ids is not None:
        with context.store.read() as session:
            return in_time(session, request.sighting_ids)
    if request.search_id is not None:
        with context.store.read() as session:
            return confirmed_legs_of(session, request.search_id)
    to_s = context.clock.now_s() if request.to_s is None else request.to_s
    from_s = to_s - _DAY_S if request.from_s is None else request.from_s
    check_span(from_s, to_s)
    with context.store.read() as session:
        return of_identity(session, request.identity_id or "", from_s, to_s)
