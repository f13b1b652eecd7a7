"""Routes to what Frigate recorded: films and whole frames, passed on and never kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated, Any, Final

from fastapi import APIRouter, Header, Path, Query, Response
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from reid_service.api.bodies import Text
from reid_service.api.context import Context, Ctx
from reid_service.api.media_ports import Film
from reid_service.api.params import Id
from reid_service.domain.tracklet import Tracklet

router = APIRouter(prefix="/api", tags=["media"])

LONGEST_PADDING_S: Final = 60.0
_PADDING_S: Final = 3.0
_RANGE: Final = re.compile(r"bytes=(\d{1,15}-\d{0,15}|-\d{1,15})")
_CONTENT: Final[dict[str, Any]] = {"image/jpeg": {}}


class _FilmResponse(StreamingResponse):
    """Hangs up on Frigate also when the client goes in the middle of a film."""

    def __init__(self, film: Film) -> None:
        super().__init__(film.chunks(), film.status, film.headers, "video/mp4")
        self._film = film

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the film."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._film.close()


@router.get(
    "/sightings/{sighting_id}/clip.mp4",
    response_class=StreamingResponse,
    responses={200: {"content": {"video/mp4": {}}, "description": "The film."}},
)
def get_sighting_clip(
    context: Ctx,
    sighting_id: Id,
    *,
    padding_s: Annotated[
        float, Query(ge=0.0, le=LONGEST_PADDING_S, description="Seconds more at both ends.")
    ] = _PADDING_S,
    first_s: Annotated[
        float | None,
        Query(gt=0.0, le=LONGEST_PADDING_S, description="Only so many seconds from its start."),
    ] = None,
    byte_range: Annotated[str | None, Header(alias="Range", include_in_schema=False)] = None,
) -> StreamingResponse:
    """The film of a sighting, as Frigate recorded it."""
    # What is not understood counts as none, as HTTP wants it.
    wanted = byte_range if byte_range and _RANGE.fullmatch(byte_range) else None
    tracklet = _sighting(context, sighting_id)
    if first_s is not None:
        ends_s = min(tracklet.last_seen_s, tracklet.start_s + first_s)
        tracklet = replace(tracklet, last_seen_s=ends_s)
    film = context.media.clip(tracklet, padding_s=padding_s, byte_range=wanted)
    return _FilmResponse(film)


@router.get(
    "/sightings/{sighting_id}/frame.jpg",
    response_class=Response,
    responses={200: {"content": _CONTENT, "description": "The frame."}},
)
def get_sighting_frame(
    context: Ctx,
    sighting_id: Id,
    *,
    box: Annotated[bool, Query(description="Draw the person's box in.")] = False,
) -> Response:
    """The whole frame that shows a sighting best."""
    tracklet = _sighting(context, sighting_id)
    return Response(context.media.sighting_frame(tracklet, with_box=box), media_type="image/jpeg")


@router.get(
    "/cameras/{name}/frame.jpg",
    response_class=Response,
    responses={200: {"content": _CONTENT, "description": "The frame."}},
)
def get_camera_frame(
    context: Ctx,
    name: Annotated[Text, Path()],
    *,
    time_s: Annotated[float, Query(ge=0.0, allow_inf_nan=False)],
    frigate_instance: Annotated[Text | None, Query()] = None,
) -> Response:
    """What a camera recorded at a time."""
    frame = context.media.camera_frame(frigate_instance, name, time_s)
    return Response(frame, media_type="image/jpeg")


def _sighting(context: Context, sighting_id: str) -> Tracklet:
    with context.store.read() as session:
        return session.tracklets.get(sighting_id).tracklet
