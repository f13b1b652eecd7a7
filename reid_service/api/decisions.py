"""Routes about the ledger of decisions."""

from __future__ import annotations

from fastapi import APIRouter

from reid_service.api import schemas
from reid_service.api.context import Ctx
from reid_service.api.params import PAGE, Cursor, Id, Limit
from reid_service.api.views import decision_views

router = APIRouter(prefix="/api/decisions", tags=["decisions"])


@router.get("")
def list_decisions(
    context: Ctx, cursor: Cursor = None, limit: Limit = PAGE
) -> schemas.DecisionPage:
    """Every decision by the service or by people, newest first."""
    with context.store.read() as session:
        page = session.history.everything(limit=limit, cursor=cursor)
        return schemas.DecisionPage(items=decision_views(session, page.items), cursor=page.cursor)


@router.post("/{decision_id}/undo")
def undo_decision(context: Ctx, decision_id: Id) -> schemas.DecisionWritten:
    """Take a decision back; undo the undo to have it again."""
    undo_id = context.commands.undo(decision_id)
    with context.store.read() as session:
        [view] = decision_views(session, [session.history.get(undo_id).decision])
    return schemas.DecisionWritten(decision=view, decision_ids=[undo_id])
