"""Routes about the ledger of decisions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, TypeAlias

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from reid_service.api import schemas
from reid_service.api.bodies import Text
from reid_service.api.context import Ctx
from reid_service.api.params import PAGE, Cursor, From, Id, Limit, To, check_span
from reid_service.api.views import decision_views
from reid_service.domain.identity import Decision, DecisionKind
from reid_service.storage.history import DecisionFilter
from reid_service.storage.store import Session

router = APIRouter(prefix="/api/decisions", tags=["decisions"])


_By: TypeAlias = Literal["service", "people"]


class PersonNamed(BaseModel):
    """How people read an identity now."""

    model_config = ConfigDict(frozen=True)

    id: str
    label: str


class Audit(schemas.DecisionPage):
    """A stretch of the ledger, and who is meant in it, as far as they are still there."""

    people: list[PersonNamed]


class Actors(BaseModel):
    """Everybody who ever decided something."""

    model_config = ConfigDict(frozen=True)

    items: list[str]


@router.get("")
def list_decisions(
    context: Ctx,
    *,
    by: Annotated[_By | None, Query(description="The service, or people.")] = None,
    actor: Annotated[Text | None, Query(description="One of GET /api/decisions/actors.")] = None,
    kind: Annotated[list[DecisionKind] | None, Query(description="Repeat for several.")] = None,
    from_s: From = None,
    to_s: To = None,
    cursor: Cursor = None,
    limit: Limit = PAGE,
) -> Audit:
    """Every decision by the service or by people, newest first."""
    check_span(from_s, to_s)
    where = DecisionFilter(
        by_people=None if by is None else by == "people",
        actor=actor,
        kinds=frozenset(kind) if kind else None,
        from_s=from_s,
        to_s=to_s,
    )
    with context.store.read() as session:
        page = session.history.everything(where, limit=limit, cursor=cursor)
        return Audit(
            items=decision_views(session, page.items),
            cursor=page.cursor,
            people=_people(session, page.items),
        )


@router.get("/actors")
def list_actors(context: Ctx) -> Actors:
    """Who decided: `system` is the service, `user` somebody with the token, others have names."""
    with context.store.read() as session:
        return Actors(items=session.history.actors())


@router.post("/{decision_id}/undo")
def undo_decision(context: Ctx, decision_id: Id) -> schemas.DecisionWritten:
    """Take a decision back; undo the undo to have it again."""
    undo_id = context.commands.undo(decision_id)
    with context.store.read() as session:
        [view] = decision_views(session, [session.history.get(undo_id).decision])
    return schemas.DecisionWritten(decision=view, decision_ids=[undo_id])


def _people(session: Session, decisions: Iterable[Decision]) -> list[PersonNamed]:
    ids = dict.fromkeys(each for decision in decisions for each in decision.identities)
    found = (session.identities.find(each) for each in ids)
    return [PersonNamed(id=each.id, label=each.label) for each in found if each is not None]
