"""What a web page asks first: may I, who am I, and which time is it there."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request

from reid_service.api.auth import came_by_ingress, user_of
from reid_service.api.context import Ctx
from reid_service.api.session_schemas import Session

router = APIRouter(prefix="/api", tags=["system"])


@router.get("/session")
async def get_session(context: Ctx, request: Request) -> Session:
    """How the client came in; 401 tells a web page to ask for the token."""
    zone = context.zone
    return Session(
        needs_token=not came_by_ingress(request.scope),
        user=user_of(request.scope),
        time_zone=zone.key if isinstance(zone, ZoneInfo) else None,
    )
