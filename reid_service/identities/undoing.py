"""Takes a decision back by a new one that says the opposite."""

from __future__ import annotations

from datetime import UTC, datetime

from reid_service.domain.identity import Decision, DecisionKind
from reid_service.errors import Conflict
from reid_service.identities.act import Act
from reid_service.storage.history import LedgerRow
from reid_service.storage.store import Session


def undo(session: Session, act: Act, decision_id: str) -> Decision:
    """The decision that takes `decision_id` back; taking an undo back redoes.

    Raises `NotFound`, and `Conflict` when it is taken back already, when a later decision that
    stands changed the same (the sentence names it), or when somebody was forgotten since. What
    retention deleted meanwhile is left out.
    """
    row = session.history.get(decision_id)
    if row.redacted:
        msg = "Somebody whom this decision was about has been forgotten; it cannot be undone."
        raise Conflict(msg)
    if session.history.is_undone(decision_id):
        msg = "This decision has been undone already. Undo the undo to have it back."
        raise Conflict(msg)
    standing = _standing(session.history.later_changes(row))
    if standing:
        raise Conflict(_names(standing[0].decision))
    changes = [change.inverse() for change in reversed(row.decision.changes)]
    return act.decides(DecisionKind.UNDO, changes, reverses=decision_id)


def _standing(later: list[LedgerRow]) -> list[LedgerRow]:
    """Those of `later`, newest first, that are neither undone nor the undo of one of them."""
    ids = {row.decision.id for row in later}
    cancelled: set[str] = set()
    for row in later:
        reverses = row.decision.reverses
        if row.decision.id not in cancelled and reverses in ids:
            cancelled |= {row.decision.id, reverses}
    return [row for row in later if row.decision.id not in cancelled]


def _names(decision: Decision) -> str:
    when = datetime.fromtimestamp(decision.at_s, UTC).strftime("%Y-%m-%d %H:%M UTC")
    return (
        f"A later decision changed the same: {decision.kind} by {decision.actor} on {when} "
        f"({decision.id}). Undo that first."
    )
