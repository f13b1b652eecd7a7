"""Routes about being told when somebody is seen again."""

from __future__ import annotations

from fastapi import APIRouter

from reid_service.api import watches_schemas as schemas
from reid_service.api.context import Ctx
from reid_service.api.params import Id
from reid_service.identities import watching
from reid_service.storage.store import Session
from reid_service.storage.watches import Watch

router = APIRouter(prefix="/api", tags=["identities"])


@router.get("/watches")
def list_watches(context: Ctx) -> schemas.Watches:
    """Of whom somebody wants to be told, and lately did."""
    with context.store.read() as session:
        now_s = context.clock.now_s()
        return schemas.Watches(
            items=[_view(session, each) for each in watching.standing(session, now_s)],
            ended=[_view(session, each) for each in watching.ended(session, now_s)],
        )


@router.put("/identities/{identity_id}/watch")
def watch_identity(context: Ctx, identity_id: Id, request: schemas.WatchRequest) -> schemas.Watch:
    """Be told when this person is seen again."""
    with context.store.write() as session:
        watch = watching.watch(
            session, identity_id, now_s=context.clock.now_s(), until_s=request.until_s
        )
        return _view(session, watch)


@router.delete("/identities/{identity_id}/watch")
def end_watch(context: Ctx, identity_id: Id) -> schemas.WatchEnded:
    """Be told no more."""
    with context.store.write() as session:
        return schemas.WatchEnded(identity_id=watching.end_watch(session, identity_id).id)


def _view(session: Session, watch: Watch) -> schemas.Watch:
    return schemas.Watch(
        identity_id=watch.identity_id,
        identity_label=session.identities.resolve(watch.identity_id).label,
        since_s=watch.since_s,
        until_s=watch.until_s,
    )
