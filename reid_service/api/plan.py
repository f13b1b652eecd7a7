"""Routes of the floor plan: floors, cameras on them, point pairs, ways, trails."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Final, TypeAlias

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from reid_service.api import plan_schemas as schemas
from reid_service.api.bodies import Text
from reid_service.api.context import Context, Ctx
from reid_service.api.frames import Topic
from reid_service.api.listing import list_cameras
from reid_service.api.params import Id
from reid_service.api.plan_views import (
    calibration_view,
    edge_views,
    floor_view,
    pairs_of,
    placement_view,
    plan_view,
    trail_view,
)
from reid_service.api.svg import cleaned_svg
from reid_service.bitmaps import bitmap_kind, encoded_bitmap
from reid_service.domain.floorplan import CameraKey, EdgeRule, Floor, Placement
from reid_service.errors import Conflict, InvalidRequest, NotFound

router = APIRouter(prefix="/api", tags=["plan"])

Instance: TypeAlias = Annotated[
    Text | None, Query(description="Whose camera; may be left out where there is one Frigate.")
]

_MOST_SIDE_PX: Final = 4096
_MOST_FLOORS: Final = 100
_TYPES: Final = {"png": "image/png", "webp": "image/webp", "svg": "image/svg+xml"}
_STILL: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
"""A drawing may be coloured, and nothing else."""


async def _body(request: Request) -> bytes:
    return await request.body()


_PICTURE_TYPES: Final = ("image/png", "image/jpeg", "image/webp", "image/svg+xml")
_BINARY: Final = {"schema": {"type": "string", "format": "binary"}}
_PICTURE_BODY: Final = {
    "requestBody": {"required": True, "content": dict.fromkeys(_PICTURE_TYPES, _BINARY)}
}


@router.get("/floors")
def list_floors(context: Ctx) -> schemas.Floors:
    """Every floor, from the lowest up."""
    with context.store.read() as session:
        return schemas.Floors(items=[floor_view(each) for each in session.plan.floors()])


@router.post("/floors")
def add_floor(context: Ctx, request: schemas.FloorRequest) -> schemas.Floor:
    """A new floor of 1000 by 1000 units, until it has a picture."""
    with context.store.write() as session:
        if len(session.plan.floors()) >= _MOST_FLOORS:
            msg = f"There are {_MOST_FLOORS} floors already. Delete one first."
            raise InvalidRequest(msg)
        floor = replace(
            session.plan.add_floor(request.name, request.level),
            metres_per_unit=request.metres_per_unit,
            north_deg=request.north_deg,
        )
        session.plan.put_floor(floor)
    return _changed(context, floor)


@router.patch("/floors/{floor_id}")
def change_floor(context: Ctx, floor_id: Id, request: schemas.FloorPatch) -> schemas.Floor:
    """Change what is given; the size follows the picture."""
    given = request.model_dump(include=request.model_fields_set)
    if None in (given.get("name", ""), given.get("level", 0)):
        msg = "A floor has a name and a level. Leave out what shall stay as it is."
        raise InvalidRequest(msg)
    with context.store.write() as session:
        floor = replace(session.plan.floor(floor_id), **given)
        session.plan.put_floor(floor)
    return _changed(context, floor)


@router.delete("/floors/{floor_id}")
def delete_floor(context: Ctx, floor_id: Id) -> schemas.FloorDeleted:
    """Delete a floor with its picture; the cameras on it stand nowhere then."""
    with context.plan_pictures.change() as session:
        placed = [e.camera.camera for e in session.plan.placements() if e.floor_id == floor_id]
        session.plan.remove_floor(floor_id)
    _tell(context)
    return schemas.FloorDeleted(id=floor_id, cameras=placed)


@router.put("/floors/{floor_id}/picture", openapi_extra=_PICTURE_BODY)
def put_floor_picture(
    context: Ctx, floor_id: Id, data: Annotated[bytes, Depends(_body)]
) -> schemas.Floor:
    """The picture of a floor: PNG, JPEG, WEBP or SVG, at most 8 MiB.

    Its pixels are the plan units from then on; what is on the floor stays where it is drawn.
    """
    with context.store.read() as session:
        session.plan.floor(floor_id)  # before the work
    if bitmap_kind(data) is not None:
        bitmap = encoded_bitmap(data, most_side=_MOST_SIDE_PX)
        content, suffix = bitmap.data, bitmap.suffix
        width, height = float(bitmap.size.width), float(bitmap.size.height)
    else:
        drawing = cleaned_svg(data)
        content, suffix, width, height = drawing.data, ".svg", drawing.width, drawing.height
    with context.plan_pictures.change() as session:
        floor = session.plan.resize_floor(session.plan.floor(floor_id), width, height)
        name = context.plan_pictures.write(floor_id, content, suffix)
        floor = replace(floor, picture=name)
        session.plan.put_floor(floor)
    return _changed(context, floor)


@router.get(
    "/floors/{floor_id}/picture",
    response_class=Response,
    responses={
        200: {"content": {each: {} for each in _TYPES.values()}, "description": "The picture."},
        304: {"description": "It is the one that If-None-Match names."},
    },
)
def get_floor_picture(
    context: Ctx, floor_id: Id, if_none_match: Annotated[str | None, Header()] = None
) -> Response:
    """The picture as it is kept, with an ETag."""
    with context.store.read() as session:
        name = session.plan.floor(floor_id).picture
    if name is None:
        msg = "This floor has no picture. Upload one."
        raise NotFound(msg)
    headers = {
        "ETag": f'"{name}"',
        "Cache-Control": "private, no-cache",
        "Content-Security-Policy": _STILL,
    }
    if if_none_match == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    media_type = _TYPES[name.rpartition(".")[2]]
    return Response(context.plan_pictures.read(name), 200, headers, media_type)


@router.delete("/floors/{floor_id}/picture")
def delete_floor_picture(context: Ctx, floor_id: Id) -> schemas.Floor:
    """The floor without a picture; it keeps its size, so that nothing on it moves."""
    with context.plan_pictures.change() as session:
        floor = replace(session.plan.floor(floor_id), picture=None)
        session.plan.put_floor(floor)
    return _changed(context, floor)


@router.get("/placements")
def list_placements(context: Ctx) -> schemas.Placements:
    """Where every placed camera stands."""
    with context.store.read() as session:
        placed = session.plan.placements()
    return schemas.Placements(items=[placement_view(each) for each in placed])


@router.get("/cameras/{camera}/placement")
def get_placement(
    context: Ctx, camera: Id, *, frigate_instance: Instance = None
) -> schemas.Placement:
    """Where a camera stands; 404 while it is not placed."""
    key = camera_key(context, camera, frigate_instance)
    with context.store.read() as session:
        placed = session.plan.placement(key)
    if placed is None:
        msg = "This camera is not placed on a floor yet."
        raise NotFound(msg)
    return placement_view(placed)


@router.put("/cameras/{camera}/placement")
def put_placement(
    context: Ctx,
    camera: Id,
    request: schemas.PlacementRequest,
    *,
    frigate_instance: Instance = None,
) -> schemas.Placement:
    """Place a camera or move it; on another floor its point pairs are void."""
    key = camera_key(context, camera, frigate_instance)
    placed = Placement(camera=key, **request.model_dump())
    with context.store.write() as session:
        floor = session.plan.floor(placed.floor_id)
        if not (0.0 <= placed.x <= floor.width and 0.0 <= placed.y <= floor.height):
            msg = "This place is beyond the floor. Choose one on it."
            raise InvalidRequest(msg)
        session.plan.place(placed)
    _tell(context)
    return placement_view(placed)


@router.delete("/cameras/{camera}/placement")
def delete_placement(
    context: Ctx, camera: Id, *, frigate_instance: Instance = None
) -> schemas.TakenAway:
    """Take a camera off the plan, with its point pairs."""
    key = camera_key(context, camera, frigate_instance)
    with context.store.write() as session:
        session.plan.take_away(key)
    _tell(context)
    return schemas.TakenAway(camera=key.camera, frigate_instance=key.instance)


@router.get("/cameras/{camera}/calibration")
def get_calibration(
    context: Ctx, camera: Id, *, frigate_instance: Instance = None
) -> schemas.Calibration:
    """Point pairs of a placed camera, and how well they agree."""
    key = camera_key(context, camera, frigate_instance)
    with context.store.read() as session:
        placed = session.plan.placement(key)
        if placed is None:
            raise NotFound(_NOT_PLACED)
        return calibration_view(key, session.plan.pairs(key), session.plan.floor(placed.floor_id))


@router.put("/cameras/{camera}/calibration")
def put_calibration(
    context: Ctx,
    camera: Id,
    request: schemas.CalibrationRequest,
    *,
    frigate_instance: Instance = None,
) -> schemas.Calibration:
    """Replace the point pairs; the answer says what is the matter with them."""
    key = camera_key(context, camera, frigate_instance)
    pairs = pairs_of(request)
    with context.store.write() as session:
        placed = session.plan.placement(key)
        if placed is None:
            raise Conflict(_NOT_PLACED)
        session.plan.put_pairs(key, pairs)
        view = calibration_view(key, pairs, session.plan.floor(placed.floor_id))
    _tell(context)
    return view


@router.delete("/cameras/{camera}/calibration")
def delete_calibration(
    context: Ctx, camera: Id, *, frigate_instance: Instance = None
) -> schemas.TakenAway:
    """Remove the point pairs of a camera."""
    key = camera_key(context, camera, frigate_instance)
    with context.store.write() as session:
        session.plan.remove_pairs(key)
    _tell(context)
    return schemas.TakenAway(camera=key.camera, frigate_instance=key.instance)


@router.get("/topology")
def get_topology(context: Ctx) -> schemas.Topology:
    """Every way that somebody took, or that somebody said something of."""
    edges = context.ways.edges()
    with context.store.read() as session:
        return schemas.Topology(edges=edge_views(edges, session.plan.rules()))


@router.put("/topology/{from_camera}/{to_camera}")
def put_rule(
    context: Ctx,
    from_camera: Id,
    to_camera: Id,
    request: schemas.RuleRequest,
    *,
    from_instance: Instance = None,
    to_instance: Instance = None,
) -> schemas.Topology:
    """Say something of a way; the service decides with it from now on."""
    here = camera_key(context, from_camera, from_instance)
    there = camera_key(context, to_camera, to_instance)
    if here == there:
        msg = "A way leads from one camera to another. Choose two."
        raise InvalidRequest(msg)
    given = request.rule or schemas.Rule.LEARNED
    rule = None if given is schemas.Rule.LEARNED else EdgeRule(given.value)
    context.ways.set_rule(here, there, rule)
    _tell(context)
    return get_topology(context)


@router.get("/plan")
def get_plan(context: Ctx) -> schemas.Plan:
    """Floors, cameras and ways in one answer."""
    edges, configured = context.ways.edges(), context.ways.cameras()
    with context.store.read() as session:
        seen = [CameraKey(e.frigate_instance, e.name) for e in list_cameras(session)]
        return plan_view(session, [*configured, *seen], edges)


@router.get("/plan/trail")
def get_trail(
    context: Ctx,
    sighting_id: Annotated[
        list[Text], Query(min_length=1, max_length=50, description="Repeat it for several.")
    ],
) -> schemas.Trail:
    """Where sightings walked on the plan."""
    with context.store.read() as session:
        return trail_view(session, sighting_id)


_NOT_PLACED: Final = "This camera is not placed on a floor yet. Place it first."


def camera_key(context: Context, camera: str, instance: str | None) -> CameraKey:
    """Raises `NotFound`, and `InvalidRequest` where it must be said whose camera it is."""
    known = context.info.frigate_instances
    if instance is None and len(known) != 1:
        msg = "There is more than one Frigate. Say whose camera is meant."
        raise InvalidRequest(msg)
    if instance is not None and instance not in known:
        msg = "There is no Frigate of this name. Look at GET /api/info for those that there are."
        raise NotFound(msg)
    return CameraKey(instance or known[0], camera)


def _changed(context: Context, floor: Floor) -> schemas.Floor:
    _tell(context)
    return floor_view(floor)


def _tell(context: Context) -> None:
    context.hub.announce(Topic.PLAN, "plan_changed", {})
