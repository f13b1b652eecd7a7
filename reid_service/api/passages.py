"""Routes about doors and stairs that join floors."""

from __future__ import annotations

import uuid
from typing import Final

from fastapi import APIRouter

from reid_service.api import passages_schemas as schemas
from reid_service.api.context import Context, Ctx
from reid_service.api.frames import Topic
from reid_service.api.params import Id
from reid_service.api.passages_schemas import passage_view, passage_views
from reid_service.domain.floorplan import Passage, PassageEnd
from reid_service.errors import InvalidRequest
from reid_service.storage.store import Session

router = APIRouter(prefix="/api/passages", tags=["plan"])

_MOST: Final = 200


@router.get("")
def list_passages(context: Ctx) -> schemas.Passages:
    """Doors and stairs of the plan."""
    with context.store.read() as session:
        return schemas.Passages(items=passage_views(session.passages.all()))


@router.post("")
def add_passage(context: Ctx, request: schemas.PassageRequest) -> schemas.Passage:
    """Join two floors."""
    with context.store.write() as session:
        if len(session.passages.all()) >= _MOST:
            msg = f"There are {_MOST} passages already. Delete one first."
            raise InvalidRequest(msg)
        passage = _passage(session, str(uuid.uuid4()), request)
        session.passages.put(passage)
    return _changed(context, passage)


@router.put("/{passage_id}")
def change_passage(
    context: Ctx, passage_id: Id, request: schemas.PassageRequest
) -> schemas.Passage:
    """Move a passage, or make it another kind."""
    with context.store.write() as session:
        session.passages.get(passage_id)
        passage = _passage(session, passage_id, request)
        session.passages.put(passage)
    return _changed(context, passage)


@router.delete("/{passage_id}")
def delete_passage(context: Ctx, passage_id: Id) -> schemas.Passage:
    """Take a passage off the plan; answers what it was."""
    with context.store.write() as session:
        passage = session.passages.get(passage_id)
        session.passages.remove(passage_id)
    return _changed(context, passage)


def _passage(session: Session, passage_id: str, request: schemas.PassageRequest) -> Passage:
    first, second = request.ends
    if first.floor_id == second.floor_id:
        msg = "A passage joins two floors. Choose another floor for one of its ends."
        raise InvalidRequest(msg)
    for each in request.ends:
        floor = session.plan.floor(each.floor_id)
        if each.x > floor.width or each.y > floor.height:
            msg = "An end of the passage is beside its floor. Mark it on the plan."
            raise InvalidRequest(msg)
    ends = tuple(PassageEnd(e.floor_id, e.x, e.y) for e in (first, second))
    return Passage(passage_id, request.kind, (ends[0], ends[1]))


def _changed(context: Context, passage: Passage) -> schemas.Passage:
    context.hub.announce(Topic.PLAN, "plan_changed", {})
    return passage_view(passage)
