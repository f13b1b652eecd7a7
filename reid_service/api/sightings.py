"""Routes about sightings, their pictures, and the cameras that saw them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query, Response

from reid_service.api import bodies, schemas
from reid_service.api.bodies import Text
from reid_service.api.context import Context, Ctx
from reid_service.api.explain import explained
from reid_service.api.listing import list_cameras
from reid_service.api.params import (
    PAGE,
    Cameras,
    Cursor,
    From,
    Id,
    Limit,
    To,
    check_span,
    chosen,
)
from reid_service.api.views import (
    crop_view,
    identity_view,
    sighting_found,
    sighting_view,
    sighting_views,
)
from reid_service.attributes.values import AttributeFilter
from reid_service.domain.tracklet import tracklet_id
from reid_service.errors import InvalidRequest, NotFound
from reid_service.storage.records import SightingFilter

router = APIRouter(prefix="/api", tags=["sightings"])

_NO_PICTURE = "There is no such picture. Its sighting may have been deleted meanwhile."
_EXPIRED = "This picture has expired and was deleted. What is known of the sighting stays."


@router.get("/sightings")
def list_sightings(
    context: Ctx,
    *,
    identity: Annotated[Text | None, Query()] = None,
    cameras: Cameras = None,
    from_s: From = None,
    to_s: To = None,
    unassigned: Annotated[bool, Query(description="Only those of nobody yet.")] = False,
    upper: Annotated[Text | None, Query(description="A colour, dark or light.")] = None,
    lower: Annotated[Text | None, Query(description="A colour, dark or light.")] = None,
    event_id: Annotated[Text | None, Query(description="Frigate's; stands alone.")] = None,
    cursor: Cursor = None,
    limit: Limit = PAGE,
) -> schemas.SightingPage:
    """Sightings that began in [from, to), newest first."""
    if event_id is not None:
        others = (identity, cameras, from_s, to_s, upper, lower)
        if unassigned or any(each is not None for each in others):
            msg = "An event id names one sighting. Leave the other filters out."
            raise InvalidRequest(msg)
        return _of_event(context, event_id)
    check_span(from_s, to_s)
    if identity is not None and unassigned:
        msg = "A sighting of somebody is not unassigned. Leave one of the two filters out."
        raise InvalidRequest(msg)
    worn = AttributeFilter.parsed(upper, lower)
    with context.store.read() as session:
        owner = None if identity is None else session.identities.resolve(identity).id
        where = SightingFilter(owner, chosen(cameras), from_s, to_s, unassigned, worn)
        page = session.tracklets.sightings(where, limit=limit, cursor=cursor)
        return schemas.SightingPage(items=sighting_views(session, page.items), cursor=page.cursor)


@router.get("/sightings/{sighting_id}")
def get_sighting(context: Ctx, sighting_id: Id) -> schemas.SightingFound:
    """One sighting with its crops, its path in the frame, and what was decided about it."""
    with context.store.read() as session:
        return sighting_found(session, sighting_id)


@router.post("/sightings/{sighting_id}/assign")
def assign_sighting(
    context: Ctx, sighting_id: Id, request: bodies.AssignRequest
) -> schemas.SightingWritten:
    """Say whose sighting it is; null makes a new person."""
    done = context.commands.assign(sighting_id, request.identity_id)
    with context.store.read() as session:
        return schemas.SightingWritten(
            sighting=sighting_view(session, sighting_id),
            identity=identity_view(session, done.identity_id),
            decision_ids=list(done.decision_ids),
        )


@router.post("/sightings/{sighting_id}/unsure")
def leave_sighting_open(
    context: Ctx, sighting_id: Id, request: bodies.UnsureRequest
) -> schemas.SightingWritten:
    """Nobody can tell whether it is this person: nothing moves, and it is not asked about."""
    done = context.doubts.leave_open(sighting_id, request.identity_id)
    with context.store.read() as session:
        return schemas.SightingWritten(
            sighting=sighting_view(session, sighting_id),
            identity=identity_view(session, done.identity_id),
            decision_ids=list(done.decision_ids),
        )


@router.get(
    "/crops/{crop_id}.jpg",
    response_class=Response,
    responses={200: {"content": {"image/jpeg": {}}, "description": "The picture."}},
)
def get_crop_picture(context: Ctx, crop_id: Id) -> Response:
    """The picture of a crop, at most 320 pixels high."""
    with context.store.read() as session:
        crop = session.crops.find(crop_id)
    if crop is None:
        raise NotFound(_NO_PICTURE)
    if crop.file is None:
        raise NotFound(_EXPIRED)
    # The browser of whoever may see it keeps it for an hour; nothing in between may.
    headers = {"Cache-Control": "private, max-age=3600"}
    return Response(_picture(context.pictures_dir, crop.file), 200, headers, "image/jpeg")


@router.patch("/crops/{crop_id}")
def patch_crop(context: Ctx, crop_id: Id, patch: bodies.CropPatch) -> schemas.CropWritten:
    """Say that a picture shows the person badly: it is kept, but speaks for nobody any more."""
    decision_ids = context.commands.call_bad(crop_id, patch.bad)
    with context.store.read() as session:
        crop = session.crops.find(crop_id)
    if crop is None:
        raise NotFound(_NO_PICTURE)
    return schemas.CropWritten(crop=crop_view(crop), decision_ids=list(decision_ids))


@router.get("/cameras")
def get_cameras(context: Ctx) -> schemas.Cameras:
    """Every camera that saw somebody, with counts."""
    with context.store.read() as session:
        return schemas.Cameras(items=list_cameras(session))


@router.post("/explain")
def explain_sightings(context: Ctx, request: bodies.ExplainRequest) -> schemas.Explanation:
    """Why two sightings are one person, or are not."""
    evidence = context.doubts.weigh(request.a, request.b) if request.a != request.b else None
    with context.store.read() as session:
        return explained(session, request.a, request.b, context.model_id, evidence)


def _of_event(context: Context, event_id: str) -> schemas.SightingPage:
    """Event ids are unique within one Frigate: at most one sighting of each."""
    ids = [tracklet_id(instance, event_id) for instance in context.info.frigate_instances]
    with context.store.read() as session:
        found = session.tracklets.get_all(ids)
        return schemas.SightingPage(items=sighting_views(session, found), cursor=None)


def _picture(folder: Path, file: str) -> bytes:
    """Bytes of a picture inside `folder`, wherever its name may point."""
    path = (folder / file).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise NotFound(_EXPIRED)
    try:
        return path.read_bytes()
    except OSError:
        # Retention may have been quicker.
        raise NotFound(_EXPIRED) from None
