"""Routes about what is kept: cameras that are left out, backup, restore, and deletion."""

from __future__ import annotations

import asyncio
import dataclasses
from datetime import UTC, datetime
from typing import Any, Final

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from reid_service.api import privacy_schemas as schemas
from reid_service.api.context import Context, Ctx
from reid_service.api.params import Id
from reid_service.api.plan import Instance, camera_key
from reid_service.api.privacy_ports import CameraPrivacy, UpkeepKind

router = APIRouter(prefix="/api", tags=["privacy"])

_ZIP: Final[dict[str, Any]] = {"application/zip": {}}
_ZIP_BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("/settings/privacy")
def get_privacy(context: Ctx) -> schemas.PrivateCameras:
    """Every camera, whether it is left out, and how much is stored of it; how long things stay."""
    days = dataclasses.asdict(context.privacy.retention())
    return schemas.PrivateCameras(
        items=[_view(each) for each in context.privacy.cameras()],
        retention=schemas.Retention(**days),
    )


@router.put("/cameras/{camera}/exclusion")
def exclude_camera(
    context: Ctx,
    camera: Id,
    request: schemas.ExclusionRequest,
    *,
    frigate_instance: Instance = None,
) -> schemas.Excluded:
    """Leave a camera out from now on, or take its people in again."""
    key = camera_key(context, camera, frigate_instance)
    if request.excluded:
        context.privacy.exclude(key)
    else:
        context.privacy.include(key)
    deleted = context.privacy.delete_stored(key) if request.delete_stored else 0
    known = {each.camera: each for each in context.privacy.cameras()}
    now = known.get(key, CameraPrivacy(key, None, 0))
    return schemas.Excluded(camera=_view(now), deleted=deleted)


@router.get(
    "/backup",
    response_class=FileResponse,
    responses={200: {"content": _ZIP, "description": "The backup."}},
)
def get_backup(context: Ctx) -> FileResponse:
    """Everything of this moment in one file."""
    path = context.upkeep.back_up()
    day = datetime.fromtimestamp(context.clock.now_s(), UTC).date().isoformat()
    return FileResponse(
        path,
        media_type="application/zip",
        filename=f"frigate-reid-{day}.zip",
        background=BackgroundTask(path.unlink, missing_ok=True),
    )


@router.post("/backups", openapi_extra=_ZIP_BODY)
async def check_backup(context: Ctx, request: Request) -> schemas.Backup:
    """Upload a backup and have it looked at; nothing is changed yet."""
    path = await asyncio.to_thread(context.upkeep.new_upload)
    file = await asyncio.to_thread(path.open, "wb")
    try:
        async for chunk in request.stream():
            await asyncio.to_thread(file.write, chunk)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        file.close()
    upload_id, contents = await asyncio.to_thread(context.upkeep.check, path)
    return schemas.Backup(id=upload_id, **dataclasses.asdict(contents))


@router.post("/backups/{backup_id}/restore")
def restore_backup(
    context: Ctx, backup_id: Id, request: schemas.RestoreRequest, later: BackgroundTasks
) -> schemas.UpkeepBegun:
    """Replace everything by what a checked backup holds; the service starts anew."""
    context.upkeep.restore(backup_id)
    return _begun(context, UpkeepKind.RESTORE, later)


@router.post("/erase")
def erase_everything(
    context: Ctx, request: schemas.EraseRequest, later: BackgroundTasks
) -> schemas.UpkeepBegun:
    """Delete everything that is known of anybody; the service starts anew."""
    context.upkeep.erase(keep_plan=request.keep_plan)
    return _begun(context, UpkeepKind.ERASE, later)


@router.get("/upkeep")
def get_upkeep(context: Ctx) -> schemas.UpkeepState:
    """How the last deletion or restore went."""
    last = context.upkeep.last()
    view = None if last is None else schemas.UpkeepOutcome(**dataclasses.asdict(last))
    return schemas.UpkeepState(last=view)


def _begun(context: Context, kind: UpkeepKind, later: BackgroundTasks) -> schemas.UpkeepBegun:
    # After the answer is sent: what comes next closes the connection.
    later.add_task(context.upkeep.begin)
    return schemas.UpkeepBegun(kind=kind)


def _view(each: CameraPrivacy) -> schemas.PrivateCamera:
    return schemas.PrivateCamera(
        camera=each.camera.camera,
        frigate_instance=each.camera.instance,
        excluded_since_s=each.since_s,
        sightings=each.sightings,
    )
